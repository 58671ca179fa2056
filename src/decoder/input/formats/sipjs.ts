import { BUSY, INVITE, type Evidence, type LogFormat } from './format.ts';

export const sipjs: LogFormat = {
  id: 'sipjs',
  product: 'SIP.js',
  kind: 'log',
  hint: /sip\.[Tt]ransport/,
  lines: [/sip\.[Tt]ransport \| (?<direction>[Ss]ending|[Rr]eceived) WebSocket (?:text )?message:/],
};

export const evidence: Evidence = () => ({
  documentedAt: ['onsip/SIP.js src/platform/web/transport/transport.ts'],
  samples: [
    {
      text: `Tue Nov 24 2026 10:15:00 GMT+0000 (UTC) | sip.Transport | Sending WebSocket message:\n\n${INVITE}\n`,
      from: null,
      to: null,
      direction: 'sent',
      time: 1795515300,
    },
    {
      text: `Tue Nov 24 2026 10:15:00 GMT+0000 (UTC) | sip.Transport | Received WebSocket text message:\n\n${BUSY}\n`,
      from: null,
      to: null,
      direction: 'received',
      time: 1795515300,
    },
  ],
});
