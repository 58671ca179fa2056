import { test } from 'node:test';
import { expect } from '@playwright/test';
import { readContent } from '../../../src/schema/load.ts';
import { firstMentions, namesOf, termFinder, termsInPhrase } from '../../../src/site/mentions.ts';

const { glossary } = readContent('content').content!.reference;
const finders = { en: termFinder(glossary, 'en'), ja: termFinder(glossary, 'ja') };
const found = (locale: 'en' | 'ja', texts: string[], own: string[] = []) =>
  [...firstMentions(texts, finders[locale], own).values()]
    .flat()
    .flatMap(({ text, term }) => (term ? [[text, term]] : []));

test('only the first mention of a term on a page is linked', () => {
  expect(found('en', ['The proxy answers.', 'Another proxy waits.'])).toEqual([['proxy', 'proxy']]);
});

test('the longest name wins, and its parts are not linked instead', () => {
  expect(found('en', ['A reliable provisional response is acknowledged.'])).toEqual([
    ['reliable provisional response', 'reliable-provisional-response'],
  ]);
  expect(found('ja', ['アウトバウンドプロキシです。'])).toEqual([['アウトバウンドプロキシ', 'outbound-proxy']]);
});

test('code spans are passed over', () => {
  expect(found('en', ['Read `Via` and `proxy`, then the registrar.'])).toEqual([['registrar', 'registrar']]);
});

test('plurals and the head of a sentence count, other words do not', () => {
  expect(found('en', ['Proxies fork. Stateless Gateways', 'via deviate', 'P-Via'])).toEqual([
    ['Proxies', 'proxy'],
    ['fork', 'fork'],
    ['Gateways', 'gateway'],
  ]);
});

test('a Japanese term is no part of a longer word', () => {
  expect(found('ja', ['登録簿とコールフロー、フォークリフトです。'])).toEqual([]);
  expect(found('ja', ['登録が切れました。'])).toEqual([['登録', 'registration']]);
});

test('the pieces of a text are the text', () => {
  const text = 'The `Via` of a proxy, the SDP and the CSeq.';
  const pieces = firstMentions([text], finders.en).get(text)!;
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces.filter(({ term }) => term)).toHaveLength(3);
});

test('what the page is about is not linked', () => {
  expect(termsInPhrase(glossary, 'Proxy Authentication Required')).toEqual(['proxy']);
  expect(found('en', ['The proxy asks for it.'], ['proxy'])).toEqual([]);
});

test('names in brackets count if they are names', () => {
  const names = (id: string) =>
    namesOf(
      glossary.find((term) => term.id === id)!,
      'en',
    );
  expect(names('uac')).toEqual(['user agent client', 'UAC']);
  expect(names('outbound-flow')).toEqual(['flow']);
  expect(names('timer-b')).toEqual(['Timer B', 'Timer F']);
});
