import { byteLength } from '../../message/bytes.ts';
import type { Line } from './lines.ts';
import { Prefix } from './prefix.ts';
import { prepared, type Row } from './prepared.ts';
import { headerName, identifies } from './start.ts';

// Takes one message out of the lines that begin with its start line: the front of each line, a common tail, doubled
// spacing and broken lines go, and its end is found by its form, because lengths are not exact in text.

export interface Carved {
  /** The message with an empty line between head and body; line ends as found. */
  text: string;
  /** How many of the lines it took. */
  used: number;
  /** What was before the start line in its line, without what precedes every line. */
  prefix: string;
  /** What follows it in the last of its lines. */
  rest: string;
  /** Lines that had been broken were joined. */
  joined: boolean;
  /** Which of the lines another thread of the program wrote between those of the message. */
  between: number[];
  /** Whether a line has nothing but what precedes every line. */
  bare: (line: string) => boolean;
}

/** Looked at to find out how the lines were changed. */
const SAMPLE = 60;

const isSdp = (line: string): boolean => /^[a-z]=/.test(line);
const blank = (line: string): boolean => line.trim() === '';

/**
 * @param lines the first has the start line, the last comes before the next message
 * @param at where the start line begins in the first line
 * @param ends whether a line belongs to the log around the messages
 */
export function carve(lines: Line[], at: number, ends: (line: string) => boolean): Carved {
  const first = lines[0]!.text;
  const sample = lines.slice(1, SAMPLE).map(({ text }) => text);
  const prefix = Prefix.of(first, at, sample);
  const rows = prepared(lines, at, prefix, sample);
  const parts = new Parts(rows, ends);
  const { head, body, used, joined } = parts.read();
  const text = [...head, ...(body === null ? [] : [{ text: '', cr: head.at(-1)!.cr, at: 0 }, ...body])]
    .map(({ text: line, cr }) => `${line}${cr ? '\r' : ''}`)
    .join('\n');
  const whole = body === null ? text : `${text}\n`;
  const last = rows[used - 1];
  return {
    text: whole,
    used: last === undefined ? 1 : last.at + 1,
    prefix: first.slice(0, at),
    rest: parts.rest,
    joined,
    between: parts.between,
    bare: (line) => prefix.strip(line) === '',
  };
}

/** Finds head and body in lines that were cleaned. */
class Parts {
  rest = '';
  readonly between: number[] = [];
  private readonly rows: Row[];
  private readonly ends: (line: string) => boolean;
  private at = 1;
  private joined = false;
  private declared: number | null = null;
  private type = '';
  /** At which length lines were broken; 0 where they were not. */
  private column = 0;

  constructor(rows: Row[], ends: (line: string) => boolean) {
    this.rows = rows;
    this.ends = ends;
  }

  read(): { head: Row[]; body: Row[] | null; used: number; joined: boolean } {
    const head = this.head();
    const body = this.body();
    return { head, body, used: this.at, joined: this.joined };
  }

  private head(): Row[] {
    const head: Row[] = [{ ...this.rows[0]!, text: this.rows[0]!.text.trimEnd() }];
    const seen = new Set<string>();
    for (; this.at < this.rows.length; this.at++) {
      const row = this.rows[this.at]!;
      const text = row.text.trimEnd();
      if (text.trim() === '') return head;
      const name = headerName(text);
      if (name !== null) {
        if (!USUAL_START.test(name) && this.ends(text)) return head;
        if (identifies(name)) seen.add(name);
        if (/^(l|content-length)$/.test(name)) {
          const number = /:[ \t]*(\d{1,9})$/.exec(text)?.[1];
          if (number !== undefined) this.declared = Number(number);
        }
        if (/^(c|content-type)$/.test(name)) this.type = text.slice(text.indexOf(':') + 1).trim();
        head.push({ ...row, text });
      } else if (/^[ \t]/.test(text) && head.length > 1 && !this.ends(text)) {
        // A number is not folded: what follows it with an indent is a line of the log.
        if (/^(?:l|content-length)[ \t]*:[ \t]*\d+$/i.test(head.at(-1)!.text)) return head;
        head.push({ ...row, text });
      } else if (!this.goesOn(head, text)) return head;
    }
    return head;
  }

