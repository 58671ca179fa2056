import { decode } from '../../message/bytes.ts';
import type { LogPreamble } from './preamble.ts';
import { startAt } from './start.ts';

// A packet whose bytes are written as text: from any link layer, IP or the message alone.

export interface FoundPacket {
  text: string;
  preamble: Partial<LogPreamble>;
  /** Addresses and ports of a TCP segment: a message may go on in the next. */
  stream: string | null;
  /** It begins with a start line. */
  starts: boolean;
}

const word = (bytes: Uint8Array, at: number): number => (bytes[at]! << 8) | bytes[at + 1]!;

/** Lengths of link layers: none, NULL, Ethernet, SLL, with tags, SLL2, with more. */
const LINKS = [0, 4, 14, 16, 18, 20, 22];

const ICMP = 1;
const UNREACHABLE = 3;
const UDP = 17;
const TCP = 6;

function v6(bytes: Uint8Array, at: number): string {
  const groups = Array.from({ length: 8 }, (_, group) => word(bytes, at + 2 * group).toString(16));
  return groups.join(':').replace(/(?:^|:)0(?::0)+(?::|$)/, '::');
}

/** Addresses, protocol and payload where an IP packet begins here, by its own lengths */
function ip(
  bytes: Uint8Array,
  at: number,
): { from: string; to: string; protocol: number; payload: number; end: number } | null {
  const version = bytes[at]! >> 4;
  if (version === 4) {
    const header = (bytes[at]! & 15) * 4;
    const total = word(bytes, at + 2);
    if (header < 20 || total <= header || at + header + 8 > bytes.length) return null;
    const four = (from: number) => [...bytes.subarray(from, from + 4)].join('.');
    return {
      from: four(at + 12),
      to: four(at + 16),
      protocol: bytes[at + 9]!,
      payload: at + header,
      end: Math.min(bytes.length, at + total),
    };
  }
  if (version !== 6 || at + 48 > bytes.length) return null;
  const end = Math.min(bytes.length, at + 40 + word(bytes, at + 4));
  return { from: v6(bytes, at + 8), to: v6(bytes, at + 24), protocol: bytes[at + 6]!, payload: at + 40, end };
}

/** The SIP of a packet with its addresses, or of bytes that are a message, or null */
export function sipOf(bytes: Uint8Array): FoundPacket | null {
  for (const link of LINKS) {
    const found = link + 28 <= bytes.length ? ip(bytes, link) : null;
    // ICMP quotes a message that did not arrive (RFC 792): it is not a message of its own.
    if (found?.protocol === ICMP && bytes[found.payload] === UNREACHABLE && ip(bytes, found.payload + 8)) return null;
    if (found === null || (found.protocol !== UDP && found.protocol !== TCP)) continue;
    const { from, to, protocol, payload, end } = found;
    const size = protocol === UDP ? 8 : (bytes[payload + 12]! >> 4) * 4;
    if (protocol === TCP && size < 20) continue;
    const text = decode(bytes.subarray(payload + size, end));
    const starts = startAt(text.split('\n', 1)[0]!.replace(/\r$/, '')) === 0;
    const known = starts || /^[\r\n]*$/.test(text) || protocol === TCP;
    if (!known || (protocol === UDP && word(bytes, payload + 4) < 8)) continue;
    const ends = { from: { host: from, port: word(bytes, payload) }, to: { host: to, port: word(bytes, payload + 2) } };
    return {
      text,
      preamble: { ...ends, transport: protocol === UDP ? 'UDP' : 'TCP' },
      stream: protocol === TCP ? JSON.stringify(ends) : null,
      starts,
    };
  }
  const text = decode(bytes);
  const start = /(?:[A-Z]{3,12} [a-z]{2,5}:\S{1,2048} SIP\/2\.0|SIP\/2\.0 [1-6]\d\d)[^\n]{0,200}\r?\n/.exec(text);
  return start === null ? null : { text: text.slice(start.index), preamble: {}, stream: null, starts: true };
}
