import { byteLength } from '../message/bytes.ts';
import { Dialects, looseMark, type Mark } from './log-formats.ts';
import { isHeader, LineReader, Prefix, startAt, unescapeLines } from './lines.ts';
import { parseMessage } from '../message/parse-message.ts';
import type { Sink } from './collector.ts';
import { DayCount } from './timestamps.ts';
import type { TraceFormat } from '../message/types.ts';
import { isFrameLine, WiresharkReader } from './wireshark-text.ts';

// Text that was pasted or logged. A message begins at a start line with a header field under it and ends by its
// Content-Length, an end mark or the next beginning, so that lines between messages do no harm.

interface Open {
  place: number;
  /** The first line of the input, with nothing before it: a message even with nothing below it. */
  alone: boolean;
  mark: Mark;
  prefix: Prefix;
  lines: string[];
  inBody: boolean;
  declared: number | null;
  type: string;
  /** Length of the body so far if its lines ended in one, or in two bytes. */
  one: number;
  two: number;
}

/** A head or body with more lines is none. */
const MOST_LINES = 20_000;
/** A mark is meant for a message that follows soon. */
const MARK_REACH = 3;

const isSdp = (line: string): boolean => /^[a-z]=/.test(line);
const clean = (line: string): string => {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line;
  // Colours of a console.
  return text.includes('\x1b') ? text.replace(/\x1b\[[\d;]*[A-Za-z]/g, '') : text;
};

/** Reads text in pieces and gives its messages to a sink. */
export class TextReader {
  /** The format of the first mark; `raw` where there is none. */
  format: TraceFormat = 'raw';
  private readonly sink: Sink;
  private readonly lines: LineReader;
  private readonly dialects = new Dialects();
  private readonly days = new DayCount();
  private wireshark: WiresharkReader | null = null;
  private open: Open | null = null;
  private pending: { mark: Mark; place: number } | null = null;
  private before = '';

  constructor(sink: Sink) {
    this.sink = sink;
    this.lines = new LineReader(
      (line, number) => this.line(line, number),
      (number) => sink.skips.add('malformed', number),
    );
  }

  push(piece: string): void {
    this.lines.push(piece);
  }

  finish(): void {
    this.lines.finish();
    this.close();
    this.wireshark?.finish();
  }

  private line(line: string, place: number): void {
    if (this.wireshark !== null) {
      this.wireshark.line(clean(line), place);
      return;
    }
    const parts = unescapeLines(line);
    for (const part of parts ?? [line]) this.take(part, place);
    // A message in one line ends with it.
    if (parts !== null) this.close();
  }

  private take(line: string, place: number): void {
    if (this.open === null || !this.goesOn(this.open, line)) {
      this.close();
      this.idle(line, place);
    }
  }

  /** A line outside of messages: a mark, a beginning, or noise. */
  private idle(line: string, place: number): void {
    const text = clean(line);
    if (text.trim() === '') return;
    if (isFrameLine(text) && this.sink.messages.length === 0) {
      this.format = 'wireshark-text';
      this.wireshark = new WiresharkReader(this.sink);
      this.wireshark.line(text, place);
      return;
    }
    const read = this.dialects.read(text);
    if (read !== null) {
      if (typeof read === 'object') {
        this.setFormat(read.format);
        // chan_sip begins with a line end: the time stands in the line before.
        read.stamp ??= read.format === 'asterisk' ? looseMark(this.before).stamp : null;
        this.pending = { mark: read, place };
      }
      this.before = '';
      return;
    }
    const start = startAt(text);
    if (start !== null) this.begin(line, text.slice(0, start), place);
    else {
      this.sink.skips.add('not-sip', place);
      this.before = text;
    }
  }

  private begin(line: string, prefix: string, place: number): void {
    const near = this.pending !== null && place - this.pending.place <= MARK_REACH;
    const mark = near ? this.pending!.mark : looseMark(prefix.trim() === '' ? this.before : prefix);
    this.open = {
      place,
      alone: place === 1 && prefix.trim() === '',
      mark,
      prefix: new Prefix(prefix),
      lines: [line.slice(line.indexOf(clean(line).slice(prefix.length)))],
      inBody: false,
      declared: null,
      type: '',
      one: 0,
      two: 0,
    };
    this.pending = null;
    this.before = '';
  }

  /** The first mark settles the format; words of the operator's own give way to none. */
  private setFormat(format: TraceFormat): void {
    if (this.format === 'raw') this.format = format;
  }

  /** @returns whether the line belongs to the open message; then it has been added */
  private goesOn(open: Open, found: string): boolean {
    if (open.lines.length > MOST_LINES) return false;
    if (open.lines.length === 1) open.prefix.learn(clean(found));
    const line = open.prefix.strip(found);
    const text = clean(line);
    if (this.ends(open, text)) return false;
    if (!open.inBody) return this.head(open, line, text);
    if (!this.wants(open, text)) return false;
    const length = byteLength(text);
    open.one += length + 1;
    open.two += length + 2;
    open.lines.push(line);
    return true;
  }

  /** A mark or another beginning; a body that carries SIP may have a start line of its own. */
  private ends(open: Open, text: string): boolean {
    const carries = open.inBody && /^(message|multipart)\//i.test(open.type) && !this.whole(open);
    if (carries && text !== '---') return false;
    const read = this.dialects.read(text);
    return read !== null || (startAt(text) === 0 && text !== '');
  }

  private head(open: Open, line: string, text: string): boolean {
    if (text.trim() === '') {
      open.inBody = true;
      open.lines.push(text === line ? '' : '\r');
      return true;
    }
    if (isHeader(text)) {
      const [, name, value] = /^([^\s:]+)[ \t]*:(.*)$/s.exec(text)!;
      if (/^(l|content-length)$/i.test(name!) && /^\s*\d{1,9}\s*$/.test(value!)) open.declared = Number(value);
      if (/^(c|content-type)$/i.test(name!)) open.type = value!.trim();
    } else if (open.lines.length === 1 || !/^[ \t]/.test(text)) {
      // A body whose empty line was lost on the way.
      if (open.lines.length === 1 || !/^v=0\s*$/.test(text)) return false;
      open.inBody = true;
      open.lines.push('');
      return this.goesOn(open, line);
    }
    open.lines.push(line);
    return true;
  }

  /** The length is reached exactly with line ends of two bytes, or passed with line ends of one. */
  private whole({ declared, one, two }: Open): boolean {
    return declared !== null && (two === declared || two - 2 === declared || one >= declared);
  }

  private wants(open: Open, text: string): boolean {
    if (open.declared === null) return open.type !== '' && text.trim() !== '';
    if (!this.whole(open)) return true;
    // A session description that goes on shows that the length is too small.
    return isSdp(text) && (open.two === 0 ? /^v=0/.test(text) : /^application\/sdp/i.test(open.type));
  }

  private close(): void {
    const open = this.open;
    this.open = null;
    if (open === null) return;
    const { mark, place, lines } = open;
    const raw = lines.join('\n') + (open.inBody ? '\n' : '');
    const parsed = lines.length > 1 || open.alone ? parseMessage(raw, 'text') : null;
    if (parsed === null) {
      this.sink.skips.add('not-sip', place, lines.length);
      return;
    }
    this.setFormat(mark.format);
    const { from, to, stamp, transport } = mark;
    this.sink.add(parsed, { time: this.days.resolve(stamp), place, from, to, transport });
  }
}
