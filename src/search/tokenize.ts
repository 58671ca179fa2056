import { fold } from './fold.ts';

// How queries and texts are cut into terms, in both languages alike, with no help of the browser: two programs do not cut
// Japanese into the same words.

/** Words that say nothing about a code: articles, pronouns, question words, and what every query here is about. */
const STOP = new Set(
  (
    'a an the is are was were be been am to of in on at for from by with and or vs versus what why how when where ' +
    'which who whose does do did done my your our their his her its i you we they he she it this that these those me ' +
    'us them as there then than so can could should must will would get gets got give gives has have had having if ' +
    'into about between difference compare comparison mean means meaning really sip code codes response responses ' +
    'error errors status explain explained please same header headers field getting any also just even though really ' +
    'been being somehow want wants need needs seem seems seeing see tell help hello hi since yesterday today ' +
    'suddenly recently currently thanks anyone someone know dont too very quite because'
  ).split(' '),
);
/** The same in Japanese, where no spaces divide words: cut out before the rest is read. */
const STOP_JA =
  /(?<!ユーザー?)(?:sip)?レスポンス(?:コード)?|(?:sip)?コード|(?<![\u30a0-\u30ff\u3005\u3400-\u9fff])エラ(?![\u30a0-\u30ff\u3005\u3400-\u9fff])|ステータス|とは何ですか|とはなにか|とは|って何|の?意味|の?違い|どちら|どっち|比較|場合|とき|理由|原因|について|ですか|ますか|なぜ|教えて|どういう|お客様|弊社|当社|御社|昨日から|今朝から|最近|急に|突然|たいです|(?:と|って)(?:言わ|いわ|怒ら)れ(?:る|た)?|したら|すると|され(?:る|た)|し(?:ます|た)|です|ます/g;

