// What a capture knows besides SIP messages: who sent packets to whom, media streams, and what ICMP says. The numbers that
// name sources of media (SSRC) tell streams apart while packets are read and are not kept.

/** One end of a packet: what the capture or log says, never what a header field claims. */
export interface Endpoint {
  /** IPv4 or IPv6 in text form, or the name that the log prints. */
  host: string;
  port: number | null;
}

/** Interarrival jitter (RFC 3550 §6.4.1, A.8) in seconds, if the payload type has this clock rate. */
export interface Jitter {
  rate: number;
  mean: number;
  max: number;
}

/** Packets of one payload type within a stream. */
export interface RtpPayload {
  type: number;
  packets: number;
  /** How many events they would be if the type is `telephone-event` (RFC 4733 §2.2): packets of 4 octets, by their time. */
  events: number;
  /** One entry for a static type, several for a dynamic one, whose rate the session description says; none without times. */
  jitter: Jitter[];
}

/** RTP packets of one source from one address to another, copies from the capture left out. */
export interface RtpStream {
  from: Endpoint;
  to: Endpoint;
  /** Number of its first packet, from 1. */
  place: number;
  /** Times of the first and the last packet in seconds since 1970; null where the capture has none. */
  first: number | null;
  last: number | null;
  packets: number;
  /** How many there should be from the first sequence number to the highest (RFC 3550 A.3). */
  expected: number;
  /** Packets that were captured again: on several interfaces, or within a tunnel and outside. */
  copies: number;
  payloads: RtpPayload[];
}

/** An ICMP error: a packet did not arrive. */
export interface Undelivered {
  /** Number of the packet, from 1. */
  place: number;
  time: number | null;
  /** The host that says so. */
  by: string;
  /** What could not be reached; `prohibited`: a filter refused it. */
  why: 'network' | 'host' | 'protocol' | 'port' | 'prohibited';
  /** Ends of the packet that did not arrive. */
  from: Endpoint;
  to: Endpoint;
  transport: 'UDP' | 'TCP' | 'SCTP';
}

/** How far a file was read that was not read to its end, in octets, or characters of a text. */
export interface ReadPart {
  read: number;
  size: number;
}
