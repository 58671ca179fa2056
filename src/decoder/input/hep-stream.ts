import { ByteQueue } from '../message/bytes.ts';
import { hepLength, readHep } from './hep.ts';
import type { Arrival } from './collector.ts';
import type { StreamEvents, StreamReader } from './stream-types.ts';

/** HEP over TCP: one packet after the other, each with its length. */
export class HepStream implements StreamReader {
  found = 0;
  private readonly queue = new ByteQueue();
  private readonly events: StreamEvents;

  constructor(events: StreamEvents) {
    this.events = events;
  }

  push(piece: Uint8Array, seen: Arrival): void {
    // After a gap a packet that begins with the segment is the next one that can be found.
    if (this.queue.length === 0 && hepLength(piece) === null) return;
    this.queue.append(piece);
    for (;;) {
      const bytes = this.queue.view();
      const length = hepLength(bytes);
      if (length === null || length < 6) {
        if (bytes.length >= 6) this.queue.drop(bytes.length);
        return;
      }
      if (bytes.length < length) return;
      const hep = readHep(bytes.subarray(0, length));
      if (hep !== null) {
        this.found++;
        this.events.hep(hep, seen);
      }
      this.queue.drop(length);
    }
  }

  gap(): void {
    this.queue.drop(this.queue.length);
  }

  finish(): void {
    this.queue.drop(this.queue.length);
  }
}
