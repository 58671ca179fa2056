import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { expect } from '@playwright/test';
import { EXCEPTIONS, japaneseFaults, proseFaults } from '../../../src/tools/check-japanese.ts';
import { readProse } from '../../../src/tools/texts.ts';
import { codeStrings, paragraphs } from '../../../src/tools/extract-strings.ts';

for (const [fault, text] of [
  ['である among です・ます', '487は正常な結果である。'],
  ['a redundant expression', 'トレースの確認を行うことができます。'],
  ['a doubled particle', '着信側が電話機が応答しない場合に返します。'],
  ['a sentence of more than 100 characters', `${'とても長い文が続いていき、'.repeat(9)}終わります。`],
] as const)
  test(`the Japanese check finds ${fault}`, async () => {
    expect(await japaneseFaults(text)).not.toEqual([]);
  });

test('the Japanese check accepts a good sentence', async () => {
  expect(await japaneseFaults('着信側はINVITEを487で終了します。')).toEqual([]);
});

test('the Japanese check reads entries, notes, pages, reference tables and words of the interface', () => {
  const files = new Set(readProse('ja').map(({ file }) => file));
  for (const file of [
    'content/codes/487/ja.mdx',
    'content/comparisons/480-vs-486/ja.mdx',
    'content/reference/classes.yaml',
    'content/pages/about/ja.mdx',
    'src/i18n/ui/ja.ts',
    'src/i18n/titles/ja.ts',
  ])
    expect(files).toContain(file);
});

describe('a bad sentence fails', () => {
  const BAD = 'この結果は正常である。';
  let root: string;
  beforeEach(() => {
    root = `${mkdtempSync(join(tmpdir(), 'sip-codes-'))}/`;
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  for (const [place, file, text] of [
    ['front matter', 'content/codes/487/ja.mdx', `---\nsummary: "${BAD}"\n---\n`],
    ['a list in front matter', 'content/codes/487/ja.mdx', `---\nseenWhen: ["${BAD}"]\n---\n`],
    ['an MDX body', 'content/codes/487/ja.mdx', `---\nsummary: "正常です。"\n---\n\n## 見出し\n\n${BAD}\n`],
    ['a list in an MDX body', 'content/pages/about/ja.mdx', `---\ntitle: 題名\n---\n\n- 良い文です。\n- **${BAD}**\n`],
    ['a note on a pair', 'content/comparisons/480-vs-486/ja.mdx', `---\nverdict: "${BAD}"\n---\n`],
    ['YAML', 'content/reference/glossary.yaml', `- id: a\n  definition: { en: "It is.", ja: "${BAD}" }\n`],
    ['a string of src/i18n', 'src/i18n/ui/ja.ts', `export const ui = { text: '${BAD}' };\n`],
    [
      'a template of src/i18n',
      'src/i18n/ui/ja.ts',
      'export const ui = { text: (code: number) => `${code}は正常である。` };\n',
    ],
    [
      'a module with both languages',
      'src/i18n/titles/shared.ts',
      `export const t = { en: 'Normal.', ja: '${BAD}' };\n`,
    ],
  ] as const)
    test(`in ${place}`, async () => {
      mkdirSync(join(root, file, '..'), { recursive: true });
      writeFileSync(join(root, file), text);
      const faults = (await Promise.all(readProse('ja', root).map(proseFaults))).flat();
      expect(faults.join('\n')).toContain('no-mix-dearu-desumasu');
    });
});

test('every exception of the Japanese check is still needed', async () => {
  for (const { file, rule, reason } of EXCEPTIONS) {
    expect(reason).toMatch(/\.$/);
    const there = readProse('ja').filter((prose) => prose.file === file);
    const faults = (await Promise.all(there.map(({ text, label }) => japaneseFaults(text, label)))).flat();
    expect(
      faults.some((fault) => fault.endsWith(`(${rule})`)),
      `${file}: ${rule}`,
    ).toBe(true);
  }
});

test('words of the interface are read from strings and templates, not from keys or imports', () => {
  const source = "import x from '取り込み';\nconst t = { '鍵': '値です。', f: (n: number) => `${n}件です。` };\n";
  expect(codeStrings(source).map(({ text }) => text)).toEqual(['値です。', '487件です。']);
});

test('a body is read by paragraph, item and cell, without code and markup', () => {
  const body =
    '## 見出し\n\n一文目。[名前](/sip/)です。\n\n```\n略である。\n```\n\n1. 手順です。\n\n| 左 | 右 |\n|---|---|\n| 値 | <b>太</b> |\n';
  expect(paragraphs(body).map(({ text }) => text)).toEqual([
    '見出し',
    '一文目。名前です。',
    '手順です。',
    '左',
    '右',
    '値',
    '太',
  ]);
});
