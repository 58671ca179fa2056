import { test } from 'node:test';
import { expect } from '@playwright/test';
import { cutAnywhere, FRAME, inside, PACKET, passed, toPort } from './read.ts';
import { join } from '../../frames.ts';

test('TZSP: Ethernet and Wi-Fi behind tags', () => {
  const wifi = join([8, 0, 0, 0], new Array<number>(20).fill(2), [0xaa, 0xaa, 3, 0, 0, 0, 8, 0], PACKET);
  const frames = [
    toPort(37008, join([1, 0, 0, 1, 1], FRAME)),
    toPort(37008, join([1, 1, 0, 1, 0, 0, 10, 1, 0xc4, 1], FRAME)),
    toPort(37008, join([1, 0, 0, 18, 1], wifi)),
  ];
  for (const frame of frames) {
    expect(inside(frame).place).toBe(1);
    cutAnywhere(frame);
  }
  expect(passed(toPort(37008, join([1, 4, 0, 1, 1])))).toEqual(['not-sip']);
});
