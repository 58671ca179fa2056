import type { Locale } from './content.ts';
import type { Ladder, LadderStep } from './schema.ts';
import type { Terms } from '../i18n/terms.en.ts';

/** Geometry of a ladder in units of the SVG's view box. */
export interface LadderDrawing {
  width: number;
  height: number;
  parties: { x: number; label: string }[];
  steps: (
    | { kind: 'message'; x1: number; x2: number; y: number; label: string; headers: string; code: number | null }
    | { kind: 'note'; x: number; y: number; label: string }
  )[];
}

/** Life lines stand as close as their labels allow, so that a ladder of three parties is legible on a phone. */
const COLUMN = 104;
const TOP = 48;
const ROW = 33;
/** So many characters stand between two life lines. */
const LABEL = 26;
/** Room beside a label, and widths of a character of 13 units: Latin bold, and full width. */
const GAP = 14;
const LATIN = 7.8;
const FULL = 13;

/** @returns the width of a label, generously: fonts differ */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? FULL : LATIN), 0);

type Phrase = (code: number) => string;

type Message = Extract<LadderStep, { kind: 'message' }>;

/** @returns `INVITE`, `487 Request Terminated`, or `200 OK (CANCEL)` where the method is not INVITE */
export function stepLabel(step: Message, phrase: Phrase): string {
  if (step.code === null) return step.method;
  const method = step.method === 'INVITE' ? '' : ` (${step.method})`;
  const label = `${step.code} ${phrase(step.code)}${method}`;
  // A long phrase does not fit between two life lines; the number is what a trace shows.
  return label.length <= LABEL ? label : `${step.code}${method}`;
}

/**
 * @param ladder parties from left to right and the steps from top to bottom
 * @param terms names of parties and notes in the language wanted
 * @param phrase reason phrase of a code
 * @returns positions and labels, nothing about colours
 */
export function drawLadder(ladder: Ladder, terms: Terms, phrase: Phrase): LadderDrawing {
  const place = (party: (typeof ladder.parties)[number]) => ladder.parties.indexOf(party);
  const last = ladder.parties.length - 1;
  const messages = ladder.steps.filter((step) => step.kind === 'message');
  const column = Math.ceil(
    Math.max(
      COLUMN,
      ...messages.map(
        (step) => (widthOf(stepLabel(step, phrase)) + GAP) / Math.abs(place(step.to) - place(step.from) || 1),
      ),
      ...ladder.parties.slice(1).map((party, index) => {
        const left = ladder.parties[index]!;
        return (widthOf(terms.party[left]) + widthOf(terms.party[party])) / 2 + GAP;
      }),
    ),
  );
  /** Half of the widest text that stands over the first or the last life line. */
  const margin = (at: number) =>
    Math.ceil(
      Math.max(
        widthOf(terms.party[ladder.parties[at]!]),
        ...ladder.steps.map((step) =>
          step.kind === 'note' && place(step.at) === at ? widthOf(terms.note[step.note]) : 0,
        ),
      ) / 2,
    ) + 4;
  const start = margin(0);
  const x = (party: (typeof ladder.parties)[number]) => start + place(party) * column;
  return {
    width: start + last * column + margin(last),
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
        headers: step.headers.join(', '),
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
    const label = stepLabel(step, phrase) + (step.headers.length > 0 ? ` (${step.headers.join(', ')})` : '');
    return locale === 'en' ? `${from} to ${to}: ${label}` : `${from}から${to}へ：${label}`;
  });
}
