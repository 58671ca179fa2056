import { UDP_PORTS } from './layers/index.ts';
import { word, type Kind } from './layers/layer.ts';
import { readHep } from './hep.ts';
import type { IpPayload } from './ip.ts';
import { couldStart } from './message-stream.ts';
import { parseMessage, type ParsedMessage } from '../message/parse-message.ts';
import type { Cut, SkipReason } from '../message/types.ts';

// What a datagram of UDP (RFC 768) is. SIP is known by its start line, not by the port.

const CR = 13;
const LF = 10;

/** What was found in a datagram, each with the packet that it came in. */
export interface DatagramEvents {
  message: (parsed: ParsedMessage, ip: IpPayload) => void;
  /** A copy of a message that an agent sent to a collector, with the ends that it names. */
  hep: (data: Uint8Array, ip: IpPayload) => void;
  tunnel: (kind: Kind, data: Uint8Array, ip: IpPayload) => void;
  /** Whether this is a packet of a media stream, which is then counted there */
  media: (data: Uint8Array, ip: IpPayload) => boolean;
  pass: (reason: SkipReason) => void;
}

/** The message without what only the capture did to it */
export function cutBy(parsed: ParsedMessage, cut: Cut): ParsedMessage {
  // Cut by the capture, not by the sender: its length is not wrong.
  parsed.faults = parsed.faults.filter(({ kind }) => kind !== 'content-length-too-long' && kind !== 'truncated');
  parsed.faults.push({ kind: 'truncated' });
  parsed.cut = cut;
  return parsed;
}

/** Reads one datagram and tells what it is. */
export function readDatagram(payload: IpPayload, events: DatagramEvents): void {
  const { data: packet, missing } = payload;
  if (packet.length < 8) return events.pass('truncated');
  const length = word(packet, 4);
  const data = packet.subarray(8, length >= 8 ? length : packet.length);
  let first = 0;
  while (data[first] === CR || data[first] === LF || data[first] === 0) first++;
  // Only line ends, or nothing: what keeps a binding in a NAT alive (RFC 5626 §3.5.1).
  if (first === data.length) return missing > 0 ? events.pass('truncated') : undefined;
  if (couldStart(data[first]!)) {
    const parsed = parseMessage(data, 'datagram');
    if (parsed !== null) return events.message(missing > 0 ? cutBy(parsed, 'snap') : parsed, payload);
    if (readHep(data) !== null) return events.hep(data, payload);
  }
  const tunnel = UDP_PORTS.get(word(packet, 2)) ?? UDP_PORTS.get(word(packet, 0));
  if (tunnel !== undefined) return events.tunnel(tunnel, data, payload);
  if (readHep(data) !== null) return events.hep(data, payload);
  if (events.media(data, payload)) return;
  events.pass(kindOf(data));
}

const MAGIC_COOKIE = 0x2112a442;

/** What a datagram is that holds neither SIP nor media, by its first octets (RFC 7983 §7) */
function kindOf(data: Uint8Array): SkipReason {
  const first = data[0]!;
  if (first < 4 && data.length >= 20 && word(data, 4) * 65536 + word(data, 6) === MAGIC_COOKIE) return 'stun';
  // Record types of DTLS, and its versions, which count downwards (RFC 6347 §4.1).
  if (first >= 20 && first <= 63 && data[1] === 0xfe && data[2]! >= 0xfc) return 'dtls';
  return 'not-sip';
}
