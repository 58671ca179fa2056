import { byteLength } from '../../message/bytes.ts';
import { contentLength, hasIdentity, parseMessage, type ParsedMessage } from '../../message/parse-message.ts';
import type { Cut, Trace } from '../../message/types.ts';
import type { MessageCollector } from '../collector.ts';
import { Blocks, type Block } from './blocks.ts';
import { carve } from './carve.ts';
import { Columns } from './columns.ts';
import { Dumps } from './dumps.ts';
import { Front } from './front.ts';
import { Html } from './html.ts';
import { JsonRecords } from './json.ts';
import { cleanLine, LineReader, plain, type Line, type Step } from './lines.ts';
import { OneLine } from './one-line.ts';
import { inOrder, type Timed } from './order.ts';
import { printedAgain } from './printed-again.ts';
import { skipLines } from './skipped-lines.ts';
import { isLogLine, readPreamble } from './read-preamble.ts';
import { findTimestamp } from './timestamps.ts';
import { beginsTree, WiresharkReader } from './wireshark-text.ts';

// Text that was pasted or logged, in steps: lines; records of JSON; bytes in hexadecimal or base64; messages in one line;
// blocks from one start line to the next; and out of each block its message, with what surrounds it.

/** How many lines around a message may say something about it. */
const AROUND = 12;
/** More lines than this between two messages are reported before the next one comes. */
const MOST_BETWEEN = 1000;

/** A longer text without a message is not tried the other way round. */
const MOST_KEPT = 1 << 23;

/** What the reader knows of the text as a whole. */
export type TextFacts = Pick<Trace, 'format' | 'source' | 'until' | 'reversed'>;

/** Reads text in pieces and gives its messages to a collector. */
export class TextReader {
  private format = 'raw';
  private readonly collector: MessageCollector;
  private readonly lines: LineReader;
  private readonly first: Step;
  private wireshark: WiresharkReader | null = null;
  /** The lines so far, as long as there was no message in them. */
  private kept: string[] | null = [];
  private keptSize = 0;
  private found: Timed[] = [];
  private logged = false;
  /** Lines since the last message. */
  private between: Line[] = [];
  /** The last lines of the input, which may say until when it goes. */
  private tail: Line[] = [];

  constructor(collector: MessageCollector) {
    this.collector = collector;
    const records = new JsonRecords(
      new Html(new Columns(new Dumps(new OneLine(new Blocks((block) => this.block(block)))))),
    );
    this.first = new Front({ line: (line) => this.unwrapped(line, records), finish: () => records.finish() });
    this.lines = new LineReader(
      (line, number) => this.line(line, number),
      (number) => collector.skips.lines('malformed', number),
    );
  }

  push(piece: string): void {
    this.lines.push(piece);
  }

  /** What the text was; the messages of the collector are in order then */
  finish(): TextFacts {
    this.lines.finish();
    this.first.finish();
    return this.upsideDown() ?? this.end();
  }

  private end(): TextFacts {
    if (this.wireshark !== null) {
      this.wireshark.finish();
      this.collector.skips.rename(['packet-list'], 'text');
      const until = this.collector.messages.at(-1)?.time ?? null;
      return {
        format: 'wireshark-text',
        source: this.wireshark.sawPacket ? 'capture' : 'paste',
        until,
        reversed: false,
      };
    }
    return this.facts();
  }

  /**
   * Log stores show the newest line first, and some do it with each line of a message.
   *
   * @returns what the text is if it has messages only with its last line first, else null
   */
  private upsideDown(): TextFacts | null {
    const { kept, collector } = this;
    this.kept = null;
    const named = collector.skips.list.some(({ reason }) => reason === 'mention');
    if (kept === null || collector.messages.length > 0 || this.wireshark !== null || !named) return null;
    const other = collector.fresh();
    const reader = new TextReader(other);
    // Once is enough.
    reader.kept = null;
    for (const line of kept.reverse()) reader.push(`${line}\n`);
    const facts = reader.finish();
    if (other.messages.length === 0) return null;
    const turned = (place: number) => kept.length + 1 - place;
    collector.messages.push(...other.messages.map((message) => ({ ...message, place: turned(message.place) })));
    const skips = other.skips.list.map((one) => {
      const last = turned(one.place);
      return { ...one, place: one.last === undefined ? last : turned(one.last), ...(one.last ? { last } : {}) };
    });
    collector.skips.list.splice(0, Infinity, ...skips);
    return { ...facts, reversed: true };
  }

  private line(found: string, place: number): void {
    this.keep(found);
    // Line ends of CR alone, as old programs write them.
    for (const part of /\r[^\r]/.test(found) ? found.split(/\r(?!\r*$)/) : [found]) {
      const { text, cr } = cleanLine(part);
      this.first.line(plain(text, place, cr));
    }
  }

  /** Packet details are a tree and not messages: once they begin, they go on to the end. */
  private unwrapped(line: Line, records: Step): void {
    if (this.wireshark === null && beginsTree(line.text) && this.collector.messages.length === 0) {
      records.finish();
      this.wireshark = new WiresharkReader(this.collector);
    }
    if (this.wireshark !== null) this.wireshark.line(line.text.trimEnd(), line.place);
    else records.line(line);
  }

  private keep(line: string): void {
    if (this.kept === null) return;
    this.kept.push(line);
    this.keptSize += line.length + 1;
    if (this.keptSize > MOST_KEPT || this.collector.messages.length > 0) this.kept = null;
  }

