import type { Layer } from './layer.ts';

/** EtherIP (RFC 3378 §3): version 3 in two octets, then a frame. */
export const etherip: Layer = (data, on) => {
  if (data.length < 2) on.pass('truncated');
  else if (data[0]! >> 4 === 3) on.give('ethernet', data.subarray(2));
  else on.pass('malformed');
};
