import type { Facts, Ladder, LADDER_NOTES, Party } from '../../schema/index.ts';

// The rows of a ladder, for those of the pages, whose parties are roles, and for those of a trace, whose parties are
// addresses; ladder-list.ts shows them, ladder-svg.ts makes a file of them.

/** How much of a fault a code is. */
export type State = Facts['nature'];

/** An exchange in plain words: lifelines from left to right, steps from top to bottom. */
export interface Sequence {
  parties: string[];
  steps: (
    | {
        kind: 'message';
        /** Positions in `parties`. */
        from: number;
        to: number;
        label: string;
        /** The label without its phrase, where the whole is too long between two lifelines of a drawing. */
        short?: string;
        /** Header fields worth seeing, under the arrow. */
        headers?: string;
        code: number | null;
        /** How much of a fault the code is; absent for requests, and for codes that nobody registered. */
        state?: State;
        /** The text in the time column; a sequence in which no step has it has no such column. */
        time?: string;
        /** Sent again, so drawn weaker. */
        repeat?: boolean;
      }
    | { kind: 'note'; at: number; label: string; time?: string }
    /** Media that flow for a while: a quiet bar, not a message. */
    | { kind: 'media'; from: number; to: number; label: string; time?: string }
  )[];
}

/** What a ladder needs to know of a language. */
export interface LadderLabels {
  party: Record<Party, string>;
  note: Record<(typeof LADDER_NOTES)[number], string>;
}

type SequenceMessage = Extract<Sequence['steps'][number], { kind: 'message' }>;

/** Geometry of a ladder in units of the SVG's view box. */
export interface LadderDrawing {
  width: number;
  height: number;
  parties: { x: number; label: string }[];
  steps: (
    | ({ kind: 'message'; x1: number; x2: number; y: number } & Omit<SequenceMessage, 'kind' | 'from' | 'to' | 'short'>)
    | { kind: 'note'; x: number; y: number; label: string; time?: string }
    | { kind: 'media'; x1: number; x2: number; y: number; label: string; time?: string }
  )[];
}

/** Lifelines are as close as their labels allow, so that a ladder of three parties is legible on a phone. */
const COLUMN = 104;
const TOP = 48;
const ROW = 33;
/** Number of characters between two lifelines of a drawing. */
const LABEL = 26;
/** Room next to a label, and widths of a character of 13 units: Latin bold, and full width. */
const GAP = 14;
const LATIN = 7.8;
const FULL = 13;
/** Width of the column with times, at the left of the first lifeline. */
const TIMES = 72;
/** Of a message that a party sends to itself, in parts of a column. */
const OWN = 0.4;

/** The width of a label, generously: fonts differ */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? FULL : LATIN), 0);

/** What is known of a code. */
type Known = (code: number) => { phrase: string; nature: State } | undefined;

/** `INVITE`, `487 Request Terminated`, or `200 OK (CANCEL)` where the method is not INVITE; `short` for drawings */
export function messageLabel(code: number | null, method: string, phrase: string): { label: string; short?: string } {
  if (code === null) return { label: method };
  const answered = method === 'INVITE' ? '' : ` (${method})`;
  const label = `${code}${phrase ? ` ${phrase}` : ''}${answered}`;
  return label.length <= LABEL ? { label } : { label, short: `${code}${answered}` };
}

const stateOf = (code: number | null, known: Known): { state?: State } => {
  const state = code === null ? undefined : known(code)?.nature;
  return state ? { state } : {};
};

/**
 * @param ladder parties and steps as content has them
 * @param labels names of parties and notes in the language wanted
 * @param known phrase and state of a code
 * @returns the ladder in plain words
 */
export function ladderSequence(ladder: Ladder, labels: LadderLabels, known: Known): Sequence {
  const at = (party: (typeof ladder.parties)[number]) => ladder.parties.indexOf(party);
  return {
    parties: ladder.parties.map((party) => labels.party[party]),
    steps: ladder.steps.map((step): Sequence['steps'][number] => {
      const time = step.time === undefined ? {} : { time: `${step.time} s` };
      if (step.kind === 'note') return { kind: 'note', at: at(step.at), label: labels.note[step.note], ...time };
      return {
        kind: 'message',
        from: at(step.from),
        to: at(step.to),
        ...messageLabel(step.code, step.method, step.code === null ? '' : (known(step.code)?.phrase ?? '')),
        ...(step.headers.length > 0 ? { headers: step.headers.join(', ') } : {}),
        code: step.code,
        ...stateOf(step.code, known),
        ...time,
      };
    }),
  };
}

/**
 * @param sequence parties and steps in plain words
 * @returns positions and labels, nothing about colours
 */
export function drawSequence({ parties, steps }: Sequence): LadderDrawing {
  const last = parties.length - 1;
  const column = Math.ceil(
    Math.max(
      COLUMN,
      ...steps.map((step) =>
        step.kind === 'note'
          ? 0
          : (widthOf((step.kind === 'message' && step.short) || step.label) + GAP) /
            Math.max(1, Math.abs(step.to - step.from)),
      ),
      ...parties.slice(1).map((party, index) => (widthOf(parties[index]!) + widthOf(party)) / 2 + GAP),
    ),
  );
  /** Half of the widest text above the first or the last lifeline. */
  const margin = (at: number) =>
    4 +
    Math.ceil(
      Math.max(
        widthOf(parties[at] ?? ''),
        ...steps.map((step) => (step.kind === 'note' && step.at === at ? widthOf(step.label) : 0)),
      ) / 2,
    );
  const start = (steps.some(({ time }) => time !== undefined) ? TIMES : 0) + margin(0);
  const x = (party: number) => start + party * column;
  // A message of the last party to itself reaches beyond its lifeline.
  const beyond = steps.some((step) => step.kind === 'message' && step.from === last && step.to === last);
  return {
    width: start + last * column + Math.max(margin(last), beyond ? column : 0),
    height: TOP + steps.length * ROW,
    parties: parties.map((label, party) => ({ x: x(party), label })),
    steps: steps.map((step, index) => {
      const y = TOP + index * ROW + 8;
      if (step.kind === 'note') {
        const { at, ...note } = step;
        return { ...note, x: x(at), y };
      }
      if (step.kind === 'media') {
        const { from, to, ...bar } = step;
        return { ...bar, x1: x(from), x2: from === to ? x(from) + OWN * column : x(to), y };
      }
      const { from, to, short, ...message } = step;
      // Stop short of the lifeline so that the arrow head touches it.
      const x2 = from === to ? x(from) + OWN * column : x(to) - (to > from ? 1 : -1);
      return { ...message, label: short ?? message.label, x1: x(from), x2, y };
    }),
  };
}

/** How a language says a step: what a party does, and a message from one party to another. */
export interface StepWords {
  note: (party: string, label: string) => string;
  message: (from: string, to: string, label: string) => string;
}

/** The same sequence as lines of text, for readers who do not see it and for tickets */
export function sequenceText({ parties, steps }: Sequence, words: StepWords): string[] {
  return steps.map((step) => {
    const time = step.time === undefined ? '' : `${step.time}  `;
    if (step.kind === 'note') return time + words.note(parties[step.at]!, step.label);
    if (step.kind === 'media') return time + words.message(parties[step.from]!, parties[step.to]!, step.label);
    const label = step.headers ? `${step.label} (${step.headers})` : step.label;
    return time + words.message(parties[step.from]!, parties[step.to]!, label);
  });
}
