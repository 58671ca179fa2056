import { word, type Kind, type Layer } from './layer.ts';

/** Encapsulated protocols: Ethernet, IEEE 802.11, with Prism or AVS header. */
const INNER: Record<number, Kind> = { 1: 'ethernet', 18: 'wifi', 119: 'prism', 127: 'prism' };
const PADDING = 0;
const END = 1;

/** TZSP, in which MikroTik routers and some access points send what they capture: tags up to the one that ends them. */
export const tzsp: Layer = (data, on) => {
  if (data.length < 4) return on.pass('truncated');
  // Version 1; types 0 and 1 carry a packet.
  if (data[0] !== 1 || data[1]! > 1) return on.pass('not-sip');
  const inner = INNER[word(data, 2)];
  if (inner === undefined) return on.pass('not-ip');
  let at = 4;
  while (at < data.length && data[at] !== END) at += data[at] === PADDING ? 1 : 2 + (data[at + 1] ?? 0);
  if (at >= data.length) return on.pass('truncated');
  on.give(inner, data.subarray(at + 1));
};
