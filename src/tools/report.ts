import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { messages } from '../i18n/index.ts';
import { LOCALES, locales, type Locale } from '../locales.ts';
import { compareAll, type Comparison, type Tier } from '../model/compare/compare.ts';
import type { Content } from '../schema/content.ts';
import { problemList, readContent } from '../schema/load.ts';
import { plainError } from '../settings.ts';
import { pairPage, pairText, shareOfCodes } from '../site/pair-page.ts';

// `npm run report`: how alike the comparison pages are. Pairs per tier, similarity of each page to its nearest neighbour (a
// pair that has one code in common), and the share of text that the code pages have too. Prints the summary; the whole
// table goes to comparisons-report.json.

/** The usual sizes for near-duplicate search: of words where spaces separate them, else of characters. */
const SHINGLE = { words: 5, characters: 8 };

/**
 * @param known number of each shingle met so far; grows, because sets of numbers are compared four times as fast as sets
 *   of texts
 * @returns the number of every run of five words or eight characters of a text, each once
 */
export function shingles(text: string, locale: Locale, known: Map<string, number>): Set<number> {
  const spaced = locales[locale].cutWord !== undefined;
  const parts = spaced
    ? text
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter(Boolean)
    : [...text.replace(/\s/g, '')];
  const size = SHINGLE[spaced ? 'words' : 'characters'];
  const found = new Set<number>();
  for (let at = 0; at + size <= parts.length; at += 1) {
    const shingle = parts.slice(at, at + size).join(' ');
    let number = known.get(shingle);
    if (number === undefined) known.set(shingle, (number = known.size));
    found.add(number);
  }
  return found;
}

/** How alike two texts are: shared shingles over all shingles of both (Jaccard), 0 to 1 */
export function similarity(one: Set<number>, other: Set<number>): number {
  const shared = one.intersection(other).size;
  return shared === 0 ? 0 : shared / (one.size + other.size - shared);
}

interface Row {
  key: string;
  tier: Tier;
  nearest: string;
  similarity: number;
  fromCodes: number;
}

/** A row per comparison, the one that is most like another first */
function rowsOf(comparisons: Comparison[], locale: Locale, content: Content): Row[] {
  const words = messages(locale);
  const known = new Map<string, number>();
  const pages = comparisons.map((comparison) => {
    const page = pairPage(comparison, words, content);
    const { own, fromCodes } = pairText(page);
    const { key, tier, a, b } = comparison;
    const row: Row = { key, tier, nearest: '', similarity: 0, fromCodes: Number(shareOfCodes(page).toFixed(3)) };
    return { row, codes: [a, b], shingles: shingles([...own, ...fromCodes].join(' '), locale, known) };
  });
  for (const code of content.codes) {
    const group = pages.filter(({ codes }) => codes.includes(code));
    for (const [at, one] of group.entries())
      for (const other of group.slice(at + 1)) {
        const alike = Number(similarity(one.shingles, other.shingles).toFixed(3));
        for (const [row, neighbour] of [[one.row, other.row] as const, [other.row, one.row] as const])
          if (alike > row.similarity) Object.assign(row, { nearest: neighbour.key, similarity: alike });
      }
  }
  return pages.map(({ row }) => row).sort((left, right) => right.similarity - left.similarity);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { content, problems } = readContent('content');
  if (!content) throw plainError(problemList(problems));
  const comparisons = [...compareAll(content).values()];
  const count = (tier: Tier) => comparisons.filter((comparison) => comparison.tier === tier).length;
  console.log(`Comparisons: ${count(1)} of tier 1, ${count(2)} of tier 2, ${count(3)} of tier 3.`);
  const report: Record<string, unknown> = {};
  for (const locale of LOCALES) {
    const rows = rowsOf(comparisons, locale, content);
    const most = (tier: Tier) => Math.max(0, ...rows.filter((row) => row.tier === tier).map((row) => row.similarity));
    const median = (field: 'similarity' | 'fromCodes') =>
      rows.map((row) => row[field]).sort()[Math.floor(rows.length / 2)];
    console.log(
      `  ${locale}: nearest neighbour at most ${most(1)} / ${most(2)} / ${most(3)} by tier (median ${median('similarity')}); ` +
        `text of the code pages at most ${Math.max(...rows.map((row) => row.fromCodes))} (median ${median('fromCodes')}).`,
    );
    report[locale] = { worst: rows.slice(0, 50), rows };
  }
  writeFileSync('comparisons-report.json', `${JSON.stringify(report, null, 1)}\n`);
}
