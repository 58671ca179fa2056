import { test } from 'node:test';
import { expect } from '@playwright/test';
import { messages } from '../../../../src/i18n/index.ts';
import { LOCALES } from '../../../../src/locales.ts';
import { allFindings, compareAll } from '../../../../src/model/compare/compare.ts';
import type { FindingKind } from '../../../../src/model/compare/findings.ts';
import type { Side } from '../../../../src/model/facts/fork.ts';
import { factRows, type FactKey } from '../../../../src/model/facts/rows.ts';
import { readContent } from '../../../../src/schema/load.ts';
import type { Role } from '../../../../src/schema/index.ts';

// Over all codes and comparisons: a judgement is marked wherever it is shown, and a citation says what it stands for.

const { content } = readContent('content');
const comparisons = [...compareAll(content!).values()];
const SIDES: readonly Side[] = ['a', 'b'];

/** The row of the fact table that a kind of finding puts into a sentence. */
const ROW: Partial<Record<FindingKind, FactKey>> = {
  reach: 'reach',
  decision: 'decidedBy',
  next: 'next',
  senders: 'sentBy',
  'senders-overlap': 'sentBy',
  'methods-disjoint': 'methods',
  'methods-narrower': 'methods',
  'methods-overlap': 'methods',
  metrics: 'metrics',
};

test('what the row of a code marks as our judgement, the sentences of its comparisons mark too', () => {
  const judged = new Map(
    content!.codes.map((code) => [
      code,
      new Set(factRows(code, content!).flatMap(({ key, judgement }) => (judgement ? [key] : []))),
    ]),
  );
  const faults = comparisons.flatMap(({ a, b, key }) => {
    const { differences, network } = allFindings(a, b, content!);
    return [...differences, ...network].flatMap((finding) => {
      const row = ROW[finding.kind];
      return SIDES.filter(
        (side) => row && judged.get(side === 'a' ? a : b)!.has(row) && !finding.judged.includes(side),
      ).map((side) => `${key} ${finding.kind}.${side}`);
    });
  });
  expect(faults.slice(0, 10)).toEqual([]);
});

/** The examples of RFC 3261 §16.7 step 6. */
const EXAMPLES = [401, 407, 415, 420, 484];

test('only the codes that step 6 names are preferred by it; that another one belongs to them is our judgement', () => {
  const named = content!.codes.filter(({ fork }) => fork?.as === 'challenge' || fork?.as === 'preferred');
  expect(named.map(({ number }) => number)).toEqual(EXAMPLES);
  const marked = comparisons.filter(({ fork }) => fork.winner !== 'n/a' && fork.judged.length > 0);
  expect(marked.length).toBeGreaterThan(200);
  const faults = comparisons.flatMap(({ a, b, key, fork }) => {
    if (!['same-class', 'preferred', 'challenge-preferred'].includes(fork.reason)) return [];
    const claimed = SIDES.filter((side) => fork.mends === side || fork.mends === 'both');
    const ours = claimed.filter((side) => !EXAMPLES.includes((side === 'a' ? a : b).number));
    return JSON.stringify(ours) === JSON.stringify(fork.judged) ? [] : [key];
  });
  expect(faults.slice(0, 10)).toEqual([]);
});

test('a sentence that counts a code among those to prefer has its mark on the page', () => {
  const told = { en: /tells? how to correct/, ja: /直し方を示す|これに当たる/ };
  for (const locale of LOCALES) {
    const words = messages(locale);
    const faults = comparisons.filter(({ a, b, fork }) => {
      const text = words.fork(fork, { a: a.number, b: b.number, reference: content!.reference });
      const ours = [a, b].filter(({ number }) => !EXAMPLES.includes(number)).length > 0;
      return told[locale].test(text) && fork.mends !== 'a' && ours && fork.reason === 'same-class'
        ? fork.judged.length === 0
        : false;
    });
    expect(faults.map(({ key }) => key).slice(0, 10)).toEqual([]);
  }
});

/** Kinds of UAS, to which a section on UASs in general applies. */
const ANY: readonly Role[] = ['uas', 'proxy', 'redirect', 'registrar', 'event-server', 'gateway', 'b2bua'];
const PHONE: readonly Role[] = ['uas', 'gateway', 'b2bua'];
/** Sections that speak of some roles only; every other section speaks of whoever answers the request. */
const SPEAKS_OF: readonly [RegExp, readonly Role[]][] = [
  [/^RFC 3261 §8\.3$/, ['redirect']],
  [/^RFC 3261 §10\./, ['registrar']],
  [/^RFC 3261 §(?:12\.2\.2|13\.3\.1|14\.2|15\.1\.2)/, PHONE],
  [/^RFC 3261 §16\./, ['proxy', 'b2bua']],
  [/^RFC 6665 §4\.2/, ['event-server']],
  [/^RFC 6665 §4\.1/, ['uas']],
  [/^RFC 3398 /, ['gateway']],
];

test('senders that are read from sections are in what the sections speak of', () => {
  const faults = content!.codes
    .filter(({ judgement }) => !judgement.includes('sentBy'))
    .flatMap((code) => {
      const spoken = (code.sentByIn ?? [code.definedIn]).flatMap(
        (cited) => SPEAKS_OF.find(([section]) => section.test(cited))?.[1] ?? ANY,
      );
      return code.sentBy
        .filter((role) => ANY.includes(role) && !spoken.includes(role))
        .map((role) => `${code.number} ${role}`);
    });
  expect(faults).toEqual([]);
});

test('the tests of a UAS end with the acceptance of a call: only codes that answer an INVITE are placed there', () => {
  const placed = content!.codes.filter(({ checkedAt }) => checkedAt?.uas === 'processing');
  expect(placed.map(({ number }) => number)).toEqual([480, 486, 488, 600, 603, 606]);
});

test('a client that may go from sips to sip does so with the confirmation of its user (RFC 5630 §5.1.1)', () => {
  expect(messages('en').labels.change['uri-scheme']).toMatch(/SIPS URI only if the user confirms/);
  expect(messages('ja').labels.change['uri-scheme']).toMatch(/SIPS URIからは利用者の確認を得て/);
});
