import { word, type Layer } from './layer.ts';

// ESP (RFC 4303 §2) is read where nothing was encrypted (RFC 2410): then padding, its length, the next header and the check
// value at the end are as they must be. Nothing in a packet says so, nor how long the check value is.

/** Lengths of the check value: HMAC-SHA-1-96 first, as most use it (RFC 8221 §6), and none. */
const CHECKS = [12, 16, 24, 32, 20, 0];
const TCP = 6;
const UDP = 17;

export const esp: Layer = (data, on) => {
  for (const check of CHECKS) {
    const end = data.length - check;
    if (end < 8 + 2 + 8) continue;
    const [pad, next] = [data[end - 2]!, data[end - 1]!];
    const inner = data.subarray(8, end - 2 - pad);
    if (end - 2 - pad < 16 || !counted(data, end - 2 - pad, pad) || !plausible(next, inner)) continue;
    if (next === 4 || next === 41) on.give('ip', inner);
    else on.upper(next, inner);
    return;
  }
  on.pass('ipsec');
};

/** Padding counts 1, 2, 3 … (RFC 4303 §2.4). */
function counted(data: Uint8Array, from: number, pad: number): boolean {
  for (let at = 0; at < pad; at++) if (data[from + at] !== at + 1) return false;
  return true;
}

function plausible(next: number, inner: Uint8Array): boolean {
  const length = inner.length;
  if (next === UDP) return word(inner, 4) === length;
  // Data offset within the segment, and the reserved bits zero.
  if (next === TCP)
    return length >= 20 && inner[12]! >> 4 >= 5 && (inner[12]! >> 4) * 4 <= length && (inner[12]! & 15) === 0;
  if (next === 4) return inner[0]! >> 4 === 4 && word(inner, 2) === length;
  return next === 41 && inner[0]! >> 4 === 6 && length >= 40 && word(inner, 4) + 40 === length;
}

/** ESP in UDP for a way through a NAT (RFC 3948 §2): four zero octets mark IKE, a single octet FF keeps a binding alive. */
export const natTraversal: Layer = (data, on) => {
  if (data.length === 1) return;
  if (data.length < 8) on.pass('truncated');
  else if (word(data, 0) === 0 && word(data, 2) === 0) on.pass('not-sip');
  else esp(data, on);
};
