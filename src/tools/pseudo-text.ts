// English as a language that nobody speaks: every text in brackets and with accents, so that a text that did not come from the
// files of a language is seen at once. `npm run pseudo-language` copies this file to where the words are.

const ACCENTS: Record<string, string> = {
  ...{ a: 'á', c: 'ç', e: 'é', i: 'í', n: 'ñ', o: 'ó', u: 'ú', y: 'ý' },
  ...{ A: 'Á', C: 'Ç', E: 'É', I: 'Í', N: 'Ñ', O: 'Ó', U: 'Ú' },
};

/** What no language translates: literals, places for values, tags, addresses, citations, names of header fields and methods. */
const KEPT =
  /(【[^【】]*】|`[^`]*`|\{[^{}]*\}|<[^<>]*>|https?:\/\/\S+|RFC \d+|§\S+|\b[A-Z]\w*(?:-[A-Z]\w*)+|\b(?:Allow|Contact|Reason|Require|Route|Supported|Via|Warning)\b|\b[A-Z0-9][A-Z0-9.]+\b)/;
/** What is no text at all. */
const LITERAL = /`[^`]*`|\{[^{}]*\}|<[^<>]*>/g;
const SENTENCE = /(?<=[.?!”]) (?=[A-Z0-9“])/;

/** The text with accents, without brackets */
const accented = (text: string): string =>
  text
    .split(KEPT)
    .map((part, index) => (index % 2 ? part : part.replace(/[a-zA-Z]/g, (letter) => ACCENTS[letter] ?? letter)))
    .join('');

/**
 * @param text an English text, with `literals` in backticks
 * @returns each of its sentences in brackets and with accents; a text without a letter, or of literals alone, as it is
 */
export const pseudoText = (text: string): string =>
  text
    .split(SENTENCE)
    .map((sentence) => {
      if (!/[a-zA-Z]/.test(sentence.replace(LITERAL, ''))) return sentence;
      const [, before, words, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(accented(sentence))!;
      return `${before}【${words}】${after}`;
    })
    .join(' ');

/**
 * @param words the words of an area: texts, functions that make texts, lists and objects of them
 * @returns the same with every text in brackets
 */
export function pseudo<Words>(words: Words): Words {
  if (typeof words === 'string') return pseudoText(words) as Words;
  if (typeof words === 'function') {
    const speak = words as unknown as (...values: unknown[]) => unknown;
    return ((...values: unknown[]) => pseudo(speak(...values))) as Words;
  }
  if (Array.isArray(words)) return words.map(pseudo) as Words;
  if (words === null || typeof words !== 'object') return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, pseudo(value)])) as Words;
}
