import { test } from 'node:test';
import { expect } from '@playwright/test';
import { messages } from '../../../../src/i18n/index.ts';
import { allFindings, compareAll } from '../../../../src/model/compare/compare.ts';
import { countingKind, failoverKind } from '../../../../src/model/compare/rules/index.ts';
import { dialogEffect } from '../../../../src/model/facts/dialog.ts';
import { pstnOut, pstnSide } from '../../../../src/model/facts/facts.ts';
import { factRows } from '../../../../src/model/facts/rows.ts';
import { LOCALES, type Locale } from '../../../../src/locales.ts';
import { readContent } from '../../../../src/schema/load.ts';
import { pairPage } from '../../../../src/site/pair-page.ts';

// What readers with the RFC texts at hand found wrong once, over all pairs and codes.

const { content } = readContent('content');
const comparisons = [...compareAll(content!).values()];
const code = (number: number) => content!.byNumber.get(number)!;
/** Every sentence that rules make of a pair, with its key. */
const sentences = (locale: Locale): [key: string, text: string][] =>
  comparisons.flatMap((comparison) => {
    const page = pairPage(comparison, messages(locale), content!);
    const computed = comparison.note ? [] : page.lead;
    return [...computed, ...page.differences, ...page.common, page.fork, ...page.network, ...page.together].map(
      ({ text }): [string, string] => [comparison.key, text],
    );
  });

test('only 408 and 481 end a call that a re-INVITE or UPDATE tried to change (RFC 3261 §14.1, RFC 3311 §5.3)', () => {
  const ending = content!.codes.filter((one) => dialogEffect(one)?.call === 'ends').map(({ number }) => number);
  expect(ending).toEqual([408, 481]);
});

test('a subscription ends after the codes that RFC 6665 §4.1.2.2 lists and after no other', () => {
  const ending = content!.codes.filter((one) => dialogEffect(one)?.subscription === 'ends').map(({ number }) => number);
  expect(ending).toEqual([404, 405, 410, 416, 480, 481, 482, 483, 484, 485, 489, 501, 604]);
});

test('what only RFC 5057 says of a dialog is said to be its reading, which is informational', () => {
  const ends = {
    en: /\bends (the whole dialog|the call or subscription)/,
    ja: /(ダイアログ全体|リクエストが属する通話や購読)を終わらせ/,
  };
  for (const locale of LOCALES) {
    const found = sentences(locale).filter(([, text]) => ends[locale].test(text));
    expect(found.length).toBeGreaterThan(100);
    const faults = found.filter(
      ([, text]) => !text.includes(locale === 'en' ? 'RFC 5057 (informational)' : 'RFC 5057（Informational）'),
    );
    expect(faults.slice(0, 5)).toEqual([]);
  }
});

test('where RFC 3261 keeps the call that RFC 5057 lets end, sentence and row say so', () => {
  const outlived = (number: number) => {
    const effect = dialogEffect(code(number));
    return effect?.call === 'goes-on' && !['transaction', 'nothing'].includes(effect.ends);
  };
  const faults = comparisons.filter(({ a, b }) =>
    allFindings(a, b, content!).differences.some(
      (finding) => finding.kind === 'dialog' && finding.disputed !== (outlived(a.number) || outlived(b.number)),
    ),
  );
  expect(faults.map(({ key }) => key).slice(0, 5)).toEqual([]);
  for (const one of content!.codes.filter(({ number }) => outlived(number))) {
    const row = factRows(one, content!).find(({ key }) => key === 'dialog')!;
    expect(row).toMatchObject({ disputed: true, sources: expect.arrayContaining(['RFC 3261 §14.1']) });
  }
});

test('what answers no INVITE releases nothing on the telephone side, whatever the table has (423, RFC 3398 §8.2.6)', () => {
  const faults = content!.codes.filter(
    (one) => pstnSide(one, content!)?.kind === 'not-invite' && pstnOut(one, content!) !== null,
  );
  expect(faults.map(({ number }) => number)).toEqual([]);
});

test('the steps of a proxy are cited with what they say: choice 6, forwarding and the stop after a 6xx 5, recursion 4, the rest cancelled 10', () => {
  const step = (number: number) => `RFC 3261 §16.7 step ${number}`;
  const NEEDED: Partial<Record<string, number[]>> = {
    'global-failure': [6, 5],
    'global-failure-no-cancel': [6, 5],
    'provisional-then-global': [5, 6],
    'lowest-class-unless-followed': [6, 4],
    'success-at-once': [5, 10],
    'provisional-then-success': [5, 10],
    'challenges-merged': [6, 7],
  };
  const faults = comparisons.filter(({ fork }) => {
    const needed = [...(NEEDED[fork.reason] ?? []), ...(fork.sent === null ? [] : [6])];
    return needed.some((one) => !fork.sources.includes(step(one)));
  });
  expect(faults.map(({ key, fork }) => `${key} ${fork.reason}`).slice(0, 5)).toEqual([]);
  for (const one of content!.codes.filter(({ responseClass }) => responseClass === 6))
    expect(factRows(one, content!).find(({ key }) => key === 'fork')!.sources).toEqual([step(5), step(6)]);
});

test('nobody is advised not to try again where no text says so (502, RFC 3261 §21.5.3)', () => {
  const forbidding = content!.codes.filter(
    ({ retry, judgement }) => retry.action === 'never' && !judgement.includes('retry'),
  );
  expect(forbidding.filter(({ retry }) => retry.source.length === 0).map(({ number }) => number)).toEqual([]);
  expect(code(502).retry.action).not.toBe('never');
});

