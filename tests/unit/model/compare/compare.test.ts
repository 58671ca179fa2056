import { test } from 'node:test';
import { expect } from '@playwright/test';
import { readContent } from '../../../../src/schema/load.ts';
import { messages } from '../../../../src/i18n/index.ts';
import { compareAll, findingValue, pairDescription } from '../../../../src/model/compare/compare.ts';
import { LOCALES } from '../../../../src/locales.ts';
import { durationOf, pstnOut } from '../../../../src/model/facts/facts.ts';
import { allFindings } from '../../../../src/model/compare/compare.ts';
import { countingKind, failoverKind, together } from '../../../../src/model/compare/rules/index.ts';

const { content } = readContent('content');
const code = (number: number) => content!.byNumber.get(number)!;
const comparisons = compareAll(content!);
const kinds = (a: number, b: number) => {
  const { differences, network } = allFindings(code(a), code(b), content!);
  return [...differences, ...network].map((finding) => finding.kind);
};

test('there is one comparison for every pair, lower code first', () => {
  expect(comparisons.size).toBe((75 * 74) / 2);
  for (const { a, b, key } of comparisons.values()) {
    expect(a.number).toBeLessThan(b.number);
    expect(key).toBe(`${a.number}-vs-${b.number}`);
  }
});

test('every comparison has something to say: at least one difference, and a way in which both turn up', () => {
  const silent = [...comparisons.values()].filter(
    (one) => one.differences.length + (one.note?.text.en.differences?.length ?? 0) === 0 || one.together.length === 0,
  );
  expect(silent.map((one) => one.key)).toEqual([]);
});

test('a 408 may be made up locally, a 486 not (RFC 3261 §8.1.3.1)', () => {
  expect(kinds(408, 486)).toContain('local');
  expect(kinds(480, 486)).not.toContain('local');
});

test('401 is never sent by a proxy, 407 is (RFC 3261 §22.1)', () => {
  expect(code(401).sentBy).not.toContain('proxy');
  expect(code(407).sentBy).toContain('proxy');
});

test('600 and 608 look the same to a client that does not know 608 (RFC 3261 §8.1.3.2)', () => {
  const { differences } = allFindings(code(600), code(608), content!);
  expect(differences.find((finding) => finding.kind === 'unknown-to-old')).toMatchObject({
    which: 'b',
    fallback: 600,
    same: true,
  });
  expect(kinds(600, 603)).not.toContain('unknown-to-old');
});

test('an unknown provisional code is treated as 183 (RFC 3261 §8.1.3.2)', () => {
  const { differences } = allFindings(code(183), code(199), content!);
  expect(differences.find((finding) => finding.kind === 'unknown-to-old')).toMatchObject({ fallback: 183, same: true });
});

test('486 and 600 become the same cause; 403, 603 become 21 (RFC 3398 §8.2.6.1)', () => {
  expect(kinds(486, 600)).toContain('pstn-same');
  expect(kinds(403, 603)).toContain('pstn-same');
  expect(pstnOut(code(487), content!)).toEqual({ kind: 'no-cause' });
  expect(pstnOut(code(302), content!)).toEqual({ kind: 'redirect', by: 'contact' });
  // Its Contact is a proxy on the way to the same target (RFC 3261 §21.3.4).
  expect(pstnOut(code(305), content!)).toEqual({ kind: 'redirect', by: 'proxy' });
  expect(pstnOut(code(180), content!)).toBeNull();
});

test('a 408 through the telephone network comes back as 504, a 603 may stay what it is (RFC 3398, both tables)', () => {
  expect(kinds(408, 504)).toContain('pstn-returns');
  const { network } = allFindings(code(403), code(603), content!);
  expect(network.find((finding) => finding.kind === 'pstn-returns')).toBeUndefined();
});

test('SEER counts 480, 486, 600 and 603; ISA counts 408, 500, 503 and 504 (RFC 6076 §4.7, §4.8)', () => {
  for (const number of [480, 486, 600, 603]) expect(countingKind(code(number), content!)).toBe('user');
  for (const number of [408, 500, 503, 504]) expect(countingKind(code(number), content!)).toBe('ineffective');
  expect(countingKind(code(302), content!)).toBe('excluded');
  expect(countingKind(code(487), content!)).toBe('lowers');
  expect(countingKind(code(180), content!)).toBeNull();
});

test('a 302 holds until its expiry, a 301 for good, a 305 for one request (RFC 3261 §21.3)', () => {
  expect(durationOf(code(302))?.how).toBe('until-expiry');
  expect(durationOf(code(301))?.how).toBe('permanent');
  expect(durationOf(code(305))?.how).toBe('one-request');
  expect(durationOf(code(487))).toBeNull();
});

test('after a 6xx no other target is tried, after a 503 the next server is (RFC 3261 §16.7, RFC 3263 §4.3)', () => {
  expect(failoverKind(code(603))).toBe('stop');
  expect(failoverKind(code(503))).toBe('next-server');
  expect(failoverKind(code(487))).toBeNull();
});

test('a provisional response comes before the final one in the same transaction', () => {
  expect(together(code(180), code(486))).toEqual([{ way: 'provisional-then-final' }]);
  expect(together(code(204), code(422))).toEqual([{ way: 'never-same-request', how: 'never' }]);
  expect(together(code(302), code(487))).toContainEqual({ way: 'after-redirect', first: 'a' });
});

test('findings do not depend on which of two equal things is looked at first', () => {
  for (const [a, b] of [
    [480, 486],
    [302, 487],
    [403, 603],
    [408, 503],
  ] as const)
    expect(kinds(a, b).sort()).toEqual(kinds(b, a).sort());
});

test('a finding has the same value for all pairs with the same values', () => {
  const value = (a: number, b: number) =>
    allFindings(code(a), code(b), content!)
      .differences.filter((finding) => finding.kind === 'reach')
      .map(findingValue);
  expect(value(400, 486)).toEqual(value(401, 486));
});

for (const locale of LOCALES)
  test(`every finding of every pair is whole sentences in ${locale}`, () => {
    const words = messages(locale);
    const faults: string[] = [];
    for (const { a, b, differences, network, shared, together: ways, fork, look } of comparisons.values()) {
      const speech = { a: a.number, b: b.number, reference: content!.reference };
      const sentences = [
        ...[...differences, ...network].map((finding) => words.finding(finding, speech)),
        ...shared.map((one) => words.shared(one)),
        ...ways.map((way) => words.together(way, speech)),
        words.fork(fork, speech),
        words.received(look, speech),
      ];
      const whole = locale === 'en' ? /^[A-Z0-9].*[A-Za-z0-9”)]\.$/ : /^[^。]+.*[ますんせたいす](?:（[^）]+）)?。$/;
      for (const text of sentences)
        if (!whole.test(text) || /undefined|null|\s{2}|\.\.|。。/.test(text))
          faults.push(`${a.number}-vs-${b.number}: ${text}`);
    }
    expect(faults.slice(0, 10)).toEqual([]);
  });

test('a description keeps whole sentences and cuts only a first one that is too long', () => {
  expect(pairDescription(['One fits.', 'Two fits too.'], 'en')).toBe('One fits. Two fits too.');
  expect(pairDescription(['One fits.', 'x'.repeat(200)], 'en')).toBe('One fits.');
  expect(pairDescription(['word '.repeat(60)], 'en')).toMatch(/^(word )+word…$/);
});
