import type { Call, Entry } from '../calls/types.ts';
import { addresses, field, vias } from '../message/fields.ts';
import { found, type Finding } from './findings.ts';
import { ipv4, ipv6, local, scope } from '../message/hosts.ts';
import { sdpOf } from '../message/sdp.ts';
import { hasIce } from '../calls/media.ts';
import { once } from '../calls/queries.ts';
import { grouped } from '../message/grouped.ts';

// Addresses that the other side cannot reach. The source of a packet is what the trace saw, or what `received` says.

/** Where a message really came from, or null if the trace does not tell */
function sourceOf(entry: Entry): string | null {
  const { message } = entry;
  if (message.from) return message.from.host;
  return entry.code === null ? (vias(message)[0]?.params.get('received') ?? null) : null;
}

/**
 * A message whose sender wrote it itself, so that an inner address of another hop does not count: a request over one hop
 * only, and a response to which no proxy added itself.
 */
const ownMessage = ({ code, message }: Entry): boolean =>
  code !== null ? field(message, 'Record-Route') === null : vias(message).length === 1;

/** Messages from a public address in which a check finds an address that only its own network knows */
function leaks(call: Call, find: (entry: Entry) => string[]) {
  return once(call.entries).flatMap((entry) => {
    const source = sourceOf(entry);
    if (source === null || scope(source) !== 'public' || !ownMessage(entry)) return [];
    const inner = find(entry).find(local);
    return inner === undefined ? [] : [{ entry, address: inner, source }];
  });
}

const first = (list: { entry: Entry; address: string; source: string }[]) => [
  ...grouped(list, ({ source }) => source).values(),
];

/** §8.1.1.8: Contact is where later requests go; a private one from outside (RFC 1918, RFC 6598) reaches nobody. */
export function privateContact(call: Call): Finding[] {
  const contacts = (entry: Entry) => addresses(entry.message, 'Contact').map(({ uri }) => uri.host);
  // A Contact in the response to REGISTER repeats the bindings of the client.
  const list = leaks(call, (entry) => (entry.method === 'REGISTER' && entry.code !== null ? [] : contacts(entry)));
  return first(list).map((same) =>
    found(
      { kind: 'private-contact', address: same[0]!.address, source: same[0]!.source },
      same.map(({ entry }) => entry),
    ),
  );
}

/** RFC 8866 §5.7: media go to the address in c=; a private one from outside gives silence in one direction. */
export function privateMedia(call: Call): Finding[] {
  // With ICE the address of c= is only the default one; the candidates tell where media may go (RFC 8445 §5.1).
  const media = (entry: Entry) =>
    hasIce(entry)
      ? []
      : (sdpOf(entry.message)?.media ?? []).flatMap(({ address, port }) => (address && port > 0 ? [address] : []));
  return first(leaks(call, media)).map((same) =>
    found(
      { kind: 'private-media', address: same[0]!.address, source: same[0]!.source },
      same.map(({ entry }) => entry),
    ),
  );
}

/** §18.2.1: sent-by is another address than that of the packet; from a private to a public one only a NAT leads. */
export function natVia(call: Call): Finding[] {
  const request = once(call.entries).find((entry) => {
    const via = entry.code === null ? vias(entry.message)[0] : undefined;
    const source = sourceOf(entry);
    return via && source !== null && isAddress(via.host) && isAddress(source) && via.host !== source.toLowerCase();
  });
  if (!request) return [];
  const via = vias(request.message)[0]!;
  const seen = sourceOf(request)!;
  const nat = local(via.host) && scope(seen) === 'public';
  const detail = { said: via.host, seen, rport: via.params.has('rport'), nat };
  return [found({ kind: 'nat-via', ...detail }, [request], detail.rport || !nat ? 'note' : 'warning')];
}

const isAddress = (host: string): boolean => ipv4(host) !== null || ipv6(host);

/** RFC 3581 §3: without rport the response goes to the port in Via (§18.2.2), where a NAT has no way in. */
export function rportMissing(call: Call): Finding[] {
  for (const entry of once(call.entries)) {
    const via = entry.code === null ? vias(entry.message)[0] : undefined;
    const seen = entry.message.from?.port ?? null;
    const udp = (entry.message.transport ?? via?.transport) === 'UDP';
    if (!via || seen === null || !udp || via.params.has('rport') || (via.port ?? 5060) === seen) continue;
    // A host that sends from one port and listens at another is reached all the same; a NAT between is another matter.
    const behind = isAddress(via.host) && via.host !== entry.message.from?.host.toLowerCase();
    return [found({ kind: 'rport-missing', said: via.port ?? 5060, seen }, [entry], behind ? 'warning' : 'note')];
  }
  return [];
}
