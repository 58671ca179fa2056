import type { DrawnElement } from '../../model/ladder/element.ts';
import type { LadderPiece, Some } from '../show/pieces.ts';
import type { Link } from '../show/code-names.ts';
import type { FindingView, GroupLine, GroupView, MediaView, Overview } from '../show/view.ts';

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

/** A part of a ladder as a node; its place is a style, since a trace has any number of parties */
function build({ name, attributes, children, place }: DrawnElement): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children.map((child) => (typeof child === 'string' ? child : build(child))));
  if (place && 'from' in place) element.style.gridColumn = `${place.from} / ${place.to}`;
  if (place && 'parties' in place) element.style.setProperty('--parties', String(place.parties));
  return element;
}

/** Takes everything of a trace out of the page. */
export function clear(...parts: HTMLElement[]): void {
  for (const part of parts)
    for (const place of part.querySelectorAll('[data-list], [data-part="copied"], h2, pre')) place.replaceChildren();
}

/** Marks the conversation whose position is given as the one that is shown. */
export function markGroup(place: HTMLElement, index: number): void {
  for (const button of place.querySelectorAll('[data-group]'))
    button.setAttribute('aria-current', String(button.getAttribute('data-group') === String(index)));
}

/** Opens the dialog with a message as it was sent. */
export function showMessage(dialog: HTMLDialogElement, text: string): void {
  dialog.querySelector('pre')!.textContent = text;
  dialog.showModal();
}

/** What the lists of a page can ask for. */
interface OverviewAsks {
  /** Called with the position of a conversation. */
  choose: (index: number) => void;
  /** Called with the position from which more conversations are wanted. */
  more: (from: number) => void;
}
interface GroupAsks {
  /** Called with the index of a message that is to be read in full. */
  open: (message: number) => void;
  /** Called with the position from which more steps of the ladder are wanted. */
  steps: (from: number) => void;
}

const number = (value: number): string => value.toLocaleString(document.documentElement.lang);

/** Sets the button under a list: hidden where nothing is left, else with the count and the position to go on from. */
function moreButton(place: HTMLElement, name: string, more: number, from: number, ask: (from: number) => void): void {
  const button = place.querySelector<HTMLButtonElement>(`[data-more="${name}"]`)!;
  const within = button.matches(':focus');
  button.hidden = more === 0;
  button.textContent = button.dataset['words']!.replace('{}', number(more));
  button.onclick = () => ask(from);
  // A button that goes takes the focus with it.
  if (within && more === 0) place.querySelector<HTMLElement>(`[data-list="${name}"] :is(button, a)`)?.focus();
}

/**
 * Lists the conversations of a trace.
 *
 * @param place the part of the page for it
 */
export function showOverview(place: HTMLElement, overview: Overview, asks: OverviewAsks): void {
  const skipped = overview.skipped.map((sentence) => make('li', {}, sentence));
  place.querySelector('[data-list="skipped"]')!.replaceChildren(...skipped);
  place.querySelector('[data-list="groups"]')!.replaceChildren();
  addGroups(place, overview.groups, 0, asks);
}

/** Adds conversations to the list, from a position on. */
export function addGroups(
  place: HTMLElement,
  { items, more }: Some<GroupLine>,
  from: number,
  { choose, more: ask }: OverviewAsks,
): void {
  const words = place.dataset as Record<'many' | 'one', string>;
  const lines = items.map(({ title, outcome, worst, messages }, at) => {
    const count = (messages === 1 ? words.one : words.many).replace('{}', number(messages));
    const button = make(
      'button',
      { type: 'button', 'data-group': String(from + at), 'aria-current': 'false' },
      make('b', {}, title),
      make('span', { class: 'count' }, count),
      make('span', { class: worst ? `outcome ${LIT[worst]}` : 'outcome' }, outcome),
    );
    button.addEventListener('click', () => choose(from + at));
    return make('li', {}, button);
  });
  place.querySelector('[data-list="groups"]')!.append(...lines);
  moreButton(place, 'groups', more, from + items.length, ask);
}

const stepButton = (label: string, message: number, open: (message: number) => void): HTMLElement => {
  const one = make('button', { type: 'button', class: 'step-link' }, label);
  one.addEventListener('click', () => open(message));
  return one;
};

