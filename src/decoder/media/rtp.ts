// The header of RTP (RFC 3550 §5.1), and how RTCP is told apart from it (RFC 5761 §4).

const HEADER = 12;

const word = (data: Uint8Array, at: number): number => (data[at]! << 8) | data[at + 1]!;

/** What a datagram may be by its first octets */
export function mediaKind(data: Uint8Array): 'rtp' | 'rtcp' | null {
  if (data.length < 8 || data[0]! >> 6 !== 2) return null;
  const second = data[1]!;
  // RFC 5761 §4: payload types 64 to 95 are not used, since with the marker they look like the packet types of RTCP.
  if (second >= 192 && second <= 223) return (word(data, 2) + 1) * 4 <= data.length + 3 ? 'rtcp' : null;
  return data.length >= HEADER && ((second & 127) < 64 || (second & 127) > 95) ? 'rtp' : null;
}

export const payloadType = (data: Uint8Array): number => data[1]! & 127;
export const sequenceNumber = (data: Uint8Array): number => word(data, 2);
export const timestamp = (data: Uint8Array): number => (word(data, 4) * 65536 + word(data, 6)) >>> 0;

/** Whether the payload has the four octets of a telephone event (RFC 4733 §2.3) */
export const eventSized = (data: Uint8Array): boolean =>
  (data[0]! & 0x30) === 0 && data.length === HEADER + (data[0]! & 15) * 4 + 4;
