import { test } from 'node:test';
import { expect } from '@playwright/test';
import { cutAnywhere, inside, PACKET, passed } from './read.ts';
import { join, u16 } from '../../frames.ts';

const MACS = new Array<number>(12).fill(2);
const frame = (llc: number[], packet: Uint8Array) => join(MACS, u16(llc.length + packet.length), llc, packet);

test('LLC with SNAP, and IPv4 by its own SAP', () => {
  inside(frame([0xaa, 0xaa, 3, 0, 0, 0, 8, 0], PACKET));
  inside(frame([0xaa, 0xaa, 3, 0, 0, 0xf8, 8, 0], PACKET));
  inside(frame([6, 6, 3], PACKET));
  cutAnywhere(frame([0xaa, 0xaa, 3, 0, 0, 0, 8, 0], PACKET));
});

test('spanning tree and other organisations are no IP', () => {
  expect(passed(frame([0x42, 0x42, 3], new Uint8Array(35)))).toEqual(['not-ip']);
  expect(passed(frame([0xaa, 0xaa, 3, 0, 0, 0x0c, 0x20, 0], new Uint8Array(35)))).toEqual(['not-ip']);
});
