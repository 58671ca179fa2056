import { loadDefaultJapaneseParser } from 'budoux';

// Japanese headings break between phrases (文節). `word-break: auto-phrase` does the same in Chromium only, and there it loads
// its model before the first paint; so the phrases are found while the site is built, with the same model.

const parser = loadDefaultJapaneseParser();
const words = new Intl.Segmenter('ja', { granularity: 'word' });

/** Two kanji in a row are one compound (理由表示), and words that only support the one before stay with it (…になる, …のため). */
const COMPOUND = /^\p{Script=Han}{2}/u;
const DEPENDENT = /^(?:なる|なり|ある|する|ため|とき|もの|こと)/;

/**
 * @param text Japanese text, other scripts allowed
 * @returns the text in pieces between which a line may break: phrases as BudouX finds them, never within a word
 *   or next to a space
 */
export function phrases(text: string): string[] {
  const starts = new Set([...words.segment(text)].map(({ index }) => index));
  const pieces: string[] = [];
  let at = 0;
  for (const phrase of parser.parse(text)) {
    // The model alone would part 解決方法 before 法; next to a space a line may break anyway.
    const seam = text.slice(at - 1, at + 1);
    if (at > 0 && (!starts.has(at) || /\s/.test(seam) || COMPOUND.test(seam) || DEPENDENT.test(phrase)))
      pieces[pieces.length - 1] += phrase;
    else pieces.push(phrase);
    at += phrase.length;
  }
  return pieces;
}

const HEADING = /<(h[1-4])\b[^>]*>.*?<\/\1>/gs;
/** A heading of up to 13 characters fits into a line at 320 px: it needs no breaks, and stays whole in the source. */
const ONE_LINE = 13;
const TEXT = /(?<=>)[^<]*[^\x00-\x7f][^<]*/g;

/** Most headings are the same on thousands of pages: without this map a build takes a second longer. */
const known = new Map<string, string>();

function withBreaks(heading: string): string {
  let broken = known.get(heading);
  if (broken === undefined) {
    broken = heading.replace(TEXT, (text) => (text.length > ONE_LINE ? phrases(text).join('<wbr>') : text));
    known.set(heading, broken);
  }
  return broken;
}

/**
 * @param html a Japanese page
 * @returns the page with `<wbr>` between the phrases of its headings that are longer than a line
 */
export const breakHeadings = (html: string): string => html.replace(HEADING, withBreaks);
