import { test } from 'node:test';
import { expect } from '@playwright/test';
import { shingles, similarity } from '../../../src/tools/report.ts';

test('five words are a shingle in English, eight characters in Japanese; the same have the same number', () => {
  const english = new Map<string, number>();
  expect([...shingles('One two, three four five six.', 'en', english)]).toEqual([0, 1]);
  expect([...shingles('two three FOUR five six seven', 'en', english)]).toEqual([1, 2]);
  expect([...english.keys()][0]).toBe('one two three four five');
  expect(shingles('too short', 'en', english).size).toBe(0);
  expect(shingles('a a a a a a a a', 'en', english).size).toBe(1);
  const japanese = new Map<string, number>();
  expect([...shingles('一二三四五六 七八九', 'ja', japanese)]).toEqual([0, 1]);
  expect([...shingles('二三四五六七八九十', 'ja', japanese)]).toEqual([1, 2]);
});

test('similarity is the share of what both texts have', () => {
  expect(similarity(new Set([1, 2, 3, 4]), new Set([3, 4, 5]))).toBe(2 / 5);
  expect(similarity(new Set([1]), new Set([1]))).toBe(1);
  expect(similarity(new Set([1]), new Set([2]))).toBe(0);
  expect(similarity(new Set(), new Set())).toBe(0);
});
