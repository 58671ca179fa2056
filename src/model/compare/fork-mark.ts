import type { Comparison } from './compare.ts';

/** What the grid of all pairs shows of a fork: the lower code goes on, the higher one, both, the proxy may choose, none of this. */
export const FORK_MARKS = ['a', 'b', 'm', 'e', 'x'] as const;
type ForkMark = (typeof FORK_MARKS)[number];

/** @returns the mark of a pair: which of the two codes a forking proxy passes on (RFC 3261 §16.7) */
export function markOfFork({ a, fork: { winner } }: Pick<Comparison, 'a' | 'fork'>): ForkMark {
  if (typeof winner === 'number') return winner === a.number ? 'a' : 'b';
  if (winner === 'both' || winner === 'merged') return 'm';
  return winner === 'either' ? 'e' : 'x';
}
