import { between, once } from '../calls/queries.ts';
import type { Call } from '../calls/types.ts';
import type { Coverage } from '../calls/coverage.ts';
import { answerOf, byeOf, sideOf, type CallSide, type Described } from '../media/described.ts';
import type { Heard, TraceMedia } from '../media/heard.ts';
import { field } from '../message/fields.ts';
import { local, scope } from '../message/hosts.ts';
import { found, type Finding } from './findings.ts';

// What the RTP of a capture says of a call. Nothing is said where the capture point cannot know: where it saw nothing of the
// hosts concerned, or where something was skipped that may hold the rest.

/** A stream of fewer packets proves nothing. */
const LEAST = 10;
/** Seconds of talk from which silence is worth a word. */
const TALK = 2;
const SIDES = ['caller', 'callee'] as const;

const other = (side: CallSide): CallSide => (side === 'caller' ? 'callee' : 'caller');
const audio = ({ line }: Described): boolean => line.type === 'audio';
/** The last description that a side gave of its audio. */
const lastOf = (described: Described[], side: CallSide): Described | undefined =>
  described.filter((one) => one.side === side && audio(one)).at(-1);

/** Whether both sides agreed that audio goes both ways, in all their descriptions */
const bothWays = (described: Described[]): boolean =>
  described.some(audio) &&
  described.filter(audio).every(({ line, peer }) => line.direction === 'sendrecv' && peer?.direction === 'sendrecv');

/** From the answer to the BYE, or to the end of the trace. */
function talkOf(call: Call, { until }: Coverage): number | null {
  const answer = answerOf(call);
  if (answer?.message.time == null) return null;
  const bye = byeOf(call);
  if (bye) return between(answer, bye);
  return until === null ? null : until - answer.message.time;
}

/** RFC 3264 §5.1, §6.1: sendrecv on both sides, and RTP one way only. */
export function oneDirection(call: Call, coverage: Coverage, media: TraceMedia): Finding[] {
  const { described, heard } = media.of(call);
  if (coverage.unread || !bothWays(described) || (talkOf(call, coverage) ?? 0) < TALK) return [];
  const sound = heard.filter((one) => one.media === 'audio');
  return SIDES.flatMap((silent) => {
    if (sound.some(({ from }) => from === silent)) return [];
    const there = sound.filter(({ stream }) => stream.packets >= LEAST);
    const [first] = there;
    const wanted = lastOf(described, silent);
    if (!first || !wanted) return [];
    // The way back is seen where something from that host is, or where other things come to this one.
    if (!media.sawFrom(wanted.host) && !media.sawTo(first.stream.from.host)) return [];
    const packets = there.reduce((sum, { stream }) => sum + stream.packets, 0);
    return [found({ kind: 'media-one-direction', silent, packets }, [wanted.entry, answerOf(call)!])];
  });
}

/** RFC 3264 §5.1, §6.1: an answered call without any RTP, in a capture that would have it. */
export function none(call: Call, coverage: Coverage, media: TraceMedia): Finding[] {
  const { described, heard } = media.of(call);
  if (coverage.unread || heard.length > 0 || !bothWays(described) || (talkOf(call, coverage) ?? 0) < TALK) return [];
  const hosts = described.filter(audio).map(({ host }) => host);
  const seen = media.streams.some(({ from, to }) => hosts.includes(from.host) || hosts.includes(to.host));
  const near = media.others && hosts.some((host) => media.sawFrom(host) || media.sawTo(host));
  if (!seen && !near) return [];
  return [found({ kind: 'media-none', sure: seen }, [answerOf(call)!], seen ? 'warning' : 'note')];
}

/** RFC 3264 §5.1, §6.1: media go to the address and port that the other description names. */
export function elsewhere(call: Call, coverage: Coverage, media: TraceMedia): Finding[] {
  const { described, heard } = media.of(call);
  if (coverage.unread || described.some(({ ice }) => ice)) return [];
  return heard.flatMap((one) => {
    const { stream, from, named } = one;
    const wanted = lastOf(described, other(from));
    if (named || one.media !== 'audio' || !wanted || stream.packets < LEAST) return [];
    // Another call names it, or it goes back to where the other side sends from (RFC 4961 §3).
    if (media.names(stream.to.host, stream.to.port) || heard.some((back) => isBack(back, one))) return [];
    // Behind a NAT its public address is in no description.
    if (local(wanted.host) && scope(stream.to.host) === 'public') return [];
    const detail = { from, to: stream.to, wanted: { host: wanted.host, port: wanted.port }, packets: stream.packets };
    return [found({ kind: 'media-elsewhere', ...detail }, [wanted.entry])];
  });
}

const isBack = ({ stream: a }: Heard, { stream: b }: Heard): boolean =>
  a.from.host === b.to.host && a.from.port === b.to.port && a.to.host === b.from.host && a.to.port === b.from.port;

/** RFC 4961 §3, RFC 1918 §3: a description with a private address, and media from a public one: a NAT is between. */
export function behindNat(call: Call, coverage: Coverage, media: TraceMedia): Finding[] {
  const { described, heard } = media.of(call);
  if (described.some(({ ice }) => ice)) return [];
  return SIDES.flatMap((side) => {
    const wanted = lastOf(described, side);
    const out = heard.find(({ from, stream }) => from === side && scope(stream.from.host) === 'public');
    if (!wanted || !out || !local(wanted.host)) return [];
    const back = heard.filter(({ from }) => from !== side);
    const answered = back.length === 0 ? null : back.some((one) => isBack(one, out));
    if (answered === null && coverage.unread) return [];
    const detail = { side, address: wanted.host, source: out.stream.from.host, answered };
    return [found({ kind: 'media-nat', ...detail }, [wanted.entry], answered === true ? 'note' : 'warning')];
  });
}