/**
 * Shows one conversation.
 *
 * @param place the part of the page for it, with a place for each of its parts
 */
export function showGroup(place: HTMLElement, view: GroupView, asks: GroupAsks): void {
  const words = place.dataset as Record<'line' | 'offer' | 'answer' | 'rest', string>;
  const fill = (name: string, children: Child[]) => {
    const at = place.querySelector<HTMLElement>(`[data-list="${name}"]`)!;
    at.replaceChildren(...children);
    const section = at.closest<HTMLElement>('[data-section]');
    if (section) section.hidden = children.length === 0;
  };
  const fillSome = <Item>(name: string, { items, more }: Some<Item>, draw: (item: Item) => Child, tag: 'li' | 'p') =>
    fill(name, [
      ...items.map(draw),
      ...(more > 0 ? [make(tag, { class: 'count' }, words.rest.replace('{}', number(more)))] : []),
    ]);
  place.querySelector('h2')!.textContent = view.title;
  showState(place, view.state);
  fillSome('outcomes', view.outcomes, (text) => make('p', { class: 'outcome' }, text), 'p');
  fill(
    'joins',
    view.joins.map((text) => make('li', {}, text)),
  );
  fill(
    'links',
    view.links.map((one) => make('li', {}, link(one))),
  );
  fillSome('said', view.said, (text) => make('li', {}, text), 'li');
  fillSome('heard', view.heard, (text) => make('li', {}, text), 'li');
  fillSome('findings', view.findings, (finding) => findingItem(finding, words.rest, asks.open), 'li');
  fillSome('media', view.media, (one) => mediaTable(one, words), 'p');
  place.querySelector('[data-list="ladder"]')!.replaceChildren();
  addSteps(place, view.ladder, asks);
}

/** Puts the plate of the answer into the colour of its state, with its word; without a state it has neither. */
function showState(place: HTMLElement, state: GroupView['state']): void {
  const plate = place.querySelector<HTMLElement>('[data-part="plate"]')!;
  const line = plate.querySelector<HTMLElement>('[data-part="state"]')!;
  plate.className = `answer ${state?.nature ?? ''}`;
  line.hidden = state === null;
  const { normal = '', depends = '', fault = '' } = plate.dataset;
  line.replaceChildren(
    ...(state ? [make('i', { class: 'lamp' }), state.label ?? { normal, depends, fault }[state.nature]] : []),
  );
}

/** Class of a finding, from which it has its lamp. */
const LIT = { fault: 'fault', warning: 'warning depends', note: 'note' } as const;

/** @returns a citation as on all pages: a quiet mark, RFC 3261 meant where none is named */
function citation({ label, href }: Link): HTMLElement {
  const short = label.replace(/^RFC 3261 /, '');
  return make('a', { href, ...(short === label ? {} : { 'aria-label': label }) }, short);
}

const findingItem = (finding: FindingView, rest: string, open: (message: number) => void): HTMLElement =>
  make(
    'li',
    { class: LIT[finding.severity] },
    make('b', { class: 'state' }, make('i', { class: 'lamp' }), finding.label),
    ' ',
    make(
      'p',
      {},
      finding.text,
      ' ',
      make('span', { class: 'sources' }, ...finding.sources.flatMap((one) => [citation(one), ' '])),
      ...finding.messages.items.map((step) => stepButton(`#${step.number}`, step.message, open)),
      ...(finding.messages.more > 0 ? [` ${rest.replace('{}', number(finding.messages.more))}`] : []),
    ),
  );

/** Shows further steps of the ladder below those that are there. */
export function addSteps(place: HTMLElement, { list, steps, more }: LadderPiece, asks: GroupAsks): void {
  const from = steps[0]?.number ?? 1;
  const ladder = build(list);
  ladder.addEventListener('click', (event) => {
    const step = (event.target as Element).closest('[data-step]')?.getAttribute('data-step');
    if (step) asks.open(Number(step));
  });
  place.querySelector('[data-list="ladder"]')!.append(ladder);
  moreButton(place, 'ladder', more, from - 1 + steps.length, asks.steps);
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

/** Whether the browser let the text into the clipboard */
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
