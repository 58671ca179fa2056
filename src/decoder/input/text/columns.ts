import type { Line, Step } from './lines.ts';

// ngrep without `-W byline` writes a payload into columns: each line has an indent of two spaces and the same width, and a
// line ends wherever the width is used up.

const HEADER = /^[UTI](?: \d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\.\d+)? \S+ -> \S+/;
const INDENT = 2;
const BYTES = /^ {2}(?:[0-9a-f]{2} ){2}/;
/** More lines are no packet: 65,535 octets in lines of a narrow terminal. */
const MOST_LINES = 4000;

/** Joins the lines of such a payload to one. */
export class Columns implements Step {
  private readonly next: Step;
  private held: Line[] = [];
  private open = false;

  constructor(next: Step) {
    this.next = next;
  }

  line(line: Line): void {
    if (this.open && /^ {2}\S/.test(line.text) && this.held.length < MOST_LINES) {
      this.held.push(line);
      return;
    }
    // A line of the payload may begin with a space of the text itself.
    if (this.held.length > 0 && /^ {3,}\S/.test(line.text) && this.held.length < MOST_LINES) {
      this.held.push(line);
      return;
    }
    this.flush();
    this.open = HEADER.test(line.text);
    this.next.line(line);
  }

  finish(): void {
    this.flush();
    this.next.finish();
  }

  private flush(): void {
    const held = this.held;
    this.held = [];
    this.open = false;
    const width = Math.max(...held.map(({ text }) => text.length));
    // One line is whole; bytes in hexadecimal are no text.
    const text = held.length > 1 && held.some((line) => line.text.includes('..')) && !BYTES.test(held[0]!.text);
    if (!text) {
      for (const line of held) this.next.line(line);
      return;
    }
    const joined = held.map((line) => line.text.padEnd(width).slice(INDENT)).join('');
    this.next.line({ ...held[0]!, text: `  ${joined.trimEnd()}` });
  }
}
