import { test } from 'node:test';
import { expect } from '@playwright/test';
import { cutAnywhere, inside, PACKET, passed, toPort } from './read.ts';
import { join } from '../../frames.ts';

test('L2TP version 2: PPP behind optional fields; control messages hold none', () => {
  const ppp = join([0xff, 3, 0, 0x21], PACKET);
  const frames = [
    toPort(1701, join([0, 2, 0, 1, 0, 2], ppp)),
    toPort(1701, join([0x4a, 2, 0, 0, 0, 1, 0, 2, 0, 1, 0, 1, 0, 2, 9, 9], ppp)),
  ];
  for (const frame of frames) {
    expect(inside(frame).place).toBe(1);
    cutAnywhere(frame);
  }
  expect(passed(toPort(1701, join([0xc8, 2, 0, 12, 0, 1, 0, 0, 0, 0, 0, 0])))).toEqual(['not-ip']);
});
