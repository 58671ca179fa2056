import { word } from './layers/layer.ts';
import type { IpPayload } from './ip.ts';

// SCTP (RFC 9260 §3): a SIP message is one user message (RFC 4168 §5.2), which may be split over several DATA chunks.

const DATA = 0;
/** With a message identifier instead of a stream sequence number (RFC 8260 §2.1). */
const I_DATA = 64;
const LAST = 1;
const FIRST = 2;

/** Chunks that wait for others of their message, and how many chunk numbers are remembered to know a copy. */
const MOST_WAITING = 256;
const MOST_SEEN = 1024;

interface Chunk {
  flags: number;
  data: Uint8Array;
}

interface Association {
  seen: Set<number>;
  waiting: Map<number, Chunk>;
}

const long = (data: Uint8Array, at: number): number => word(data, at) * 65536 + word(data, at + 2);

/** Gives whole user messages out of the packets of all associations. Memory: at most 256 chunks per direction. */
export class SctpReader {
  private readonly associations = new Map<string, Association>();

  /**
   * @param key of one direction of an association
   * @returns user messages that are now whole; null if the packet cannot be read
   */
  read({ data }: IpPayload, key: string): Uint8Array[] | null {
    if (data.length < 12) return null;
    const whole: Uint8Array[] = [];
    for (let at = 12; at + 4 <= data.length;) {
      const [type, flags, length] = [data[at]!, data[at + 1]!, word(data, at + 2)];
      if (length < 4) return null;
      const head = type === DATA ? 16 : type === I_DATA ? 20 : 0;
      if (head > 0 && length > head) {
        const chunk = { flags, data: data.subarray(at + head, at + length) };
        const message = this.chunk(key, long(data, at + 4), chunk);
        if (message !== null) whole.push(message);
      }
      at += Math.ceil(length / 4) * 4;
    }
    return whole;
  }

  private chunk(key: string, number: number, chunk: Chunk): Uint8Array | null {
    let association = this.associations.get(key);
    if (association === undefined) {
      if (this.associations.size >= MOST_SEEN) this.associations.delete(this.associations.keys().next().value!);
      this.associations.set(key, (association = { seen: new Set(), waiting: new Map() }));
    }
    const { seen, waiting } = association;
    if (seen.has(number)) return null;
    seen.add(number);
    if (seen.size > MOST_SEEN) seen.delete(seen.values().next().value!);
    if ((chunk.flags & (FIRST | LAST)) === (FIRST | LAST)) return chunk.data;
    if (waiting.size >= MOST_WAITING) waiting.delete(waiting.keys().next().value!);
    // The reader uses its memory again.
    waiting.set(number, { ...chunk, data: chunk.data.slice() });
    return together(waiting, number);
  }
}

/** Numbers count up within a message (RFC 9260 §6.9). @returns the message that the chunk completes, or null */
function together(waiting: Map<number, Chunk>, number: number): Uint8Array | null {
  const step = (from: number, by: number): number => (from + by) >>> 0;
  let first = number;
  while ((waiting.get(first)!.flags & FIRST) === 0) {
    first = step(first, -1);
    if (!waiting.has(first)) return null;
  }
  let last = number;
  while ((waiting.get(last)!.flags & LAST) === 0) {
    last = step(last, 1);
    if (!waiting.has(last)) return null;
  }
  const parts: Uint8Array[] = [];
  for (let at = first; ; at = step(at, 1)) {
    parts.push(waiting.get(at)!.data);
    waiting.delete(at);
    if (at === last) break;
  }
  const message = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    message.set(part, at);
    at += part.length;
  }
  return message;
}
