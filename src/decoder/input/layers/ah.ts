import type { Layer } from './layer.ts';

/** The Authentication Header (RFC 4302 §2): signed, not encrypted. Its length counts in four octets, less two. */
export const ah: Layer = (data, on) => {
  if (data.length < 12) return on.pass('truncated');
  on.upper(data[0]!, data.subarray((data[1]! + 2) * 4));
};
