import type { SkipReason, Skipped } from '../message/types.ts';

/** More entries tell a reader nothing more, and hostile input could make one for each byte. */
const MOST = 1000;

/** Collects what was not understood: a run of one reason is one entry with a count. */
export class SkippedInput {
  readonly list: Skipped[] = [];
  /** Past the limit one entry a reason takes all the rest. */
  private readonly rest = new Map<SkipReason, Skipped>();
  private interrupted = true;

  /** @param place number of the packet, from 1 */
  add(reason: SkipReason, place: number, count = 1): void {
    this.run(reason, count, { place, reason, count });
  }

  /** @param first line from 1; `last` is the last one of the same part */
  lines(reason: SkipReason, first: number, last = first): void {
    const count = last - first + 1;
    const open = this.run(reason, count, { place: first, reason, count, last });
    open.last = Math.max(open.last ?? 0, last);
  }

  /** Gives runs of some reasons another one. */
  rename(from: SkipReason[], to: SkipReason): void {
    for (const one of this.list) if (from.includes(one.reason)) one.reason = to;
  }

  /** A message came between: what follows is a run of its own. */
  interrupt(): void {
    this.interrupted = true;
  }

  /** The entry that takes it: the open run, or the new one */
  private run(reason: SkipReason, count: number, entry: Skipped): Skipped {
    const last = this.interrupted ? undefined : this.list.at(-1);
    const open = last?.reason === reason ? last : this.rest.get(reason);
    if (open !== undefined) {
      open.count += count;
      return open;
    }
    this.list.push(entry);
    this.interrupted = false;
    if (this.list.length >= MOST) this.rest.set(reason, entry);
    return entry;
  }
}
