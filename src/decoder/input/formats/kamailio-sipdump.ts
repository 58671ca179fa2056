import { INVITE, type Evidence, type LogFormat } from './format.ts';
import { preambleOfRecord } from '../text/preamble.ts';

// One fact a line between two rulers, then the message.

export const kamailioSipdump: LogFormat = {
  id: 'kamailio-sipdump',
  product: 'Kamailio',
  kind: 'log',
  hint: /^~{20}$/,
  lines: [/^~{20}$/],
  around: (before) =>
    preambleOfRecord(
      before
        .map((line): [string, string] => {
          const [, name = '', value = ''] = /^(\w+): ?(.*)$/.exec(line) ?? [];
          return [name, name === 'proto' ? value.split(' ')[0]! : value];
        })
        .filter(([name]) => name !== 'date'),
    ),
  end: /^\|{20}$/,
};

export const evidence: Evidence = () => ({
  documentedAt: ['kamailio/kamailio src/modules/sipdump/sipdump_write.c'],
  samples: [
    {
      text: `====================\ntag: rcv\npid: 1\nprocess: 2\ntime: 1795515300.250000\ndate: Tue Nov 24 10:15:00 2026\nproto: udp ipv4\nsrcip: 192.0.2.10\nsrcport: 5060\ndstip: 198.51.100.20\ndstport: 5060\n~~~~~~~~~~~~~~~~~~~~\n${INVITE}\n||||||||||||||||||||\n`,
      from: '192.0.2.10:5060',
      to: '198.51.100.20:5060',
      direction: null,
      time: 1795515300.25,
    },
  ],
});
