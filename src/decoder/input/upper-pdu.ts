import { formatAddress } from '../message/hosts.ts';
import { word } from './layers/layer.ts';
import type { Endpoint, Message } from '../message/types.ts';

// "Export PDUs" of Wireshark (LINKTYPE_WIRESHARK_UPPER_PDU), the way in which decrypted SIP leaves it: tags with the name of
// the protocol and the ends, then the message. Numbers of tags: wireshark:epan/exported_pdu.h.

export const UPPER_PDU = 252;

const TAGS = {
  end: 0,
  dissector: 12,
  source4: 20,
  target4: 21,
  source6: 22,
  target6: 23,
  portType: 24,
  sourcePort: 25,
  targetPort: 26,
};
const TRANSPORTS: Record<number, Message['transport']> = { 1: 'SCTP', 2: 'TCP', 3: 'UDP' };

export interface UpperPdu {
  name: string;
  from: Endpoint | null;
  to: Endpoint | null;
  transport: Message['transport'];
  data: Uint8Array;
}

/** The exported message with what its tags say; null if they cannot be read */
export function readUpperPdu(frame: Uint8Array): UpperPdu | null {
  const tags = new Map<number, Uint8Array>();
  for (let at = 0; at + 4 <= frame.length;) {
    const [type, length] = [word(frame, at), word(frame, at + 2)];
    at += 4;
    if (type === TAGS.end) {
      const port = (tag: number): number | null => {
        const value = tags.get(tag);
        return value?.length === 4 ? word(value, 2) : null;
      };
      const end = (address: Uint8Array | undefined, tag: number): Endpoint | null =>
        address && [4, 16].includes(address.length) ? { host: formatAddress(address), port: port(tag) } : null;
      return {
        name: new TextDecoder().decode(tags.get(TAGS.dissector) ?? new Uint8Array(0)).replace(/\0+$/, ''),
        from: end(tags.get(TAGS.source4) ?? tags.get(TAGS.source6), TAGS.sourcePort),
        to: end(tags.get(TAGS.target4) ?? tags.get(TAGS.target6), TAGS.targetPort),
        transport: TRANSPORTS[port(TAGS.portType) ?? 0] ?? null,
        data: frame.subarray(at + length),
      };
    }
    tags.set(type, frame.subarray(at, at + length));
    at += length;
  }
  return null;
}
