import type { Unnamed } from '../../../decoder/calls/ends.ts';
import type { PartyName } from '../../../decoder/calls/parties.ts';

// What the decoder calls a party: its address, or what it is in the trace where no address is known.

const WORDS: Record<Unnamed, string> = {
  'log-host': 'the host of this log',
  'far-end': 'the other end',
  'websocket-client': 'the WebSocket client',
  unknown: 'a party without an address',
};

/** The name of a party within an English sentence */
export const partyEn = (name: PartyName): string =>
  typeof name === 'string' ? name : `${WORDS[name.unnamed]}${name.number === undefined ? '' : ` ${name.number}`}`;

/** The name of a party at the beginning of an English sentence */
export const partyFirstEn = (name: PartyName): string => {
  const text = partyEn(name);
  return typeof name === 'string' ? text : text[0]!.toUpperCase() + text.slice(1);
};
