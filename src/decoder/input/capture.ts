import { formatAddress, IpReader, type IpPayload } from './ip.ts';
import { ipOffset } from './link-layer.ts';
import { parseMessage } from '../message/parse-message.ts';
import { PcapngReader, PcapReader, type Packet, type PacketReader } from './packets.ts';
import type { Seen, Sink } from './collector.ts';
import { couldStart, MessageStream } from './message-stream.ts';
import { SegmentOrder } from './tcp.ts';
import type { Cut, Skipped } from '../message/types.ts';

// From captured frames to SIP messages: link, IP, UDP (RFC 768) or TCP (RFC 9293), message. SIP is known by its start line,
// not by the port.

const TCP = 6;
const UDP = 17;
const ICMP = 1;
const ICMP_V6 = 58;

/** Connections followed at once; past it the oldest is closed. */
const MOST_STREAMS = 4096;
/** A stream that has no start line within so many bytes carries something else. */
const PATIENCE = 16384;

const SYN = 2;
const FIN_RST = 5;
const CR = 13;
const LF = 10;

const word = (data: Uint8Array, at: number): number => (data[at]! << 8) | data[at + 1]!;

interface Stream {
  order: SegmentOrder;
  messages: MessageStream;
  /** Why nothing more of it is read. */
  ignored: Skipped['reason'] | null;
  seen: Seen;
}

/** Reads a capture in pieces and gives its SIP messages to a sink. */
export class CaptureReader {
  private readonly packets: PacketReader;
  private readonly ip: IpReader;
  private readonly streams = new Map<string, Stream>();
  private readonly sink: Sink;
  private packet!: Packet;
  /** Addresses to which messages went. */
  private readonly targets = new Set<string>();

  constructor(format: 'pcap' | 'pcapng', sink: Sink) {
    this.sink = sink;
    const events = {
      packet: (packet: Packet) => this.frame(packet),
      skip: (reason: Skipped['reason'], place: number) => sink.skips.add(reason, place),
    };
    this.packets = format === 'pcap' ? new PcapReader(events) : new PcapngReader(events);
    this.ip = new IpReader((reason, count) => this.skip(reason, count));
  }

  push(piece: Uint8Array): void {
    this.packets.push(piece);
  }

  finish(): void {
    this.packets.finish();
    if (this.packet === undefined) return;
    this.ip.finish();
    for (const stream of this.streams.values()) this.close(stream, 'end');
    this.streams.clear();
  }

  private skip(reason: Skipped['reason'], count = 1): void {
    this.sink.skips.add(reason, this.packet.number, count);
  }

  private frame(packet: Packet): void {
    this.packet = packet;
    const at = ipOffset(packet.linkType, packet.data);
    if (at < 0) {
      this.skip(at === -2 ? 'unknown-link-type' : 'not-sip');
      return;
    }
    const payload = this.ip.read(packet.data.subarray(at));
    if (payload === null) return;
    if (payload.protocol === UDP) this.datagram(payload);
    else if (payload.protocol === TCP) this.segment(payload);
    else this.skip(this.quoted(payload) ? 'unreachable' : 'not-sip');
  }

  /** @returns whether ICMP (RFC 792, RFC 4443 §3.1) says that a packet to an address which got SIP did not arrive */
  private quoted({ protocol, data }: IpPayload): boolean {
    const unreachable = (protocol === ICMP && data[0] === 3) || (protocol === ICMP_V6 && data[0] === 1);
    if (!unreachable || data.length < 36) return false;
    const packet = data.subarray(8);
    const v6 = packet[0]! >> 4 === 6;
    const header = v6 ? 40 : (packet[0]! & 15) * 4;
    if (packet.length < header + 4) return false;
    const target = v6 ? packet.subarray(24, 40) : packet.subarray(16, 20);
    return this.targets.has(`${formatAddress(target)} ${word(packet, header + 2)}`);
  }

  private seen(ip: IpPayload, transport: 'UDP' | 'TCP'): Seen {
    return {
      time: this.packet.time,
      place: this.packet.number,
      from: { host: formatAddress(ip.source), port: word(ip.data, 0) },
      to: { host: formatAddress(ip.destination), port: word(ip.data, 2) },
      transport,
    };
  }

