// Builds captures byte by byte for the tests: frames of each link type, IP packets and the files around them. Checksums
// stay zero, as the parser does not look at them.

export const text = (value: string): Uint8Array => new TextEncoder().encode(value);

export function join(...parts: (Uint8Array | number[])[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export const u16 = (value: number): number[] => [(value >> 8) & 255, value & 255];
export const u32 = (value: number): number[] => [...u16(Math.floor(value / 65536)), ...u16(value & 65535)];

/** Numbers of a file in the given order. */
const ordered = (bytes: number[], little: boolean): number[] => (little ? [...bytes].reverse() : bytes);

export const A = [192, 0, 2, 10];
export const B = [198, 51, 100, 20];
const A6 = [0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10];
const B6 = [0x20, 0x01, 0x0d, 0xb8, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x20];

export const udp = (payload: Uint8Array, ports = [5060, 5060]): Uint8Array =>
  join(u16(ports[0]!), u16(ports[1]!), u16(payload.length + 8), [0, 0], payload);

export interface Segment {
  sequence: number;
  data?: Uint8Array;
  /** 2 SYN, 1 FIN, 4 RST, 16 ACK. */
  flags?: number;
  ports?: number[];
}

export const tcp = ({ sequence, data = new Uint8Array(0), flags = 16, ports = [5060, 5060] }: Segment): Uint8Array =>
  join(u16(ports[0]!), u16(ports[1]!), u32(sequence), u32(0), [0x50, flags], u16(65535), u32(0), data);

export interface V4 {
  protocol?: number;
  id?: number;
  /** In bytes. */
  offset?: number;
  more?: boolean;
  from?: number[];
  to?: number[];
}

export function ipv4(payload: Uint8Array, options: V4 = {}): Uint8Array {
  const { protocol = 17, id = 1, offset = 0, more = false, from = A, to = B } = options;
  const flags = (more ? 0x2000 : 0) | (offset / 8);
  return join([0x45, 0], u16(20 + payload.length), u16(id), u16(flags), [64, protocol, 0, 0], from, to, payload);
}

/** @param headers extension headers in order: [type, bytes without the first, which names the next] */
export function ipv6(payload: Uint8Array, protocol = 17, headers: [number, number[]][] = []): Uint8Array {
  const types = [...headers.map(([type]) => type), protocol];
  const parts = headers.map(([, bytes], at) => [types[at + 1]!, ...bytes]);
  const body = join(...parts, payload);
  return join([0x60, 0, 0, 0], u16(body.length), [types[0]!, 64], A6, B6, body);
}

const MACS = new Array<number>(12).fill(2);
const typeOf = (packet: Uint8Array): number[] => (packet[0]! >> 4 === 6 ? [0x86, 0xdd] : [0x08, 0]);

export const ethernet = (packet: Uint8Array, tags: number[][] = []): Uint8Array =>
  join(MACS, ...tags, typeOf(packet), packet);
export const cooked1 = (packet: Uint8Array): Uint8Array =>
  join([0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0, 0, 0], typeOf(packet), packet);
export const cooked2 = (packet: Uint8Array): Uint8Array =>
  join(typeOf(packet), [0, 0, 0, 0, 0, 1, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0, 0, 0], packet);

export interface Frame {
  data: Uint8Array;
  /** Seconds since 1970. */
  time?: number;
  /** How many bytes were on the line, if more than captured. */
  original?: number;
}

export interface PcapOptions {
  linkType?: number;
  little?: boolean;
  nano?: boolean;
}

export function pcap(frames: Frame[], { linkType = 1, little = true, nano = false }: PcapOptions = {}): Uint8Array {
  const number = (value: number) => ordered(u32(value), little);
  const head = join(
    number(nano ? 0xa1b23c4d : 0xa1b2c3d4),
    ordered(u16(2), little),
    ordered(u16(4), little),
    number(0),
    number(0),
    number(262144),
    number(linkType),
  );
  const unit = nano ? 1e9 : 1e6;
  const records = frames.map(({ data, time = 0, original = data.length }) => {
    const seconds = Math.floor(time);
    const parts = Math.round((time - seconds) * unit);
    return join(number(seconds), number(parts), number(data.length), number(original), data);
  });
  return join(head, ...records);
}

const padded = (data: Uint8Array): Uint8Array => join(data, new Array<number>((4 - (data.length % 4)) % 4).fill(0));

/** Blocks of a pcapng file, in one byte order. */
export function blocks(little: boolean) {
  const two = (value: number) => ordered(u16(value), little);
  const four = (value: number) => ordered(u32(value), little);
  const block = (type: number, body: Uint8Array) =>
    join(four(type), four(body.length + 12), padded(body), four(body.length + 12));
  const option = (code: number, value: number[]) => join(two(code), two(value.length), padded(join(value)));
  return {
    section: () => block(0x0a0d0d0a, join(four(0x1a2b3c4d), two(1), two(0), [255, 255, 255, 255, 255, 255, 255, 255])),
    /** @param resolution value of if_tsresol; @param offset value of if_tsoffset in seconds */
    description: (linkType: number, resolution?: number, offset?: number) =>
      block(
        1,
        join(
          two(linkType),
          [0, 0],
          four(262144),
          resolution === undefined ? [] : option(9, [resolution]),
          offset === undefined
            ? []
            : option(14, little ? [...four(offset), 0, 0, 0, 0] : [0, 0, 0, 0, ...four(offset)]),
          option(0, []),
        ),
      ),
    enhanced: (at: number, ticks: number, data: Uint8Array) =>
      block(
        6,
        join(
          four(at),
          four(Math.floor(ticks / 2 ** 32)),
          four(ticks % 2 ** 32),
          four(data.length),
          four(data.length),
          padded(data),
        ),
      ),
    simple: (data: Uint8Array) => block(3, join(four(data.length), padded(data))),
    other: (type: number, data: Uint8Array) => block(type, padded(data)),
  };
}

/** A request with the given Call-ID, and a body of the given length where wanted. */
export function request(callId: string, body = '', method = 'OPTIONS'): string {
  return [
    `${method} sip:bob@example.net SIP/2.0`,
    'Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK1',
    'Max-Forwards: 70',
    'From: <sip:alice@example.com>;tag=a',
    'To: <sip:bob@example.net>',
    `Call-ID: ${callId}`,
    `CSeq: 1 ${method}`,
    ...(body === '' ? [] : ['Content-Type: text/plain']),
    `Content-Length: ${text(body).length}`,
    '',
    body,
  ].join('\r\n');
}

/** The Call-IDs in order, which tell the messages of a test apart */
export const callIds = (messages: { headers: { name: string; value: string }[] }[]): string[] =>
  messages.map(({ headers }) => headers.find(({ name }) => name === 'Call-ID')?.value ?? '?');
