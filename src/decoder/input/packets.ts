import { ByteQueue } from '../message/bytes.ts';
import type { Skipped } from '../message/types.ts';

// The two file formats of captures: pcap (draft-ietf-opsawg-pcap) and pcapng (draft-ietf-opsawg-pcapng).

/** One captured frame. Its bytes are only valid until the call returns. */
export interface Packet {
  /** From 1. */
  number: number;
  /** Seconds since 1970; null in a Simple Packet Block. */
  time: number | null;
  linkType: number;
  data: Uint8Array;
  /** How many bytes were on the line. */
  original: number;
}

export interface PacketEvents {
  packet: (packet: Packet) => void;
  skip: (reason: Skipped['reason'], packet: number) => void;
}

export interface PacketReader {
  push: (piece: Uint8Array) => void;
  /** No more bytes come; what is left of a whole file was cut off. */
  finish: (whole: boolean) => void;
}

/** libpcap takes no larger frame (MAXIMUM_SNAPLEN, pcap-int.h). */
const LARGEST_FRAME = 262144;
const LARGEST_BLOCK = LARGEST_FRAME + 65536;

/**
 * First bytes of pcap, in both byte orders: parts of a second, and lengths of the header of a record. The first length is
 * the usual one; Nokia has 4 more bytes and Red Hat 6.1 has 8 under the same first bytes, SuSE 6.3 has 12 where Alexey
 * Kuznetzov's variant has 8 (wireshark:wiretap/libpcap.h). Nothing in the file says so.
 */
const PCAP = new Map([
  [0xa1b2c3d4, { unit: 1e6, headers: [16, 20, 24] }],
  [0xa1b23c4d, { unit: 1e9, headers: [16] }],
  [0xa1b2cd34, { unit: 1e6, headers: [24, 28] }],
]);
/** Lengths of record headers are tried on this many records, for which this many bytes are waited for. */
const TRIED = 8;
const TRIAL = 16384;
const SECTION = 0x0a0d0d0a;
const BYTE_ORDER = 0x1a2b3c4d;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Which capture format begins with these bytes (four or more), or null */
export function captureFormat(bytes: Uint8Array): 'pcap' | 'pcapng' | null {
  if (bytes.length < 4) return null;
  const view = viewOf(bytes);
  if (view.getUint32(0) === SECTION) return 'pcapng';
  return PCAP.has(view.getUint32(0)) || PCAP.has(view.getUint32(0, true)) ? 'pcap' : null;
}

/** What both readers share: bytes come in pieces, a unit is taken when it is whole, and damage ends the reading. */
abstract class Reader implements PacketReader {
  protected number = 0;
  /** No more bytes will come. */
  protected ending = false;
  protected readonly events: PacketEvents;
  private readonly queue = new ByteQueue();
  private damaged = false;

  constructor(events: PacketEvents) {
    this.events = events;
  }

  push(piece: Uint8Array): void {
    if (this.damaged) return;
    this.queue.append(piece);
    this.work();
  }

  finish(whole: boolean): void {
    this.ending = true;
    if (!this.damaged) this.work();
    if (whole && this.queue.length > 0) this.events.skip('truncated', this.number + 1);
  }

  private work(): void {
    const bytes = this.queue.view();
    const view = viewOf(bytes);
    let at = 0;
    for (;;) {
      const size = this.take(bytes, view, at);
      if (size === null) {
        // A length that cannot be: where the next unit begins is not known.
        this.damaged = true;
        this.events.skip('malformed', this.number + 1);
        at = bytes.length;
        break;
      }
      if (size === 0) break;
      at += size;
    }
    this.queue.drop(at);
  }

  /** How many bytes the unit at `at` has, 0 while it is not whole, null where it cannot be read */
  protected abstract take(bytes: Uint8Array, view: DataView, at: number): number | null;

  protected emit(time: number | null, linkType: number, data: Uint8Array, original: number): void {
    this.events.packet({ number: ++this.number, time, linkType, data, original });
  }
}

export class PcapReader extends Reader {
  private little = false;
  private kind: { unit: number; headers: number[] } | null = null;
  private header = 0;
  private linkType = 0;

  protected take(bytes: Uint8Array, view: DataView, at: number): number | null {
    const left = bytes.length - at;
    if (this.kind === null) {
      if (left < 24) return 0;
      this.little = !PCAP.has(view.getUint32(at));
      this.kind = PCAP.get(view.getUint32(at, this.little)) ?? null;
      // The upper half has flags about the frame check sequence.
      this.linkType = view.getUint32(at + 20, this.little) & 0xffff;
      return this.kind === null ? null : 24;
    }
    const { unit, headers } = this.kind;
    if (this.header === 0) {
      if (left < TRIAL && !this.ending) return 0;
      this.header = headers.find((header) => this.fits(view, at, header)) ?? headers[0]!;
    }
    const { header } = this;
    if (left < header) return 0;
    const captured = view.getUint32(at + 8, this.little);
    if (captured > LARGEST_FRAME) return null;
    if (left < header + captured) return 0;
    const time = view.getUint32(at, this.little) + view.getUint32(at + 4, this.little) / unit;
    const data = bytes.subarray(at + header, at + header + captured);
    this.emit(time, this.linkType, data, view.getUint32(at + 12, this.little));
    return header + captured;
  }

