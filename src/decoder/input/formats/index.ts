import { threeCx } from './3cx.ts';
import { asteriskChanSip } from './asterisk-chan-sip.ts';
import { asteriskPjsip } from './asterisk-pjsip.ts';
import { audiocodes } from './audiocodes.ts';
import { avaya } from './avaya.ts';
import { baresip } from './baresip.ts';
import { ciscoCucm } from './cisco-cucm.ts';
import { ciscoIos } from './cisco-ios.ts';
import { dartSipUa } from './dart-sip-ua.ts';
import { drachtio } from './drachtio.ts';
import type { LogFormat } from './format.ts';
import { fortigate } from './fortigate.ts';
import { freeswitch } from './freeswitch.ts';
import { genesys } from './genesys.ts';
import { jainSip } from './jain-sip.ts';
import { jssip } from './jssip.ts';
import { kamailio } from './kamailio.ts';
import { kamailioSipdump } from './kamailio-sipdump.ts';
import { linphone } from './linphone.ts';
import { ngrep } from './ngrep.ts';
import { opensips } from './opensips.ts';
import { opensipsTrace } from './opensips-trace.ts';
import { oracle } from './oracle.ts';
import { pjsip } from './pjsip.ts';
import { ribbon } from './ribbon.ts';
import { sipgrep } from './sipgrep.ts';
import { sipjs } from './sipjs.ts';
import { sipp } from './sipp.ts';
import { sipsorcery } from './sipsorcery.ts';
import { siptraceTable } from './siptrace-table.ts';
import { snom } from './snom.ts';
import { sngrep } from './sngrep.ts';
import { tcpdump } from './tcpdump.ts';
import { twinkle } from './twinkle.ts';
import { yate } from './yate.ts';

export type { LogFormat };

/** Every format that is known, the stricter ones first: of two that fit a line the first counts. */
export const FORMATS: LogFormat[] = [
  sngrep,
  ngrep,
  sipgrep,
  opensipsTrace,
  baresip,
  asteriskPjsip,
  asteriskChanSip,
  drachtio,
  freeswitch,
  kamailioSipdump,
  siptraceTable,
  ciscoIos,
  ciscoCucm,
  audiocodes,
  oracle,
  ribbon,
  avaya,
  genesys,
  threeCx,
  snom,
  pjsip,
  linphone,
  jainSip,
  jssip,
  sipjs,
  dartSipUa,
  sipp,
  yate,
  twinkle,
  sipsorcery,
  fortigate,
  tcpdump,
  kamailio,
  opensips,
];

/** What is read besides these: messages alone, and what they are written in. */
export const OWN_FORMATS = ['raw', 'json', 'bytes', 'wireshark-text', 'pcap', 'pcapng'] as const;
export type OwnFormat = (typeof OWN_FORMATS)[number];

/** Products and tools whose text is read, each once, in the order of the alphabet */
export const products = (kind: LogFormat['kind']): string[] =>
  [...new Set(FORMATS.filter((format) => format.kind === kind).map(({ product }) => product))].sort((a, b) =>
    a.localeCompare(b, 'en'),
  );
