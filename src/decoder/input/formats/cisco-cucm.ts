import { BUSY, INVITE, type Evidence, type LogFormat } from './format.ts';

// SDL and SDI traces.

export const ciscoCucm: LogFormat = {
  id: 'cisco-cucm',
  product: 'Cisco Unified CM',
  kind: 'log',
  hint: / SIP (?:TCP|UDP|TLS) message/,
  lines: [
    /(?<direction>Incoming|Outgoing) SIP (?<transport>\w+) message (?:size \d+ )?(?:from|to) (?<host>[^\s:]+)(?::\[| on port )(?<port>\d+)/,
  ],
};

export const evidence: Evidence = () => ({
  documentedAt: ['https://github.com/search (SDL traces in public repositories): "SIPTcp - wait_SdlReadRsp"'],
  samples: [
    {
      text: `00222490.002 |10:15:00.250 |AppInfo  |SIPTcp - wait_SdlReadRsp: Incoming SIP TCP message from 192.0.2.10 on port 53536 index 800 with 624 bytes:\n[9907,NET]\n${INVITE}\n`,
      from: '192.0.2.10:53536',
      to: null,
      direction: 'received',
      time: 36900.25,
    },
    {
      text: `00222491.002 |10:15:00.250 |AppInfo  |SIPUdp - wait_SdlSPISignal: Outgoing SIP UDP message to 192.0.2.10:[5060]:\n[9917,NET]\n${BUSY}\n`,
      from: null,
      to: '192.0.2.10:5060',
      direction: 'sent',
      time: 36900.25,
    },
  ],
});
