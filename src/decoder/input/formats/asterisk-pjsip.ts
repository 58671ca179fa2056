import { BUSY, INVITE, type Evidence, type LogFormat } from './format.ts';

// `pjsip set logger on`. The far end only.

export const asteriskPjsip: LogFormat = {
  id: 'asterisk-pjsip',
  product: 'Asterisk',
  kind: 'log',
  hint: / SIP /,
  lines: [
    /<--- (?<direction>Transmitting|Received) SIP (?:request|response) \(\d+ bytes\) (?:to|from) (?<transport>\w+):(?<far>\S+) --->/,
  ],
};

export const evidence: Evidence = () => ({
  documentedAt: ['asterisk/asterisk res/res_pjsip_logger.c', 'https://github.com/FreePBX/issue-tracker/issues/180'],
  samples: [
    {
      text: `[2026-11-24 10:15:00.250] VERBOSE[7] res_pjsip_logger.c: <--- Received SIP request (610 bytes) from UDP:192.0.2.10:5060 --->\n${INVITE}`,
      from: '192.0.2.10:5060',
      to: null,
      direction: 'received',
      time: 1795515300.25,
    },
    {
      text: `<--- Transmitting SIP response (251 bytes) to UDP:192.0.2.10:5060 --->\n${BUSY}`,
      from: null,
      to: '192.0.2.10:5060',
      direction: 'sent',
      time: null,
    },
  ],
});
