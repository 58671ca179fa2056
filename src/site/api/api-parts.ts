import { messages } from '../../i18n/index.ts';
import { perLocale, type Locale } from '../../locales.ts';
import { ladderSequence, sequenceText } from '../../model/ladder/ladder.ts';
import type { Content } from '../../schema/content.ts';
import { parseSource, type Ladder, type Source } from '../../schema/index.ts';
import { apiPaths } from '../paths.ts';
import { seePath } from '../see-links.ts';
import type { ApiCode } from './code-schemas.ts';
import { API_VERSION } from './schema-parts.ts';

// What the files of several kinds share.

/** Makes a path of the site an absolute address. */
export type Address = (path: string) => string;

/** The head of every file: its schema, the version, the licence */
export const head = (schema: string, at: Address) => ({
  $schema: at(apiPaths.schema(schema)),
  version: API_VERSION as typeof API_VERSION,
  license: 'CC-BY-4.0' as const,
});

/** A citation with its parts and the address of the section at the RFC Editor */
export function citation(cited: Source): ApiCode['sources']['definedIn'] {
  const { rfc, section } = parseSource(cited);
  const anchor = /^[A-Z]/.test(section) ? `appendix-${section}` : `section-${section}`;
  return { rfc, section, text: cited, url: `https://www.rfc-editor.org/rfc/rfc${rfc}#${anchor}` };
}

/** Citations, in the order given; empty without any */
export const citations = (cited: readonly Source[] | undefined): ApiCode['sources']['alsoIn'] =>
  (cited ?? []).map(citation);

/** The addresses of a page in every language */
export const pagesOf = (path: (locale: Locale) => string, at: Address): Record<Locale, string> =>
  perLocale((locale) => at(path(locale)));

/** The pages that `see` of an entry names */
export const seenPages = (see: readonly string[], at: Address) =>
  see.map((page) => ({ page, urls: pagesOf((locale) => seePath(page, locale), at) }));

/** The texts of an object that has one per language next to other fields */
export const textsOf = <Value>(row: Record<Locale, Value>): Record<Locale, Value> => perLocale((locale) => row[locale]);

/** A sentence in every language with the sections that say it */
export const ruleOf = (row: Record<Locale, string> & { sources?: readonly Source[] }) => ({
  text: textsOf(row),
  sources: citations(row.sources),
});

/** An exchange as data, and its steps in words */
export const ladderOf = (ladder: Ladder, { byNumber }: Pick<Content, 'byNumber'>): ApiCode['ladder'] => ({
  ...ladder,
  lines: perLocale((locale) => {
    const { labels, steps } = messages(locale);
    return sequenceText(
      ladderSequence(ladder, labels, (code) => byNumber.get(code)),
      steps,
    );
  }),
});
