import { test } from 'node:test';
import { expect } from '@playwright/test';
import { cutAnywhere, FRAME, inside, PACKET, PACKET6, passed } from './read.ts';
import { join } from '../../frames.ts';

test('PPP: with and without address field, short protocol numbers, IPv6, bridging', () => {
  const frames = [
    join([0xff, 3, 0, 0x21], PACKET),
    join([0, 0x21], PACKET),
    join([0x21], PACKET),
    join([0xff, 3, 0, 0x57], PACKET6),
    join([0, 0x31, 0, 1], FRAME),
  ];
  for (const frame of frames) {
    expect(inside(frame, 9).place).toBe(1);
    cutAnywhere(frame, 9);
  }
});

test('what is encrypted is named; control of the link is no IP', () => {
  expect(passed(join([0, 0xfd], new Uint8Array(40)), 9)).toEqual(['tunnel-encrypted']);
  expect(passed(join([0xc0, 0x21], new Uint8Array(10)), 9)).toEqual(['not-ip']);
});
