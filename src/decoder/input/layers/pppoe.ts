import { word, type Layer } from './layer.ts';

/** PPPoE, session stage (RFC 2516 §4): version and type 1, code 0, session, length; PPP follows. */
export const pppoe: Layer = (data, on) => {
  if (data.length < 6) return on.pass('truncated');
  if (data[0] !== 0x11) return on.pass('malformed');
  if (data[1] !== 0) return on.pass('not-ip');
  on.give('ppp', data.subarray(6, 6 + word(data, 4)));
};
