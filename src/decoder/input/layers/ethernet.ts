import { afterEtherType } from './ether-type.ts';
import type { Layer } from './layer.ts';

/** Ethernet (IEEE 802.3): two addresses of six octets, then the type or length. */
export const ethernet: Layer = (data, on) => afterEtherType(data, 12, on);
