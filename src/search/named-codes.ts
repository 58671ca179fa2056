import { fold } from './fold.ts';
import type { KnownCode } from './bare.ts';
import { askedTerms } from './tokenize.ts';

/** Words, each with the code that it means. */
export type CodeWords = readonly (readonly [words: string, code: number])[];

/** Words between two things that are compared, or that a reader cannot tell apart. */
export const BETWEEN =
  /(?:^| )(?:vs\.?|versus|or|and|difference|compared?|against)(?: |$)|とか|それとも|または|もしくは|[、]|(?:(?<=[\u30a0-\u30ff\u3400-\u9fff0-9a-z]|し|違い|扱い)と(?!表示|出る|出て|言|返|判定|認識|書か|扱|なる|なっ|聞)|(?<=[\u30a0-\u30ff\u3400-\u9fff0-9a-zいるた])か)(?=[\u30a0-\u30ff\u3400-\u9fff0-9a-z])|違い|比較/;

const name = (text: string) =>
  ` ${fold(text)
    .replace(/[^a-z0-9\u3005\u3040-\u30ff\u3400-\u9fff]+/g, ' ')
    .trim()} `;

const ASIDE_WORDS = /\b(?:call(?:er|ee|s)?|users?|server(?! error)|phone|party|problems?|issues?|failed)\b/g;

/** Half of a comparison without who it is and that something is wrong, which tells no codes apart: caller cancelled, codec problem */
export const told = (half: string): string => half.replace(ASIDE_WORDS, ' ');

/** The code that words mean where they are compared with others; nothing, if they are no such words */
export function comparedCode(words: string, compared: CodeWords): number | undefined {
  const asked = askedTerms(words).join(' ');
  return compared.find(([word]) => askedTerms(word).join(' ') === asked)?.[1];
}

/**
 * Names of codes in a query. One of several words counts wherever it occurs; one word alone (rejected, decline) is used in
 * sentences too, and is meant only where nothing else is asked.
 *
 * @param query folded text without the numbers that were read
 * @param known codes, and further names of them
 * @param numbers codes that the query names by number
 * @returns the codes in the order of their names, also as groups by name, and what is left of the query
 */
export function readNames(
  query: string,
  known: { codes: readonly KnownCode[]; names: CodeWords; compared: CodeWords },
  numbers: readonly number[],
): { codes: number[]; groups: number[][]; rest: string } {
  const byName = new Map<string, number[]>();
  const add = (text: string, code: number) => {
    if (text) byName.set(name(text), [...new Set([...(byName.get(name(text)) ?? []), code])]);
  };
  for (const { number, phrase, gloss } of known.codes) {
    add(phrase, number);
    add(gloss, number);
  }
  for (const [text, code] of known.names) add(text, code);

  let left = name(query);
  const found: { at: number; codes: number[] }[] = [];
  // "not acceptable here" holds "not acceptable" too: the longest name at a place wins.
  const longestFirst = [...byName].sort(([one], [other]) => other.length - one.length);
  for (const [text, codes] of longestFirst) {
    if (!text.trim().includes(' ') && !codes.some((code) => numbers.includes(code))) continue;
    const at = left.indexOf(text);
    if (at < 0) continue;
    left = left.slice(0, at) + ' '.repeat(text.length) + left.slice(at + text.length);
    found.push({ at, codes });
  }
  const parts = left.split(BETWEEN).map((part) => ({ at: left.indexOf(part), asked: askedTerms(part).join(' ') }));
  const asked = parts.filter((part) => part.asked !== '');
  const byWords = ({ asked: words }: { asked: string }) =>
    longestFirst.find(([text]) => askedTerms(text).join(' ') === words)?.[1];
  const loosely = (part: { asked: string }) => {
    const code = asked.length + found.length > 1 ? comparedCode(told(part.asked), known.compared) : undefined;
    return code ? [code] : byWords(part);
  };
  const loose = asked.map(loosely);
  // "declined or rejected" would be one code twice.
  const twice = loose.length > 1 && new Set(loose.map((one) => one?.join())).size === 1;
  const single = twice ? asked.map(byWords) : loose;
  if (single.every((one) => one !== undefined))
    single.forEach((codes, index) => found.push({ at: asked[index]!.at, codes: codes! }));
  const groups = found.sort((one, other) => one.at - other.at).map(({ codes }) => codes);
  return { codes: [...new Set(groups.flat())].filter((code) => !numbers.includes(code)), groups, rest: left };
}
