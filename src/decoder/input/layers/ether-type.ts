import { word, type Onward } from './layer.ts';

// What follows an EtherType (IEEE 802 numbers at IANA), which Ethernet, LLC/SNAP, GRE, VXLAN-GPE, Geneve, cooked captures and Cisco HDLC share.

/** No frame has more tags; a hostile one must not be a loop. */
const MOST_TAGS = 8;
const MACSEC = 0x88e5;

/**
 * Hands on what an EtherType announces.
 *
 * @param typeAt position of the EtherType in `data`
 */
export function afterEtherType(data: Uint8Array, typeAt: number, on: Onward): void {
  let at = typeAt;
  for (let tags = 0; tags <= MOST_TAGS && at + 2 <= data.length; tags++) {
    const type = word(data, at);
    // IEEE 802.3: up to 1500 it is a length, and LLC follows; 0x8870 is LLC in a longer frame.
    if (type <= 1500) return on.give('llc', data.subarray(at + 2, Math.min(data.length, at + 2 + type)));
    switch (type) {
      case 0x0800:
      case 0x86dd:
        return on.give('ip', data.subarray(at + 2));
      // IEEE 802.1Q, 802.1ad, and what was used for double tags before it.
      case 0x8100:
      case 0x88a8:
      case 0x9100:
      case 0x9200:
        at += 4;
        continue;
      // VN-Tag of a virtual switch, 4 octets of its own.
      case 0x8926:
        at += 6;
        continue;
      // IEEE 802.1ah: four octets with the service, then a whole frame.
      case 0x88e7:
        return on.give('ethernet', data.subarray(at + 6));
      case 0x8864:
        return on.give('pppoe', data.subarray(at + 2));
      case 0x8847:
      case 0x8848:
        return on.give('mpls', data.subarray(at + 2));
      case 0x6558:
        return on.give('ethernet', data.subarray(at + 2));
      case 0x880b:
        return on.give('ppp', data.subarray(at + 2));
      case 0x88be:
        return on.give('erspan2', data.subarray(at + 2));
      case 0x22eb:
        return on.give('erspan3', data.subarray(at + 2));
      case 0x8870:
        return on.give('llc', data.subarray(at + 2));
      case MACSEC:
        return on.pass('tunnel-encrypted');
      default:
        return on.pass('not-ip');
    }
  }
  on.pass(at + 2 > data.length ? 'truncated' : 'malformed');
}
