import { word, type Layer } from './layer.ts';

// ERSPAN (draft-foschiano-erspan): the mirrored frames of a switch port.

/** Type I: the frame follows GRE at once. */
export const erspan1: Layer = (data, on) => on.give('ethernet', data);

/** Type II: version 1, eight octets. */
export const erspan2: Layer = (data, on) => {
  if (data.length < 8) on.pass('truncated');
  // Some switches send type I with a sequence number: then a frame begins here.
  else on.give('ethernet', data[0]! >> 4 === 1 ? data.subarray(8) : data);
};

/** Type III: version 2, twelve octets, and eight more for the platform if the last bit says so. */
export const erspan3: Layer = (data, on) => {
  if (data.length < 12) return on.pass('truncated');
  const more = (data[11]! & 1) === 1 ? 8 : 0;
  // P bits: 0 Ethernet, 2 IP.
  const frame = (word(data, 10) >> 10) & 31;
  on.give(frame === 2 ? 'ip' : 'ethernet', data.subarray(12 + more));
};
