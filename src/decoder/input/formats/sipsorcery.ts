import { BUSY, INVITE, type Evidence, type LogFormat } from './format.ts';

export const sipsorcery: LogFormat = {
  id: 'sipsorcery',
  product: 'SIPSorcery',
  kind: 'log',
  hint: /<-|->/,
  lines: [
    /(?:[Rr]equest|[Rr]esponse) (?<direction>[Rr]eceived|[Ss]ent): ?(?<transport>\w+):(?<near>[\w.[\]:]+?)(?:<-|->)\w+:(?<far>[\w.[\]]+:\d+)/,
  ],
};

export const evidence: Evidence = () => ({
  documentedAt: ['sipsorcery-org/sipsorcery src/SIPSorcery/core/SIP (trace events of SIPTransport)'],
  samples: [
    {
      text: `[10:15:00.250 DBG] Request received: udp:198.51.100.20:5060<-udp:192.0.2.10:5060\n${INVITE}\n`,
      from: '192.0.2.10:5060',
      to: '198.51.100.20:5060',
      direction: 'received',
      time: 36900.25,
    },
    {
      text: `[10:15:00.250 DBG] Response sent: udp:198.51.100.20:5060->udp:192.0.2.10:5060\n${BUSY}\n`,
      from: '198.51.100.20:5060',
      to: '192.0.2.10:5060',
      direction: 'sent',
      time: 36900.25,
    },
  ],
});
