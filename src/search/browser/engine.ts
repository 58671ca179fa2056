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
  data(): Promise<Page>;
}
interface Page {
  url: string;
  meta: Record<string, string>;
  content: string;
}

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

/**
 * The word to ask for: each needs a piece of the index of its own, 15 to 30 KB, so only the most telling one is. Pagefind cuts a
 * Japanese compound into words, a piece for each, so it is cut here first.
 */
const asked = ([word = '']: readonly string[]): string =>
  CJK.test(word) && 'Segmenter' in Intl
    ? [...new Intl.Segmenter('ja', { granularity: 'word' }).segment(word)][0]!.segment
    : word;

/** A query with this many words still matches fully where a page lacks some of them. */
const MOST = 0.6;

/**
 * Finds pages by their whole text. Pagefind wants all words on a page, but people write sentences: so only the most telling word is
 * asked for.
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
  const { results } = await pagefind.search(asked(telling));
  const best = results.slice(0, enough);
  const found: Line[] = [];
  const partial: Line[] = [];
  for (const page of await Promise.all(best.map((hit) => hit.data()))) {
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
