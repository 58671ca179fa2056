import { cutText, locales, type Locale } from '../../locales.ts';
import type { Code, Content, PairNote } from '../../schema/content.ts';
import { answersInvite } from '../facts/facts.ts';
import { pairRows, type PairRow } from '../facts/rows.ts';
import type { Finding, WhereToLook, Shared, Together } from './findings.ts';
import { sharedFacts } from './shared.ts';
import { forkOutcome, type ForkOutcome } from '../facts/fork.ts';
import { DIFFERENCES, isChoice, whereToLook, NETWORK, together, type Tables } from './rules/index.ts';

export type Tier = 1 | 2 | 3;

/** Everything a comparison page says, without language. `a` is the lower code. */
export interface Comparison {
  a: Code;
  b: Code;
  /** `302-vs-487` */
  key: string;
  note: PairNote | null;
  /** Differences on the SIP side, most telling first. */
  differences: Finding[];
  /** On the telephone side, in statistics, at the next hop. */
  network: Finding[];
  shared: Shared[];
  together: Together[];
  fork: ForkOutcome;
  look: { a: WhereToLook; b: WhereToLook };
  /** Some element may send both in answer to the same request. */
  choice: boolean;
  rows: PairRow[];
  /** 1 = settled by a person, 2 = at least three telling findings, 3 = the rest. */
  tier: Tier;
}

/** At most this many differences are shown: a list of all is the fact table. */
export const SHOWN_DIFFERENCES = 9;
/** A finding that appears on this share of all pairs or more is no news about a pair. */
export const TELLING_SHARE = 0.05;
/** So many telling findings make a pair worth indexing. */
export const TELLING_COUNT = 3;

/** A finding without the two numbers: equal for all pairs whose sentence has the same words */
export const findingValue = (finding: Finding): string =>
  JSON.stringify({ ...finding, sources: undefined, judged: undefined });

/** All findings of a pair, differences first */
export const allFindings = (a: Code, b: Code, tables: Tables): { differences: Finding[]; network: Finding[] } => {
  const run = (rules: typeof DIFFERENCES) => rules.flatMap((rule) => rule(a, b, tables) ?? []);
  return { differences: run(DIFFERENCES), network: run(NETWORK) };
};

/**
 * Compares every pair of codes once.
 *
 * @param content codes, notes and reference tables
 * @returns comparisons keyed `302-vs-487`, in ascending order of the pair
 */
export function compareAll(content: Content): Map<string, Comparison> {
  const pairs: [Code, Code][] = content.codes.flatMap((a, index) =>
    content.codes.slice(index + 1).map((b): [Code, Code] => [a, b]),
  );
  const found = pairs.map(([a, b]) => allFindings(a, b, content));
  const seen = new Map<string, number>();
  for (const { differences, network } of found)
    for (const finding of [...differences, ...network])
      seen.set(findingValue(finding), (seen.get(findingValue(finding)) ?? 0) + 1);
  const limit = pairs.length * TELLING_SHARE;
  const telling = (finding: Finding) => seen.get(findingValue(finding))! < limit;

  return new Map(
    pairs.map(([a, b], index) => {
      const { differences, network } = found[index]!;
      const count = [...differences, ...network].filter(telling).length;
      const comparison = comparePair(a, b, content, count >= TELLING_COUNT ? 2 : 3, found[index]!);
      return [comparison.key, comparison];
    }),
  );
}

/**
 * Compares two codes. What the tier of a pair without a note is only the comparison of all pairs can tell.
 *
 * @param a the lower code
 * @param tier of the pair if no person settled it
 * @param found its findings, where they are known already
 */
