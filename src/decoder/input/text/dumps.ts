import { hexBytes, base64Bytes } from './decoded.ts';
import type { Line, Step } from './lines.ts';
import { sipOf, type FoundPacket } from './packet.ts';

// Bytes that are printed: dumps with offsets (tcpdump -x and -X, tshark -x, Wireshark, xxd, hexdump -C, od), a stream of
// hexadecimal digits, base64. Text that gives no SIP goes on as it was.

const OFFSET = /^\s*(?:0x)?([0-9a-f]{3,8})(?::|\s)\s*(?=[0-9a-f]{2})/i;
/** More lines are no packet. */
const MOST_LINES = 4200;

interface Row {
  offset: number;
  bytes: number[];
}

const indent = ({ text }: Line): number => text.length - text.trimStart().length;

/** Offset and bytes of a line of a dump, or null; the column of characters begins after the widest gap */
export function dumpRow(line: string): Row | null {
  if (line.length > 400) return null;
  const offset = OFFSET.exec(line);
  if (offset === null) return null;
  const bytes: number[] = [];
  let at = offset[0].length;
  while (at < line.length && bytes.length < 32) {
    const pair = /^(?:[0-9a-f]{2}){1,8}(?![0-9a-z])/i.exec(line.slice(at, at + 17));
    if (pair === null) break;
    for (const byte of hexBytes(pair[0])!) bytes.push(byte);
    at += pair[0].length;
    const gap = /^[ -]+/.exec(line.slice(at, at + 8))?.[0].length ?? 0;
    if (gap === 0 || gap > 2 || (gap === 2 && bytes.length % 16 === 0) || (bytes.length === 16 && gap > 1)) break;
    if (gap === 2 && bytes.length % 8 !== 0) break;
    at += gap;
  }
  return bytes.length === 0 ? null : { offset: parseInt(offset[1]!, 16), bytes };
}

const GROUP = 8;
/** In which column the characters begin behind 16 bytes. */
const CHARACTERS = 56;

/**
 * ngrep -x prints bytes without an offset, in two groups of eight, and behind them their characters, by which they are known.
 *
 * @returns the bytes of such a line, or null
 */
export function bareRow(line: string): number[] | null {
  if (!/^ {2}[0-9a-f]{2} /.test(line) || line.length > CHARACTERS + 16) return null;
  const bytes: number[] = [];
  for (let at = 0; at < 16; at++) {
    const pair = line.slice(2 + 3 * at + (at < GROUP ? 0 : 3)).slice(0, 2);
    if (!/^[0-9a-f]{2}$/.test(pair)) break;
    bytes.push(parseInt(pair, 16));
  }
  const shown = bytes.map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join('');
  return line.slice(CHARACTERS).trimEnd() === shown.trimEnd() ? bytes : null;
}

const HEX_LINE = /^\s*(?:[0-9a-f]{2}){20,}\s*$/i;
const MORE_HEX = /^\s*(?:[0-9a-f]{2})+\s*$/i;
const BASE64_LINE = /^\s*[A-Za-z0-9+/_-]{24,}={0,2}\s*$/;

/** A packet of K12 (Tektronix, Catapult), whose bytes are cells of one row. */
const CELLS = /^\|0 +\|(?:[0-9a-f]{2}\|){20,}\s*$/i;

type Kind = 'dump' | 'hex' | 'base64';

/** Puts bytes of consecutive lines together and gives the lines of the messages in them. */
export class Dumps implements Step {
  private readonly next: Step;
  private held: Line[] = [];
  private bytes: number[] = [];
  /** Offset of the first of them. */
  private start = 0;
  /** "Follow" of Wireshark goes on counting for each direction, one of which is indented: where each indent ended. */
  private readonly ends = new Map<number, number>();
  private text = '';
  private kind: Kind | null = null;
  private blank: Line | null = null;
  /** A TCP message that may go on in the next packet. */
  private open: { packet: FoundPacket; from: Line } | null = null;

  constructor(next: Step) {
    this.next = next;
  }

