import { ByteQueue, decode } from '../message/bytes.ts';
import { contentLength, findBody, parseHead, parseMessage, type ParsedMessage } from '../message/parse-message.ts';
import { isStartLine } from '../message/start-line.ts';
import type { Arrival } from './collector.ts';
import type { Cut, HeaderField, Skipped } from '../message/types.ts';

// Messages in a stream of bytes (RFC 3261 §18.3): each ends where its Content-Length says. A capture may begin in the
// middle of one, and a wrong length must not cost more than its own message, so the next start line is looked for.

const LF = 10;
const LONGEST_LINE = 8192;
const LARGEST_HEAD = 65536;
const LARGEST_BODY = 1 << 20;

/** Bodies that may contain a whole SIP message (RFC 3261 §23.4, RFC 3420). */
const CARRIES_SIP = /^(message|multipart)\//i;

export interface StreamEvents {
  message: (parsed: ParsedMessage, seen: Arrival) => void;
  skip: (reason: Skipped['reason'], seen: Arrival) => void;
}

interface Open {
  body: number;
  declared: number | null;
  mayCarrySip: boolean;
  /** Where the search for a start line within the body goes on: the line, and how far it is known to have no end. */
  line: number;
  scanned: number;
  /** When its head was whole. */
  seen: Arrival;
}

/**
 * @param line where a line begins
 * @param scanned up to where that line is known not to end
 * @returns the line that is a SIP start line, or the last one, which has no end yet
 */
function findStart(bytes: Uint8Array, line: number, scanned = line): { found: boolean; at: number } {
  let at = line;
  for (let end = bytes.indexOf(LF, scanned); end !== -1; end = bytes.indexOf(LF, at)) {
    if (end - at <= LONGEST_LINE && couldStart(bytes[at]!) && isStartLine(decode(bytes.subarray(at, end))))
      return { found: true, at };
    at = end + 1;
  }
  return { found: false, at };
}

/** A token character (RFC 3261 §25.1): rules most bytes out before anything is decoded. */
export const couldStart = (byte: number): boolean => byte > 32 && byte < 127;

/** Splits one direction of a connection into messages. Memory: at most one message. */
export class MessageStream {
  private readonly queue = new ByteQueue();
  private open: Open | null = null;
  /** A start line is at the front. */
  private started = false;
  /** How far there is known to be no empty line, also past a start line that is dropped for want of one. */
  private scanned = 0;
  private last: ParsedMessage | null = null;
  private skipping = false;
  private cut: Cut | undefined;
  private seen!: Arrival;
  private readonly events: StreamEvents;
  /** How many messages came, and how many bytes were thrown away: tells whether this is SIP at all. */
  found = 0;
  thrown = 0;

  constructor(events: StreamEvents) {
    this.events = events;
  }

  /**
   * @param piece the next bytes in order
   * @param seen when and where they came
   */
  push(piece: Uint8Array, seen: Arrival): void {
    this.seen = seen;
    this.queue.append(piece);
    while (this.open === null ? this.begin() : this.complete(false));
  }

  /** Bytes are missing here: what is open ends, and the next start line is looked for. */
  gap(cut: Cut): void {
    const before = this.last;
    this.finish(cut);
    // What was open is cut by the capture; its length is not wrong.
    if (this.last !== before && this.last !== null)
      for (const fault of this.last.faults)
        if (fault.kind === 'content-length-too-long') Object.assign(fault, { kind: 'truncated', detail: undefined });
    this.last = null;
    this.skipping = true;
  }

  /** Gives out what is open, as far as it came; `cut` says why no more came, where that is not the sender's doing. */
  finish(cut?: Cut): void {
    this.cut = cut;
    while (this.queue.length > 0 && (this.open === null ? this.begin() : this.complete(true)));
    if (this.queue.length > 0) this.cutShort();
    this.drop(this.queue.length);
    this.open = null;
    this.cut = undefined;
  }

  private drop(count: number): void {
    this.queue.drop(count);
    this.started = false;
    this.scanned = Math.max(0, this.scanned - count);
  }

  /** Bytes that belong to no message. */
  private throwAway(count: number): void {
    const bytes = this.queue.view().subarray(0, count);
    if (bytes.some((byte) => byte > 32)) {
      this.thrown += count;
      // Right behind a message they are the part of its body that Content-Length leaves out.
      if (this.last !== null) {
        const detail = String(contentLength(this.last.headers) ?? '');
        this.last.faults.push({ kind: 'content-length-too-short', detail });
      } else if (!this.skipping) this.events.skip('not-sip', this.seen);
      this.skipping = true;
      this.last = null;
    }
    this.drop(count);
  }

  /** Looks for a start line and a whole head. @returns whether it is worth going on */
  private begin(): boolean {
    const bytes = this.queue.view();
    if (!this.started) {
      const start = findStart(bytes, 0);
      // An unfinished line stays: it may become a start line.
      if (!start.found && bytes.length - start.at > LONGEST_LINE) this.throwAway(bytes.length);
      else if (start.at > 0) this.throwAway(start.at);
      if (!start.found || start.at > 0) return start.found;
      this.started = true;
    }
    const gap = findBody(bytes, Math.max(0, this.scanned - 2));
    if (gap === null) {
      this.scanned = bytes.length;
      if (bytes.length <= LARGEST_HEAD) return false;
      this.events.skip('malformed', this.seen);
      this.drop(bytes.indexOf(LF) + 1);
      return true;
    }
    const head = parseHead(decode(bytes.subarray(0, gap.head)))!;
    const declared = contentLength(head.headers);
    this.scanned = 0;
    this.open = {
      body: gap.body,
      declared: declared !== null && declared > LARGEST_BODY ? null : declared,
      mayCarrySip: carriesSip(head.headers),
      line: gap.body,
      scanned: gap.body,
      seen: this.seen,
    };
    return true;
  }

  /** Gives out the open message if it is whole, or in any case when nothing more comes. @returns whether it did */
  private complete(last: boolean): boolean {
    const open = this.open!;
    const bytes = this.queue.view();
    const wanted = open.declared === null ? Infinity : open.body + open.declared;
    const end = Math.min(wanted, bytes.length);
    if (!open.mayCarrySip) {
      const next = findStart(bytes.subarray(0, end), open.line, open.scanned);
      // Without a usable length, or with one that swallows the next message, that message is where this one ends.
      if (next.found) return this.give(next.at, open.seen);
      open.line = next.at;
      open.scanned = end;
    }
    if (bytes.length >= wanted) return this.give(end, this.seen);
    if (last) return this.give(end, open.seen, this.cut);
    return open.declared === null && bytes.length - open.body > LARGEST_HEAD && this.give(open.body, open.seen);
  }

  private give(end: number, seen: Arrival, cut?: Cut): true {
    this.last = parseMessage(this.queue.view().subarray(0, end), 'stream');
    if (this.last !== null) {
      if (cut) this.last.cut = cut;
      this.found++;
      this.events.message(this.last, seen);
    }
    this.skipping = false;
    this.open = null;
    this.drop(end);
    return true;
  }

  /** The stream ends within a head. */
  private cutShort(): void {
    const bytes = this.queue.view();
    const parsed = couldStart(bytes[0]!) ? parseMessage(bytes, 'stream') : null;
    if (parsed === null) return;
    if (this.cut) parsed.cut = this.cut;
    this.found++;
    this.events.message(parsed, this.seen);
  }
}

const carriesSip = (headers: HeaderField[]): boolean =>
  headers.some(({ name, value }) => name === 'Content-Type' && CARRIES_SIP.test(value));
