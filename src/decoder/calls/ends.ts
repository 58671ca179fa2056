import { addresses, cseq, hostPort, listed, readAddress, vias, type Uri, type Via } from '../message/fields.ts';
import type { Endpoint, Message } from '../message/types.ts';

// Who sent each message to whom: what a capture saw, what a log says of its far end, and what header fields say where
// neither has an address.

/** What a party is where no address is known. */
export type Unnamed = 'log-host' | 'far-end' | 'websocket-client' | 'unknown';

/** One end of a message; `unnamed` where no address is known, then `host` only tells one from another. */
export interface End {
  host: string;
  port: number | null;
  unnamed?: Unnamed;
}

/** Sender and receiver. */
export type Pair = [End, End];

const LOG_HOST: End = { host: 'log-host', port: null, unnamed: 'log-host' };
const FAR_END: End = { host: 'far-end', port: null, unnamed: 'far-end' };
const UNKNOWN: End = { host: 'unknown', port: null, unnamed: 'unknown' };

/** RFC 7118 §5: a client that cannot know its address writes a name that nobody can resolve (RFC 2606 §2). */
const invalid = (host: string): boolean => host.endsWith('.invalid');

const isRequest = (message: Message): boolean => message.start.kind === 'request';
const host = ({ host: name }: End): string => name.toLowerCase();

/** What is equal in a request and its responses on one hop, whatever capitals an element changed (RFC 3261 §7.3.1). */
const hopOf = (message: Message): string =>
  listed(message, 'Via')[0]
    ?.replace(/;(received|rport)(=[^;]*)?/gi, '')
    .toLowerCase() ?? '';

const ofUri = (uri: Uri | undefined): End | null => {
  if (uri === undefined || uri.host === '') return null;
  return invalid(uri.host) ? client(uri.host) : { host: uri.host, port: uri.port };
};

const client = (name: string): End => ({ host: name, port: null, unnamed: 'websocket-client' });

/** The end that a Via names: where it was seen to come from, if its receiver wrote that down (RFC 3261 §18.2.1, RFC 3581). */
function ofVia(via: Via | undefined): End | null {
  if (via === undefined) return null;
  if (!invalid(via.host)) return { host: via.host, port: via.port };
  const received = via.params.get('received');
  return received ? { host: received, port: Number(via.params.get('rport')) || null } : client(via.host);
}

function targetOf(message: Message): End | null {
  const route = addresses(message, 'Route')[0];
  const uri = route?.uri ?? readAddress(message.start.kind === 'request' ? `<${message.start.uri}>` : '').uri;
  return ofUri(uri) ?? (uri.user === '' ? null : { host: uri.user, port: null });
}

/** Which way a log sends the message from the view of its own host */
const directionOf = ({ direction, from, to }: Message): Message['direction'] =>
  direction ?? (from && !to ? 'received' : to && !from ? 'sent' : undefined);

/**
 * Who wrote the log, for the whole of it: legs of one PBX have the same party.
 *
 * @returns null where nothing was logged from one host's view: captures, pastes, logs of several hosts
 */
export function logHost(messages: Message[]): End | null {
  const logged = messages.filter((message) => directionOf(message) !== undefined);
  if (logged.length === 0 || contradictory(logged)) return null;
  const sent = (message: Message) => directionOf(message) === 'sent';
  const own: ((message: Message) => End | null)[] = [
    ({ from, to, direction }) => (from && to ? (direction === 'sent' ? from : to) : null),
    // Who sends a request writes itself into Via, and gets the responses with it.
    (message) => (sent(message) === isRequest(message) ? ofVia(vias(message)[0]) : null),
    (message) => (sent(message) && ownContact(message) ? ofUri(addresses(message, 'Contact')[0]?.uri) : null),
    (message) => (!sent(message) && isRequest(message) ? targetOf(message) : null),
  ];
  for (const of of own)
    for (const message of logged) {
      const end = of(message);
      if (end !== null && !end.unnamed) return severalPorts(end, logged, own) ? { ...end, port: null } : end;
    }
  return LOG_HOST;
}

/** Whether messages show the host at several ports, as a PBX has one for phones and another for trunks */
function severalPorts({ host: name }: End, logged: Message[], own: ((message: Message) => End | null)[]): boolean {
  const ports = logged.flatMap((message) =>
    own.flatMap((of) => {
      const end = of(message);
      return end !== null && !end.unnamed && end.host === name ? [end.port ?? 5060] : [];
    }),
  );
  return new Set(ports).size > 1;
}

/** Contact says where its sender is, but for a redirection and for the list of a registrar (RFC 3261 §20.10). */
const ownContact = (message: Message): boolean =>
  message.start.kind === 'request' || (message.start.code < 300 && cseq(message)?.method !== 'REGISTER');

/** A request and its response cannot both be sent by the host of the log: then titles name the sender of each message. */
function contradictory(messages: Message[]): boolean {
  const ways = new Map<string, string>();
  for (const message of messages) {
    if (message.from && message.to) continue;
    const key = hopOf(message);
    if (key === '') continue;
    const way = (directionOf(message) === 'sent') === isRequest(message) ? 'client' : 'server';
    if ((ways.get(key) ?? way) !== way) return true;
    ways.set(key, way);
  }
  return false;
}

