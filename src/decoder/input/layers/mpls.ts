import { word, type Layer } from './layer.ts';

const MOST_LABELS = 16;

/**
 * MPLS (RFC 3032 §2.1): labels of four octets up to the one with the bottom bit. Nothing says what follows: 4 and 6 are
 * versions of IP, zero is the control word of a pseudowire (RFC 4385 §3), and else it is one without.
 */
export const mpls: Layer = (data, on) => {
  let at = 0;
  for (let labels = 0; ; labels++) {
    if (at + 4 >= data.length || labels > MOST_LABELS) return on.pass('truncated');
    const bottom = (data[at + 2]! & 1) === 1;
    at += 4;
    if (bottom) break;
  }
  const nibble = data[at]! >> 4;
  if (nibble === 4 || nibble === 6) on.give('ip', data.subarray(at));
  // Of the control word the first half is zero (RFC 4448 §4.6), which is no beginning of an address in use.
  else on.give('ethernet', data.subarray(word(data, at) === 0 ? at + 4 : at));
};