  /** A line that was broken at a column goes on in the next one without any sign (RFC 3261 §7.3.1 asks for a space). */
  private goesOn(head: Row[], text: string): boolean {
    if (/^v=0$/.test(text) || this.ends(text) || head.length < 2) return false;
    const before = head.at(-1)!;
    const more = this.rows.slice(this.at + 1, this.at + 4).some((row) => headerName(row.text.trimEnd()) !== null);
    if (LOGGED.test(text)) {
      if (more) this.between.push(this.rows[this.at]!.at);
      return more;
    }
    if (this.column === 0) {
      const longest = Math.max(...this.rows.slice(0, SAMPLE).map((row) => row.text.trimEnd().length));
      const there = before.text.length;
      if (!more || there < 20 || there < longest - 24) return false;
      this.column = there;
    }
    const words = before.text.length < this.column - 1 || / $/.test(this.rows[this.at - 1]!.text);
    before.text += (words && !/[;=,@<:]$/.test(before.text) ? ' ' : '') + text;
    this.joined = true;
    return true;
  }

  private body(): Row[] | null {
    const from = this.at;
    let at = from;
    let gaps = 0;
    while (at < this.rows.length && gaps < 3 && blank(this.rows[at]!.text)) [at, gaps] = [at + 1, gaps + 1];
    const next = this.rows[at]?.text.trimEnd() ?? '';
    const sdp = /^v=0$/.test(next);
    // The empty line may have been lost on the way, or others added.
    const part = /^multipart\//i.test(this.type) && next.startsWith('--');
    if (gaps === 0 && !sdp && !part) return null;
    if (sdp && (this.type === '' || /sdp/i.test(this.type))) {
      this.at = at;
      return this.description();
    }
    this.at = gaps === 0 ? from : from + 1;
    const nothing = this.declared === 0 || (this.declared === null && this.type === '');
    return nothing ? [] : this.octets();
  }

  /** RFC 8866 §5: each line is a letter, "=" and a value. */
  private description(): Row[] {
    const body: Row[] = [];
    for (; this.at < this.rows.length; this.at++) {
      const row = this.rows[this.at]!;
      const text = row.text.trimEnd();
      if (isSdp(text)) body.push({ ...row, text });
      else if (this.column > 0 && body.at(-1)?.text.length === this.column && !blank(text) && !this.ends(text)) {
        body.at(-1)!.text += text;
      } else {
        this.closeQuote(body, text);
        break;
      }
    }
    return body;
  }

  private closeQuote(body: Row[], text: string): void {
    if (/^["'`]/.test(text)) this.rest = text;
    else if (blank(text) && body.length > 0) this.rest = '';
  }

  /** Any other body: as long as it says, or to the end of the last part (RFC 2046 §5.1.1). */
  private octets(): Row[] {
    const body: Row[] = [];
    const boundary = /^multipart\/.*boundary="?([^";]+)/i.exec(this.type)?.[1];
    const carries = /^(message|multipart)\//i.test(this.type);
    const close = boundary === undefined ? -1 : this.rows.findIndex((row) => row.text.trimEnd() === `--${boundary}--`);
    let [one, two] = [0, 0];
    for (; this.at < this.rows.length; this.at++) {
      const row = this.rows[this.at]!;
      if (close >= 0 ? this.at > close : this.full(one, two, row.text)) break;
      if (close < 0 && !(carries && row.text !== '---') && this.ends(row.text)) break;
      body.push(row);
      const length = byteLength(row.text);
      one += length + 1;
      two += length + 2;
    }
    return body;
  }

  /** The length is reached exactly with line ends of two bytes, or passed with line ends of one. */
  private full(one: number, two: number, text: string): boolean {
    const { declared } = this;
    if (declared === null) return blank(text);
    return two === declared || (two > 0 && two - 2 === declared) || one >= declared;
  }
}

/** A line of a log begins with a time, a level or a process. */
const LOGGED =
  /^\s*(?:\[|<\d{1,3}>|\d{4}[-/]\d\d|\d\d:\d\d:\d\d|\d\d[-/]\d\d[-/]|[A-Z][a-z]{2} +\d{1,2} \d\d:|[A-Z]{4,8}[ :\[])/;

const USUAL_START =
  /^(?:via|v|from|f|to|t|call-id|i|cseq|contact|m|max-forwards|(?:record-)?route|content-|allow|user-agent)/;
