import { test } from 'node:test';
import { expect } from '@playwright/test';
import { FRAME, inside, PACKET, passed } from './read.ts';
import { join } from '../../frames.ts';

const MACS = new Array<number>(12).fill(2);

test('tags of VLANs, of virtual switches and of providers', () => {
  inside(join(MACS, [0x88, 0xa8, 0, 5, 0x81, 0, 0, 6, 8, 0], PACKET));
  inside(join(MACS, [0x89, 0x26, 0, 0, 0, 0, 8, 0], PACKET));
  inside(join(MACS, [0x88, 0xe7, 0, 0, 0, 1], FRAME));
});

test('MACsec is named; a tag without end is no loop', () => {
  expect(passed(join(MACS, [0x88, 0xe5], PACKET))).toEqual(['tunnel-encrypted']);
  expect(passed(join(MACS, ...new Array<number[]>(40).fill([0x81, 0, 0, 5])))).toEqual(['malformed']);
});
