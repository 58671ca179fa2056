// The light stage of search: which code do these words mean? Works on the few words that count most (names, keywords,
// summary, situations), in memory and without the engine, in both languages alike.

/** What is searched of one page. The fields differ in how much a word in them says about the page. */
export interface WordPage {
  /** Phrase, Japanese gloss and other names. */
  names: readonly string[];
  /** What people type, from the keywords of the entry. */
  keywords: readonly string[];
  /** The answer in a sentence. */
  summary: string;
  /** Further sentences. */
  text: readonly string[];
  /** How readily the page is shown before others that match as well; 1 for a code. */
  weight: number;
}

/** A page that matches, best first. */
export interface WordMatch {
  page: number;
  score: number;
  /** How much of what was asked stands on the page, from 0 to 1; rare words count more. */
  covered: number;
}

const FIELD = { names: 4, keywords: 3, summary: 1.6, text: 0.9 } as const;

/** Words that say nothing about a code: articles, pronouns, question words, and what every query here is about. */
const STOP = new Set(
  (
    'a an the is are was were be been am to of in on at for from by with and or vs versus what why how when where ' +
    'which who whose does do did done my your our their his her its i you we they he she it this that these those me ' +
    'us them as there then than so can could should must will would get gets got give gives has have had having if ' +
    'into about between difference compare comparison mean means meaning really sip code codes response responses ' +
    'error errors status explain explained please same'
  ).split(' '),
);
/** The same in Japanese, where no spaces divide words: cut out before the rest is read. */
const STOP_JA =
  /(?:sip)?レスポンス(?:コード)?|(?:sip)?コード|エラー|ステータス|とは何ですか|とはなにか|とは|って何|の?意味|の?違い|どちら|どっち|比較|場合|とき|時に|理由|原因|について|ですか|ますか|なぜ|教えて|どういう|したら|すると|され(?:る|た)|し(?:ます|た)|です|ます/g;

const CJK = /[\u3005\u3040-\u30ff\u3400-\u9fff]/;
// Katakana words end where kanji or hiragana begin.
const RUNS = /[\u30a0-\u30ff]+|[\u3005\u3040-\u309f\u3400-\u9fff]+|[a-z0-9]+(?:[.'+/*=_:-]+[a-z0-9]+)*\+?/g;

/** Folds full-width forms, case, long vowels at the end of a katakana word (サーバー, サーバ), and spaces (Unicode NFKC). */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/([\u30a1-\u30fa]{2})ー(?![\u30a1-\u30faー])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

/** Verbs of the field whose past has another stem. */
const IRREGULAR: Record<string, string> = {
  hung: 'hang',
  sent: 'send',
  lost: 'lose',
  rang: 'ring',
  rung: 'ring',
  broke: 'break',
  broken: 'break',
  went: 'go',
  gone: 'go',
  left: 'leave',
  took: 'take',
  heard: 'hear',
  kept: 'keep',
  stuck: 'stick',
};

/** Cuts the endings that English words take, so that rejected, rejects and rejecting are one. */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const cut = (IRREGULAR[word] ?? word)
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?:sses)$/, 'ss')
    .replace(/([^aeious])s$/, '$1')
    .replace(/([aeiou]{1,2}[^aeious]?)es$/, '$1e')
    .replace(/(.{3})(?:ations?|ating|ated|ators?|ates?|ions?|ings?|ed|ers?|ments?)$/, '$1');
  return cut.replace(/([bdfgklmnprt])\1$/, '$1').replace(/(.{3})[ey]$/, '$1');
}

/**
 * @param text a query or a text of the site, in either language
 * @returns its terms: English words by their stem, Japanese by pairs of characters, because two programs do not cut
 *   Japanese into the same words
 */
export function terms(text: string): string[] {
  const found: string[] = [];
  for (const [run] of fold(text).matchAll(RUNS))
    if (CJK.test(run)) {
      const letters = [...run];
      if (letters.length === 1) found.push(run);
      for (let at = 0; at + 1 < letters.length; at += 1) found.push(letters[at]! + letters[at + 1]!);
    } else {
      // re-invite, reinvite and "re invite" are written alike; time-out and timeout too.
      const parts = run.split(/[^a-z0-9]+/).filter(Boolean);
      for (const part of parts) if (!STOP.has(part)) found.push(stem(part));
      if (parts.length > 1) found.push(stem(parts.join('')));
    }
  return found;
}

/** @returns what of a query can tell pages apart: its terms without those that every question has */
export const askedTerms = (query: string): string[] => [...new Set(terms(fold(query).replace(STOP_JA, ' ')))];

/**
 * @returns the words of a query as they must stand on a page: English ones by their stem, of Japanese the runs of kanji
 *   and of katakana, because endings and particles change
 */
export function askedWords(query: string): string[] {
  const text = fold(query).replace(STOP_JA, ' ');
  const words = [...text.matchAll(/[\u30a0-\u30ff]{2,}|[\u3005\u3400-\u9fff]{2,}|[a-z0-9]+/g)].map(([word]) => word);
  return [...new Set(words.filter((word) => !STOP.has(word)).map(stem))];
}

/** @returns which part of the words stands in a folded text literally, from 0 to 1; 1 if there are none */
export const literal = (words: readonly string[], folded: string): number =>
  words.length === 0 ? 1 : words.filter((word) => folded.includes(word)).length / words.length;

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

/** @returns the index of the pages */
export function indexWords(pages: readonly WordPage[]): WordIndex {
  const pagesWith = new Map<string, number>();
  const holds = pages.map((page) => {
    const held = new Map<string, number>();
    const add = (text: string, weight: number) => {
      for (const term of terms(text)) held.set(term, Math.max(held.get(term) ?? 0, weight));
    };
    for (const text of page.text) add(text, FIELD.text);
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
    // A keyword that stands whole in the query says more than its words do one by one.
    let whole = 0;
    for (const phrase of index.phrases[number]!)
      if (phrase.terms.every((term) => inQuery.has(term)))
        whole = Math.max(whole, phrase.rarity * (2 + 0.6 * Math.min(4, phrase.terms.length - 1)));
    const covered = Math.min(1, matched / total);
    matches.push({ page: number, score: (score + whole * (0.6 + 0.4 * covered)) * (0.4 + 0.6 * covered) * page.weight, covered });
  });
  return matches.sort((left, right) => right.score - left.score || left.page - right.page);
}
