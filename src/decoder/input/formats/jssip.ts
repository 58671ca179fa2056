import { BUSY, INVITE, type Evidence, type LogFormat } from './format.ts';

export const jssip: LogFormat = {
  id: 'jssip',
  product: 'JsSIP',
  kind: 'log',
  hint: /JsSIP/,
  lines: [/JsSIP[ :|]+T(?:ransport|RANSPORT)\W+(?<direction>sending|received) (?:(?:WebSocket )?text )?message:/],
};

export const evidence: Evidence = () => ({
  documentedAt: [
    'versatica/JsSIP lib/Transport.js',
    'https://github.com/versatica/JsSIP/issues/668',
    'https://github.com/versatica/JsSIP/issues/83',
  ],
  samples: [
    {
      text: `browser.js:94 JsSIP:Transport sending message:${INVITE}\n +2ms\n`,
      from: null,
      to: null,
      direction: 'sent',
      time: null,
    },
    {
      text: `JsSIP | TRANSPORT | received WebSocket text message:\n\n${BUSY}\n`,
      from: null,
      to: null,
      direction: 'received',
      time: null,
    },
  ],
});