  private datagram(ip: IpPayload): void {
    if (ip.data.length < 8) {
      this.skip('truncated');
      return;
    }
    const length = word(ip.data, 4);
    const data = ip.data.subarray(8, length >= 8 ? length : ip.data.length);
    let first = 0;
    while (data[first] === CR || data[first] === LF || data[first] === 0) first++;
    // Only line ends, or nothing: what keeps a binding in a NAT alive (RFC 5626 §3.5.1).
    if (first === data.length) return;
    if (!couldStart(data[first]!)) {
      this.skip('not-sip');
      return;
    }
    const parsed = parseMessage(data, 'datagram');
    if (parsed === null) {
      this.skip('not-sip');
      return;
    }
    if (ip.missing > 0) {
      // Cut by the capture, not by the sender: its length is not wrong.
      parsed.faults = parsed.faults.filter(({ kind }) => kind !== 'content-length-too-long' && kind !== 'truncated');
      parsed.faults.push({ kind: 'truncated' });
      parsed.cut = 'snap';
    }
    const seen = this.seen(ip, 'UDP');
    if (this.sink.add(parsed, seen) !== null) this.targets.add(`${seen.to!.host} ${seen.to!.port}`);
  }

  private segment(ip: IpPayload): void {
    const header = ip.data.length < 20 ? 0 : (ip.data[12]! >> 4) * 4;
    if (header < 20 || header > ip.data.length) {
      this.skip(ip.missing > 0 ? 'truncated' : 'malformed');
      return;
    }
    const flags = ip.data[13]!;
    const data = ip.data.subarray(header);
    if (data.length === 0 && (flags & (SYN | FIN_RST)) === 0) return;
    const key = `${ip.source.join()} ${ip.destination.join()} ${word(ip.data, 0)} ${word(ip.data, 2)}`;
    const known = this.streams.get(key);
    if (known === undefined && data.length === 0 && (flags & SYN) === 0) return;
    const stream = known ?? this.start(key);
    const sequence = new DataView(ip.data.buffer, ip.data.byteOffset).getUint32(4);
    if ((flags & SYN) !== 0) {
      stream.ignored = null;
      stream.order.open(sequence);
    }
    if (stream.ignored !== null) this.skip(stream.ignored);
    else if (data.length > 0) {
      stream.seen = this.seen(ip, 'TCP');
      this.feed(stream, sequence + ((flags & SYN) >> 1), data, ip.missing);
    }
    if ((flags & FIN_RST) !== 0 && stream.ignored === null) this.close(stream);
  }

  private feed(stream: Stream, sequence: number, data: Uint8Array, missing: number): void {
    const { messages, order } = stream;
    // The record header of TLS (RFC 8446 §5.1) in the place of a start line.
    if (messages.found === 0 && messages.thrown === 0 && data[0]! >= 20 && data[0]! <= 23 && data[1] === 3) {
      stream.ignored = 'encrypted';
      this.skip(stream.ignored);
      return;
    }
    order.push(sequence >>> 0, data);
    if (missing > 0) order.lose((sequence + data.length) >>> 0, missing);
    if (messages.found === 0 && messages.thrown > PATIENCE) stream.ignored = 'not-sip';
  }

  private start(key: string): Stream {
    if (this.streams.size >= MOST_STREAMS) {
      const [oldest, stream] = this.streams.entries().next().value!;
      this.close(stream, 'lost');
      this.streams.delete(oldest);
    }
    const messages = new MessageStream({
      message: (parsed, seen) => void this.sink.add(parsed, seen),
      skip: (reason, seen) => this.sink.skips.add(reason, seen.place),
    });
    const stream: Stream = {
      messages,
      ignored: null,
      seen: null!,
      order: new SegmentOrder({
        data: (piece) => messages.push(piece, stream.seen),
        gap: (cut) => {
          messages.gap(cut);
          this.skip('gap');
        },
      }),
    };
    this.streams.set(key, stream);
    return stream;
  }

  /** @param cut why a message that is still open may lack its end, where the connection itself did not end */
  private close(stream: Stream, cut?: Cut): void {
    if (stream.ignored !== null) return;
    stream.order.finish();
    stream.messages.finish(cut);
  }
}
