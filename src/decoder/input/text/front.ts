import type { Line, Step } from './lines.ts';
import { findTimestamp } from './timestamps.ts';

// What precedes every line of the input: quote marks of a mail, line numbers, file names of grep, the name of a
// container, a time of Kubernetes, an indent. It is taken off where every line has it, before anything else is read.

/** So many lines that are not empty tell; a shorter input is waited for. */
const SAMPLE = 40;
const ENOUGH = 3;

/** Line numbers; the number of spaces after them is the same for all lines. */
const NUMBERS = /^ *(?<number>\d{1,8})(?:[:|.)]?(?: {1,4}|\t)|[:|)])/;

/** A form of the front; `number` is a group that counts the lines, `same` one that does not change, `time` when it was logged. */
const FORMS = [
  /^(?:[>\u203a] ?)+/,
  /^(?<same>[\w./-]{1,200})[:-](?<number>\d{1,8})[:-]/,
  NUMBERS,
  /^(?<same>[\w.-]{1,60}) +\| ?/,
  /^(?<time>\d{4}-\d\d-\d\dT[\d:.]{8,20}(?:Z|[+-]\d\d:\d\d)) (?:stdout|stderr) [FP] /,
  /^(?: {4}|\t)/,
];

type Groups = Record<string, string | undefined>;

/** Whether the form is before all lines: what counts goes up by as many as there are lines between */
function fits(form: RegExp, lines: Line[]): boolean {
  let first: { groups: Groups; place: number } | null = null;
  let found = 0;
  for (const { text, place } of lines) {
    if (text.trim() === '') continue;
    const match = form.exec(text) ?? form.exec(`${text} `) ?? form.exec(`${text}  `);
    if (match === null) return false;
    const groups: Groups = match.groups ?? {};
    first ??= { groups, place };
    if (groups.same !== first.groups.same) return false;
    if (groups.number !== undefined && Number(groups.number) - Number(first.groups.number) !== place - first.place)
      return false;
    found++;
  }
  return found >= ENOUGH;
}

/** The form of numbers with the spaces after each, so that an indent of the text is kept */
function numbered(lines: Line[]): RegExp {
  const parts = lines.flatMap(({ text }) => {
    const found = /^( *\d+(?:[:|.)]|(?![\d:|.)])))([ \t]*)\S/.exec(text);
    return found === null ? [] : [{ number: found[1]!.length, spaces: found[2]!.length }];
  });
  const spaces = Math.min(...parts.map((part) => part.spaces));
  const width = Math.min(...parts.map((part) => part.number + part.spaces));
  const widest = Math.max(...parts.map((part) => part.number));
  const grows = parts.some(({ number }) => number !== widest);
  // Numbers at the left: what is missing to the widest is made up for by spaces.
  return grows && width > widest
    ? new RegExp(`^(?= *\\d).{${width}}`)
    : new RegExp(`^ *\\d{1,8}[:|.)]?[ \\t]{${spaces}}`);
}

/** Takes the front off all lines, if there is one. */
export class Front implements Step {
  private readonly next: Step;
  private held: Line[] | null = [];
  private known = 0;
  private form: RegExp | null = null;

  constructor(next: Step) {
    this.next = next;
  }

  line(line: Line): void {
    if (this.held === null) {
      this.give(line);
      return;
    }
    this.held.push(line);
    if (line.text.trim() !== '') this.known++;
    if (this.known >= SAMPLE || this.held.length >= 4 * SAMPLE) this.settle();
  }

  finish(): void {
    if (this.held !== null) this.settle();
    this.next.finish();
  }

  private settle(): void {
    const held = this.held!;
    const form = FORMS.find((one) => fits(one, held)) ?? null;
    this.form = form === NUMBERS ? numbered(held) : form;
    this.held = null;
    for (const line of held) this.give(line);
  }

  private give(line: Line): void {
    const { form } = this;
    const found = form?.exec(line.text) ?? (line.text.trim() === '' ? null : form?.exec(`${line.text}  `));
    if (!found) {
      this.next.line(line);
      return;
    }
    const time = found.groups?.time;
    const record = time === undefined ? line.record : { stamp: findTimestamp(time), ...line.record };
    this.next.line({ ...line, text: line.text.slice(found[0].length), record });
  }
}
