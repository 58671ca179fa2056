import type { Code } from '../../schema/content.ts';
import type { Source } from '../../schema/index.ts';
import { forkOutcome, onlyInside, type ForkOutcome } from './fork.ts';

/** What reaches the caller when each branch of a fork returns one of several codes, and nothing else comes. */
export interface ForkSet {
  /** Provisional responses that are passed on at once, each (RFC 3261 §16.7 step 5). */
  provisional: number[];
  /** Final responses of which the caller gets one, or each if `chosen` is `both`; ascending. */
  candidates: number[];
  /**
   * - a number: the final response that the proxy chooses
   * - `both`: each is forwarded (several 2xx to INVITE)
   * - `merged`: one response with the challenges of all (401, 407)
   * - `either`: the rules leave the choice among the candidates to the proxy
   * - `none`: no final response came
   * - `n/a`: two of them never answer the same request
   */
  chosen: ForkOutcome['winner'];
  /** The code that leaves the proxy, where it is not the chosen one (a lone 503 leaves as 500). */
  sent: number | null;
  /** Every section, or step of a section, that the outcome of a pair of them rests on. */
  sources: Source[];
}

/** Every two of some codes, the lower one first */
const pairsOf = (codes: readonly Code[]): [Code, Code][] =>
  codes.flatMap((a, index) => codes.slice(index + 1).map((b): [Code, Code] => [a, b]));

/**
 * Applies `forkOutcome` to any number of branches: what no other one beats is left.
 *
 * @param given at least one code, in any order; one that several branches return counts once
 * @returns what reaches the caller
 * @throws RangeError without a code
 */
export function forkSet(given: readonly Code[]): ForkSet {
  const codes = [...new Set(given)].sort((left, right) => left.number - right.number);
  if (codes.length === 0) throw new RangeError('expected at least one response code');
  const outcomes = pairsOf(codes).map(([a, b]) => ({ a, b, ...forkOutcome(a, b) }));
  const sources = [...new Set(outcomes.flatMap((one) => one.sources))];
  const provisional = codes.filter(({ final, fork }) => !final && fork?.as !== 'not-forwarded');
  const found = { provisional: provisional.map(({ number }) => number), sources };
  if (outcomes.some(({ winner }) => winner === 'n/a'))
    return { provisional: [], candidates: [], chosen: 'n/a', sent: null, sources };
  const finals = codes.filter(({ final }) => final);
  const loses = (code: Code) =>
    outcomes.some(
      ({ a, b, winner }) =>
        a.final && (a === code || b === code) && typeof winner === 'number' && winner !== code.number,
    );
  const left = finals.filter((code) => !loses(code));
  const candidates = left.map(({ number }) => number);
  const [first, ...more] = left;
  if (!first) return { ...found, candidates, chosen: 'none', sent: null };
  if (more.length === 0) {
    const alone = first.fork?.as === 'becomes-500' && !codes.some((other) => onlyInside(first, other));
    const cited = alone ? [...new Set([...sources, ...first.fork!.source])] : sources;
    return { ...found, sources: cited, candidates, chosen: first.number, sent: alone ? 500 : null };
  }
  const among = new Set(pairsOf(left).map(([a, b]) => outcomes.find((one) => one.a === a && one.b === b)!.winner));
  const [same] = among;
  return { ...found, candidates, chosen: among.size === 1 && typeof same === 'string' ? same : 'either', sent: null };
}
