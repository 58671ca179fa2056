import type { HeaderField, Message } from './types.ts';

// Reads header fields of a message that may be malformed: what cannot be read is null or left out, nothing throws, and
// every reader takes time in proportion to the length of the value.

/** Fields in which B2BUAs name the Call-ID of the other leg or an id of both legs. */
export const LEG_FIELDS = ['X-Call-ID', 'X-CallID', 'X-CID', 'X-Original-Call-ID', 'X-Correlation-ID', 'Cisco-Guid'];

/** A SIP, SIPS or TEL URI in its parts; other schemes keep everything in `host`. */
export interface Uri {
  scheme: string;
  /** As written, without password, or empty. For `tel:` the number. */
  user: string;
  /** Lower case, without the brackets of IPv6. */
  host: string;
  port: number | null;
  params: Map<string, string>;
  /** What follows `?`. */
  headers: string;
}

/** A name-addr or addr-spec with its parameters (RFC 3261 §20.10). */
export interface Address {
  display: string;
  uri: Uri;
  text: string;
  params: Map<string, string>;
}

export interface Via {
  transport: string;
  /** sent-by: lower case, without brackets. */
  host: string;
  port: number | null;
  params: Map<string, string>;
}

/** Names are compared without case; the parser knows the usual capitals of the fields that it knows. */
const named = (field: HeaderField, name: string): boolean =>
  field.name === name || (field.name.length === name.length && field.name.toLowerCase() === name.toLowerCase());

/** The values of all header fields of a name, in order */
export function fields(message: Message, name: string): string[] {
  const found: string[] = [];
  for (const one of message.headers) if (named(one, name)) found.push(one.value);
  return found;
}

/** The first value of a name, or null */
export function field(message: Message, name: string): string | null {
  for (const one of message.headers) if (named(one, name)) return one.value;
  return null;
}

/** All values of a name with lists taken apart (RFC 3261 §7.3.1) */
export const listed = (message: Message, name: string): string[] =>
  fields(message, name)
    .flatMap((value) => split(value, ','))
    .filter((value) => value !== '');

/** The parts between separators outside quotes and angle brackets, trimmed */
export function split(value: string, separator: ',' | ';'): string[] {
  const parts: string[] = [];
  let [start, quoted, depth] = [0, false, 0];
  for (let at = 0; at < value.length; at += 1) {
    const letter = value[at];
    if (quoted) {
      if (letter === '\\') at += 1;
      else if (letter === '"') quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === '<') depth += 1;
    else if (letter === '>') depth = Math.max(0, depth - 1);
    else if (letter === separator && depth === 0) {
      parts.push(value.slice(start, at).trim());
      start = at + 1;
    }
  }
  return [...parts, value.slice(start).trim()];
}

/** Parameters by lower-case name; one without a value has the empty text, quotes are taken off */
export function parameters(parts: string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const part of parts) {
    const at = part.indexOf('=');
    const name = (at < 0 ? part : part.slice(0, at)).trim().toLowerCase();
    if (name !== '' && !found.has(name)) found.set(name, at < 0 ? '' : unquote(part.slice(at + 1).trim()));
  }
  return found;
}

/** The text without its quotes and escapes */
export const unquote = (text: string): string =>
  text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text;

/** Host and port of `host`, `host:5060`, `[2001:db8::1]:5060` */
export function hostPort(text: string): { host: string; port: number | null } {
  const trimmed = text.trim();
  const bracket = trimmed.startsWith('[') ? trimmed.indexOf(']') : -1;
  const host = bracket > 0 ? trimmed.slice(1, bracket) : (trimmed.split(':')[0] ?? '');
  const rest = bracket > 0 ? trimmed.slice(bracket + 1) : trimmed.slice(host.length);
  // An IPv6 address without brackets is against the grammar but met in logs.
  if (bracket < 0 && trimmed.split(':').length > 2) return { host: trimmed.toLowerCase(), port: null };
  const port = /^:\s*(\d{1,5})/.exec(rest);
  return { host: host.trim().toLowerCase(), port: port ? Number(port[1]) : null };
}

