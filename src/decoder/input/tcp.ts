// One direction of a TCP connection put in order (RFC 9293 §3.4): out-of-order segments wait, what came before is dropped.

interface Waiting {
  offset: number;
  data: Uint8Array;
}

/** What waits for a missing segment; more than this is a hole in the capture, not disorder. */
const MOST_BYTES = 1 << 18;
const MOST_SEGMENTS = 256;

export interface OrderEvents {
  data: (piece: Uint8Array) => void;
  /** Bytes are missing and will not come: cut by the snapshot length, or in a packet that was not captured. */
  gap: (cut: 'snap' | 'lost') => void;
}

export class SegmentOrder {
  private next: number | null = null;
  private waiting: Waiting[] = [];
  private bytes = 0;
  private readonly events: OrderEvents;

  constructor(events: OrderEvents) {
    this.events = events;
  }

  /** A SYN: the first byte has the number after it, and what an older connection of the same ports left is over. */
  open(sequence: number): void {
    this.finish();
    this.next = (sequence + 1) >>> 0;
  }

  /** @param data payload of a segment, not kept unless it has to wait (then it is copied) */
  push(sequence: number, data: Uint8Array): void {
    this.next ??= sequence;
    // Numbers go round at 2^32: the difference as a signed number tells before from after.
    const offset = (sequence - this.next) | 0;
    if (offset <= 0) {
      if (-offset >= data.length) return;
      this.give(data.subarray(-offset));
      this.release();
      return;
    }
    this.waiting.push({ offset: sequence, data: data.slice() });
    this.bytes += data.length;
    if (this.bytes > MOST_BYTES || this.waiting.length > MOST_SEGMENTS) this.jump();
  }

  /** Bytes from `sequence` on were sent but not captured. */
  lose(sequence: number, count: number): void {
    if (sequence !== this.next) return;
    this.next = (sequence + count) >>> 0;
    this.events.gap('snap');
  }

  /** The other side has all bytes before `number` (RFC 9293 §3.4): what is missing of them was not captured and will not come. */
  acknowledge(number: number): void {
    while (this.waiting.length > 0 && ((number - this.nearest().offset) | 0) >= 0) this.jump();
  }

  /** The end: what waits is given out in order, with the gaps reported. */
  finish(): void {
    while (this.waiting.length > 0) this.jump();
  }

  private give(data: Uint8Array): void {
    this.next = (this.next! + data.length) >>> 0;
    this.events.data(data);
  }

  /** Gives out what waits and follows now. */
  private release(): void {
    if (this.waiting.length === 0) return;
    const start = this.next!;
    const distance = ({ offset }: Waiting) => (offset - start) | 0;
    this.waiting.sort((a, b) => distance(a) - distance(b));
    let taken = 0;
    for (const { offset, data } of this.waiting) {
      const ahead = (offset - this.next!) | 0;
      if (ahead > 0) break;
      taken++;
      this.bytes -= data.length;
      if (-ahead < data.length) this.give(data.subarray(-ahead));
    }
    this.waiting.splice(0, taken);
  }

  /** Goes on behind the hole. */
  private jump(): void {
    const { offset } = this.nearest();
    this.events.gap('lost');
    this.next = offset;
    this.release();
  }

  /** What waits behind the first hole */
  private nearest(): Waiting {
    const start = this.next!;
    return this.waiting.reduce((a, b) => (((b.offset - start) | 0) < ((a.offset - start) | 0) ? b : a));
  }
}
