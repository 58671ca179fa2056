import { mayHoldSip, type Message, type Trace, type Undelivered } from '../message/types.ts';
import { field } from '../message/fields.ts';
import type { Call, Entry, Transaction } from './types.ts';
import { perCall } from './queries.ts';

// What a trace can prove by *not* having a message. It never proves more than it would have shown.

/** How much a trace shows. */
export interface Coverage {
  /** Time up to which it would have shown a message; null where it has no times. */
  until: number | null;
  /** Something was skipped, or cut so far that it belongs to no call: a message which is not there may be in that. */
  unread: boolean;
  /** Neither that, nor did a person choose what is in it: a message which is not there did not come. */
  whole: boolean;
  /** What ICMP says of packets that did not arrive. */
  undelivered: Undelivered[];
}

/** What the whole trace can prove */
export function coverageOf({ messages, skipped, source, until, partial, undelivered = [] }: Trace): Coverage {
  const unread = partial !== undefined || skipped.some(mayHoldSip) || messages.some(homeless);
  return { until, unread, whole: !unread && source !== 'paste', undelivered };
}

/** A message of which so much was cut that it cannot be put to its call. */
const homeless = (message: Message): boolean =>
  message.cut !== undefined && ['Call-ID', 'CSeq', 'Via'].some((name) => field(message, name) === null);

/** ICMP comes back within a round trip, and a router may hold it back for a moment (RFC 1812 §4.3.2.8). */
const ICMP_WITHIN = 5;

/** What ICMP says of a message: that it did not arrive, where and why; the first such report, or null */
export const undeliveredOf = ({ undelivered }: Coverage, { message }: Entry): Undelivered | null =>
  undelivered.find(
    ({ from, to, transport, time }) =>
      message.transport === transport &&
      same(message.from, from) &&
      same(message.to, to) &&
      (time === null || message.time === null || (time >= message.time && time - message.time < ICMP_WITHIN)),
  ) ?? null;

const same = (one: Message['from'], other: Message['from']): boolean =>
  one !== null && other !== null && one.host === other.host && one.port === other.port;

/** 64 times T1 of 0.5 s: after that time a side gives up waiting (RFC 3261 §17.1.1.2, §13.3.1.4, §9.1). */
export const GIVE_UP = 32;

/** Whether the trace would have shown what came within some seconds after a message */
export const watched = ({ until, whole }: Coverage, from: Entry, seconds: number): boolean =>
  whole && until !== null && from.message.time !== null && until - from.message.time >= seconds;

/**
 * A request that its sender can only have made after a final response to a transaction: an ACK, or a request
 *   with the To tag of an answer. It proves a response that the trace does not have.
 */
export const proofOfReply = (call: Call, { method, cseq, requests }: Transaction): Entry | null => {
  const first = requests[0];
  if (!first || first.toTag !== '' || method !== 'INVITE') return null;
  const proofs = proofsOf(call);
  const found = [proofs.get(`${first.fromTag} ACK ${cseq}`), proofs.get(`${first.fromTag} later`)];
  return found
    .filter((one) => one !== undefined)
    .reduce<Entry | null>((a, b) => (a === null || b.message.index < a.message.index ? b : a), null);
};

/** The first ACK by its number, and the first request that only an answered INVITE has after it, by the sender's tag. */
const proofsOf = perCall(({ entries }) => {
  const proofs = new Map<string, Entry>();
  for (const one of entries) {
    if (one.code !== null || one.toTag === '') continue;
    const later = ['BYE', 'PRACK', 'UPDATE', 'INFO'].includes(one.method);
    if (one.method !== 'ACK' && !later) continue;
    const key = later ? `${one.fromTag} later` : `${one.fromTag} ACK ${one.cseq}`;
    if (!proofs.has(key)) proofs.set(key, one);
  }
  return proofs;
});
