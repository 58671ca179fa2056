import type { Locale } from '../locales.ts';

/** A function whose answers are the caller's own: what is done to one changes no other answer. */
export const own =
  <Asked extends unknown[], Answer>(answer: (...asked: Asked) => Answer) =>
  (...asked: Asked): Answer =>
    structuredClone(answer(...asked));

/**
 * @param languages of an entry
 * @param wanted one of them; without it the first is meant
 * @returns that language
 * @throws RangeError that names the languages of the entry
 */
export function languageOf<Language extends { words: { locale: Locale } }>(
  languages: readonly Language[],
  wanted: Locale = languages[0]!.words.locale,
): Language {
  const found = languages.find(({ words }) => words.locale === wanted);
  if (found) return found;
  const known = languages.map(({ words }) => words.locale).join(', ');
  throw new RangeError(`language is ${JSON.stringify(wanted)}; expected one of ${known}`);
}
