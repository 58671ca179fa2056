import { word, type Layer } from './layer.ts';

const CONTROL = 0x8000;
const LENGTH = 0x4000;
const SEQUENCE = 0x0800;
const OFFSET = 0x0200;

/** L2TP version 2 (RFC 2661 §3.1): data messages carry PPP. Version 3 says nowhere what it carries. */
export const l2tp: Layer = (data, on) => {
  if (data.length < 6) return on.pass('truncated');
  const flags = word(data, 0);
  if ((flags & 15) !== 2) return on.pass('not-sip');
  if ((flags & CONTROL) !== 0) return on.pass('not-ip');
  let at = 6;
  if ((flags & LENGTH) !== 0) at += 2;
  if ((flags & SEQUENCE) !== 0) at += 4;
  if ((flags & OFFSET) !== 0) at += 2 + (at + 2 <= data.length ? word(data, at) : 0);
  if (at >= data.length) return on.pass('truncated');
  on.give('ppp', data.subarray(at));
};
