import { readBare } from '../bare.ts';
import { numbersOf } from '../directory.ts';
import type { QueryAnswer } from '../bare.ts';
import { lightStage, linesOf, remark, say, type Line } from './answers.ts';

/** Maximum number of results: what fits on a phone's screen. More is a list to read, not an answer. */
const SHOWN = 8;
/** Maximum number of them from keywords, before the full text is asked. */
const FIRST = 5;
/** Number of full-text results that are examined: the engine's first ones need not contain the words as typed. */
const LOADED = 8;
/** Words are looked up when the fingers rest, numbers at once. */
const PAUSE_MS = 60;

const rest = (ms: number) => new Promise((done) => setTimeout(done, ms));
const pathOf = (url: string) => new URL(url, location.href).pathname;

let started: (() => void) | null = null;

/**
 * Makes the dialog work; later calls only search for what the field holds.
 *
 * @param dialog the dialog of `dialog.ts`
 * @param words what it says, with the language and base path of the site
 * @param entered whether Enter was pressed while this was loaded: goes on to the first result
 * @param again searches on a newly loaded page, for when the files of this one cannot be loaded
 */
export function startSearch(
  dialog: HTMLDialogElement,
  words: Record<'base' | 'locale' | 'none' | 'failed' | 'stale', string>,
  entered: boolean,
  again: () => void,
): void {
  const input = dialog.querySelector<HTMLInputElement>('#search-input')!;
  input.focus();
  if (started) {
    started();
    return;
  }
  const status = dialog.querySelector<HTMLElement>('#search-status')!;
  const list = dialog.querySelector<HTMLElement>('#search-results')!;
  const light = lightStage(words.base, words.locale);
  let turn = 0;
  let composing = false;
  let settled = false;
  let going = entered;
  let lost = false;
  let selected = -1;
  const options = () => [...list.querySelectorAll<HTMLAnchorElement>('a')];

  const select = (index: number) => {
    const lines = options();
    for (const line of lines) line.setAttribute('aria-selected', String(line === lines[index]));
    selected = lines[index] ? index : -1;
    const line = lines[selected];
    if (line) input.setAttribute('aria-activedescendant', line.id);
    else input.removeAttribute('aria-activedescendant');
    line?.scrollIntoView({ block: 'nearest' });
  };

  const go = (newTab: boolean) => {
    const link = options()[selected];
    if (!link) return;
    if (newTab) window.open(link.href, '_blank', 'noopener');
    else location.href = link.href;
  };

  const show = (found: Line[], partial: Line[], partialTitle: string, message: string) => {
    const lines = found.map(option);
    if (partial.length > 0) lines.push(group(partialTitle, partial, found.length));
    const kept = selected > 0 ? selected : 0;
    list.replaceChildren(...lines);
    input.setAttribute('aria-expanded', String(lines.length > 0));
    select(found.length + partial.length > kept ? kept : 0);
    status.textContent = message;
    if (going && selected >= 0) go(false);
  };

  /** What words need is gone, as after a new build, or cannot be reached; a number would have been answered. */
  const unloaded = () => {
    lost = navigator.onLine;
    show([], [], '', lost ? words.stale : words.failed);
  };

  const search = async () => {
    const mine = ++turn;
    const query = input.value.trim();
    settled = false;
    list.removeAttribute('data-done');
    selected = -1;
    if (query === '') return show([], [], '', '');
    const directory = await light.directory();
    if (mine !== turn) return;
    lost = !directory;
    if (!directory) return show([], [], '', words.stale);

    const count = (number: number) => (number === 1 ? directory.say.countOne : say(directory.say.countMany, number));
    const unique = (lines: Line[], seen: Line[]) => {
      const paths = new Set(seen.map(({ url }) => pathOf(url)));
      return lines.filter(({ url }) => !paths.has(pathOf(url)) && paths.add(pathOf(url)) !== undefined);
    };
    // Numbers say it all, and need no other file.
    const bare = readBare(query, numbersOf(directory));
    const meaning = bare ? null : await light.meaning();
    if (mine !== turn) return;
    if (!bare && !meaning) return unloaded();
    const reading = meaning?.read(query) ?? { answers: bare ?? [], rest: [], words: '', named: false };
    const lines = (answers: readonly QueryAnswer[]) => answers.flatMap((one) => linesOf(one, directory, meaning));
    const direct = lines(reading.answers);
    const tell = (found: Line[], partial: Line[], done: boolean, trouble = '') => {
      const first = unique(found, []).slice(0, Math.max(SHOWN, direct.length));
      const second = unique(partial, first).slice(0, Math.max(0, SHOWN - first.length));
      const total = first.length + second.length;
      const parts = [remark(reading.answers, directory), trouble];
      // Said once, when all is there: a screen reader would read each change.
      if (total > 0 && done) parts.push(count(total));
      else if (done && !parts.join('')) parts.push(words.none);
      settled = done;
      list.toggleAttribute('data-done', done);
      show(first, second, directory.say.partial, parts.filter(Boolean).join(' '));
    };
    if (!meaning || reading.rest.length === 0) return tell(direct, [], true);

    const ranked = meaning.rank(query, reading);
    const [all, partial] = [lines(ranked.answers), lines(ranked.partial)];
    // Room is left for what only the whole text has.
    const found = all.slice(0, Math.max(FIRST, direct.length));
    // What is shown first stays first: partial matches wait until the whole text has been asked for better ones.
    if (found.length > 0) tell(found, partial, false);

    const telling = meaning.telling(reading);
    // The engine is 100 KB; where names and keywords answer the query, it only adds pages that mention the words by the way.
    if (telling.length === 0 || ranked.sure) return tell(all, partial, true);
    await rest(PAUSE_MS);
    if (mine !== turn) return;
    try {
      const { fullText } = await import('./engine.ts');
      const more = await fullText(telling, words.base, LOADED);
      if (mine !== turn) return;
      tell([...found, ...more.found, ...all.slice(found.length)], [...partial, ...more.partial], true);
    } catch {
      if (mine !== turn) return;
      if (found.length + partial.length > 0) tell(found, partial, true, directory.say.reduced);
      else unloaded();
    }
  };

  input.addEventListener('compositionstart', () => (composing = true));
  input.addEventListener('compositionend', () => {
    composing = false;
    void search();
  });
  input.addEventListener('input', () => {
    going = false;
    if (!composing) void search();
  });
  input.addEventListener('keydown', (event) => {
    // 229: the key belongs to the input method, also where isComposing is already false.
    if (event.isComposing || composing || event.keyCode === 229) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') {
      // A search field keeps the first Escape for emptying itself; here it closes the dialog.
      event.preventDefault();
      dialog.close();
      // The focus leaves a hidden field only with the next frame; a key before that would still be typed into it.
      if (document.activeElement === input) input.blur();
    } else if (step !== undefined) {
      event.preventDefault();
      const { length } = options();
      if (length > 0) select((selected + step + length) % length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (selected >= 0) go(event.ctrlKey || event.metaKey);
      else if (lost) again();
      else if (!settled) going = true;
    }
  });
  // Nothing is remembered: the next search begins empty.
  dialog.addEventListener('close', () => {
    turn += 1;
    input.value = '';
    going = false;
    show([], [], '', '');
  });
  started = () => void search();
  started();
}

