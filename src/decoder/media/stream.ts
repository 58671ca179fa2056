import { eventSized, payloadType, sequenceNumber, timestamp } from './rtp.ts';
import type { RtpPayload } from '../message/network.ts';
import { staticRate } from '../message/sdp.ts';

// Statistics of one RTP source as its packets come: RFC 3550 A.1 (sequence numbers), A.3 (loss) and A.8 (jitter).

const CYCLE = 65536;
const MAX_DROPOUT = 3000;
const MAX_MISORDER = 100;
/** Sequence numbers that are remembered to know a copy, and for how many seconds. */
const RING = 512;
const COPY_WITHIN = 1;
/** Clock rates of dynamic payload types; which one holds is only known with the session description. */
const RATES = [8000, 16000, 32000, 48000, 90000];
/** A hostile stream may use all 128. */
const MOST_TYPES = 16;

/** What is known of one payload type. */
class TypeState {
  packets = 0;
  events = 0;
  private lastTime: number | null = null;
  private lastStamp = 0;
  private lastEvent = -1;
  readonly type: number;
  private readonly rates: number[];
  private readonly now: Float64Array;
  private readonly sum: Float64Array;
  private readonly most: Float64Array;
  private steps = 0;

  constructor(type: number) {
    this.type = type;
    const rate = staticRate(type);
    this.rates = rate === null ? RATES : [rate];
    [this.now, this.sum, this.most] = [0, 1, 2].map(() => new Float64Array(this.rates.length)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
  }

  take(data: Uint8Array, time: number | null): void {
    this.packets++;
    const stamp = timestamp(data);
    if (eventSized(data) && stamp !== this.lastEvent) {
      this.events++;
      this.lastEvent = stamp;
    }
    if (time !== null && this.lastTime !== null) {
      const between = time - this.lastTime;
      // Timestamps go round at 2^32.
      const stamped = (stamp - this.lastStamp) | 0;
      this.steps++;
      for (let at = 0; at < this.rates.length; at++) {
        const difference = Math.abs(between - stamped / this.rates[at]!);
        const jitter = (this.now[at]! += (difference - this.now[at]!) / 16);
        this.sum[at]! += jitter;
        if (jitter > this.most[at]!) this.most[at] = jitter;
      }
    }
    this.lastTime = time;
    this.lastStamp = stamp;
  }

  facts(): RtpPayload {
    const { type, packets, events } = this;
    const jitter =
      this.steps === 0
        ? []
        : this.rates.map((rate, at) => ({ rate, mean: this.sum[at]! / this.steps, max: this.most[at]! }));
    return { type, packets, events, jitter };
  }
}

/** One source between two addresses, up to where it begins anew. */
export class StreamState {
  packets = 0;
  copies = 0;
  first: number | null = null;
  last: number | null = null;
  private base = -1;
  /** Highest sequence number with the cycles that were gone through. */
  private highest = -1;
  /** A jump of the numbers: if the next one follows it, the source began anew. */
  private jumped: { data: Uint8Array; time: number | null } | null = null;
  private readonly numbers = new Float64Array(RING).fill(-1);
  private readonly times = new Float64Array(RING);
  private readonly types: TypeState[] = [];
  readonly place: number;

  constructor(place: number) {
    this.place = place;
  }

  /** How many packets there should be (RFC 3550 A.3). */
  get expected(): number {
    return this.packets === 0 ? 0 : this.highest - this.base + 1;
  }

  /** The packets with which the source begins anew; they belong to another stream. Null: the packet was taken. */
  take(data: Uint8Array, time: number | null): { data: Uint8Array; time: number | null }[] | null {
    const number = sequenceNumber(data);
    if (this.highest < 0) {
      this.base = this.highest = number;
      this.count(number, data, time);
      return null;
    }
    const ahead = (number - this.highest) & (CYCLE - 1);
    if (ahead < MAX_DROPOUT && ahead > 0) {
      this.jumped = null;
      this.highest += ahead;
      this.count(this.highest, data, time);
      return null;
    }
    const behind = CYCLE - ahead;
    const extended = this.highest - (ahead === 0 ? 0 : behind);
    const slot = extended & (RING - 1);
    const known = extended >= 0 && this.numbers[slot] === extended;
    const late = time !== null && time - this.times[slot]! > COPY_WITHIN;
    if (known && !late) {
      this.copies++;
      return null;
    }
    if (!known && ahead > CYCLE - MAX_MISORDER && extended >= 0) {
      // Late, or from before the first one that was seen.
      this.base = Math.min(this.base, extended);
      this.count(extended, data, time);
      return null;
    }
    const before = this.jumped;
    if (before !== null && ((sequenceNumber(before.data) + 1) & (CYCLE - 1)) === number)
      return [before, { data, time }];
    if (before !== null && sequenceNumber(before.data) === number) this.copies++;
    else this.jumped = { data: data.slice(0, 16), time };
    return null;
  }

  /** Packets after a jump that nothing followed: none of this stream. */
  get stray(): number {
    return this.jumped === null ? 0 : 1;
  }

  payloads(): RtpPayload[] {
    return this.types.map((type) => type.facts());
  }

  private count(extended: number, data: Uint8Array, time: number | null): void {
    this.packets++;
    if (time !== null) {
      this.first ??= time;
      this.last = Math.max(this.last ?? time, time);
    }
    const slot = extended & (RING - 1);
    this.numbers[slot] = extended;
    this.times[slot] = time ?? 0;
    const type = payloadType(data);
    let state = this.types.find((one) => one.type === type);
    if (state === undefined) {
      if (this.types.length >= MOST_TYPES) return;
      this.types.push((state = new TypeState(type)));
    }
    state.take(data, time);
  }
}
