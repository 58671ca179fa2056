import { word, type Layer } from './layer.ts';

/** Encrypted and compressed datagrams: ECP (RFC 1968 §3), CCP (RFC 1962 §4), which MPPE uses too (RFC 3078 §2). */
const ENCRYPTED = [0x53, 0x55, 0xfb, 0xfd];

/** PPP (RFC 1661 §2) with or without the address and control field of HDLC (RFC 1662 §3.1), which may be left out. */
export const ppp: Layer = (data, on) => {
  let at = data[0] === 0xff && data[1] === 3 ? 2 : 0;
  if (data.length < at + 2) return on.pass('truncated');
  // An odd first octet is a whole protocol number: its upper half was left out (RFC 1661 §6.5).
  const short = (data[at]! & 1) === 1;
  const protocol = short ? data[at]! : word(data, at);
  at += short ? 1 : 2;
  if (protocol === 0x21 || protocol === 0x57) on.give('ip', data.subarray(at));
  else if (protocol === 0x281 || protocol === 0x283) on.give('mpls', data.subarray(at));
  // Bridging (RFC 3518 §4.2): flags, MAC type 1 for Ethernet.
  else if (protocol === 0x31 && data[at + 1] === 1) on.give('ethernet', data.subarray(at + 2));
  else on.pass(ENCRYPTED.includes(protocol) ? 'tunnel-encrypted' : 'not-ip');
};
