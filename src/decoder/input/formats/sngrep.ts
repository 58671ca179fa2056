import { INVITE, type Evidence, type LogFormat } from './format.ts';

export const sngrep: LogFormat = {
  id: 'sngrep',
  product: 'sngrep',
  kind: 'dump',
  hint: / -> /,
  lines: [/^(?<time>\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\.\d{6}) (?<from>\S+:\d+) -> (?<to>\S+:\d+)$/],
};

export const evidence: Evidence = () => ({
  documentedAt: ['irontec/sngrep src/curses/ui_save.c, sip_msg.c'],
  samples: [
    {
      text: `2026/11/24 10:15:00.250000 192.0.2.10:5060 -> 198.51.100.20:5060\n${INVITE}`,
      from: '192.0.2.10:5060',
      to: '198.51.100.20:5060',
      direction: null,
      time: 1795515300.25,
    },
  ],
});
