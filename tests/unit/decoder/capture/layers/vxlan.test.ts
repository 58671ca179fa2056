import { test } from 'node:test';
import { expect } from '@playwright/test';
import { cutAnywhere, FRAME, inside, PACKET, passed, toPort } from './read.ts';
import { join } from '../../frames.ts';

test('VXLAN on its port and on that of old Linux; with a type of payload', () => {
  const frames = [
    toPort(4789, join([8, 0, 0, 0, 0, 0, 1, 0], FRAME)),
    toPort(8472, join([8, 0, 0, 0, 0, 0, 1, 0], FRAME)),
    toPort(4790, join([0x0c, 0, 0, 3, 0, 0, 1, 0], FRAME)),
    toPort(4790, join([0x0c, 0, 0, 1, 0, 0, 1, 0], PACKET)),
  ];
  for (const frame of frames) {
    expect(inside(frame).place).toBe(1);
    cutAnywhere(frame);
  }
});

test('SIP on the port of a tunnel stays SIP, and something else is none', () => {
  inside(FRAME);
  expect(passed(toPort(4789, new Uint8Array(40).fill(1)))).toEqual(['not-sip']);
});
