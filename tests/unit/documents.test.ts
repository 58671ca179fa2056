import { existsSync, globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { expect } from '@playwright/test';

// What documents and comments name is there: they are followed by people who know nothing else of the code.

const read = (file: string): string => readFileSync(file, 'utf8');
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'content/README.md', ...globSync('docs/*.md')];
const SCRIPTS = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts);

/** Every place that a path with braces, stars and names to fill in stands for. */
const places = (path: string): string[] => globSync(path.replace(/<[\w-]+>|[A-Z]{3,}|…/g, '*'));

test('every script is in the list of commands', () => {
  const listed = read('docs/commands.md');
  expect(SCRIPTS.filter((name) => !listed.includes(`\`${name}\``))).toEqual([]);
});

test('every command of a document exists', () => {
  const unknown = DOCUMENTS.flatMap((file) =>
    [...read(file).matchAll(/npm run ([\w:-]*\w)/g)]
      .map(([, name]) => name!)
      .filter((name) => !SCRIPTS.includes(name))
      .map((name) => `${file}: ${name}`),
  );
  expect(unknown).toEqual([]);
});

test('every path in a document, and in a comment of src/, leads to something', () => {
  const PATH = /(?<![\w./:@-])(?:src|tests|docs|deploy|\.github)\/(?:[\w.*…<>-]|\{[\w.,]+\}|\[\.{3}\w+\]|\/)*[\w*>}]/g;
  const texts: [file: string, text: string][] = [
    ...DOCUMENTS.filter((file) => file !== 'content/README.md').map((file): [string, string] => [file, read(file)]),
    ...globSync('src/**/*.{ts,astro}').map((file): [string, string] => [
      file,
      [...read(file).matchAll(/^\s*(?:\/\/|\/?\*).*/gm)].join('\n'),
    ]),
  ];
  const named = texts.flatMap(([file, text]) => [...text.matchAll(PATH)].map(([path]) => ({ file, path })));
  expect(named.length).toBeGreaterThan(100);
  const dead = named.filter(({ path }) => !existsSync(path) && places(path).length === 0);
  expect(dead.map(({ file, path }) => `${file}: ${path}`)).toEqual([]);
});

test('a recipe with samples or lists runs the test that reads them', () => {
  const files = [...read('CONTRIBUTING.md').matchAll(/npm run test:unit -- ([^`]+)`/g)]
    .flatMap(([, files]) => files!.split(/\s+/))
    .flatMap((pattern) => places(pattern.replaceAll('"', '')));
  for (const list of [
    'decoder/text/formats',
    'decoder/rules',
    'decoder/lists',
    'model/compare/rules',
    'site/api-fields',
  ])
    expect(files).toContain(`tests/unit/${list}.test.ts`);
});
