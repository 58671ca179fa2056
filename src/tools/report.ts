import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { messages } from '../i18n/index.ts';
import { compareAll, type Comparison, type Tier } from '../model/compare/compare.ts';
import { type Content } from '../schema/content.ts';
import { LOCALES, type Locale } from '../locales.ts';
import { pairPage, pairText, shareOfCodes } from '../site/pair-page.ts';

// How alike the comparison pages are: pairs per tier, similarity of each page to its nearest neighbour (a pair that has
// one code in common), and the share of text that stands on the code pages as well. Prints the summary; the whole table
// goes to comparisons-report.json beside the built site's folder, not into it.

/** Words in English, characters in Japanese: the usual sizes for near-duplicate search. */
const SHINGLE: Record<Locale, number> = { en: 5, ja: 8 };

const words = new Map<string, number>();

/** @returns a number for a word, always the same (FNV-1a) */
function hashOf(word: string): number {
  let hash = words.get(word);
  if (hash === undefined) {
    hash = 0x811c9dc5;
    for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
    words.set(word, hash);
  }
  return hash;
}

/** An odd number whose powers spread over 32 bits: the golden ratio (Knuth, The Art of Computer Programming, §6.4). */
const SPREAD = 0x9e3779b1;

/**
 * @param seen number of each shingle met so far, by its hash (32 bits: one false match in some 10,000 pages); grows
 * @returns numbers of the shingles of a text, in its order
 */
export function shingles(text: string, locale: Locale, seen: Map<number, number>): Uint32Array {
  const parts =
    locale === 'en'
      ? text
          .toLowerCase()
          .split(/[^a-z0-9]+/)
          .filter(Boolean)
          .map(hashOf)
      : Array.from(text.replace(/\s/g, ''), (character) => Math.imul(character.codePointAt(0)!, SPREAD));
  const size = SHINGLE[locale];
  const numbers = new Uint32Array(Math.max(0, parts.length - size + 1));
  // Rolling: what leaves the window goes out with the power that it has by then.
  let power = 1;
  for (let at = 0; at < size; at += 1) power = Math.imul(power, SPREAD);
  let hash = 0;
  for (let at = 0; at < parts.length; at += 1) {
    hash = (Math.imul(hash, SPREAD) + parts[at]! - Math.imul(at < size ? 0 : parts[at - size]!, power)) | 0;
    if (at < size - 1) continue;
    let number = seen.get(hash);
    if (number === undefined) seen.set(hash, (number = seen.size));
    numbers[at - size + 1] = number;
  }
  return numbers;
}

/** @returns how many of the 32 bits are set */
function ones(word: number): number {
  let count = word - ((word >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * @param texts numbers of the shingles of each text
 * @param all how many different shingles there are
 * @returns for each text which other one is most like it, and how much: shared shingles over all shingles of both
 *   (Jaccard), 0 to 1
 */
export function nearest(texts: Uint32Array[], all: number): { other: number; similarity: number }[] {
  const last = new Uint32Array(all);
  const uses = new Uint32Array(all);
  const sizes = texts.map((shingles, text) => {
    let size = 0;
    for (const shingle of shingles) {
      if (last[shingle] === text + 1) continue;
      last[shingle] = text + 1;
      uses[shingle]! += 1;
      size += 1;
    }
    return size;
  });
  // Each text as a set of bits, one for each shingle that two texts have or more.
  const bit = new Uint32Array(all);
  let common = 0;
  uses.forEach((count, shingle) => {
    if (count > 1) bit[shingle] = common++;
  });
  const width = Math.ceil(common / 32);
  const bits = new Int32Array(texts.length * width);
  texts.forEach((shingles, text) => {
    for (const shingle of shingles)
      if (uses[shingle]! > 1) bits[text * width + (bit[shingle]! >>> 5)]! |= 1 << (bit[shingle]! & 31);
  });
  const shared = (one: number, other: number): number => {
    let count = 0;
    for (let at = 0; at < width; at += 1) count += ones(bits[one * width + at]! & bits[other * width + at]!);
    return count;
  };
  const best = texts.map(() => ({ other: -1, similarity: 0 }));
  for (let one = 0; one < texts.length; one += 1)
    for (let other = one + 1; other < texts.length; other += 1) {
      const both = shared(one, other);
      const similarity = both === 0 ? 0 : both / (sizes[one]! + sizes[other]! - both);
      if (similarity > best[one]!.similarity) best[one] = { other, similarity };
      if (similarity > best[other]!.similarity) best[other] = { other: one, similarity };
    }
  return best;
}

interface Row {
  key: string;
  tier: Tier;
  nearest: string;
  similarity: number;
  fromCodes: number;
}

function rowsOf(comparisons: Comparison[], locale: Locale, content: Content): Row[] {
  const words = messages(locale);
  const seen = new Map<number, number>();
  const pages = comparisons.map((comparison) => {
    const page = pairPage(comparison, words, content);
    const { own, fromCodes } = pairText(page);
    const { key, tier, a, b } = comparison;
    const row: Row = { key, tier, nearest: '', similarity: 0, fromCodes: Number(shareOfCodes(page).toFixed(3)) };
    return { row, codes: [a, b], shingles: shingles([...own, ...fromCodes].join(' '), locale, seen) };
  });
  for (const code of content.codes) {
    const group = pages.filter(({ codes }) => codes.includes(code));
    nearest(
      group.map((page) => page.shingles),
      seen.size,
    ).forEach(({ other, similarity }, at) => {
      const { row } = group[at]!;
      if (similarity > row.similarity) Object.assign(row, { nearest: group[other]!.row.key, similarity });
    });
  }
  for (const { row } of pages) row.similarity = Number(row.similarity.toFixed(3));
  return pages.map(({ row }) => row);
}

/**
 * Prints the summary and writes the whole table.
 *
 * @param content all codes and notes
 * @param file where the table goes, as JSON
 */
export function writeReport(content: Content, file: string): void {
  const comparisons = [...compareAll(content).values()];
  const count = (tier: Tier) => comparisons.filter((comparison) => comparison.tier === tier).length;
  console.log(`Comparisons: ${count(1)} of tier 1, ${count(2)} of tier 2, ${count(3)} of tier 3.`);
  const report: Record<string, unknown> = {};
  for (const locale of LOCALES) {
    const rows = rowsOf(comparisons, locale, content).sort((left, right) => right.similarity - left.similarity);
    const worst = (tier: Tier, field: 'similarity' | 'fromCodes') =>
      Math.max(0, ...rows.filter((row) => row.tier === tier).map((row) => row[field]));
    const median = (field: 'similarity' | 'fromCodes') =>
      rows.map((row) => row[field]).sort()[Math.floor(rows.length / 2)];
    console.log(
      `  ${locale}: nearest neighbour at most ${worst(1, 'similarity')} / ${worst(2, 'similarity')} / ${worst(3, 'similarity')} by tier (median ${median('similarity')}); ` +
        `text of the code pages at most ${Math.max(...rows.map((row) => row.fromCodes))} (median ${median('fromCodes')}).`,
    );
    report[locale] = { worst: rows.slice(0, 50), rows };
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(report, null, 1)}\n`);
}
