import { test } from 'node:test';
import { expect } from '@playwright/test';
import { cutAnywhere, inside, PACKET, passed } from './read.ts';
import { join } from '../../frames.ts';

const little = (value: number) => [value & 255, value >> 8];
const big = (value: number) => [value >> 8, value & 255];
const nflog = (order: (value: number) => number[], packet: Uint8Array): Uint8Array =>
  join(
    [2, 0, 0, 1],
    order(8),
    order(1),
    [8, 0, 0, 0],
    order(7),
    order(10),
    [97, 98, 0, 0],
    order(packet.length + 4),
    order(9),
    packet,
  );

test('NFLOG: the packet is one of the attributes, in either order of octets', () => {
  for (const order of [little, big]) {
    expect(inside(nflog(order, PACKET), 239).place).toBe(1);
    cutAnywhere(nflog(order, PACKET), 239);
  }
  expect(passed(join([2, 0, 0, 1, 8, 0, 1, 0, 8, 0, 0, 0]), 239)).toEqual(['not-ip']);
});