test('a timeout without any response leads to the next server as a 503 does (RFC 3263 §4.3)', () => {
  expect(failoverKind(code(408))).toBe('next-server-if-silent');
  const found = comparisons
    .filter(({ a, b }) => a.number === 408 || b.number === 408)
    .flatMap(({ a, b }) => allFindings(a, b, content!).network.filter(({ kind }) => kind === 'failover'));
  expect(found.length).toBeGreaterThan(20);
  for (const finding of found) expect([...finding.sources.a, ...finding.sources.b]).toContain('RFC 3263 §4.3');
});

test('a challenge lowers no ratio for certain (RFC 6076 §4.2, §4.3.2)', () => {
  const challenges = content!.codes.filter((one) => countingKind(one, content!) === 'challenge');
  expect(challenges.map(({ number }) => number)).toEqual([401, 402, 407]);
  const faults = sentences('en').filter(([, text]) => /\b40[127] lowers SER/.test(text));
  expect(faults).toEqual([]);
});

test('a refusal at the request check follows a ringing phone only from another element (RFC 3261 §8.2, §16.3)', () => {
  const pairs = comparisons.filter(({ a, b }) => !a.final && a.fork?.as !== 'not-forwarded' && b.beforeAlerting);
  expect(pairs.length).toBeGreaterThan(100);
  const faults = pairs.filter(({ together }) => together.some(({ way }) => way === 'provisional-then-final'));
  expect(faults.map(({ key }) => key).slice(0, 5)).toEqual([]);
});

test('what a gateway sends on a release may follow a ringing phone on the same leg (RFC 3398 §7.2.4.1)', () => {
  const released = new Set(Object.values(content!.reference.q850.causeToSip));
  const faults = comparisons.filter(
    ({ b, together }) => released.has(b.number) && together.some(({ way }) => way === 'provisional-elsewhere'),
  );
  expect(faults.map(({ key }) => key)).toEqual([]);
  for (const key of ['180-vs-484', '183-vs-501', '183-vs-580'])
    expect(comparisons.find((one) => one.key === key)!.together).toEqual([{ way: 'provisional-then-final' }]);
});

test('a relay refuses what it would translate, and nothing inside a dialog (RFC 5360 §3)', () => {
  expect(comparisons.find(({ key }) => key === '470-vs-491')!.together).toEqual([
    { way: 'inside-outside', inside: 'b' },
  ]);
});

test('who sends a code rests on sections that name the senders', () => {
  const { differences } = comparisons.find(({ key }) => key === '482-vs-493')!;
  const found = differences.find(({ kind }) => kind === 'senders-overlap')!;
  // A UAS finds a merged request, a proxy a loop; §21.4.20 itself names neither.
  expect(found.sources.a).toEqual(['RFC 3261 §8.2.2.2', 'RFC 3261 §16.3']);
});

test('a sentence shows every section that it rests on: ISA its §4.8 (RFC 6076)', () => {
  const shown = comparisons.flatMap((comparison) => {
    const page = pairPage(comparison, messages('en'), content!);
    return [...page.differences, ...page.network].map((said) => ({ key: comparison.key, ...said }));
  });
  const counted = shown.filter(({ text }) => text.includes('(ISA)'));
  expect(counted.length).toBeGreaterThan(100);
  expect(counted.filter(({ sources }) => !sources.includes('RFC 6076 §4.8')).map(({ key }) => key)).toEqual([]);
});

test('where only one of two refusals keeps the call, the sentence names it (408 and 481 end it, RFC 3261 §12.2.1.2)', () => {
  const said = { en: 'a re-INVITE that was so refused', ja: 're-INVITEがこのように拒否されて' };
  const ending = new Set(['408', '481', '489']);
  for (const locale of LOCALES) {
    const faults = sentences(locale).filter(
      ([key, text]) => text.includes(said[locale]) && key.split('-vs-').some((number) => ending.has(number)),
    );
    expect(faults.map(([key]) => key)).toEqual([]);
  }
});

test('a cause that becomes a code on a condition only is named with the condition (RFC 3398 §7.2.4.1)', () => {
  const { alternatives } = content!.reference.q850;
  expect(alternatives.length).toBeGreaterThan(0);
  for (const one of alternatives) {
    const row = factRows(code(one.code), content!).find(({ key }) => key === 'pstnIn')!;
    expect(row, String(one.code)).toMatchObject({ perhaps: [one], sources: ['RFC 3398 §7.2.4.1'] });
  }
  const shown = (locale: Locale, number: number) => {
    const row = factRows(code(number), content!).find(({ key }) => key === 'pstnIn')!;
    return messages(locale).fact(row, content!.reference).value;
  };
  expect(shown('en', 603)).toEqual(['cause 21 “Call rejected”, possible if its location is “user”']);
  expect(shown('ja', 603)).toEqual(['理由表示21「通信拒否」（生成源が「ユーザー」の場合に可）']);
});

test('what a proxy only should choose does not always reach the caller (RFC 3261 §16.7 step 6)', () => {
  const always = comparisons.flatMap((comparison) => {
    const { key, fork } = comparison;
    // 100 is never forwarded; what the proxy should make of the other one is a sentence of its own.
    if (fork.reason === 'not-forwarded') return [];
    const { text } = pairPage(comparison, messages('ja'), content!).fork;
    return /べき/.test(text) && /発信側に届くのは(?!、通常)/.test(text) ? [key] : [];
  });
  expect(always).toEqual([]);
});
