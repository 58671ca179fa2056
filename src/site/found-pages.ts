import { messages } from '../i18n/index.ts';
import { locales, type Locale } from '../locales.ts';
import type { Content } from '../schema/content.ts';
import { entriesOf, examplesOf, ownerOf } from '../schema/contexts.ts';
import type { FoundPage } from '../search/directory.ts';
import { href, paths } from './paths.ts';

const plain = (text: string): string => text.replaceAll('`', '');

/** `603+`, `603 plus`: a number of a code with something that makes it another thing. */
const aroundCode = (word: string): boolean => /(?<!\d)[1-6]\d\d(?!\d)/.test(word) && !/^\d+$/.test(word);

/**
 * Pages that are neither codes, pairs nor symptoms, as the search dialog finds them without the engine.
 *
 * @param content contexts and their entries
 * @param locale the language wanted
 * @returns each context, and each entry that has names of its own
 */
export function foundPages({ contexts }: Pick<Content, 'contexts'>, locale: Locale): FoundPage[] {
  const { search, ui } = messages(locale);
  const kind = search.kindContext;
  return [
    ...contexts.map(({ slug, text }): FoundPage => ({
      url: href(paths.context(locale, slug)),
      title: plain(text[locale].title),
      kind,
      keywords: text[locale].keywords,
      phrases: text[locale].keywords.filter(aroundCode),
      text: `context-${slug}`,
    })),
    ...entriesOf(contexts)
      .filter(({ names }) => names.length > 0)
      .map((entry): FoundPage => {
        const seen = examplesOf(entry).slice(0, 2).join(locales[locale].listJoint);
        const owner = ownerOf(entry, locale);
        return {
          url: `${href(paths.context(locale, entry.context.slug))}#${entry.id}`,
          title: seen ? `${owner}${ui.colon}${seen}` : owner,
          kind,
          keywords: [...entry.names, owner],
          phrases: entry.names.filter(aroundCode),
        };
      }),
  ];
}
