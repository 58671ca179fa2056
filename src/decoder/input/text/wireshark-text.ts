import { parseMessage } from '../../message/parse-message.ts';
import type { Arrival, MessageCollector } from '../collector.ts';
import { findTimestamp } from './timestamps.ts';
import type { Cut, Message } from '../../message/types.ts';

// Packet details printed as text: `tshark -V`, or Wireshark's File, Export Packet Dissections, As Plain Text. A tree with four
// spaces a level; the header fields stand as they are, of a session description each line as "Name (letter): value".
// Arrival with TShark 4.0.17; the names of the time lines differ between versions.

const isFrameLine = (line: string): boolean => /^Frame \d+(?::|, | \()/.test(line);

/** Whether packet details begin here: with a frame, or with what somebody copied of the tree */
export const beginsTree = (line: string): boolean =>
  isFrameLine(line) ||
  /^\s*Session Initiation Protocol(?: \([^)]*\))?\s*$/.test(line) ||
  /^\s*(?:Request|Status)-Line: .*SIP\/2\.0/.test(line);

const START_DEPTH = 4;
const FIELD_DEPTH = 8;
const BODY_DEPTH = 12;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

type Part = 'frame' | 'start' | 'header' | 'body';

const START = /^(?:Request|Status)-Line: (.*)$/;

const indent = (line: string): number => line.length - line.trimStart().length;

/** `Nov 24, 2026 10:28:57.635689000 UTC`; the epoch time in the next line is exact whatever the zone. */
function arrival(text: string): number | null {
  const [, month, day, year, clock] = /^([A-Z][a-z]{2}) +(\d+), (\d{4}) (\S+)/.exec(text) ?? [];
  const number = MONTHS.indexOf(month ?? '') + 1;
  if (number === 0) return null;
  const two = (value: string | number) => String(value).padStart(2, '0');
  return findTimestamp(`${year}-${two(number)}-${two(day!)} ${clock}`)?.time ?? null;
}

/** Reads one tree after the other. */
export class WiresharkReader {
  private readonly collector: MessageCollector;
  private seen: Arrival = { time: null, place: 0, from: null, to: null, transport: null };
  private part: Part = 'frame';
  private head: string[] = [];
  private body: string[] = [];
  private cut: string[] = [];
  private place = 0;
  /** How far the tree is indented; less than nothing where its root was left out. */
  private base = 0;
  /** ICMP quotes a message that did not arrive. */
  private quoted = false;
  /** Whether frames said who sent to whom. */
  sawPacket = false;

  constructor(collector: MessageCollector) {
    this.collector = collector;
  }

  line(line: string, place: number): void {
    const found = indent(line);
    const text = line.slice(found);
    if (text.startsWith('Session Initiation Protocol')) this.base = found;
    // A copy that begins within the tree.
    if (this.part === 'frame' && START.test(text)) {
      this.base = found - START_DEPTH;
      this.section('Session Initiation Protocol', place);
    }
    const depth = found - this.base;
    if (depth <= 0 && text !== '') this.section(text, place);
    else if (this.part === 'frame') this.time(text);
    else this.tree(depth, text);
  }

  finish(): void {
    this.give();
  }

  /** A line of the first level: a frame, or a protocol in it. */
  private section(text: string, place: number): void {
    this.give();
    this.part = 'frame';
    if (isFrameLine(text)) {
      this.base = 0;
      this.quoted = false;
      this.seen = { time: null, place, from: null, to: null, transport: null };
      return;
    }
    const addresses = /^Internet Protocol Version [46], Src: (\S+?)(?: \(.*?\))?, Dst: (\S+?)(?: \(.*?\))?$/.exec(text);
    if (addresses !== null) {
      this.sawPacket = true;
      this.seen.from = { host: addresses[1]!, port: null };
      this.seen.to = { host: addresses[2]!, port: null };
    }
    const ports =
      /^(User Datagram|Transmission Control) Protocol, Src Port: (?:\S+ \()?(\d+)\)?, Dst Port: (?:\S+ \()?(\d+)\)?/.exec(
        text,
      );
    if (ports !== null) this.ports(ports[1] === 'User Datagram' ? 'UDP' : 'TCP', Number(ports[2]), Number(ports[3]));
    if (/^Internet Control Message Protocol/.test(text)) this.quoted = true;
    if (text.startsWith('Session Initiation Protocol')) {
      this.part = 'start';
      this.place = place;
    }
  }

  private ports(transport: Message['transport'], source: number, destination: number): void {
    const { from, to } = this.seen;
    this.seen.transport = transport;
    if (from !== null) this.seen.from = { ...from, port: source };
    if (to !== null) this.seen.to = { ...to, port: destination };
  }

  private time(text: string): void {
    const epoch = /^Epoch (?:Arrival )?Time: (\d+\.\d+)/.exec(text);
    if (epoch !== null) this.seen.time = Number(epoch[1]);
    const local = /^(?:UTC )?Arrival Time: (.*)$/.exec(text);
    if (local !== null) this.seen.time ??= arrival(local[1]!);
  }

  private tree(depth: number, text: string): void {
    if (depth === START_DEPTH) {
      const start = START.exec(text);
      if (start !== null) this.head = [start[1]!];
      else if (text === 'Message Header') this.part = 'header';
      else if (text === 'Message Body') this.part = 'body';
    } else if (this.part === 'header' && depth === FIELD_DEPTH) this.field(text);
    else if (this.part === 'body' && depth === BODY_DEPTH) this.bodyLine(text);
  }

  /** What is in brackets Wireshark made up; a long line is cut, and says so. */
  private field(text: string): void {
    const whole = text.replace(/^\[truncated\] ?/, '');
    if (whole.startsWith('[')) return;
    if (whole !== text || whole.endsWith('[…]') || whole.endsWith('[...]')) this.cut.push(whole.split(':')[0]!);
    this.head.push(whole);
  }

  private bodyLine(text: string): void {
    if (text.startsWith('[')) return;
    const sdp = /^[^:]*\(([a-z])\): ?(.*)$/.exec(text);
    this.body.push(sdp === null ? text.replace(/(\\r)?\\n$/, '') : `${sdp[1]}=${sdp[2]}`);
  }

  private give(): void {
    const { head, body, cut } = this;
    [this.head, this.body, this.cut] = [[], [], []];
    if (head.length === 0) {
      if (this.part !== 'frame') this.collector.skips.lines('tree-folded', this.place);
      return;
    }
    if (this.quoted) {
      this.collector.skips.add('unreachable', this.place);
      return;
    }
    const end = (line: string) => `${line}\r\n`;
    const parsed = parseMessage([...head.map(end), '\r\n', ...body.map(end)].join(''), 'text');
    if (parsed === null) {
      this.collector.skips.add('malformed', this.place);
      return;
    }
    // The body is put together again, so its length proves nothing; a field that the tree cuts is not the sender's.
    const shortened: Cut | undefined = cut.length > 0 ? 'limit' : parsed.cut === 'redacted' ? 'redacted' : undefined;
    parsed.faults = [...parsed.faults, ...cut.map((detail) => ({ kind: 'truncated' as const, detail }))];
    parsed.cut = shortened;
    this.collector.add(parsed, { ...this.seen, place: this.seen.place || this.place });
  }
}
