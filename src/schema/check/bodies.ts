import { DEFAULT_LOCALE, type Locale } from '../../locales.ts';
import { source } from '../fields.ts';

// The body of an entry: paragraphs below the front matter, shown on the page of the code under one heading of its own.

interface Entry {
  file: string;
  folder: string;
  locale: Locale;
  body?: string;
}

/** A citation to be looked up, or what is wrong. */
export interface BodyProblem {
  file: string;
  cited?: string;
  message?: string;
}

const citations = (body: string): string[] =>
  [...body.matchAll(/<Cite\s+of\s*=\s*(["'])(.*?)\1/g)].map((match) => match[2]!);

/**
 * @param entries entries of all codes in every language
 * @returns citations in their bodies, which have to resolve, and faults: a body that a language lacks, other sections cited
 *   than in the first language, no citation, a heading (its anchor would differ between the languages)
 */
export function bodyProblems(entries: readonly Entry[]): BodyProblem[] {
  return entries.flatMap(({ file, folder, locale, body = '' }): BodyProblem[] => {
    const others = entries.filter((one) => one.folder === folder && one.locale !== locale && one.body);
    if (body === '')
      return others.length === 0 ? [] : [{ file, message: `is missing; ${others[0]!.locale}.mdx has one. Write it` }];
    const first = others.find((one) => one.locale === DEFAULT_LOCALE)?.body ?? '';
    const cited = citations(body);
    const found: BodyProblem[] = cited.map((one) =>
      source.safeParse(one).success
        ? { file, cited: one }
        : { file, message: `cites "${one}"; expected a section such as <Cite of="RFC 3261 §9.1" />` },
    );
    if (cited.length === 0)
      found.push({ file, message: 'cites nothing; expected <Cite of="RFC 3261 §9.1" /> after each claim' });
    if (/^#|<h\d/m.test(body)) found.push({ file, message: 'has a heading; the page gives it one. Write paragraphs' });
    if (first !== '' && cited.join() !== citations(first).join())
      found.push({
        file,
        message: `cites other sections than ${DEFAULT_LOCALE}.mdx, or in another order. Make them equal`,
      });
    return found;
  });
}
