import { Connections } from './connections.ts';
import { cutBy, readDatagram, type DatagramEvents } from './datagrams.ts';
import { readHep, type Hep } from './hep.ts';
import { isIcmp, readIcmp } from './icmp.ts';
import { formatAddress } from '../message/hosts.ts';
import type { IpPayload } from './ip.ts';
import { word } from './layers/layer.ts';
import { PcapngReader, PcapReader, type Packet, type PacketReader } from './packets.ts';
import { parseMessage, type ParsedMessage } from '../message/parse-message.ts';
import { SctpReader } from './sctp.ts';
import type { CaptureFacts, Arrival, MessageCollector } from './collector.ts';
import { MediaCollector } from '../media/collector.ts';
import type { SkipReason, Undelivered } from '../message/types.ts';
import { readUpperPdu, UPPER_PDU } from './upper-pdu.ts';
import { Walker } from './walker.ts';

// From captured frames to SIP messages and media streams: layers of link and tunnels, IP, then UDP (RFC 768), TCP (RFC 9293)
// or SCTP (RFC 9260), then the message. SIP is known by its start line, not by the port.

const TCP = 6;
const UDP = 17;
const SCTP = 132;
const UDP_LITE = 136;

/** So many ICMP errors are kept. */
const MOST_UNDELIVERED = 1000;

/** Reads a capture in pieces and gives its SIP messages to a collector. */
export class CaptureReader {
  private readonly packets: PacketReader;
  private readonly walker: Walker;
  private readonly connections: Connections;
  private readonly sctp = new SctpReader();
  private readonly media = new MediaCollector();
  private readonly undelivered: Undelivered[] = [];
  private readonly collector: MessageCollector;
  private readonly datagram: DatagramEvents;
  private packet!: Packet;
  private until: number | null = null;
  /** Addresses to which messages went. */
  private readonly targets = new Set<string>();

  constructor(format: 'pcap' | 'pcapng', collector: MessageCollector) {
    this.collector = collector;
    const events = {
      packet: (packet: Packet) => this.frame(packet),
      skip: (reason: SkipReason, place: number) => collector.skips.add(reason, place),
    };
    this.packets = format === 'pcap' ? new PcapReader(events) : new PcapngReader(events);
    const pass = (reason: SkipReason, count?: number) => this.skip(reason, count);
    this.walker = new Walker({ payload: (payload) => this.payload(payload), pass });
    this.datagram = {
      message: (parsed, ip) => this.message(parsed, this.seen(ip, 'UDP')),
      hep: (data, ip) => this.agent(readHep(data)!, this.seen(ip, 'UDP')),
      tunnel: (kind, data, ip) => this.walker.into(ip, kind, data),
      media: (data, ip) => this.media.take(ip, data, this.packet),
      pass,
    };
    this.connections = new Connections({
      message: (parsed, seen) => void collector.add(parsed, seen),
      hep: (hep, seen) => this.agent(hep, seen),
      skip: (reason, seen) => collector.skips.add(reason, seen.place),
      pass,
    });
  }

  push(piece: Uint8Array): void {
    this.packets.push(piece);
  }

  /**
   * @param whole whether the file was read to its end: then what is unfinished was cut off
   * @returns what a capture knows besides its messages
   */
  finish(whole = true): CaptureFacts {
    this.packets.finish(whole);
    if (whole && this.packet !== undefined) {
      this.walker.finish();
      this.connections.finish();
    }
    const { streams, others } = this.media.finish();
    for (const { reason, place, count } of others) this.collector.skips.add(reason, place, count);
    return { until: this.until, streams, undelivered: this.undelivered };
  }

  private skip(reason: SkipReason, count = 1): void {
    this.collector.skips.add(reason, this.packet.number, count);
  }

  private frame(packet: Packet): void {
    this.packet = packet;
    if (packet.time !== null) this.until = Math.max(this.until ?? packet.time, packet.time);
    if (packet.linkType === UPPER_PDU) this.exported(packet.data);
    else this.walker.link(packet.linkType, packet.data);
  }

  private payload(payload: IpPayload): void {
    if (payload.protocol === UDP || payload.protocol === UDP_LITE) readDatagram(payload, this.datagram);
    else if (payload.protocol === TCP) this.connections.segment(payload, () => this.seen(payload, 'TCP'));
    else if (payload.protocol === SCTP) this.chunks(payload);
    else if (isIcmp(payload.protocol)) this.icmp(payload);
    else this.skip('not-sip');
  }

  private seen(ip: IpPayload, transport: Arrival['transport']): Arrival {
    return {
      time: this.packet.time,
      place: this.packet.number,
      from: { host: formatAddress(ip.source), port: word(ip.data, 0) },
      to: { host: formatAddress(ip.destination), port: word(ip.data, 2) },
      transport,
    };
  }

  private message(parsed: ParsedMessage, seen: Arrival): void {
    if (this.collector.add(parsed, seen) !== null) this.targets.add(`${seen.to!.host} ${seen.to!.port}`);
  }

  private chunks(ip: IpPayload): void {
    const messages = this.sctp.read(
      ip,
      `${ip.source.join()} ${ip.destination.join()} ${word(ip.data, 0)} ${word(ip.data, 2)}`,
    );
    if (messages === null) {
      this.skip(ip.missing > 0 ? 'truncated' : 'malformed');
      return;
    }
    for (const data of messages) {
      const parsed = parseMessage(data, 'datagram');
      if (parsed === null) this.skip('not-sip');
      else this.collector.add(ip.missing > 0 ? cutBy(parsed, 'snap') : parsed, this.seen(ip, 'SCTP'));
    }
  }

  /** A message that an agent copied to a collector, between the ends that the agent saw. */
  private agent({ from, to, transport, time, sip, payload }: Hep, seen: Arrival): void {
    const parsed = sip ? parseMessage(payload, 'datagram') : null;
    if (parsed === null) this.collector.skips.add('not-sip', seen.place);
    else this.collector.add(parsed, { ...seen, from, to, transport, time: time ?? seen.time });
  }

  private exported(data: Uint8Array): void {
    const pdu = readUpperPdu(data);
    if (pdu === null) return this.skip('malformed');
    if (pdu.name === 'ip') return this.walker.give('ip', pdu.data);
    if (pdu.name === 'eth') return this.walker.give('ethernet', pdu.data);
    const parsed = parseMessage(pdu.data, 'datagram');
    if (parsed === null) return this.skip('not-sip');
    const { from, to, transport } = pdu;
    this.collector.add(parsed, { time: this.packet.time, place: this.packet.number, from, to, transport });
  }

  private icmp(payload: IpPayload): void {
    const found = readIcmp(payload);
    this.skip(found && this.targets.has(`${found.to.host} ${found.to.port}`) ? 'unreachable' : 'icmp');
    if (found === null || this.undelivered.length >= MOST_UNDELIVERED) return;
    this.undelivered.push({ place: this.packet.number, time: this.packet.time, ...found });
  }
}
