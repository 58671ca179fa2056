import { test } from 'node:test';
import { expect } from '@playwright/test';
import { cutAnywhere, inside, PACKET, passed } from './read.ts';
import { join, u16 } from '../../frames.ts';

const LLC = [0xaa, 0xaa, 3, 0, 0, 0, 8, 0];
const header = (control: number, flags: number, more: number[] = []) =>
  join([control, flags, 0, 0], new Array<number>(20).fill(2), more);
const DATA = join(header(8, 1), LLC, PACKET);

test('IEEE 802.11: data, QoS, four addresses, an aggregate', () => {
  const part = join(new Array<number>(12).fill(3), u16(LLC.length + PACKET.length), LLC, PACKET);
  const frames = [
    DATA,
    join(header(0x88, 2, [0, 0]), LLC, PACKET),
    join(header(0x88, 0x80, [0, 0, 0, 0, 0, 0]), LLC, PACKET),
    join(header(8, 3, [4, 4, 4, 4, 4, 4]), LLC, PACKET),
    join(header(0x88, 1, [0x80, 0]), part),
  ];
  for (const frame of frames) {
    expect(inside(frame, 105).place).toBe(1);
    cutAnywhere(frame, 105);
  }
});

test('radiotap with and without time and padding, Prism, AVS, PPI', () => {
  inside(join([0, 0, 8, 0, 0, 0, 0, 0], DATA), 127);
  inside(join([0, 0, 18, 0, 3, 0, 0, 0], new Array<number>(8).fill(1), [0x10, 0], DATA), 127);
  inside(join([0, 0, 13, 0, 2, 0, 0, 0x80, 0, 0, 0, 0], [0], DATA), 127);
  const padded = join(header(0x88, 1, [0, 0]), [0, 0], LLC, PACKET);
  inside(join([0, 0, 9, 0, 2, 0, 0, 0, 0x20], padded), 127);
  inside(join([0x44, 0, 0, 0, 16, 0, 0, 0], new Array<number>(8).fill(0), DATA), 119);
  inside(join([0x80, 0x21, 0x10, 1, 0, 0, 0, 16], new Array<number>(8).fill(0), DATA), 163);
  inside(join([0, 0, 8, 0, 105, 0, 0, 0], DATA), 192);
});

test('frames that are still encrypted are named; management has no IP', () => {
  expect(passed(join(header(8, 0x41), new Uint8Array(80)), 105)).toEqual(['wifi-protected']);
  expect(passed(join(header(0x80, 0), new Uint8Array(80)), 105)).toEqual(['not-ip']);
  expect(passed(join(header(0x48, 1), []), 105)).toEqual(['not-ip']);
});
