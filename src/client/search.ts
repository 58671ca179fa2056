import { readQuery, type KnownCode, type QueryAnswer } from '../model/query.ts';

/** One line of the result list. All of it is shown as text, never as markup. */
interface Result {
  url: string;
  title: string;
  text: string;
  kind: string;
}

interface Directory {
  sip: string;
  classes: [title: string, unknown: string][];
  codes: [number: number, phrase: string, gloss: string, summary: string][];
}

/** The part of Pagefind's interface that is used here. */
interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  debouncedSearch(query: string, options: object, wait: number): Promise<{ results: PagefindHit[] } | null>;
}
interface PagefindHit {
  data(): Promise<{ url: string; meta: Record<string, string>; plain_excerpt: string; content: string }>;
}

/** So many results fit a phone's screen; more is a list to read, not an answer. */
const SHOWN = 8;
const PAUSE_MS = 60;

let started = false;

/**
 * Makes the dialog work; later calls only search for what the field holds.
 *
 * @param dialog the dialog of `SearchDialog.astro`, with its words in `data-` attributes
 */
export async function startSearch(dialog: HTMLDialogElement): Promise<void> {
  const input = dialog.querySelector<HTMLInputElement>('#search-input')!;
  if (started) {
    input.dispatchEvent(new Event('input'));
    input.focus();
    return;
  }
  started = true;
  input.focus();

  const words = dialog.dataset as Record<string, string>;
  const status = dialog.querySelector<HTMLElement>('#search-status')!;
  const list = dialog.querySelector<HTMLUListElement>('#search-results')!;
  const base = words['base']!;
  let composing = false;
  let turn = 0;
  let results: Result[] = [];
  let selected = -1;

  const directory: Promise<Directory | null> = fetch(`${base}search/${words['locale']}.json`)
    .then((response) => (response.ok ? (response.json() as Promise<Directory>) : null))
    .catch(() => null);
  let engine: Promise<Pagefind | null> | null = null;
  const loadEngine = () =>
    (engine ??= (import(/* @vite-ignore */ `${base}pagefind/pagefind.js`) as Promise<Pagefind>)
      .then(async (pagefind) => {
        // Short pages of pairs must not win over the page of a code by being short.
        await pagefind.options({ baseUrl: base, ranking: { pageLength: 0 } });
        await pagefind.init();
        return pagefind;
      })
      .catch(() => null));

  const show = (found: Result[], message: string) => {
    results = found;
    list.replaceChildren(...found.map(item));
    input.setAttribute('aria-expanded', String(found.length > 0));
    select(found.length > 0 ? 0 : -1);
    status.textContent = message;
  };

  const item = (result: Result, index: number): HTMLLIElement => {
    const line = document.createElement('li');
    line.role = 'option';
    line.id = `search-result-${index}`;
    const link = document.createElement('a');
    link.href = result.url;
    link.tabIndex = -1;
    link.textContent = result.title;
    const kind = document.createElement('span');
    kind.className = 'kind';
    kind.textContent = result.kind;
    const text = document.createElement('p');
    text.textContent = result.text;
    line.append(link, kind, text);
    return line;
  };

  const select = (index: number) => {
    list.querySelector('[aria-selected="true"]')?.removeAttribute('aria-selected');
    selected = index;
    const line = list.children[index];
    if (!line) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    line.setAttribute('aria-selected', 'true');
    line.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', line.id);
  };

  const count = (number: number) =>
    number === 1 ? words['countOne']! : words['countMany']!.replace('9999', String(number));

  const search = async () => {
    const mine = ++turn;
    const query = input.value.trim();
    if (query === '') return show([], '');
    const known = await directory;
    const codes: KnownCode[] = (known?.codes ?? []).map(([number, phrase, gloss]) => ({ number, phrase, gloss }));
    const answers = readQuery(query, codes);
    const direct = known ? answers.flatMap((answer) => resultOf(answer, known, words)) : [];
    if (mine !== turn) return;
    const unknown = answers.find((answer) => answer.kind === 'unknown-code');
    const message = unknown?.kind === 'unknown-code' ? words['unknown']!.replace('%', String(unknown.code)) : '';
    if (direct.length > 0) show(direct, message || count(direct.length));
    // A number says it all; words are what the engine is for.
    const onlyNumbers =
      answers.length > 0 && /^[\s\d,/+-]*$|^sip ?\d+$/i.test(query.normalize('NFKC').replace(/vs|xx/gi, ''));
    if (onlyNumbers) return;

    const pagefind = await loadEngine();
    if (mine !== turn) return;
    if (!pagefind) {
      if (direct.length === 0) show([], words['failed']!);
      return;
    }
    const hits = await pagefind.debouncedSearch(query, {}, PAUSE_MS);
    if (!hits || mine !== turn) return;
    const pages = await Promise.all(hits.results.slice(0, SHOWN * 2).map((hit) => hit.data()));
    if (mine !== turn) return;
    const seen = new Set(direct.map((result) => new URL(result.url, location.href).pathname));
    const found = pages
      .filter((page) => !seen.has(new URL(page.url, location.href).pathname))
      .map((page) => ({
        url: page.url,
        title: page.meta['title'] ?? page.url,
        text: page.meta['summary'] ?? '',
        kind: (page.meta['kind'] === 'pair' ? words['kindPair'] : words['kindCode']) ?? '',
      }));
    const all = [...direct, ...found].slice(0, SHOWN);
    show(all, message || (all.length > 0 ? count(all.length) : words['none']!));
  };

  input.addEventListener('compositionstart', () => (composing = true));
  input.addEventListener('compositionend', () => {
    composing = false;
    void search();
  });
  input.addEventListener('input', () => {
    if (!composing) void search();
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || composing) return;
    if (event.key === 'Escape') {
      // A search field keeps the first Escape for emptying itself; here it closes the dialog.
      event.preventDefault();
      dialog.close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (results.length === 0) return;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      select((selected + step + results.length) % results.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const result = results[selected];
      if (!result) void search();
      else if (event.ctrlKey || event.metaKey) window.open(result.url, '_blank', 'noopener');
      else location.href = result.url;
    }
  });
  await search();
}

/** @returns the lines that an answer of `readQuery` stands for */
function resultOf(answer: QueryAnswer, known: Directory, words: Record<string, string>): Result[] {
  const entry = (number: number) => known.codes.find(([code]) => code === number)!;
  const code = (number: number): Result => {
    const [, phrase, gloss, summary] = entry(number);
    return {
      url: `${known.sip}${number}/`,
      title: `${number} ${phrase}${gloss ? `（${gloss}）` : ''}`,
      text: summary,
      kind: words['kindCode']!,
    };
  };
  const responseClass = (digit: number): Result => ({
    url: `${known.sip}${digit}xx/`,
    title: known.classes[digit - 1]![0],
    text: known.classes[digit - 1]![1],
    kind: words['kindClass']!,
  });
  switch (answer.kind) {
    case 'code':
      return [code(answer.code)];
    case 'pair':
      return [
        {
          url: `${known.sip}${answer.a}-vs-${answer.b}/`,
          title: `${answer.a} ${entry(answer.a)[1]} vs ${answer.b} ${entry(answer.b)[1]}`,
          text: '',
          kind: words['kindPair']!,
        },
      ];
    case 'class':
      return [responseClass(answer.digit)];
    case 'prefix':
      return answer.codes.map(code);
    case 'unknown-code':
      return [responseClass(answer.digit)];
  }
}
