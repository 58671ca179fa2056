import { test } from 'node:test';
import { expect } from '@playwright/test';
import { cutAnywhere, inside, PACKET, passed } from './read.ts';
import { join, u16 } from '../../frames.ts';

const MACS = new Array<number>(12).fill(2);
const ppp = join([0, 0x21], PACKET);

test('PPPoE: the session, padding behind it, and its own link type', () => {
  const frame = join(MACS, [0x88, 0x64, 0x11, 0, 0, 1], u16(ppp.length), ppp, [0, 0, 0, 0]);
  expect(inside(frame).place).toBe(1);
  inside(join([0x11, 0, 0, 1], u16(ppp.length), ppp), 51);
  cutAnywhere(frame);
});

test('discovery holds no IP', () => {
  expect(passed(join(MACS, [0x88, 0x63, 0x11, 9, 0, 0, 0, 0], new Uint8Array(40)))).toEqual(['not-ip']);
});
