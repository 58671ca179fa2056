import { BUSY, INVITE, type Evidence, type LogFormat } from './format.ts';

export const genesys: LogFormat = {
  id: 'genesys',
  product: 'Genesys SIP Server',
  kind: 'log',
  hint: /<<<<<|>>>>>/,
  lines: [
    /(?<direction>Received|Sending)\s+\[\d+,(?<transport>\w+)\] \d+ bytes (?:from|to) (?<far>\S+) (?:<{5}|>{5})\s*$/,
  ],
};

export const evidence: Evidence = () => ({
  documentedAt: ['public parsers of its log: "Sending  [0,UDP] 406 bytes to … >>>>>"'],
  samples: [
    {
      text: `10:15:00.250: SIPTR: Received [0,UDP] 610 bytes from 192.0.2.10:5060 <<<<<\n${INVITE}\n`,
      from: '192.0.2.10:5060',
      to: null,
      direction: 'received',
      time: 36900.25,
    },
    {
      text: `10:15:00.250: Sending  [0,UDP] 251 bytes to 192.0.2.10:5060 >>>>>\n${BUSY}\n`,
      from: null,
      to: '192.0.2.10:5060',
      direction: 'sent',
      time: 36900.25,
    },
  ],
});
