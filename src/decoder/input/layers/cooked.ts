import { afterEtherType } from './ether-type.ts';
import { word, wordLittle, type Layer } from './layer.ts';

// What libpcap puts in front of a packet where there is no one kind of link: `-i any` on Linux (LINKTYPE_LINUX_SLL and
// _SLL2, tcpdump.org/linktypes.html) and loopback on BSD and macOS.

/** Frames without an EtherType: IEEE 802.3 with LLC and without. */
const LLC = 4;

/** LINUX_SLL: the protocol is the last of its 16 octets. */
export const sll: Layer = (data, on) => {
  if (data.length < 16) on.pass('truncated');
  else if (word(data, 14) === LLC) on.give('llc', data.subarray(16));
  else if (word(data, 14) <= 1500) on.pass('not-ip');
  else afterEtherType(data, 14, on);
};

const VLAN = [0x8100, 0x88a8, 0x9100];

/** LINUX_SLL2: the protocol comes first, the packet after 20 octets, and of a tag its second half after that. */
export const sll2: Layer = (data, on) => {
  if (data.length < 20) return on.pass('truncated');
  const type = word(data, 0);
  if (type === 0x0800 || type === 0x86dd) return on.give('ip', data.subarray(20));
  if (type === LLC) return on.give('llc', data.subarray(20));
  if (VLAN.includes(type)) return afterEtherType(data, 22, on);
  if (type === 0x8864) return on.give('pppoe', data.subarray(20));
  if (type === 0x8847 || type === 0x8848) return on.give('mpls', data.subarray(20));
  on.pass('not-ip');
};

/** NULL and LOOP: an address family of four octets. 2 is IPv4 everywhere; IPv6 has another number in each system. */
export const family: Layer = (data, on) => {
  if (data.length < 4) return on.pass('truncated');
  // NULL has the order of the machine that captured, LOOP that of the network: one of the outer octets is the number.
  const number = data[0]! | data[3]!;
  if (number === 2 || [10, 24, 28, 30].includes(number)) on.give('ip', data.subarray(4));
  else on.pass('not-ip');
};

/** PKTAP of macOS: its own length, the type of record, the link type of the packet, in the order of the machine. */
export const pktap: Layer = (data, on) => {
  if (data.length < 12) return on.pass('truncated');
  const length = wordLittle(data, 0);
  if (length < 12 || length > data.length) return on.pass('malformed');
  on.link(wordLittle(data, 8), data.subarray(length));
};
