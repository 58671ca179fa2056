import { INVITE, type Evidence, type LogFormat } from './format.ts';

export const sipgrep: LogFormat = {
  id: 'sipgrep',
  product: 'sipgrep',
  kind: 'dump',
  hint: / --> /,
  lines: [
    /^\[?(?:proto:)?(?<transport>\w+)\]? (?<time>\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\.\d+) (?<from>\S+) --> (?<to>\S+)/,
  ],
};

export const evidence: Evidence = () => ({
  documentedAt: ['sipcapture/sipgrep src/sipgrep.c'],
  samples: [
    {
      text: `[proto:UDP] 2026/11/24 10:15:00.250000 192.0.2.10:5060 --> 198.51.100.20:5060\n${INVITE}\n`,
      from: '192.0.2.10:5060',
      to: '198.51.100.20:5060',
      direction: null,
      time: 1795515300.25,
    },
  ],
});
