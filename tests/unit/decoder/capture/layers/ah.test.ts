import { test } from 'node:test';
import { expect } from '@playwright/test';
import { carried, cutAnywhere, inside, MESSAGE } from './read.ts';
import { join, udp } from '../../frames.ts';

const ah = (length: number) =>
  join([17, length / 4 - 2, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1], new Array<number>(length - 12).fill(7));

test('AH: signed and not encrypted; the message has the ends of the packet', () => {
  for (const length of [12, 24, 36]) {
    const frame = carried(51, join(ah(length), udp(MESSAGE)));
    const message = inside(swapped(frame));
    expect(message.transport).toBe('UDP');
    cutAnywhere(frame);
  }
});

/** The helper has ends of a tunnel; AH has none, so they are set to those of the message. */
function swapped(frame: Uint8Array): Uint8Array {
  const copy = frame.slice();
  copy.set([192, 0, 2, 10, 198, 51, 100, 20], 14 + 12);
  return copy;
}
