import { word, type Layer } from './layer.ts';

/** VXLAN (RFC 7348 §5) and its variants with a type of payload (draft-ietf-nvo3-vxlan-gpe) or a policy group. */
export const vxlan: Layer = (data, on) => {
  if (data.length < 8) return on.pass('truncated');
  const flags = data[0]!;
  // The bit that says that the network identifier counts is always set.
  if ((flags & 8) === 0) return on.pass('not-sip');
  // GPE: a next protocol of 1 is IPv4, 2 IPv6, 3 Ethernet.
  const generic = (flags & 4) !== 0 && (word(data, 0) & 0x8000) === 0;
  on.give(generic && (data[3] === 1 || data[3] === 2) ? 'ip' : 'ethernet', data.subarray(8));
};