const texts = new Map<string, Promise<string>>();

/**
 * @param url a file with a sentence, or with a line for each part of a page: then `#` and the part
 * @returns the sentence, loaded once; empty if it cannot be loaded, because the title says enough
 */
async function textAt(url: string): Promise<string> {
  const at = url.indexOf('.txt#');
  const file = at < 0 ? url : url.slice(0, at + 4);
  const text =
    texts.get(file) ??
    fetch(file)
      .then((response) => (response.ok ? response.text() : ''))
      .catch(() => '');
  texts.set(file, text);
  if (at < 0) return text;
  const part = `${url.slice(at + 5)}\t`;
  const line = (await text).split('\n').find((one) => one.startsWith(part));
  return line?.slice(part.length) ?? '';
}

/** One result: a link that is the option itself, so that it contains nothing interactive. */
function option(line: Line, index: number): HTMLElement {
  const link = document.createElement('a');
  link.role = 'option';
  link.id = `search-result-${index}`;
  link.href = line.url;
  link.tabIndex = -1;
  const title = document.createElement('b');
  title.textContent = line.title;
  const kind = document.createElement('span');
  kind.className = 'kind';
  kind.textContent = line.kind;
  const text = document.createElement('p');
  text.textContent = line.text;
  if (!line.text && line.more) void textAt(line.more).then((loaded) => (text.textContent = loaded));
  link.append(title, ' ', kind, text);
  return link;
}

/** Results under a heading of their own. */
function group(title: string, lines: Line[], before: number): HTMLElement {
  const item = document.createElement('div');
  item.role = 'group';
  item.ariaLabel = title;
  const heading = document.createElement('p');
  heading.className = 'hint';
  heading.ariaHidden = 'true';
  heading.textContent = title;
  item.append(heading, ...lines.map((line, index) => option(line, before + index)));
  return item;
}
