import { test } from 'node:test';
import { expect } from '@playwright/test';
import { readContent } from '../../../src/schema/load.ts';
import { searchPages } from '../../../src/search/directory.ts';
import { readQuery, type QueryAnswer } from '../../../src/search/query.ts';
import { rank } from '../../../src/search/rank.ts';
import { askedTerms, askedWords, fold, stem, terms } from '../../../src/search/tokenize.ts';
import { indexWords, matchWords } from '../../../src/search/rank-words.ts';
import { directoryOf, textsOf, wordsOf } from '../../../src/site/searchable.ts';

const { content } = readContent('content');

const light = (locale: 'en' | 'ja') => {
  const directory = directoryOf(content!, locale);
  const { subjects, pages } = searchPages(directory, wordsOf(content!, locale));
  const index = indexWords(pages);
  return (query: string) => rank(query, readQuery(query, directory.known), index, subjects);
};
const english = light('en');
const japanese = light('ja');
const code = (number: number): QueryAnswer => ({ kind: 'code', code: number });

test('long vowels, width and case make no difference', () => {
  expect(fold('サーバー')).toBe(fold('サーバ'));
  expect(fold('ヘッダー不正')).toBe(fold('ﾍｯﾀﾞ不正'));
  expect(fold('ＳＩＰ　ALG')).toBe('sip alg');
  expect(fold('データ')).toBe('データ');
});

test('endings of English words make no difference', () => {
  for (const group of [
    ['reject', 'rejects', 'rejected', 'rejecting'],
    ['decline', 'declined', 'declining'],
    ['stop', 'stops', 'stopped'],
    ['hang', 'hung', 'hangs'],
    ['reply', 'replies', 'replied'],
  ])
    expect(new Set(group.map(stem)).size).toBe(1);
  expect(terms('time-out')).toContain(stem('timeout'));
});

test('Japanese is cut into pairs of characters, and katakana ends where kanji begins', () => {
  expect(terms('着信拒否')).toEqual(['着信', '信拒', '拒否']);
  expect(terms('トーキー欠番')).toEqual(['トー', 'ーキ', '欠番']);
  expect(askedWords('構文エラーとは')).toEqual(['構文エラ']);
});

test('what every question has says nothing', () => {
  expect(askedTerms('what is the SIP response code')).toEqual([]);
  expect(askedTerms('SIPレスポンスコードとは')).toEqual([]);
});

test('a page with the rare word comes before one with the frequent word', () => {
  const page = (summary: string) => ({ names: [], keywords: [], summary, weight: 1 });
  const index = indexWords([page('call busy'), page('call ended'), page('call glare'), page('call lost')]);
  expect(matchWords('call glare', index)[0]?.page).toBe(2);
  expect(matchWords('nothing of this', index)).toEqual([]);
});

test('the beginning of a word finds it while typing', () => {
  expect(english('undeciph').answers[0]).toEqual(code(493));
});

test('symptoms lead to their code in both languages', () => {
  expect(english('both sides put the call on hold at once').answers[0]).toEqual(code(491));
  expect(japanese('非通知の着信を拒否している').answers[0]).toEqual(code(433));
  for (const query of ['サーバータイムアウト', 'サーバタイムアウト'])
    expect(japanese(query).answers[0]).toEqual(code(504));
});

test('a number with words is shown first, then the settled pair that the words fit', () => {
  expect(english('200 cancel crossing').answers.slice(0, 2)).toEqual([code(200), { kind: 'pair', a: 200, b: 487 }]);
});

test('compounds that occur nowhere are partial matches', () => {
  for (const query of ['通話料', '登録商標', '証明写真']) expect(japanese(query).answers).toEqual([]);
});

test('every code, settled pair, symptom and context has a text of its own', () => {
  for (const locale of ['en', 'ja'] as const) {
    const texts = textsOf(content!, locale);
    expect(texts).toHaveLength(
      content!.codes.length + content!.notes.size + content!.symptoms.length + content!.contexts.length,
    );
    expect(texts.every(({ text }) => text !== '' && !text.includes('`'))).toBe(true);
  }
});

test('words that every object of JavaScript has are words as any other', () => {
  for (const word of ['constructor', 'valueof', 'hasownproperty', '__proto__']) {
    expect(typeof stem(word)).toBe('string');
    expect(() => english(word)).not.toThrow();
    expect(readQuery(word, directoryOf(content!, 'en').known).answers).toEqual([]);
  }
});
