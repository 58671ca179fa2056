import { expect, test } from '@playwright/test';
import { japaneseFaults } from '../../src/build/japanese.ts';
import { readProse } from '../../src/build/prose.ts';

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

test('the Japanese check reads entries, notes and reference tables', () => {
  const files = new Set(readProse('ja').map(({ file }) => file));
  for (const file of [
    'content/codes/487/ja.mdx',
    'content/comparisons/480-vs-486/ja.mdx',
    'content/reference/classes.yaml',
  ])
    expect(files).toContain(file);
});
