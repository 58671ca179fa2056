import { INVITE, type Evidence, type LogFormat } from './format.ts';

// pjsua, MicroSIP, Vialer, Avaya phones and others that are built on it.

export const pjsip: LogFormat = {
  id: 'pjsip',
  product: 'PJSIP',
  kind: 'log',
  hint: / bytes Re(?:quest|sponse) /,
  lines: [
    /\b(?<direction>TX|RX) \d+ bytes (?:Request|Response) msg .* (?:to|from) (?<transport>\w+) (?<far>\S+?):?\s*$/,
  ],
  end: /^\s*--end msg--\s*$/,
};

export const evidence: Evidence = () => ({
  documentedAt: ['pjsip/pjproject pjsip/src/pjsua-lib/pjsua_core.c', 'https://github.com/pjsip/pjproject/issues/4565'],
  samples: [
    {
      text: `10:15:00.250           pjsua_core.c  ....TX 610 bytes Request msg INVITE/cseq=1 (tdta0x1bb8278) to UDP 198.51.100.20:5060:\n${INVITE}\n--end msg--\n`,
      from: null,
      to: '198.51.100.20:5060',
      direction: 'sent',
      time: 36900.25,
    },
  ],
});
