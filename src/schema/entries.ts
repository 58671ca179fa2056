import { z } from 'astro/zod';
import { locales, perLocale, type LocaleRow } from '../locales.ts';
import { date, oneOf, sentence, show, source } from './fields.ts';
import { ROLES } from './values.ts';

// Texts of a code, of a pair, of a page: front matter of the MDX files, and the facts of a note that the languages share.

export const items = (min: number, max: number, what: string) =>
  z
    .array(sentence, {
      error: (issue) => `is ${show(issue.input)}; expected a list of ${what}. Write each on a line with a hyphen`,
    })
    .min(min, { error: `has too few items; expected ${min} to ${max} ${what}. Add some` })
    .max(max, { error: `has too many items; expected ${min} to ${max} ${what}. Keep the most telling` });

/** A clause that completes “487 means that …”, 「487は、…ことを示します」; comparisons begin with it */
const clause = (limit: number) =>
  z
    .string({ error: (issue) => `is ${show(issue.input)}; expected a clause. Write it in double quotes` })
    .min(8, { error: (issue) => `is ${show(issue.input)}; expected a clause. Say it in full` })
    .max(limit, {
      error: (issue) => `has ${String(issue.input).length} characters; at most ${limit}. Keep what is particular`,
    })
    .regex(/[^.!?。、\s]$/, {
      error: (issue) =>
        `is ${show(issue.input)}; expected a clause without full stop that completes “487 means that …”. Reword it`,
    });

const entryFields = {
  /** The answer in one sentence, understandable alone: meta description, search excerpt, ticket line. */
  description: sentence,
  /** Concrete situations, most frequent first. */
  seenWhen: items(2, 5, 'situations'),
  /** What to check, in the order that finds it fastest. */
  howToFix: items(2, 6, 'steps'),
  /** One sentence: why it is normal, a fault, or when it is which. */
  nature: sentence,
  /** Who sends it, with the test that tells; `local` = made up by the client itself. */
  producedBy: z
    .array(z.strictObject({ role: oneOf([...ROLES, 'local'], 'a role'), tell: sentence }))
    .min(1)
    .max(4),
  /** What the ticket needs. */
  askFor: items(2, 5, 'things to ask for'),
  /** For who has to choose a code: when to send this one, and which one to send instead. */
  toSend: sentence,
};

export const summary = (limit: number) =>
  sentence.refine((text) => [...text].length <= limit, {
    error: (issue) =>
      `has ${[...String(issue.input)].length} characters; at most ${limit}. Shorten it; details belong in description`,
  });

export const keywords = z
  .array(
    z
      .union([z.string(), z.number().transform(String)])
      .pipe(
        z
          .string()
          .regex(/^\S(.*\S)?$/, { error: 'is empty, has a line break, or begins or ends with a space. Correct it' }),
      ),
  )
  .min(3, { error: 'has too few items; expected 3 to 36 words that people type. Add some' })
  .max(36, { error: 'has too many items; expected 3 to 36 words that people type. Keep the most used' });

/** The meaning of a reason phrase: shown next to it in headings and lists, where a longer one breaks the line on a phone. */
const gloss = (limit: number) =>
  z.string().refine((text) => [...text].length <= limit, {
    error: (issue) => `has ${[...String(issue.input)].length} characters; at most ${limit}. Shorten it`,
  });

const entry = ({ limits }: LocaleRow) =>
  z.strictObject({
    // Required in languages that gloss the English phrases, no field of the others.
    ...((limits.gloss === null ? {} : { gloss: gloss(limits.gloss) }) as unknown as {
      gloss: z.ZodOptional<z.ZodString>;
    }),
    summary: summary(limits.summary),
    ...entryFields,
    means: clause(limits.means),
    keywords,
  });

/** `content/codes/NNN/<locale>.mdx`, front matter. */
export const entrySchemas = perLocale((locale) => entry(locales[locale]));
export type Entry = z.output<ReturnType<typeof entry>>;

const noteFields = {
  /** One or two sentences, true of this pair only, that settle it. */
  verdict: sentence,
  /** What in the trace, the message or the configuration tells the two apart. */
  settledBy: sentence,
  /** When to use which, for whoever receives one of them. */
  received: sentence,
  /** When to use which, for whoever has to choose one to send. */
  toSend: sentence,
  /** Differences that no rule finds; they come before the computed ones. */
  differences: items(1, 4, 'differences').optional(),
  /** The same situation going one way and the other. */
  example: sentence.optional(),
};

/** `content/comparisons/NNN-vs-NNN/<locale>.mdx`, front matter; only pairs that a person settles. */
export const noteSchema = z.strictObject(noteFields);
export type Note = z.output<typeof noteSchema>;

/** `content/comparisons/NNN-vs-NNN/facts.yaml`: what the languages share. */
export const noteFactsSchema = z.strictObject({
  sources: z.array(source).min(1),
  reviewed: date,
  updated: date,
});
export type NoteFacts = z.output<typeof noteFactsSchema>;

/** `content/pages/NAME/<locale>.mdx`, front matter of a page that is prose. */
export const pageSchema = z.strictObject({ title: z.string().min(3), description: sentence });
