import { BEGIN, clock, each, frame, hex, lf, type Sent } from './logged.ts';
import type { Form } from './more.test.ts';

// More of what tools print and what stores, mail and chat programs make of it.

const join = (line: (sent: Sent) => string) => (call: Sent[]) => call.map(line).join('');
const header = ({ from, to, number }: Sent): string => `U ${from} -> ${to} #${number}\n`;
const pjsip = (one: Sent): string =>
  `<--- ${one.received ? 'Received' : 'Transmitting'} SIP ${one.raw.startsWith('SIP') ? 'response' : 'request'} (${one.raw.length} bytes) ${one.received ? `from UDP:${one.from}` : `to UDP:${one.to}`} --->`;
const none = { exact: null, ends: 'none' } as const;
const both = { exact: null, ends: 'both' } as const;
const far = { exact: null, ends: 'far' } as const;
const dots = (text: string): string => text.replace(/[^\x20-\x7e]/g, '.');
const pieces = (text: string, size: number): string[] => text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
const upsideDown = (text: string): string => `${text.trimEnd().split('\n').reverse().join('\n')}\n`;
const lines = join((one) => each({ ...one, raw: `${pjsip(one)}\r\n${one.raw}` }, `Nov 24, 2026 @ ${clock(one.at)}\t`));

/** ngrep -x: two groups of eight bytes and their characters. */
function bytes(raw: string): string {
  return pieces(raw, 16)
    .map((row) => {
      const pairs = hex(new TextEncoder().encode(row));
      const group = (part: string[]) => part.map((pair) => `${pair} `).join('').padEnd(24); // prettier-ignore
      return `  ${group(pairs.slice(0, 8))}   ${group(pairs.slice(8))}   ${dots(row).padEnd(16)}\n`;
    })
    .join('');
}

/** Offset, 16 pairs, characters; `from` is where the count of the direction is. */
const rows = (raw: string, from: number, before: string): string =>
  pieces(raw, 16)
    .map((row, at) => {
      const pairs = hex(new TextEncoder().encode(row)).join(' ').padEnd(48);
      return `${before}${(from + 16 * at).toString(16).padStart(8, '0')}  ${pairs}  ${dots(row)}\n`;
    })
    .join('');

/** Follow UDP Stream as a hex dump: each direction goes on counting, and what comes back is indented. */
function followed(call: Sent[]): string {
  const counts = { out: 0, back: 0 };
  const dumps = call.map(({ raw, received }) => {
    const way = received ? 'back' : 'out';
    counts[way] += raw.length;
    return rows(raw, counts[way] - raw.length, received ? '\t' : '');
  });
  return `Follow: udp,hex\nFilter: udp.stream eq 0\n${dumps.join('')}`;
}

