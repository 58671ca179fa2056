import { INVITE, type Evidence, type LogFormat } from './format.ts';

export const fortigate: LogFormat = {
  id: 'fortigate',
  product: 'FortiGate',
  kind: 'log',
  hint: / sip port \d+ /,
  lines: [/ sip port \d+ (?<from>\d\S+) -> (?<to>\S+)/],
};

export const evidence: Evidence = () => ({
  documentedAt: ['https://help.fortinet.com/fos50hlp/52/FortiOS%205.2%20Help/SIP.190.115.html'],
  samples: [
    {
      text: `2026-11-24 10:15:00 sip port 26 192.0.2.10:5060 -> 198.51.100.20:5060\n${INVITE}\n`,
      from: '192.0.2.10:5060',
      to: '198.51.100.20:5060',
      direction: null,
      time: 1795515300,
    },
  ],
});
