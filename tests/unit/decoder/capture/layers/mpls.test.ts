import { test } from 'node:test';
import { expect } from '@playwright/test';
import { carried, cutAnywhere, FRAME, inside, PACKET, PACKET6 } from './read.ts';
import { join } from '../../frames.ts';

const MACS = new Array<number>(12).fill(2);
const labels = (count: number) =>
  join(...Array.from({ length: count }, (_, at) => [0, 1, at === count - 1 ? 1 : 0, 64]));
const frame = (count: number, inner: Uint8Array) => join(MACS, [0x88, 0x47], labels(count), inner);

test('MPLS: IPv4, IPv6, and a pseudowire with and without control word', () => {
  for (const one of [frame(1, PACKET), frame(3, PACKET6), frame(2, join([0, 0, 0, 0], FRAME)), frame(1, FRAME)]) {
    expect(inside(one).place).toBe(1);
    cutAnywhere(one);
  }
  inside(carried(137, join(labels(1), PACKET)));
  inside(join(labels(2), PACKET), 219);
});
