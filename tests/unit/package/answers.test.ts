import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { expect } from '@playwright/test';
import { messages } from '../../../src/i18n/index.ts';
import { LOCALES } from '../../../src/locales.ts';
import { forkSet } from '../../../src/model/facts/fork-set.ts';
import { factRows } from '../../../src/model/facts/rows.ts';
import { site } from '../../../src/site/data.ts';
import { pairPage } from '../../../src/site/pair-page.ts';
import { made } from './made.ts';

// The package says what the site says, of every code and every pair, in every language.

const { codes, comparisons, content } = site();

test('every code is described as on its page', () => {
  expect(made.codes().map(({ code }) => code)).toEqual(codes.map(({ number }) => number));
  for (const locale of LOCALES)
    for (const code of codes) {
      const found = made.describe(code.number, locale)!;
      const text = code.text[locale];
      for (const field of ['summary', 'description', 'seenWhen', 'howToFix', 'askFor', 'toSend', 'keywords'] as const)
        expect(found[field]).toEqual(text[field]);
      expect(found.producedBy.map(({ role, tell }) => ({ role, tell }))).toEqual(text.producedBy);
      expect(found.facts.map(({ label, value }) => ({ label, value }))).toEqual(
        factRows(code, content).map((row) => messages(locale).fact(row, content.reference)),
      );
      expect(found.ladder.length).toBe(code.ladder.steps.length);
      expect(found.url).toMatch(new RegExp(`^https://.*/sip/${code.number}/$`));
    }
});

test('every pair is compared as on its page', () => {
  const texts = (said: { text: string }[]) => said.map(({ text }) => text);
  const different = LOCALES.flatMap((locale) =>
    [...comparisons.values()].flatMap((comparison) => {
      const { a, b, key, tier } = comparison;
      const page = pairPage(comparison, messages(locale), content);
      // In either order.
      const found = made.compare(b.number, a.number, locale)!;
      const [here, there] = [found, { ...page, a: a.number, b: b.number, tier }].map((one) =>
        [one.a, one.b, one.tier, one.settledBy, one.received, one.toSend, one.example, one.fork.text].concat(
          ...[one.lead, one.differences, one.common, one.together, one.network].map(texts),
        ),
      );
      return isDeepStrictEqual(here, there) ? [] : [`${locale} ${key}`];
    }),
  );
  expect(different).toEqual([]);
});

test('what is not registered, or no pair, is null', () => {
  expect([made.describe(999), made.describe(0), made.details(999)]).toEqual([null, null, null]);
  expect([made.compare(302, 999), made.compare(302, 302), made.cause(128), made.example(302, 999)]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('text where a number is due is no code', () => {
  const text = '302' as unknown as number;
  expect([made.describe(text), made.compare(text, 487), made.cause(text)]).toEqual([null, null, null]);
});

test('what is done to an answer changes no other one', () => {
  const answers = () => [
    made.codes()[40],
    made.describe(486),
    made.details(486),
    made.compare(302, 487),
    made.query('cause 34'),
    made.forkOutcome([486, 603]),
    made.causes()[3],
    made.cause(34),
    made.products(),
  ];
  const before = JSON.stringify(answers());
  const empty = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    Object.values(value).forEach(empty);
    if (Array.isArray(value)) value.length = 0;
    else for (const key of Object.keys(value)) (value as Record<string, unknown>)[key] = null;
  };
  answers().forEach(empty);
  expect(JSON.stringify(answers())).toBe(before);
  expect(Object.isFrozen(made.languages)).toBe(true);
});

test('a language that the entry lacks is refused by name', () => {
  expect(() => made.describe(487, 'xx' as 'en')).toThrow('language is "xx"; expected one of en, ja');
});

test('queries are understood as in the search', () => {
  expect(made.query('486 603').answers[0]).toEqual({ kind: 'pair', a: 486, b: 603 });
  expect(made.query('busy here').answers[0]).toEqual({ kind: 'code', code: 486 });
  expect(made.query('話中', 'ja').rest.length + made.query('話中', 'ja').answers.length).toBeGreaterThan(0);
  expect(made.query('cause 34').answers[0]).toMatchObject({ kind: 'cause', cause: 34 });
  // The package has no pages of RFCs, so it cannot say which ones are lacking.
  expect(made.query('rfc 3261').answers).toEqual([]);
  expect(made.query('477').answers[0]).toMatchObject({ kind: 'unknown-code', code: 477, as: 400 });
});

test('a fork with several branches follows RFC 3261 §16.7', () => {
  const outcome = (...given: number[]) => {
    const { provisional, candidates, chosen, sent } = made.forkOutcome(given);
    return { provisional, candidates, chosen, sent };
  };
  expect(outcome(180, 486, 404, 603)).toEqual({ provisional: [180], candidates: [603], chosen: 603, sent: null });
  expect(outcome(486, 200, 603)).toMatchObject({ candidates: [200], chosen: 200 });
  expect(outcome(401, 407, 486)).toMatchObject({ candidates: [401, 407], chosen: 'merged' });
  expect(outcome(503)).toMatchObject({ chosen: 503, sent: 500 });
  expect(made.forkOutcome([503]).sources.map(({ text }) => text)).toEqual(['RFC 3261 §16.7 step 6']);
  expect(outcome(503, 504)).toMatchObject({ chosen: 504, sent: null });
  expect(outcome(503, 503, 180)).toMatchObject({ chosen: 503, sent: 500 });
  expect(outcome(404, 486)).toMatchObject({ candidates: [404, 486], chosen: 'either' });
  expect(outcome(100, 180)).toEqual({ provisional: [180], candidates: [], chosen: 'none', sent: null });
  expect(outcome(486, 423)).toMatchObject({ chosen: 'n/a' });
  expect(() => made.forkOutcome([])).toThrow('at least one');
  expect(() => made.forkOutcome([486, 999])).toThrow('999');
});

test('a fork with two branches has the outcome of their comparison', () => {
  const different = [...comparisons.values()].flatMap(({ a, b, fork }) => {
    const { chosen, candidates, provisional, sent } = forkSet([b, a]);
    const both = !a.final ? [...provisional, ...(b.final ? [chosen] : [])] : [];
    // A provisional response is passed on beside the final one, or not at all.
    const passed = fork.winner === 'both' ? [a.number, b.number] : fork.winner === 'none' ? [] : [fork.winner];
    const same =
      fork.winner === 'n/a'
        ? chosen === 'n/a'
        : (a.final ? chosen === fork.winner : isDeepStrictEqual(both, passed)) &&
          sent === fork.sent &&
          (typeof chosen !== 'number' || isDeepStrictEqual(candidates, [chosen]));
    return same ? [] : [`${a.number} ${b.number}`];
  });
  expect(different).toEqual([]);
});

test('a final response is left over whatever three branches return', () => {
  const finals = codes.filter(({ final }) => final);
  for (const [at, a] of finals.entries())
    for (const [next, b] of finals.slice(at + 1).entries())
      for (const c of finals.slice(at + next + 2)) {
        const { chosen, candidates } = forkSet([a, b, c]);
        if (chosen !== 'n/a' && candidates.length === 0) throw new Error(`${a.number} ${b.number} ${c.number}`);
      }
});
