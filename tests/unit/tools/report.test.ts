import { test } from 'node:test';
import { expect } from '@playwright/test';
import { nearest, shingles } from '../../../src/tools/report.ts';

const numbered = (texts: string[], locale: 'en' | 'ja') => {
  const seen = new Map<number, number>();
  return { texts: texts.map((text) => shingles(text, locale, seen)), all: seen };
};

test('five words are a shingle in English, eight characters in Japanese; the same have the same number', () => {
  const { texts, all } = numbered(['One two, three four five six.', 'two three FOUR five six seven'], 'en');
  expect(texts.map((text) => [...text])).toEqual([
    [0, 1],
    [1, 2],
  ]);
  expect(all.size).toBe(3);
  expect([...numbered(['一二三四五六七八九', '二三四五六 七八九'], 'ja').texts[1]!]).toEqual([1]);
  expect(numbered(['too short'], 'en').texts[0]).toHaveLength(0);
});

test('the nearest text shares the largest part of what both have, each shingle counted once', () => {
  const texts = [[0, 1, 2, 3, 3], [0, 1, 2, 3, 4, 5, 6, 7], [2, 3, 8], [9]].map((numbers) => Uint32Array.from(numbers));
  expect(nearest(texts, 10)).toEqual([
    { other: 1, similarity: 4 / 8 },
    { other: 0, similarity: 4 / 8 },
    { other: 0, similarity: 2 / 5 },
    { other: -1, similarity: 0 },
  ]);
});

test('more than one word of bits is compared', () => {
  const far = Uint32Array.from({ length: 100 }, (_, at) => at);
  expect(nearest([far, far.slice(50)], 100)[0]).toEqual({ other: 1, similarity: 0.5 });
});
