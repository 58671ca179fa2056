import type { Code, Content } from '../../../schema/content.ts';
import type { Finding, Grounds } from '../findings.ts';
import type { JudgedField, Source } from '../../../schema/index.ts';

/** What rules may look at besides the two codes. */
export type Tables = Pick<Content, 'reference' | 'byNumber'>;

/** A rule looks at two codes, lower first, and says one thing about them or nothing. */
export type Rule = (a: Code, b: Code, tables: Tables) => Finding | null;

/** Whether two values without functions are the same */
export const equal = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** What one half of a finding rests on. */
export type Ground = { sources: Source[]; judged: boolean };

/** Sections that say it */
export const cited = (...sources: Source[]): Ground => ({ sources, judged: false });

/** Our judgement: it borrows no section. */
export const ours: Ground = { sources: [], judged: true };

/** The sections of a field of a code, or our judgement where the facts name the field so */
export const fieldOf = (code: Code, field: JudgedField, ...sources: Source[]): Ground =>
  code.judgement.includes(field) ? ours : cited(...sources);

/** The grounds of both halves of a finding, the lower code's first */
export const grounds = (a: Ground, b: Ground): Grounds => ({
  sources: { a: a.sources, b: b.sources },
  judged: [...(a.judged ? (['a'] as const) : []), ...(b.judged ? (['b'] as const) : [])],
});
