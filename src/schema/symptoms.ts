import { z } from 'astro/zod';
import type { RawContent } from './content.ts';
import { locales, perLocale, type Locale, type LocaleRow } from '../locales.ts';
import {
  codeNumber,
  date,
  items,
  keywords,
  ladderSchema,
  oneOf,
  sentence,
  source,
  summary,
  type Ladder,
  type Source,
} from './index.ts';

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
    /** What a trace shows, in the words of who reads it. */
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

/**
 * Joins the files of `content/symptoms/` and checks what no single file can know.
 *
 * @param raw files that passed their schemas
 * @param registered response codes with their phrases
 * @param report takes each problem: file, field, message
 * @param checkSource reports a citation that `reference/rfcs.yaml` lacks
 * @param checkLadder reports a ladder that cannot be
 * @returns the symptoms by stage, then by name; fit for use only if nothing was reported
 */
export function joinSymptoms(
  raw: RawContent,
  registered: Map<number, string>,
  report: (file: string, field: string, message: string) => void,
  checkSource: (file: string, field: string, cited: Source) => void,
  checkLadder: (ladder: Ladder, registered: Map<number, string>, report: (message: string) => void) => void,
): Symptom[] {
  const symptoms = raw.symptomFacts.map(({ file, folder, data }): Symptom => {
    for (const cited of data.sources) checkSource(file, 'sources', cited);
    data.causes.forEach((list, index) => list.forEach((cited) => checkSource(file, `causes[${index}]`, cited)));
    data.codes.forEach((code, index) => {
      if (!registered.has(code)) report(file, 'codes', `names ${code}; expected a registered code. Correct it`);
      if (data.codes.indexOf(code) !== index) report(file, 'codes', `names ${code} twice. Remove one`);
    });
    checkLadder(data.ladder, registered, (message) => report(file, 'ladder', message));
    const text = {} as Record<Locale, SymptomEntry>;
    for (const one of raw.symptoms.filter((other) => other.folder === folder)) {
      text[one.locale] = one.data;
      if (one.data.causes.length !== data.causes.length)
        report(
          one.file,
          'causes',
          `has ${one.data.causes.length} items, but facts.yaml has citations for ${data.causes.length}. Make them agree, in the same order`,
        );
    }
    return { ...data, name: folder, text };
  });
  return symptoms.sort(
    (left, right) => STAGES.indexOf(left.stage) - STAGES.indexOf(right.stage) || (left.name < right.name ? -1 : 1),
  );
}

/** @returns the symptoms whose trace may hold the code, those that name it earliest first */
export const symptomsWith = (symptoms: Symptom[], code: number): Symptom[] =>
  symptoms
    .filter((symptom) => symptom.codes.includes(code))
    .sort((left, right) => left.codes.indexOf(code) - right.codes.indexOf(code));
