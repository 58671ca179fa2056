import { afterEtherType } from './ether-type.ts';
import { word, type Layer } from './layer.ts';

/** Geneve (RFC 8926 §3.4): options of a length in four octets, then what the protocol type says. */
export const geneve: Layer = (data, on) => {
  if (data.length < 8) return on.pass('truncated');
  if (data[0]! >> 6 !== 0) return on.pass('not-sip');
  // A control packet has no frame of a tenant.
  if ((data[1]! & 0x80) !== 0) return on.pass('not-ip');
  const at = 8 + (data[0]! & 63) * 4;
  if (at > data.length) return on.pass('truncated');
  if (word(data, 2) === 0x6558) return on.give('ethernet', data.subarray(at));
  const type = word(data, 2);
  if (type === 0x0800 || type === 0x86dd) return on.give('ip', data.subarray(at));
  afterEtherType(data.subarray(2, 4), 0, on);
};
