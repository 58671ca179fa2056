import type { PartyName } from '../../decoder/calls/parties.ts';

// What the decoder calls a party: its address, or what it is in the trace where no address is known.

const EN = { 'log-host': 'the host of this log', 'far-end': 'the other end', unknown: 'a party without an address' };
const JA = { 'log-host': 'このログを記録したホスト', 'far-end': '相手側', unknown: 'アドレスの分からない相手' };

/** @returns the name of a party within an English sentence */
export const partyEn = (name: PartyName): string => (typeof name === 'string' ? name : EN[name.unnamed]);

/** @returns the name of a party at the beginning of an English sentence */
export const partyFirstEn = (name: PartyName): string => {
  const text = partyEn(name);
  return typeof name === 'string' ? text : text[0]!.toUpperCase() + text.slice(1);
};

/** @returns the name of a party in Japanese */
export const partyJa = (name: PartyName): string => (typeof name === 'string' ? name : JA[name.unnamed]);
