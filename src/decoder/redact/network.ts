import type { RtpStream } from '../message/network.ts';
import type { Endpoint, ReadPart, Undelivered } from '../message/types.ts';
import type { Pseudonyms } from './pseudonyms.ts';

// What a capture knows besides messages. Field by field: what these get one day is not shown before somebody has thought of
// it. Ports, times, payload types and counts say nothing of a person.

/** The end of a packet with its address replaced */
export const redactEnd = ({ host, port }: Endpoint, names: Pseudonyms): Endpoint => ({ host: names.host(host), port });

/** A media stream with its addresses replaced */
export const redactStream = (stream: RtpStream, names: Pseudonyms): RtpStream => ({
  from: redactEnd(stream.from, names),
  to: redactEnd(stream.to, names),
  place: stream.place,
  first: stream.first,
  last: stream.last,
  packets: stream.packets,
  expected: stream.expected,
  copies: stream.copies,
  payloads: stream.payloads.map(({ type, packets, events, jitter }) => ({
    type,
    packets,
    events,
    jitter: jitter.map(({ rate, mean, max }) => ({ rate, mean, max })),
  })),
});

/** An ICMP error with the addresses replaced */
export const redactUndelivered = (report: Undelivered, names: Pseudonyms): Undelivered => ({
  place: report.place,
  time: report.time,
  by: names.host(report.by),
  why: report.why,
  from: redactEnd(report.from, names),
  to: redactEnd(report.to, names),
  transport: report.transport,
});

/** How far the input was read */
export const redactPart = ({ read, size }: ReadPart): ReadPart => ({ read, size });
