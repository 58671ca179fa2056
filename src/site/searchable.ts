import { messages } from '../i18n/index.ts';
import type { Content } from '../schema/content.ts';
import { DEFAULT_LOCALE, type Locale } from '../locales.ts';
import { knownOf, type Directory, type WordsFile } from '../search/directory.ts';
import { contentWords } from '../search/tokenize.ts';
import { foundPages } from './found-pages.ts';
import { href, paths } from './paths.ts';
import { REFERENCE_PAGES } from './reference-pages.ts';

const plain = (text: string): string => text.replaceAll('`', '');

/** The address of a page of reference if it is listed, so that search links only to what exists */
const listed = (locale: Locale, path: string): string | null => {
  const page = REFERENCE_PAGES.find((one) => one.path(DEFAULT_LOCALE) === path);
  return page ? href(page.path(locale)) : null;
};

/** What the dialog needs to answer without the engine */
export function directoryOf(content: Content, locale: Locale): Directory {
  const { titles, search } = messages(locale);
  const pages = foundPages(content, locale);
  return {
    known: knownOf(content, locale, pages),
    sip: href(paths.codes(locale)),
    causes: listed(locale, '/q850/'),
    unregistered: listed(locale, '/sip/unregistered/'),
    unregisteredCodes: content.reference.unregistered.map((one) => one.code),
    symptoms: href(paths.symptoms(locale)),
    pages: pages.filter(({ phrases }) => phrases.length > 0).map(({ url, title, kind }) => [url, title, kind]),
    texts: href(`/search/${locale}/`),
    settled: [...content.notes.keys()],
    classes: content.reference.classes.map((group) => [
      titles.responseClass(group.digit, group.title[locale]),
      group.unknown[locale],
    ]),
    say: search,
  };
}

/** What the dialog needs to answer words: every code, every pair that a person settled, every symptom, every context */
export function wordsOf(content: Content, locale: Locale): WordsFile {
  return {
    codes: content.codes.map(({ text }) => [plain(text[locale].summary), text[locale].keywords]),
    pairs: [...content.notes].map(([key, note]) => {
      const [a, b] = key.split('-vs-').map(Number) as [number, number];
      // Each word once; the sentence is fetched when it is shown.
      const words = contentWords(plain(note.text[locale].verdict)).filter((word) => !/^\d/.test(word));
      return [a, b, words.join(' ')];
    }),
    symptoms: content.symptoms.map(({ name, text }) => [name, plain(text[locale].title), text[locale].keywords]),
    pages: foundPages(content, locale).map(({ url, title, kind, keywords, text = '' }) => [
      url,
      title,
      kind,
      keywords,
      text,
    ]),
  };
}

/** The text under a result, fetched after the result is shown: by code, settled pair, symptom and context */
export function textsOf(content: Content, locale: Locale): { name: string; text: string }[] {
  return [
    ...content.codes.map((code) => ({ name: String(code.number), text: plain(code.text[locale].summary) })),
    ...[...content.notes].map(([name, note]) => ({ name, text: plain(note.text[locale].verdict) })),
    ...content.symptoms.map(({ name, text }) => ({ name, text: plain(text[locale].summary) })),
    ...content.contexts.map(({ slug, text }) => ({ name: `context-${slug}`, text: plain(text[locale].summary) })),
  ];
}
