import { test } from 'node:test';
import { expect } from '@playwright/test';
import { mergeTranslation } from '../../../src/schema/translations.ts';
import type { Locale } from '../../../src/locales.ts';

// A language that the site does not have: the texts of a further one.
const further = 'xx' as Locale;
const merge = (table: unknown, translation: unknown) => mergeTranslation(table, translation, further);
const problems = (table: unknown, translation: unknown) =>
  merge(table, translation).problems.map(({ field, message }) => `${field}: ${message}`);

const codes = [
  { code: 486, text: { en: 'busy', ja: '話し中' } },
  { code: 487, text: { en: 'ended', ja: '終了' }, sources: ['RFC 3261 §9.1'] },
];

test('items of a list are found by a field that differs from item to item', () => {
  const { value, problems } = merge(codes, [
    { code: 487, text: { xx: 'finis' } },
    { code: 486, text: { xx: 'occupé' } },
  ]);
  expect(problems).toEqual([]);
  expect(value).toEqual([
    { code: 486, text: { en: 'busy', ja: '話し中', xx: 'occupé' } },
    { code: 487, text: { en: 'ended', ja: '終了', xx: 'finis' }, sources: ['RFC 3261 §9.1'] },
  ]);
});

test('items of a list without such a field are found by their place', () => {
  const table = [
    { en: 'one', ja: '一' },
    { en: 'two', ja: '二' },
  ];
  expect(merge(table, [{ xx: 'un' }, { xx: 'deux' }]).value).toEqual([
    { en: 'one', ja: '一', xx: 'un' },
    { en: 'two', ja: '二', xx: 'deux' },
  ]);
  expect(problems(table, [{ xx: 'un' }])).toEqual([
    ': has 1 items, but 2 in the table. Translate all, in the same order',
  ]);
  const sends = [
    { code: 486, when: { en: 'a', ja: 'あ' } },
    { code: 486, when: { en: 'b', ja: 'い' } },
  ];
  expect(
    problems(sends, [
      { code: 486, when: { xx: 'a' } },
      { code: 480, when: { xx: 'b' } },
    ]),
  ).toEqual(['[1].code: is 480, but 486 in the table. Make it equal, or remove it']);
});

test('the table itself is not changed', () => {
  const before = structuredClone(codes);
  merge(codes, [{ code: 486, text: { xx: 'occupé' } }]);
  expect(codes).toEqual(before);
});

for (const [name, translation, message] of [
  ['an item that does not exist', [{ code: 999, text: { xx: 'x' } }], '[code 999]: does not exist in the table'],
  ['a field that does not exist', [{ code: 486, txt: { xx: 'x' } }], '[code 486].txt: does not exist in the table'],
  ['another language', [{ code: 486, text: { yy: 'x' } }], '[code 486].text.yy: does not exist in the table'],
  ['another structure', [{ code: 486, text: 'x' }], '[code 486].text: has another structure than in the table'],
] as const)
  test(`a translation with ${name} is refused`, () => {
    expect(problems(codes, translation).join()).toContain(message);
  });

test('a text that is in both the table and the translation is refused', () => {
  expect(problems([{ en: 'one', xx: 'un' }], [{ xx: 'un' }])).toEqual([
    '[0].xx: is in the table too. Remove one of the two',
  ]);
});
