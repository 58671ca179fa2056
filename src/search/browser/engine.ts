import { fold } from '../fold.ts';
import { CJK, literal, SUMMARY_END } from '../tokenize.ts';
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
}

/** About as many pages as the index holds, to tell rare words from frequent ones. */
const PAGES = 200;

let loading: Promise<Pagefind> | null = null;

/** Loads Pagefind once; a failure is forgotten, so that the next search tries again. */
function engine(base: string): Promise<Pagefind> {
  loading ??= (import(/* @vite-ignore */ `${base}pagefind/pagefind.js`) as Promise<Pagefind>).then(async (pagefind) => {
    // Short pages must not win by being short.
    // Without a worker: a search takes a few milliseconds, the worker's script is another 12 KB.
    await pagefind.options({ baseUrl: base, noWorker: true, ranking: { pageLength: 0 } });
    await pagefind.init();
    return pagefind;
  });
  loading.catch(() => (loading = null));
  return loading;
}

/** Maximum number of words that are asked for: each needs a piece of the index of its own, 15 to 26 KB. */
const ASKED = 2;
/** Another word is asked for where the one before found fewer pages than this: mostly one piece is enough. */
const FOUND = 1;

/** The words to ask for. Pagefind cuts a Japanese compound into words, a piece for each, so it is cut here first. */
const asked = (telling: readonly string[]): string[] =>
  telling
    .flatMap((word) =>
      CJK.test(word) && 'Segmenter' in Intl
        ? [...new Intl.Segmenter('ja', { granularity: 'word' }).segment(word)].map(({ segment }) => segment)
        : [word],
    )
    .slice(0, ASKED);

/** A query with this many words still matches fully where a page lacks some of them. */
const MOST = 0.6;

/**
 * Finds pages by their whole text. Pagefind wants all words on a page, but people write sentences: so the most telling
 * words are asked for one by one, and a page is worth what its words are worth by their rarity.
 *
 * @param telling the words of the query, most telling first
 * @param enough how many pages are loaded
 * @returns pages that hold the words, and pages that hold only some of them
 * @throws Error if the engine or the index cannot be loaded
 */
export async function fullText(
  telling: readonly string[],
  base: string,
  enough: number,
): Promise<{ found: Line[]; partial: Line[] }> {
  const pagefind = await engine(base);
  const worth = new Map<string, { hit: Hit; score: number }>();
  for (const word of asked(telling)) {
    // Where one word has found pages, another only adds such without it.
    if (worth.size >= FOUND) break;
    const { results } = await pagefind.search(word);
    for (const hit of results) {
      const before = worth.get(hit.id)?.score ?? 0;
      worth.set(hit.id, { hit, score: before + hit.score * Math.log(1 + PAGES / results.length) });
    }
  }
  const best = [...worth.values()].sort((one, other) => other.score - one.score).slice(0, enough);
  const found: Line[] = [];
  const partial: Line[] = [];
  for (const page of await Promise.all(best.map(({ hit }) => hit.data()))) {
    const text = fold(`${page.meta['title']} ${page.content}`);
    const line = {
      url: page.url,
      title: page.meta['title'] ?? page.url,
      text: page.content.split(SUMMARY_END)[0] ?? '',
      kind: page.meta['kind'] ?? '',
    };
    (literal(telling, text) >= (telling.length > 2 ? MOST : 1) ? found : partial).push(line);
  }
  return { found, partial };
}
