import { messages } from '../../i18n/index.ts';
import { DEFAULT_LOCALE, locales, otherLocales, type Locale } from '../../locales.ts';
import { codesFor, sipFor } from '../../model/facts/q850.ts';
import type { Content } from '../../schema/content.ts';
import { codesOf, contextName, examplesOf, ownerOf, type Context } from '../../schema/contexts.ts';
import { byTopic, type Glossary } from '../../schema/glossary.ts';
import type { Symptom } from '../../schema/symptoms.ts';
import { causeName } from '../cause-titles.ts';
import { paths } from '../paths.ts';

// What the search index holds of entries that are not codes or pairs.

/** What the search index holds of a symptom or a cause. */
export interface SearchRecord {
  path: string;
  title: string;
  summary: string;
  /** Everything to be searched; what comes first and more than once weighs more. */
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

/**
 * @param contexts all contexts of the content
 * @param locale the language wanted
 * @returns one record per context: title, keywords and codes first, then its origin and headings; and one per entry, which
 *   leads to its anchor, with what is shown first
 */
export const contextRecords = (contexts: readonly Context[], locale: Locale): SearchRecord[] =>
  contexts.flatMap((context) => {
    const text = context.text[locale];
    const path = paths.context(locale, context.slug);
    return [
      {
        path,
        title: text.title,
        summary: text.summary,
        text: [
          text.title,
          contextName(context, locale),
          text.keywords.join(', '),
          codesOf(context).join(', '),
          text.summary,
          text.origin,
          ...Object.values(text.sections),
        ].join('\n'),
      },
      ...context.sections.flatMap(({ entries }) =>
        entries.map((entry) => {
          const { text: said, tell = '', fix = '', cells = {} } = text.entries[entry.id]!;
          const seen = examplesOf(entry);
          const owner = ownerOf({ ...entry, context }, locale);
          return {
            path: `${path}#${entry.id}`,
            title:
              seen.length > 0
                ? `${owner}${messages(locale).ui.colon}${seen.slice(0, 3).join(locales[locale].listJoint)}`
                : text.title,
            summary: said,
            text: [
              seen.join(', '),
              entry.names.join(', '),
              entry.codes.join(', '),
              owner,
              said,
              tell,
              fix,
              ...Object.values(cells),
            ].join('\n'),
          };
        }),
      ),
    ];
  });

/**
 * @param glossary terms of the content
 * @param locale the language wanted
 * @returns one record per term, which leads to its definition, with its names in every language; and one for the overview
 *   and for each topic, without the lists of terms, which would rank before the terms themselves
 */
export function glossaryRecords(glossary: Glossary, locale: Locale): SearchRecord[] {
  const own = messages(locale).glossary;
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
        text: [
          term[locale],
          [reading[locale], ...otherLocales(locale).map((other) => term[other])].filter(Boolean).join(' '),
          definition[locale],
        ].join('\n'),
      })),
    ]),
  ];
}

/** One search record per cause: number and its names first, then its codes and texts */
export const causeRecords = (content: Content, locale: Locale): SearchRecord[] =>
  content.reference.q850.causes.map((cause) => {
    const sip = sipFor(cause.cause, content);
    const codes = [...(sip.kind === 'code' ? [sip.code] : []), ...codesFor(cause.cause, content)];
    const title = causeName(cause, locale);
    return {
      path: paths.cause(locale, cause.cause),
      title,
      summary: cause.meaning[locale],
      text: [title, cause.name[DEFAULT_LOCALE], codes.join(', '), cause.trunk[locale]].join('\n'),
    };
  });
