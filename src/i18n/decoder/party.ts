import type { Unnamed } from '../../decoder/calls/ends.ts';
import type { PartyName } from '../../decoder/calls/parties.ts';

// What the decoder calls a party: its address, or what it is in the trace where no address is known.

const EN: Record<Unnamed, string> = {
  'log-host': 'the host of this log',
  'far-end': 'the other end',
  'websocket-client': 'the WebSocket client',
  unknown: 'a party without an address',
};
const JA: Record<Unnamed, string> = {
  'log-host': 'このログを記録したホスト',
  'far-end': '相手側',
  'websocket-client': 'WebSocketクライアント',
  unknown: 'アドレスの分からない相手',
};

const numbered = (text: string, number: number | undefined): string =>
  number === undefined ? text : `${text} ${number}`;

/** @returns the name of a party within an English sentence */
export const partyEn = (name: PartyName): string =>
  typeof name === 'string' ? name : numbered(EN[name.unnamed], name.number);

/** @returns the name of a party at the beginning of an English sentence */
export const partyFirstEn = (name: PartyName): string => {
  const text = partyEn(name);
  return typeof name === 'string' ? text : text[0]!.toUpperCase() + text.slice(1);
};

/** @returns the name of a party in Japanese */
export const partyJa = (name: PartyName): string =>
  typeof name === 'string' ? name : numbered(JA[name.unnamed], name.number);
