import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { expect } from '@playwright/test';
import { HANDED } from './handed.ts';
import { checkCase } from './text-case.ts';

for (const one of HANDED) test(`text ${one.file}`, () => checkCase(one));

test('every text of the folder has what is right for it', () => {
  const files = readdirSync('tests/fixtures/decoder/text').map((file) => file.replace(/\.txt$/, ''));
  expect(HANDED.map(({ file }) => file).sort()).toEqual(files.sort());
});
