import { byteLength, decode } from './bytes.ts';
import { headerFaults } from './faults.ts';
import { canonicalName } from './header-names.ts';
import { parseStartLine } from './start-line.ts';
import { redacted } from './redacted.ts';
import type { Fault, HeaderField, Message, StartLine } from './types.ts';

// One SIP message (RFC 3261 §7, §25). Nothing here throws: what cannot be read is a fault of the message.

/**
 * What carries the message, which settles where it ends: `datagram` ends with the packet (§18.3), `stream` by
 * Content-Length (§18.3), `text` is pasted or from a log, where line ends may have changed, so that lengths are not exact.
 */
export type Framing = 'datagram' | 'stream' | 'text';

/** What the text of a message says; `end` is how much of the input it took (bytes of bytes, UTF-16 units of text). */
export interface ParsedMessage extends Pick<Message, 'start' | 'headers' | 'body' | 'raw' | 'faults' | 'cut'> {
  end: number;
}

const NAME = /^[A-Za-z0-9\-.!%*_+`'~]+$/;
const CR = 13;
const LF = 10;

/** Start line, header fields and faults of the part before the empty line, or null where no SIP message begins */
export function parseHead(text: string): { start: StartLine; headers: HeaderField[]; faults: Fault[] } | null {
  const lines = text.replace(/\r$/, '').split(/\r?\n/);
  const first = parseStartLine(lines[0]!);
  if (first === null) return null;
  const headers: HeaderField[] = [];
  const malformed: Fault[] = [];
  let parts: string[] = [];
  const close = () => {
    if (parts.length === 0) return;
    // Folded lines are one with a single space between (RFC 3261 §7.3.1).
    const line = parts.join(' ');
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trimEnd();
    if (NAME.test(name)) headers.push({ name: canonicalName(name), value: line.slice(colon + 1).trim() });
    else malformed.push({ kind: 'header-malformed', detail: line.slice(0, 80) });
    parts = [];
  };
  for (const line of lines.slice(1)) {
    if (/^[ \t]/.test(line) && parts.length > 0) parts.push(line.trim());
    else {
      close();
      if (line.trim() !== '') parts.push(line.trimEnd());
    }
  }
  close();
  return {
    start: first.start,
    headers,
    faults: [...first.faults, ...malformed, ...headerFaults(first.start, headers)],
  };
}

/** The number in Content-Length, or null without a usable one */
export function contentLength(headers: HeaderField[]): number | null {
  const value = headers.find(({ name }) => name === 'Content-Length')?.value;
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : null;
}

/** Where the head ends and the body begins; both at the end where no empty line follows */
export function findBody(bytes: Uint8Array, from = 0): { head: number; body: number } | null {
  for (let at = bytes.indexOf(LF, from); at !== -1; at = bytes.indexOf(LF, at + 1)) {
    const next = bytes[at + 1] === CR ? at + 2 : at + 1;
    if (bytes[next] === LF) return { head: at, body: next + 1 };
  }
  return null;
}

/** Line ends, spaces and zeros: what pads a datagram or keeps a flow alive (RFC 5626 §3.5.1) and says nothing. */
const isPadding = (bytes: Uint8Array): boolean => bytes.every((byte) => byte <= 32);

/** Whether the number can be the length of the text if its line ends, also the last, were changed on the way */
function fitsText(declared: number, body: string): boolean {
  const asFound = byteLength(body);
  const lines = body.split('\n').length - 1;
  const withoutCr = asFound - (body.split('\r\n').length - 1);
  const withCr = withoutCr + lines;
  const last = body.endsWith('\n') || body === '' ? 0 : 2;
  const lengths = [asFound, withCr, withoutCr];
  return lengths.some((length) => [0, last, -1, -2].some((change) => length + change === declared));
}

function fromText(input: string): ParsedMessage | null {
  const leading = /^\s*/.exec(input)![0].length;
  const text = input.slice(leading);
  const gap = /\r?\n[ \t]*\r?\n/.exec(text);
  const head = parseHead(gap === null ? text : text.slice(0, gap.index));
  if (head === null) return null;
  const body = gap === null ? '' : text.slice(gap.index + gap[0].length);
  const cut = cutOf(head.headers, gap === null ? null : body, text);
  // What is missing may be in the part that was cut off.
  const faults = head.faults.filter(({ kind }) => kind !== 'header-missing' || cut === undefined || cut === 'redacted');
  return { ...head, faults, body, raw: text, end: input.length, ...(cut ? { cut } : {}) };
}

/** Fields that somebody who hides names and addresses changes first. */
const NAMING = ['Via', 'From', 'To', 'Contact', 'Call-ID', 'Route', 'Record-Route'];

/**
 * Text was changed where its length does not fit any line ends, or where From and To have no address: a web page took what
 * was between angle brackets for markup. Which way it was changed cannot be known, so it is no fault of the sender.
 *
 * @param body null where no empty line ends the head
 */
function cutOf(headers: HeaderField[], body: string | null, raw: string): Message['cut'] {
  const declared = contentLength(headers);
  if (declared !== null && (body === null ? declared > 0 : !fitsText(declared, body.trim() === '' ? '' : body)))
    return 'edited';
  if (body === null && declared === null) return 'end';
  const ends = headers.filter(({ name }) => name === 'From' || name === 'To');
  if (ends.length > 0 && ends.every(({ value }) => !/[a-z][a-z0-9+.-]*:|@/i.test(value))) return 'edited';
  const first = raw.slice(0, raw.indexOf('\n') + 1);
  const hidden = redacted(first) || headers.some(({ name, value }) => NAMING.includes(name) && redacted(value));
  return hidden ? 'redacted' : undefined;
}

/**
 * Whether the head says to which call it belongs; what has none of these fields is no message (RFC 3261 §8.1.1),
 *   nor is a sentence in which the name of one precedes a colon
 */
export function hasIdentity(headers: HeaderField[]): boolean {
  const has = (name: string, form: RegExp) =>
    headers.some((field) => field.name === name && (form.test(field.value) || redacted(field.value)));
  return (
    has('Via', /^SIP\s*\//i) || has('Call-ID', /^\S+$/) || has('CSeq', /^\d/) || (has('From', /./) && has('To', /./))
  );
}

function fromBytes(input: Uint8Array, framing: Framing): ParsedMessage | null {
  // Empty lines before the start line are skipped (RFC 3261 §7.5).
  let leading = 0;
  while (input[leading] === CR || input[leading] === LF) leading++;
  const bytes = input.subarray(leading);
  const gap = findBody(bytes);
  const head = parseHead(decode(bytes.subarray(0, gap?.head ?? bytes.length)));
  if (head === null) return null;
  const faults = [...head.faults];
  if (gap === null) faults.push({ kind: 'truncated' });
  const bodyAt = gap?.body ?? bytes.length;
  const there = bytes.length - bodyAt;
  const declared = contentLength(head.headers);
  const named = head.headers.some(({ name }) => name === 'Content-Length');
  if (!named && gap !== null && framing === 'stream') faults.push({ kind: 'content-length-missing' });
  if (declared !== null && declared > there && gap !== null)
    faults.push({ kind: 'content-length-too-long', detail: String(declared) });
  const end = bodyAt + Math.min(declared ?? there, there);
  // Octets after the body are no part of the message in a datagram (RFC 3261 §18.3); a body cut within a line is a fault.
  const rest = bytes.subarray(end);
  const cut = declared !== 0 && bytes[end - 1] !== LF;
  if (framing === 'datagram' && rest.length > 0 && (cut || !isPadding(rest)))
    faults.push({ kind: 'content-length-too-short', detail: String(declared) });
  return {
    ...head,
    faults,
    body: decode(bytes.subarray(bodyAt, end)),
    raw: decode(bytes.subarray(0, end)),
    end: leading + end,
  };
}

/**
 * Reads one SIP message.
 *
 * @param input bytes as captured, or text as pasted; empty lines in front are skipped
 * @param framing what carries it; text is always read as `text`
 * @returns the message and its faults, or null where the first line is no SIP start line. Never throws.
 */
export function parseMessage(input: string | Uint8Array, framing: Framing = 'datagram'): ParsedMessage | null {
  return typeof input === 'string' ? fromText(input) : fromBytes(input, framing);
}
