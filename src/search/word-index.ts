import { fold } from './fold.ts';
import type { SubjectKind } from './order.ts';
import { CJK, latinWords, stem, terms } from './tokenize.ts';

// The pages of the keyword search, made ready: which terms each of them has, and how rare these are.

/** What is searched of one page. The fields differ in how much a word in them says about the page. */
export interface WordPage {
  kind: SubjectKind;
  /** Phrase, Japanese gloss and other names. */
  names: readonly string[];
  /** What people type, from the keywords of the entry: the most telling first. */
  keywords: readonly string[];
  /** The answer in a sentence. */
  summary: string;
}

const FIELD = { names: 4, keywords: 3, summary: 1.6 } as const;
/** A constant or a setting is meant by all of it; its words alone mean other things as well. */
const IDENTIFIER = /^[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)+$/;
const OF_IDENTIFIER = 0.4;

/** How much a Japanese pair of characters says: particles and endings are kana, what is meant is not. */
export function shape(term: string): number {
  if (!CJK.test(term)) return 1;
  if (/[がのにをはへとでも]/.test(term)) return 0.1;
  const kana = [...term].filter((letter) => /[\u3040-\u309f]/.test(letter)).length;
  return [0.6, 0.4, 0.2][kana]!;
}

/** Pages made ready for searching: made once. */
export interface WordIndex {
  pages: readonly WordPage[];
  /** Brings a text into the forms that are searched. */
  plain: (text: string) => string;
  /** Weight of each term on each page. */
  holds: Map<string, number>[];
  /** Names and keywords of each page as runs of terms, with how few pages have them, and how rare their terms are together. */
  phrases: { terms: string[]; joined?: string; rarity: number; mass: number }[][];
  /** Names of the service or product that a page is about, as runs of terms. */
  owners: string[][][];
  /** How rare a term is. */
  rarity: Map<string, number>;
  /** Terms that occur only as parts of constants and settings: no words of the site. */
  inside: Set<string>;
  /** Words as they are written, with their terms: what a misspelled word is compared with. */
  words: Map<string, string>;
}

/** The index of the pages */
export function indexWords(pages: readonly WordPage[], plain: (text: string) => string): WordIndex {
  const pagesWith = new Map<string, number>();
  const words = new Map<string, string>();
  const cut = new Map<string, string[]>();
  const inside = new Set<string>();
  const outside = new Set<string>();
  const oneOf = (word: string): string | undefined => {
    const [one, ...more] = terms(plain(word));
    return more.length === 0 ? one : undefined;
  };
  const termsOf = (text: string): string[] => {
    const known = cut.get(text);
    if (known) return known;
    const written = plain(text);
    const found = terms(written);
    if (IDENTIFIER.test(text)) {
      for (const term of found.slice(0, -1)) inside.add(term);
      outside.add(found.at(-1)!);
    } else {
      for (const word of latinWords(written)) words.set(word, stem(word));
      // As it is written too, where another word stands for it: registration is searched as register.
      for (const word of latinWords(fold(text))) if (!words.has(word)) words.set(word, oneOf(word) ?? stem(word));
      for (const term of found) outside.add(term);
    }
    cut.set(text, found);
    return found;
  };
  const holds = pages.map((page) => {
    const held = new Map<string, number>();
    const add = (text: string, weight: number) => {
      const found = termsOf(text);
      const joined = IDENTIFIER.test(text) ? found.at(-1) : undefined;
      for (const term of found) {
        const share = joined === undefined || term === joined ? 1 : OF_IDENTIFIER;
        held.set(term, Math.max(held.get(term) ?? 0, weight * share));
      }
    };
    add(page.summary, FIELD.summary);
    for (const text of page.keywords) add(text, FIELD.keywords);
    for (const text of page.names) add(text, FIELD.names);
    for (const term of held.keys()) pagesWith.set(term, (pagesWith.get(term) ?? 0) + 1);
    return held;
  });
  const rarity = new Map(
    [...pagesWith].map(([term, count]) => [term, shape(term) * Math.log(1 + pages.length / count)] as const),
  );
  const runs = pages.map((page) =>
    [...page.names, ...page.keywords]
      .map((text) => ({ terms: termsOf(text), joined: IDENTIFIER.test(text) ? termsOf(text).at(-1) : undefined }))
      .filter((run) => run.terms.length > 0),
  );
  const pagesWithRun = new Map<string, number>();
  for (const of of runs)
    for (const run of new Set(of.map((one) => one.terms.join(' '))))
      pagesWithRun.set(run, (pagesWithRun.get(run) ?? 0) + 1);
  const phrases = runs.map((of) =>
    of.map((run) => ({
      ...run,
      rarity: Math.log(1 + pages.length / pagesWithRun.get(run.terms.join(' '))!),
      mass: run.terms.reduce((sum, term) => sum + rarity.get(term)!, 0),
    })),
  );
  const owners = pages.map(({ kind, keywords }) =>
    kind === 'product' || kind === 'entry' ? keywords.map(termsOf) : [],
  );
  for (const term of outside) inside.delete(term);
  return { pages, plain, holds, phrases, owners, rarity, inside, words };
}
