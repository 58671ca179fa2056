import { test } from 'node:test';
import { expect } from '@playwright/test';
import { compareAll } from '../../../../src/model/compare/compare.ts';
import { neverAtEndpoint } from '../../../../src/model/facts/facts.ts';
import { commonMethods, insideOutside, onlyInside } from '../../../../src/model/facts/fork.ts';
import { readContent } from '../../../../src/schema/load.ts';

// How two codes meet, over all pairs: what readers with the RFC texts at hand found absurd or contradictory once.

const { content } = readContent('content');
const comparisons = [...compareAll(content!).values()];
const ways = (key: string) => comparisons.find((one) => one.key === key)!.together;
/** The pairs in which the client goes on after `first` and gets `other` */
const after = (first: number, other: number) =>
  comparisons
    .find(({ a, b }) => a.number === Math.min(first, other) && b.number === Math.max(first, other))!
    .together.filter((way) => 'first' in way && way.first === (first < other ? 'a' : 'b'));

test('of two codes, one inside dialogs and one outside, no part of the page says that a request gets both', () => {
  const apart = comparisons.filter(({ a, b }) => insideOutside(a, b) && commonMethods(a, b).length > 0);
  expect(apart.map(({ key }) => key)).toContain('486-vs-491');
  for (const { key, together, fork, choice } of apart) {
    expect([key, together.map(({ way }) => way), fork.winner, choice]).toEqual([key, ['inside-outside'], 'n/a', false]);
    expect(fork.sources.length, key).toBeGreaterThan(0);
    expect(fork.judged.length, key).toBe(1);
  }
});

test('glare is found before a phone rings, so one request gets no 180 and 491 (RFC 3261 §14.2, RFC 3311 §5.2)', () => {
  for (const first of [180, 183]) expect(ways(`${first}-vs-491`)).toEqual([{ way: 'separate-requests' }]);
  expect(ways('100-vs-491')).toEqual([{ way: 'provisional-then-final' }]);
});

test('what an endpoint should never see ends no request of one and comes in no later one (RFC 5626 §11.5)', () => {
  const faults = comparisons.filter(
    ({ a, b, together }) =>
      (neverAtEndpoint(a) || neverAtEndpoint(b)) &&
      a.fork?.as !== 'not-forwarded' &&
      together.some(({ way }) => ['provisional-then-final', 'later-request', 'separate-requests'].includes(way)),
  );
  expect(faults.map(({ key }) => key)).toEqual([]);
});

test('an alert outside dialogs, or a SUBSCRIBE with another event, is no request in the dialog of the first one', () => {
  for (const first of [425, 489]) for (const other of [481, 487]) expect(after(first, other)).toEqual([]);
  expect(after(489, 204)).toEqual([]);
  const faults = comparisons.filter(
    ({ a, b, together }) =>
      onlyInside(a, b) && together.some(({ way }) => ['after-redirect', 'after-failover', 'after-flow'].includes(way)),
  );
  expect(faults.map(({ key }) => key)).toEqual([]);
});

test('a request that timed out inside a dialog is followed by none in it (RFC 3261 §12.2.1.2)', () => {
  for (const key of ['204-vs-408', '408-vs-469']) expect(ways(key)).toEqual([{ way: 'never-at-once' }]);
  expect(ways('408-vs-412')).toEqual([{ way: 'local-then-other', local: 'a' }]);
});

test('after 405 comes another method, so nothing that only the refused one can get', () => {
  for (const other of [202, 204, 380, 412, 423, 425, 439, 469, 489, 501, 555]) expect(after(405, other)).toEqual([]);
  for (const other of [403, 408, 422, 488, 491])
    expect(after(405, other).map(({ way }) => way)).toEqual(['after-change']);
});

test('who finds an Identity header field wrong does not ask for one afterwards (RFC 8224 §6.2.2)', () => {
  for (const first of [436, 437, 438]) {
    expect(after(first, 428)).toEqual([]);
    expect(after(428, first)).toEqual([{ way: 'after-change', first: 'a' }]);
  }
});

test('after 429 the referrer has to send a REFER with a token, which leads to another request (RFC 3892 §2.1)', () => {
  expect(after(429, 404)).toEqual([{ way: 'after-referral', first: 'b' }]);
  for (const other of [204, 412, 439, 469, 491, 555]) expect(after(429, other)).toEqual([]);
});
