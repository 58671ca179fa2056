import { CaptureReader } from './capture.ts';
import { captureFormat } from './packets.ts';
import { Sink, type Limits } from './collector.ts';
import { TextReader, type TextFacts } from './text/text-reader.ts';
import type { Trace } from '../message/types.ts';

// The way in: a trace in pieces or whole, of any format that is recognised.

export { parseMessage, type ParsedMessage } from '../message/parse-message.ts';

/** What has been read so far. */
export interface Progress {
  /** Of the input: bytes of a file, UTF-16 units of text. */
  read: number;
  messages: number;
  /** The limit is reached: what comes is only counted, so the caller may as well stop. */
  full: boolean;
}

/** Enough for hours of one line's calls; with 1 KB each, 20 MB of text. */
export const LIMITS: Limits = { messages: 20_000, characters: 40_000_000 };

/** How much `parseTrace` takes at once. */
const PIECE = 1 << 20;

interface Reader {
  push: (piece: Uint8Array) => void;
  finish: () => void;
}

/**
 * Reads a trace that comes in pieces. To cancel, stop feeding: `finish` gives what was read so far. Memory: the messages
 * kept, what is unfinished of packets and connections, and one piece. Never throws.
 */
export class TraceParser {
  private readonly sink: Sink;
  private reader: Reader | null = null;
  private text: TextReader | null = null;
  private format: 'pcap' | 'pcapng' | null = null;
  private front = new Uint8Array(0);
  private decoder = new TextDecoder('utf-8');
  private read = 0;

  constructor(limits: Partial<Limits> = {}) {
    this.sink = new Sink({ ...LIMITS, ...limits });
  }

  /** @param piece the next part of a file, or of text that was pasted; not both in one trace */
  push(piece: Uint8Array | string): Progress {
    this.read += piece.length;
    if (typeof piece === 'string') (this.text ??= new TextReader(this.sink)).push(piece);
    else this.bytes(piece);
    return { read: this.read, messages: this.sink.messages.length, full: this.sink.full };
  }

  /** @returns the whole trace; nothing may be pushed after it */
  finish(): Trace {
    if (this.reader === null && this.text === null) this.begin(this.front);
    this.reader?.finish();
    const facts = this.text?.finish() ?? this.captured();
    const { messages, skips } = this.sink;
    return { ...facts, messages, skipped: skips.list };
  }

  private captured(): TextFacts {
    const until = this.sink.messages.at(-1)?.time ?? null;
    return { format: this.format ?? 'raw', source: 'capture', until, reversed: false };
  }

  private bytes(piece: Uint8Array): void {
    if (this.reader !== null) {
      this.reader.push(piece);
      return;
    }
    // Four bytes tell a capture from text.
    const front = new Uint8Array(this.front.length + piece.length);
    front.set(this.front);
    front.set(piece, this.front.length);
    if (front.length < 4) this.front = front;
    else this.begin(front);
  }

  private begin(front: Uint8Array): void {
    this.format = captureFormat(front);
    if (this.format !== null) this.reader = new CaptureReader(this.format, this.sink);
    else {
      const text = (this.text = new TextReader(this.sink));
      // What a Windows shell writes for `>`.
      if (front[0] === 0xff && front[1] === 0xfe) this.decoder = new TextDecoder('utf-16le');
      this.reader = {
        push: (piece) => text.push(this.decoder.decode(piece, { stream: true })),
        finish: () => text.push(this.decoder.decode()),
      };
    }
    this.reader.push(front);
  }
}

/**
 * Reads a whole trace at once.
 *
 * @param input text, or the bytes of a file
 * @returns its messages in the order of arrival, and what was not understood. Never throws.
 */
export function parseTrace(input: string | Uint8Array, limits: Partial<Limits> = {}): Trace {
  const parser = new TraceParser(limits);
  for (let at = 0; at < input.length; at += PIECE) {
    parser.push(typeof input === 'string' ? input.slice(at, at + PIECE) : input.subarray(at, at + PIECE));
  }
  return parser.finish();
}
