import { field, parameters, split } from './fields.ts';
import type { Message } from './types.ts';

export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

export interface Codec {
  payload: string;
  /** As written; empty if a dynamic payload type has no rtpmap. */
  name: string;
  rate: number | null;
  channels: number;
  fmtp: string;
}

/** An m-line with its attributes. */
export interface Media {
  type: string;
  /** 0 rejects the line in an answer (RFC 3264 §6). */
  port: number;
  protocol: string;
  codecs: Codec[];
  /** c= of the line or of the session, or null. */
  address: string | null;
  direction: Direction;
  /** Ways of keying that the line brings. */
  keys: ('sdes' | 'dtls')[];
}

export interface Sdp {
  /** o= without the session version, and that version. */
  origin: string;
  version: string;
  media: Media[];
}

/** RFC 3551 §6, tables 4 and 5: what a static payload type means without an rtpmap. */
const STATIC: Record<string, [string, number, number?]> = {
  0: ['PCMU', 8000],
  3: ['GSM', 8000],
  4: ['G723', 8000],
  5: ['DVI4', 8000],
  6: ['DVI4', 16000],
  7: ['LPC', 8000],
  8: ['PCMA', 8000],
  9: ['G722', 8000],
  10: ['L16', 44100, 2],
  11: ['L16', 44100],
  12: ['QCELP', 8000],
  13: ['CN', 8000],
  14: ['MPA', 90000],
  15: ['G728', 8000],
  16: ['DVI4', 11025],
  17: ['DVI4', 22050],
  18: ['G729', 8000],
  25: ['CelB', 90000],
  26: ['JPEG', 90000],
  28: ['nv', 90000],
  31: ['H261', 90000],
  32: ['MPV', 90000],
  33: ['MP2T', 90000],
  34: ['H263', 90000],
};

/** The clock rate of a payload type that needs no rtpmap, or null */
export const staticRate = (payload: number): number | null => STATIC[payload]?.[1] ?? null;

/** Payloads that carry no voice or picture of their own. */
const BESIDE = new Set(['telephone-event', 'cn', 'red', 'ulpfec', 'rtx', 'flexfec-03']);

/** Whether two sides that share this payload can hear or see each other by it */
export const carriesMedia = ({ name }: Codec): boolean => !BESIDE.has(name.toLowerCase());

/**
 * What is equal for two codecs that mean the same encoding: name without case, clock rate and channels; for formats
 *   that are no RTP payloads, such as `t38` or `webrtc-datachannel`, their text
 */
export const codecKey = ({ name, rate, channels, payload }: Codec): string =>
  name === '' ? ` ${payload}` : `${name.toLowerCase()}/${rate ?? ''}/${channels}`;

/** The session description of a message, also out of multipart/mixed, or null */
export function sdpOf(message: Message): Sdp | null {
  let known = KNOWN.get(message);
  if (known === undefined) KNOWN.set(message, (known = findSdp(message)));
  return known;
}

const KNOWN = new WeakMap<Message, Sdp | null>();

function findSdp(message: Message): Sdp | null {
  const type = field(message, 'Content-Type') ?? '';
  if (/^\s*application\/sdp/i.test(type)) return readSdp(message.body);
  if (!/^\s*multipart\//i.test(type)) return null;
  const boundary = parameters(split(type, ';').slice(1)).get('boundary');
  if (!boundary) return null;
  for (const part of message.body.split(`--${boundary}`)) {
    // Before v= there is an empty line, which a paste may have lost.
    const start = /^v=0\r?$/m.exec(part);
    if (start && /^content-type\s*:\s*application\/sdp/im.test(part.slice(0, start.index)))
      return readSdp(part.slice(start.index));
  }
  return null;
}

/**
 * @param body an SDP (RFC 8866) that may be cut off or wrong
 * @returns its m-lines with codecs, address, direction and keys; null if it does not begin like SDP
 */
export function readSdp(body: string): Sdp | null {
  const lines = body.split(/\r?\n/).map((line) => line.trim());
  if (!lines.some((line) => line.startsWith('v='))) return null;
  const origin =
    lines
      .find((line) => line.startsWith('o='))
      ?.slice(2)
      .split(/\s+/) ?? [];
  const starts = lines.flatMap((line, index) => (line.startsWith('m=') ? [index] : []));
  const session = shared(lines.slice(0, starts[0] ?? lines.length));
  return {
    origin: [...origin.slice(0, 2), ...origin.slice(3)].join(' '),
    version: origin[2] ?? '',
    media: starts.map((start, index) => mediaOf(lines.slice(start, starts[index + 1]), session)),
  };
}

/** What lines say about a stream, or above the first stream about all of them. */
interface Shared {
  address: string | null;
  direction: Direction | null;
  sdes: boolean;
  dtls: boolean;
}

const shared = (lines: string[]): Shared => ({
  address: connection(lines),
  direction: direction(lines),
  sdes: lines.some((line) => line.startsWith('a=crypto:')),
  dtls: lines.some((line) => line.startsWith('a=fingerprint:')),
});

function mediaOf(lines: string[], session: Shared): Media {
  const [type = '', port = '0', protocol = '', ...formats] = (lines[0] ?? '').slice(2).split(/\s+/);
  const attribute = (name: string) =>
    lines.filter((line) => line.startsWith(`a=${name}:`)).map((line) => line.slice(name.length + 3));
  const rtpmap = pairs(attribute('rtpmap'));
  const fmtp = pairs(attribute('fmtp'));
  const own = shared(lines);
  return {
    type: type.toLowerCase(),
    port: Number.parseInt(port, 10) || 0,
    protocol: protocol.toUpperCase(),
    codecs: formats.filter(Boolean).map((payload) => codecOf(payload, rtpmap.get(payload), fmtp.get(payload) ?? '')),
    address: own.address ?? session.address,
    direction: own.direction ?? session.direction ?? 'sendrecv',
    keys: [
      ...(own.sdes || session.sdes ? (['sdes'] as const) : []),
      ...(own.dtls || session.dtls ? (['dtls'] as const) : []),
    ],
  };
}

const pairs = (values: string[]): Map<string, string> =>
  new Map(
    values.map((value) => {
      const at = value.indexOf(' ');
      return at < 0 ? [value, ''] : [value.slice(0, at), value.slice(at + 1).trim()];
    }),
  );

function codecOf(payload: string, map: string | undefined, fmtp: string): Codec {
  const [name, rate, channels] = map?.split('/') ?? STATIC[payload] ?? ['', null];
  return { payload, name: name ?? '', rate: rate ? Number(rate) : null, channels: Number(channels ?? 1), fmtp };
}

const connection = (lines: string[]): string | null =>
  lines.map((line) => /^c=\s*IN\s+IP[46]\s+([^\s/]+)/i.exec(line)?.[1]).find(Boolean) ?? null;

const direction = (lines: string[]): Direction | null =>
  (lines.map((line) => /^a=(sendrecv|sendonly|recvonly|inactive)$/i.exec(line)?.[1]?.toLowerCase()).find(Boolean) as
    Direction | undefined) ?? null;
