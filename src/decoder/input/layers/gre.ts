import { afterEtherType } from './ether-type.ts';
import { word, type Layer } from './layer.ts';

const CHECKSUM = 0x8000;
const ROUTING = 0x4000;
const KEY = 0x2000;
const SEQUENCE = 0x1000;
const ACKNOWLEDGE = 0x0080;
const ERSPAN = 0x88be;

/** GRE (RFC 2784 §2, with key and sequence number of RFC 2890 §2, routing of RFC 1701, and version 1 of PPTP, RFC 2637 §4.1). */
export const gre: Layer = (data, on) => {
  if (data.length < 4) return on.pass('truncated');
  const flags = word(data, 0);
  const version = flags & 7;
  if (version > 1) return on.pass('malformed');
  let at = 4;
  if ((flags & (CHECKSUM | ROUTING)) !== 0) at += 4;
  if ((flags & KEY) !== 0) at += 4;
  if ((flags & SEQUENCE) !== 0) at += 4;
  if (version === 1 && (flags & ACKNOWLEDGE) !== 0) at += 4;
  if (version === 0 && (flags & ROUTING) !== 0) {
    // Entries: family, offset, length; one without a family is the last.
    for (let entries = 0; entries < 32 && at + 4 <= data.length; entries++) {
      const last = word(data, at) === 0;
      at += 4 + data[at + 3]!;
      if (last) break;
    }
  }
  if (at > data.length) return on.pass('truncated');
  const inner = data.subarray(at);
  // PPTP acknowledges in packets without payload.
  if (version === 1) return inner.length === 0 ? undefined : on.give('ppp', inner);
  // Type I of ERSPAN has no header of its own; type II is known by the sequence number that it always has.
  if (word(data, 2) === ERSPAN) return on.give((flags & SEQUENCE) === 0 ? 'erspan1' : 'erspan2', inner);
  afterEtherType(withType(data, at), 0, on);
};

/** The payload with the protocol type right in front of it, as in Ethernet */
function withType(data: Uint8Array, at: number): Uint8Array {
  if (at === 4) return data.subarray(2);
  const whole = new Uint8Array(data.length - at + 2);
  whole.set(data.subarray(2, 4));
  whole.set(data.subarray(at), 2);
  return whole;
}
