import type { SearchWords } from '../i18n/search/labels/en.ts';
import type { Content } from '../schema/content.ts';
import type { Locale } from '../locales.ts';
import type { Known } from './query.ts';
import { fold } from './tokenize.ts';
import type { WordPage } from './rank-words.ts';

/** A page or a part of one that the dialog finds by names of its own. */
export interface FoundPage {
  url: string;
  title: string;
  /** What it is, as results say it. */
  kind: string;
  /** Words that people type. */
  keywords: string[];
  /** Words around a number of a code that mean this page instead. */
  phrases: string[];
  /** Name of the file with its summary, where it has one. */
  text?: string;
}

/** What is known without the engine, as the search dialog loads it. Everything is content of one language. */
export const knownOf = (content: Content, locale: Locale, pages: readonly FoundPage[]): Known => {
  const { q850, names } = content.reference;
  const toSip = q850.causeToSip;
  return {
    codes: content.codes.map((code) => ({
      number: code.number,
      phrase: code.phrase,
      gloss: code.text[locale].gloss ?? '',
    })),
    names: [
      ...names.names.map(({ name, code }) => [name, code] as const),
      // A keyword that is only a number means something other than a code: 911, 184, 666.
      ...content.codes.flatMap((code) =>
        code.text[locale].keywords.filter((word) => /^\d+$/.test(word)).map((word) => [word, code.number] as const),
      ),
    ],
    causes: q850.causes.map(({ cause }) => [
      cause,
      [
        ...new Set([
          ...(toSip[cause] ? [toSip[cause]] : []),
          ...Object.entries(q850.sipToCause)
            .filter(([, to]) => to === cause)
            .map(([code]) => Number(code)),
        ]),
      ],
    ]),
    products: names.products.map(({ product, form }) => [product, form]),
    pages: pages.flatMap(({ url, phrases }) => phrases.map((phrase) => [fold(phrase), url] as const)),
  };
};

/** `search/LOCALE.json`: what answers numbers, pairs, causes and names. Loaded when the dialog opens. */
export interface Directory {
  known: Known;
  /** Addresses: of all codes, and of the pages of causes and of unregistered codes where the site has them. */
  sip: string;
  causes: string | null;
  unregistered: string | null;
  /** Codes that have an entry there. */
  unregisteredCodes: number[];
  /** Folder of the pages of symptoms. */
  symptoms: string;
  /** Pages that a phrase leads to: address, title, kind. */
  pages: [url: string, title: string, kind: string][];
  /** Folder of the summaries of codes and symptoms and the verdicts of settled pairs, one small file each. */
  texts: string;
  /** Pairs that a person settled, written `480-vs-486`. */
  settled: string[];
  /** What a class is called, and what a client does with an unknown code of it. */
  classes: [title: string, unknown: string][];
  say: SearchWords;
}

/** `search/words-LOCALE.json`: what answers words, in addition to the directory. Loaded with the first word. */
export interface WordsFile {
  /** In the order of the codes. */
  codes: [summary: string, keywords: string[]][];
  /** Pairs that a person settled, with the words of their verdict. */
  pairs: [a: number, b: number, words: string][];
  symptoms: [name: string, title: string, keywords: string[]][];
  /** Further pages and parts of pages; `text` is the name of the file with the summary, or empty. */
  pages: [url: string, title: string, kind: string, keywords: string[], text: string][];
}

/** A page of the keyword search: a code, a pair that a person settled, a symptom, or another page. */
export type Subject = (
  | { code: number }
  | { a: number; b: number }
  | { symptom: string; title: string }
  | { page: string; title: string; kind: string; more: string }
) & {
  text: string;
};

/** Pairs come after codes unless two codes are asked for. */
const PAIR_WEIGHT = 0.7;
/** Further pages as well: a number of a service is no code. */
const PAGE_WEIGHT = 0.8;
/** Symptoms too: many have a code's words in their titles. */
const SYMPTOM_WEIGHT = 0.7;

/** What the keyword search searches, and what each of its pages is about */
export function searchPages(directory: Directory, file: WordsFile): { subjects: Subject[]; pages: WordPage[] } {
  const { codes } = directory.known;
  return {
    subjects: [
      ...codes.map(({ number }, at) => ({ code: number, text: file.codes[at]![0] })),
      ...file.pairs.map(([a, b]) => ({ a, b, text: '' })),
      ...file.symptoms.map(([symptom, title]) => ({ symptom, title, text: '' })),
      ...file.pages.map(([page, title, kind, , more]) => ({ page, title, kind, more, text: '' })),
    ],
    pages: [
      ...codes.map(({ phrase, gloss }, at) => ({
        names: gloss ? [phrase, gloss] : [phrase],
        summary: file.codes[at]![0],
        keywords: file.codes[at]![1],
        weight: 1,
      })),
      ...file.pairs.map(([, , words]) => ({ names: [], keywords: [], summary: words, weight: PAIR_WEIGHT })),
      ...file.symptoms.map(([, title, keywords]) => ({ names: [], keywords, summary: title, weight: SYMPTOM_WEIGHT })),
      ...file.pages.map(([, title, , keywords]) => ({ names: [], keywords, summary: title, weight: PAGE_WEIGHT })),
    ],
  };
}
