import { formatAddress } from '../message/hosts.ts';
import { mediaKind } from './rtp.ts';
import { StreamState } from './stream.ts';
import type { RtpStream } from '../message/network.ts';
import type { SkipReason } from '../message/types.ts';

// Sorts the packets of a capture into RTP streams: by addresses, ports and source (RFC 3550 §8). No port is known to be RTP,
// so whatever has a header like it is a candidate until a second number follows the first (RFC 3550 A.1).

/** Sources that are followed at once, and streams that are kept. */
const MOST_CANDIDATES = 4096;
const MOST_STREAMS = 20_000;
const LEAST_PACKETS = 2;

/** A table of the sources seen last, since a lookup by text would cost more than the rest. */
const RECENT = 4096;

/** A datagram with its header, and between which addresses it went. */
export interface Datagram {
  source: Uint8Array;
  destination: Uint8Array;
  data: Uint8Array;
}

interface Source {
  /** Addresses, ports and SSRC in octets. */
  key: Uint8Array;
  ip: Pick<Datagram, 'source' | 'destination'>;
  ports: [number, number];
  state: StreamState;
}

/** What was no media after all, or was, for the count of what holds no SIP. */
interface Other {
  reason: SkipReason;
  place: number;
  count: number;
}

const word = (data: Uint8Array, at: number): number => (data[at]! << 8) | data[at + 1]!;

/** Takes datagrams that are no SIP. Memory: a few KB for each source. */
export class MediaCollector {
  private readonly sources = new Map<string, Source>();
  private readonly recent = new Array<Source | undefined>(RECENT);
  private readonly done: { source: Source; state: StreamState }[] = [];
  private readonly counts = new Map<SkipReason, Other>();

  /**
   * @param ip the whole datagram with its addresses
   * @param data its payload
   * @returns whether it is counted here
   */
  take(ip: Datagram, data: Uint8Array, packet: { number: number; time: number | null }): boolean {
    const kind = mediaKind(data);
    if (kind === null) return false;
    if (kind === 'rtcp') {
      this.add('rtcp', packet.number, 1);
      return true;
    }
    const source = this.sourceOf(ip, data, packet.number);
    const again = source.state.take(data, packet.time);
    if (again !== null) {
      this.done.push({ source, state: source.state });
      source.state = new StreamState(packet.number);
      for (const one of again) source.state.take(one.data, one.time);
    }
    return true;
  }

  /** Streams in the order of their first packet, and counts of everything that was taken */
  finish(): { streams: RtpStream[]; others: Other[] } {
    for (const source of this.sources.values()) this.done.push({ source, state: source.state });
    this.sources.clear();
    const streams: RtpStream[] = [];
    for (const { source, state } of this.done) {
      const sure = state.packets >= LEAST_PACKETS;
      this.add(sure ? 'media' : 'not-sip', state.place, state.packets + state.copies + state.stray);
      if (sure && streams.length < MOST_STREAMS) streams.push(factsOf(source, state));
    }
    streams.sort((a, b) => a.place - b.place);
    return { streams, others: [...this.counts.values()] };
  }

  private add(reason: SkipReason, place: number, count: number): void {
    const known = this.counts.get(reason);
    if (known === undefined) this.counts.set(reason, { reason, place, count });
    else {
      known.place = Math.min(known.place, place);
      known.count += count;
    }
  }

  private sourceOf(ip: Datagram, data: Uint8Array, place: number): Source {
    const slot = (word(data, 10) ^ word(ip.data, 0) ^ (word(ip.data, 2) * 7)) & (RECENT - 1);
    const recent = this.recent[slot];
    if (recent !== undefined && matches(recent.key, ip, data)) return recent;
    const key = keyOf(ip, data);
    const name = String.fromCharCode(...key);
    let source = this.sources.get(name);
    if (source === undefined) {
      if (this.sources.size >= MOST_CANDIDATES) this.forget();
      source = {
        key,
        ip: { source: ip.source.slice(), destination: ip.destination.slice() },
        ports: [word(ip.data, 0), word(ip.data, 2)],
        state: new StreamState(place),
      };
      this.sources.set(name, source);
    }
    this.recent[slot] = source;
    return source;
  }

  /** Makes room: the oldest source goes, as a stream if it was one. */
  private forget(): void {
    const [name, source] = this.sources.entries().next().value!;
    this.sources.delete(name);
    const at = this.recent.indexOf(source);
    if (at >= 0) this.recent[at] = undefined;
    const { state } = source;
    if (state.packets >= LEAST_PACKETS && this.done.length < MOST_STREAMS) this.done.push({ source, state });
    else this.add(state.packets >= LEAST_PACKETS ? 'media' : 'not-sip', state.place, state.packets + state.copies);
  }
}

function keyOf(ip: Datagram, data: Uint8Array): Uint8Array {
  const size = ip.source.length;
  const key = new Uint8Array(2 * size + 8);
  key.set(ip.source);
  key.set(ip.destination, size);
  key.set(ip.data.subarray(0, 4), 2 * size);
  key.set(data.subarray(8, 12), 2 * size + 4);
  return key;
}

function matches(key: Uint8Array, ip: Datagram, data: Uint8Array): boolean {
  const size = ip.source.length;
  if (key.length !== 2 * size + 8) return false;
  for (let at = 0; at < 4; at++)
    if (key[2 * size + at] !== ip.data[at] || key[2 * size + 4 + at] !== data[8 + at]) return false;
  for (let at = 0; at < size; at++)
    if (key[at] !== ip.source[at] || key[size + at] !== ip.destination[at]) return false;
  return true;
}

const factsOf = ({ ip, ports }: Source, state: StreamState): RtpStream => ({
  from: { host: formatAddress(ip.source), port: ports[0] },
  to: { host: formatAddress(ip.destination), port: ports[1] },
  place: state.place,
  first: state.first,
  last: state.last,
  packets: state.packets,
  expected: state.expected,
  copies: state.copies,
  payloads: state.payloads(),
});
