import { base64Bytes } from './decoded.ts';
import { cleanLine, plain, type Line, type Step } from './lines.ts';
import { preambleOfRecord, type LogPreamble } from './preamble.ts';
import { sipOf } from './packet.ts';

// Records in JSON: exports of log stores, container logs, journald, capture tools. What a record says besides the message (time,
// addresses, direction) belongs to it.

/** A record with more characters is not part of a log. */
const MOST_CHARACTERS = 1 << 22;
const OPENS = /^\s*[[{]\s*(?:["{[\]}]|$)/;
/** Names under which a log store keeps the line that was logged. */
const MESSAGE_NAMES =
  /^(?:log|message|msg|line|text|body|raw|_raw|payload|textpayload|@message|event|content|data|sip|sipmessage|sip_message|rawmessage|raw_message|packet|value)$/i;
const START = /(?:[A-Z]{3,12} [a-z]{2,5}:[^\s]{1,2048} SIP\/2\.0|SIP\/2\.0 [1-6]\d\d)/;

/** Puts records together that go over several lines, and gives the lines that were logged in them. */
export class JsonRecords implements Step {
  private readonly next: Step;
  private held: Line[] = [];
  private size = 0;
  private depth = 0;
  private quoted = false;

  constructor(next: Step) {
    this.next = next;
  }

  line(line: Line): void {
    if (this.held.length === 0 && !OPENS.test(line.text)) {
      this.next.line(line);
      return;
    }
    // The list around the records: each is read for itself, so that it may be long.
    if (this.held.length === 0 && /^\s*\[\s*$/.test(line.text)) return;
    this.held.push(line);
    this.size += line.text.length;
    this.count(line.text);
    if (this.depth <= 0) this.give();
    else if (this.size > MOST_CHARACTERS || this.held.length > 20_000 || !seemsJson(line.text)) this.release();
  }

  finish(): void {
    this.release();
    this.next.finish();
  }

  private count(text: string): void {
    for (let at = 0; at < text.length; at++) {
      const sign = text[at];
      if (this.quoted) {
        if (sign === '\\') at++;
        else if (sign === '"') this.quoted = false;
      } else if (sign === '"') this.quoted = true;
      else if (sign === '{' || sign === '[') this.depth++;
      else if (sign === '}' || sign === ']') this.depth--;
    }
    // A string does not go over a line end.
    this.quoted = false;
  }

  private release(): void {
    const held = this.held;
    [this.held, this.size, this.depth, this.quoted] = [[], 0, 0, false];
    for (const line of held) this.next.line(line);
  }

  private give(): void {
    const text = this.held.map((line) => line.text).join('\n');
    const first = this.held[0]!;
    const found = recordsOf(text);
    if (found === null) {
      this.release();
      return;
    }
    [this.held, this.size, this.depth, this.quoted] = [[], 0, 0, false];
    for (const { lines, preamble, whole } of found)
      lines.forEach((one, at) => {
        const closes = whole && at === lines.length - 1;
        const { text: clean, cr } = cleanLine(one);
        const line = plain(clean, first.place, cr);
        this.next.line({ ...line, record: preamble, closes, origin: 'json' });
      });
  }
}

/** In the middle of a record each line has a name, a value or a bracket. */
const seemsJson = (line: string): boolean => /^\s*(?:["{}[\],\d-]|true|false|null|$)/.test(line);

interface Logged {
  lines: string[];
  preamble: Partial<LogPreamble>;
  /** A whole message, not a line of one. */
  whole: boolean;
}

/** What was logged in a record, or null where the text is no JSON or nothing like a log */
export function recordsOf(text: string): Logged[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text.trim().replace(/,$/, ''));
  } catch {
    return null;
  }
  const found: Logged[] = [];
  walk(value, {}, found, 0);
  return found.length === 0 ? null : found;
}

function walk(value: unknown, outer: Partial<LogPreamble>, found: Logged[], depth: number): void {
  if (depth > 12 || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const one of value) walk(one, outer, found, depth + 1);
    return;
  }
  const entries = Object.entries(value as Record<string, unknown>);
  const preamble = { ...outer, ...present(preambleOfRecord(leaves(value, 0))) };
  const tree = treeOf(value as Record<string, unknown>);
  if (tree !== null) {
    found.push({ lines: tree, preamble, whole: true });
    return;
  }
  const before = found.length;
  for (const [, one] of entries) logged(one, preamble, found, depth);
  for (const [name, one] of entries) {
    // ICMP comes with the message that it quotes, which did not arrive.
    if (name === 'sip' && 'icmp' in value) continue;
    if (typeof one === 'object') walk(one, preamble, found, depth + 1);
  }
  if (found.length > before) return;
  // No whole message in it: perhaps one line of one.
  const line = entries.find(([name, one]) => MESSAGE_NAMES.test(name) && typeof one === 'string');
  if (line !== undefined) {
    const lines = String(line[1])
      .replace(/\r?\n$/, (end) => (end.startsWith('\r') ? '\r' : ''))
      .split('\n');
    found.push({ lines, preamble, whole: false });
  }
}

/** A value that is a message: text, text in text, base64, or numbers (journald writes text with control characters so). */
function logged(value: unknown, preamble: Partial<LogPreamble>, found: Logged[], depth: number): void {
  if (
    Array.isArray(value) &&
    value.length > 30 &&
    value.every((one) => Number.isInteger(one) && one >= 0 && one < 256)
  ) {
    const packet = sipOf(Uint8Array.from(value as number[]));
    const lines = packet?.text.split('\n') ?? new TextDecoder().decode(Uint8Array.from(value as number[])).split('\n');
    found.push({ lines, preamble: { ...preamble, ...packet?.preamble }, whole: packet !== null });
    return;
  }
  if (typeof value !== 'string') return;
  if (/^\s*[[{]/.test(value) && value.includes('"')) {
    const inner: Logged[] = [];
    try {
      walk(JSON.parse(value), preamble, inner, depth + 1);
    } catch {
      // Text that only begins like JSON.
    }
    if (inner.some(({ whole }) => whole)) {
      for (const one of inner) found.push(one);
      return;
    }
  }
  if (START.test(value.slice(0, 4096))) {
    // One line is perhaps only the first of a message that has a record for each of its lines.
    const lines = value.replace(/\r?\n$/, '\r').split('\n');
    found.push({ lines, preamble, whole: lines.length > 1 });
    return;
  }
  const bytes = value.length > 60 && /^[A-Za-z0-9+/=_-]+$/.test(value) ? base64Bytes(value) : null;
  const packet = bytes === null ? null : sipOf(bytes);
  if (packet?.starts)
    found.push({ lines: packet.text.split('\n'), preamble: { ...preamble, ...packet.preamble }, whole: true });
}

/** `tshark -T json` and `-T ek`: the header fields stand in one value, those of the description one by one. */
function treeOf(value: Record<string, unknown>): string[] | null {
  const of = (name: string): unknown => value[`sip.${name}`] ?? value[`sip_sip_${name}`];
  const head = of('msg_hdr');
  const start = of('Request-Line') ?? of('Status-Line');
  if (typeof head !== 'string' || typeof start !== 'string') return null;
  return [start, ...head.replace(/\r?\n$/, '').split(/\r?\n/), ''];
}

const present = (preamble: Partial<LogPreamble>): Partial<LogPreamble> =>
  Object.fromEntries(Object.entries(preamble).filter(([, value]) => value !== null));

/** Names and values at any depth, the outer ones first */
function leaves(value: unknown, depth: number): [string, unknown][] {
  if (depth > 6 || typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const entries = Object.entries(value as Record<string, unknown>);
  return [
    ...entries.filter(([, one]) => typeof one !== 'object'),
    ...entries.flatMap(([, one]) => leaves(one, depth + 1)),
  ];
}
