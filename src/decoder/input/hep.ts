import { formatAddress } from '../message/hosts.ts';
import { word } from './layers/layer.ts';
import type { Endpoint, Message } from '../message/types.ts';

// HEP, in which Kamailio, OpenSIPS, Asterisk, FreeSWITCH and captagent send copies of their messages to a collector such as
// Homer: version 3 (HEP/EEP 1.0, hep.sipcapture.org) with chunks, versions 1 and 2 with a fixed header.

/** A message as an agent saw it. */
export interface Hep {
  from: Endpoint;
  to: Endpoint;
  transport: Message['transport'];
  /** Seconds since 1970; null in version 1. */
  time: number | null;
  /** The payload is SIP and not compressed. */
  sip: boolean;
  payload: Uint8Array;
  /** Octets of the whole packet, for those that come in a stream. */
  length: number;
}

/** Numbers of protocols in IP. */
const TRANSPORTS: Record<number, Message['transport']> = { 6: 'TCP', 17: 'UDP', 132: 'SCTP' };
const SIP = 1;

const long = (data: Uint8Array, at: number): number => word(data, at) * 65536 + word(data, at + 2);

/** What a HEP packet carries, or null if it is not one or is not whole */
export function readHep(data: Uint8Array): Hep | null {
  if (data.length >= 6 && data[0] === 0x48 && data[1] === 0x45 && data[2] === 0x50 && data[3] === 0x33)
    return version3(data);
  return data.length > 16 && (data[0] === 1 || data[0] === 2) ? version12(data) : null;
}

/** Octets of the HEP packet that begins here, null if none does */
export const hepLength = (data: Uint8Array): number | null =>
  data.length >= 6 && data[0] === 0x48 && data[1] === 0x45 && data[2] === 0x50 && data[3] === 0x33
    ? word(data, 4)
    : null;

function version3(data: Uint8Array): Hep | null {
  const length = word(data, 4);
  if (length > data.length || length < 6) return null;
  const chunks = new Map<number, Uint8Array>();
  for (let at = 6; at + 6 <= length;) {
    const size = word(data, at + 4);
    if (size < 6 || at + size > length) return null;
    // Vendor 0 is the specification itself.
    if (word(data, at) === 0) chunks.set(word(data, at + 2), data.subarray(at + 6, at + size));
    at += size;
  }
  const number = (type: number): number | null => {
    const value = chunks.get(type);
    if (value === undefined) return null;
    return value.length >= 4 ? long(value, 0) : value.length >= 2 ? word(value, 0) : (value[0] ?? null);
  };
  const [source, target] = [chunks.get(3) ?? chunks.get(5), chunks.get(4) ?? chunks.get(6)];
  const seconds = number(9);
  const payload = chunks.get(15);
  if (!source || !target || ![4, 16].includes(source.length) || ![4, 16].includes(target.length)) return null;
  return {
    from: { host: formatAddress(source), port: number(7) },
    to: { host: formatAddress(target), port: number(8) },
    transport: TRANSPORTS[number(2) ?? 0] ?? null,
    time: seconds === null ? null : seconds + (number(10) ?? 0) / 1e6,
    sip: number(11) === SIP && payload !== undefined,
    payload: payload ?? new Uint8Array(0),
    length,
  };
}

const INET = 2;
const INET6 = 10;

function version12(data: Uint8Array): Hep | null {
  const size = data[2] === INET ? 4 : data[2] === INET6 ? 16 : 0;
  const end = 8 + 2 * size;
  if (size === 0 || data[1] !== end || !(data[3]! in TRANSPORTS)) return null;
  // Version 2 adds the time and the id of the agent, in the order of the agent's machine.
  const more = data[0] === 2 ? 12 : 0;
  if (data.length < end + more) return null;
  const view = new DataView(data.buffer, data.byteOffset);
  return {
    from: { host: formatAddress(data.subarray(8, 8 + size)), port: word(data, 4) },
    to: { host: formatAddress(data.subarray(8 + size, end)), port: word(data, 6) },
    transport: TRANSPORTS[data[3]!]!,
    time: more === 0 ? null : view.getUint32(end, true) + view.getUint32(end + 4, true) / 1e6,
    sip: true,
    payload: data.subarray(end + more),
    length: data.length,
  };
}
