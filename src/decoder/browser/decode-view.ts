import { ladderTree, type SvgElement } from '../../model/ladder/ladder-svg.ts';
import type { Link } from '../show/links.ts';
import type { GroupView, MediaView, Overview } from '../show/view.ts';

// How the decoder's findings become elements, and leave the page. Everything that comes from a trace is a text node or an
// attribute value.

type Child = Node | string;

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string>,
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

const link = ({ label, href }: Link): HTMLElement => make('a', { href }, label);

/** @returns an element of a drawing as a node */
function draw({ name, attributes, children }: SvgElement): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children.map((child) => (typeof child === 'string' ? child : draw(child))));
  return element;
}

/**
 * Lists the conversations of a trace.
 *
 * @param place the part of the page for it
 * @param current the conversation that is shown
 * @param choose called with the position of another
 */
export function showOverview(
  place: HTMLElement,
  overview: Overview,
  current: number,
  choose: (index: number) => void,
): void {
  const words = place.dataset as Record<'many' | 'one', string>;
  const items = overview.groups.map(({ title, outcome, worst, messages }, index) => {
    const count = (messages === 1 ? words.one : words.many).replace(
      '{}',
      messages.toLocaleString(document.documentElement.lang),
    );
    const button = make(
      'button',
      { type: 'button', 'data-group': String(index), 'aria-current': String(index === current) },
      make('b', {}, title),
      make('span', { class: 'count' }, count),
      make('span', { class: worst ? `outcome ${worst}` : 'outcome' }, outcome),
    );
    button.addEventListener('click', () => choose(index));
    return make('li', {}, button);
  });
  const skipped = overview.skipped.map((sentence) => make('li', {}, sentence));
  place.querySelector('[data-list="groups"]')!.replaceChildren(...items);
  place.querySelector('[data-list="skipped"]')!.replaceChildren(...skipped);
}

/**
 * Shows one conversation.
 *
 * @param place the part of the page for it, with a place for each of its parts
 * @param open called with the position of a message that is to be read in full
 */
export function showGroup(place: HTMLElement, view: GroupView, open: (message: number) => void): void {
  const fill = (name: string, children: Child[]) => {
    const at = place.querySelector<HTMLElement>(`[data-list="${name}"]`)!;
    at.replaceChildren(...children);
    const section = at.closest<HTMLElement>('[data-section]');
    if (section) section.hidden = children.length === 0;
  };
  const button = (label: string, message: number) => {
    const one = make('button', { type: 'button', class: 'step-link' }, label);
    one.addEventListener('click', () => open(message));
    return one;
  };
  const number = (message: number) => String(view.messages.indexOf(message) + 1);
  place.querySelector('h2')!.textContent = view.title;
  fill(
    'outcomes',
    view.outcomes.map((text) => make('p', { class: 'outcome' }, text)),
  );
  fill(
    'joins',
    view.joins.map((text) => make('li', {}, text)),
  );
  fill(
    'links',
    view.links.map((one) => make('li', {}, link(one))),
  );
  fill(
    'said',
    view.said.map((text) => make('li', {}, text)),
  );
  fill(
    'findings',
    view.findings.map((finding) =>
      make(
        'li',
        { class: finding.severity },
        make('b', {}, finding.label),
        ' ',
        finding.text,
        ' ',
        make(
          'span',
          { class: 'sources' },
          ...finding.sources.flatMap((one, at) => (at ? [', ', link(one)] : [link(one)])),
        ),
        ' ',
        ...finding.messages
          .filter((message) => view.messages.includes(message))
          .map((message) => button(`#${number(message)}`, message)),
      ),
    ),
  );
  fill(
    'media',
    view.media.map((one) => mediaTable(one, place.dataset as Record<'line' | 'offer' | 'answer', string>)),
  );
  const svg = draw(ladderTree(view.drawing, { id: 'decoded', step: (index) => String(view.messages[index]) }));
  svg.addEventListener('click', (event) => {
    const step = (event.target as Element).closest('[data-step]')?.getAttribute('data-step');
    if (step) open(Number(step));
  });
  place.querySelector('[data-list="ladder"]')!.replaceChildren(svg);
  // For the keyboard and for the ear: the same steps as a list of buttons.
  fill(
    'steps',
    view.lines.map((line, at) => make('li', {}, button(line, view.messages[at]!))),
  );
}

function mediaTable(
  { title, rows, common }: MediaView,
  words: Record<'line' | 'offer' | 'answer', string>,
): HTMLElement {
  const head = [words.line, words.offer, words.answer].map((text) => make('th', { scope: 'col' }, text));
  const body = rows.map(({ what, offer, answer }) =>
    make('tr', {}, make('th', { scope: 'row' }, what), make('td', {}, offer), make('td', {}, answer)),
  );
  return make(
    'div',
    { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': title },
    make(
      'table',
      {},
      make('caption', {}, title),
      make('thead', {}, make('tr', {}, ...head)),
      make('tbody', {}, ...body),
    ),
    make('p', {}, common),
  );
}

/** @returns whether the browser let the text into the clipboard */
export const toClipboard = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );

/** Saves a text as a file of that name and media type, as if the reader had followed a link to it. */
export function download(text: string, name: string, type: string): void {
  const href = URL.createObjectURL(new Blob([text], { type }));
  make('a', { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}
