import { BUSY, INVITE, type Evidence, type LogFormat } from './format.ts';

export const ngrep: LogFormat = {
  id: 'ngrep',
  product: 'ngrep',
  kind: 'dump',
  hint: /^[UT] /,
  lines: [
    /^[UT](?: (?<time>\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\.\d+))? (?<from>\S+) -> (?<to>\S+)(?: \[\w+\])?(?: #\d+)?\s*$/,
  ],
};

export const evidence: Evidence = () => ({
  documentedAt: ['jpr5/ngrep ngrep.c', 'https://github.com/kamailio/kamailio/issues/918'],
  samples: [
    {
      text: `U 2026/11/24 10:15:00.250000 192.0.2.10:5060 -> 198.51.100.20:5060 #1\n${INVITE.replaceAll('\n', '.\n')}.\n\n`,
      from: '192.0.2.10:5060',
      to: '198.51.100.20:5060',
      direction: null,
      time: 1795515300.25,
    },
    {
      text: `T 198.51.100.20:5060 -> 192.0.2.10:5060 [AP] #2\n  ${BUSY.replaceAll('\n', '..')}..\n\n`,
      from: '198.51.100.20:5060',
      to: '192.0.2.10:5060',
      direction: null,
      time: null,
    },
  ],
});
