import { BUSY, INVITE, type Evidence, type LogFormat } from './format.ts';

export const yate: LogFormat = {
  id: 'yate',
  product: 'Yate',
  kind: 'log',
  hint: / SIP message |Sending /i,
  lines: [
    /(?:'\w+:(?<near>[^']+)' )?(?<direction>[Rr]eceived) \d+ bytes SIP message from (?<far>\S+)/,
    /(?:'\w+:(?<near>[^']+)' )?(?<direction>[Ss]ending) (?:code \d+|'[A-Z]+' )[^>]*? to (?<far>[\d[]\S+)/,
  ],
  end: /^-{6}\s*$/,
};

export const evidence: Evidence = () => ({
  documentedAt: ['yatevoip/yate modules/ysipchan.cpp'],
  samples: [
    {
      text: `20261124101500.250000 <sip:INFO> 'udp:198.51.100.20:5060' received 610 bytes SIP message from 192.0.2.10:5060 [0x556f]\n------\n${INVITE}\n------\n`,
      from: '192.0.2.10:5060',
      to: '198.51.100.20:5060',
      direction: 'received',
      time: 1795515300.25,
    },
    {
      text: `20261124101500.250000 <sip:INFO> 'udp:198.51.100.20:5060' sending code 486 0x5570 to 192.0.2.10:5060 [0x556f]\n------\n${BUSY}\n------\n`,
      from: '198.51.100.20:5060',
      to: '192.0.2.10:5060',
      direction: 'sent',
      time: 1795515300.25,
    },
  ],
});
