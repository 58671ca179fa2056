import { BUSY, INVITE, type Evidence, type LogFormat } from './format.ts';

// xlog: the form is up to the operator, so that only the process is known and the rest is read as in any line.

export const kamailio: LogFormat = {
  id: 'kamailio',
  product: 'Kamailio',
  kind: 'log',
  hint: /kamailio|openser|\(\d+\) [A-Z]+: /,
  lines: [/\b(?:kamailio|openser|ser)(?:\[\d+\])?: |^\s*\d+\(\d+\) [A-Z]+: /],
};

export const evidence: Evidence = () => ({
  documentedAt: ['kamailio/kamailio src/core/dprint.h, src/modules/corex (xlog of $mb)'],
  samples: [
    {
      text: `Nov 24 10:15:00 proxy1 kamailio[7]: INFO: <script>: 192.0.2.10:5060 -> 198.51.100.20:5060 ${INVITE}\n`,
      from: '192.0.2.10:5060',
      to: '198.51.100.20:5060',
      direction: null,
      time: 36900,
    },
    {
      text: `Nov 24 10:15:00 proxy1 kamailio[7]: INFO: <script>: out ${BUSY}\n`,
      from: null,
      to: null,
      direction: 'sent',
      time: 36900,
    },
  ],
});
