import { BUSY, INVITE, type Evidence, type LogFormat } from './format.ts';

export const twinkle: LogFormat = {
  id: 'twinkle',
  product: 'Twinkle',
  kind: 'log',
  hint: /^(?:Received from|Send to)/,
  lines: [/^(?<direction>Received|Send) (?:from|to): (?<transport>udp|tcp):(?<far>\S+)\s*$/],
  end: /^---\s*$/,
  timeAbove: 1,
};

export const evidence: Evidence = () => ({
  documentedAt: ['LubosD/twinkle src/sender.cpp, src/listener.cpp'],
  samples: [
    {
      text: `+++ 24-11-2026 10:15:00.250000 INFO SIP ::send_sip_udp\nSend to: udp:198.51.100.20:5060\n${INVITE}\n---\n`,
      from: null,
      to: '198.51.100.20:5060',
      direction: 'sent',
      time: 1795515300.25,
    },
    {
      text: `+++ 24-11-2026 10:15:00.250000 INFO SIP ::recv_sip_udp\nReceived from: udp:198.51.100.20:5060\n${BUSY}\n---\n`,
      from: '198.51.100.20:5060',
      to: null,
      direction: 'received',
      time: 1795515300.25,
    },
  ],
});
