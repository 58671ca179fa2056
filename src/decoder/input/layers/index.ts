import { ah } from './ah.ts';
import { chdlc } from './chdlc.ts';
import { family, pktap, sll, sll2 } from './cooked.ts';
import { erspan1, erspan2, erspan3 } from './erspan.ts';
import { esp, natTraversal } from './esp.ts';
import { ethernet } from './ethernet.ts';
import { etherip } from './etherip.ts';
import { geneve } from './geneve.ts';
import { gre } from './gre.ts';
import { gtpu } from './gtpu.ts';
import { l2tp } from './l2tp.ts';
import type { Kind, Layer } from './layer.ts';
import { llc } from './llc.ts';
import { mpls } from './mpls.ts';
import { nflog } from './nflog.ts';
import { ppp } from './ppp.ts';
import { pppoe } from './pppoe.ts';
import { tzsp } from './tzsp.ts';
import { vxlan } from './vxlan.ts';
import { ppi, prism, radiotap, wifi } from './wifi.ts';
import { wireguard } from './wireguard.ts';

// The tables of kinds: what a new layer adds itself to.

/** All layers but IP itself, which keeps fragments and so is a class (../ip.ts). */
export const LAYERS: Record<Exclude<Kind, 'ip'>, Layer> = {
  ah,
  chdlc,
  erspan1,
  erspan2,
  erspan3,
  esp,
  etherip,
  ethernet,
  family,
  geneve,
  gre,
  gtpu,
  l2tp,
  llc,
  mpls,
  'nat-t': natTraversal,
  nflog,
  pktap,
  ppi,
  ppp,
  pppoe,
  prism,
  radiotap,
  sll,
  sll2,
  tzsp,
  vxlan,
  wifi,
  wireguard,
};

/** Link types of capture files (tcpdump.org/linktypes.html), with the numbers that some systems have of their own. */
export const LINK_TYPES = new Map<number, Kind>([
  [0, 'family'], // NULL
  [1, 'ethernet'],
  [9, 'ppp'],
  [12, 'ip'], // DLT_RAW on most systems
  [14, 'ip'], // DLT_RAW on OpenBSD
  [50, 'chdlc'], // PPP_HDLC, in which Cisco HDLC occurs too
  [51, 'pppoe'], // PPP_ETHER
  [101, 'ip'], // RAW
  [104, 'chdlc'], // C_HDLC
  [105, 'wifi'], // IEEE802_11
  [108, 'family'], // LOOP
  [113, 'sll'], // LINUX_SLL
  [119, 'prism'], // IEEE802_11_PRISM
  [127, 'radiotap'], // IEEE802_11_RADIOTAP
  [149, 'pktap'], // DLT_PKTAP as macOS writes it
  [163, 'prism'], // IEEE802_11_AVS
  [192, 'ppi'],
  [219, 'mpls'],
  [228, 'ip'], // IPV4
  [229, 'ip'], // IPV6
  [239, 'nflog'],
  [258, 'pktap'],
  [276, 'sll2'],
]);

/** Tunnels by the number of the protocol in IP (the registry at IANA). */
export const IP_PROTOCOLS = new Map<number, Kind>([
  [4, 'ip'], // IPv4 in IP (RFC 2003)
  [41, 'ip'], // IPv6 in IP (RFC 4213 §3)
  [47, 'gre'],
  [50, 'esp'],
  [51, 'ah'],
  [94, 'ip'], // IPIP of amateur radio
  [97, 'etherip'],
  [137, 'mpls'], // RFC 4023 §3
  [143, 'ethernet'], // RFC 8986 §4.13
]);

/** Tunnels by the port that a datagram goes to; also by the one that it comes from, as some exporters use it alone. */
export const UDP_PORTS = new Map<number, Kind>([
  [1701, 'l2tp'],
  [2152, 'gtpu'],
  [4500, 'nat-t'],
  [4789, 'vxlan'],
  [4790, 'vxlan'], // with the generic protocol extension
  [6081, 'geneve'],
  [6635, 'mpls'], // RFC 7510 §3
  [8472, 'vxlan'], // as Linux did before the port was assigned
  [37008, 'tzsp'],
  [51820, 'wireguard'],
]);