/** A Japanese character. */
export const CJK = /[\u3005\u3040-\u30ff\u3400-\u9fff]/;
// Katakana words end where kanji or hiragana begin.
const RUNS = /[\u30a0-\u30ff]+|[\u3005\u3040-\u309f\u3400-\u9fff]+|[a-z0-9]+(?:[.'+/*=_:-]+[a-z0-9]+)*\+?/g;

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

const stems = new Map<string, string>();

/** Cuts the endings that English words take, so that rejected, rejects and rejecting are one. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const cut = cutEnding(word);
  stems.set(word, cut);
  return cut;
}

function cutEnding(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  // A word that is asked for can be "constructor", which every object has.
  const cut = (Object.hasOwn(IRREGULAR, word) ? IRREGULAR[word]! : word)
    // Colour of the word: behaviour, authorise and dialling are written with and without.
    .replace(/our$/, 'or')
    .replace(/(.{3})is(e[ds]?|ing|ations?)$/, '$1iz$2')
    .replace(/(?:ies|ied|ily)$/, 'y')
    .replace(/(.{4})ly$/, '$1')
    .replace(/(?:sses)$/, 'ss')
    .replace(/([^aeious])s$/, '$1')
    .replace(/([aeiou]{1,2}[^aeious]?)es$/, '$1e')
    .replace(/(.{3})(?:ations?|ating|ated|ators?|ates?|ions?|ings?|ed|ers?|ments?)$/, '$1');
  return cut.replace(/([bdfgklmnprt])\1$/, '$1').replace(/(.{3})[ey]$/, '$1');
}

/** A particle between two words, where it can be no part of one: 声が聞こえない, 15分で切れる, 番号の形式. */
const PARTICLE =
  /(?<=[\u30a0-\u30ff\u3005\u3400-\u9fff0-9a-z])(?:には|では|とは|から|まで|より|への|での|[がのをはもへにで])(?=[\u30a0-\u30ff\u3005\u3400-\u9fff0-9a-z]|$|聞|こえ|つな|かか|でき|なら)/g;

/** Katakana as it sounds: long vowels and small letters are written in more than one way (ユーザ, ユーザー; フォ, フオ). */
const sounds = (run: string): string =>
  run.replaceAll('ー', '').replace(/[ァィゥェォャュョ]/g, (small) => String.fromCharCode(small.charCodeAt(0) + 1));

/**
 * @param text a query or a text of the site, in either language
 * @returns its terms: English words by their stem, Japanese by pairs of characters, because two programs do not cut
 *   Japanese into the same words
 */
export function terms(text: string): string[] {
  const found: string[] = [];
  for (const [run] of fold(text).replace(PARTICLE, ' ').matchAll(RUNS))
    if (CJK.test(run)) {
      const letters = [...sounds(run)];
      // One kana by itself is a particle.
      if (letters.length === 1 && !/[\u3040-\u30ff]/.test(run)) found.push(run);
      for (let at = 0; at + 1 < letters.length; at += 1) found.push(letters[at]! + letters[at + 1]!);
    } else {
      // re-invite, reinvite and "re invite" are written alike; time-out and timeout too.
      const parts = run.split(/[^a-z0-9]+/).filter(Boolean);
      for (const part of parts) if (!STOP.has(part)) found.push(stem(part));
      if (parts.length > 1) found.push(stem(parts.join('')));
    }
  return found;
}

/** What of a query can tell pages apart: its terms without those that every question has */
export const askedTerms = (query: string): string[] => [...new Set(terms(fold(query).replace(STOP_JA, ' ')))];

/** The query as pairs of characters, where it is one Japanese compound: kanji and katakana without a space or kana; else null */
export function compound(query: string): string[][] | null {
  const text = fold(query).replace(STOP_JA, ' ').trim();
  return /^[\u30a0-\u30ff\u3005\u3400-\u9fff]{3,}$/.test(text)
    ? [...text.matchAll(RUNS)].map(([run]) => terms(run)).filter((pairs) => pairs.length > 0)
    : null;
}

/**
 * How a text holds a compound: as a whole; in words that it may be made of, as 移動 and 平均, without 動平 where they meet, but with
 * its first and its last pair and never without two in a row; or not.
 *
 * @param runs what `compound` gives
 * @param held the terms of the text
 */
export function holdsCompound(
  runs: readonly (readonly string[])[],
  held: { has: (pair: string) => boolean },
): 'whole' | 'words' | 'not' {
  if (runs.every((pairs) => pairs.every((pair) => held.has(pair)))) return 'whole';
  const has = (pair: string | undefined) => pair !== undefined && held.has(pair);
  const words = runs.every((pairs) =>
    pairs.every((pair, at) => held.has(pair) || (has(pairs[at - 1]) && has(pairs[at + 1]))),
  );
  return words ? 'words' : 'not';
}

/** Separates, in the engine's records, the sentence that is shown from the words that are only searched. */
export const SUMMARY_END = ' ¶ ';

const WORDS = /[\u30a0-\u30ff\u3005\u3400-\u9fff]{2,}|[a-z0-9]+/g;

/**
 * The words of a text that can be asked for, each once: English ones but the empty ones, of Japanese the runs
 *   of kanji and katakana, because endings and particles change. This is what the engine's index holds.
 */
export const contentWords = (text: string): string[] => [
  ...new Set([...fold(text).matchAll(WORDS)].map(([word]) => word).filter((word) => !STOP.has(word))),
];

/** The words of a query as a page must contain them; English ones by their stem */
export function askedWords(query: string): string[] {
  const text = fold(query).replace(STOP_JA, ' ');
  const words = contentWords(text);
  // 切れた has no run of two kanji: better one kanji than nothing.
  const found =
    words.length > 0 ? words : [...text.matchAll(/[\u3005\u3040-\u309f\u3400-\u9fff]{2,}/g)].map(([word]) => word);
  return [...new Set(found.map(stem))];
}

/** The same words, Japanese ones cut where the script changes: プッシュ通知 into プッシュ and 通知 */
export const parts = (words: readonly string[]): string[] =>
  words.flatMap((word) => word.match(/[\u30a0-\u30ff]+|[^\u30a0-\u30ff]+/g) ?? []);

/** The share of the words that a folded text contains literally, from 0 to 1; 1 if there are no words */
export const literal = (words: readonly string[], folded: string): number =>
  words.length === 0 ? 1 : words.filter((word) => folded.includes(word)).length / words.length;

/** The words in Latin letters of a folded text, as they are written, without those that say nothing */
export const latinWords = (folded: string): string[] =>
  [...folded.matchAll(/[a-z]{2,}/g)].map(([word]) => word).filter((word) => !STOP.has(word));
