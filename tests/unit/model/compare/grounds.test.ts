import { test } from 'node:test';
import { expect } from '@playwright/test';
import { allFindings, compareAll } from '../../../../src/model/compare/compare.ts';
import type { FindingKind } from '../../../../src/model/compare/findings.ts';
import type { Side } from '../../../../src/model/facts/fork.ts';
import { counting, countingSources } from '../../../../src/model/facts/facts.ts';
import { factRows } from '../../../../src/model/facts/rows.ts';
import type { Code } from '../../../../src/schema/content.ts';
import { readContent } from '../../../../src/schema/load.ts';
import { factSources, type JudgedField } from '../../../../src/schema/index.ts';

// What each sentence and each row of all comparisons rests on: sections that say it, or our judgement, which is marked.

const { content } = readContent('content');
const comparisons = [...compareAll(content!).values()];
const SIDES: readonly Side[] = ['a', 'b'];

/** The field of a code that a kind of finding shows; what else a finding is made of has sections of its own. */
const FIELD: Partial<Record<FindingKind, JudgedField>> = {
  nature: 'nature',
  reach: 'reach',
  decision: 'decidedBy',
  next: 'retry',
  'methods-disjoint': 'methods',
  'methods-narrower': 'methods',
  'methods-overlap': 'methods',
  senders: 'sentBy',
  'senders-overlap': 'sentBy',
};
/** What no RFC says of any code: who has to act, what a typical trace looks like, what the order of tests tells. */
const OURS: readonly FindingKind[] = ['next-actor', 'trace', 'check-order'];

/** Sections that speak of many codes at once: order of tests, proxies, gateways, statistics, dialogs, acknowledgement. */
const GENERAL = [
  'RFC 3261 §7.2',
  'RFC 3261 §8.1.3.1',
  'RFC 3261 §8.1.3.2',
  'RFC 3261 §8.2',
  'RFC 3261 §13.2.2.4',
  'RFC 3261 §14.1',
  'RFC 3261 §16.3',
  'RFC 3261 §16.5',
  'RFC 3261 §16.6',
  'RFC 3261 §16.7 step 4',
  'RFC 3261 §16.7 step 5',
  'RFC 3261 §17',
  'RFC 3261 §21.3.4',
  'RFC 3262 §3',
  'RFC 3263 §4.3',
  'RFC 3311 §5.3',
  'RFC 3398 §7.2.4.1',
  'RFC 3398 §8.2.2',
  'RFC 3398 §8.2.3',
  'RFC 3398 §8.2.4',
  'RFC 3398 §8.2.5',
  'RFC 3398 §8.2.6.1',
  'RFC 3398 §8.2.7',
  'RFC 5626 §7',
  'RFC 6076 §4.3.2',
  'RFC 6076 §4.6',
  'RFC 6076 §4.7',
  'RFC 6076 §4.8',
  'RFC 6665 §4.1.2.2',
];
/** The sections that a code may show: its own, those of the header field that it points to, and general ones */
function ownSections(code: Code): Set<string> {
  const own = factSources(code).map(([, cited]) => cited);
  const header = code.detailIn ? [content!.reference.headers[code.detailIn.header]!.source] : [];
  return new Set([...own, ...header, ...GENERAL]);
}
const own = new Map(content!.codes.map((code) => [code, ownSections(code)]));

const everyFinding = comparisons.flatMap(({ a, b, key }) => {
  const { differences, network } = allFindings(a, b, content!);
  return [...differences, ...network].map((finding) => ({ key, codes: { a, b }, finding }));
});

test('each half of each finding has sections or is our judgement, never both, never neither', () => {
  const faults = everyFinding.flatMap(({ key, finding }) =>
    SIDES.filter((side) => finding.judged.includes(side) === finding.sources[side].length > 0).map(
      (side) => `${key} ${finding.kind}.${side}`,
    ),
  );
  expect(faults.slice(0, 10)).toEqual([]);
});

test('no half borrows a section of the other code', () => {
  const faults = everyFinding.flatMap(({ key, codes, finding }) =>
    SIDES.flatMap((side) =>
      finding.sources[side]
        .filter((cited) => !own.get(codes[side])!.has(cited))
        .map((cited) => `${key} ${finding.kind}.${side}: ${cited}`),
    ),
  );
  expect(faults.slice(0, 10)).toEqual([]);
});

test('what the facts call our judgement is marked in every finding that shows it', () => {
  const faults = everyFinding.flatMap(({ key, codes, finding }) =>
    SIDES.filter((side) => {
      const field = FIELD[finding.kind];
      const judged = OURS.includes(finding.kind) || (field !== undefined && codes[side].judgement.includes(field));
      return judged && !finding.judged.includes(side);
    }).map((side) => `${key} ${finding.kind}.${side}`),
  );
  expect(faults.slice(0, 10)).toEqual([]);
  expect(everyFinding.filter(({ finding }) => finding.judged.length > 0).length).toBeGreaterThan(5000);
});

test('what both have in common is marked as well', () => {
  const field: Partial<Record<string, JudgedField>> = { ...FIELD, method: 'methods', 'any-method': 'methods' };
  const faults = comparisons.flatMap(({ key, a, b, shared }) =>
    shared
      .filter(({ kind, judged }) =>
        SIDES.some((side) => {
          const code = side === 'a' ? a : b;
          const ours = kind === 'next-actor' || (field[kind] !== undefined && code.judgement.includes(field[kind]));
          return ours !== judged.includes(side);
        }),
      )
      .map(({ kind }) => `${key} ${kind}`),
  );
  expect(faults.slice(0, 10)).toEqual([]);
});

test('a judged row has no section but those that the field itself cites', () => {
  const faults = content!.codes.flatMap((code) =>
    factRows(code, content!)
      .filter(({ judgement }) => judgement)
      .flatMap(({ key, sources }) => {
        // Of a challenge RFC 6076 says a part: it is in no numerator.
        const cited =
          key === 'next'
            ? code.retry.source
            : key === 'metrics'
              ? countingSources(counting(code, content!)!)
              : code.local
                ? [code.local]
                : [];
        return sources.filter((one) => !cited.includes(one)).map((one) => `${code.number} ${key}: ${one}`);
      }),
  );
  expect(faults).toEqual([]);
});

test('no RFC says whether a code is a fault, how far it reaches or who decided: these are always our judgement', () => {
  for (const field of ['nature', 'reach', 'decidedBy'] as const)
    expect(content!.codes.filter(({ judgement }) => !judgement.includes(field)).map(({ number }) => number)).toEqual(
      [],
    );
});
