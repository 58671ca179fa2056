import { BEGIN, clock, lf, type Sent } from './logged.ts';
import type { Form } from './more.test.ts';

// What other products and tools print around the same messages.

const join = (line: (sent: Sent) => string) => (call: Sent[]) => call.map(line).join('');
const far = ({ received, from, to }: Sent): string => (received ? from : to);
const day = '2026-11-24';
/** As the host of the log says it. */
const word = (received: string, sent: string) => (one: Sent) => (one.received ? received : sent);

export const PRODUCTS: Form[] = [
  {
    name: 'Yate',
    seen: 'yatevoip/yate modules/ysipchan.cpp',
    exact: 0.001,
    ends: 'far',
    print: join(
      (one) =>
        `20261124${clock(one.at, 6).replaceAll(':', '')} <sip:INFO> 'udp:0.0.0.0:5060' ${one.received ? `received ${one.raw.length} bytes SIP message from ${one.from}` : `sending code ${one.raw.slice(8, 11)} 0x5570 to ${one.to}`} [0x556f]\r\n------\r\n${one.raw}------\r\n`,
    ),
  },
  {
    name: 'Twinkle',
    seen: 'LubosD/twinkle src/sender.cpp',
    exact: 0.001,
    ends: 'far',
    print: join(
      (one) =>
        `+++ 24-11-2026 ${clock(one.at, 6)} INFO SIP ::${word('recv', 'send')(one)}_sip_udp\n${word('Received from', 'Send to')(one)}: udp:${far(one)}\n${lf(one)}\n---\n\n`,
    ),
  },
  {
    name: 'SIPp',
    seen: 'https://github.com/SIPp/sipp/issues/412',
    exact: 0.001,
    ends: 'direction',
    print: join(
      (one) =>
        `----------------------------------------------- ${day} ${clock(one.at, 6)}\nUDP message ${word(`received [${one.raw.length}] bytes`, `sent (${one.raw.length} bytes)`)(one)}:\n\n${lf(one)}\n`,
    ),
  },
  {
    name: 'Genesys SIP Server',
    seen: 'public parsers of its log ("Sending  [0,UDP] 406 bytes to … >>>>>")',
    exact: 0.001,
    ends: 'far',
    print: join(
      (one) =>
        `${clock(one.at)}: ${word(`SIPTR: Received [0,UDP] ${one.raw.length} bytes from ${one.from} <<<<<`, `Sending  [0,UDP] ${one.raw.length} bytes to ${one.to} >>>>>`)(one)}\n${lf(one)}\n`,
    ),
  },
  {
    name: 'SIPSorcery',
    seen: 'sipsorcery-org/sipsorcery, trace events of SIPTransport',
    exact: 0.001,
    ends: 'both',
    print: join(
      (one) =>
        `[${clock(one.at)} DBG] ${one.raw.startsWith('SIP') ? 'Response' : 'Request'} ${word(`received: udp:${one.to}<-udp:${one.from}`, `sent: udp:${one.from}->udp:${one.to}`)(one)}\n${lf(one)}\n`,
    ),
  },
  {
    name: 'FreeSWITCH with numbers of the author',
    seen: 'https://codestudyblog.com/8ten84/80416083641.html',
    exact: 0.001,
    ends: 'far',
    print: join(
      (one) =>
        `${one.number}-> ${word('recv', 'send')(one)} ${one.raw.length} bytes ${word('from', 'to')(one)} udp/[${far(one).split(':')[0]}]:5060 at ${clock(one.at, 6)}:\n${'-'.repeat(72)}\n${lf(one)}${day} ${clock(one.at, 6)} [NOTICE] switch_channel.c:1118 New Channel sofia/internal/1004@192.0.2.99 [e343]\n`,
    ),
  },
  {
    name: 'Technicolor phone, time since start, empty line before the body lost',
    seen: 'https://www.easymanua.ls/technicolor/tb30/manual?p=199',
    exact: 0.001,
    ends: 'far',
    print: join(
      (one) =>
        `${word('Recv from', 'Sent to')(one)} udp: ${far(one)} 00:${clock(one.at, 3, ':')} (${one.raw.length} bytes)\n${lf(one).replace('\n\n', '\n')}`,
    ),
  },
  {
    name: 'FortiGate',
    seen: 'https://help.fortinet.com/fos50hlp/52/FortiOS%205.2%20Help/SIP.190.115.html',
    exact: 1,
    ends: 'both',
    print: join((one) => `${day} ${clock(one.at, 0)} sip port 26 ${one.from} -> ${one.to}\n${lf(one)}\n`),
  },
  {
    name: 'sipgrep',
    seen: 'sipcapture/sipgrep src/sipgrep.c',
    exact: 0.001,
    ends: 'both',
    print: join((one) => `[proto:UDP] 2026/11/24 ${clock(one.at, 6)} ${one.from} --> ${one.to}\n${lf(one)}\n`),
  },
  {
    name: 'SIP.js in a browser console',
    seen: 'onsip/SIP.js, sip.Transport logger',
    exact: 1,
    ends: 'direction',
    print: join(
      (one) =>
        `sip-0.20.0.js:472 Tue Nov 24 2026 ${clock(one.at, 0)} GMT+0000 (UTC) | sip.Transport | ${word('Received WebSocket text message', 'Sending WebSocket message')(one)}:\n\n${lf(one)}\n`,
    ),
  },
  {
    name: 'BroadWorks XSLog',
    seen: 'Cisco BroadWorks log samples ("udp 895 Bytes IN from …")',
    exact: 0.001,
    ends: 'far',
    print: join(
      (one) =>
        `2026.11.24 ${clock(one.at, 3, ':')} UTC | Info       | Sip | 5550100 | Service\n\n\tudp ${one.raw.length} Bytes ${word('IN from', 'OUT to')(one)} ${far(one)}\n${lf(one)}\n`,
    ),
  },
  {
    name: 'Sippy B2BUA',
    seen: 'sippy/b2bua, SipLogger',
    exact: 0.001,
    ends: 'far',
    print: join(
      (one) =>
        `24 Nov ${clock(one.at)}/GLOBAL/b2bua: ${word('RECEIVED message from', 'SENDING message to')(one)} ${far(one)}:\n${lf(one)}\n`,
    ),
  },
  {
    name: 'reSIProcate',
    seen: 'resiprocate/resiprocate resip/stack/TransportSelector.cxx',
    exact: 0.001,
    ends: 'far',
    print: join(
      (one) =>
        `INFO | 20261124-${clock(one.at).replaceAll(':', '')} | repro | RESIP:TRANSPORT | 1 | TransportSelector.cxx:1 | ${word('Received from', 'Transmitting to')(one)}: [ V4 ${far(one)} UDP target domain=unspecified ]\n\n${lf(one)}\n`,
    ),
  },
  {
    name: 'JAIN-SIP server log in XML',
    seen: 'usnistgov/jsip src/gov/nist/javax/sip/stack/ServerLog.java',
    exact: 0.001,
    ends: 'both',
    print: join(
      (one) =>
        `<message\nfrom="${one.from}" \nto="${one.to}" \ntime="${((BEGIN + one.at) * 1000).toFixed(0)}"\nisSender="${String(!one.received)}" \ncallId="6b1f2c@desk.example.com" \n>\n<![CDATA[${one.raw}]]>\n</message>\n`,
    ),
  },
  {
    name: 'HOMER text export',
    seen: 'sipcapture/homer-app, export as text',
    exact: 0.001,
    ends: 'both',
    print: join((one) => `proto:UDP ${day}T${clock(one.at, 6)}Z  ${one.from} ---> ${one.to}\n\n${lf(one)}\n\n`),
  },
  {
    name: 'arrows alone',
    seen: 'https://github.com/emiago/diago/issues/150 and other libraries',
    exact: 0.001,
    ends: 'far',
    print: join((one) => `${clock(one.at)} ${word('<---', '--->')(one)} ${far(one)}\n${lf(one)}\n`),
  },
  {
    name: 'IN and OUT in brackets, 12-hour clock',
    seen: 'Windows programs (11/24/2026 10:15:00 AM)',
    exact: 0.001,
    ends: 'direction',
    print: join((one) => `11/24/2026 ${clock(one.at)} AM [${word('IN', 'OUT')(one)}]\n${lf(one)}\n`),
  },
  {
    name: 'Japanese words',
    seen: 'manuals of Japanese gateways (送信, 受信)',
    exact: 0.001,
    ends: 'far',
    print: join(
      (one) =>
        `2026/11/24 ${clock(one.at)} [${word('受信', '送信')(one)}] ${word('送信元', '宛先')(one)}:${far(one)}\n${lf(one)}\n`,
    ),
  },
  {
    name: 'far end in words, ISO time with an offset',
    seen: 'Java and C# programs',
    exact: 0.001,
    ends: 'far',
    print: join(
      (one) =>
        `${day}T${clock(one.at)}+09:00 INFO  [nio-1] c.e.SipLayer : ${word('Incoming message from', 'Outgoing message to')(one)} /${far(one)} (UDP)\n${lf(one)}\n`,
    ),
  },
  {
    name: 'local and remote, milliseconds since 1970',
    seen: 'programs that log key=value',
    exact: 0.001,
    ends: 'both',
    print: join(
      (one) =>
        `ts=${((BEGIN + one.at) * 1000).toFixed(0)} src_ip=${one.from.split(':')[0]} src_port=5060 dst_ip=${one.to.split(':')[0]} dst_port=5060 proto=UDP msg:\n${lf(one)}\n`,
    ),
  },
];
