import { BUSY, INVITE, type Evidence, type LogFormat } from './format.ts';

// `debug ccsip messages`, `show voip trace`.

export const ciscoIos: LogFormat = {
  id: 'cisco-ios',
  product: 'Cisco CUBE',
  kind: 'log',
  hint: /Received|Sent/,
  lines: [
    /^(?<direction>Received|Sent): SIP (?<transport>\w+) message from (?<from>\S+) to (?<to>\S+)\s*$/,
    /^(?<direction>Received|Sent):\s*$/,
  ],
  timeAbove: 2,
};

export const evidence: Evidence = () => ({
  documentedAt: ['https://f1-consult.com/cisco/voice/cube/sip-traces', 'Cisco IOS XE VoIP Trace (show voip trace)'],
  samples: [
    {
      text: `*Nov 24 10:15:00.250: //-1/xxxxxxxxxxxx/SIP/Msg/ccsipDisplayMsg:\nReceived: \n${INVITE}\n`,
      from: null,
      to: null,
      direction: 'received',
      time: 36900.25,
    },
    {
      text: `1: *Nov 24 10:15:00.250: //12/1CE915CE8002/CUBE_VT/SIP/Msg/ccsipDisplayMsg:\nSent: SIP UDP message from 198.51.100.20:5060 to 192.0.2.10:5060 \n${BUSY}\n`,
      from: '198.51.100.20:5060',
      to: '192.0.2.10:5060',
      direction: 'sent',
      time: 36900.25,
    },
  ],
});
