import { BUSY, INVITE, type Evidence, type LogFormat } from './format.ts';

// The Sofia-SIP stack: `sofia global siptrace on`, Flexisip. drachtio prints the same line with a date before it.

export const freeswitch: LogFormat = {
  id: 'freeswitch',
  product: 'FreeSWITCH',
  kind: 'log',
  hint: / bytes /,
  lines: [
    /\b(?<direction>send|sent|recv) \d+ bytes (?:to|from) (?<transport>\w+)\/(?<far>\[[^\]\s]*\]:\d+|[^\s:]+:\d+)\S* at (?<time>\d\d:\d\d:\d\d\.\d{6}):?\s*$/,
  ],
  end: /^\s{0,3}-{72}$/,
};

export const evidence: Evidence = () => ({
  documentedAt: [
    'freeswitch/sofia-sip libsofia-sip-ua/tport/tport_logging.c',
    'https://github.com/drachtio/drachtio-server/issues/142',
  ],
  samples: [
    {
      text: `recv 610 bytes from udp/[192.0.2.10]:5060 at 10:15:00.250000:\n------------------------------------------------------------------------\n${INVITE}\n`,
      from: '192.0.2.10:5060',
      to: null,
      direction: 'received',
      time: 36900.25,
    },
    {
      text: `send 251 bytes to udp/[192.0.2.10]:5060 at 10:15:00.250000:\n${BUSY}\n`,
      from: null,
      to: '192.0.2.10:5060',
      direction: 'sent',
      time: 36900.25,
    },
  ],
});
