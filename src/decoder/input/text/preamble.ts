import { scope } from '../../message/hosts.ts';
import type { Endpoint, Message } from '../../message/types.ts';
import { endpoint, findAddresses, transportOf } from './addresses.ts';
import { arrowDirection, lastDirection, valueDirection, wordDirection, type Direction } from './direction.ts';
import { findTimestamp, offsetStamp, stampOf, type Stamp } from './timestamps.ts';

// What surrounds a message and says when it went, which way, and between whom.

/** What a log says about a message; null where it says nothing. */
export interface LogPreamble {
  format: string;
  from: Endpoint | null;
  to: Endpoint | null;
  direction: Direction | null;
  stamp: Stamp | null;
  transport: Message['transport'];
}

/** The text around a message. */
export interface Context {
  /** What precedes the start line in its line. */
  prefix: string;
  /** The lines before that are not empty, the nearest first. */
  before: string[];
  /** The lines behind, the nearest first. */
  after: string[];
  /** What the record that the message was in says. */
  record: Partial<LogPreamble> | null;
}

export const NOTHING: LogPreamble = {
  format: 'raw',
  from: null,
  to: null,
  direction: null,
  stamp: null,
  transport: null,
};

/** The first preamble completed by the second */
export const fill = (preamble: LogPreamble, other: Partial<LogPreamble>): LogPreamble => ({
  format: preamble.format,
  from: preamble.from ?? other.from ?? null,
  to: preamble.to ?? other.to ?? null,
  direction: preamble.direction ?? other.direction ?? null,
  stamp: preamble.stamp ?? other.stamp ?? null,
  transport: preamble.transport ?? other.transport ?? null,
});

/** Puts near and far end where the direction says they are. */
function placed(
  direction: Direction | null,
  near: Endpoint | null,
  far: Endpoint | null,
): Pick<LogPreamble, 'from' | 'to'> {
  if (direction === null) return { from: null, to: null };
  return direction === 'sent' ? { from: near, to: far } : { from: far, to: near };
}

/** Names of services for ports, as tcpdump prints them. */
const SERVICES: Record<string, number> = { sip: 5060, 'sip-tls': 5061, sips: 5061 };
const portOf = (text: string | undefined): number | null => {
  if (text === undefined) return null;
  return /^\d{1,5}$/.test(text) ? Number(text) : (SERVICES[text] ?? null);
};

/** What the named groups of a pattern say: direction, near, far, from, to, transport, time */
export function preambleOfGroups(groups: Record<string, string | undefined>): Partial<LogPreamble> {
  const direction = groups.direction === undefined ? null : valueDirection(groups.direction);
  const side = (name: string): Endpoint | null => {
    const end = groups[name] === undefined ? null : endpoint(groups[name]);
    // What a socket is bound to is no address that anybody is reached at.
    return end === null || scope(end.host) === 'unspecified' ? null : end;
  };
  const parts = (host: string, port: string): Endpoint | null =>
    groups[host] === undefined ? null : { host: groups[host], port: portOf(groups[port]) };
  const ends = placed(direction, side('near'), side('far') ?? parts('host', 'port'));
  return {
    direction,
    from: side('from') ?? parts('fromHost', 'fromPort') ?? ends.from,
    to: side('to') ?? parts('toHost', 'toPort') ?? ends.to,
    stamp: groups.time === undefined ? null : stampOf(groups.time),
    transport: transportOf(groups.transport),
  };
}

const NAMES: [RegExp, 'from' | 'to' | 'fromPort' | 'toPort' | 'direction' | 'transport' | 'time'][] = [
  [/^(?:src|source|from|sender)(?:ip|addr|address|host)$|^ipsrc$|^(?:src|source)$|^saddr$/, 'from'],
  [/^(?:dst|dest|destination|to|receiver)(?:ip|addr|address|host)$|^ipdst$|^(?:dst|dest|destination)$|^daddr$/, 'to'],
  [/^(?:src|source|from)port$|^sport$|^(?:udp|tcp)srcport$/, 'fromPort'],
  [/^(?:dst|dest|destination|to)port$|^dport$|^(?:udp|tcp)dstport$/, 'toPort'],
  [/^(?:direction|dir|way|msgdirection)$/, 'direction'],
  [/^(?:transport|proto|protocol|siptransport)$/, 'transport'],
  [
    /^(?:timestamp|time|ts|datetime|date|eventtime|realtimetimestamp|createdat|createdate|timeseconds|frametimeepoch)$/,
    'time',
  ],
];

