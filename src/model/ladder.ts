import type { Locale } from './content.ts';
import type { Ladder, LadderStep } from './schema.ts';
import type { Terms } from '../i18n/terms.en.ts';

// One drawing for the ladders of the pages, whose parties are roles, and for those of a trace, whose parties are addresses.

/** An exchange in plain words: life lines from left to right, steps from top to bottom. */
export interface Sequence {
  parties: string[];
  steps: (
    | {
        kind: 'message';
        /** Positions in `parties`. */
        from: number;
        to: number;
        label: string;
        code: number | null;
        /** What stands in the time column; a sequence in which no step has it has no such column. */
        time?: string;
        /** Sent again, so drawn weaker. */
        repeat?: boolean;
      }
    | { kind: 'note'; at: number; label: string; time?: string }
  )[];
}

/** Geometry of a ladder in units of the SVG's view box. */
export interface LadderDrawing {
  width: number;
  height: number;
  parties: { x: number; label: string }[];
  steps: (
    | {
        kind: 'message';
        x1: number;
        x2: number;
        y: number;
        label: string;
        code: number | null;
        time?: string;
        repeat?: boolean;
      }
    | { kind: 'note'; x: number; y: number; label: string; time?: string }
  )[];
}

const COLUMN = 172;
const TOP = 48;
const ROW = 30;
/** Width of the column with times, at the left of the first life line. */
const TIMES = 72;
/** Of a message that a party sends to itself, in parts of a column. */
const OWN = 0.4;

type Phrase = (code: number) => string;

/** @returns `INVITE`, `487 Request Terminated`, or `200 OK (CANCEL)` where the method is not INVITE */
export function stepLabel(step: Extract<LadderStep, { kind: 'message' }>, phrase: Phrase): string {
  const headers = step.headers.length > 0 ? ` (${step.headers.join(', ')})` : '';
  return messageLabel(step.code, step.method, step.code === null ? '' : phrase(step.code)) + headers;
}

/** @returns the same for any code and method; a long phrase does not fit between two life lines, the number does */
export function messageLabel(code: number | null, method: string, phrase: string): string {
  if (code === null) return method;
  const name = phrase !== '' && phrase.length <= 20 ? `${code} ${phrase}` : String(code);
  return `${name}${method === 'INVITE' ? '' : ` (${method})`}`;
}

/**
 * @param ladder parties and steps as content has them
 * @param terms names of parties and notes in the language wanted
 * @param phrase reason phrase of a code
 * @returns the ladder in plain words
 */
export function ladderSequence(ladder: Ladder, terms: Terms, phrase: Phrase): Sequence {
  const at = (party: (typeof ladder.parties)[number]) => ladder.parties.indexOf(party);
  return {
    parties: ladder.parties.map((party) => terms.party[party]),
    steps: ladder.steps.map((step) =>
      step.kind === 'note'
        ? { kind: 'note', at: at(step.at), label: terms.note[step.note] }
        : {
            kind: 'message',
            from: at(step.from),
            to: at(step.to),
            label: stepLabel(step, phrase),
            code: step.code,
          },
    ),
  };
}

/**
 * @param sequence parties and steps in plain words
 * @param column distance of two life lines; `columnFor` gives one that fits long labels
 * @returns positions and labels, nothing about colours
 */
export function drawSequence({ parties, steps }: Sequence, column = COLUMN): LadderDrawing {
  const margin = column / 2;
  const left = steps.some(({ time }) => time !== undefined) ? TIMES : 0;
  const x = (party: number) => left + margin + party * column;
  return {
    width: left + 2 * margin + (parties.length - 1) * column,
    height: TOP + steps.length * ROW,
    parties: parties.map((label, party) => ({ x: x(party), label })),
    steps: steps.map((step, index) => {
      const y = TOP + index * ROW + 8;
      if (step.kind === 'note') return { kind: 'note', x: x(step.at), y, ...only(step.label, step.time) };
      const { from, to, code, repeat } = step;
      // Stop short of the life line so that the arrow head touches it.
      const direction = to > from ? 1 : -1;
      const x2 = from === to ? x(from) + OWN * column : x(to) - direction;
      const marks = repeat ? { repeat } : {};
      return { kind: 'message', x1: x(from), x2, y, ...only(step.label, step.time), code, ...marks };
    }),
  };
}

/** A key that has no value is left out, so that two equal drawings are equal. */
const only = (label: string, time: string | undefined) => (time === undefined ? { label } : { label, time });

/** @returns a distance of life lines at which the names of parties and the labels between neighbours fit */
export function columnFor({ parties, steps }: Sequence): number {
  const near = steps.flatMap((step) =>
    step.kind === 'message' && Math.abs(step.from - step.to) > 1 ? [] : [width(step.label)],
  );
  return Math.ceil(Math.max(COLUMN, ...parties.map(width), ...near) / 2) * 2;
}

/** Of a text of 12 px, estimated: full-width letters take one em, others a little over half. */
const width = (text: string): number =>
  16 + [...text].reduce((sum, letter) => sum + (letter >= '\u2e80' ? 12 : letter === 'l' ? 3 : 6.9), 0);

/** @returns positions and labels of a page's ladder */
export const drawLadder = (ladder: Ladder, terms: Terms, phrase: Phrase): LadderDrawing =>
  drawSequence(ladderSequence(ladder, terms, phrase));

/** @returns the same sequence as lines of text, for readers who do not see it and for tickets */
export function sequenceText({ parties, steps }: Sequence, locale: Locale): string[] {
  return steps.map((step) => {
    const time = step.time === undefined ? '' : `${step.time}  `;
    if (step.kind === 'note')
      return locale === 'en'
        ? `${time}${parties[step.at]}: ${step.label}`
        : `${time}${parties[step.at]}：${step.label}`;
    const [from, to] = [parties[step.from], parties[step.to]];
    return locale === 'en' ? `${time}${from} to ${to}: ${step.label}` : `${time}${from}から${to}へ：${step.label}`;
  });
}

/** @returns a page's ladder as lines of text */
export const ladderText = (ladder: Ladder, terms: Terms, phrase: Phrase, locale: Locale): string[] =>
  sequenceText(ladderSequence(ladder, terms, phrase), locale);
