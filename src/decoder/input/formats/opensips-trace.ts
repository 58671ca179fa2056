import { INVITE, type Evidence, type LogFormat } from './format.ts';

// opensips-cli -x trace

export const opensipsTrace: LogFormat = {
  id: 'opensips-trace',
  product: 'OpenSIPS',
  kind: 'log',
  hint: /\/SIP /,
  lines: [/^(?<time>\d{10}\.\d+) (?<transport>\w+)\/SIP (?<from>\S+) -> (?<to>\S+)\s*$/],
};

export const evidence: Evidence = () => ({
  documentedAt: ['https://github.com/OpenSIPS/opensips/issues/1692'],
  samples: [
    {
      text: `1795515300.250000 UDP/SIP 192.0.2.10:5060 -> 198.51.100.20:5060\n${INVITE}\n`,
      from: '192.0.2.10:5060',
      to: '198.51.100.20:5060',
      direction: null,
      time: 1795515300.25,
    },
  ],
});
