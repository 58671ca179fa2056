import { INVITE, type Evidence, type LogFormat } from './format.ts';

export const ribbon: LogFormat = {
  id: 'ribbon',
  product: 'Ribbon SBC',
  kind: 'log',
  hint: /IP\/port/,
  lines: [
    /(?<direction>received|sent) msg for CallId:.* (?:from|to) IP\/port:(?<far>[^\s,]+), Local IP\/port:(?<near>[^\s,]+)/,
  ],
};

export const evidence: Evidence = () => ({
  documentedAt: ['https://publicdoc.rbbn.com/display/SBXDOC120/_Notes_and_Examples_on_Call_Trace_Log_Message'],
  samples: [
    {
      text: `1787 11242026 101500.250000:1.01.00.38930.MAJOR .SIPSG:FILTER=Test GCID=0x00000DDB: EXTRA INFO: Ingress: received msg for CallId:one@192.0.2.10 gcid:0xDDB from IP/port:192.0.2.10/5060, Local IP/port:198.51.100.20/5060\nRAW PDU:\n${INVITE}\n`,
      from: '192.0.2.10:5060',
      to: '198.51.100.20:5060',
      direction: 'received',
      time: 1795515300.25,
    },
  ],
});
