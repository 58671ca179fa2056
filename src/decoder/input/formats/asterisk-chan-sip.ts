import { BUSY, INVITE, type Evidence, type LogFormat } from './format.ts';

// `sip set debug on`. It begins with a line end, so that the time is in the line before.

export const asteriskChanSip: LogFormat = {
  id: 'asterisk-chan-sip',
  product: 'Asterisk',
  kind: 'log',
  hint: /SIP read from|ransmitting/,
  lines: [
    /<--- SIP (?<direction>read) from (?<transport>\w+):(?<far>\S+) --->/,
    /(?<direction>Transmitting|Retransmitting #\d+) \((?:no )?NAT\) to (?<far>\S+?)(?: --->|:$)/,
  ],
  end: /^(?:<-{12,13}>|---)$/,
  timeAbove: 1,
};

export const evidence: Evidence = () => ({
  documentedAt: ['InterLinked1/chan_sip channels/chan_sip.c'],
  samples: [
    {
      text: `\n<--- SIP read from UDP:192.0.2.10:5060 --->\n${INVITE}\n<------------->\n--- (8 headers 0 lines) ---\n`,
      from: '192.0.2.10:5060',
      to: null,
      direction: 'received',
      time: null,
    },
    {
      text: `\n<--- Reliably Transmitting (no NAT) to 192.0.2.10:5060 --->\n${BUSY}\n<------------>\n`,
      from: null,
      to: '192.0.2.10:5060',
      direction: 'sent',
      time: null,
    },
    {
      text: `Retransmitting #2 (NAT) to 192.0.2.10:5060:\n${BUSY}\n---\n`,
      from: null,
      to: '192.0.2.10:5060',
      direction: 'sent',
      time: null,
    },
  ],
});
