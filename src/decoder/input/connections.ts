import { word } from './layers/layer.ts';
import type { IpPayload } from './ip.ts';
import type { Arrival } from './collector.ts';
import { MessageStream } from './message-stream.ts';
import { readerFor } from './stream-reader.ts';
import type { StreamEvents, StreamReader } from './stream-types.ts';
import { SegmentOrder } from './tcp.ts';
import { TlsStream } from './tls.ts';
import { startsFrame, WebSocketStream } from './websocket.ts';
import type { Cut, SkipReason } from '../message/types.ts';

// Connections of TCP (RFC 9293), one direction each: segments in order, then what is in the stream.

/** Connections followed at once; past it the oldest is closed. */
const MOST_STREAMS = 4096;
/** A stream that has no start line within this many bytes carries something else. */
const PATIENCE = 16384;

const SYN = 2;
const FIN_RST = 5;
const ACK = 16;

interface Stream {
  order: SegmentOrder;
  reader: StreamReader | null;
  /** Why nothing more of it is read. */
  ignored: SkipReason | null;
  seen: Arrival;
  /** What was said of the segment at hand. */
  reported: boolean;
  cut: boolean;
}

export interface ConnectionEvents extends StreamEvents {
  pass: (reason: SkipReason) => void;
}

/** Whether only bytes that belong to no message came so far */
const stranger = (reader: StreamReader): boolean =>
  reader instanceof MessageStream && reader.found === 0 && reader.thrown > 0;

/** Follows all connections of a capture. */
export class Connections {
  private readonly streams = new Map<string, Stream>();
  private readonly events: ConnectionEvents;

  constructor(events: ConnectionEvents) {
    this.events = events;
  }

  /**
   * @param ip what an IP packet of protocol TCP carries
   * @param seen when, where and between which ends
   */
  segment(ip: IpPayload, seen: () => Arrival): void {
    const header = ip.data.length < 20 ? 0 : (ip.data[12]! >> 4) * 4;
    if (header < 20 || header > ip.data.length) {
      this.events.pass(ip.missing > 0 ? 'truncated' : 'malformed');
      return;
    }
    const flags = ip.data[13]!;
    const data = ip.data.subarray(header);
    const numbers = new DataView(ip.data.buffer, ip.data.byteOffset);
    if ((flags & ACK) !== 0) this.acknowledge(ip, numbers.getUint32(8));
    if (data.length === 0 && (flags & (SYN | FIN_RST)) === 0) return;
    const key = `${ip.source.join()} ${ip.destination.join()} ${word(ip.data, 0)} ${word(ip.data, 2)}`;
    const known = this.streams.get(key);
    if (known === undefined && data.length === 0 && (flags & SYN) === 0) return;
    const stream = known ?? this.start(key);
    const sequence = numbers.getUint32(4);
    if ((flags & SYN) !== 0) {
      stream.ignored = null;
      stream.order.open(sequence);
      stream.reader = null;
    }
    if (stream.ignored !== null) {
      if (data.length > 0) this.events.pass(stream.ignored);
    } else if (data.length > 0) {
      stream.seen = seen();
      stream.reported = false;
      stream.order.push((sequence + ((flags & SYN) >> 1)) >>> 0, data);
      if (ip.missing > 0) stream.order.lose((sequence + data.length) >>> 0, ip.missing);
      this.judge(stream);
    }
    if ((flags & FIN_RST) !== 0 && stream.ignored === null) this.close(stream);
  }

  /** Tells the other direction what arrived there. */
  private acknowledge(ip: IpPayload, number: number): void {
    const key = `${ip.destination.join()} ${ip.source.join()} ${word(ip.data, 2)} ${word(ip.data, 0)}`;
    const stream = this.streams.get(key);
    if (stream?.ignored === null) stream.order.acknowledge(number);
  }

  finish(): void {
    for (const stream of this.streams.values()) this.close(stream, 'end');
    this.streams.clear();
  }

  /** Says of a stream that has no SIP what it is. */
  private judge(stream: Stream): void {
    const { reader } = stream;
    if (reader === null || reader.found > 0) return;
    if (reader instanceof TlsStream) {
      if (!stream.reported) this.events.pass('encrypted');
      if (reader.encrypted) stream.ignored = 'encrypted';
    } else if (reader instanceof WebSocketStream) {
      if (!reader.other) return;
      if (!stream.reported) this.events.pass('not-sip');
      stream.ignored = 'not-sip';
    } else if (reader instanceof MessageStream && reader.thrown > PATIENCE) stream.ignored = 'not-sip';
  }

  private start(key: string): Stream {
    if (this.streams.size >= MOST_STREAMS) {
      const [oldest, stream] = this.streams.entries().next().value!;
      this.close(stream, 'lost');
      this.streams.delete(oldest);
    }
    const events: StreamEvents = {
      message: (parsed, seen) => this.events.message(parsed, seen),
      hep: (hep, seen) => this.events.hep(hep, seen),
      skip: (reason, seen) => {
        stream.reported = true;
        this.events.skip(reason, seen);
      },
    };
    const stream: Stream = {
      reader: null,
      ignored: null,
      seen: null!,
      reported: false,
      cut: false,
      order: new SegmentOrder({
        data: (piece) => {
          stream.reader ??= readerFor(piece, events);
          // A capture may begin within a message of a WebSocket; the next one shows it.
          if (stranger(stream.reader) && startsFrame(piece)) stream.reader = new WebSocketStream(events, false);
          this.read(stream, stream.reader, piece);
        },
        gap: (cut) => {
          stream.cut = true;
          stream.reader?.gap(cut);
          this.events.pass('gap');
        },
      }),
    };
    this.streams.set(key, stream);
    return stream;
  }

  /** Each segment of which nothing could be used is one part that held no SIP. */
  private read(stream: Stream, reader: StreamReader, piece: Uint8Array): void {
    const sip = reader instanceof MessageStream ? reader : null;
    const thrown = sip?.thrown ?? 0;
    reader.push(piece, stream.seen);
    if (sip === null || sip.thrown === thrown || sip.found > 0 || stream.reported || stream.cut) return;
    this.events.pass('not-sip');
    stream.reported = true;
  }

  /** @param cut why a message that is still open may lack its end, where the connection itself did not end */
  private close(stream: Stream, cut?: Cut): void {
    if (stream.ignored !== null) return;
    stream.order.finish();
    stream.reader?.finish(cut);
  }
}
