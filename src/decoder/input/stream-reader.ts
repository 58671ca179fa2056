import { hepLength } from './hep.ts';
import { HepStream } from './hep-stream.ts';
import { MessageStream } from './message-stream.ts';
import { startsRecord, TlsStream } from './tls.ts';
import { startsFrame, WebSocketStream } from './websocket.ts';
import type { StreamEvents, StreamReader } from './stream-types.ts';

/** Methods of HTTP that a WebSocket may begin with (RFC 6455 §4.1), or that show that it is no SIP. */
const HTTP = /^(?:GET |POST |PUT |HEAD |HTTP)/;

/**
 * @param first the first bytes of a stream, or of what was captured of it
 * @returns what reads it; without a sign of anything else, SIP itself, which is also found from the middle
 */
export function readerFor(first: Uint8Array, events: StreamEvents): StreamReader {
  if (startsRecord(first)) return new TlsStream(events);
  if (HTTP.test(String.fromCharCode(...first.subarray(0, 5)))) return new WebSocketStream(events, true);
  if (startsFrame(first)) return new WebSocketStream(events, false);
  return hepLength(first) === null ? new MessageStream(events) : new HepStream(events);
}
