// What is known of a trace. The parser makes `Trace`, the analysis reads it; neither knows of the other, of a language or
// of the browser.

/** One end of a packet: what the capture or log says, never what a header field claims. */
export interface Endpoint {
  /** IPv4 or IPv6 in text form, or the name that the log prints. */
  host: string;
  port: number | null;
}

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

/** A SIP message as it was seen once; a retransmission is another one. */
export interface Message {
  /** Position in the trace, from 0; the order of arrival. */
  index: number;
  /** Seconds since 1970 where the format has a date, since midnight where it has only a time; null where it has none. */
  time: number | null;
  /** Line of the pasted text (from 1) or number of the packet (from 1). */
  place: number;
  from: Endpoint | null;
  to: Endpoint | null;
  transport: 'UDP' | 'TCP' | 'TLS' | 'WS' | 'SCTP' | null;
  start: StartLine;
  headers: HeaderField[];
  body: string;
  /** The message as found, line ends as found. */
  raw: string;
  /** Octets as captured, where `raw` was changed since and no longer tells. */
  size?: number;
  faults: Fault[];
}

/** A part of the input that was not understood. */
export interface Skipped {
  /** Line or number of the packet, from 1. */
  place: number;
  reason: 'not-sip' | 'truncated' | 'malformed' | 'unknown-link-type' | 'fragment' | 'encrypted' | 'gap' | 'limit';
  /** How many in a row. */
  count: number;
}

export type TraceFormat =
  'raw' | 'sngrep' | 'asterisk' | 'freeswitch' | 'kamailio' | 'opensips' | 'wireshark-text' | 'pcap' | 'pcapng';

export interface Trace {
  format: TraceFormat;
  messages: Message[];
  skipped: Skipped[];
}
