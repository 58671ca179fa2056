import { BUSY, INVITE, type Evidence, type LogFormat } from './format.ts';

export const drachtio: LogFormat = {
  id: 'drachtio',
  product: 'drachtio',
  kind: 'log',
  hint: / bytes /,
  lines: [
    /^(?<time>(?:[0-9a-f]+\|)?\d{4}-[\w-]+ \d\d:\d\d:\d\d\.\d+)\|? (?<direction>send|sent|recv) \d+ bytes (?:to|from) (?<transport>\w+)\/(?<far>\[[^\]\s]*\]:\d+|[^\s:]+:\d+)/,
  ],
};

export const evidence: Evidence = () => ({
  documentedAt: [
    'https://github.com/drachtio/drachtio-siprec-recording-server/issues/49',
    'https://github.com/drachtio/drachtio-fsmrf/issues/4',
  ],
  samples: [
    {
      text: `2026-11-24 10:15:00.250000 recv 610 bytes from udp/[192.0.2.10]:5060 at 10:15:00.249000:\n${INVITE}\n`,
      from: '192.0.2.10:5060',
      to: null,
      direction: 'received',
      time: 1795515300.25,
    },
    {
      text: `00001b62|2026-Nov-24 10:15:00.250000| send 251 bytes to udp/[192.0.2.10]:5060 at 10:15:00.250000:\n${BUSY}\n`,
      from: null,
      to: '192.0.2.10:5060',
      direction: 'sent',
      time: 1795515300.25,
    },
  ],
});
