import type { Skipped } from '../message/types.ts';

/** More entries tell a reader nothing more, and hostile input could make one for each byte. */
const MOST = 1000;

/** Collects what was not understood: a run of one reason is one entry with a count. */
export class Skips {
  readonly list: Skipped[] = [];
  /** Past the limit one entry a reason takes all the rest. */
  private readonly rest = new Map<Skipped['reason'], Skipped>();
  private interrupted = true;

  /** @param place line or number of the packet, from 1 */
  add(reason: Skipped['reason'], place: number, count = 1): void {
    const last = this.interrupted ? undefined : this.list.at(-1);
    const open = last?.reason === reason ? last : this.rest.get(reason);
    if (open !== undefined) {
      open.count += count;
      return;
    }
    const entry = { place, reason, count };
    this.list.push(entry);
    this.interrupted = false;
    if (this.list.length >= MOST) this.rest.set(reason, entry);
  }

  /** A message came between: what follows is a run of its own. */
  interrupt(): void {
    this.interrupted = true;
  }
}
