import type { Line, Step } from './lines.ts';
import { halfStart, headerName, startAt, usualHeaderAt } from './start.ts';

// Gathers lines to blocks: the lines from one start line to the next. A start line counts where a header field follows.

/** Lines from a start line to the next; `at` is where it begins in the first of them, -1 where the block has none. */
export interface Block {
  lines: Line[];
  at: number;
  /** The input ends with it. */
  last: boolean;
}

/** Longer blocks are given out; what follows belongs to no message. */
const MOST_LINES = 20_000;
const MOST_CHARACTERS = 1 << 23;
/** A body that carries SIP (RFC 3420, RFC 2046) may have up to this many start lines of its own. */
const MOST_WITHIN = 8;

export class Blocks implements Step {
  private readonly give: (block: Block) => void;
  private lines: Line[] = [];
  private characters = 0;
  private at = -1;
  private candidate: { index: number; at: number } | null = null;
  /** The body of the open message may carry SIP: how many octets are left, and how often a start line was left in it. */
  private carries: { left: number; times: number } | null = null;
  private head = false;
  private type = '';
  private length = 0;

  constructor(give: (block: Block) => void) {
    this.give = give;
  }

  line(line: Line): void {
    const blank = line.text.trim() === '';
    this.lines.push(line);
    this.characters += line.text.length;
    if (this.candidate !== null && !blank) this.decide(line);
    this.follow(line.text);
    const index = this.lines.length - 1;
    const at = blank ? null : startAt(line.text);
    if (at !== null) {
      if (this.carries !== null && this.carries.left > 0 && at === 0 && this.carries.times++ < MOST_WITHIN) return;
      this.candidate = { index, at };
    } else if (!blank && this.candidate === null) this.rejoin(index);
    if (line.closes || this.lines.length > MOST_LINES || this.characters > MOST_CHARACTERS) this.flush(false);
  }

  finish(): void {
    this.flush(true);
  }

  /** A line that could be a start line is one where a header field follows. */
  private decide(line: Line): void {
    const { index, at } = this.candidate!;
    this.candidate = null;
    const header = usualHeaderAt(line.text);
    const front = (text: string) => text.slice(0, at).replace(/\d/g, '0');
    const same = headerName(line.text.slice(at)) !== null && front(line.text) === front(this.lines[index]!.text);
    // A header field is preceded by what precedes the start line, or by a part of it; a number may have grown.
    if (!same && (header === null || header > at + 2)) return;
    this.split(index, at);
    this.head = true;
  }

  private split(index: number, at: number): void {
    const next = this.lines.slice(index);
    this.lines.length = index;
    this.flushLines(false);
    this.lines = next;
    this.characters = next.reduce((sum, { text }) => sum + text.length, 0);
    this.at = at;
    [this.carries, this.type, this.length] = [null, '', 0];
  }

  /** A start line that was broken at a column. */
  private rejoin(index: number): void {
    const before = this.lines[index - 1];
    const line = this.lines[index]!;
    if (before === undefined || !/0\s*$/.test(line.text) || !halfStart(before.text)) return;
    for (const joint of ['', ' ']) {
      const text = before.text.trimEnd() + joint + line.text.trim();
      if (!/ SIP\/2\.0$/.test(text) || startAt(text) === null) continue;
      this.lines.splice(index - 1, 2, { ...before, text });
      this.candidate = { index: index - 1, at: startAt(text)! };
      return;
    }
  }

  /** Keeps account of head and body of the open message, so that a start line within its body does not end it. */
  private follow(text: string): void {
    if (this.at < 0) return;
    if (this.head) {
      const line = text.trim();
      if (/^(?:c|content-type)[ \t]*:/i.test(line)) this.type = line.slice(line.indexOf(':') + 1).trim();
      else if (/^(?:l|content-length)[ \t]*:[ \t]*\d{1,9}$/i.test(line)) this.length = Number(/\d+$/.exec(line)![0]);
      else if (line === '' && this.type !== '') {
        this.head = false;
        if (/^(?:message|multipart)\//i.test(this.type)) this.carries = { left: this.length, times: 0 };
      }
    } else if (this.carries !== null) this.carries.left -= text.length + 1;
  }

  private flush(last: boolean): void {
    this.candidate = null;
    this.flushLines(last);
    [this.lines, this.characters, this.at, this.carries, this.head] = [[], 0, -1, null, false];
  }

  private flushLines(last: boolean): void {
    if (this.lines.length > 0 || last) this.give({ lines: this.lines, at: this.at, last });
  }
}
