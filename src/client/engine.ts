import { whole } from '../model/rank.ts';
import { askedWords, fold, literal } from '../model/terms.ts';
import type { Line } from './answers.ts';

/** The part of Pagefind's interface that is used here. */
interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<{ results: Hit[] }>;
}
interface Hit {
  id: string;
  score: number;
  data(): Promise<Page>;
}
interface Page {
  url: string;
  meta: Record<string, string>;
  content: string;
  sub_results?: { url: string; title: string; locations: number[] }[];
}

let loading: Promise<Pagefind> | null = null;

/** Loads Pagefind once; a failure is forgotten, so that the next search tries again. */
function engine(base: string): Promise<Pagefind> {
  loading ??= (import(/* @vite-ignore */ `${base}pagefind/pagefind.js`) as Promise<Pagefind>).then(async (pagefind) => {
    // Short pages must not win by being short.
    await pagefind.options({ baseUrl: base, ranking: { pageLength: 0 } });
    await pagefind.init();
    return pagefind;
  });
  loading.catch(() => (loading = null));
  return loading;
}

/** So many words of a query are asked for; the rarest ones are among the longest. */
const ASKED = 6;

/**
 * Finds pages by their whole text. Pagefind wants all words on a page, but people write sentences: if too few pages have
 * all, each word is asked for itself, and a page is worth what its words are worth by their rarity.
 *
 * @param enough how many pages are loaded
 * @returns pages that hold the words, and pages that hold only some of them
 * @throws Error if the engine or the index cannot be loaded
 */
export async function fullText(
  query: string,
  base: string,
  enough: number,
): Promise<{ found: Line[]; partial: Line[] }> {
  const pagefind = await engine(base);
  const words = askedWords(query);
  if (words.length === 0) return { found: [], partial: [] };
  let { results } = await pagefind.search(words.join(' '));
  if (results.length < enough && words.length > 1) {
    const worth = new Map<string, { hit: Hit; score: number }>();
    const longest = [...words].sort((one, other) => other.length - one.length).slice(0, ASKED);
    for (const each of await Promise.all(longest.map((word) => pagefind.search(word))))
      for (const hit of each.results) {
        const before = worth.get(hit.id)?.score ?? 0;
        worth.set(hit.id, { hit, score: before + hit.score * Math.log(1 + 200 / each.results.length) });
      }
    const all = new Set(results.map((hit) => hit.id));
    const others = [...worth.values()].sort((one, other) => other.score - one.score).map(({ hit }) => hit);
    results = [...results, ...others.filter((hit) => !all.has(hit.id))];
  }
  const pages = await Promise.all(results.slice(0, enough).map((hit) => hit.data()));
  const found: Line[] = [];
  const partial: Line[] = [];
  for (const page of pages) {
    const text = fold(`${page.meta['title']} ${page.content}`);
    (whole(words, text, literal(words, text)) ? found : partial).push(lineOf(page));
  }
  return { found, partial };
}

/** The section that has most of the words, if the page has sections with an address; else the page. */
function lineOf(page: Page): Line {
  const title = page.meta['title'] ?? page.url;
  const section = [...(page.sub_results ?? [])]
    .filter((one) => one.url.includes('#'))
    .sort((one, other) => other.locations.length - one.locations.length)[0];
  return {
    url: section?.url ?? page.url,
    title: section ? `${title}: ${section.title}` : title,
    text: page.meta['summary'] ?? '',
    kind: page.meta['kind'] ?? '',
  };
}
