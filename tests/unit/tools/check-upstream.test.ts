import { test } from 'node:test';
import { expect } from '@playwright/test';
import {
  citationsOf,
  citedFiles,
  lostSections,
  obsoletedBy,
  obsoleteDifferences,
} from '../../../src/tools/citations.ts';
import { readContent } from '../../../src/schema/load.ts';
import { licenceList, packagesOf, unjudged } from '../../../src/tools/licences.ts';

const { content, vendors } = readContent('content');

test('every citation is counted once, those of notes and symptoms too', () => {
  const cited = citationsOf(content!);
  expect(new Set(cited).size).toBe(cited.length);
  expect(cited).toContain('RFC 3261 §21.4.25');
  for (const source of content!.notes.get('480-vs-486')!.sources) expect(cited).toContain(source);
});

test('a cited section that the text lacks is reported', () => {
  const text = '21.4.24 486 Busy Here\n\n   21.4.25 487 Request Terminated\n';
  const lost = lostSections(content!, new Map([[3261, text]]));
  expect(lost).not.toContain('RFC 3261 §21.4.25: RFC 3261 has no heading 21.4.25');
  expect(lost).toContain('RFC 3261 §21.4.18: RFC 3261 has no heading 21.4.18');
  expect(lostSections(content!, new Map())).toEqual([]);
});

test('an RFC that another obsoletes is reported if the table does not say so', () => {
  const heads = new Map([
    [3261, 'Request for Comments: 3261\nObsoletes: 2543\n'],
    [3264, 'Request for Comments: 3264\nObsoletes: 2543\n'],
    [9999, 'Request for Comments: 9999\nObsoletes: 3261, 3262\n'],
  ]);
  expect(obsoletedBy(heads).get(2543)).toEqual([3261, 3264]);
  expect(obsoleteDifferences(content!, obsoletedBy(heads))).toEqual([
    'RFC 3261 is obsoleted by RFC 9999; content/reference/rfcs.yaml says nothing',
    'RFC 3262 is obsoleted by RFC 9999; content/reference/rfcs.yaml says nothing',
  ]);
});

test('source files are named once, at a full commit, with the last line that is cited', () => {
  const files = citedFiles(vendors, content!.contexts);
  expect(new Set(files.map(({ raw }) => raw)).size).toBe(files.length);
  for (const { raw, line } of files) {
    expect(raw).toMatch(/^https:\/\/raw\.githubusercontent\.com\/[\w-]+\/[\w.-]+\/[0-9a-f]{40}\/\S+\.\w+$/);
    expect(line).toBeGreaterThan(0);
  }
});

test('packages are listed by licence, and a licence that nobody judged is reported', () => {
  const packages = packagesOf({
    packages: {
      '': { version: '1.0.0' },
      'node_modules/b': { version: '2.0.0', license: 'MIT' },
      'node_modules/a': { version: '1.0.0', license: '(MIT OR CC0-1.0)' },
      'node_modules/a/node_modules/b': { version: '2.0.0', license: 'MIT' },
      'node_modules/@x/c': { version: '3.0.0', license: 'AGPL-3.0' },
    },
  });
  expect(packages.map(({ name }) => name)).toEqual(['@x/c', 'a', 'b']);
  expect(unjudged(packages)).toEqual([expect.stringMatching(/^@x\/c 3\.0\.0 has the licence AGPL-3\.0\. Judge it/)]);
  expect(licenceList(packages)).toContain('## MIT (1)\n\nb 2.0.0');
});