/** What names and values of a record say, such as `srcIp`, `source_ip`, `@timestamp`, `direction` */
export function preambleOfRecord(values: Iterable<[string, unknown]>): Partial<LogPreamble> {
  const found: Partial<Record<(typeof NAMES)[number][1], string>> = {};
  const parts: { whole?: number; micro?: number } = {};
  for (const [name, value] of values) {
    const plain = name.toLowerCase().replace(/[^a-z]/g, '');
    // HEP and HOMER keep the time of the packet in two numbers; any other time of the record is that of its store.
    if (plain === 'timeseconds') parts.whole ??= Number(value);
    if (plain === 'timeuseconds') parts.micro ??= Number(value);
    const kind = NAMES.find(([pattern]) => pattern.test(plain))?.[1];
    if (kind !== undefined && value !== null && value !== '') found[kind] ??= String(value);
  }
  const end = (host: string | undefined, port: string | undefined): Endpoint | null => {
    if (host === undefined) return null;
    const known = findAddresses(host)[0] ?? (/^[\w.-]+(?::\d+)?$/.test(host) ? endpoint(host) : null);
    if (known === null) return null;
    return { host: known.host, port: port !== undefined && /^\d{1,5}$/.test(port) ? Number(port) : known.port };
  };
  return {
    from: end(found.from, found.fromPort),
    to: end(found.to, found.toPort),
    direction: found.direction === undefined ? null : valueDirection(found.direction),
    transport: transportOf(found.transport),
    stamp: packetTime(parts) ?? (found.time === undefined ? null : stampOf(found.time)),
  };
}

const packetTime = ({ whole = NaN, micro = NaN }: { whole?: number; micro?: number }): Stamp | null =>
  whole > 1e9 && micro >= 0 && micro < 1e6 ? { time: whole + micro / 1e6, dated: true } : null;

const PAIR = /([A-Za-z_@][\w.@-]{1,40})["']?[ ]?[:=][ ]?["']?([^\s"',;{}[\]()]{1,64})/g;

/** What a line in a form that is not known says; `last` where nothing but the message follows */
export function guessPreamble(text: string, last: boolean): Partial<LogPreamble> {
  const line = text.slice(0, 1024);
  const record = /\b(?:src|source|from)[_ ]?(?:ip|addr)/i.test(line)
    ? preambleOfRecord([...line.matchAll(PAIR)].map((pair): [string, string] => [pair[1]!, pair[2]!]))
    : {};
  const found = findAddresses(line);
  const of = (role: string): Endpoint | null => {
    const one = found.find((address) => address.role === role);
    return one === undefined ? null : { host: one.host, port: one.port };
  };
  const single = found.length === 1 && found[0]!.role === null ? found[0]! : null;
  const named = wordDirection(line) ?? (last ? lastDirection(line) : null);
  const direction =
    named !== null && (last || found.length > 0 || isTitle(line))
      ? named
      : single && arrowDirection(line.slice(0, single.at));
  const alone = single && { host: single.host, port: single.port };
  const ends = placed(direction, of('near'), of('far') ?? alone);
  return {
    from: record.from ?? of('from') ?? ends.from,
    to: record.to ?? of('to') ?? ends.to,
    direction: record.direction ?? direction,
    transport: found.find(({ transport }) => transport !== null)?.transport ?? record.transport ?? namedTransport(line),
    stamp: record.stamp ?? findTimestamp(line) ?? (found.length === 2 ? offsetStamp(line) : null),
  };
}

/** A line of few words, or one that ends in a colon or bracket, announces what follows; a sentence does not. */
const isTitle = (line: string): boolean => line.length < 160 && (/[:>\]=\-*)]\s*$/.test(line) || line.length < 32);

const namedTransport = (line: string): Message['transport'] =>
  transportOf(/\b(UDP|TCP|TLS|WSS?|SCTP)\b/.exec(line)?.[1]);
