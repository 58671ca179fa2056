import { z } from 'astro/zod';
import { perLocale, type Locale } from '../locales.ts';
import { SOURCE } from './citation.ts';

// Kinds of fields that the schemas of content share: citations, dates, codes, sentences, and how a wrong one is reported.

/** A schema for one of `values`; `what` says in a message what was expected */
export const oneOf = <const T extends readonly string[]>(values: T, what: string) =>
  z.enum(values, {
    error: (issue) =>
      `is ${show(issue.input)}; expected ${what}: one of ${values.join(', ')}. Choose the nearest, or add a value to src/schema/values.ts with its words in src/i18n/`,
  });

/** A citation, written `RFC 3261 §21.4.25`, with `step 6`, `note 2` or `Table 2` after it where that helps. */
export const source = z
  .string({
    error: (issue) =>
      `is ${show(issue.input)}; expected a citation such as "RFC 3261 §21.4.25". Add the section that says it`,
  })
  .regex(SOURCE, {
    error: (issue) =>
      `is ${show(issue.input)}; expected a citation of one section, such as "RFC 3261 §21.4.25" or "RFC 3261 §16.7 step 6". Several sections are several list items`,
  });
/** One citation or a list; always a list when read. */
export const sources = z
  .union([source.transform((one) => [one]), z.array(source).min(1)], {
    error: (issue) =>
      `is ${show(issue.input)}; expected one citation such as "RFC 3261 §21.4.25", or a list of them. Add the section that says it`,
  })
  .pipe(z.array(z.string()));

const DAY = /^20\d\d-[01]\d-[0-3]\d$/;
/** Some parsers take 2026-02-31 for a day of March. */
const isDay = (text: string): boolean =>
  DAY.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text;

/** A day such as 2026-11-24. */
export const date = z.union([z.date().transform((day) => day.toISOString().slice(0, 10)), z.string()]).pipe(
  z.string().refine(isDay, {
    error: (issue) => `is ${show(issue.input)}; expected a date such as 2026-11-24. Write a day of the calendar`,
  }),
);

/** A response code as a number. */
export const codeNumber = z
  .number({
    error: (issue) => `is ${show(issue.input)}; expected a response code, a number from 100 to 699. Correct it`,
  })
  .int()
  .min(100, { error: 'is below 100; a SIP response code is a number from 100 to 699. Correct it' })
  .max(699, { error: 'is above 699; a SIP response code is a number from 100 to 699. Correct it' });

/** Folders of `content/` whose pages an entry may name in `see`. */
export const SEE_FOLDERS = ['contexts', 'vendors', 'symptoms'] as const;
export type SeeFolder = (typeof SEE_FOLDERS)[number];

/** Pages of the site that say more, as folder and name: `contexts/jssip`, `vendors/asterisk`, `symptoms/browser-488`. */
export const see = z
  .array(
    z.string().regex(new RegExp(`^(${SEE_FOLDERS.join('|')})/[a-z0-9-]+$`), {
      error: (issue) =>
        `is ${show(issue.input)}; expected a folder and a name, such as contexts/jssip: one of ${SEE_FOLDERS.join(', ')}. Correct it`,
    }),
  )
  .max(5, { error: 'has too many items; expected at most 5 pages. Keep those that say most' })
  .default([]);

/** The folder and the name of a page that `see` holds */
export function seenPage(page: string): { folder: SeeFolder; name: string } {
  const [folder, name] = page.split('/') as [SeeFolder, string];
  return { folder, name };
}

/** A whole sentence or more. */
export const sentence = z
  .string({ error: (issue) => `is ${show(issue.input)}; expected a sentence. Write it in double quotes` })
  .min(8, { error: (issue) => `is ${show(issue.input)}; expected a whole sentence. Say it in full` })
  .regex(/^\S[\s\S]*\S$/, { error: 'begins or ends with a space. Remove it' });

/** Keys for an object of a table that holds a text in every language next to other fields */
export const languageKeys = <S extends z.ZodType>(text: S): Record<Locale, S> => perLocale(() => text);

/** A text of a table in every language: `{ en: …, ja: … }`. */
export const texts = z.strictObject(languageKeys(z.string().min(1)));

/** The wrong value as a message shows it, shortened */
export function show(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
