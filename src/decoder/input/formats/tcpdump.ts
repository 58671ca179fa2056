import { INVITE, type Evidence, type LogFormat } from './format.ts';

// -A, -X and -v. The port follows the last dot, and `sip` is 5060.

export const tcpdump: LogFormat = {
  id: 'tcpdump',
  product: 'tcpdump',
  kind: 'dump',
  hint: / > /,
  lines: [
    /(?:^|\s)(?:IP6? )?(?<fromHost>\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)\.(?<fromPort>\d{1,5}|sip|sips|sip-tls) > (?<toHost>\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)\.(?<toPort>\d{1,5}|sip|sips|sip-tls): /,
  ],
  timeAbove: 2,
};

export const evidence: Evidence = () => ({
  documentedAt: ['the-tcpdump-group/tcpdump print-ip.c, print-sip.c'],
  samples: [
    {
      text: `10:15:00.250000 IP 192.0.2.10.5060 > 198.51.100.20.5060: SIP: INVITE sip:bob@198.51.100.20 SIP/2.0\nE.../.@.@......\n.3d........Z${INVITE}\n`,
      from: '192.0.2.10:5060',
      to: '198.51.100.20:5060',
      direction: null,
      time: 36900.25,
    },
    {
      text: `10:15:00.250000 IP (tos 0x0, ttl 64)\n    192.0.2.10.sip > 198.51.100.20.sip: SIP, length: 300\n\t${INVITE.replaceAll('\n', '\n\t')}\n`,
      from: '192.0.2.10:5060',
      to: '198.51.100.20:5060',
      direction: null,
      time: 36900.25,
    },
  ],
});
