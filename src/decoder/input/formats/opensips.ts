import { INVITE, type Evidence, type LogFormat } from './format.ts';

// xlog to standard error or syslog: the form is up to the operator.

export const opensips: LogFormat = {
  id: 'opensips',
  product: 'OpenSIPS',
  kind: 'log',
  hint: /opensips|\[\d+\] /,
  lines: [/\bopensips(?:\[\d+\])?: |^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \[\d+\] /],
};

export const evidence: Evidence = () => ({
  documentedAt: ['OpenSIPS/opensips dprint.h, docs/manual/Script-Routes.md'],
  samples: [
    {
      text: `Nov 24 10:15:00 [7] 192.0.2.10:5060 -> 198.51.100.20:5060 ${INVITE}\n`,
      from: '192.0.2.10:5060',
      to: '198.51.100.20:5060',
      direction: null,
      time: 36900,
    },
  ],
});