  private block({ lines, at, last }: Block): void {
    const before = this.between;
    if (at < 0) {
      const all = [...before, ...lines];
      this.between = all.length > MOST_BETWEEN ? this.settle(all, AROUND) : all;
      if (last) this.between = this.settle(this.between, 0, true);
      return;
    }
    const carved = carve(lines, at, isLogLine);
    // What is left of a line with a whole message says something of it, and is no line of its own.
    const rest = lines.slice(carved.used).filter(({ text }) => !carved.bare(text));
    const others = rest.filter(({ place, packed }) => !packed || place !== lines[0]!.place);
    const parsed = parseMessage(carved.text, 'text');
    const place = lines[0]!.place;
    if (parsed === null || !hasIdentity(parsed.headers)) {
      this.settle(before, 0);
      this.collector.skips.lines('not-taken-apart', place, lines[carved.used - 1]!.place);
      this.between = last ? this.settle(rest, 0) : rest;
      return;
    }
    const texts = (list: Line[]): string[] =>
      list
        .filter(({ text }) => text.trim() !== '')
        .slice(0, AROUND)
        .map(({ text }) => text);
    if (quotedByIcmp(before, carved.prefix)) {
      this.settle(before, 1);
      this.collector.skips.add('unreachable', place);
      this.between = last ? this.settle(others, 0, true) : others;
      return;
    }
    if (this.format === 'tcpdump' && printedAgain(this.found.at(-1)?.message, parsed, [...before, lines[0]!])) {
      this.between = last ? this.settle(others, 0, true) : others;
      return;
    }
    const { preamble, used } = readPreamble({
      prefix: carved.prefix,
      before: texts([...before].reverse()),
      after: [...(carved.rest === '' ? [] : [carved.rest]), ...texts(rest.slice(0, 2 * AROUND))],
      record: lines[0]!.record,
    });
    this.settle(withoutMark(before, used), 0);
    for (const row of carved.between) this.settle([lines[row]!], 0);
    const { from, to, stamp, transport, direction } = preamble;
    if (this.format === 'raw') this.format = preamble.format === 'raw' ? (lines[0]!.origin ?? 'raw') : preamble.format;
    this.logged ||= preamble.format !== 'raw' || (from ?? to ?? stamp ?? direction) !== null;
    const atEnd = last && others.every(({ text }) => text.trim() === '');
    // A message that a log did not cut ends with a line end, or other text follows it.
    const within = lines[0]!.packed && carved.used === lines.length && lines.at(-1)!.text.trim() !== '';
    const cut = cutOf(parsed, atEnd, within) ?? (carved.joined ? 'edited' : undefined);
    const seen = { time: null, place, from, to, transport, ...(direction ? { direction } : {}) };
    const message = this.collector.add({ ...parsed, cut }, seen);
    if (message !== null) this.found.push({ message, stamp });
    this.between = last ? this.settle(others, 0, true) : others;
  }

  /** Says of all lines but the last few what they were. @returns those that are left */
  private settle(lines: Line[], keep: number, tail = false): Line[] {
    const end = Math.max(0, lines.length - keep);
    skipLines(lines.slice(0, end), this.collector.skips);
    if (tail) this.tail = lines.slice(-2 * AROUND);
    return lines.slice(end);
  }

  private facts(): TextFacts {
    const { messages, reversed, days } = inOrder(this.found);
    this.collector.messages.splice(0, this.collector.messages.length, ...messages);
    // Lists and pictures are worth a word only where they are all there is.
    if (messages.length > 0) this.collector.skips.rename(['packet-list', 'ladder-picture'], 'text');
    const later = this.tail.map(({ text }) => findTimestamp(text)).filter((stamp) => stamp !== null);
    const last = messages.at(-1)?.time ?? null;
    const until =
      reversed || last === null ? last : Math.max(last, ...later.map((stamp) => days.resolve(stamp) ?? last));
    return { format: this.format, source: this.logged ? 'log' : 'paste', until, reversed };
  }
}

/** tcpdump and ngrep announce a packet of ICMP, which quotes the message that did not arrive. */
const ICMP = /^I (?:\S+ \S+ )?\S+ -> \S+ \d+:\d+|[ >]\S+ > \S+: ICMP6?\b.*unreachable/;
const PACKET = /^(?:[UT] |\d{4}-\d\d-\d\d |\d\d:\d\d:\d\d\.)/;
/** tcpdump -v has the headers of the packet that is quoted between. */
function quotedByIcmp(before: Line[], prefix: string): boolean {
  const near = [...before.map(({ text }) => text), prefix].filter((text) => text.trim() !== '').slice(-6);
  const at = near.findLastIndex((text) => ICMP.test(text));
  return at !== -1 && !near.slice(at + 1).some((text) => PACKET.test(text));
}

/** What the lines of a preamble say becomes part of the message. */
function withoutMark(lines: Line[], used: number): Line[] {
  let left = used;
  return [...lines]
    .reverse()
    .filter(({ text }) => text.trim() === '' || left-- <= 0)
    .reverse();
}

/**
 * @param message as read from text, where a length that does not fit means that it was edited
 * @param atEnd the input ends with it
 * @param packed a line of a log, which has a greatest length, ends with it and within a line of it
 * @returns how it was cut: where octets are missing at the end of the input or of such a line, that is why
 */
function cutOf({ cut, headers, body }: ParsedMessage, atEnd: boolean, packed: boolean): Cut | undefined {
  const missing = cut === 'end' || (cut === 'edited' && (contentLength(headers) ?? 0) > byteLength(body));
  if (missing && packed) return 'limit';
  if (missing && atEnd) return 'end';
  return cut === 'end' ? 'edited' : cut;
}