  line(line: Line): void {
    const { text } = line;
    // Doubled line spacing.
    if (this.kind === 'dump' && text.trim() === '' && this.blank === null) {
      this.blank = line;
      return;
    }
    const bare = bareRow(text);
    if (bare !== null || this.kind === 'dump' || (text.length < 400 && OFFSET.test(text))) {
      const row =
        bare === null
          ? dumpRow(text)
          : { offset: this.kind === 'dump' ? this.start + this.bytes.length : 0, bytes: bare };
      if (row !== null && this.takesRow(row, indent(line))) {
        this.hold(line, 'dump');
        this.blank = null;
        for (const byte of row.bytes) this.bytes.push(byte);
        return;
      }
    }
    if (CELLS.test(text)) {
      this.flush();
      this.encoded(line, 'hex', text.slice(text.indexOf('|', 1)).replaceAll('|', ''));
      return;
    }
    if (HEX_LINE.test(text) || (this.kind === 'hex' && MORE_HEX.test(text))) {
      this.encoded(line, 'hex');
      return;
    }
    if (
      this.kind === 'base64'
        ? BASE64_LINE.test(text) || /^\s*[A-Za-z0-9+/]{1,76}={0,2}\s*$/.test(text)
        : beginsBase64(text)
    ) {
      this.encoded(line, 'base64');
      return;
    }
    this.flush();
    // Between two packets of a dump there is an empty line or the line that announces the next.
    if (text.trim() !== '') this.close();
    this.next.line(line);
  }

  finish(): void {
    this.flush();
    this.close();
    this.next.finish();
  }

  /** Whether the row goes on where the last one ended; one at the beginning begins a packet */
  private takesRow({ offset, bytes }: Row, column: number): boolean {
    const next = this.start + this.bytes.length;
    if (this.kind === 'dump' && offset === next && column === indent(this.held[0]!) && this.held.length < MOST_LINES)
      return true;
    this.flush();
    if ((offset !== 0 && offset !== this.ends.get(column)) || bytes.length < 8) return false;
    this.start = offset;
    return true;
  }

  private encoded(line: Line, kind: Kind, said = line.text): void {
    const text = said.trim();
    if (
      this.kind !== kind ||
      (kind === 'hex' && beginsPacket(hexBytes(text)!)) ||
      (kind === 'base64' && beginsBase64(text))
    )
      this.flush();
    this.hold(line, kind);
    this.text += text;
    if (this.held.length > MOST_LINES) this.flush();
  }

  private hold(line: Line, kind: Kind): void {
    if (this.kind !== kind) this.flush();
    this.kind = kind;
    this.held.push(line);
  }

  private flush(): void {
    const { held, kind } = this;
    if (kind === null) return;
    if (kind === 'dump') this.ends.set(indent(held[0]!), this.start + this.bytes.length);
    const bytes =
      kind === 'dump' ? Uint8Array.from(this.bytes) : kind === 'hex' ? hexBytes(this.text) : base64Bytes(this.text);
    [this.held, this.bytes, this.text, this.kind, this.blank] = [[], [], '', null, null];
    const packet = bytes === null ? null : sipOf(bytes);
    if (packet === null || packet.text === '') {
      this.close();
      for (const line of held) this.next.line(line);
      return;
    }
    if (this.open !== null && !packet.starts && packet.stream === this.open.packet.stream) {
      this.open.packet.text += packet.text;
      return;
    }
    this.close();
    if (!packet.starts) {
      for (const line of held) this.next.line(line);
      return;
    }
    this.open = { packet, from: held[0]! };
    if (packet.stream === null) this.close();
  }

  private close(): void {
    if (this.open === null) return;
    const { packet, from } = this.open;
    this.open = null;
    const lines = packet.text.split('\n');
    lines.forEach((text, at) => {
      const cr = text.endsWith('\r');
      this.next.line({
        ...from,
        text: cr ? text.slice(0, -1) : text,
        cr,
        record: { ...from.record, ...packet.preamble },
        closes: at === lines.length - 1,
        origin: from.origin ?? 'bytes',
      });
    });
  }
}

const beginsPacket = (bytes: Uint8Array): boolean => sipOf(bytes)?.starts === true;

/** The first letters of a request or status line, or of a record that is 20 or more octets of IP and UDP away from one. */
const beginsBase64 = (text: string): boolean => {
  const trimmed = text.trim();
  if (trimmed.length < 24 || !BASE64_LINE.test(trimmed)) return false;
  const bytes = base64Bytes(trimmed.slice(0, 24));
  if (bytes === null) return false;
  const front = String.fromCharCode(...bytes);
  return /^(?:[A-Z]{3,12} [a-z]{2,5}:|SIP\/2\.0 [1-6])/.test(front);
};
