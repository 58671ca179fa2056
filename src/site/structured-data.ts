import { site, termPath } from './data.ts';
import { messages } from '../i18n/index.ts';
import type { Code } from '../schema/content.ts';
import { DEFAULT_LOCALE, type Locale } from '../locales.ts';
import type { Term, Topic } from '../schema/glossary.ts';
import type { Cause } from '../model/facts/q850.ts';
import { absolute, paths } from './paths.ts';

// Structured data (schema.org) besides the breadcrumb. Only what the page shows.

const plain = (text: string): string => text.replaceAll('`', '');

/** The publisher; who answers for the pages, so also their author. */
const publisher = (locale: Locale, origin: URL) => ({
  '@type': 'Organization',
  '@id': `${absolute(paths.home(DEFAULT_LOCALE), origin)}#publisher`,
  name: messages(locale).ui.siteName,
  url: absolute(paths.home(DEFAULT_LOCALE), origin),
});

/** Address of the set of all codes, and of a code as a term of it. */
const setId = (locale: Locale, origin: URL) => `${absolute(paths.codes(locale), origin)}#codes`;
const termId = (code: Code, locale: Locale, origin: URL) => `${absolute(paths.code(locale, code.number), origin)}#code`;

/** A code as another page mentions it: its own page says the rest. */
const mention = (code: Code, locale: Locale, origin: URL) => ({
  '@type': 'DefinedTerm',
  '@id': termId(code, locale, origin),
  termCode: String(code.number),
  name: code.phrase,
});

interface Article {
  headline: string;
  description: string;
  locale: Locale;
  /** Day of the last change. */
  updated: string;
  /** Address of the page, without base path. */
  path: string;
  /** Codes that the page is about. */
  about?: Code[];
}

/** A page that explains something; `mainEntity` if it is about one code, `about` if about several */
export function techArticle(
  { headline, description, locale, updated, path, about = [] }: Article,
  origin: URL,
): object {
  const address = absolute(path, origin);
  const [first] = about;
  const self = path === (first && paths.code(locale, first.number));
  return {
    '@type': 'TechArticle',
    '@id': `${address}#article`,
    headline,
    description: plain(description),
    inLanguage: locale,
    dateModified: updated,
    url: address,
    mainEntityOfPage: address,
    author: publisher(locale, origin),
    publisher: { '@id': publisher(locale, origin)['@id'] },
    ...(first && self ? { mainEntity: { '@id': termId(first, locale, origin) } } : {}),
    ...(first && !self ? { about: about.map((code) => mention(code, locale, origin)) } : {}),
  };
}

/** A code as a term of the set of all codes */
export const codeTerm = (code: Code, locale: Locale, origin: URL): object => ({
  ...mention(code, locale, origin),
  ...(code.text[locale].gloss ? { alternateName: code.text[locale].gloss } : {}),
  description: plain(code.text[locale].summary),
  url: absolute(paths.code(locale, code.number), origin),
  inDefinedTermSet: setId(locale, origin),
});

/** The set of all codes; its members are described on their own pages */
export const codeSet = (locale: Locale, origin: URL): object => ({
  '@type': 'DefinedTermSet',
  '@id': setId(locale, origin),
  name: messages(locale).ui.allTitle,
  inLanguage: locale,
  url: absolute(paths.codes(locale), origin),
  hasDefinedTerm: site().codes.map((code) => ({ '@id': termId(code, locale, origin) })),
});

/** A term of the glossary; its `@id` is the address of its definition. */
const glossaryTerm = ({ id, term }: Term, locale: Locale, origin: URL) => ({
  '@type': 'DefinedTerm',
  '@id': absolute(termPath(locale, id), origin),
  name: term[locale],
});

/** The set of all terms of the glossary; its members are described on the pages of their topics */
export const glossarySet = (locale: Locale, origin: URL): object => ({
  '@type': 'DefinedTermSet',
  '@id': absolute(paths.glossary(locale), origin),
  name: messages(locale).glossary.title,
  inLanguage: locale,
  url: absolute(paths.glossary(locale), origin),
  hasDefinedTerm: site().content.reference.glossary.map((term) => glossaryTerm(term, locale, origin)),
});

/** The set of the terms of a topic, with their definitions */
export const topicSet = (topic: Topic, terms: Term[], locale: Locale, origin: URL): object => ({
  '@type': 'DefinedTermSet',
  '@id': absolute(paths.glossaryTopic(locale, topic), origin),
  name: messages(locale).glossary.topic[topic].title,
  inLanguage: locale,
  url: absolute(paths.glossaryTopic(locale, topic), origin),
  isPartOf: { '@id': absolute(paths.glossary(locale), origin) },
  hasDefinedTerm: terms.map((term) => ({
    ...glossaryTerm(term, locale, origin),
    description: plain(term.definition[locale]),
    url: absolute(termPath(locale, term.id), origin),
  })),
});

/** Address of the set of all Q.850 causes, and of a cause as a term of it. */
const causesId = (locale: Locale, origin: URL) => `${absolute(paths.q850(locale), origin)}#causes`;
const causeId = (cause: number, locale: Locale, origin: URL) => `${absolute(paths.cause(locale, cause), origin)}#cause`;

/** A cause as a term of the set of all causes */
export const causeTerm = ({ cause, name, meaning }: Cause, locale: Locale, origin: URL): object => ({
  '@type': 'DefinedTerm',
  '@id': causeId(cause, locale, origin),
  termCode: String(cause),
  name: name[locale],
  ...(locale === DEFAULT_LOCALE ? {} : { alternateName: name[DEFAULT_LOCALE] }),
  description: plain(meaning[locale]),
  url: absolute(paths.cause(locale, cause), origin),
  inDefinedTermSet: causesId(locale, origin),
});

/** The set of all causes; its members are described on their own pages */
export const causeSet = (locale: Locale, origin: URL): object => ({
  '@type': 'DefinedTermSet',
  '@id': causesId(locale, origin),
  name: messages(locale).tables.q850.label,
  inLanguage: locale,
  url: absolute(paths.q850(locale), origin),
  hasDefinedTerm: site().content.reference.q850.causes.map(({ cause }) => ({ '@id': causeId(cause, locale, origin) })),
});
