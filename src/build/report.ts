import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { speak } from '../i18n/index.ts';
import { compareAll, type Comparison, type Tier } from '../model/compare.ts';
import { LOCALES, type Locale } from '../model/content.ts';
import { pairPage, pairText, shareOfCodes } from '../pair.ts';
import { problemLine, readContent } from './content.ts';

// How alike the comparison pages are: pairs per tier, similarity of each page to its nearest neighbour (a pair that has
// one code in common), and the share of text that stands on the code pages as well. Prints the summary; the whole table
// goes to comparisons-report.json beside the built site's folder, not into it.

/** Words in English, characters in Japanese: the usual sizes for near-duplicate search. */
const SHINGLE: Record<Locale, number> = { en: 5, ja: 8 };

/** One shingle in so many goes into the sample by which near neighbours are found. */
const SAMPLE = 12;
/** Pairs that the sample finds nearest, to be measured in full. */
const CANDIDATES = 3;

const known = new Map<string, number>();

/** @returns FNV-1a of one word or character, mixed so that sums of neighbours differ */
function hashOf(part: string): number {
  let hash = known.get(part);
  if (hash === undefined) {
    hash = 0x811c9dc5;
    for (const character of part) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
    hash ^= hash >>> 15;
    known.set(part, hash);
  }
  return hash;
}

/** @returns sorted hashes of the shingles of a text (32 bits: one false match in some 10,000 pages) */
export function shingles(text: string, locale: Locale): Uint32Array {
  const parts =
    locale === 'en'
      ? text
          .toLowerCase()
          .split(/[^a-z0-9]+/)
          .filter(Boolean)
      : [...text.replace(/\s/g, '')];
  const size = SHINGLE[locale];
  const each = parts.map(hashOf);
  const hashes = new Uint32Array(Math.max(0, each.length - size + 1));
  hashes.forEach((_, start) => {
    let hash = 0x811c9dc5;
    for (let at = start; at < start + size; at += 1) hash = Math.imul(hash ^ each[at]!, 0x01000193);
    hashes[start] = hash;
  });
  return hashes.sort().filter((hash, at) => at === 0 || hash !== hashes[at - 1]);
}

/** @returns shared shingles over all shingles of both (Jaccard), 0 to 1 */
export function similarity(one: Uint32Array, other: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    const [left, right] = [one[i]!, other[j]!];
    if (left === right) shared += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return shared === 0 ? 0 : shared / (one.length + other.length - shared);
}

interface Row {
  key: string;
  tier: Tier;
  nearest: string;
  similarity: number;
  fromCodes: number;
}

function rowsOf(comparisons: Comparison[], locale: Locale, content: Parameters<typeof pairPage>[2]): Row[] {
  const words = speak(locale);
  interface Measured {
    comparison: Comparison;
    shingles: Uint32Array;
    sample: Uint32Array;
    fromCodes: number;
    best: number;
    nearest: string;
  }
  const pages = comparisons.map((comparison): Measured => {
    const page = pairPage(comparison, words, content);
    const { own, fromCodes } = pairText(page);
    const all = shingles([...own, ...fromCodes].join(' '), locale);
    return {
      comparison,
      shingles: all,
      sample: all.filter((hash) => hash % SAMPLE === 0),
      fromCodes: shareOfCodes(page),
      best: 0,
      nearest: '',
    };
  });
  const byCode = new Map<number, typeof pages>();
  for (const page of pages)
    for (const code of [page.comparison.a.number, page.comparison.b.number])
      byCode.set(code, [...(byCode.get(code) ?? []), page]);
  // A sample of the shingles tells which pairs with the same code are nearest; those few are measured in full.
  for (const group of byCode.values()) {
    const nearest = new Map(group.map((page) => [page, [] as { score: number; other: Measured }[]]));
    const keep = (page: Measured, score: number, other: Measured) => {
      const kept = nearest.get(page)!;
      if (kept.length === CANDIDATES && score <= kept.at(-1)!.score) return;
      kept.push({ score, other });
      kept.sort((left, right) => right.score - left.score).splice(CANDIDATES);
    };
    group.forEach((one, index) => {
      for (const other of group.slice(index + 1)) {
        const score = similarity(one.sample, other.sample);
        keep(one, score, other);
        keep(other, score, one);
      }
    });
    for (const [page, kept] of nearest)
      for (const { other } of kept) {
        const score = similarity(page.shingles, other.shingles);
        if (score > page.best) [page.best, page.nearest] = [score, other.comparison.key];
      }
  }
  return pages.map(({ comparison, nearest, best, fromCodes }) => ({
    key: comparison.key,
    tier: comparison.tier,
    nearest,
    similarity: Number(best.toFixed(3)),
    fromCodes: Number(fromCodes.toFixed(3)),
  }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { content, problems } = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
  if (!content) throw new Error(problems.map(problemLine).join('\n'));
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
  const file = join(dirname(process.env.OUT_DIR ?? 'dist'), 'comparisons-report.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(report, null, 1)}\n`);
}
