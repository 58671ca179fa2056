import { BUSY, INVITE, type Evidence, type LogFormat } from './format.ts';

export const snom: LogFormat = {
  id: 'snom',
  product: 'Snom',
  kind: 'log',
  hint: / bytes\):/,
  lines: [
    /^(?<direction>Sent|Recv|Received) (?:to|from) (?<transport>udp|tcp|tls): ?(?<far>\S+)(?: at)? (?<time>[\d/]* ?[\d:]+) \(\d+ bytes\):\s*$/,
  ],
};

export const evidence: Evidence = () => ({
  documentedAt: [
    'https://www.easymanua.ls/technicolor/tb30/manual?p=199',
    'abptech.com, FAQ of Snom phones (SIP trace)',
  ],
  samples: [
    {
      text: `Sent to udp:198.51.100.20:5060 at 24/11/2026 10:15:00:250 (610 bytes):\n\n${INVITE}\n`,
      from: null,
      to: '198.51.100.20:5060',
      direction: 'sent',
      time: 1795515300.25,
    },
    {
      text: `Recv from udp: 198.51.100.20:5060 00:10:15:00:250 (251 bytes):\n${BUSY}\n`,
      from: '198.51.100.20:5060',
      to: null,
      direction: 'received',
      time: 36900.25,
    },
  ],
});
