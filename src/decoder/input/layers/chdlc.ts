import { afterEtherType } from './ether-type.ts';
import type { Layer } from './layer.ts';

/** Cisco HDLC: address 0F (or 8F for all), control 00, EtherType. PPP in HDLC framing shares its link types. */
export const chdlc: Layer = (data, on) => {
  if (data[0] === 0xff && data[1] === 3) on.give('ppp', data);
  else if (data[0] === 0x0f || data[0] === 0x8f) afterEtherType(data, 2, on);
  else on.give('ppp', data);
};
