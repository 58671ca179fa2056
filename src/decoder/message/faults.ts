import { redacted } from './redacted.ts';
import type { Fault, HeaderField, StartLine } from './types.ts';

// What breaks a rule in a message that could be read: checks on header fields that every element needs for routing and
// matching. A full grammar of every header field is not the aim.

/** RFC 3261 §8.1.1 for requests; for responses those that §8.2.6.2 copies. */
const REQUIRED = {
  request: ['To', 'From', 'CSeq', 'Call-ID', 'Max-Forwards', 'Via'],
  response: ['To', 'From', 'CSeq', 'Call-ID', 'Via'],
};

/** Fields that occur at most once (RFC 3261 §7.3.1: no comma-separated list, so no second line either). */
const ONCE = ['To', 'From', 'CSeq', 'Call-ID', 'Max-Forwards', 'Content-Length', 'Content-Type'];

const LARGEST_CSEQ = 2 ** 31;

/**
 * Quotes and angle brackets in pairs, a backslash in quotes escapes, no space between the brackets (RFC 3261 §25.1,
 * name-addr); a URI with `?` is in brackets (§20.10).
 */
function nameAddress(value: string): boolean {
  let quoted = false;
  let open = false;
  for (let at = 0; at < value.length; at++) {
    const sign = value[at];
    if (quoted && sign === '\\') at++;
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === '<') {
      if (open) return false;
      open = true;
    } else if (open && (sign === ' ' || sign === '\t')) return false;
    else if (!quoted && sign === '>') {
      if (!open) return false;
      open = false;
    }
  }
  return !quoted && !open && (value.includes('<') || !value.includes('?'));
}

const within = (value: string, largest: number): boolean => /^\d{1,10}$/.test(value) && Number(value) <= largest;

/** An address of a transport and parameters that are there; the cookie alone is no branch (RFC 3261 §20.42, §8.1.1.7). */
const via = (value: string): boolean =>
  /^SIP\s*\/\s*[^\s/]+\s*\/\s*[^\s/;]+\s+[^\s;,]/i.test(value) &&
  !/[;,]\s*([;,]|$)/.test(value) &&
  !/branch\s*=\s*z9hG4bK\s*([;,]|$)/i.test(value);

/** What the value of a field must be, as far as it is checked: RFC 3261 §20.8, 14, 16, 17, 19, 22, 33. */
const VALID: Record<string, (value: string) => boolean> = {
  Via: via,
  CSeq: (value) => /^\d+\s+\S+$/.test(value) && within(value.split(/\s/)[0]!, LARGEST_CSEQ - 1),
  'Content-Length': (value) => within(value, 2 ** 31),
  'Max-Forwards': (value) => within(value, 255),
  Expires: (value) => within(value, 2 ** 32 - 1),
  'Retry-After': (value) => within(value.split(/[\s(;]/)[0]!, 2 ** 32 - 1),
  Date: (value) => value.endsWith('GMT'),
  'Call-ID': (value) => /^\S+$/.test(value),
  From: nameAddress,
  To: nameAddress,
  Contact: nameAddress,
  Route: nameAddress,
  'Record-Route': nameAddress,
};

/**
 * What is wrong with the header fields: one that must be there and is not, one that occurs twice, one whose value
 *   cannot be read, a CSeq of another method than the request line (RFC 3261 §8.1.1.5). In the order of the rules.
 */
export function headerFaults(start: StartLine, headers: HeaderField[]): Fault[] {
  const faults: Fault[] = [];
  const count = new Map<string, number>();
  const malformed = new Set<string>();
  for (const { name, value } of headers) {
    count.set(name, (count.get(name) ?? 0) + 1);
    const valid = VALID[name];
    if (valid !== undefined && !valid(value) && !redacted(value)) malformed.add(name);
  }
  for (const name of ONCE) if ((count.get(name) ?? 0) > 1) malformed.add(name);
  for (const name of REQUIRED[start.kind]) if (!count.has(name)) faults.push({ kind: 'header-missing', detail: name });
  for (const name of malformed) faults.push({ kind: 'header-malformed', detail: name });
  const cseq = headers.find(({ name }) => name === 'CSeq')?.value;
  const method = cseq === undefined ? undefined : /\s(\S+)\s*$/.exec(cseq)?.[1];
  if (start.kind === 'request' && method !== undefined && method !== start.method)
    faults.push({ kind: 'cseq-method', detail: method });
  return faults;
}