/**
 * @param messages those of one Call-ID, in order
 * @param near who wrote the log, from `logHost`
 * @returns sender and receiver of each
 */
export function endsOf(messages: Message[], near: End | null): Pair[] {
  const logged = messages.some((message) => message.from ?? message.to ?? (near && message.direction));
  return logged ? loggedEnds(messages, near) : derivedEnds(messages);
}

/** Ends from packets and logs; what is missing is the host of the log, what the hop's other messages have, or what is said. */
function loggedEnds(messages: Message[], near: End | null): Pair[] {
  const hops = new Map<string, { client?: End; server?: End }>();
  const hop = (message: Message) => {
    const key = hopOf(message);
    const known = hops.get(key) ?? {};
    hops.set(key, known);
    return known;
  };
  const own = (message: Message): End | null => {
    const far = message.from ?? message.to;
    // A log whose own address cannot be distinguished from that of the other end has none.
    return near && far && near.host === far.host && near.port === far.port ? LOG_HOST : near;
  };
  for (const message of messages) {
    const known = hop(message);
    const [sender, receiver] = isRequest(message) ? (['client', 'server'] as const) : (['server', 'client'] as const);
    const way = near ? directionOf(message) : undefined;
    const from = message.from ?? (way === 'sent' ? own(message) : null);
    const to = message.to ?? (way === 'received' ? own(message) : null);
    if (from) known[sender] ??= from;
    if (to) known[receiver] ??= to;
  }
  const said = derivedEnds(messages);
  return messages.map((message, index): Pair => {
    const known = hop(message);
    const way = near ? directionOf(message) : undefined;
    const [fromSaid, toSaid] = said[index]!;
    const [fromHop, toHop] = isRequest(message) ? [known.client, known.server] : [known.server, known.client];
    const from = message.from ?? (way === 'sent' ? own(message)! : (fromHop ?? elsewhere(fromSaid, near, message.to)));
    const to = message.to ?? (way === 'received' ? own(message)! : (toHop ?? elsewhere(toSaid, near, message.from)));
    return [from, to];
  });
}

/** What header fields say of the far end cannot be the near end: a proxy may send a request on to a name of its own. */
function elsewhere(said: End, near: End | null, other: Endpoint | null): End {
  if (said.unnamed === 'unknown') return FAR_END;
  if (near && host(said) === host(near) && (said.port ?? 5060) === (near.port ?? 5060)) return FAR_END;
  return other && host(said) === host(other) && said.port === other.port ? FAR_END : said;
}

/**
 * Ends from header fields. The sender of a request is its top Via; the receiver is the top Route or the Request-URI,
 * and what those name is often a domain, so the Record-Route or Contact of a response tells who that was.
 */
function derivedEnds(messages: Message[]): Pair[] {
  const alias = new Map<string, End>();
  const targets = new Map<string, End>();
  const hops = messages.map(hopOf);
  for (const [index, message] of messages.entries()) {
    const key = hops[index]!;
    if (isRequest(message) && !targets.has(key)) targets.set(key, targetOf(message) ?? UNKNOWN);
  }
  const requests = new Map<string, Message>();
  for (const [index, message] of messages.entries()) {
    const key = hops[index]!;
    if (message.start.kind === 'request') {
      if (!requests.has(key)) requests.set(key, message);
      continue;
    }
    const target = targets.get(key);
    const request = requests.get(key);
    if (!target || !request || message.start.code >= 300 || alias.has(keyOf(target))) continue;
    const next = nextHop(request, message);
    if (next) alias.set(keyOf(target), next);
  }
  const name = (end: End) => alias.get(keyOf(end)) ?? end;
  return messages.map((message, index): Pair => {
    const sender = ofVia(vias(message)[0]) ?? UNKNOWN;
    const target = name(targets.get(hops[index]!) ?? otherEnd(message));
    return isRequest(message) ? [sender, target] : [target, sender];
  });
}

const keyOf = (end: End): string => `${end.unnamed ?? ''} ${end.host} ${end.port}`;

/** The response without its request: Contact or To must say who sent it. */
function otherEnd(message: Message): End {
  const uri = (addresses(message, 'Contact')[0] ?? addresses(message, 'To')[0])?.uri;
  const end = ofUri(uri);
  return end === null || end.unnamed ? (end ?? UNKNOWN) : { ...hostPort(uri!.host), port: uri!.port };
}

/** Who answered: the Record-Route entry that the next hop added, or the Contact if it added none */
function nextHop(request: Message, response: Message): End | null {
  const before = addresses(request, 'Record-Route').length;
  const added = addresses(response, 'Record-Route').at(-1 - before);
  const uri = (added ?? addresses(response, 'Contact')[0])?.uri;
  return request.start.kind === 'request' && request.start.method !== 'REGISTER' ? ofUri(uri) : null;
}
