import type { LogPreamble } from './preamble.ts';

// Lines of a text that comes in pieces, and what is no part of them.

/** A longer line is no part of a log; it is skipped piece by piece. JSON exports put all records into one line. */
const LONGEST = 1 << 22;

/** A line after its wrappings were taken off; several may come from one line of the input. */
export interface Line {
  text: string;
  /** Number of the line in the input, from 1. */
  place: number;
  /** It ended in CR LF. */
  cr: boolean;
  /** What the record that it was in says. */
  record: Partial<LogPreamble> | null;
  /** The last line of a record: no message goes on behind it. */
  closes: boolean;
  /** It was cut out of a longer line, which a log may have cut off at a length. */
  packed: boolean;
  /** What it was written in, where that says what the input is. */
  origin: 'json' | 'bytes' | null;
}

/** Takes lines and gives other lines to the next step. */
export interface Step {
  line: (line: Line) => void;
  finish: () => void;
}

/** A line that is a record of its own */
export const plain = (text: string, place: number, cr = false): Line => ({
  text,
  place,
  cr,
  record: null,
  closes: false,
  packed: false,
  origin: null,
});

/** Colours of a terminal, and of Xcode's console, which are what is left of escape sequences. */
const COLOURS = /\x1b\[[\d;]*[A-Za-z]|\x1b?\[(?:fg|bg)\d{1,3},\d{1,3},\d{1,3};|\x1b?\[;/g;
const SPACES = /[\u00a0\u2007\u202f]/g;
const NOTHING = /[\u200b-\u200d\u2060\ufeff]/g;
/** Line ends that a viewer shows as text. */
const SHOWN_END =
  /(?:\^M\$?|\\{1,4}r(?:\\{1,4}n)?|\\{1,4}n|<br ?\/?>|#015(?:#012)?|␍␊?|<CR>(?:<LF>)?|\u21b5|¶)[ \t]*$/i;

/** Links that Slack, Outlook and Markdown make of an address: the address itself is what stood there. */
const LINKS: [RegExp, string][] = [
  [/<(?:mailto|tel|sips?|https?):[^|<>\s]{1,200}\|([^|<>]{1,200})>/gi, '$1'],
  [/\[([^[\]\s]{1,200})\]\(mailto:[^()\s]{1,200}\)/gi, '$1'],
  [/([\w.+%-]{1,64}@[\w.-]{1,100})<mailto:\1>/gi, '$1'],
  [/(sips?:[^\s<>;]{1,200})<\1>/gi, '$1'],
];

/** The line without its line end, colours and signs that are only seen; odd spaces become usual ones */
export function cleanLine(found: string): { text: string; cr: boolean } {
  let text = found;
  const cr = text.endsWith('\r');
  while (text.endsWith('\r')) text = text.slice(0, -1);
  if (text.includes('\x1b') || text.includes('[;') || text.includes('[fg')) text = text.replace(COLOURS, '');
  if (text.includes('mailto:') || /[^\s<>;]<sip|\|[^|<>]*>/.test(text))
    for (const [link, address] of LINKS) text = text.replace(link, address);
  if (/[^\x00-\x7f]/.test(text)) text = text.replace(SPACES, ' ').replace(NOTHING, '');
  if (/[Mnr>125␊␍↵¶$]\s*$/.test(text)) text = text.replace(SHOWN_END, '');
  return { text, cr };
}

/** Cuts text that comes in pieces into lines. */
export class LineReader {
  private rest: string[] = [];
  private restLength = 0;
  private number = 0;
  private readonly line: (line: string, number: number) => void;
  private readonly tooLong: (number: number) => void;
  private passing = false;

  /** @param line takes a line without its line feed and its number from 1 */
  constructor(line: (line: string, number: number) => void, tooLong: (number: number) => void) {
    this.line = line;
    this.tooLong = tooLong;
  }

  push(piece: string): void {
    let at = 0;
    for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', at)) {
      this.keep(piece.slice(at, end));
      this.close();
      at = end + 1;
    }
    this.keep(piece.slice(at));
  }

  finish(): void {
    if (this.restLength > 0) this.close();
  }

  private keep(part: string): void {
    if (this.passing || part === '') return;
    this.restLength += part.length;
    if (this.restLength > LONGEST) {
      this.passing = true;
      this.rest = [];
    } else this.rest.push(part);
  }

  private close(): void {
    this.number++;
    if (this.passing) this.tooLong(this.number);
    else this.line(this.rest.length === 1 ? this.rest[0]! : this.rest.join(''), this.number);
    this.rest = [];
    this.restLength = 0;
    this.passing = false;
  }
}
