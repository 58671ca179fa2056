import { z } from 'astro/zod';
import { LOCALES } from '../locales.ts';
import { languageKeys, source, texts } from './fields.ts';

/** `content/reference/names.yaml`: names that settle which code is meant, words that do where two are compared, long numbers of products. */
export const namesSchema = z.strictObject({
  names: z.array(z.strictObject({ name: z.string().min(2), code: z.number().int().min(100).max(699), source })),
  compared: z.array(
    z.strictObject({ code: z.number().int().min(100).max(699), words: z.array(z.string().min(2)).min(1) }),
  ),
  products: z.array(
    z.strictObject({
      /** The word that people write before the number. */
      product: z.string().min(2),
      /** Such a number, with # for each digit of the code. */
      form: z.string().regex(/^\d+###$/, {
        error: (issue) => `is ${JSON.stringify(issue.input)}; expected digits and ### at the end, such as "560###"`,
      }),
      source: z.url(),
    }),
  ),
});

/** Pages that are about no single code, symptom or product, and are found by what they are for. */
export const TOOL_PAGES = ['decode', 'compare', 'metrics', 'api'] as const;

const wordList = z.array(z.string().min(1, { error: 'is empty; expected a word. Write it or remove it' }));

/** `content/reference/search-words.yaml`: what pages are for, and words that mean the same to somebody who searches, in groups. */
export const searchWordsSchema = z.strictObject({
  pages: z.record(
    z.enum(TOOL_PAGES),
    z.strictObject({
      /** What the page does, in a sentence: shown under the result. */
      says: texts,
      /** Its title in results, then what people type who want it. */
      ...languageKeys(wordList.min(1, { error: 'is empty; expected the title of the page. Write it' })),
    }),
  ),
  same: z.strictObject(
    languageKeys(
      z.array(
        wordList.min(2, {
          error: 'has fewer than two words; expected the word that stands for all, and others. Add one',
        }),
      ),
    ),
  ),
});
export type SearchWordGroups = z.output<typeof searchWordsSchema>;

/** Words in two groups of a language, or twice in one: no one could say which word stands for them */
export function searchWordProblems({ same }: SearchWordGroups): [field: string, message: string][] {
  const problems: [string, string][] = [];
  for (const locale of LOCALES) {
    const seen = new Set<string>();
    same[locale].forEach((group, at) => {
      for (const word of group) {
        const folded = word.normalize('NFKC').toLowerCase();
        if (seen.has(folded)) problems.push([`same.${locale}[${at}]`, `names "${word}" a second time. Remove one`]);
        seen.add(folded);
      }
    });
  }
  return problems;
}
