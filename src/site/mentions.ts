import { DEFAULT_LOCALE, locales, type Locale } from '../locales.ts';
import type { Glossary, Term } from '../schema/glossary.ts';

// The first mention of a term on a page, found at build time, so that it can lead to the glossary.

/** A run of text; with `term`, the words that name this term. */
export interface Piece {
  text: string;
  term?: string;
}

/** Texts of a page with their pieces; a text without a mention is not in it. */
export type Mentions = ReadonlyMap<string, Piece[]>;

/** Scripts whose letters must not go on at either end of a term: 登録 is no mention in 登録簿, nor via in deviate. */
const SCRIPTS = ['[\\p{sc=Katakana}ー]', '\\p{sc=Han}', '[\\p{sc=Latin}\\p{N}_-]'];
const scriptOf = (letter: string): string => SCRIPTS.find((script) => new RegExp(script, 'u').test(letter)) ?? '(?!)';
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/**
 * @param term a term of the glossary
 * @returns its names in a language: parts between commas, and the part in brackets if that is a name of its own (with
 *   a capital, or Japanese): "user agent (UA)" has two, "flow (outbound)" has one
 */
export function namesOf(term: Term, locale: Locale): string[] {
  return term.term[locale].split(/, |、/).flatMap((name) => {
    const [, before, inside] = /^(.*?) ?[(（](.*)[)）]$/.exec(name) ?? [];
    if (before === undefined || inside === undefined) return [name];
    return /[A-Z\u3040-\u30ff\u4e00-\u9fff]/.test(inside) ? [before, inside] : [before];
  });
}

/** A name as a pattern: where names are inflected in plural too, and with a capital if it has none itself. */
function patternOf(name: string, locale: Locale): string {
  const core =
    !locales[locale].inflected || /[A-Z]/.test(name)
      ? escape(name)
      : `[${name[0]!.toUpperCase()}${name[0]}]${escape(name.slice(1)).replace(/y$/, '(?:y|ie)')}(?:s|es)?`;
  return `(?<!${scriptOf(name[0]!)})${core}(?!${scriptOf(name.at(-1)!)})`;
}

/** What finds terms: made once per language. */
export interface Finder {
  pattern: RegExp;
  /** Names in lower case with the id of their term, longest first. */
  ids: Map<string, string>;
}

/** The finder of the terms that may be linked, the longest name first */
export function termFinder(glossary: Glossary, locale: Locale): Finder {
  const names = glossary
    .filter((term) => term.linked)
    .flatMap((term) => namesOf(term, locale).map((name): [string, string] => [name, term.id]))
    .sort(([left], [right]) => right.length - left.length);
  return {
    pattern: new RegExp(names.map(([name]) => patternOf(name, locale)).join('|'), 'gu'),
    ids: new Map(names.map(([name, id]) => [name.toLowerCase(), id])),
  };
}

const idOf = (found: string, { ids }: Finder): string | undefined => {
  const word = found.toLowerCase();
  return [word, word.replace(/s$/, ''), word.replace(/es$/, ''), word.replace(/ies$/, 'y')]
    .map((form) => ids.get(form))
    .find((id) => id !== undefined);
};

/**
 * Finds the first mention of each term, outside of `literals`.
 *
 * @param texts texts of a page in the order shown
 * @param finder from `termFinder`
 * @param own ids of terms that the page itself is about
 * @returns the texts that hold a first mention, in pieces
 */
export function firstMentions(texts: readonly string[], finder: Finder, own: readonly string[] = []): Mentions {
  const seen = new Set(own);
  const mentions = new Map<string, Piece[]>();
  for (const text of texts) {
    const pieces: Piece[] = [];
    let from = 0;
    // A code span stays whole: it is matched first and skipped.
    for (const match of text.matchAll(new RegExp(`\`[^\`]*\`|${finder.pattern.source}`, 'gu'))) {
      const term = match[0].startsWith('`') ? undefined : idOf(match[0], finder);
      if (term === undefined || seen.has(term)) continue;
      seen.add(term);
      if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
      pieces.push({ text: match[0], term });
      from = match.index + match[0].length;
    }
    if (pieces.length === 0) continue;
    if (from < text.length) pieces.push({ text: text.slice(from) });
    mentions.set(text, pieces);
  }
  return mentions;
}

/** Ids of the terms that the reason phrase of a code names: its page explains them itself */
export const termsInPhrase = (glossary: Glossary, phrase: string): string[] =>
  glossary
    .filter((term) => namesOf(term, DEFAULT_LOCALE).some((name) => phrase.toLowerCase().includes(name.toLowerCase())))
    .map(({ id }) => id);
