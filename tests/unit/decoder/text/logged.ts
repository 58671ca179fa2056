// A call that is refused, as it went, for logs and dumps in any form.

/** A message with what a log could say of it; the host of the log is the called side. */
export interface Sent {
  raw: string;
  /** Seconds after the first. */
  at: number;
  /** The called side received it. */
  received: boolean;
  from: string;
  to: string;
  number: number;
}

export const CALLER = '192.0.2.10';
export const CALLED = '198.51.100.20';
/** 2026-11-24 10:15:00 UTC. */
export const BEGIN = 1795515300;

const SDP = [
  'v=0',
  `o=- 1 1 IN IP4 ${CALLER}`,
  's=call',
  `c=IN IP4 ${CALLER}`,
  't=0 0',
  'm=audio 40000 RTP/AVP 8 101',
  'a=rtpmap:8 PCMA/8000',
  'a=rtpmap:101 telephone-event/8000',
  'a=fmtp:101 0-16',
  '',
].join('\r\n');

function message(start: string, tag: string, method: string, more: string[], body = ''): string {
  return [
    start,
    `Via: SIP/2.0/UDP ${CALLER}:5060;branch=z9hG4bK7f3a91c2;rport`,
    ...(start.startsWith('SIP/') ? [] : ['Max-Forwards: 70']),
    'From: "Desk 12" <sip:5550112@example.com>;tag=as55aa01',
    `To: <sip:5550100@example.com>${tag}`,
    'Call-ID: 6b1f2c@desk.example.com',
    `CSeq: 1 ${method}`,
    ...more,
    `Content-Length: ${body.length}`,
    '',
    body,
  ].join('\r\n');
}

const URI = `sip:5550100@${CALLED}`;
const CONTACT = `Contact: <sip:5550112@${CALLER}:5060>`;
const PARTS: [number, string][] = [
  [
    0,
    message(
      `INVITE ${URI} SIP/2.0`,
      '',
      'INVITE',
      [CONTACT, 'Allow: INVITE, ACK, CANCEL, BYE', 'Content-Type: application/sdp'],
      SDP,
    ),
  ],
  [0.004, message('SIP/2.0 100 Trying', '', 'INVITE', [])],
  [1.2, message('SIP/2.0 180 Ringing', ';tag=bb7702', 'INVITE', [`Contact: <${URI}:5060>`])],
  [4.3, message('SIP/2.0 486 Busy Here', ';tag=bb7702', 'INVITE', [])],
  [4.32, message(`ACK ${URI} SIP/2.0`, ';tag=bb7702', 'ACK', [])],
];

export const CALL: Sent[] = PARTS.map(([at, raw], number) => {
  const received = !raw.startsWith('SIP/');
  const [from, to] = received ? [CALLER, CALLED] : [CALLED, CALLER];
  return { raw, at, received, from: `${from}:5060`, to: `${to}:5060`, number: number + 1 };
});

const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');

/** `10:15:01.200`, with more digits or another sign before the fraction where wanted */
export function clock(at: number, digits = 3, point = '.'): string {
  const all = 36900 + at;
  const seconds = (all % 60)
    .toFixed(digits)
    .padStart(digits === 0 ? 2 : digits + 3, '0')
    .replace('.', point);
  return `${two(all / 3600)}:${two((all / 60) % 60)}:${seconds}`;
}

/** The message with LF only */
export const lf = ({ raw }: Sent): string => raw.replaceAll('\r\n', '\n');

/** The lines of a message, each with something before it */
export const each = (sent: Sent, front: string | ((line: number) => string)): string =>
  lf(sent)
    .split('\n')
    .map((line, index) => `${typeof front === 'string' ? front : front(index)}${line}\n`)
    .join('');

/** A frame with IP and UDP around the message, as Ethernet has it */
export function frame({ raw, from, to }: Sent): Uint8Array {
  const bytes = new TextEncoder().encode(raw);
  const ends = [from, to].map((end) => end.split(':')[0]!.split('.').map(Number));
  const length = (value: number) => [value >> 8, value & 255];
  const udp = [19, 196, 19, 196, ...length(8 + bytes.length), 0, 0];
  const ip = [69, 0, ...length(28 + bytes.length), 0, 1, 64, 0, 64, 17, 0, 0, ...ends.flat()];
  return Uint8Array.from([...Array<number>(12).fill(2), 8, 0, ...ip, ...udp, ...bytes]);
}

export const hex = (bytes: Uint8Array): string[] => [...bytes].map((byte) => byte.toString(16).padStart(2, '0'));

/** Bytes as lines of sixteen */
export const rows = (bytes: Uint8Array): { offset: number; pairs: string[]; text: string }[] =>
  Array.from({ length: Math.ceil(bytes.length / 16) }, (_, row) => {
    const part = bytes.subarray(16 * row, 16 * row + 16);
    const text = [...part].map((byte) => (byte > 31 && byte < 127 ? String.fromCharCode(byte) : '.')).join('');
    return { offset: 16 * row, pairs: hex(part), text };
  });
