import { preambleOfRecord } from '../text/preamble.ts';
import { INVITE, type Evidence, type LogFormat } from './format.ts';

// The server log in XML: what is known of a message is in attributes, a line each, before it.

export const jainSip: LogFormat = {
  id: 'jain-sip',
  product: 'JAIN SIP',
  kind: 'log',
  hint: /CDATA/,
  lines: [/^\s*<!\[CDATA\[/],
  around: (before) => {
    const begin = before.findIndex((line) => /<message\b/.test(line));
    const text = before.slice(0, begin + 1).join('\n');
    const names: Record<string, string> = { from: 'src', to: 'dst', time: 'time' };
    const pairs = [...text.matchAll(/\b(\w+)="([^"]*)"/g)];
    const sender = pairs.find(([, name]) => name === 'isSender')?.[2];
    return {
      ...preambleOfRecord(pairs.map(([, name, value]): [string, unknown] => [names[name!] ?? '', value])),
      direction: sender === undefined ? null : sender === 'true' ? 'sent' : 'received',
    };
  },
  end: /^\s*(?:\]\]>|<\/message>)\s*$/,
};

export const evidence: Evidence = () => ({
  documentedAt: ['usnistgov/jsip src/gov/nist/javax/sip/stack (ServerLog, MessageLog)'],
  samples: [
    {
      text: `<message\nfrom="192.0.2.10:5060" \nto="198.51.100.20:5060" \ntime="1795515300250"\nisSender="false" \ncallId="one" \n>\n<![CDATA[${INVITE}]]>\n</message>\n`,
      from: '192.0.2.10:5060',
      to: '198.51.100.20:5060',
      direction: 'received',
      time: 1795515300.25,
    },
  ],
});