  /** Whether the first records are possible with headers of that length */
  private fits(view: DataView, from: number, header: number): boolean {
    const { unit } = this.kind!;
    let at = from;
    for (let records = 0; records < TRIED && at + header <= view.byteLength; records++) {
      const captured = view.getUint32(at + 8, this.little);
      const original = view.getUint32(at + 12, this.little);
      if (view.getUint32(at + 4, this.little) >= unit || captured > LARGEST_FRAME || original > LARGEST_FRAME)
        return false;
      at += header + captured;
    }
    return true;
  }
}

interface Interface {
  linkType: number;
  snapLength: number;
  /** Parts of a second. */
  unit: number;
  offset: number;
}

export class PcapngReader extends Reader {
  private little = false;
  private interfaces: Interface[] = [];
  /** Bytes of a large block without packets, not kept. */
  private passing = 0;

  protected take(bytes: Uint8Array, view: DataView, at: number): number | null {
    const left = bytes.length - at;
    if (this.passing > 0) {
      const passed = Math.min(this.passing, left);
      this.passing -= passed;
      return passed;
    }
    if (left < 12) return 0;
    const type = view.getUint32(at, this.little);
    if (type === SECTION) {
      // The same in both orders; the one of the section follows from the next field but one.
      if (view.getUint32(at + 8, true) === BYTE_ORDER) this.little = true;
      else if (view.getUint32(at + 8) === BYTE_ORDER) this.little = false;
      else return null;
      this.interfaces = [];
    }
    const length = view.getUint32(at + 4, this.little);
    if (length < 12 || length % 4 !== 0) return null;
    if (length > LARGEST_BLOCK) {
      this.passing = length;
      this.events.skip('malformed', this.number + 1);
      return this.take(bytes, view, at);
    }
    if (left < length) return 0;
    this.block(type, bytes.subarray(at + 8, at + length - 4));
    return length;
  }

  private block(type: number, body: Uint8Array): void {
    const view = viewOf(body);
    if (type === 1 && body.length >= 8) this.interfaces.push(this.describe(body, view));
    else if (type === 6 && body.length >= 20) this.enhanced(view.getUint32(0, this.little), 4, body, view);
    // Packet Block, obsolete: the interface has two bytes.
    else if (type === 2 && body.length >= 20) this.enhanced(view.getUint16(0, this.little), 4, body, view);
    else if (type === 3 && body.length >= 4) this.simple(body, view);
  }

  private enhanced(index: number, at: number, body: Uint8Array, view: DataView): void {
    const from = this.interfaces[index];
    const captured = view.getUint32(at + 8, this.little);
    if (from === undefined || captured > body.length - 20) {
      this.events.skip('malformed', ++this.number);
      return;
    }
    const ticks = view.getUint32(at, this.little) * 2 ** 32 + view.getUint32(at + 4, this.little);
    const time = ticks / from.unit + from.offset;
    this.emit(time, from.linkType, body.subarray(20, 20 + captured), view.getUint32(at + 12, this.little));
  }

  private simple(body: Uint8Array, view: DataView): void {
    const from = this.interfaces[0];
    const original = view.getUint32(0, this.little);
    if (from === undefined) {
      this.events.skip('malformed', ++this.number);
      return;
    }
    const captured = Math.min(original, from.snapLength || original, body.length - 4);
    this.emit(null, from.linkType, body.subarray(4, 4 + captured), original);
  }

  private describe(body: Uint8Array, view: DataView): Interface {
    const found = {
      linkType: view.getUint16(0, this.little),
      snapLength: view.getUint32(4, this.little),
      unit: 1e6,
      offset: 0,
    };
    for (let at = 8; at + 4 <= body.length;) {
      const code = view.getUint16(at, this.little);
      const length = view.getUint16(at + 2, this.little);
      if (code === 0 || at + 4 + length > body.length) break;
      const resolution = body[at + 4]!;
      // if_tsresol: a power of ten, or of two with the highest bit set; if_tsoffset: seconds.
      if (code === 9 && length >= 1) found.unit = resolution & 128 ? 2 ** (resolution & 127) : 10 ** resolution;
      if (code === 14 && length >= 8)
        found.offset =
          view.getInt32(this.little ? at + 8 : at + 4, this.little) * 2 ** 32 +
          view.getUint32(this.little ? at + 4 : at + 8, this.little);
      at += 4 + Math.ceil(length / 4) * 4;
    }
    return found;
  }
}
