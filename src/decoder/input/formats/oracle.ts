import { INVITE, type Evidence, type LogFormat } from './format.ts';

export const oracle: LogFormat = {
  id: 'oracle',
  product: 'Oracle SBC',
  kind: 'log',
  hint: / On \[/,
  lines: [
    /^(?<time>[A-Z][a-z]{2} +\d+ \d\d:\d\d:\d\d\.\d+) On (?:\[\d+:\d+\])?(?<near>\S+) (?<direction>received|sent) (?:from|to) (?<far>\S+)/,
  ],
};

export const evidence: Evidence = () => ({
  documentedAt: ['sipmsg.log; public parsers of it (acmepcap)'],
  samples: [
    {
      text: `----------------------------------------\nNov 24 10:15:00.250 On [1:0]198.51.100.20:5060 received from 192.0.2.10:5060\n${INVITE}\n`,
      from: '192.0.2.10:5060',
      to: '198.51.100.20:5060',
      direction: 'received',
      time: 36900.25,
    },
  ],
});
