import { CJK, askedTerms, terms } from './tokenize.ts';

// Keyword search, before Pagefind is loaded: which code do these words mean? Works on the few words that count most (names, keywords,
// summary), in memory and without the engine, in both languages alike.

/** What is searched of one page. The fields differ in how much a word in them says about the page. */
export interface WordPage {
  /** Phrase, Japanese gloss and other names. */
  names: readonly string[];
  /** What people type, from the keywords of the entry. */
  keywords: readonly string[];
  /** The answer in a sentence. */
  summary: string;
  /** How readily the page is shown before others that match as well; 1 for a code. */
  weight: number;
}

/** A page that matches, best first. */
export interface WordMatch {
  page: number;
  score: number;
  /** How much of the query the page contains, from 0 to 1; rare words count more. */
  covered: number;
}

const FIELD = { names: 4, keywords: 3, summary: 1.6 } as const;

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
  /** Weight of each term on each page. */
  holds: Map<string, number>[];
  /** Names and keywords of each page as runs of terms, with how few pages have them. */
  phrases: { terms: string[]; rarity: number }[][];
  /** How rare a term is. */
  rarity: Map<string, number>;
}

/** The index of the pages */
export function indexWords(pages: readonly WordPage[]): WordIndex {
  const pagesWith = new Map<string, number>();
  const holds = pages.map((page) => {
    const held = new Map<string, number>();
    const add = (text: string, weight: number) => {
      for (const term of terms(text)) held.set(term, Math.max(held.get(term) ?? 0, weight));
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
  const runs = pages.map((page) => [...page.names, ...page.keywords].map(terms).filter((run) => run.length > 0));
  const pagesWithRun = new Map<string, number>();
  for (const of of runs)
    for (const run of new Set(of.map((one) => one.join(' ')))) pagesWithRun.set(run, (pagesWithRun.get(run) ?? 0) + 1);
  const phrases = runs.map((of) =>
    of.map((run) => ({ terms: run, rarity: Math.log(1 + pages.length / pagesWithRun.get(run.join(' '))!) })),
  );
  return { pages, holds, phrases, rarity };
}

/** A term of the query that no page has may be the beginning of one, or one with another ending. */
function nearest(term: string, index: WordIndex): [term: string, likeness: number][] {
  if (index.rarity.has(term)) return [[term, 1]];
  if (CJK.test(term) || term.length < 3) return [];
  const near: [string, number][] = [];
  for (const other of index.rarity.keys()) {
    if (CJK.test(other)) continue;
    if (other.startsWith(term)) near.push([other, 0.8]);
    else if (term.length > 5 && other.length > 4 && term.startsWith(other.slice(0, 6)) && other.length >= 5)
      near.push([other, 0.6]);
  }
  return near;
}

/**
 * Ranks pages by the words of a query. A page need not hold all of them: people write sentences.
 *
 * @returns pages with at least one of the words, best first
 */
export function matchWords(query: string, index: WordIndex): WordMatch[] {
  const asked = askedTerms(query);
  if (asked.length === 0) return [];
  const mean = Math.log(1 + index.pages.length / 3);
  const wanted = asked.map((term) => ({ term, near: nearest(term, index) }));
  const inQuery = new Set(wanted.flatMap(({ near }) => near.filter(([, like]) => like > 0.7).map(([term]) => term)));
  const rare = (term: string) => index.rarity.get(term) ?? 0;
  const total = wanted.reduce(
    (sum, { term, near }) => sum + (near.length > 0 ? Math.max(...near.map(([one]) => rare(one))) : shape(term) * mean),
    0,
  );
  const matches: WordMatch[] = [];
  index.pages.forEach((page, number) => {
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
    // A keyword that the query contains as a whole says more than its words one by one.
    let whole = 0;
    for (const phrase of index.phrases[number]!)
      if (phrase.terms.every((term) => inQuery.has(term)))
        whole = Math.max(whole, phrase.rarity * (2 + 0.6 * Math.min(4, phrase.terms.length - 1)));
    const covered = Math.min(1, matched / total);
    matches.push({
      page: number,
      score: (score + whole * (0.6 + 0.4 * covered)) * (0.4 + 0.6 * covered) * page.weight,
      covered,
    });
  });
  return matches.sort((left, right) => right.score - left.score || left.page - right.page);
}

/**
 * @param words words of a query, from `askedWords`
 * @returns the same, most telling first: those that no page here has, then the rare ones
 */
export function byRarity(words: readonly string[], index: WordIndex): string[] {
  const rare = (word: string) => Math.max(...terms(word).map((term) => index.rarity.get(term) ?? Infinity));
  return [...words].sort((one, other) => rare(other) - rare(one) || other.length - one.length);
}
