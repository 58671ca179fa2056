import type { Sequence } from '../model/ladder/ladder.ts';

// A ladder drawn with characters, for terminals and files of plain text.

/** What terminals draw two columns wide: kana, Chinese characters, full-width signs. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
/** Between a label and the lifelines beside it. */
const ROOM = 8;
/** Lifelines are at least this far apart. */
const NARROW = 14;

const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0);
const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/**
 * What a terminal would obey, and what turns the direction of writing, is text of the trace: it becomes U+FFFD.
 *
 * @returns the text on one line
 */
export const harmless = (text: string): string =>
  text
    .replace(/[\t\r\n\u2028\u2029]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '\ufffd');

/** A row of cells that lifelines cross, in which labels are put. */
class Row {
  #cells: string[];
  constructor(width: number, lifelines: readonly number[]) {
    this.#cells = Array.from({ length: width }, (_, at) => (lifelines.includes(at) ? '│' : ' '));
  }

  /** Writes a text from a column on; what is wide takes two cells. */
  put(at: number, text: string): void {
    let column = at;
    for (const letter of text) {
      this.#cells[column] = letter;
      if (WIDE.test(letter)) this.#cells[column + 1] = '';
      column += WIDE.test(letter) ? 2 : 1;
    }
  }

  toString(): string {
    return Array.from(this.#cells, (cell) => cell ?? ' ')
      .join('')
      .trimEnd();
  }
}

/**
 * @param sequence parties and steps in plain words; they may come from a trace
 * @returns lines of text: the parties, then a line per step, with its time in front where steps have times
 */
export function drawing({ parties, steps }: Sequence): string[] {
  const names = parties.map(harmless);
  const labels = steps.map(({ label, ...step }) => {
    const fields = step.kind === 'message' && step.headers ? ` (${step.headers})` : '';
    return harmless(label + fields);
  });
  const times = steps.map(({ time = '' }) => harmless(time));
  const start = Math.max(0, ...times.map((time) => widthOf(time) + 2)) + Math.ceil(widthOf(names[0] ?? '') / 2);
  /** Columns between neighbours: as many as the widest label between them needs. */
  const gaps = names.slice(1).map((name, index) => {
    const beside = (widthOf(name) + widthOf(names[index]!)) / 2 + 2;
    const needed = steps.map((step, at) => {
      if (step.kind === 'note') return 0;
      const [left, right] = [Math.min(step.from, step.to), Math.max(step.from, step.to)];
      return left <= index && index < right ? (widthOf(labels[at]!) + ROOM) / (right - left) : 0;
    });
    return Math.ceil(Math.max(NARROW, beside, ...needed));
  });
  const columns = names.map((_, party) => start + gaps.slice(0, party).reduce((sum, gap) => sum + gap, 0));
  const width = (columns.at(-1) ?? start) + 1;

  const head = new Row(width, []);
  names.forEach((name, party) => head.put(Math.max(0, columns[party]! - Math.floor(widthOf(name) / 2)), name));
  const lines = steps.map((step, at) => {
    const row = new Row(width, columns);
    const label = labels[at]!;
    row.put(0, padded(times[at]!, 0));
    if (step.kind === 'note') row.put(columns[step.at]! + 2, `· ${label}`);
    else if (step.from === step.to) row.put(columns[step.from]! + 1, `↺ ${label}`);
    else {
      const [left, right] = [columns[Math.min(step.from, step.to)]!, columns[Math.max(step.from, step.to)]!];
      const stroke = step.kind === 'media' ? '═' : '─';
      row.put(left + 1, stroke.repeat(right - left - 1));
      if (step.kind === 'message')
        row.put(...((step.to > step.from ? [right - 1, '>'] : ([left + 1, '<'] as const)) as [number, string]));
      row.put(left + Math.max(2, Math.floor((right - left - widthOf(label)) / 2)), label);
    }
    return row.toString();
  });
  return [head.toString(), ...lines];
}
