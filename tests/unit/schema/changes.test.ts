import { test } from 'node:test';
import { expect } from '@playwright/test';
import { pageAddresses } from '../../../src/schema/addresses.ts';
import { readContent } from '../../../src/schema/load.ts';
import { lateChanges } from '../../../src/tools/check-dates.ts';
import { changelogProblems, datedPages, daysOf, type Changelog } from '../../../src/schema/changes.ts';
import { LOCALES } from '../../../src/locales.ts';
import { nameIn } from '../../../src/site/changes.ts';
import { csvLine } from '../../../src/site/csv.ts';

const { content, vendors, changelog } = readContent('content');
const known = { ...content!, vendors };
const addresses = pageAddresses(content!, vendors);
const entry = (date: string, ...pages: string[]): Changelog[number] => ({ date, en: 'Changed.', ja: '更新。', pages });

test('the changelog begins with the first release', () => {
  expect(changelog.at(-1)!.date).toBe('2026-11-24');
  expect(changelogProblems(changelog, addresses)).toEqual([]);
});

test('a changelog out of order, or with a page that does not exist, is refused with a mend', () => {
  const problems = changelogProblems([entry('2026-11-24', '/sip/487/'), entry('2026-12-01', '/sip/499/')], addresses);
  expect(problems.map(([field]) => field)).toEqual(['[1].date', '[1].pages']);
  expect(problems[0]![1]).toContain('Put the newest entry first');
  expect(problems[1]![1]).toContain('/sip/499/');
  for (const wrong of ['/sip/487-vs-302/', '/symptoms/none/', '/vendors/none/', '/q851/', '/sip/7xx/', '/rfc/1/'])
    expect(changelogProblems([entry('2026-11-24', wrong)], addresses), wrong).toHaveLength(1);
  expect(changelogProblems([entry('2026-11-24', '/sip/302-vs-486/')], addresses)).toEqual([]);
});

test('every page that the changelog may name has a name in each language', () => {
  for (const locale of LOCALES)
    for (const path of addresses) expect(nameIn({ content: content!, vendors }, path, locale), path).toMatch(/\S/);
});

test('every code, note, symptom, context and product has a date', () => {
  const dated = datedPages(known);
  expect(dated.size).toBe(
    content!.codes.length + content!.notes.size + content!.symptoms.length + content!.contexts.length + vendors.length,
  );
});

test('days list what a person wrote, and further pages whose date moved after the first release', () => {
  const log = [entry('2026-12-01', '/sip/487/'), entry('2026-11-24', '/sip/')];
  const dated = new Map([
    ['/sip/486/', '2026-12-02'],
    ['/sip/487/', '2026-12-01'],
    ['/sip/488/', '2026-12-01'],
    ['/sip/480/', '2026-11-24'],
  ]);
  expect(daysOf(log, dated)).toEqual([
    { date: '2026-12-02', entries: [], pages: ['/sip/486/'] },
    { date: '2026-12-01', entries: [log[0]], pages: ['/sip/488/'] },
    { date: '2026-11-24', entries: [log[1]], pages: [] },
  ]);
});

test('a text that was changed after its date is found, by day', () => {
  const changed = new Map([
    ['content/codes/487/en.mdx', '2026-12-02'],
    ['content/codes/487/ja.mdx', '2026-12-01'],
    ['content/codes/486/ja.mdx', '2026-12-01'],
    ['content/reference/q850.yaml', '2026-12-01'],
  ]);
  const dated = [
    {
      file: 'content/codes/487/facts.yaml',
      texts: ['content/codes/487/en.mdx', 'content/codes/487/ja.mdx'],
      updated: '2026-12-01',
    },
    { file: 'content/codes/486/facts.yaml', texts: ['content/codes/486/ja.mdx'], updated: '2026-12-01' },
    { file: 'content/dates.yaml', texts: ['content/reference/q850.yaml'], updated: '2026-11-24' },
  ];
  expect(lateChanges(dated, changed)).toEqual([
    'content/codes/487/facts.yaml: updated is 2026-12-01, but content/codes/487/en.mdx was changed on 2026-12-02. Set it to that day',
    'content/dates.yaml: updated is 2026-11-24, but content/reference/q850.yaml was changed on 2026-12-01. Set it to that day',
  ]);
});

test('a table quotes what its form asks for', () => {
  expect(csvLine([487, 'a, b', 'say "no"', 'two\nlines', true, '終了'])).toBe(
    '487,"a, b","say ""no""","two\nlines",true,終了\r\n',
  );
});
