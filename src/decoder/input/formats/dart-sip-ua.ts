import { INVITE, type Evidence, type LogFormat } from './format.ts';

export const dartSipUa: LogFormat = {
  id: 'dart-sip-ua',
  product: 'dart_sip_ua (Flutter)',
  kind: 'log',
  hint: /SIP_LOG|sip_ua/i,
  lines: [/SIP_LOG.*?(?<direction>→|←)\s*$/],
};

export const evidence: Evidence = () => ({
  documentedAt: ['https://github.com/flutter-webrtc/dart-sip-ua/pull/578'],
  samples: [
    {
      text: `${INVITE.replace(/^/, '→ ').replaceAll(/^/gm, 'flutter:  SIP_LOG 2026-11-24 10:15:00.250030  ')}`,
      from: null,
      to: null,
      direction: 'sent',
      time: 1795515300.25003,
    },
  ],
});
