import { test } from 'node:test';
import { expect } from '@playwright/test';
import { readContent } from '../../../src/schema/load.ts';
import { glossaryRecords } from '../../../src/site/search/search-records.ts';
import { byInitial, readingHelps, TOPICS } from '../../../src/schema/glossary.ts';

const { glossary } = readContent('content').content!.reference;

test('terms are listed under the letters of their English names, and under the rows of their readings', () => {
  const initials = (locale: 'en' | 'ja') => byInitial(glossary, locale).map(({ initial }) => initial);
  expect(initials('en')).toEqual([...initials('en')].sort());
  expect(initials('ja').join('')).toMatch(/^あ?か?さ?た?な?は?ま?や?ら?わ?$/);
  for (const locale of ['en', 'ja'] as const) {
    const groups = byInitial(glossary, locale);
    expect(groups.flatMap(({ terms }) => terms.map(({ id }) => id)).sort()).toEqual(
      glossary.map(({ id }) => id).sort(),
    );
  }
  const row = (id: string) =>
    byInitial(glossary, 'ja').find(({ terms }) => terms.some((term) => term.id === id))?.initial;
  expect(['aor', 'gateway', 'provisional-response', 'dialog', 'prack', 'binding'].map(row)).toEqual([
    ...'あかさたはは',
  ]);
});

test('the search index leads to each definition once, by its names in both languages', () => {
  for (const locale of ['en', 'ja'] as const) {
    const records = glossaryRecords(glossary, locale);
    expect(records).toHaveLength(glossary.length + TOPICS.length + 1);
    expect(new Set(records.map(({ path }) => path)).size).toBe(records.length);
    const prefix = locale === 'ja' ? '/ja' : '';
    for (const { id, topic, term } of glossary) {
      const record = records.find(({ path }) => path === `${prefix}/glossary/${topic}/#${id}`)!;
      expect(record.title).toBe(term[locale]);
      expect(record.text).toContain(term.en);
      expect(record.text).toContain(term.ja);
    }
  }
});

test('a reading is shown where the name itself has kanji, not where kanji only explain an abbreviation', () => {
  const helps = (ja: string, en = 'name') => readingHelps({ term: { en, ja } }, 'ja');
  expect(helps('再帰')).toBe(true);
  expect(helps('GRUU', 'GRUU (Globally Routable User Agent URI)')).toBe(true);
  expect(helps('SDP（セッション記述プロトコル）')).toBe(false);
  expect(helps('フォーク')).toBe(false);
});
