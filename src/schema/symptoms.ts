import { z } from 'astro/zod';
import { locales, perLocale, type Locale, type LocaleRow } from '../locales.ts';
import { items, keywords, summary } from './entries.ts';
import { codeNumber, date, oneOf, see, sentence, source } from './fields.ts';
import { ladderSchema } from './ladder.ts';

/** When in the life of a call the symptom shows; the overview is grouped by it, in this order. */
export const STAGES = ['registration', 'setup', 'ringing', 'audio', 'call'] as const;
export type Stage = (typeof STAGES)[number];

/** `content/symptoms/NAME/facts.yaml`: what needs no language. */
export const symptomFactsSchema = z.strictObject({
  stage: oneOf(STAGES, 'when the symptom shows'),
  /** Codes that a trace of it may hold, most telling first. */
  codes: z.array(codeNumber).min(1).max(12),
  /** For each cause of the texts, in their order: the sections it rests on; empty where equipment, not SIP, is at fault. */
  causes: z
    .array(z.array(source))
    .min(2, { error: 'has too few items; expected a list of citations for each of 2 to 6 causes' })
    .max(6, { error: 'has too many items; expected a list of citations for each of 2 to 6 causes' }),
  /** Pages on products, services and networks that say more on the causes. */
  see,
  /** The exchange as the trace shows it. */
  ladder: ladderSchema,
  /** Sections that `looksLike` and the ladder rest on. */
  sources: z.array(source).min(1),
  reviewed: date,
  updated: date,
});
export type SymptomFacts = z.output<typeof symptomFactsSchema>;

const entry = ({ limits }: LocaleRow) =>
  z.strictObject({
    /** What the user complains about, as a heading. */
    title: sentence.refine((text) => [...text].length <= limits.symptomTitle, {
      error: (issue) =>
        `has ${[...String(issue.input)].length} characters; at most ${limits.symptomTitle}. Shorten it; details belong in summary`,
    }),
    /** The answer in one sentence: meta description and search excerpt. */
    summary: summary(limits.summary),
    /** What a trace shows, in the words of whoever reads it. */
    looksLike: sentence,
    /** Most likely first; `tell` is the test that shows it was this one. */
    causes: z
      .array(z.strictObject({ cause: sentence, tell: sentence }))
      .min(2, { error: 'has too few items; expected 2 to 6 causes' })
      .max(6, { error: 'has too many items; expected 2 to 6 causes' }),
    /** What the ticket needs. */
    askFor: items(2, 5, 'things to ask for'),
    keywords,
  });

/** `content/symptoms/NAME/<locale>.mdx`, front matter. */
export const symptomSchemas = perLocale((locale) => entry(locales[locale]));
export type SymptomEntry = z.output<ReturnType<typeof entry>>;

/** A symptom: its facts and its texts. */
export interface Symptom extends SymptomFacts {
  /** Name of the folder and last part of the address. */
  name: string;
  text: Record<Locale, SymptomEntry>;
}

/** The symptoms whose trace may hold the code, those that name it earliest first */
export const symptomsWith = (symptoms: Symptom[], code: number): Symptom[] =>
  symptoms
    .filter((symptom) => symptom.codes.includes(code))
    .sort((left, right) => left.codes.indexOf(code) - right.codes.indexOf(code));