/** The parts of a URI; a text without a scheme is read as if it were SIP */
export function readUri(text: string): Uri {
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(text)?.[1] ?? '';
  const rest = text.slice(scheme === '' ? 0 : scheme.length + 1);
  const question = rest.indexOf('?');
  const [body, headers] = question < 0 ? [rest, ''] : [rest.slice(0, question), rest.slice(question + 1)];
  const at = body.lastIndexOf('@');
  if (scheme.toLowerCase() === 'tel') {
    const [number, ...params] = body.split(';');
    return { scheme: 'tel', user: number ?? '', host: '', port: null, params: parameters(params), headers };
  }
  // A semicolon before "@" belongs to the user (RFC 3261 §19.1.1).
  const [place, ...params] = body.slice(at + 1).split(';');
  const user = at < 0 ? '' : (body.slice(0, at).split(':')[0] ?? '');
  return { scheme: scheme.toLowerCase(), user, ...hostPort(place ?? ''), params: parameters(params), headers };
}

/** The parts of one From, To, Contact, Route … value */
export function readAddress(value: string): Address {
  const parts = addressParts(value);
  return { ...parts, uri: readUri(parts.text) };
}

/** The same with the URI left as text */
function addressParts(value: string): Omit<Address, 'uri'> {
  const open = bracketOf(value);
  if (open < 0) {
    const [text, ...params] = split(value, ';');
    return { display: '', text: text ?? '', params: parameters(params) };
  }
  const close = value.indexOf('>', open);
  const text = value.slice(open + 1, close < 0 ? undefined : close).trim();
  const rest = close < 0 ? '' : value.slice(close + 1);
  return { display: unquote(value.slice(0, open).trim()), text, params: parameters(split(rest, ';').slice(1)) };
}

/** The position of the "<" outside quotes, or -1 */
export function bracketOf(value: string): number {
  let quoted = false;
  for (let at = 0; at < value.length; at += 1) {
    if (quoted && value[at] === '\\') at += 1;
    else if (value[at] === '"') quoted = !quoted;
    else if (value[at] === '<' && !quoted) return at;
  }
  return -1;
}

/** The addresses of a header field that may hold several */
export const addresses = (message: Message, name: string): Address[] => listed(message, name).map(readAddress);

/** The address of From, To and the like, or null */
export function address(message: Message, name: string): Address | null {
  const value = field(message, name);
  return value === null ? null : readAddress(value);
}

/** All Via values, nearest hop first; unreadable ones are left out */
export function vias(message: Message): Via[] {
  let known = VIAS.get(message);
  if (known === undefined) VIAS.set(message, (known = readVias(message)));
  return known;
}

/** Many rules ask for the Via values of a message; they are read once. */
const VIAS = new WeakMap<Message, Via[]>();

function readVias(message: Message): Via[] {
  return listed(message, 'Via').flatMap((value) => {
    const [protocol, ...params] = split(value, ';');
    const parts = /^SIP\s*\/\s*[\d.]+\s*\/\s*([A-Za-z0-9-]+)\s+(\S.*)$/i.exec(protocol ?? '');
    return parts ? [{ transport: parts[1]!.toUpperCase(), ...hostPort(parts[2]!), params: parameters(params) }] : [];
  });
}

/** Number and method of CSeq, or null where it cannot be read */
export function cseq(message: Message): { number: number; method: string } | null {
  const parts = /^(\d{1,10})\s+(\S+)$/.exec(field(message, 'CSeq') ?? '');
  return parts ? { number: Number(parts[1]), method: parts[2]! } : null;
}

/** The tag of From or To, or empty */
export function tag(message: Message, name: 'From' | 'To'): string {
  const value = field(message, name);
  return (value === null ? undefined : addressParts(value).params.get('tag')) ?? '';
}

/** A number of seconds at the beginning of a value, such as `1800;refresher=uac`, or null */
export function seconds(value: string | null): number | null {
  const digits = /^\s*(\d{1,10})/.exec(value ?? '');
  return digits ? Number(digits[1]) : null;
}

/** The parts of a Digest challenge or credentials: `Digest realm="a", nonce="b"` */
export function digest(value: string): Map<string, string> {
  const scheme = /^\s*(\S+)\s+/.exec(value);
  const found = parameters(split(value.slice(scheme?.[0].length ?? 0), ','));
  found.set('scheme', scheme?.[1]?.toLowerCase() ?? '');
  return found;
}
