import { beginnings, nearWords } from './near-words.ts';
import type { Intent, SubjectKind } from './order.ts';
import { weightOf } from './order.ts';
import { CJK, askedTerms, latinWords, stem, terms } from './tokenize.ts';
import { shape, type WordIndex } from './word-index.ts';

// Keyword search, before Pagefind is loaded: which page do these words mean? Works on the few words that count most (names, keywords,
// summary), in memory and without the engine, in both languages alike.

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

/** A name or keyword that is all of the query. */
const EXACT = 1.5;
/** How many words make a sentence, and what is left there of the weight of a word that no page has. */
const SENTENCE = 5;
const ASIDE = 0.5;
/** The same of a long number, which tells nothing as long as no page explains it. */
const NUMBER = 0.3;
/** A name or keyword counts as a whole although it lacks words, as long as they are the ones that say little. */
const MOSTLY = 0.8;

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
