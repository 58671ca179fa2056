import { MessageCollector, type CaptureFacts, type Limits } from './collector.ts';
import { foreignFormat, FRONT } from './foreign.ts';
import { captureFormat } from './packets.ts';
import { TextReader, type TextFacts } from './text/text-reader.ts';
import type { ReadPart, Trace } from '../message/types.ts';

// The way in: a trace in pieces, of any format that is recognised. What reads captures is handed in, so that a page that
// only ever reads text does not load it.

/** What has been read so far. */
export interface Progress {
  /** Of the input: bytes of a file, UTF-16 units of text. */
  read: number;
  messages: number;
}

/** Enough for hours of one line's calls; with 1 KB each, 20 MB of text. */
export const LIMITS: Limits = { messages: 20_000, characters: 40_000_000 };

interface Reader {
  push: (piece: Uint8Array) => void;
  finish: (whole: boolean) => CaptureFacts | undefined;
}

/** Makes what reads a capture of a format. */
export type OpenCapture = (format: 'pcap' | 'pcapng', collector: MessageCollector) => Reader;

/** What a capture is without packets. */
const NO_FACTS: CaptureFacts = { until: null, streams: [], undelivered: [] };

/**
 * Reads a trace that comes in pieces. To cancel, stop feeding and say so to `finish`. Memory: the messages kept, what is
 * unfinished of packets and connections, and one piece. Never throws.
 */
export class TraceReader {
  private readonly collector: MessageCollector;
  private readonly open: OpenCapture;
  private reader: Reader | null = null;
  private text: TextReader | null = null;
  private format: string | null = null;
  private front = new Uint8Array(0);
  private decoder = new TextDecoder('utf-8');
  private read = 0;

  /** @param open makes what reads captures */
  constructor(open: OpenCapture, limits: Partial<Limits> = {}) {
    this.open = open;
    this.collector = new MessageCollector({ ...LIMITS, ...limits });
  }

  /** @param piece the next part of a file, or of text that was pasted; not both in one trace */
  push(piece: Uint8Array | string): Progress {
    this.read += piece.length;
    if (typeof piece === 'string') (this.text ??= new TextReader(this.collector)).push(piece);
    else this.bytes(piece);
    return { read: this.read, messages: this.collector.messages.length };
  }

  /**
   * @param partial how far the input was read, if not to its end; then nothing is said of what is open
   * @param damaged the file was packed, and its packing breaks off
   * @returns the whole trace; nothing may be pushed after it
   */
  finish(partial?: ReadPart, damaged = false): Trace {
    if (this.reader === null && this.text === null) this.begin(this.front);
    const captured = this.reader?.finish(partial === undefined) ?? NO_FACTS;
    const { messages, skips } = this.collector;
    const facts: TextFacts = this.text?.finish() ?? {
      format: this.format ?? 'raw',
      source: 'capture',
      // Past the limit nothing was kept: what came later was not seen.
      until: this.collector.full ? (messages.at(-1)?.time ?? null) : captured.until,
      reversed: false,
    };
    if (damaged) skips.add('damaged', 1);
    // Whoever stops reading cuts what is open; the input does not.
    if (partial && messages.at(-1)?.cut === 'end') messages.pop();
    const { streams, undelivered } = captured;
    return { ...facts, messages, skipped: skips.list, streams, undelivered, ...(partial ? { partial } : {}) };
  }

  private bytes(piece: Uint8Array): void {
    if (this.reader !== null) {
      this.reader.push(piece);
      return;
    }
    const front = new Uint8Array(this.front.length + piece.length);
    front.set(this.front);
    front.set(piece, this.front.length);
    if (front.length < FRONT) this.front = front;
    else this.begin(front);
  }

  private begin(front: Uint8Array): void {
    const capture = captureFormat(front);
    const foreign = capture === null ? foreignFormat(front) : null;
    this.format = capture ?? foreign?.id ?? null;
    if (capture !== null) this.reader = this.open(capture, this.collector);
    else if (foreign !== null) this.reader = { push: () => undefined, finish: () => undefined };
    else this.reader = this.asText(front);
    this.reader.push(front);
  }

  private asText(front: Uint8Array): Reader {
    const text = (this.text = new TextReader(this.collector));
    // What a Windows shell writes for `>`.
    if (front[0] === 0xff && front[1] === 0xfe) this.decoder = new TextDecoder('utf-16le');
    return {
      push: (piece) => text.push(this.decoder.decode(piece, { stream: true })),
      finish: () => {
        text.push(this.decoder.decode());
        return undefined;
      },
    };
  }
}
