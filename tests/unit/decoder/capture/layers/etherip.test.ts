import { test } from 'node:test';
import { expect } from '@playwright/test';
import { carried, cutAnywhere, FRAME, inside } from './read.ts';
import { join } from '../../frames.ts';

test('EtherIP: version 3, then a frame', () => {
  const frame = carried(97, join([0x30, 0], FRAME));
  expect(inside(frame).place).toBe(1);
  cutAnywhere(frame);
});
