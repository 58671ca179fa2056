import { addresses, hostPort, listed, readAddress, vias } from '../message/fields.ts';
import type { Endpoint, Message } from '../message/types.ts';

/**
 * How a party is called: an address or name that the trace has for it, or what it is where there is none. A language has
 * a word for the latter (`words.party`).
 */
export type PartyName = string | { unnamed: 'log-host' | 'far-end' | 'unknown' };

/** Who takes part: an address of the capture, or a name in Via or Contact where the trace has no addresses. */
export interface Party {
  /** Host, with the port where two parties of one host talk to each other. */
  label: PartyName;
  host: string;
  /** Every port seen; empty if none is known. */
  ports: number[];
  /** False if header fields had to tell, because the trace has no addresses. */
  seen: boolean;
}

/** Sender and receiver as positions in the list of parties. */
export interface Ends {
  from: number;
  to: number;
}

/** The host that wrote a log which names only the other end. */
const SELF = 'self';

/**
 * @param messages those of one Call-ID, in order
 * @returns parties in the order of their first message, and the ends of each message
 */
export function findParties(messages: Message[]): { parties: Party[]; ends: Ends[] } {
  const keys = messages.some(({ from, to }) => from || to) ? seenEnds(messages) : saidEnds(messages);
  const merged = mergePorts(keys.map((pair) => pair.map(({ host, port }) => ({ host, port })) as Pair));
  const parties: Party[] = [];
  const index = new Map<string, number>();
  const at = ({ host, port }: Endpoint): number => {
    // A host that is named without a port is reached at the default one.
    const key = merged.has(host) ? host : join(host, port ?? 5060);
    let position = index.get(key);
    if (position === undefined) {
      position = parties.length;
      index.set(key, position);
      parties.push({ label: key, host, ports: [], seen: messages.some(({ from, to }) => from || to) });
    }
    const { ports } = parties[position]!;
    if (port !== null && !ports.includes(port)) ports.push(port);
    return position;
  };
  const ends = keys.map(([from, to]) => ({ from: at(from), to: at(to) }));
  for (const party of parties) party.label = party.ports.length === 1 ? join(party.host, party.ports[0]!) : party.label;
  return { parties, ends };
}

type Pair = [Endpoint, Endpoint];

const join = (host: string, port: number | null): string =>
  port === null ? host : host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;

/** @returns hosts of which no two ports talk to each other: their ports are one party */
function mergePorts(pairs: Pair[]): Set<string> {
  const hosts = new Set(pairs.flat().map(({ host }) => host));
  for (const [from, to] of pairs) if (from.host === to.host) hosts.delete(from.host);
  return hosts;
}

/** Ends from packets; where a log names one end only, the other is the host that logs. */
function seenEnds(messages: Message[]): Pair[] {
  const own = messages.map((message) => (message.to && !message.from ? vias(message)[0] : undefined)).find(Boolean);
  const self: Endpoint = own ? { host: own.host, port: own.port } : { host: SELF, port: null };
  return messages.map(({ from, to }) => [from ?? self, to ?? self]);
}

/**
 * Ends from header fields. The sender of a request is its top Via; the receiver is the top Route or the Request-URI,
 * and what those name is often a domain, so the Record-Route or Contact of a response tells who that was.
 */
function saidEnds(messages: Message[]): Pair[] {
  const alias = new Map<string, Endpoint>();
  const targets = new Map<string, Endpoint>();
  for (const message of messages) {
    if (message.start.kind !== 'request') continue;
    const key = hopOf(message);
    if (!targets.has(key)) targets.set(key, targetOf(message));
  }
  const requests = new Map<string, Message>();
  for (const message of messages) {
    const key = hopOf(message);
    if (message.start.kind === 'request') {
      if (!requests.has(key)) requests.set(key, message);
      continue;
    }
    const target = targets.get(key);
    const request = requests.get(key);
    if (!target || !request || message.start.code >= 300 || alias.has(join(target.host, target.port))) continue;
    const next = nextHop(request, message);
    if (next) alias.set(join(target.host, target.port), next);
  }
  const name = (end: Endpoint) => alias.get(join(end.host, end.port)) ?? end;
  return messages.map((message): Pair => {
    const via = vias(message)[0];
    const sender = { host: via?.host ?? SELF, port: via?.port ?? null };
    const target = name(targets.get(hopOf(message)) ?? otherEnd(message));
    return message.start.kind === 'request' ? [sender, target] : [target, sender];
  });
}

/** What is equal in a request and its responses on one hop. */
const hopOf = (message: Message): string =>
  listed(message, 'Via')[0]?.replace(/;(received|rport)(=[^;]*)?/gi, '') ?? '';

function targetOf(message: Message): Endpoint {
  const route = addresses(message, 'Route')[0];
  const uri = route?.uri ?? readAddress(message.start.kind === 'request' ? `<${message.start.uri}>` : '').uri;
  return uri.host === '' ? { host: uri.user || SELF, port: null } : { host: uri.host, port: uri.port };
}

/** The response without its request: Contact or To must say who sent it. */
function otherEnd(message: Message): Endpoint {
  const uri = (addresses(message, 'Contact')[0] ?? addresses(message, 'To')[0])?.uri;
  return uri ? hostPort(uri.port === null ? uri.host : join(uri.host, uri.port)) : { host: SELF, port: null };
}

/** @returns who answered: the Record-Route entry that the next hop added, or the Contact if it added none */
function nextHop(request: Message, response: Message): Endpoint | null {
  const before = addresses(request, 'Record-Route').length;
  const added = addresses(response, 'Record-Route').at(-1 - before);
  const uri = (added ?? addresses(response, 'Contact')[0])?.uri;
  return uri && uri.host !== '' && request.start.kind === 'request' && request.start.method !== 'REGISTER'
    ? { host: uri.host, port: uri.port }
    : null;
}
