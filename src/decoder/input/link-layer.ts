// From the frame of a capture to the IP packet in it. Link types: the registry at tcpdump.org/linktypes.html.

/** Where the IP packet begins; -1: none in this frame; -2: a link type that is not known. */
export type IpOffset = number;

const NO_IP = -1;
const UNKNOWN = -2;

const IPV4 = 0x0800;
const IPV6 = 0x86dd;
/** IEEE 802.1Q, 802.1ad, and what was used for double tags before it. */
const VLAN = [0x8100, 0x88a8, 0x9100];
/** No frame has more tags; a hostile one must not be a loop. */
const MOST_TAGS = 8;

const word = (data: Uint8Array, at: number): number => (data[at]! << 8) | data[at + 1]!;

function afterEtherType(data: Uint8Array, typeAt: number): IpOffset {
  let at = typeAt;
  for (let tags = 0; tags <= MOST_TAGS && at + 2 <= data.length; tags++) {
    const type = word(data, at);
    if (type === IPV4 || type === IPV6) return at + 2;
    if (!VLAN.includes(type)) return NO_IP;
    at += 4;
  }
  return NO_IP;
}

/** Address families of a loopback frame: 2 everywhere is IPv4; IPv6 has another number in each system. */
function afterFamily(data: Uint8Array): IpOffset {
  if (data.length < 4) return NO_IP;
  // NULL has the order of the machine that captured, LOOP that of the network: one of the outer bytes is the number.
  const family = data[0]! | data[3]!;
  return family === 2 || [10, 24, 28, 30].includes(family) ? 4 : NO_IP;
}

/**
 * @param linkType LINKTYPE_ or DLT_ number
 * @returns where the IP packet begins, -1 where the frame has none, -2 where the link type is not known
 */
export function ipOffset(linkType: number, data: Uint8Array): IpOffset {
  switch (linkType) {
    case 1: // Ethernet
      return afterEtherType(data, 12);
    case 113: // LINUX_SLL
      return afterEtherType(data, 14);
    case 276: // LINUX_SLL2: the protocol stands first, the packet after 20 bytes; tags as in Ethernet
      return data.length < 20 ? NO_IP : sll2(data);
    case 0: // NULL
    case 108: // LOOP
      return afterFamily(data);
    case 101: // RAW
    case 12: // DLT_RAW on most systems
    case 14: // DLT_RAW on OpenBSD
    case 228: // IPV4
    case 229: // IPV6
      return 0;
    default:
      return UNKNOWN;
  }
}

function sll2(data: Uint8Array): IpOffset {
  const type = word(data, 0);
  if (type === IPV4 || type === IPV6) return 20;
  return VLAN.includes(type) ? afterEtherType(data, 22) : NO_IP;
}
