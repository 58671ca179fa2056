import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEFAULT_LOCALE } from '../locales.ts';
import { readProse, type Prose } from './texts.ts';

// `npm run check:copies`: no run of ten words of our English occurs in an RFC. The folder with the texts
// (rfc3261.txt and so on) is named by RFC_TEXTS_DIR; without it the check says that it was skipped.

/** This many equal words in a row are a copy; nine happen by chance in phrases such as names of header fields. */
export const RUN = 10;

/** A run of words that occurs both in our text and in an RFC. */
export interface Copy extends Prose {
  /** File name of the RFC. */
  rfc: string;
  /** The words, longer runs as one. */
  words: string;
}

/** The words of a text in lower case, without punctuation and markup */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[‘’']/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** The text of an RFC without the lines at the breaks of its pages */
export const withoutPageBreaks = (text: string): string =>
  text
    .replaceAll('\r', '')
    .split('\n')
    .filter((line) => !/^\S.*\[Page \d+\]\s*$/.test(line) && !/^RFC \d+\s.*\d{4}\s*$/.test(line))
    .join('\n')
    .replaceAll('\f', '');

/**
 * @param prose our texts
 * @param rfcs texts of RFCs with their names
 * @returns every run of `RUN` words or more that both have; a longer run is reported once
 */
export function findCopies(prose: Prose[], rfcs: { name: string; text: string }[]): Copy[] {
  const ours = prose.map((one) => wordsOf(one.text));
  const starts = new Map<string, [text: number, word: number][]>();
  ours.forEach((words, text) => {
    for (let word = 0; word + RUN <= words.length; word += 1) {
      const run = words.slice(word, word + RUN).join(' ');
      starts.set(run, [...(starts.get(run) ?? []), [text, word]]);
    }
  });
  const copies: Copy[] = [];
  for (const { name, text } of rfcs) {
    const theirs = wordsOf(withoutPageBreaks(text));
    const found = new Set<string>();
    for (let word = 0; word + RUN <= theirs.length; word += 1)
      for (const [index, start] of starts.get(theirs.slice(word, word + RUN).join(' ')) ?? [])
        found.add(`${index} ${start}`);
    for (const key of found) {
      const [index, start] = key.split(' ').map(Number) as [number, number];
      if (found.has(`${index} ${start - 1}`)) continue;
      let end = start;
      while (found.has(`${index} ${end + 1}`)) end += 1;
      copies.push({ ...prose[index]!, rfc: name, words: ours[index]!.slice(start, end + RUN).join(' ') });
    }
  }
  return copies;
}

/** The RFC texts of a folder */
export const readRfcs = (folder: string): { name: string; text: string }[] =>
  readdirSync(folder)
    .filter((name) => /^rfc\d+\.txt$/.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.env.RFC_TEXTS_DIR;
  if (!folder) console.log('Copies: skipped, RFC_TEXTS_DIR names no folder with texts of RFCs.');
  else {
    const rfcs = existsSync(folder) ? readRfcs(folder) : [];
    if (rfcs.length === 0)
      throw new Error(`RFC_TEXTS_DIR is ${folder}; expected a folder with files such as rfc3261.txt`);
    const prose = readProse(DEFAULT_LOCALE);
    const copies = findCopies(prose, rfcs);
    for (const { file, field, rfc, words } of copies)
      console.error(`${file}: ${field}: "${words}" occurs in ${rfc}. Say it in other words`);
    if (copies.length > 0) process.exit(1);
    console.log(`Copies: none in ${prose.length} texts against ${rfcs.length} RFCs.`);
  }
}
