import type { Skipped } from '../message/types.ts';

// IPv4 (RFC 791) and IPv6 (RFC 8200) with their fragments. Checksums are not looked at: captures on the sending machine
// carry unfinished ones.

/** What an IP packet carries. `missing` bytes of the payload were not captured. */
export interface IpPayload {
  protocol: number;
  /** Addresses as bytes, to be formatted only when needed. */
  source: Uint8Array;
  destination: Uint8Array;
  data: Uint8Array;
  missing: number;
}

interface Fragment {
  key: string;
  offset: number;
  more: boolean;
}

interface Parts {
  pieces: { offset: number; data: Uint8Array }[];
  bytes: number;
  total: number | null;
}

const FRAGMENT_HEADER = 44;
/** Hop-by-Hop, Routing, Destination, Mobility, HIP, Shim6: next header, length in 8 bytes (RFC 8200 §4, RFC 7045). */
const EXTENSIONS = [0, 43, 60, 135, 139, 140];
const AUTHENTICATION = 51;
const MOST_EXTENSIONS = 16;

const MOST_WAITING = 256;
/** So many packets that were put together are remembered, since `-i any` and mirrors capture each fragment twice. */
const MOST_DONE = 64;
const MOST_PIECES = 128;
const LARGEST = 65535;

const word = (data: Uint8Array, at: number): number => (data[at]! << 8) | data[at + 1]!;

/** Reads IP packets and puts fragments together. Memory: at most 256 unfinished packets. */
export class IpReader {
  private readonly waiting = new Map<string, Parts>();
  /** Packets put together of late, with the offsets and lengths of their fragments. */
  private readonly done = new Map<string, Set<string>>();
  private readonly skip: (reason: Skipped['reason'], count?: number) => void;

  constructor(skip: (reason: Skipped['reason'], count?: number) => void) {
    this.skip = skip;
  }

  /** The payload, or null where it is not complete yet or cannot be read (then it is counted as skipped) */
  read(packet: Uint8Array): IpPayload | null {
    const version = packet.length > 0 ? packet[0]! >> 4 : 0;
    if (version === 4 && packet.length >= 20) return this.v4(packet);
    if (version === 6 && packet.length >= 40) return this.v6(packet);
    this.skip(version === 4 || version === 6 ? 'truncated' : 'not-sip');
    return null;
  }

  /** What is still unfinished at the end was never whole. */
  finish(): void {
    if (this.waiting.size > 0) this.skip('fragment', this.waiting.size);
    this.waiting.clear();
  }

  private v4(packet: Uint8Array): IpPayload | null {
    const header = (packet[0]! & 15) * 4;
    // A length of 0 is written where the network card cuts the packet up after the capture.
    const total = word(packet, 2) || packet.length;
    if (header < 20 || header > packet.length || total < header) {
      this.skip('malformed');
      return null;
    }
    const payload = {
      protocol: packet[9]!,
      source: packet.subarray(12, 16),
      destination: packet.subarray(16, 20),
      data: packet.subarray(header, total),
      missing: Math.max(0, total - packet.length),
    };
    const flags = word(packet, 6);
    const more = (flags & 0x2000) !== 0;
    const offset = (flags & 0x1fff) * 8;
    if (!more && offset === 0) return payload;
    return this.collect(payload, { key: `4 ${word(packet, 4)}`, offset, more });
  }

  private v6(packet: Uint8Array): IpPayload | null {
    const total = (word(packet, 4) || packet.length - 40) + 40;
    const end = Math.min(total, packet.length);
    let protocol = packet[6]!;
    let at = 40;
    let fragment: Fragment | null = null;
    for (let count = 0; at + 8 <= end && count < MOST_EXTENSIONS; count++) {
      if (protocol === FRAGMENT_HEADER) {
        const offset = word(packet, at + 2);
        const identification = `${word(packet, at + 4)}.${word(packet, at + 6)}`;
        protocol = packet[at]!;
        at += 8;
        fragment = { key: `6 ${identification}`, offset: offset & 0xfff8, more: (offset & 1) === 1 };
        // What follows in a later fragment is no header.
        if (fragment.offset > 0) break;
      } else if (EXTENSIONS.includes(protocol) || protocol === AUTHENTICATION) {
        // The Authentication header counts in 4 bytes, less two (RFC 4302 §2.2).
        const length = protocol === AUTHENTICATION ? (packet[at + 1]! + 2) * 4 : (packet[at + 1]! + 1) * 8;
        protocol = packet[at]!;
        at += length;
      } else break;
    }
    const payload = {
      protocol,
      source: packet.subarray(8, 24),
      destination: packet.subarray(24, 40),
      data: packet.subarray(at, end),
      missing: Math.max(0, total - packet.length),
    };
    if (fragment === null || (fragment.offset === 0 && !fragment.more)) return payload;
    return this.collect(payload, fragment);
  }

  /** Keeps a fragment; when the last one comes, in whatever order, gives the whole payload. */
  private collect(payload: IpPayload, { key, offset, more }: Fragment): IpPayload | null {
    if (payload.missing > 0 || offset + payload.data.length > LARGEST) {
      this.skip('fragment');
      return null;
    }
    const name = `${key} ${payload.protocol} ${payload.source.join()} ${payload.destination.join()}`;
    let parts = this.waiting.get(name);
    if (parts === undefined) {
      // Each fragment has one copy at most: what comes a third time is a new packet with an old number.
      if (this.done.get(name)?.delete(`${offset} ${payload.data.length}`)) return null;
      if (this.waiting.size >= MOST_WAITING) {
        this.waiting.delete(this.waiting.keys().next().value!);
        this.skip('fragment');
      }
      parts = { pieces: [], bytes: 0, total: null };
      this.waiting.set(name, parts);
    }
    if (!more) parts.total = offset + payload.data.length;
    // The first copy of a piece counts; the copy is needed because the reader uses its memory again.
    if (!parts.pieces.some((piece) => piece.offset === offset) && parts.pieces.length < MOST_PIECES) {
      parts.pieces.push({ offset, data: payload.data.slice() });
      parts.bytes += payload.data.length;
    }
    if (parts.total === null || parts.bytes < parts.total) return null;
    this.waiting.delete(name);
    this.remember(name, parts);
    const whole = new Uint8Array(parts.total);
    let reached = 0;
    for (const piece of parts.pieces.sort((a, b) => a.offset - b.offset)) {
      // A hole, or pieces that overlap (RFC 5722 forbids it): not put together.
      if (piece.offset !== reached || piece.offset + piece.data.length > parts.total) {
        this.skip('fragment');
        return null;
      }
      whole.set(piece.data, piece.offset);
      reached = piece.offset + piece.data.length;
    }
    return { ...payload, data: whole };
  }

  private remember(name: string, { pieces }: Parts): void {
    if (this.done.size >= MOST_DONE) this.done.delete(this.done.keys().next().value!);
    this.done.set(name, new Set(pieces.map(({ offset, data }) => `${offset} ${data.length}`)));
  }
}
