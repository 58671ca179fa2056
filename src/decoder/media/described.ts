import { exchanges, hasIce } from '../calls/media.ts';
import type { Call, Entry } from '../calls/types.ts';
import type { Media } from '../message/sdp.ts';
import { scope } from '../message/hosts.ts';

// Where the session descriptions of a call want media, and which side of the call wants it there.

export type CallSide = 'caller' | 'callee';

/** An m-line that names an address and a port. */
export interface Described {
  side: CallSide;
  /** Position of that side in the parties of the call. */
  party: number;
  host: string;
  port: number;
  line: Media;
  /** The line at the same place in the other description; null if there is none. */
  peer: Media | null;
  /** The message that brought it. */
  entry: Entry;
  /** Other ways in are named too, so that an address which is not here proves nothing. */
  ice: boolean;
}

/** What all descriptions of a call name, in order */
export function describedIn(call: Call): Described[] {
  const callerTag = call.dialogs[0]?.callerTag ?? call.entries.find(({ method }) => method === 'INVITE')?.fromTag ?? '';
  return exchanges(call).flatMap(({ offer, answer, pairs }) =>
    pairs.flatMap((pair) => [
      ...described(offer, pair.offer, pair.answer, callerTag),
      ...(answer && pair.answer ? described(answer, pair.answer, pair.offer, callerTag) : []),
    ]),
  );
}

function described(entry: Entry, line: Media, peer: Media | null, callerTag: string): Described[] {
  const { address, port } = line;
  if (port === 0 || !/RTP/.test(line.protocol) || address === null || scope(address) === 'unspecified') return [];
  // Who wrote a request is in From, who wrote a response in To.
  const tag = entry.code === null ? entry.fromTag : entry.toTag;
  const side: CallSide = tag === callerTag ? 'caller' : 'callee';
  return [{ side, party: entry.from, host: address.toLowerCase(), port, line, peer, entry, ice: hasIce(entry) }];
}

/** The first 2xx that answered the call, or null */
export const answerOf = (call: Call): Entry | null =>
  call.transactions.flatMap((one) =>
    one.method === 'INVITE' && one.initial ? one.final.filter(({ code }) => code! < 300).slice(0, 1) : [],
  )[0] ?? null;

/** The first BYE of the call, or null */
export const byeOf = (call: Call): Entry | null =>
  call.entries.find(({ method, code }) => method === 'BYE' && code === null) ?? null;

/** The side that sent a request */
export const sideOf = (call: Call, { fromTag }: Entry): CallSide =>
  fromTag === (call.dialogs[0]?.callerTag ?? '') ? 'caller' : 'callee';
