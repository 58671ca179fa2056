import { test } from 'node:test';
import { expect } from '@playwright/test';
import { codesBySection } from '../../../../src/model/facts/rfc-pages.ts';
import { readContent } from '../../../../src/schema/load.ts';

const { byNumber } = readContent('content').content!;
const row = (code: number, ...sources: string[]) => ({ code: byNumber.get(code)!, sources });

test('sections come in their order, each with the codes that it concerns', () => {
  const rows = codesBySection([row(302, 'RFC 3261 §21.3.3', 'RFC 3261 §8.1.3.4'), row(305, 'RFC 3261 §8.1.3.4')]);
  expect(rows.map(({ source, codes }) => [source, codes.map(({ number }) => number)])).toEqual([
    ['RFC 3261 §8.1.3.4', [302, 305]],
    ['RFC 3261 §21.3.3', [302]],
  ]);
});

test('sections that each define one code are one row, with what is said of all of them', () => {
  const rows = codesBySection([
    row(400, 'RFC 3261 §21.4.1'),
    row(401, 'RFC 3261 §21.4.2', 'RFC 3261 §22.1'),
    row(404, 'RFC 3261 §21.4.5', 'RFC 3261 §21.4'),
    row(500, 'RFC 3261 §21.5.1'),
  ]);
  expect(rows.map(({ source, codes }) => [source, codes.map(({ number }) => number)])).toEqual([
    ['RFC 3261 §21.4', [400, 401, 404]],
    ['RFC 3261 §21.5.1', [500]],
    ['RFC 3261 §22.1', [401]],
  ]);
});
