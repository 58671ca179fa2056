import type { Intent, SubjectKind } from './order.ts';
import { weightOf } from './order.ts';
import { beginnings, nearWords } from './near-words.ts';
import { fold } from './fold.ts';
import { CJK, askedTerms, latinWords, stem, terms } from './tokenize.ts';

// Keyword search, before Pagefind is loaded: which page do these words mean? Works on the few words that count most (names, keywords,
// summary), in memory and without the engine, in both languages alike.

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

/** A page that matches, best first. */
export interface WordMatch {
  page: number;
  score: number;
  /** How much of the query the page contains, from 0 to 1; rare words count more. */
  covered: number;
  /** One of its names or keywords is the query, or all of its words are in it. */
  named: boolean;
  /** How rare the words are of the longest name or keyword that the query has in full, if it has more than one word. */
  said: number;
}

const FIELD = { names: 4, keywords: 3, summary: 1.6 } as const;
/** A name or keyword that is all of the query. */
const EXACT = 1.5;

/** A constant or a setting is meant by all of it; its words alone mean other things as well. */
const IDENTIFIER = /^[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)+$/;
const OF_IDENTIFIER = 0.4;
/** How many words make a sentence, and what is left there of the weight of a word that no page has. */
const SENTENCE = 5;
const ASIDE = 0.5;
/** The same of a long number, which tells nothing as long as no page explains it. */
const NUMBER = 0.3;
/** A name or keyword counts as a whole although it lacks words, as long as they are the ones that say little. */
const MOSTLY = 0.8;

/** How much a Japanese pair of characters says: particles and endings are kana, what is meant is not. */
function shape(term: string): number {
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

/** A term of the query that no page has may be the beginning of one, or one with wrong letters. */
function nearest(term: string, written: string, index: WordIndex): [term: string, likeness: number][] {
  const own: [string, number][] = index.rarity.has(term) ? [[term, index.inside.has(term) ? 0.4 : 1]] : [];
  if (CJK.test(term) || /\d/.test(term)) return own;
  // A short form is a word of its own here and there (auth), and the beginning of the usual one.
  const near = own[0]?.[1] === 1 ? beginnings(written, index.words.keys()) : nearWords(written, index.words.keys());
  const found = near.map(({ word, wrong }): [string, number] => [index.words.get(word)!, [0.8, 0.8, 0.7, 0.6][wrong]!]);
  return [...own, ...found.filter(([other]) => other !== term)];
}

/**
 * Ranks pages by the words of a query. A page need not hold all of them: people write sentences.
 *
 * @param only kinds of pages that are wanted; all, if absent
 * @returns pages with at least one of the words, best first
 */
export function matchWords(
  query: string,
  index: WordIndex,
  intent: Intent = 'open',
  only?: readonly SubjectKind[],
): WordMatch[] {
  const plain = index.plain(query);
  const asked = askedTerms(plain);
  if (asked.length === 0) return [];
  const written = new Map(latinWords(plain).map((word) => [stem(word), word] as const));
  // What no page has weighs as what few pages have; a pair of kanji as what one has, so that half of a compound is no match.
  // In a sentence most of the words that no page has are about other things than the symptom.
  const aside = asked.length >= SENTENCE ? ASIDE : 1;
  const unknown = (term: string) =>
    (/^\d{4,}$/.test(term) ? NUMBER : aside) *
    shape(term) *
    Math.log(1 + index.pages.length / (CJK.test(term) ? 1 : 3));
  const wanted = asked.map((term) => ({ term, near: nearest(term, written.get(term) ?? term, index) }));
  const inQuery = new Set(wanted.flatMap(({ near }) => near.filter(([, like]) => like > 0.5).map(([term]) => term)));
  const literally = new Set(asked);
  const rare = (term: string) => index.rarity.get(term) ?? 0;
  const total = wanted.reduce(
    (sum, { term, near }) =>
      sum + (near.length > 0 ? Math.max(...near.map(([one, like]) => rare(one) * like)) : unknown(term)),
    0,
  );
  const matches: WordMatch[] = [];
  index.pages.forEach((page, number) => {
    if (only && !only.includes(page.kind)) return;
    const held = index.holds[number]!;
    let score = 0;
    let matched = 0;
    for (const { near } of wanted) {
      let best = 0;
      let mass = 0;
      for (const [term, like] of near) {
        const weight = held.get(term);
        if (weight && weight * like * rare(term) > best) {
          best = weight * like * rare(term);
          mass = like * rare(term);
        }
      }
      score += best;
      matched += mass;
    }
    if (score === 0) return;
    // A keyword that the query contains as a whole says more than its words one by one; the first keywords are the most telling.
    let whole = 0;
    // Names of what a product does are in no order.
    const ordered = page.kind !== 'product' && page.kind !== 'entry';
    let exact = 1;
    let said = 0;
    index.phrases[number]!.forEach((phrase, at) => {
      const share =
        phrase.mass === 0
          ? 0
          : phrase.joined !== undefined && literally.has(phrase.joined)
            ? 1
            : phrase.terms.reduce((sum, term) => sum + (inQuery.has(term) ? rare(term) : 0), 0) / phrase.mass;
      if (share < MOSTLY) return;
      if (phrase.terms.length > 1 && phrase.terms.every((term) => literally.has(term)))
        said = Math.max(said, phrase.mass);
      const length = new Set(phrase.terms).size;
      const worth =
        phrase.rarity * (2 + 0.6 * Math.min(4, length - 1)) * (1 - 0.004 * (ordered ? Math.min(at, 20) : 0));
      whole = Math.max(whole, worth * share * share);
      if (length >= wanted.length && phrase.terms.every((term) => literally.has(term))) exact = EXACT;
    });
    const covered = Math.min(1, matched / total);
    matches.push({
      page: number,
      score:
        (score + whole * (0.6 + 0.4 * covered)) *
        (0.4 + 0.6 * covered) *
        exact *
        weightOf(
          page.kind,
          intent,
          exact > 1 || index.owners[number]!.some((owner) => owner.every((term) => literally.has(term))),
        ),
      covered,
      named: whole > 0,
      said,
    });
  });
  return matches.sort((left, right) => right.score - left.score || left.page - right.page);
}

/**
 * Puts the words of a query that tell most first, for the engine, which is asked for few.
 *
 * @param words words of a query, from `askedWords`
 * @returns the same, most telling first: those that no page here has, then the rare ones
 */
export function byRarity(words: readonly string[], index: WordIndex): string[] {
  const rare = (word: string) => Math.max(...terms(word).map((term) => index.rarity.get(term) ?? Infinity));
  return [...words].sort((one, other) => rare(other) - rare(one) || other.length - one.length);
}
