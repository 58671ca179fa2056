import type { Unnamed } from '../../../decoder/calls/ends.ts';
import type { PartyName } from '../../../decoder/calls/parties.ts';

const WORDS: Record<Unnamed, string> = {
  'log-host': 'このログを記録したホスト',
  'far-end': '相手側',
  'websocket-client': 'WebSocketクライアント',
  unknown: 'アドレスのわからない相手',
};

/** The name of a party in Japanese */
export const partyJa = (name: PartyName): string =>
  typeof name === 'string' ? name : `${WORDS[name.unnamed]}${name.number === undefined ? '' : ` ${name.number}`}`;
