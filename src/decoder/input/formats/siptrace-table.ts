import { INVITE, type Evidence, type LogFormat } from './format.ts';
import { preambleOfRecord, type LogPreamble } from '../text/preamble.ts';

// Rows as `mysql` prints them with \G: columns behind the message belong to it too.

export const siptraceTable: LogFormat = {
  id: 'siptrace-table',
  product: 'Kamailio/OpenSIPS sip_trace',
  kind: 'log',
  hint: /\bmsg: /,
  lines: [/^\s*msg: /],
  around,
};

export const evidence: Evidence = () => ({
  documentedAt: ['kamailio/kamailio src/modules/siptrace, table sip_trace', 'OpenSIPS/opensips modules/tracer'],
  samples: [
    {
      text: `*************************** 1. row ***************************\n         id: 1\n time_stamp: 2026-11-24 10:15:00\n    time_us: 250000\n     callid: one@192.0.2.10\n        msg: ${INVITE}\n     method: INVITE\n     status: \n     fromip: udp:192.0.2.10:5060\n       toip: udp:198.51.100.20:5060\n  direction: in\n`,
      from: '192.0.2.10:5060',
      to: '198.51.100.20:5060',
      direction: 'received',
      time: 1795515300.25,
    },
  ],
});

function around(before: string[], after: string[]): Partial<LogPreamble> {
  const row = (lines: string[]): string[] => {
    const end = lines.findIndex((line) => /^\*+ \d+\. row \*+\s*$/.test(line));
    return lines.slice(0, end === -1 ? undefined : end);
  };
  const columns = [...row(before), ...row(after)].map((line): [string, string] => {
    const [, name = '', value = ''] = /^\s*(\w+): ?(.*)$/.exec(line) ?? [];
    return [name, value];
  });
  const preamble = preambleOfRecord(
    columns.map(([name, value]) => [name === 'time_stamp' ? 'timestamp' : name, value]),
  );
  const micro = Number(columns.find(([name]) => name === 'time_us')?.[1] ?? 0) || 0;
  return preamble.stamp
    ? { ...preamble, stamp: { ...preamble.stamp, time: preamble.stamp.time + micro / 1e6 } }
    : preamble;
}
