import { INVITE, type Evidence, type LogFormat } from './format.ts';

export const avaya: LogFormat = {
  id: 'avaya',
  product: 'Avaya one-X',
  kind: 'log',
  hint: /::(?:SendToNetwork|ProcessRead)/,
  lines: [/::(?<direction>SendToNetwork|ProcessRead): (?:To (?<far>\[[^\]\s]+\]:\d+|[^\s[]+))?/],
};

export const evidence: Evidence = () => ({
  documentedAt: ['https://support.avaya.com/forums/showthread.php?t=4625'],
  samples: [
    {
      text: `@2026-11-24 10:15:00,250||FINEST|Tele|8513|FileName=sip/UAInterface.cpp,LineNumber=476|cUAInterface::SendToNetwork: To 198.51.100.20:5060[71:0] <${INVITE.replaceAll('\n', '^M\n')}^M\n`,
      from: null,
      to: '198.51.100.20:5060',
      direction: 'sent',
      time: 1795515300.25,
    },
  ],
});