export const TOOLS: Form[] = [
  {
    name: 'tcpdump -v -A: as text, and again as it was',
    seen: 'the-tcpdump-group/tcpdump print-sip.c, print-ascii.c',
    exact: 1e-6,
    ends: 'both',
    print: join(
      (one) =>
        `${clock(one.at)} IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto UDP (17), length ${one.raw.length + 28})\n` +
        `    ${one.from.replace(/:/, '.')} > ${one.to.replace(/:/, '.')}: SIP, length: ${one.raw.length}\n` +
        `${each({ ...one, raw: lf(one) }, '\t')}\nE..'..@.@......\n.3d........Z${one.raw}\n`,
    ),
  },
  {
    name: 'K12 text',
    seen: 'wireshark/wireshark wiretap/k12text.l',
    exact: 0.001,
    ends: 'both',
    print: join(
      (one) =>
        `+---------+---------------+----------+\n${clock(one.at).replace('.', ',')},000   ETHER\n|0   |${hex(frame(one)).join('|')}|\n\n`,
    ),
  },
  {
    name: 'Follow UDP Stream as a hex dump',
    seen: 'wireshark/wireshark ui/cli/tap-follow.c',
    ...none,
    print: followed,
  },
  {
    name: 'ngrep in columns',
    seen: 'jpr5/ngrep ngrep.c, dump_formatted',
    ...both,
    print: join((one) => `${header(one)}${pieces(dots(one.raw), 75).map((row) => `  ${row.padEnd(75)}\n`).join('')}\n`), // prettier-ignore
  },
  {
    name: 'ngrep -x',
    seen: 'jpr5/ngrep ngrep.c, dump_formatted',
    ...both,
    print: join((one) => `${header(one)}${bytes(one.raw)}\n`),
  },
  {
    name: 'ngrep -W single',
    seen: 'jpr5/ngrep ngrep.c, dump_single',
    ...both,
    print: join((one) => `U ${one.from} -> ${one.to} ${dots(one.raw)}\n\n`),
  },
  {
    name: 'newest first, each line',
    seen: 'Kibana, Discover: a record for each line of syslog',
    exact: 0.001,
    ends: 'far',
    print: (call) => upsideDown(lines(call)),
  },
  {
    name: 'CSV with semicolons, columns without names for sender and receiver',
    seen: 'spreadsheets in German',
    exact: 0.001,
    ends: 'both',
    print: (call) =>
      `"Zeit";"Quelle";"Ziel";"Nachricht"\n${join(
        (one) => `"24.11.2026 ${clock(one.at)}";"${one.from}";"${one.to}";"${lf(one).replaceAll('"', '""')}"\n`,
      )(call)}`,
  },
  {
    name: 'seconds since the first packet',
    seen: 'tools that print the time column of Wireshark',
    exact: 1e-6,
    ends: 'both',
    print: join((one) => `${one.at.toFixed(6).padStart(11)} ${one.from} -> ${one.to}\n${lf(one)}\n`),
  },
  {
    name: 'HEP, seconds and microseconds beside the time of the store',
    seen: 'sipcapture/homer-app, protocol_header',
    exact: 1e-5,
    ends: 'both',
    print: (call) =>
      JSON.stringify(
        call.map((one) => ({
          create_date: '2026-11-24T10:20:00Z',
          protocol_header: {
            srcIp: one.from.split(':')[0],
            srcPort: 5060,
            dstIp: one.to.split(':')[0],
            dstPort: 5060,
            timeSeconds: BEGIN + Math.floor(one.at),
            timeUseconds: Math.round((one.at % 1) * 1e6),
          },
          raw: one.raw,
        })),
      ),
  },
  {
    name: 'a whole call in one paragraph',
    seen: 'chat programs that take line ends away',
    ...none,
    print: (call) => `${call.map((one) => lf(one).replaceAll('\n', ' ')).join(' ')}\n`,
  },
  {
    name: 'links of Slack',
    seen: 'api.slack.com, formatting text: <mailto:…|…>',
    ...none,
    print: join((one) => `${lf(one).replace(/sip:(\d+@example\.com)/g, 'sip:<mailto:$1|$1>')}\n`),
  },
  {
    name: 'links of Outlook',
    seen: 'Outlook, mail as plain text',
    ...none,
    print: join((one) => `${lf(one).replace(/(\d+@example\.com)/g, '$1<mailto:$1>')}\n`),
  },
  {
    name: 'line ends of CR alone',
    seen: 'old programs of the Macintosh',
    ...far,
    print: join((one) => `${pjsip(one)}\r${one.raw.replaceAll('\r\n', '\r')}\r`),
  },
  {
    name: 'Japanese date',
    seen: 'logs of Japanese office telephones',
    exact: 1,
    ends: 'far',
    print: join((one) => {
      const [hour, minute, second] = clock(one.at, 0).split(':');
      const way = one.received ? `受信 ${one.from}` : `送信 ${one.to}`;
      return `2026年11月24日 ${hour}時${minute}分${second}秒 ${way}\n${lf(one)}\n`;
    }),
  },
  {
    name: 'rows of a table in Markdown, newest first',
    seen: 'CloudWatch Logs Insights, copy as a table',
    exact: 0.001,
    ends: 'none',
    print: (call) =>
      `| @timestamp | @message |\n|---|---|\n${[...call]
        .reverse()
        .map((one) => `| 2026-11-24 ${clock(one.at)} | ${lf(one).replaceAll('\n', ' ')} |\n`)
        .join('')}`,
  },
];
