import type { Code, Content } from '../../../schema/content.ts';
import type { Finding } from '../findings.ts';
import type { Source } from '../../../schema/index.ts';

/** What rules may look at beside the two codes. */
export type Tables = Pick<Content, 'reference' | 'byNumber'>;

/** A rule looks at two codes, lower first, and says one thing about them or nothing. */
export type Rule = (a: Code, b: Code, tables: Tables) => Finding | null;

/** @returns whether two values without functions are the same */
export const equal = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/**
 * @param left sections for the lower code, or for both, the one that says most first
 * @param right sections for the higher code in the same order
 * @returns all sections, each once: the leading one of the lower code first, that of the higher code last
 */
export function sourcesOf(left: Source[] = [], right: Source[] = []): Source[] {
  const last = right[0];
  const all = [...new Set([...left, ...right])];
  return last === undefined || last === left[0] ? all : [...all.filter((one) => one !== last), last];
}
