import { test } from 'node:test';
import { expect } from '@playwright/test';
import { cutAnywhere, FRAME, inside, PACKET, passed, toPort } from './read.ts';
import { join } from '../../frames.ts';

test('Geneve: a frame or a packet behind options', () => {
  const frames = [
    toPort(6081, join([0, 0, 0x65, 0x58, 0, 0, 1, 0], FRAME)),
    toPort(6081, join([2, 0, 0x65, 0x58, 0, 0, 1, 0], [1, 2, 3, 1, 0, 0, 0, 0], FRAME)),
    toPort(6081, join([0, 0, 8, 0, 0, 0, 1, 0], PACKET)),
  ];
  for (const frame of frames) {
    expect(inside(frame).place).toBe(1);
    cutAnywhere(frame);
  }
});

test('a control packet and another version are none of it', () => {
  expect(passed(toPort(6081, join([0, 0x80, 0x65, 0x58, 0, 0, 1, 0], FRAME)))).toEqual(['not-ip']);
  expect(passed(toPort(6081, join([0xc0, 0, 0x65, 0x58, 0, 0, 1, 0], FRAME)))).toEqual(['not-sip']);
});
