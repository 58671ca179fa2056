import { test } from 'node:test';
import { expect } from '@playwright/test';
import { cutAnywhere, inside, PACKET, passed, toPort } from './read.ts';
import { join, u16 } from '../../frames.ts';

const gtp = (flags: number, type: number, inner: Uint8Array): Uint8Array =>
  join([flags, type], u16(inner.length), [0, 0, 0, 1], inner);

test('GTP-U: with and without sequence number and extension headers', () => {
  const frames = [
    toPort(2152, gtp(0x30, 255, PACKET)),
    toPort(2152, gtp(0x32, 255, join([0, 1, 0, 0], PACKET))),
    toPort(2152, gtp(0x34, 255, join([0, 0, 0, 0x85], [1, 0x10, 9, 0], PACKET))),
    toPort(2152, gtp(0x34, 255, join([0, 0, 0, 0x85], [2, 0, 0, 0, 0, 0, 0, 0x40], [1, 0, 1, 0], PACKET))),
  ];
  for (const frame of frames) {
    expect(inside(frame).place).toBe(1);
    cutAnywhere(frame);
  }
});

test('signalling of the tunnel, and charging on the same port, hold no SIP', () => {
  expect(passed(toPort(2152, gtp(0x32, 1, new Uint8Array(4))))).toEqual(['not-sip']);
  expect(passed(toPort(2152, gtp(0x0e, 255, PACKET)))).toEqual(['not-sip']);
});
