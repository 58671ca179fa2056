import { test } from 'node:test';
import { expect } from '@playwright/test';
import { cutAnywhere, inside, PACKET, passed } from './read.ts';
import { join } from '../../frames.ts';

test('Cisco HDLC, and PPP under the same link type', () => {
  const frame = join([0x0f, 0, 8, 0], PACKET);
  inside(frame, 104);
  inside(frame, 50);
  inside(join([0xff, 3, 0, 0x21], PACKET), 50);
  cutAnywhere(frame, 104);
});

test('keep-alives of the line are no IP', () => {
  expect(passed(join([0x8f, 0, 0x80, 0x35], new Array<number>(18).fill(0)), 104)).toEqual(['not-ip']);
});
