import { BEGIN, clock, each, frame, hex, lf, rows, type Sent } from './logged.ts';
import type { Form } from './more.test.ts';

// What happens to text on its way: stores, viewers, mail and tools change each of its lines or all of it.

const join = (line: (sent: Sent) => string) => (call: Sent[]) => call.map(line).join('');
const plain = join((one) => `${lf(one)}\n`);
const iso = (at: number, digits = 3): string => `2026-11-24T${clock(at, digits)}Z`;
const far = ({ received, from, to }: Sent): string => `${received ? 'from' : 'to'} UDP:${received ? from : to}`;
const pjsip = (one: Sent): string =>
  `<--- ${one.received ? 'Received' : 'Transmitting'} SIP ${one.raw.startsWith('SIP') ? 'response' : 'request'} (${one.raw.length} bytes) ${far(one)} --->`;
const host = (end: string): string => end.split(':')[0]!;
const records = (call: Sent[], record: (sent: Sent) => unknown): string =>
  call.map((one) => `${JSON.stringify(record(one))}\n`).join('');
const entities = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const none = { exact: null, ends: 'none' } as const;
const packets = { exact: null, ends: 'both' } as const;

export const WRAPPINGS: Form[] = [
  {
    name: 'kubectl logs --timestamps',
    seen: 'kubernetes.io/docs, kubectl logs',
    exact: 0.001,
    ends: 'far',
    print: join((one) => each({ ...one, raw: `${pjsip(one)}\r\n${one.raw}` }, `${iso(one.at, 9)} `)),
  },
  {
    name: 'docker compose logs',
    seen: 'docs.docker.com, docker compose logs',
    exact: null,
    ends: 'far',
    print: join((one) => each({ ...one, raw: `${pjsip(one)}\r\n${one.raw}` }, 'pbx-1  | ')),
  },
  {
    name: 'journalctl',
    seen: 'man journalctl, -o short',
    exact: 1,
    ends: 'far',
    print: join((one) =>
      each({ ...one, raw: `${pjsip(one)}\r\n${one.raw}` }, `Nov 24 ${clock(one.at, 0)} pbx asterisk[812]: `),
    ),
  },
  {
    name: 'grep -n',
    seen: 'man grep',
    ...none,
    print: join((one) => each(one, (line) => `full:${one.number * 40 + line}:`)),
  },
  {
    name: 'grep -A with context',
    seen: 'man grep',
    ...none,
    print: join((one) => each(one, (line) => `/var/log/asterisk/full${line === 0 ? ':' : '-'}`)),
  },
  { name: 'cat -A', seen: 'man cat', ...none, print: join((one) => one.raw.replaceAll('\r\n', '^M$\n') + '$\n') },
  {
    name: 'cat -n',
    seen: 'man cat',
    ...none,
    print: (call) =>
      plain(call)
        .split('\n')
        .map((line, at) => `${String(at + 1).padStart(6)}\t${line}\n`)
        .join(''),
  },
  { name: 'quoted twice in a mail', seen: 'RFC 3676 §4.5', ...none, print: join((one) => each(one, '>> ')) },
  {
    name: 'quoted in a table with bars',
    seen: 'tickets in Jira and Redmine',
    ...none,
    print: join((one) => each(one, '| ')),
  },
  {
    name: 'HTML with breaks and entities',
    seen: 'page source of forums',
    ...none,
    print: join((one) => `<p>${entities(lf(one)).replaceAll('\n', '<br />\n')}</p>\n`),
  },
  {
    name: 'HTML in one line',
    seen: 'answers of forum APIs',
    ...none,
    print: join((one) => `<code>${entities(lf(one)).replaceAll('\n', '<br>')}</code>\n`),
  },
  {
    name: 'no-break spaces',
    seen: 'copies out of Word, Teams and wikis',
    ...none,
    print: (call) => plain(call).replaceAll(' ', '\u00a0'),
  },
  {
    name: 'three lines for one',
    seen: 'linphone-desktop issue 481',
    ...none,
    print: (call) => plain(call).replaceAll('\n', '\n\n\n'),
  },
  {
    name: 'CSV with the message over several lines',
    seen: 'sipcapture/homer-app, export as CSV',
    exact: 0.001,
    ends: 'both',
    print: (call) =>
      `time,src_ip,src_port,dst_ip,dst_port,msg\n${join((one) => `"${iso(one.at)}","${one.from}" -> "${one.to}","${one.raw.replaceAll('"', '""')}"\n`)(call)}`,
  },
  {
    name: 'CSV with shown line ends',
    seen: 'Splunk and Graylog exports',
    exact: 0.001,
    ends: 'none',
    print: join((one) => `${iso(one.at)},pbx,"${one.raw.replaceAll('"', '""').replaceAll('\r\n', '\\r\\n')}"\n`),
  },
  {
    name: 'Elasticsearch, pretty',
    seen: 'elastic.co/guide, search API',
    exact: 0.001,
    ends: 'both',
    print: (call) =>
      JSON.stringify(
        {
          hits: {
            total: 5,
            hits: call.map((one) => ({
              _id: String(one.number),
              _source: {
                '@timestamp': iso(one.at),
                source_ip: host(one.from),
                source_port: 5060,
                destination_ip: host(one.to),
                destination_port: 5060,
                message: one.raw,
              },
            })),
          },
        },
        null,
        2,
      ),
  },
  {
    name: 'Loki, newest first',
    seen: 'grafana.com/docs/loki, logcli -o jsonl',
    exact: 0.001,
    ends: 'none',
    print: (call) =>
      records([...call].reverse(), (one) => ({
        line: one.raw,
        timestamp: `${Math.round((BEGIN + one.at) * 1000)}000000`,
        labels: { app: 'pbx' },
      })),
  },
  {
    name: 'CloudWatch',
    seen: 'docs.aws.amazon.com, filter-log-events',
    exact: 0.001,
    ends: 'direction',
    print: (call) =>
      JSON.stringify({
        events: call.map((one) => ({
          logStreamName: 'sbc',
          timestamp: Math.round((BEGIN + one.at) * 1000),
          message: `${one.received ? 'Received' : 'Sent'}:\n${one.raw}`,
        })),
      }),
  },
  {
    name: 'Google Cloud Logging',
    seen: 'cloud.google.com/logging/docs, LogEntry',
    exact: 0.001,
    ends: 'none',
    print: (call) =>
      JSON.stringify(
        call.map((one) => ({ insertId: 'x', timestamp: iso(one.at, 6), textPayload: one.raw })),
        null,
        2,
      ),
  },
  {
    name: 'HOMER API',
    seen: 'sipcapture/homer-app, call/transaction',
    exact: 0.001,
    ends: 'both',
    print: (call) =>
      JSON.stringify({
        total: 5,
        data: call.map((one) => ({
          id: one.number,
          protocol_header: {
            srcIp: host(one.from),
            srcPort: 5060,
            dstIp: host(one.to),
            dstPort: 5060,
            protocol: 17,
            timeSeconds: (BEGIN + one.at).toFixed(6),
          },
          raw: one.raw,
        })),
      }),
  },
  {
    name: 'journalctl -o json, a record a line',
    seen: 'systemd.io/JOURNAL_EXPORT_FORMATS',
    exact: 0.001,
    ends: 'none',
    print: join((one) =>
      records(
        lf(one)
          .split('\n')
          .map((raw) => ({ ...one, raw })),
        ({ raw }) => ({ __REALTIME_TIMESTAMP: String(Math.round((BEGIN + one.at) * 1e6)), MESSAGE: raw, _PID: '1' }),
      ),
    ),
  },
  {
    name: 'base64 within JSON',
    seen: 'sipcapture/heplify-server',
    exact: 0.001,
    ends: 'both',
    print: (call) =>
      records(call, (one) => ({
        time: iso(one.at),
        src: one.from,
        dst: one.to,
        payload: Buffer.from(one.raw).toString('base64'),
      })),
  },
  {
    name: 'tcpdump -X',
    seen: 'man tcpdump',
    exact: 0.001,
    ends: 'both',
    print: join(
      (one) =>
        `${clock(one.at, 6)} IP ${one.from.replace(':', '.')} > ${one.to.replace(':', '.')}: SIP: x\n${rows(
          frame(one).subarray(14),
        )
          .map(
            ({ offset, pairs, text }) =>
              `\t0x${offset.toString(16).padStart(4, '0')}:  ${pairs
                .join('')
                .replace(/(.{4})(?=.)/g, '$1 ')
                .padEnd(39)}  ${text}\n`,
          )
          .join('')}`,
    ),
  },
  {
    name: 'tcpdump -v',
    seen: 'man tcpdump',
    exact: 0.001,
    ends: 'both',
    print: join(
      (one) =>
        `${clock(one.at, 6)} IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto UDP (17), length 500)\n    ${one.from.replace(':', '.')} > ${one.to.replace(':', '.')}: SIP, length: ${one.raw.length}\n${each(one, '\t')}`,
    ),
  },
  {
    name: 'xxd of frames',
    seen: 'man xxd',
    ...packets,
    print: join(
      (one) =>
        `${rows(frame(one))
          .map(
            ({ offset, pairs, text }) =>
              `${offset.toString(16).padStart(8, '0')}: ${pairs
                .join('')
                .replace(/(.{4})(?=.)/g, '$1 ')
                .padEnd(39)}  ${text}\n`,
          )
          .join('')}\n`,
    ),
  },
  {
    name: 'hexdump -C of frames',
    seen: 'man hexdump',
    ...packets,
    print: join(
      (one) =>
        `${rows(frame(one))
          .map(
            ({ offset, pairs, text }) =>
              `${offset.toString(16).padStart(8, '0')}  ${`${pairs.slice(0, 8).join(' ')}  ${pairs.slice(8).join(' ')}`.padEnd(48)}  |${text}|\n`,
          )
          .join('')}${one.raw.length.toString(16).padStart(8, '0')}\n`,
    ),
  },
  {
    name: 'od of messages',
    seen: 'man od, -A x -t x1z',
    ...none,
    print: join(
      (one) =>
        `${rows(new TextEncoder().encode(one.raw))
          .map(
            ({ offset, pairs, text }) =>
              `${offset.toString(16).padStart(6, '0')} ${pairs.join(' ').padEnd(47)}  >${text}<\n`,
          )
          .join('')}\n`,
    ),
  },
  {
    name: 'hex stream of frames',
    seen: 'wireshark.org/docs, Copy as hex stream',
    ...packets,
    print: join((one) => `${hex(frame(one)).join('')}\n`),
  },
  {
    name: 'xxd -p',
    seen: 'man xxd',
    ...none,
    print: join(
      (one) =>
        `${hex(new TextEncoder().encode(one.raw))
          .join('')
          .replace(/(.{60})/g, '$1\n')}\n\n`,
    ),
  },
  {
    name: 'base64 in lines of 76',
    seen: 'RFC 2045 §6.8',
    ...none,
    print: join(
      (one) =>
        `${Buffer.from(one.raw)
          .toString('base64')
          .replace(/(.{76})/g, '$1\n')}\n\n`,
    ),
  },
  {
    name: 'syslog with #015#012 and a priority',
    seen: 'rsyslog.com, EscapeControlCharactersOnReceive',
    exact: 0.001,
    ends: 'none',
    print: join((one) => `<134>1 ${iso(one.at)} sbc sip 812 - - ${one.raw.replaceAll('\r\n', '#015#012')}\n`),
  },
  {
    name: 'Go, %q',
    seen: 'pkg.go.dev/fmt',
    exact: 0.001,
    ends: 'direction',
    print: join((one) => `2026/11/24 ${clock(one.at, 6)} ${one.received ? 'RX' : 'TX'} ${JSON.stringify(one.raw)}\n`),
  },
  {
    name: 'Python, bytes with double quotes',
    seen: 'docs.python.org, repr',
    ...none,
    ends: 'direction',
    print: join(
      (one) =>
        `INFO:sip:${one.received ? 'received' : 'sent'} b'${one.raw.replaceAll("'", "\\'").replaceAll('\r\n', '\\r\\n')}' addr\n`,
    ),
  },
  {
    name: 'hexadecimal escapes',
    seen: 'C and Perl debug output',
    ...none,
    print: join((one) => `"${one.raw.replaceAll('\r\n', '\\x0d\\x0a')}"\n`),
  },
  {
    name: 'percent-encoded',
    seen: 'web forms and query strings',
    ...none,
    print: join((one) => `msg=${encodeURIComponent(one.raw)}\n`),
  },
  {
    name: 'line ends became spaces',
    seen: 'cells of a table',
    ...none,
    print: join((one) => `${one.raw.trim().replace(/(?:\r\n)+/g, ' ')}\n`),
  },
  {
    name: 'mail source with soft breaks',
    seen: 'RFC 2045 §6.7',
    ...none,
    print: (call) =>
      plain(call)
        .replaceAll('=', '=3D')
        .split('\n')
        .map((line) => line.replace(/(.{60}[^=]{3})(?=.)/g, '$1=\n'))
        .join('\n'),
  },
  {
    name: 'broken at 72 columns',
    seen: 'PDF manuals',
    ...none,
    print: (call) =>
      plain(call)
        .split('\n')
        .map((line) => line.replace(/(.{52})(?=.)/g, '$1\n'))
        .join('\n'),
  },
  {
    name: 'UTF-16 of a Windows shell',
    seen: 'PowerShell 5 redirection',
    ...none,
    print: (call) => `\ufeff${plain(call)}`,
  },
];
