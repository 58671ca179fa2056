import { messageLabel, type Sequence } from '../../model/ladder/ladder.ts';
import type { Call, Entry } from '../calls/types.ts';
import type { PartyName } from '../calls/parties.ts';
import { partyName } from '../calls/queries.ts';
import type { Names } from './code-names.ts';

/** A ladder of a trace: the sequence to draw, and which message each step is. */
export interface TraceLadder {
  sequence: Sequence;
  /** Index in the trace per step. */
  messages: number[];
}

export interface LadderOptions {
  /** What is in the time column: seconds since the message before, or since the first. */
  times: 'difference' | 'elapsed';
  /** Behind the label of a retransmission, in the language of the page. */
  again: string;
  /** The name of a party, in the language of the page. */
  party: (name: PartyName) => string;
  /** What is known of codes. */
  names: Pick<Names, 'codes'>;
}

/**
 * @param calls one call, or the legs of one conversation; messages are put in the order of the trace
 * @param options times and words
 * @returns the ladder; second copies from the capture are left out, retransmissions are marked
 */
export function traceLadder(calls: Call[], { times, again, party, names }: LadderOptions): TraceLadder {
  const labels = new Map<string, number>();
  const at = (call: Call, position: number): number => {
    const label = party(partyName(call, position));
    const known = labels.get(label) ?? labels.size;
    labels.set(label, known);
    return known;
  };
  const all = calls
    .flatMap((call) => call.entries.filter(({ repeat }) => repeat !== 'copy').map((entry) => ({ call, entry })))
    .sort((left, right) => left.entry.message.index - right.entry.message.index);
  const timed = all.some(({ entry }) => entry.message.time !== null);
  const steps = all.map(({ call, entry }, index): Sequence['steps'][number] => {
    const state = entry.code === null ? undefined : names.codes[entry.code]?.nature;
    const base = times === 'elapsed' ? all[0] : all[Math.max(0, index - 1)];
    return {
      kind: 'message',
      from: at(call, entry.from),
      to: at(call, entry.to),
      ...labelOf(entry, again),
      code: entry.code,
      ...(state ? { state } : {}),
      ...(timed ? { time: difference(base!.entry, entry) } : {}),
      ...(entry.repeat === 'retransmission' ? { repeat: true } : {}),
    };
  });
  return { sequence: { parties: [...labels.keys()], steps }, messages: all.map(({ entry }) => entry.message.index) };
}

/** @returns `INVITE (SDP)`, `180 Ringing`, `200 OK (BYE)`; the phrase is the one of the trace */
function labelOf({ message, method, code, repeat }: Entry, again: string): { label: string; short?: string } {
  const phrase = message.start.kind === 'response' ? message.start.phrase : '';
  const sdp = /(^|\n)v=0/.test(message.body) ? ' (SDP)' : '';
  const more = `${sdp}${repeat === 'retransmission' ? ` · ${again}` : ''}`;
  const { label, short } = messageLabel(code, method, phrase);
  return { label: label + more, ...(short === undefined ? {} : { short: short + more }) };
}

/** @returns seconds between two messages with a sign, `+0.512`; empty where a time is missing */
function difference(from: Entry, to: Entry): string {
  if (from.message.time === null || to.message.time === null) return '';
  const seconds = to.message.time - from.message.time;
  return `${seconds < 0 ? '−' : '+'}${Math.abs(seconds).toFixed(3)}`;
}
