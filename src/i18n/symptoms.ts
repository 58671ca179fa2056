import type { Locale } from '../schema/content.ts';
import type { Symptom } from '../schema/symptoms.ts';
import { paths } from '../site/paths.ts';
import { symptomsEn, type SymptomWords } from './pages/symptoms/en.ts';
import { symptomsJa } from './pages/symptoms/ja.ts';

const words: Record<Locale, SymptomWords> = { en: symptomsEn, ja: symptomsJa };

/** @returns the words of the symptom pages in a language */
export const symptomWords = (locale: Locale): SymptomWords => words[locale];

/** What the search index holds of a symptom or a cause. */
export interface SearchRecord {
  path: string;
  title: string;
  summary: string;
  /** Everything to be searched; what stands first and more than once weighs more. */
  text: string;
}

/**
 * @param symptoms all symptoms of the content
 * @param locale the language wanted
 * @returns one record per symptom: title, keywords and codes first, then its whole text, with backticks
 */
export const symptomRecords = (symptoms: Symptom[], locale: Locale): SearchRecord[] =>
  symptoms.map((symptom) => {
    const text = symptom.text[locale];
    return {
      path: paths.symptom(locale, symptom.name),
      title: text.title,
      summary: text.summary,
      text: [
        text.title,
        text.keywords.join(', '),
        symptom.codes.join(', '),
        text.summary,
        text.looksLike,
        ...text.causes.flatMap(({ cause, tell }) => [cause, tell]),
      ].join('\n'),
    };
  });
