import type { Locale } from '../schema/content.ts';
import { byTopic, type Glossary } from '../schema/glossary.ts';
import { paths } from '../site/paths.ts';
import { glossaryEn, type GlossaryWords } from './pages/glossary/en.ts';
import { glossaryJa } from './pages/glossary/ja.ts';
import type { SearchRecord } from './symptoms.ts';

const words: Record<Locale, GlossaryWords> = { en: glossaryEn, ja: glossaryJa };

/** @returns the words of the pages of the glossary in a language */
export const glossaryWords = (locale: Locale): GlossaryWords => words[locale];

/**
 * @param glossary terms of the content
 * @param locale the language wanted
 * @returns one record per term, which leads to its definition, with its names in both languages; and one for the overview
 *   and for each topic, without the lists of terms, which would stand before the terms themselves
 */
export function glossaryRecords(glossary: Glossary, locale: Locale): SearchRecord[] {
  const own = words[locale];
  return [
    {
      path: paths.glossary(locale),
      title: own.title,
      summary: own.description(glossary.length),
      text: own.lead(glossary.length),
    },
    ...byTopic(glossary).flatMap(({ topic, terms }) => [
      {
        path: paths.glossaryTopic(locale, topic),
        title: own.topic[topic].title,
        summary: own.topic[topic].description(terms.length),
        text: own.topic[topic].lead,
      },
      ...terms.map(({ id, term, reading, definition }) => ({
        path: paths.term(locale, topic, id),
        title: term[locale],
        summary: definition[locale],
        text: [term[locale], locale === 'ja' ? `${reading} ${term.en}` : term.ja, definition[locale]].join('\n'),
      })),
    ]),
  ];
}
