import { ipv6 } from '../../message/hosts.ts';
import type { Endpoint, Message } from '../../message/types.ts';

// Addresses and transports as logs write them, and what the words around them say.

const TRANSPORTS: Record<string, Message['transport']> = {
  UDP: 'UDP',
  TCP: 'TCP',
  TLS: 'TLS',
  WS: 'WS',
  WSS: 'WS',
  SCTP: 'SCTP',
  '17': 'UDP',
  '6': 'TCP',
};

/** The transport that a log names, in any case; `UDP6` and the like are PJSIP's names for IPv6 */
export const transportOf = (name: string | undefined): Message['transport'] =>
  TRANSPORTS[(name ?? '').toUpperCase().replace(/(?<=[A-Z])[46]$/, '')] ?? null;

/** `host:port`, `[host]:port`, `host:[port]`, `host/port` or a host alone as an endpoint */
export function endpoint(text: string): Endpoint {
  const trimmed = text.trim();
  const [, bracketed, bracketedPort] = /^\[([^\]]*)\](?:[:/](\d{1,5}))?$/.exec(trimmed) ?? [];
  if (bracketed !== undefined)
    return { host: bracketed, port: bracketedPort === undefined ? null : Number(bracketedPort) };
  const [, host, port] = /^([^:/]*)[:/]\[?(\d{1,5})\]?$/.exec(trimmed) ?? [];
  return host === undefined ? { host: trimmed, port: null } : { host, port: Number(port) };
}

/** An address in a line with what precedes it. */
export interface Found extends Endpoint {
  transport: Message['transport'];
  /** What the words before it say. */
  role: 'from' | 'to' | 'near' | 'far' | null;
  at: number;
  end: number;
}

const PART = '(?:\\d{1,3}|[xX*]{1,3})';
/** Also `x.x.x.10`: people hide the front of an address by hand. */
const V4 = `${PART}(?:\\.${PART}){3}`;
const V6 = '[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}';
const PORT = '(?:\\]?:\\[?|/| on port | port |\\.)(\\d{2,5})(?![\\d.])\\]?';
const ADDRESS = new RegExp(
  `(?<![\\w.])(?:(udp|tcp|tls|wss?|sctp)[46]?(?:://|[:/ ]))?\\[?(?:(${V4})|(?<![:\\w])(${V6}))(?:%\\w+)?\\]?(?:${PORT})?`,
  'gi',
);

const isV6 = (text: string): boolean => (text.includes('::') || text.split(':').length > 5) && ipv6(text);

/** Up to two words may come between, as in "from IP/port:" and "to UDP". */
const WORDS = '(?:[^A-Za-z0-9]+[A-Za-z/]{1,12}){0,2}[^A-Za-z0-9]*$';
const ROLES: [RegExp, NonNullable<Found['role']>][] = [
  [new RegExp(`(?:\\blocal|laddr|local_?addr|\\bon \\[\\d+:\\d+\\])${WORDS}`, 'i'), 'near'],
  [new RegExp(`(?:\\bremote|raddr|\\bpeer)${WORDS}`, 'i'), 'far'],
  [new RegExp(`(?:\\bfrom|fromip|\\bsrc|source|sender|送信元)${WORDS}`, 'i'), 'from'],
  [new RegExp(`(?:\\bto|toip|\\bdst|\\bdest|destination|receiver|宛先|送信先)${WORDS}`, 'i'), 'to'],
];
const REACH = 48;
/** Words further off belong to something else. */
const roleOf = (before: string): Found['role'] => {
  let best: { role: Found['role']; at: number } = { role: null, at: -1 };
  for (const [words, role] of ROLES) {
    const found = words.exec(before);
    if (found !== null && found.index > best.at) best = { role, at: found.index };
  }
  return best.role;
};

const FORWARD = /^\W*(?:-{1,3}>|={1,3}>|→|⇒|>{1,3}|&gt;)\W*$/;
/** Columns of a table: time, sender, receiver; what precedes them has no words. */
const COLUMN = /^"?\s*[\t;,|]\s*"?$/;
const NO_WORDS = /^[\d\s"',;:/.+|TZ-]*$/;
const BACKWARD = /^\W*(?:<-{1,3}|<={1,3}|←|⇐|<{1,3}|&lt;)\W*$/;

/** The addresses of a line in order; an arrow between two says which is the sender */
export function findAddresses(line: string): Found[] {
  const list: Found[] = [];
  if (!/\d\.\d|[xX*]\.|:[0-9a-fA-F]*:/.test(line)) return list;
  for (const found of line.matchAll(ADDRESS)) {
    const [text, transport, four, six, port] = found;
    if (four === undefined && !isV6(six!)) continue;
    const start = list.at(-1)?.end ?? 0;
    list.push({
      host: four ?? six!,
      port: port === undefined ? null : Number(port),
      transport: transportOf(transport),
      role: roleOf(line.slice(Math.max(start, found.index - REACH), found.index)),
      at: found.index,
      end: found.index + text.length,
    });
    if (list.length >= 8) break;
  }
  for (let at = 1; at < list.length; at++) {
    const [left, right] = [list[at - 1]!, list[at]!];
    const between = line.slice(left.end, right.at).replace(/\b(?:udp|tcp|tls|wss?|sctp)\b/gi, '');
    if (FORWARD.test(between)) [left.role, right.role] = ['from', 'to'];
    else if (BACKWARD.test(between)) [left.role, right.role] = ['to', 'from'];
    else if (at === 1 && COLUMN.test(between) && NO_WORDS.test(line.slice(0, left.at)))
      [left.role, right.role] = ['from', 'to'];
  }
  return list;
}