export function comparePair(
  a: Code,
  b: Code,
  content: Pick<Content, 'notes' | 'reference' | 'byNumber'>,
  tier: Tier,
  { differences, network } = allFindings(a, b, content),
): Comparison {
  const key = `${a.number}-vs-${b.number}`;
  const note = content.notes.get(key) ?? null;
  return {
    a,
    b,
    key,
    note,
    // What a typical trace shows is settled by the note, where a person wrote one.
    differences: differences.filter(({ kind }) => !note || kind !== 'trace').slice(0, SHOWN_DIFFERENCES),
    network,
    shared: sharedFacts(a, b, content),
    together: together(a, b),
    fork: forkOutcome(a, b),
    look: { a: whereToLook(a), b: whereToLook(b) },
    choice: isChoice(a, b),
    rows: pairRows(a, b, content),
    tier: note ? 1 : tier,
  };
}

/** Findings that are no step of an exchange: they say what a code is about, which the meanings say better. */
const NO_STEP: readonly Finding['kind'][] = ['decision', 'reach', 'nature', 'senders', 'senders-overlap'];

/** The most telling step that differs: what happens, is sent, tested or done after one code and not the other */
export const leadingStep = ({ differences, network }: Pick<Comparison, 'differences' | 'network'>): Finding | null =>
  [...differences, ...network].find(({ kind }) => !NO_STEP.includes(kind)) ?? null;

/**
 * How near another code is to this one, for "see also": stated confusion first, then shared meaning.
 *
 * @returns a number, higher is nearer
 */
export function nearness(one: Code, other: Code): number {
  let score = 0;
  if (one.confused.includes(other.number)) score += 10 - one.confused.indexOf(other.number);
  if (one.responseClass === other.responseClass) score += 2;
  if (one.retry.change?.some((change) => other.retry.change?.includes(change))) score += 3;
  if (one.detailIn && one.detailIn.header === other.detailIn?.header) score += 2;
  if (one.definedIn.split(' §')[0] === other.definedIn.split(' §')[0] && !one.definedIn.startsWith('RFC 3261'))
    score += 3;
  if (one.decidedBy[0] === other.decidedBy[0]) score += 1;
  if (answersInvite(one) === answersInvite(other)) score += 1;
  return score;
}

const near = new WeakMap<Code, Map<Code, number>>();

/** `nearness`, kept: every code is on 148 comparison pages, and without this map a build takes a second longer. */
function nearnessOnce(one: Code, other: Code): number {
  if (!near.has(one)) near.set(one, new Map());
  const known = near.get(one)!;
  if (!known.has(other)) known.set(other, nearness(one, other));
  return known.get(other)!;
}

/** Pairs that a comparison leads on to. */
const NEIGHBOURS = 8;

/** Neighbouring pairs of a comparison: each keeps one of the two codes and exchanges the other for a near one */
export function neighbours(comparison: Comparison, codes: Code[]): [Code, Code][] {
  const { a, b } = comparison;
  return codes
    .filter((code) => code !== a && code !== b)
    .flatMap((code) => [
      { keep: a, code, score: nearnessOnce(a, code) + nearnessOnce(b, code) / 2 },
      { keep: b, code, score: nearnessOnce(b, code) + nearnessOnce(a, code) / 2 },
    ])
    .sort(
      (left, right) =>
        right.score - left.score || left.code.number - right.code.number || left.keep.number - right.keep.number,
    )
    .slice(0, NEIGHBOURS)
    .map(({ keep, code }) => (keep.number < code.number ? [keep, code] : [code, keep]));
}

/**
 * @param sentences whole sentences, best first
 * @returns as many of them as fit into a meta description; the first is cut at a word if it is too long alone
 */
export function pairDescription(sentences: string[], locale: Locale): string {
  const { limits, sentenceJoint } = locales[locale];
  const [first = '', ...rest] = sentences.map((text) => text.replaceAll('`', ''));
  return rest.reduce(
    (text, next) => {
      const longer = text + sentenceJoint + next;
      return [...longer].length <= limits.description ? longer : text;
    },
    cutText(first, limits.description, locale),
  );
}

/** The newest change of what the page is made of, as a date */
export const pairUpdated = ({ a, b, note }: Comparison): string =>
  [a.updated, b.updated, note?.updated ?? ''].sort().at(-1)!;
