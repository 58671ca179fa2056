import type { Call } from '../calls/types.ts';
import { codecKey, type Media } from '../message/sdp.ts';
import type { Jitter } from '../message/network.ts';
import type { RtpStream, Trace } from '../message/types.ts';
import { answerOf, describedIn, type CallSide, type Described } from './described.ts';

// Which media streams of a capture belong to which call, and what they say. A stream belongs to a call whose description
// names the address that it goes to or comes from, while the call is there, and so does what goes the other way between the
// same two addresses.

/** A stream from one side of a call to the other. */
export interface Heard {
  stream: RtpStream;
  from: CallSide;
  /** Positions of both sides in the parties of the call. */
  fromParty: number;
  toParty: number;
  media: string;
  /** Codec of most packets, as `PCMU/8000`; the payload type where no description names it. */
  codec: string;
  /** The description says that it is encrypted. */
  srtp: boolean;
  /** Payload types that the receiving side did not describe, with the number of packets; null if it described none. */
  unknown: { type: number; packets: number }[] | null;
  /** Key presses as telephone events. */
  events: number;
  /** Lost packets in parts of one (RFC 3550 §6.4.1); null if more came than the numbers account for. */
  loss: number | null;
  jitter: Jitter | null;
  /** From the 2xx to the first packet in seconds; negative before it; null without times or answer. */
  after: number | null;
  /** A description of the receiving side names where it goes. */
  named: boolean;
}

/** The media of one call. */
export interface CallMedia {
  described: Described[];
  heard: Heard[];
}

/** What a capture hears of all calls. */
export interface TraceMedia {
  of: (call: Call) => CallMedia;
  streams: RtpStream[];
  /** Whether a description of any call names an address with a port. */
  names: (host: string, port: number | null) => boolean;
  /** Whether the capture saw packets come from a host, or go to it. */
  sawFrom: (host: string) => boolean;
  sawTo: (host: string) => boolean;
  /** It holds more than SIP, so it was not limited to that. */
  others: boolean;
}

/** What came late still belongs to the call. */
const GRACE = 5;
const key = (host: string, port: number | null): string => `${host.toLowerCase()} ${port}`;

/** What a trace says of media, without streams where it has none */
export function mediaOf(calls: Call[], trace: Pick<Trace, 'messages' | 'skipped' | 'streams'>): TraceMedia {
  const { streams = [] } = trace;
  const described = new Map(calls.map((call) => [call, describedIn(call)]));
  const named = new Map<string, { call: Call; one: Described }[]>();
  for (const [call, list] of described)
    for (const one of list) {
      const name = key(one.host, one.port);
      named.set(name, [...(named.get(name) ?? []), { call, one }]);
    }
  const spans = new Map(calls.map((call) => [call, spanOf(call)]));
  const heard = new Map<Call, Heard[]>();
  const add = (call: Call, stream: RtpStream, ends: Ends): void => {
    heard.set(call, [...(heard.get(call) ?? []), facts(call, described.get(call)!, stream, ends)]);
  };
  const open: RtpStream[] = [];
  const ways = new Map<string, { call: Call; ends: Ends }[]>();
  for (const stream of streams) {
    const within = (list: { call: Call; one: Described }[] | undefined) =>
      list?.filter(({ call }) => overlaps(stream, spans.get(call)!)) ?? [];
    const to = within(named.get(key(stream.to.host, stream.to.port)));
    const from = within(named.get(key(stream.from.host, stream.from.port)));
    const found = new Map<Call, Ends>();
    for (const { call, one } of from) found.set(call, { from: one.side, receiver: null, sender: one });
    for (const { call, one } of to)
      found.set(call, { from: other(one.side), receiver: one, sender: found.get(call)?.sender ?? null });
    if (found.size === 0) open.push(stream);
    for (const [call, ends] of found) {
      add(call, stream, ends);
      const way = `${key(stream.to.host, stream.to.port)} ${key(stream.from.host, stream.from.port)}`;
      ways.set(way, [...(ways.get(way) ?? []), { call, ends }]);
    }
  }
  // No description names either end, but it goes back to where a stream of the call comes from (RFC 4961 §3).
  for (const stream of open)
    for (const { call, ends } of ways.get(
      `${key(stream.from.host, stream.from.port)} ${key(stream.to.host, stream.to.port)}`,
    ) ?? [])
      if (overlaps(stream, spans.get(call)!))
        add(call, stream, { from: other(ends.from), receiver: null, sender: null });
  const [sources, targets] = [new Set<string>(), new Set<string>()];
  for (const { from, to } of [...trace.messages, ...streams]) {
    if (from) sources.add(from.host.toLowerCase());
    if (to) targets.add(to.host.toLowerCase());
  }
  return {
    of: (call) => ({ described: described.get(call) ?? [], heard: heard.get(call) ?? [] }),
    streams,
    names: (host, port) => named.has(key(host, port)),
    sawFrom: (host) => sources.has(host.toLowerCase()),
    sawTo: (host) => targets.has(host.toLowerCase()),
    others: streams.length > 0 || trace.skipped.some(({ reason }) => OTHERS.includes(reason)),
  };
}

