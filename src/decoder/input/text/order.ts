import { field, listed } from '../../message/fields.ts';
import type { Message } from '../../message/types.ts';
import { DayCount, type Stamp } from './timestamps.ts';

// The order of the messages of a text: log stores show the newest first.

/** A message with the time that its log has for it. */
export interface Timed {
  message: Message;
  stamp: Stamp | null;
}

const HALF_DAY = 43200;
const NOON = HALF_DAY - 3660;

/** Whether every time is before the one above it; a fall over midnight or noon does not count */
function falls(stamps: Stamp[]): boolean {
  let down = 0;
  for (let at = 1; at < stamps.length; at++) {
    const [before, now] = [stamps[at - 1]!, stamps[at]!];
    if (before.dated !== now.dated) continue;
    const fall = before.time - now.time;
    if (fall < 0) return false;
    if (fall > 0 && (now.dated || fall < NOON)) down++;
  }
  return down > 0;
}

const hop = (message: Message): string => `${listed(message, 'Via')[0] ?? ''} ${field(message, 'CSeq') ?? ''}`;

/** Whether without any time each response comes before its request */
function answersFirst(messages: Message[]): boolean {
  const requests = new Map<string, number>();
  messages.forEach((message, at) => {
    if (message.start.kind === 'request' && !requests.has(hop(message))) requests.set(hop(message), at);
  });
  let pairs = 0;
  for (const [at, message] of messages.entries()) {
    const request = message.start.kind === 'response' ? requests.get(hop(message)) : undefined;
    if (request === undefined) continue;
    if (request < at) return false;
    pairs++;
  }
  return pairs > 1;
}

/**
 * @param found in the order of the text
 * @returns the messages in the order in which they went, with their times in seconds, and whether the text had them the
 *   other way round
 */
export function inOrder(found: Timed[]): { messages: Message[]; reversed: boolean; days: DayCount } {
  const stamps = found.flatMap(({ stamp }) => (stamp === null ? [] : [stamp]));
  const reversed = stamps.length > 0 ? falls(stamps) : answersFirst(found.map(({ message }) => message));
  const list = reversed ? [...found].reverse() : found;
  const days = new DayCount();
  // A day that is named later applies to the times of day before it.
  const dated = list.findIndex(({ stamp }) => stamp?.dated);
  if (dated > 0) days.resolve(list[dated]!.stamp);
  for (const { message, stamp } of list) message.time = days.resolve(stamp);
  const messages = list.map(({ message }) => message);
  const timed = messages.every(({ time }) => time !== null);
  if (timed) messages.sort((a, b) => a.time! - b.time!);
  messages.forEach((message, index) => (message.index = index));
  return { messages, reversed, days };
}
