import { z } from 'astro/zod';
import { codeNumber, date, languageKeys, oneOf, sentence } from './fields.ts';

/** What a second meaning is about, in the order shown. */
export const REUSE_TOPICS = ['money', 'limits', 'blocking', 'display'] as const;
export type ReuseTopic = (typeof REUSE_TOPICS)[number];

/** `content/reference/reuse.yaml`: what a carrier or service uses a registered code for beyond the RFC. */
export const reuseSchema = z.array(
  z.strictObject({
    /** Anchor, equal in both languages. */
    id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, {
      error: 'is no anchor; expected lower-case ASCII words with hyphens, such as twilio-603',
    }),
    /** The carrier, service or standard, as it calls itself. */
    who: z.string().min(2),
    topic: oneOf(REUSE_TOPICS, 'what the meaning is about'),
    /** The registered codes concerned, the most telling first: their pages link here. */
    codes: z.array(codeNumber).min(1),
    /** What stands on the wire, on the display or in the log; `{code}` stands for the number of each of the codes. */
    shown: z.array(z.string().min(3)).min(1),
    use: z.strictObject(languageKeys(sentence)),
    /** The test that tells this meaning from the one of the RFC. */
    tell: z.strictObject(languageKeys(sentence)),
    source: z.strictObject({ title: z.string().min(3), lang: z.literal('zh').optional(), url: z.url(), read: date }),
    /** The source is a page about the service, not one of its own. */
    secondHand: z.literal(true).optional(),
  }),
);
export type Reuse = z.output<typeof reuseSchema>[number];

/**
 * @param reuse the table as authored
 * @param registered the registered codes
 * @returns what no single entry can know, as field and message: doubled anchors, codes that are not registered
 */
export function reuseProblems(
  reuse: readonly Reuse[],
  registered: { has: (code: number) => boolean },
): [field: string, message: string][] {
  const problems: [string, string][] = [];
  const ids = new Set<string>();
  for (const { id, codes, shown } of reuse) {
    for (const text of shown)
      if (!codes.some((code) => exampleFor(text, code) !== null))
        problems.push([`${id}.shown`, `has "${text}"; expected a number of its codes in it, or {code}. Add it`]);
    if (ids.has(id)) problems.push([id, 'stands twice. Rename or remove one']);
    ids.add(id);
    for (const code of codes)
      if (!registered.has(code)) problems.push([`${id}.codes`, `names ${code}; expected a registered code`]);
  }
  return problems;
}

/** @returns an example as it stands for one code, or null if it shows another one */
const exampleFor = (shown: string, code: number): string | null => {
  const text = shown.replace('{code}', String(code));
  return text.includes(String(code)) ? text : null;
};

/** @returns what is seen of a second meaning where it stands for that code; empty if only examples of others are known */
export const examplesFor = ({ shown }: Reuse, code: number): string[] =>
  shown.flatMap((text) => exampleFor(text, code) ?? []);

/** @returns all examples of a second meaning, `{code}` filled with its first code */
export const examplesOf = ({ shown, codes }: Reuse): string[] =>
  shown.map((text) => text.replace('{code}', String(codes[0])));

/** @returns the second meanings of a code, in the order authored */
export const reuseOf = (reuse: readonly Reuse[], code: number): Reuse[] =>
  reuse.filter(({ codes }) => codes.includes(code));
