import { test } from 'node:test';
import { expect } from '@playwright/test';
import { cutAnywhere, FRAME, inside, PACKET, passed } from './read.ts';
import { cooked1, cooked2, join, u16 } from '../../frames.ts';

test('cooked captures of Linux: IP, LLC, PPPoE and what is no IP', () => {
  inside(cooked1(PACKET), 113);
  inside(cooked2(PACKET), 276);
  const llc = join([0xaa, 0xaa, 3, 0, 0, 0, 8, 0], PACKET);
  inside(join(new Array<number>(14).fill(0), [0, 4], llc), 113);
  inside(join([0, 4], new Array<number>(18).fill(0), llc), 276);
  const ppp = join([0x11, 0, 0, 1], u16(PACKET.length + 2), [0, 0x21], PACKET);
  inside(join([0x88, 0x64], new Array<number>(18).fill(0), ppp), 276);
  expect(passed(join([8, 6], new Array<number>(46).fill(0)), 276)).toEqual(['not-ip']);
  for (const [frame, type] of [[cooked1(PACKET), 113], [cooked2(PACKET), 276]] as const) cutAnywhere(frame, type); // prettier-ignore
});

test('PKTAP of macOS: the link type of the packet stands in the header', () => {
  const head = (linkType: number) => join([108, 0, 0, 0, 1, 0, 0, 0, linkType, 0, 0, 0], new Array<number>(96).fill(0));
  inside(join(head(1), FRAME), 258);
  inside(join(head(12), PACKET), 149);
  expect(passed(join(head(147), PACKET), 258)).toEqual(['unknown-link-type']);
});
