import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { expect } from '@playwright/test';

// Nothing is kept that nothing uses. A word counts as used where it occurs at all: what is missed by that is little, and
// nothing that is used is reported.

const read = (pattern: string): { file: string; words: string[] }[] =>
  globSync(pattern).map((file) => ({
    file: file.replaceAll('\\', '/'),
    words: readFileSync(file, 'utf8').match(/\w+/g) ?? [],
  }));

const SOURCES = read('{src/**/*.{ts,astro},*.{ts,mjs}}');
/** How often a word occurs in the sources. */
const COUNTS = new Map<string, number>();
for (const { words } of SOURCES) for (const word of words) COUNTS.set(word, (COUNTS.get(word) ?? 0) + 1);

/** Exports that only tests use, with the reason. */
const FOR_TESTS: Record<string, string> = {
  UNMARKED: 'entries of carriers that have no mark, so that none is forgotten',
};

test('every export is used somewhere', () => {
  const unused = globSync('src/**/*.ts', { exclude: ['src/pages/**', 'src/content.config.ts'] }).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^export (?:async )?(?:const|function\*?|type|interface|class) (\w+)/gm)]
      .map(([, name]) => name!)
      // Rules are used through the module of their folder; tests of the lists find those that are not.
      .filter((name) => COUNTS.get(name) === 1 && !/\/rules\//.test(file) && !(name in FOR_TESTS))
      .map((name) => `${file}: ${name}`),
  );
  expect(unused).toEqual([]);
});

test('every key of the words of the interface is used somewhere', () => {
  const files = globSync('src/i18n/**/en.ts').map((file) => file.replaceAll('\\', '/'));
  expect(files.length).toBeGreaterThan(20);
  const unused = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    // In all languages a key is given once, and in English perhaps declared before that.
    const others = SOURCES.filter(({ file: other }) => !other.startsWith(file.replace(/en\.ts$/, '')));
    const used = new Set([...others.flatMap(({ words }) => words), ...(text.match(/(?<=\.)\w+/g) ?? [])]);
    // Codes and causes are looked up by the numbers of the content, which no source names.
    return [...text.matchAll(/^ {2,8}([A-Za-z_]\w*)(?::|\()/gm)]
      .map(([, key]) => key!)
      .filter((key) => !used.has(key))
      .map((key) => `${file}: ${key}`);
  });
  expect(unused).toEqual([]);
});
