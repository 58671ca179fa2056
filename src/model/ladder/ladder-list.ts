import { make, type DrawnElement } from './element.ts';
import type { Sequence, StepWords } from './ladder.ts';

// The ladder that pages show: a list whose items lie on a grid with two columns per party, so that its words keep their
// size at every width, and a reader who does not see it hears the same steps.

/** What a ladder needs besides its rows. */
export interface ListOptions {
  /** What is heard before a label. */
  words: StepWords;
  /** The code that is emphasised. */
  own?: number | undefined;
  /** Makes the label of a message a button: position of the step → value of its `data-step`. */
  step?: (index: number) => string | undefined;
}

type Step = Sequence['steps'][number];
type Message = Extract<Step, { kind: 'message' }>;
type Media = Extract<Step, { kind: 'media' }>;

/** The line of the grid on which the lifeline of a party lies. */
const lifeline = (party: number): number => 2 * party + 2;

const heard = (text: string): DrawnElement => make('span', { class: 'visually-hidden' }, text);
const classes = (...names: (string | false | undefined)[]): string => names.filter(Boolean).join(' ');

/** What is written on an arrow: a code at the beginning becomes a pill in the colour of its state */
function labelOf({ label, code, headers, state }: Message, own: boolean): DrawnElement['children'] {
  const fields = headers ? [' ', make('small', {}, headers)] : [];
  const number = String(code);
  if (code === null || !label.startsWith(number)) return [label, ...fields];
  const pill = make('b', { class: classes('pill', state, own && 'own') }, number);
  return [pill, label.slice(number.length), ...fields];
}

function messageOf(message: Message, index: number, parties: string[], options: ListOptions): DrawnElement[] {
  const { from, to, code, repeat, state } = message;
  const own = code !== null && code === options.own;
  const kind = classes(
    'arrow',
    from === to ? 'self' : to < from && 'back',
    code !== null && code < 200 && 'provisional',
    repeat && 'repeat',
    own && 'own',
    own && state,
  );
  const target = options.step?.(index);
  const label = labelOf(message, own);
  const inside =
    target === undefined
      ? make('span', {}, ...label)
      : make('button', { type: 'button', 'data-step': target }, ...label);
  const left = lifeline(Math.min(from, to));
  const right = from === to ? left + 1 : lifeline(Math.max(from, to));
  return [
    heard(options.words.message(parties[from]!, parties[to]!, '')),
    { ...make('span', { class: kind }, inside), place: { from: left, to: right } },
  ];
}

/** A stream of media as a bar between two parties */
function mediaOf({ from, to, label }: Media, parties: string[], { words }: ListOptions): DrawnElement[] {
  const left = lifeline(Math.min(from, to));
  const right = from === to ? left + 1 : lifeline(Math.max(from, to));
  return [
    heard(words.message(parties[from]!, parties[to]!, '')),
    { ...make('span', { class: 'arrow media' }, make('span', {}, label)), place: { from: left, to: right } },
  ];
}

/**
 * @param sequence parties and steps in plain words; they may come from a trace
 * @returns the ladder as an ordered list: the parties, then an item per step. Pages write it as text, the decoder builds
 *   nodes of it; how it looks is in ladder.css
 */
export function ladderList({ parties, steps }: Sequence, options: ListOptions): DrawnElement {
  const timed = steps.some(({ time }) => time !== undefined);
  const head = parties.flatMap((party, at) => [...(at > 0 ? [' '] : []), make('b', {}, party)]);
  const items = steps.map((step, index) => {
    const time = step.time === undefined ? [] : [make('span', { class: 'time' }, step.time), ' '];
    if (step.kind === 'message') return make('li', {}, ...time, ...messageOf(step, index, parties, options));
    if (step.kind === 'media') return make('li', {}, ...time, ...mediaOf(step, parties, options));
    const at = lifeline(step.at);
    return make('li', {}, ...time, heard(options.words.note(parties[step.at]!, '')), {
      ...make('span', { class: 'note' }, step.label),
      place: { from: at - 1, to: at + 1 },
    });
  });
  return {
    ...make('ol', { class: classes('ladder', timed && 'timed') }, make('li', { class: 'parties' }, ...head), ...items),
    place: { parties: parties.length },
  };
}
