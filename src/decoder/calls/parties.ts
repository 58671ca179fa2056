import { vias } from '../message/fields.ts';
import type { Message } from '../message/types.ts';
import { endsOf, type End, type Pair, type Unnamed } from './ends.ts';

/**
 * How a party is called: an address or name that the trace has for it, or else what it is; `number` tells
 * several of a kind apart. A language has a word for the latter (`words.party`).
 */
export type PartyName = string | { unnamed: Unnamed; number?: number };

/** Who takes part: an address of the capture, or a name in Via or Contact where the trace has no addresses. */
export interface Party {
  /** Host, with the port where two parties of one host talk to each other. */
  label: PartyName;
  /** Empty where no address is known. */
  host: string;
  /** Every port seen; empty if none is known. */
  ports: number[];
  /** False if header fields had to tell, because the trace has no addresses. */
  seen: boolean;
  /** It wrote the log: the same party in every call of the trace. */
  near: boolean;
}

/** Sender and receiver as positions in the list of parties. */
export interface Ends {
  from: number;
  to: number;
}

/**
 * @param messages those of one Call-ID, in order
 * @param near who wrote the log, if one host did
 * @returns parties in the order of their first message, and the ends of each message
 */
export function findParties(messages: Message[], near: End | null = null): { parties: Party[]; ends: Ends[] } {
  const pairs = endsOf(messages, near);
  const seen = messages.some(({ from, to }) => from || to);
  const ports = ownPorts(messages, pairs);
  const merged = mergePorts(pairs);
  const parties: Party[] = [];
  const index = new Map<string, number>();
  const known: Set<number>[] = [];
  const kinds = new Map<Unnamed, number>();
  const at = (end: End): number => {
    const host = end.host.toLowerCase();
    // Only where two parties share a host does a port tell them apart.
    const apart = end.port !== null && !merged.has(host);
    const port = apart ? (ports.get(join(host, end.port)) ?? end.port) : end.port;
    // A host that is named without a port is reached at the default one.
    const key = end.unnamed ? `${end.unnamed} ${host}` : merged.has(host) ? host : join(host, port ?? 5060);
    let position = index.get(key);
    if (position === undefined) {
      position = parties.length;
      index.set(key, position);
      const own = near !== null && near.unnamed === end.unnamed && near.host.toLowerCase() === host;
      const name = end.unnamed
        ? unnamed(end.unnamed, kinds)
        : merged.has(host)
          ? end.host
          : join(end.host, port ?? 5060);
      parties.push({ label: name, host: end.unnamed ? '' : host, ports: [], seen, near: own });
      known.push(new Set());
    }
    if (port !== null) known[position]!.add(port);
    return position;
  };
  const ends = pairs.map(([from, to]) => ({ from: at(from), to: at(to) }));
  for (const [position, party] of parties.entries()) {
    party.ports = [...known[position]!];
    const own = party.near ? near!.port : (party.ports[0] ?? null);
    if (typeof party.label !== 'string' || !merged.has(party.host)) continue;
    if (own !== null && (party.near || party.ports.length === 1)) party.label = join(party.label, own);
  }
  return { parties, ends };
}

const join = (host: string, port: number | null): string =>
  port === null ? host : host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;

/** The kind, with a number if there is another of it */
function unnamed(kind: Unnamed, kinds: Map<Unnamed, number>): PartyName {
  const number = (kinds.get(kind) ?? 0) + 1;
  kinds.set(kind, number);
  return number === 1 ? { unnamed: kind } : { unnamed: kind, number };
}

/** Hosts of which no two ports talk to each other: their ports are one party */
function mergePorts(pairs: Pair[]): Set<string> {
  const hosts = new Set(pairs.flat().map(({ host }) => host.toLowerCase()));
  for (const [from, to] of pairs)
    if (from.host.toLowerCase() === to.host.toLowerCase()) hosts.delete(from.host.toLowerCase());
  return hosts;
}

/** A connection has a port of its own at the client; the port at which the client can be reached is in its Via. */
function ownPorts(messages: Message[], pairs: Pair[]): Map<string, number> {
  const ports = new Map<string, number>();
  messages.forEach((message, index) => {
    if (message.start.kind !== 'request' || message.transport === null || message.transport === 'UDP') return;
    const via = vias(message)[0];
    const [{ host, port }, to] = pairs[index]!;
    if (!via?.port || port === null || via.port === port || via.host !== host.toLowerCase()) return;
    // The port of the server, seen from a connection that the server opened.
    if (to.host.toLowerCase() === via.host && to.port === via.port) return;
    ports.set(join(via.host, port), via.port);
  });
  return ports;
}
