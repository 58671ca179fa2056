import { createHash } from 'node:crypto';
import { messages } from '../../i18n/index.ts';
import type { Content } from '../../schema/content.ts';
import type { Locale } from '../../locales.ts';
import type { Vendor } from '../../schema/vendors.ts';
import { FORMAT, type Directory, type WordsFile } from '../../search/directory.ts';
import { fold } from '../../search/fold.ts';
import { knownNames } from '../../search/known.ts';
import { contentWords } from '../../search/tokenize.ts';
import { foundGroups, numberedPages, phrasePages } from './found-pages.ts';
import { href, paths } from '../paths.ts';

const plain = (text: string): string => text.replaceAll('`', '');

/** What the dialog needs to answer numbers and pairs */
export function directoryOf(content: Content, vendors: readonly Vendor[], locale: Locale): Directory {
  const { titles, search } = messages(locale);
  const directory: Omit<Directory, 'version'> = {
    format: FORMAT,
    codes: content.codes.map(({ number, phrase, text }) => {
      const { gloss } = text[locale];
      return gloss ? [number, phrase, gloss] : [number, phrase];
    }),
    // A keyword that is only a number means something other than a code.
    meant: content.codes.flatMap(({ number, text }) =>
      text[locale].keywords
        .flatMap((word) => /^(\d{3})番?$/.exec(word)?.[1] ?? [])
        .map((digits): [string, number] => [digits, number]),
    ),
    numbered: numberedPages(content, vendors, locale),
    sip: href(paths.codes(locale)),
    unregistered: href(paths.unregistered(locale)),
    texts: href(`/search/${locale}/`),
    settled: [...content.notes.keys()].map((key) => key.replace('-vs-', '-')).join(' '),
    deprecated: content.codes.filter(({ deprecated }) => deprecated).map(({ number }) => number),
    classes: content.reference.classes.map((group) => titles.responseClass(group.digit, group.title[locale])),
    say: search,
  };
  // Without addresses: a build under a base path differs in nothing else.
  const { codes, meant, numbered, settled, deprecated, classes } = directory;
  const named = numbered.map(([, ...words]) => words);
  const version = createHash('sha256')
    .update(JSON.stringify([FORMAT, codes, meant, named, settled, deprecated, classes]))
    .digest('hex')
    .slice(0, 12);
  return { ...directory, version };
}

/** What queries of words are read against, besides codes and numbers. */
function known(content: Content, locale: Locale): WordsFile['known'] {
  const { rfcs, warnings, 'rfc-summaries': summaries } = content.reference;
  return {
    ...knownNames(content),
    pages: phrasePages(content, locale).map(([phrase, url]) => [fold(phrase), url]),
    rfcs: {
      folder: href(paths.rfcs(locale)),
      pages: summaries.map(({ number }) => number),
      replaced: rfcs.flatMap(({ number, obsoletedBy }) => (obsoletedBy ? [[number, obsoletedBy] as const] : [])),
    },
    warnings: { page: href(paths.warnings(locale)), codes: warnings.codes.map(({ code }) => code) },
  };
}

/** The words of a sentence that the others do not have: the sentence itself is fetched when it is shown */
function newWords(sentence: string, others: readonly string[]): string {
  const there = new Set(contentWords(others.join(' ')));
  return contentWords(plain(sentence))
    .filter((word) => !there.has(word))
    .join(' ');
}

/** What the dialog needs to answer words: every code, symptom, and every part of a page that has names */
export function wordsOf(content: Content, vendors: readonly Vendor[], locale: Locale): WordsFile {
  return {
    directory: directoryOf(content, vendors, locale).version,
    known: known(content, locale),
    same: content.reference['search-words'].same[locale],
    codes: content.codes.map(({ text }) => {
      const { summary, keywords } = text[locale];
      return [newWords(summary, keywords), keywords];
    }),
    symptoms: {
      folder: href(paths.symptoms(locale)),
      pages: content.symptoms.map(({ name, codes, text }) => {
        const { title, keywords } = text[locale];
        return [name, plain(title), codes, keywords];
      }),
    },
    causes: href(paths.q850(locale)),
    groups: foundGroups(content, vendors, locale).map(({ label, kind, base, title, words, texts, pages }) => {
      return { label, kind, base, title, words, texts, pages };
    }),
  };
}

/**
 * The texts under results, fetched after the results are shown: by code, class, settled pair and symptom a sentence; by
 *   group of further pages a file with a line for each, the rest of its address and the sentence
 */
export function textsOf(
  content: Content,
  vendors: readonly Vendor[],
  locale: Locale,
): { name: string; text: string }[] {
  return [
    ...content.codes.map((code) => ({ name: String(code.number), text: plain(code.text[locale].summary) })),
    ...content.reference.classes.map((group) => ({ name: `${group.digit}xx`, text: group.unknown[locale] })),
    ...[...content.notes].map(([name, note]) => ({ name, text: plain(note.text[locale].verdict) })),
    ...content.symptoms.map(({ name, text }) => ({ name, text: plain(text[locale].summary) })),
    ...foundGroups(content, vendors, locale).map(({ texts, sentences }) => ({
      name: texts,
      text: Object.entries(sentences)
        .map(([rest, sentence]) => `${rest}\t${sentence}`)
        .join('\n'),
    })),
  ];
}
