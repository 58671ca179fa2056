import { word, type Layer } from './layer.ts';

const USER_DATA = 255;
const MOST_EXTENSIONS = 16;

/** GTP-U (3GPP TS 29.281 §5.1): the packets of a phone between base station and core network. */
export const gtpu: Layer = (data, on) => {
  if (data.length < 8) return on.pass('truncated');
  // Version 1, and the protocol type that is not charging.
  if (data[0]! >> 4 !== 3) return on.pass('not-sip');
  if (data[1] !== USER_DATA) return on.pass('not-sip');
  const end = Math.min(data.length, 8 + word(data, 2));
  let at = 8;
  if ((data[0]! & 7) !== 0) {
    at = 12;
    // Any of the three optional fields makes all of them appear; the last is the type of the next extension (§5.2.1).
    let next = (data[0]! & 4) === 0 ? 0 : data[11]!;
    for (let count = 0; next !== 0 && count < MOST_EXTENSIONS; count++) {
      const length = (data[at] ?? 0) * 4;
      if (length === 0 || at + length > end) return on.pass(end < 8 + word(data, 2) ? 'truncated' : 'malformed');
      at += length;
      next = data[at - 1]!;
    }
  }
  // Nothing says what is inside; a session of type Ethernet or unstructured has no IP.
  const version = (data[at] ?? 0) >> 4;
  if (version === 4 || version === 6) on.give('ip', data.subarray(at, end));
  else on.give('ethernet', data.subarray(at, end));
};
