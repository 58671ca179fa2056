import { test } from 'node:test';
import { expect } from '@playwright/test';
import { passed, toPort } from './read.ts';
import { join } from '../../frames.ts';

test('WireGuard is named, another thing on its port is not', () => {
  expect(passed(toPort(51820, join([4, 0, 0, 0], new Array<number>(60).fill(0xee))))).toEqual(['tunnel-encrypted']);
  expect(passed(toPort(51820, join([1, 9, 9, 9], new Array<number>(60).fill(0xee))))).toEqual(['not-sip']);
});
