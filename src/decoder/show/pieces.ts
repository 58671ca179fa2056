import type { DrawnElement } from '../../model/ladder/element.ts';
import { ladderList } from '../../model/ladder/ladder-list.ts';
import type { Sequence } from '../../model/ladder/ladder.ts';
import type { DecodeWords } from '../../i18n/decoder/words/en.ts';
import type { TraceLadder } from './sequence.ts';

// Long lists and ladders in pieces: a call of 20,000 messages is shown as soon as one of ten.

/** How many of a list are shown at once: more are asked for, so that no list keeps the page busy. */
export const PIECE = 100;

/** The first of a list, and how many there are behind them. */
export interface Some<Item> {
  items: Item[];
  more: number;
}

/**
 * @param all of a list
 * @param from position of the first that is wanted
 * @param count how many are wanted
 */
export const some = <Item>(all: Item[], from = 0, count = PIECE): Some<Item> => {
  const items = all.slice(from, from + count);
  return { items, more: Math.max(0, all.length - from - items.length) };
};

/** A message of the ladder: its number there from 1, and its index in the trace. */
export interface Step {
  number: number;
  message: number;
}

/** A step of a ladder: null for media, which have no message. */
export interface LadderStep {
  number: number;
  message: number | null;
}

/** Steps of a ladder that are shown together. */
export interface LadderPiece {
  /** The ladder of these steps; each label of a message is a button with its index. */
  list: DrawnElement;
  steps: LadderStep[];
  /** Steps of the ladder behind these. */
  more: number;
}

/** With more parties than these, a piece has the life lines of its own steps only. */
const MOST_PARTIES = 20;

/** Steps of a ladder from a position on, in the words of a language */
export function ladderPiece(
  { sequence, messages }: TraceLadder,
  from: number,
  { steps: words }: Pick<DecodeWords, 'steps'>,
): LadderPiece {
  const { items, more } = some(sequence.steps, from);
  const whole = { ...sequence, steps: items };
  const piece = sequence.parties.length > MOST_PARTIES ? ownParties(whole) : whole;
  const steps = items.map((_, at) => ({ number: from + at + 1, message: messages[from + at] ?? null }));
  return { list: ladderList(piece, { words, step: (at) => steps[at]!.message?.toString() }), steps, more };
}

/** The same steps with those parties alone that take part in them */
function ownParties({ parties, steps }: Sequence): Sequence {
  const own = new Map<number, number>();
  const at = (party: number): number => {
    const known = own.get(party) ?? own.size;
    own.set(party, known);
    return known;
  };
  const moved = steps.map((step) =>
    step.kind === 'note' ? { ...step, at: at(step.at) } : { ...step, from: at(step.from), to: at(step.to) },
  );
  return { parties: [...own.keys()].map((party) => parties[party]!), steps: moved };
}
