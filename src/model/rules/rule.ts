import type { Code, Content } from '../content.ts';
import type { Finding } from '../findings.ts';
import type { Source } from '../schema.ts';

/** What rules may look at beside the two codes. */
export type Tables = Pick<Content, 'reference' | 'byNumber'>;

/** A rule looks at two codes, lower first, and says one thing about them or nothing. */
export type Rule = (a: Code, b: Code, tables: Tables) => Finding | null;

/** @returns whether two values without functions are the same */
export const equal = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** @returns the sections of all lists, each once, in their order */
export const sourcesOf = (...lists: (Source[] | undefined)[]): Source[] => [
  ...new Set(lists.flatMap((list) => list ?? [])),
];
