import { readBare } from '../bare.ts';
import { numbersOf } from '../directory.ts';
import { lightStage, linesOf, remark, type Line } from './answers.ts';

/**
 * Works out which page an address was meant for: `/487`, `/sip/302-487`, `/ja/sip/SIP-487/`, `/busy-here`. Goes there if
 * there is one answer, else offers the nearest.
 *
 * @param nearest the place for offers, with the base path in `data-base`, the languages that addresses begin with in
 *   `data-locales`, and in `data-moved` the addresses that moved
 */
export async function findNearest(nearest: HTMLElement): Promise<void> {
  const base = nearest.dataset['base'] ?? '/';
  const path = decode(location.pathname.slice(base.length));
  if (path === '404.html') return;
  const [first = '', ...rest] = path.split('/');
  const prefixed = nearest.dataset['locales']?.split(' ').includes(first) ?? false;
  const locale = prefixed ? first : document.documentElement.lang;
  const asked = (prefixed ? rest.join('/') : path)
    .replace(/(?:^|\/)(?:sip|index\.html?)(?=\/|$)/g, ' ')
    .replace(/\.html?$|[-_/+]/g, ' ')
    .trim();
  const moved = JSON.parse(nearest.dataset['moved'] ?? '{}') as Record<string, string>;
  const page = `/${path.replace(/\/?(?:index\.html)?$/, '')}/`;
  const to = moved[page] ?? moved[`/${path}`];
  if (to !== undefined) {
    location.replace(base + to.slice(1));
    return;
  }
  const light = lightStage(base, locale);
  const directory = await light.directory();
  if (!directory || asked === '') return;
  const bare = readBare(asked, numbersOf(directory));
  const meaning = bare ? null : await light.meaning();
  const reading = meaning?.read(asked) ?? { answers: bare ?? [], rest: [], words: '', named: false };
  const [best] = reading.answers;
  // Another page is no answer to an address that names a code which does not exist: that has to be said.
  const said = remark(reading.answers, directory);
  if (
    !said &&
    reading.rest.length === 0 &&
    (best?.kind === 'code' || best?.kind === 'pair' || best?.kind === 'class')
  ) {
    location.replace(linesOf(best, directory, meaning)[0]!.url + location.hash);
    return;
  }
  const { answers, partial } = meaning?.rank(asked, reading) ?? { answers: reading.answers, partial: [] };
  const lines = [...answers, ...partial].flatMap((one) => linesOf(one, directory, meaning));
  if (lines.length === 0) return;
  if (said) {
    const note = document.createElement('p');
    note.lang = locale;
    note.textContent = said;
    nearest.querySelector('ul')!.before(note);
  }
  const list = nearest.querySelector('ul')!;
  list.lang = locale;
  list.append(
    ...lines
      .filter((line, at) => lines.findIndex(({ url }) => url === line.url) === at)
      .slice(0, 5)
      .map(item),
  );
  nearest.hidden = false;
}

function item(line: Line): HTMLElement {
  const entry = document.createElement('li');
  const link = document.createElement('a');
  link.href = line.url;
  link.textContent = line.title;
  entry.append(link);
  return entry;
}

/** A broken escape in an address is no reason to fail. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
