import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { expect } from '@playwright/test';
import { decoder } from './made.ts';

const bytes = new Uint8Array(readFileSync('tests/fixtures/decoder/captures/183-then-480-q850-21.pcap'));

test('a trace may come as bytes of every kind, as a file, and in slices', async () => {
  const inputs = [
    bytes,
    bytes.buffer,
    new DataView(bytes.buffer) as unknown as Uint8Array,
    new Blob([bytes]),
    {
      size: bytes.length,
      slice: (from: number, to: number) => ({ arrayBuffer: () => Promise.resolve(bytes.slice(from, to).buffer) }),
    },
  ];
  for (const input of inputs) expect((await decoder.decode(input)).messages.length).toBe(5);
});

test('what is no trace is refused by name', async () => {
  for (const input of [undefined, null, 42, {}, []])
    await expect(decoder.decode(input as unknown as string)).rejects.toThrow('string, Uint8Array, ArrayBuffer');
});
