// What is known of a trace. The parser makes `Trace`, the analysis reads it; neither knows of the other, of a language or
// of the browser.

import type { Endpoint, ReadPart, RtpStream, Undelivered } from './network.ts';

export type { Endpoint, ReadPart, RtpStream, Undelivered };

/** One header field; several in one line by comma stay one. */
export interface HeaderField {
  /** Canonical long form with the usual capitals: `v` and `VIA` are `Via`. */
  name: string;
  /** Unfolded and trimmed (RFC 3261 §7.3.1). */
  value: string;
}

export type StartLine =
  { kind: 'request'; method: string; uri: string } | { kind: 'response'; code: number; phrase: string };

/** Something in a message that breaks a rule but did not stop the parser. */
export interface Fault {
  kind:
    | 'content-length-too-long'
    | 'content-length-too-short'
    | 'content-length-missing'
    | 'header-malformed'
    | 'header-missing'
    | 'version'
    | 'start-line'
    | 'cseq-method'
    | 'truncated';
  /** The header field or the number concerned, as data. */
  detail?: string;
}

/**
 * Why a message is not as it was on the wire, so that nothing may be said against its sender from what is missing or does
 * not fit:
 * - `edited`: the text was changed, as its Content-Length shows
 * - `redacted`: words such as REDACTED, XXXX or <PHONE_IP> took the place of values
 * - `limit`: the log or its daemon cut it at a length
 * - `end`: the input ends within it
 * - `snap`: the capture kept only the first octets of each packet
 * - `lost`: a fragment or segment is not in the capture
 */
export type Cut = 'edited' | 'redacted' | 'limit' | 'end' | 'snap' | 'lost';

/** A SIP message as it was seen once; a retransmission is another one. */
export interface Message {
  /** Position in the trace, from 0; the order of arrival. */
  index: number;
  /** Seconds since 1970 where the format has a date, since midnight where it has only a time; null where it has none. */
  time: number | null;
  /** Line of the pasted text (from 1) or number of the packet (from 1). */
  place: number;
  /** Null where the input does not tell; a log tells only the far end, so that the other one is its own host. */
  from: Endpoint | null;
  to: Endpoint | null;
  /** What a log says from the view of its own host, also where it names no address. */
  direction?: 'sent' | 'received';
  transport: 'UDP' | 'TCP' | 'TLS' | 'WS' | 'SCTP' | null;
  start: StartLine;
  headers: HeaderField[];
  body: string;
  /** The message as found, line ends as found. */
  raw: string;
  /** Octets as captured, where `raw` was changed since and no longer tells. */
  size?: number;
  faults: Fault[];
  /** Absent where nothing shows that the message is other than it was on the wire. */
  cut?: Cut;
}

/** What a part of the input was that is no message. */
export type SkipReason =
  /** Of text: lines of a log without SIP; a start line named in a sentence; lines that look like SIP but have none of Via,
   * From, To, Call-ID and CSeq; a message whose first line is missing; a picture of a ladder; a list of packets; packet
   * details that are not expanded; a mark that somebody left text out. */
  | 'text'
  | 'mention'
  | 'not-taken-apart'
  | 'start-missing'
  | 'ladder-picture'
  | 'packet-list'
  | 'tree-folded'
  | 'left-out'
  /** Of both: ICMP says that a message did not reach its destination. */
  | 'unreachable'
  /** Of captures: what a packet was instead. `media` is RTP, `encrypted` is TLS, `tunnel-encrypted` WireGuard and the like,
   * `compressed` a WebSocket message. */
  | 'not-sip'
  | 'not-ip'
  | 'media'
  | 'rtcp'
  | 'stun'
  | 'dtls'
  | 'icmp'
  | 'encrypted'
  | 'ipsec'
  | 'tunnel-encrypted'
  | 'wifi-protected'
  | 'compressed'
  /** Of captures: why a packet could not be read. */
  | 'truncated'
  | 'malformed'
  | 'unknown-link-type'
  | 'fragment'
  | 'gap'
  /** The rest of a packed file. */
  | 'damaged'
  /** A message past the limit; it was counted, not kept. */
  | 'limit'
  /** A message that had been read when the reader stopped, and was not looked into any more. */
  | 'stopped';

/** A part of the input that was not understood. */
export interface Skipped {
  /** First line or number of the first packet, from 1. */
  place: number;
  reason: SkipReason;
  /** How many lines or packets of the run. */
  count: number;
  /** Of text: the last line of the run. */
  last?: number;
}

const MAY_HOLD_SIP: SkipReason[] = [
  'not-taken-apart',
  'start-missing',
  'packet-list',
  'tree-folded',
  'left-out',
  'truncated',
  'malformed',
  'unknown-link-type',
  'fragment',
  'encrypted',
  'ipsec',
  'tunnel-encrypted',
  'wifi-protected',
  'compressed',
  'gap',
  'damaged',
  'limit',
  'stopped',
];

/** Whether what was skipped may hold a SIP message, so that nothing may be concluded from one not being seen */
export const mayHoldSip = ({ reason }: Skipped): boolean => MAY_HOLD_SIP.includes(reason);

/** Name of a format: `raw`, `pcap`, `pcapng` or one of the log formats in src/decoder/input/formats. */
export type TraceFormat = string;

export interface Trace {
  format: TraceFormat;
  messages: Message[];
  skipped: Skipped[];
  /**
   * `capture`: packets. `log`: messages with times or directions around them. `paste`: messages alone; somebody chose
   * them, so that one which is not there proves nothing.
   */
  source: 'capture' | 'log' | 'paste';
  /** Time of the last packet or line of the log, SIP or not; null where there are no times. What came later was not seen. */
  until: number | null;
  /** Media streams in the order of their first packet; none in logs. */
  streams?: RtpStream[];
  /** What ICMP says of packets that did not arrive. */
  undelivered?: Undelivered[];
  /** Absent where the whole input was read. */
  partial?: ReadPart;
  /** The input had the newest message first; `messages` are in the order of time all the same. */
  reversed: boolean;
}
