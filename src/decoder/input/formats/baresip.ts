import { INVITE, type Evidence, type LogFormat } from './format.ts';

export const baresip: LogFormat = {
  id: 'baresip',
  product: 'baresip',
  kind: 'log',
  hint: / -> /,
  lines: [/^(?<transport>UDP|TCP|TLS|WSS?) (?<from>\S+) -> (?<to>\S+)\s*$/],
  timeAbove: 1,
};

export const evidence: Evidence = () => ({
  documentedAt: ['baresip/baresip src/uag.c (sip_trace_handler)'],
  samples: [
    {
      text: `10:15:00.250#\nUDP 192.0.2.10:5060 -> 198.51.100.20:5060\n${INVITE}\n`,
      from: '192.0.2.10:5060',
      to: '198.51.100.20:5060',
      direction: null,
      time: 36900.25,
    },
  ],
});
