import { BUSY, INVITE, type Evidence, type LogFormat } from './format.ts';

// -trace_msg

export const sipp: LogFormat = {
  id: 'sipp',
  product: 'SIPp',
  kind: 'log',
  hint: / message (?:sent|received) /,
  lines: [/^(?<transport>UDP|TCP|TLS|SCTP) message (?<direction>sent|received) [([]\d+[)\]]? ?bytes\)? ?:\s*$/],
  timeAbove: 1,
};

export const evidence: Evidence = () => ({
  documentedAt: ['SIPp/sipp src/socket.cpp', 'https://github.com/SIPp/sipp/issues/412'],
  samples: [
    {
      text: `----------------------------------------------- 2026-11-24 10:15:00.250000\nUDP message sent (610 bytes):\n\n${INVITE}\n`,
      from: null,
      to: null,
      direction: 'sent',
      time: 1795515300.25,
    },
    {
      text: `----------------------------------------------- 2026-11-24T10:15:00.250000Z\nUDP message received [251] bytes :\n\n${BUSY}\n`,
      from: null,
      to: null,
      direction: 'received',
      time: 1795515300.25,
    },
  ],
});
