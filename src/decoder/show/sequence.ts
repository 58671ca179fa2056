import { messageLabel, type Sequence } from '../../model/ladder/ladder.ts';
import type { Call, Entry } from '../calls/types.ts';
import type { PartyName } from '../calls/parties.ts';
import { partyName } from '../calls/queries.ts';
import type { Heard } from '../media/heard.ts';
import type { Names } from './code-names.ts';

/** A ladder of a trace: the sequence to draw, and which message each step is. */
export interface TraceLadder {
  sequence: Sequence;
  /** Index in the trace per step; null for media, which are no message. */
  messages: (number | null)[];
}

export interface LadderOptions {
  /** What is in the time column: seconds since the message before, or since the first. */
  times: 'difference' | 'elapsed';
  /** Behind the label of a retransmission, in the language of the page. */
  again: string;
  /** The name of a party, in the language of the page. */
  party: (name: PartyName) => string;
  /** Media streams of a call, and the label of one in the language of the page. */
  media?: { of: (call: Call) => Heard[]; label: (heard: Heard) => string };
  /** What is known of codes. */
  names: Pick<Names, 'codes'>;
}

type Shown = { call: Call; time: number | null } & ({ entry: Entry } | { heard: Heard });

/**
 * @param calls one call, or the legs of one conversation; messages are put in the order of the trace
 * @param options times and words
 * @returns the ladder; second copies from the capture are left out, retransmissions are marked, media come as bars where
 *   their first packet came
 */
export function traceLadder(calls: Call[], { times, again, party, media, names }: LadderOptions): TraceLadder {
  const labels = new Map<string, number>();
  const at = (call: Call, position: number): number => {
    const label = party(partyName(call, position));
    const known = labels.get(label) ?? labels.size;
    labels.set(label, known);
    return known;
  };
  const all = withMedia(
    calls
      .flatMap((call) => call.entries.filter(({ repeat }) => repeat !== 'copy').map((entry) => ({ call, entry })))
      .sort((left, right) => left.entry.message.index - right.entry.message.index)
      .map((one) => ({ ...one, time: one.entry.message.time })),
    media ? calls.flatMap((call) => media.of(call).map((heard) => ({ call, heard }))) : [],
  );
  const timed = all.some(({ time }) => time !== null);
  const steps = all.map((one, index): Sequence['steps'][number] => {
    const base = times === 'elapsed' ? all[0] : all[Math.max(0, index - 1)];
    const time = timed ? { time: difference(base!.time, one.time) } : {};
    if ('heard' in one) {
      const { fromParty, toParty } = one.heard;
      return {
        kind: 'media',
        from: at(one.call, fromParty),
        to: at(one.call, toParty),
        label: media!.label(one.heard),
        ...time,
      };
    }
    const { call, entry } = one;
    const state = entry.code === null ? undefined : names.codes[entry.code]?.nature;
    return {
      kind: 'message',
      from: at(call, entry.from),
      to: at(call, entry.to),
      ...labelOf(entry, again),
      code: entry.code,
      ...(state ? { state } : {}),
      ...time,
      ...(entry.repeat === 'retransmission' ? { repeat: true } : {}),
    };
  });
  const messages = all.map((one) => ('entry' in one ? one.entry.message.index : null));
  return { sequence: { parties: [...labels.keys()], steps }, messages };
}

/** So many bars are drawn; a stream that begins anew each second tells nothing more. */
const MOST_BARS = 20;

/** Messages and, behind the last one before it, each stream once */
function withMedia(messages: Shown[], streams: { call: Call; heard: Heard }[]): Shown[] {
  const known = new Set<unknown>();
  const bars = streams
    .filter(({ heard: { stream } }) => !known.has(stream) && known.add(stream))
    .slice(0, MOST_BARS)
    .map((one): Shown => ({ ...one, time: one.heard.stream.first }));
  const all = [...messages];
  for (const bar of bars) {
    const place = bar.time === null ? -1 : all.findLastIndex(({ time }) => time !== null && time <= bar.time!);
    all.splice(place < 0 ? all.length : place + 1, 0, bar);
  }
  return all;
}

/** `INVITE (SDP)`, `180 Ringing`, `200 OK (BYE)`; the phrase is the one of the trace */
function labelOf({ message, method, code, repeat }: Entry, again: string): { label: string; short?: string } {
  const phrase = message.start.kind === 'response' ? message.start.phrase : '';
  const sdp = /(^|\n)v=0/.test(message.body) ? ' (SDP)' : '';
  const more = `${sdp}${repeat === 'retransmission' ? ` · ${again}` : ''}`;
  const { label, short } = messageLabel(code, method, phrase);
  return { label: label + more, ...(short === undefined ? {} : { short: short + more }) };
}

/** Seconds between two times with a sign, `+0.512`; empty where one is missing */
function difference(from: number | null, to: number | null): string {
  if (from === null || to === null) return '';
  const seconds = to - from;
  return `${seconds < 0 ? '−' : '+'}${Math.abs(seconds).toFixed(3)}`;
}
