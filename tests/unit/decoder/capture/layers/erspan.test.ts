import { test } from 'node:test';
import { expect } from '@playwright/test';
import { carried, cutAnywhere, FRAME, inside, PACKET } from './read.ts';
import { join } from '../../frames.ts';

const gre = (type: number[], sequence: boolean) => join([sequence ? 0x10 : 0, 0], type, sequence ? [0, 0, 0, 1] : []);
const head3 = (bits: number, more: number[]) => join([0x20, 1, 0, 2, 0, 0, 0, 0, 0, 0, bits >> 8, bits & 255], more);

test('ERSPAN of type I, II and III, with and without the header of the platform', () => {
  const frames = [
    carried(47, join(gre([0x88, 0xbe], false), FRAME)),
    carried(47, join(gre([0x88, 0xbe], true), [0x10, 1, 0, 2, 0, 0, 0, 0], FRAME)),
    carried(47, join(gre([0x22, 0xeb], true), head3(0, []), FRAME)),
    carried(47, join(gre([0x22, 0xeb], true), head3(1, [0, 0, 0, 0, 0, 0, 0, 0]), FRAME)),
    carried(47, join(gre([0x22, 0xeb], true), head3(2 << 10, []), PACKET)),
  ];
  for (const frame of frames) {
    expect(inside(frame).to!.host).toBe('198.51.100.20');
    cutAnywhere(frame);
  }
});
