import { word } from './layers/layer.ts';
import { ByteQueue, decode } from '../message/bytes.ts';
import { couldStart } from './message-stream.ts';
import { isStartLine } from '../message/start-line.ts';
import { parseMessage } from '../message/parse-message.ts';
import type { Arrival } from './collector.ts';
import type { StreamEvents, StreamReader } from './stream-types.ts';

// SIP over WebSocket (RFC 7118 §4, RFC 6455 §5): after the handshake each SIP message is one WebSocket message. The side of
// the client masks its frames, which hides nothing, as the mask is in the frame.

const LF = 10;
const LARGEST_HEAD = 16384;
const LARGEST_MESSAGE = 1 << 20;

interface Frame {
  fin: boolean;
  compressed: boolean;
  operation: number;
  payload: Uint8Array;
  size: number;
}

/** The frame at the front, 0 while it is not whole, null where none can be */
function readFrame(bytes: Uint8Array): Frame | 0 | null {
  if (bytes.length < 2) return 0;
  const operation = bytes[0]! & 15;
  // Two of the three reserved bits have no meaning; so have the other operations.
  if ((bytes[0]! & 0x30) !== 0 || (operation > 2 && operation < 8) || operation > 10) return null;
  const masked = (bytes[1]! & 0x80) !== 0;
  let length = bytes[1]! & 127;
  let at = 2;
  if (length === 126) {
    if (bytes.length < 4) return 0;
    length = word(bytes, 2);
    at = 4;
  } else if (length === 127) {
    if (bytes.length < 10) return 0;
    if (word(bytes, 2) !== 0 || word(bytes, 4) !== 0) return null;
    length = word(bytes, 6) * 65536 + word(bytes, 8);
    at = 10;
  }
  if (length > LARGEST_MESSAGE) return null;
  const mask = at;
  if (masked) at += 4;
  if (bytes.length < at + length) return 0;
  const payload = bytes.slice(at, at + length);
  if (masked) for (let index = 0; index < length; index++) payload[index]! ^= bytes[mask + (index & 3)]!;
  const compressed = (bytes[0]! & 0x40) !== 0;
  return { fin: (bytes[0]! & 0x80) !== 0, compressed, operation, payload, size: at + length };
}

/** Whether a SIP message in a frame of its own begins here, as after a handshake that was not captured */
export function startsFrame(bytes: Uint8Array): boolean {
  if (bytes.length < 16 || ![1, 2].includes(bytes[0]! & 127)) return false;
  const masked = (bytes[1]! & 0x80) !== 0;
  const length = bytes[1]! & 127;
  const mask = length === 127 ? 10 : length === 126 ? 4 : 2;
  const payload = bytes.slice(mask + (masked ? 4 : 0));
  if (masked) for (let at = 0; at < payload.length; at++) payload[at]! ^= bytes[mask + (at & 3)]!;
  const end = payload.indexOf(LF);
  return end > 0 && couldStart(payload[0]!) && isStartLine(decode(payload.subarray(0, end)));
}

/** Reads one direction of a WebSocket connection, or of HTTP that may become one. */
export class WebSocketStream implements StreamReader {
  found = 0;
  /** Not a WebSocket after all, or one without SIP. */
  other = false;
  private readonly queue = new ByteQueue();
  private readonly events: StreamEvents;
  private head: boolean;
  private parts: Uint8Array[] = [];
  private compressed = false;
  /** After a gap: where a frame begins is not known. */
  private lost = false;

  /** @param head whether the stream begins with the handshake (RFC 6455 §4) */
  constructor(events: StreamEvents, head: boolean) {
    this.events = events;
    this.head = head;
  }

  push(piece: Uint8Array, seen: Arrival): void {
    if (this.lost) {
      if (!startsFrame(piece)) return;
      this.lost = false;
    }
    this.queue.append(piece);
    if (this.head && !this.handshake()) return;
    for (;;) {
      const frame = readFrame(this.queue.view());
      if (frame === 0) return;
      if (frame === null) {
        this.events.skip('malformed', seen);
        this.lose();
        return;
      }
      this.queue.drop(frame.size);
      this.frame(frame, seen);
    }
  }

  gap(): void {
    this.lose();
  }

  finish(): void {
    this.queue.drop(this.queue.length);
  }

  private lose(): void {
    this.queue.drop(this.queue.length);
    this.parts = [];
    this.lost = true;
    if (this.head) this.other = true;
  }

  /** Takes off the head of the request or response. @returns whether frames follow */
  private handshake(): boolean {
    const bytes = this.queue.view();
    const text = decode(bytes.subarray(0, LARGEST_HEAD));
    const end = text.indexOf('\r\n\r\n');
    if (end < 0) {
      this.other = bytes.length > LARGEST_HEAD;
      return false;
    }
    if (!/^upgrade\s*:\s*websocket\s*$/im.test(text.slice(0, end))) {
      this.other = true;
      return false;
    }
    // The head is ASCII, so characters are octets.
    this.queue.drop(end + 4);
    this.head = false;
    return true;
  }

  private frame({ fin, compressed, operation, payload }: Frame, seen: Arrival): void {
    // Close, ping and pong may come between the parts of a message (RFC 6455 §5.4).
    if (operation >= 8) return;
    if (operation !== 0) {
      this.parts = [];
      this.compressed = compressed;
    }
    this.parts.push(payload);
    if (this.parts.reduce((sum, part) => sum + part.length, 0) > LARGEST_MESSAGE) this.parts = [];
    if (!fin) return;
    const whole = joined(this.parts);
    this.parts = [];
    if (this.compressed) this.events.skip('compressed', seen);
    else if (whole.some((byte) => byte > 32)) {
      const parsed = couldStart(whole[0]!) ? parseMessage(whole, 'datagram') : null;
      if (parsed === null) this.events.skip('not-sip', seen);
      else {
        this.found++;
        this.events.message(parsed, { ...seen, transport: 'WS' });
      }
    }
  }
}

function joined(parts: Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
