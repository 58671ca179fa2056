import { test } from 'node:test';
import { expect } from '@playwright/test';
import { carried, cutAnywhere, FRAME, inside, PACKET, PACKET6, passed } from './read.ts';
import { join, u16 } from '../../frames.ts';

test('GRE with IPv4, IPv6, Ethernet; with checksum, key and sequence number', () => {
  const frames = [
    carried(47, join([0, 0, 8, 0], PACKET)),
    carried(47, join([0, 0, 0x86, 0xdd], PACKET6)),
    carried(47, join([0, 0, 0x65, 0x58], FRAME)),
    carried(47, join([0xb0, 0, 8, 0], new Array<number>(12).fill(9), PACKET)),
    carried(47, join([0x20, 0, 0x65, 0x58, 0, 0, 0, 7], FRAME)),
    carried(47, join([0x40, 0, 8, 0, 0, 0, 0, 0], [8, 0, 0, 4, 1, 2, 3, 4], [0, 0, 0, 0], PACKET)),
  ];
  for (const frame of frames) {
    expect(inside(frame).place).toBe(1);
    cutAnywhere(frame);
  }
});

test('PPTP: version 1 with PPP, and acknowledgements without payload', () => {
  const ppp = join([0xff, 3, 0, 0x21], PACKET);
  inside(carried(47, join([0x30, 1, 0x88, 0x0b], u16(ppp.length), [0, 1, 0, 0, 0, 1], ppp)));
  inside(carried(47, join([0x30, 0x81, 0x88, 0x0b], u16(ppp.length), [0, 1, 0, 0, 0, 1, 0, 0, 0, 2], ppp)));
  expect(passed(carried(47, join([0x20, 0x81, 0x88, 0x0b, 0, 0, 0, 1, 0, 0, 0, 2])))).toEqual([]);
});

test('a tunnel in a tunnel without end is no loop', () => {
  let frame = PACKET;
  for (let depth = 0; depth < 60; depth += 1) frame = join([0, 0, 0x65, 0x58], carried(47, frame));
  expect(passed(carried(47, frame))).toEqual(['malformed']);
});
