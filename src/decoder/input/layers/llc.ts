import { afterEtherType } from './ether-type.ts';
import { word, type Layer } from './layer.ts';

/**
 * LLC (IEEE 802.2) with SNAP (RFC 1042): AA AA 03, an organisation and a type. Of the organisations only those that mean
 * EtherTypes are followed; SAP 06 is IPv4 itself.
 */
export const llc: Layer = (data, on) => {
  if (data.length < 3) return on.pass('truncated');
  if (data[0] === 6 && data[1] === 6 && data[2] === 3) return on.give('ip', data.subarray(3));
  if (data[0] !== 0xaa || data[1] !== 0xaa || data[2] !== 3) return on.pass('not-ip');
  if (data.length < 8) return on.pass('truncated');
  // 00-00-00 is RFC 1042, 00-00-F8 the bridge tunnel of IEEE 802.1H.
  const organisation = (data[3]! << 16) | word(data, 4);
  if (organisation !== 0 && organisation !== 0xf8) return on.pass('not-ip');
  afterEtherType(data, 6, on);
};
