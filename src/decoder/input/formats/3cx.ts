import { INVITE, type Evidence, type LogFormat } from './format.ts';

export const threeCx: LogFormat = {
  id: '3cx',
  product: '3CX',
  kind: 'log',
  hint: /Recv|Send/,
  lines: [/(?<direction>Recv|Send) (?:Req|Resp)\w* .*(?:from|to) (?<far>[\d.:[\]a-f]+) /],
};

export const evidence: Evidence = () => ({
  documentedAt: ['https://github.com/voiceip/tinyphone/issues/33'],
  samples: [
    {
      text: `11/24/2026 10:15:00 AM - [CM102001]: Authentication failed for AuthFail Recv Req REGISTER from 192.0.2.10:5060 tid=Pj06b2 Call-ID=one@192.0.2.10:\n${INVITE}\n`,
      from: '192.0.2.10:5060',
      to: null,
      direction: 'received',
      time: 1795515300,
    },
  ],
});
