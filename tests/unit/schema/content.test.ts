import { test } from 'node:test';
import { expect } from '@playwright/test';
import { readContent } from '../../../src/schema/load.ts';
import { linesAfter } from './edits.ts';

// The content as a whole. Wrong edits are in wrong-edits/.

test('the content as committed has no problem', () => {
  expect(readContent('content').problems).toEqual([]);
});

test('all problems are reported at once', () => {
  const problems = linesAfter('codes/487/en.mdx', (text) =>
    text
      .replace('summary:', 'sumary:')
      .replace('seenWhen:', 'seenwhen:')
      .replace(/keywords: .*/, 'keywords: [one]'),
  );
  expect(problems.length).toBeGreaterThanOrEqual(4);
});
