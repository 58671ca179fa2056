import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { expect } from '@playwright/test';
import { LOCALES } from '../../src/locales.ts';

// A language is a row of src/locales.ts, its files of words, and texts in content/. Whatever else asks for one by its name
// is listed here with the reason.

const NAMED: Record<string, { lines: number; why: string }> = {
  'src/components/reference/ApiExamples.astro': {
    lines: 1,
    why: 'the page explains the command with the Japanese text',
  },
  'src/decoder/input/formats/index.ts': { lines: 1, why: 'names of products are sorted as in English' },
  'src/integrations/phrases.ts': { lines: 1, why: 'the model that finds phrases is one of Japanese' },
  'src/schema/check/parity.ts': { lines: 2, why: 'units of time as a language writes them' },
  'src/schema/check/text-style.ts': {
    lines: 2,
    why: 'rules that only Japanese texts have to follow, and kanji that only Chinese has',
  },
  'src/schema/contexts.ts': { lines: 1, why: 'the languages of pages that are cited, ours or not' },
  'src/search/browser/engine.ts': {
    lines: 1,
    why: 'cuts Chinese characters into words, whatever the language of the page',
  },
  'src/tools/check-japanese.ts': { lines: 1, why: 'the check of Japanese style' },
  'src/tools/pseudo-content.ts': { lines: 1, why: 'a page in the new language says so to its components' },
  'src/tools/pseudo-language.ts': { lines: 1, why: 'makes the words of a language from the English ones' },
};

/** A comparison, a key or a member with the name of a language; `lang="en"` marks literals, which are English everywhere. */
const NAME = `(?:${LOCALES.join('|')})`;
const NAMES = new RegExp(`(?<!lang=)["']${NAME}["']|\\.${NAME}\\b|(?:^\\s*|[{,] )${NAME}:`);

const isWords = (file: string): boolean => LOCALES.some((locale) => file.endsWith(`/${locale}.ts`));

test('at most fifteen lines outside the table of languages and the files of words name a language', () => {
  const found: Record<string, number> = {};
  for (const file of globSync('src/**/*.{ts,astro}').map((name) => name.replaceAll('\\', '/'))) {
    if (file === 'src/locales.ts' || isWords(file)) continue;
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line) && NAMES.test(line));
    if (lines.length > 0) found[file] = lines.length;
  }
  expect(found).toEqual(Object.fromEntries(Object.entries(NAMED).map(([file, { lines }]) => [file, lines])));
  expect(Object.values(found).reduce((sum, lines) => sum + lines, 0)).toBeLessThanOrEqual(15);
});
