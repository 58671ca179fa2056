import { word, wordLittle, type Layer } from './layer.ts';

// IEEE 802.11 frames, and the headers that a monitor interface puts in front (radiotap.org; Prism and AVS of older drivers).

const DATA = 2;
const PROTECTED = 0x40;
const ORDER = 0x80;
const BOTH_SYSTEMS = 3;

/** A data frame (IEEE 802.11 §9.3.2): addresses, QoS control where the subtype has it, then LLC. */
export const wifi: Layer = (data, on) => frame(data, false, on);

function frame(data: Uint8Array, padded: boolean, on: Parameters<Layer>[1]): void {
  if (data.length < 24) return on.pass('truncated');
  const [control, flags] = [data[0]!, data[1]!];
  if (((control >> 2) & 3) !== DATA) return on.pass('not-ip');
  const subtype = control >> 4;
  // Subtypes with bit 2 have no data.
  if ((subtype & 4) !== 0) return on.pass('not-ip');
  // Still encrypted: what was decrypted in the capture file has the bit cleared.
  if ((flags & PROTECTED) !== 0) return on.pass('wifi-protected');
  let at = (flags & 3) === BOTH_SYSTEMS ? 30 : 24;
  const qos = (subtype & 8) !== 0;
  const aggregate = qos && (data[at]! & 0x80) !== 0;
  if (qos) at += 2;
  if (qos && (flags & ORDER) !== 0) at += 4;
  if (padded) at = Math.ceil(at / 4) * 4;
  if (!aggregate) return on.give('llc', data.subarray(at));
  // A-MSDU (§9.3.2.2): several frames, each with two addresses and a length, on a boundary of four octets.
  if (at + 14 >= data.length) return on.pass('truncated');
  while (at + 14 < data.length) {
    const length = word(data, at + 12);
    if (length === 0) return;
    on.give('llc', data.subarray(at + 14, at + 14 + length));
    at += Math.ceil((14 + length) / 4) * 4;
  }
}

/** Radiotap: its length is in the header; of its fields only the flags matter, of which one tells of padding. */
export const radiotap: Layer = (data, on) => {
  if (data.length < 8) return on.pass('truncated');
  const length = wordLittle(data, 2);
  if (data[0] !== 0 || length < 8) return on.pass('malformed');
  if (length > data.length) return on.pass('truncated');
  // Further words of the bit map follow while the highest bit is set.
  let fields = 8;
  for (let at = 4; (data[at + 3]! & 0x80) !== 0 && fields < length; at += 4) fields += 4;
  const present = data[4]!;
  // The time comes first, on a boundary of eight octets.
  const flagsAt = (present & 1) === 0 ? fields : Math.ceil(fields / 8) * 8 + 8;
  const padded = (present & 2) !== 0 && (data[flagsAt]! & 0x20) !== 0;
  frame(data.subarray(length), padded, on);
};

/** Prism has a length in the order of the machine, AVS in that of the network; PPI has it after version and flags. */
export const prism: Layer = (data, on) => {
  if (data.length < 8) return on.pass('truncated');
  const avs = data[0] === 0x80 && data[1] === 0x21;
  const length = avs ? word(data, 6) : Math.max(wordLittle(data, 4), 0);
  if (length < 8 || length > data.length) return on.pass('malformed');
  on.give('wifi', data.subarray(length));
};

/** PPI (LINKTYPE_PPI): version, flags, length, link type. */
export const ppi: Layer = (data, on) => {
  if (data.length < 8) return on.pass('truncated');
  const length = wordLittle(data, 2);
  if (length < 8 || length > data.length) return on.pass('malformed');
  on.link(wordLittle(data, 4), data.subarray(length));
};
