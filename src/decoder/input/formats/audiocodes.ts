import { INVITE, type Evidence, type LogFormat } from './format.ts';
import { findTimestamp } from '../text/timestamps.ts';

// Syslog of the SBC, one line or several a message; the time follows it.

export const audiocodes: LogFormat = {
  id: 'audiocodes',
  product: 'AudioCodes',
  kind: 'log',
  hint: / SIP Message /,
  lines: [
    /---- (?<direction>Incoming|Outgoing) SIP Message (?:from|to) (?<far>\S+) (?:to|from) SIPInterface #\d+ (?:\([^)]*\) )?(?<transport>\w+)/,
  ],
  around: (_, after) => {
    const time = after.slice(0, 2).find((line) => /^\s*\[Time:/.test(line));
    return time === undefined ? {} : { stamp: findTimestamp(time) };
  },
  end: /^\s*\[Time:\S+\]\s*$/,
};

export const evidence: Evidence = () => ({
  documentedAt: ['https://github.com/sipcapture/paStash/issues/75', 'https://github.com/sipcapture/paStash/issues/240'],
  samples: [
    {
      text: `10:15:00.250  192.0.2.200  local0.notice  [S=170] [SID=b9027c:24:198171]  (N  680) ---- Outgoing SIP Message to 198.51.100.20:5061 from SIPInterface #2 (Teams) TLS TO(#138) ---- \n\n${INVITE}\n [Time:24-11@10:15:00.250]\n`,
      from: null,
      to: '198.51.100.20:5061',
      direction: 'sent',
      time: 36900.25,
    },
    {
      text: `<133>[S=1718540] [SID=b9027c:24:198171]  (N  6891930) ---- Incoming SIP Message from 192.0.2.10:5060 to SIPInterface #1 (Trunk) UDP TO(#138) SocketID(204) ---- #012${INVITE.replaceAll('\n', '#012')}#012 [Time:24-11@10:15:00.250]\n`,
      from: '192.0.2.10:5060',
      to: null,
      direction: 'received',
      time: 36900.25,
    },
  ],
});
