import type { Locale } from './content.ts';
import type { Ladder, LadderStep } from './schema.ts';
import type { Terms } from '../i18n/terms.en.ts';

/** Geometry of a ladder in units of the SVG's view box. */
export interface LadderDrawing {
  width: number;
  height: number;
  parties: { x: number; label: string }[];
  steps: (
    | { kind: 'message'; x1: number; x2: number; y: number; label: string; code: number | null }
    | { kind: 'note'; x: number; y: number; label: string }
  )[];
}

const COLUMN = 172;
const MARGIN = 86;
const TOP = 48;
const ROW = 30;

type Phrase = (code: number) => string;

/** @returns `INVITE`, `487 Request Terminated`, or `200 OK (CANCEL)` where the method is not INVITE */
export function stepLabel(step: Extract<LadderStep, { kind: 'message' }>, phrase: Phrase): string {
  const headers = step.headers.length > 0 ? ` (${step.headers.join(', ')})` : '';
  if (step.code === null) return step.method + headers;
  const text = phrase(step.code);
  // A long phrase does not fit between two life lines; the number is what a trace shows.
  const name = text.length <= 20 ? `${step.code} ${text}` : String(step.code);
  return `${name}${step.method === 'INVITE' ? '' : ` (${step.method})`}${headers}`;
}

/**
 * @param ladder parties from left to right and the steps from top to bottom
 * @param terms names of parties and notes in the language wanted
 * @param phrase reason phrase of a code
 * @returns positions and labels, nothing about colours
 */
export function drawLadder(ladder: Ladder, terms: Terms, phrase: Phrase): LadderDrawing {
  const x = (party: (typeof ladder.parties)[number]) => MARGIN + ladder.parties.indexOf(party) * COLUMN;
  return {
    width: 2 * MARGIN + (ladder.parties.length - 1) * COLUMN,
    height: TOP + ladder.steps.length * ROW,
    parties: ladder.parties.map((party) => ({ x: x(party), label: terms.party[party] })),
    steps: ladder.steps.map((step, index) => {
      const y = TOP + index * ROW + 8;
      if (step.kind === 'note') return { kind: 'note', x: x(step.at), y, label: terms.note[step.note] };
      // Stop short of the life line so that the arrow head touches it.
      const direction = x(step.to) > x(step.from) ? 1 : -1;
      return {
        kind: 'message',
        x1: x(step.from),
        x2: x(step.to) - direction,
        y,
        label: stepLabel(step, phrase),
        code: step.code,
      };
    }),
  };
}

/** @returns the same ladder as lines of text, for readers who do not see it */
export function ladderText(ladder: Ladder, terms: Terms, phrase: Phrase, locale: Locale): string[] {
  return ladder.steps.map((step) => {
    if (step.kind === 'note')
      return locale === 'en'
        ? `${terms.party[step.at]}: ${terms.note[step.note]}`
        : `${terms.party[step.at]}：${terms.note[step.note]}`;
    const [from, to] = [terms.party[step.from], terms.party[step.to]];
    return locale === 'en'
      ? `${from} to ${to}: ${stepLabel(step, phrase)}`
      : `${from}から${to}へ：${stepLabel(step, phrase)}`;
  });
}
