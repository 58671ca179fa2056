import { word } from './layers/layer.ts';
import { ByteQueue, decode } from '../message/bytes.ts';
import { couldStart } from './message-stream.ts';
import { isStartLine } from '../message/start-line.ts';
import { contentLength, findBody, parseHead, parseMessage } from '../message/parse-message.ts';
import type { Arrival } from './collector.ts';
import type { StreamEvents, StreamReader } from './stream-types.ts';

// TLS (RFC 8446 §5.1, RFC 5246 §6.2.1) cannot be read, but for the cipher suites that encrypt nothing (RFC 5246 §A.5, such
// as TLS_RSA_WITH_NULL_SHA): there a record holds the message and a check value.

const APPLICATION = 23;
const LF = 10;
/** Check values of MD5, SHA-1, SHA-256 and SHA-384 (RFC 5246 §6.2.3.1). */
const CHECKS = [16, 20, 32, 48];
const LARGEST_RECORD = 16384 + 2048;

/** Whether the record header of TLS is in the place of a start line */
export const startsRecord = (bytes: Uint8Array): boolean => bytes[0]! >= 20 && bytes[0]! <= 23 && bytes[1] === 3;

/** Reads one direction of a TLS connection as far as anything in it can be read. */
export class TlsStream implements StreamReader {
  found = 0;
  /** Application data came that is no SIP: the rest is not looked at. */
  encrypted = false;
  private readonly queue = new ByteQueue();
  private readonly events: StreamEvents;

  constructor(events: StreamEvents) {
    this.events = events;
  }

  push(piece: Uint8Array, seen: Arrival): void {
    if (this.encrypted) return;
    this.queue.append(piece);
    for (;;) {
      const bytes = this.queue.view();
      if (bytes.length < 5) return;
      const length = word(bytes, 3);
      if (!startsRecord(bytes) || length > LARGEST_RECORD) {
        this.encrypted = true;
        return;
      }
      if (bytes.length < 5 + length) return;
      if (bytes[0] === APPLICATION) this.record(bytes.subarray(5, 5 + length), seen);
      this.queue.drop(5 + length);
    }
  }

  gap(): void {
    this.queue.drop(this.queue.length);
  }

  finish(): void {
    this.queue.drop(this.queue.length);
  }

  private record(body: Uint8Array, seen: Arrival): void {
    const end = couldStart(body[0]!) ? body.indexOf(LF) : -1;
    const gap = end > 0 && isStartLine(decode(body.subarray(0, end))) ? findBody(body, 0) : null;
    const head = gap && parseHead(decode(body.subarray(0, gap.head)));
    if (!gap || !head) {
      this.encrypted = this.found === 0;
      return;
    }
    const length = gap.body + (contentLength(head.headers) ?? 0);
    const message = body.subarray(0, CHECKS.includes(body.length - length) ? length : body.length);
    const parsed = parseMessage(message, 'stream');
    if (parsed === null) return;
    this.found++;
    this.events.message(parsed, { ...seen, transport: 'TLS' });
  }
}
