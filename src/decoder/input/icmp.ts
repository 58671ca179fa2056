import { formatAddress } from '../message/hosts.ts';
import type { IpPayload } from './ip.ts';
import { word } from './layers/layer.ts';
import type { Endpoint, Undelivered } from '../message/types.ts';

// ICMP errors (RFC 792, RFC 4443 §3) quote the packet that did not arrive: who sent it where, and why it got no further.

const ICMP = 1;
const ICMP6 = 58;
const TRANSPORTS: Record<number, Undelivered['transport']> = { 6: 'TCP', 17: 'UDP', 132: 'SCTP' };

/** Codes of Destination Unreachable (type 3; RFC 792, RFC 1122 §3.2.2.1, RFC 1812 §5.2.7.1). */
const UNREACHABLE: Record<number, Undelivered['why']> = {
  0: 'network',
  1: 'host',
  2: 'protocol',
  3: 'port',
  5: 'network',
  6: 'network',
  7: 'host',
  9: 'prohibited',
  10: 'prohibited',
  11: 'network',
  12: 'host',
  13: 'prohibited',
};

/** Codes of Destination Unreachable of IPv6 (type 1; RFC 4443 §3.1). */
const UNREACHABLE6: Record<number, Undelivered['why']> = {
  0: 'network',
  1: 'prohibited',
  3: 'host',
  4: 'port',
  5: 'prohibited',
  6: 'prohibited',
};

/** What an ICMP packet says of a packet that did not arrive; null if it says something else */
export function readIcmp({
  protocol,
  source,
  data,
}: IpPayload): Pick<Undelivered, 'by' | 'why' | 'from' | 'to' | 'transport'> | null {
  if (data.length < 8 + 28) return null;
  const why =
    protocol === ICMP && data[0] === 3
      ? UNREACHABLE[data[1]!]
      : protocol === ICMP6 && data[0] === 1
        ? UNREACHABLE6[data[1]!]
        : undefined;
  if (why === undefined) return null;
  const quoted = readQuoted(data.subarray(8));
  return quoted && { by: formatAddress(source), why, ...quoted };
}

/** Ends and transport of the quoted packet, of which only the beginning may be there (RFC 792, RFC 1812 §4.3.2.3) */
function readQuoted(packet: Uint8Array): { from: Endpoint; to: Endpoint; transport: Undelivered['transport'] } | null {
  const version = packet[0]! >> 4;
  const header = version === 4 ? (packet[0]! & 15) * 4 : 40;
  const transport = TRANSPORTS[version === 4 ? packet[9]! : packet[6]!];
  if (transport === undefined || packet.length < header + 4) return null;
  const [from, to] =
    version === 4
      ? [packet.subarray(12, 16), packet.subarray(16, 20)]
      : [packet.subarray(8, 24), packet.subarray(24, 40)];
  return {
    from: { host: formatAddress(from), port: word(packet, header) },
    to: { host: formatAddress(to), port: word(packet, header + 2) },
    transport,
  };
}

/** Whether a protocol in IP is ICMP */
export const isIcmp = (protocol: number): boolean => protocol === ICMP || protocol === ICMP6;