/** RFC 3960 §3.2: sound for the caller before the answer. */
export function early(call: Call, _: Coverage, media: TraceMedia): Finding[] {
  const answer = answerOf(call);
  const first = media
    .of(call)
    .heard.find(
      ({ from, after, stream }) => from === 'callee' && after !== null && after < -0.1 && stream.packets >= LEAST,
    );
  if (!answer || first?.after == null) return [];
  return [found({ kind: 'media-early', seconds: -first.after }, [answer])];
}

/** RFC 3264 §6.1: media may be sent as soon as the answer is there. */
export function late(call: Call, coverage: Coverage, media: TraceMedia): Finding[] {
  const { described, heard } = media.of(call);
  if (coverage.unread || !bothWays(described)) return [];
  return SIDES.flatMap((side) => {
    const times = heard.flatMap(({ from, after, media: type }) =>
      from === side && type === 'audio' && after !== null ? [after] : [],
    );
    const seconds = times.length === 0 ? 0 : Math.min(...times);
    return seconds < 1 ? [] : [found({ kind: 'media-late', side, seconds }, [answerOf(call)!])];
  });
}

/** So long without media a server ends a call at the earliest. */
const PATIENCE = 10;

/** RFC 3550 §6.3.5: a side that hears nothing for long takes the other for gone. */
export function silence(call: Call, coverage: Coverage, media: TraceMedia): Finding[] {
  const { described, heard } = media.of(call);
  const [bye, answer] = [byeOf(call), answerOf(call)];
  if (coverage.unread || !bye || !answer || bye.message.time === null || !bothWays(described)) return [];
  const by = sideOf(call, bye);
  const toward = heard.filter(({ from, media: type }) => from === other(by) && type === 'audio');
  const lasts = toward.flatMap(({ stream }) => (stream.last === null ? [] : [stream.last]));
  if (lasts.length === 0) return [];
  const seconds = bye.message.time - Math.max(...lasts);
  // Where both sides fell silent together the call was idle.
  const own = heard.flatMap(({ from, stream }) => (from === by && stream.last !== null ? [stream.last] : []));
  if (seconds < PATIENCE || own.every((last) => bye.message.time! - last >= PATIENCE)) return [];
  return [found({ kind: 'media-silence', by, seconds }, [bye])];
}

/** RFC 4733 §2.5.1: key presses as events in the media, or in INFO. */
export function dtmf(call: Call, _: Coverage, media: TraceMedia): Finding[] {
  const answer = answerOf(call);
  if (!answer) return [];
  const info = once(call.entries).filter(
    ({ method, code, message }) =>
      method === 'INFO' && code === null && /dtmf/i.test(field(message, 'Content-Type') ?? ''),
  );
  return SIDES.flatMap((side) => {
    const events = media.of(call).heard.reduce((sum, one) => sum + (one.from === side ? one.events : 0), 0);
    const own = info.filter((one) => sideOf(call, one) === side);
    return [
      ...(events > 0 ? [found({ kind: 'media-dtmf', side, count: events, by: 'event' }, [answer])] : []),
      ...(own.length > 0 ? [found({ kind: 'media-dtmf', side, count: own.length, by: 'info' }, own)] : []),
    ];
  });
}

const LOSS = 0.01;
const JITTER = 0.03;

/** RFC 3550 §6.4.1: what was lost up to the capture point, and how unevenly it came. */
export function quality(call: Call, _: Coverage, media: TraceMedia): Finding[] {
  return media.of(call).heard.flatMap(({ stream, from, loss, jitter, srtp, media: type }) => {
    const uneven = jitter !== null && type === 'audio' && jitter.mean > JITTER;
    const entry = answerOf(call);
    if (!entry || stream.packets < 50 || loss === null || (loss < LOSS && !uneven)) return [];
    const detail = { from, lost: stream.expected - stream.packets, expected: stream.expected, srtp };
    return [found({ kind: 'media-quality', ...detail, jitter: uneven ? jitter.mean : null }, [entry])];
  });
}

/** RFC 3264 §5.1: a side sends what the other description has, by its numbers. */
export function payloads(call: Call, coverage: Coverage, media: TraceMedia): Finding[] {
  if (coverage.unread) return [];
  return media.of(call).heard.flatMap(({ from, unknown, named }) => {
    const [first] = unknown ?? [];
    const entry = answerOf(call);
    if (!entry || !named || !first || first.packets < LEAST) return [];
    const known = media
      .of(call)
      .described.filter((one) => one.side === other(from))
      .flatMap(({ line }) => line.codecs);
    const detail = {
      from,
      type: first.type,
      packets: first.packets,
      known: [...new Set(known.map(({ payload }) => payload))],
    };
    return [found({ kind: 'media-payload', ...detail }, [entry])];
  });
}

/** RFC 1122 §3.2.2.1: a host says that nothing listens where media are sent. */
export function unreachableMedia(call: Call, coverage: Coverage, media: TraceMedia): Finding[] {
  const end = byeOf(call)?.message.time ?? Infinity;
  const { described } = media.of(call);
  return described.flatMap((one) => {
    const reports = coverage.undelivered.filter(
      ({ to, transport, time }) =>
        transport === 'UDP' && to.host === one.host && to.port === one.port && (time === null || time < end),
    );
    const [first] = reports;
    if (!first) return [];
    const detail = { side: one.side, by: first.by, why: first.why, to: first.to, count: reports.length };
    return [found({ kind: 'media-unreachable', ...detail }, [one.entry])];
  });
}