const OTHERS: string[] = ['not-sip', 'not-ip', 'rtcp', 'stun', 'icmp', 'dtls'];

/** What the descriptions that name the ends of a stream say. */
interface Ends {
  from: CallSide;
  receiver: Described | null;
  sender: Described | null;
}

const other = (side: CallSide): CallSide => (side === 'caller' ? 'callee' : 'caller');

/** Times of the first message of a call and of the last; null where it has none */
function spanOf({ entries }: Call): [number, number] | null {
  const times = entries.flatMap(({ message }) => (message.time === null ? [] : [message.time]));
  if (times.length === 0) return null;
  const ended = entries.some(({ method, code }) => method === 'BYE' || (code !== null && code >= 300));
  // A call that goes on at the end of the trace has media to its end.
  return [times[0]!, ended ? times.at(-1)! + GRACE : Infinity];
}

const overlaps = ({ first, last }: RtpStream, span: [number, number] | null): boolean =>
  span === null || first === null || last === null || (first <= span[1] && last >= span[0]);

/** RFC 3551 §6: comfort noise and its old number need no description. */
const NOISE = [13, 19];

function facts(call: Call, described: Described[], stream: RtpStream, { from, receiver, sender }: Ends): Heard {
  const type = (receiver ?? sender)?.line.type ?? 'audio';
  const lines = (side: CallSide): Media[] =>
    described.filter((one) => one.side === side && one.line.type === type).map(({ line }) => line);
  const [mine, theirs] = [lines(from), lines(other(from))];
  const codec = (payload: number) =>
    [...theirs, ...mine].flatMap(({ codecs }) => codecs).find((one) => one.payload === String(payload));
  const main = stream.payloads.reduce((a, b) => (b.packets > a.packets ? b : a));
  const name = codec(main.type);
  const rate = name?.rate ?? null;
  const answer = answerOf(call)?.message.time ?? null;
  const partyOf = (side: CallSide) => described.find((one) => one.side === side)?.party ?? sidePosition(call, side);
  const events = stream.payloads.filter(({ type: number }) => codec(number)?.name.toLowerCase() === 'telephone-event');
  const known = new Set(theirs.flatMap(({ codecs }) => codecs.map(({ payload }) => payload)));
  const unknown = stream.payloads.filter(({ type: number }) => !known.has(String(number)) && !NOISE.includes(number));
  return {
    stream,
    from,
    fromParty: partyOf(from),
    toParty: partyOf(other(from)),
    media: type,
    codec:
      name && name.name !== ''
        ? codecKey(name)
            .replace(/^[^/]*/, name.name)
            .replace(/\/1$/, '')
        : String(main.type),
    srtp: [...theirs, ...mine].some(({ protocol }) => protocol.includes('SAVP')),
    unknown: theirs.length === 0 ? null : unknown.map(({ type: number, packets }) => ({ type: number, packets })),
    events: events.reduce((sum, one) => sum + one.events, 0),
    loss: stream.expected < stream.packets ? null : (stream.expected - stream.packets) / stream.expected,
    jitter: main.jitter.length === 1 ? main.jitter[0]! : (main.jitter.find((one) => one.rate === rate) ?? null),
    after: answer === null || stream.first === null ? null : stream.first - answer,
    named: receiver !== null,
  };
}

const sidePosition = ({ entries }: Call, side: CallSide): number =>
  side === 'caller' ? entries[0]!.from : entries[0]!.to;
