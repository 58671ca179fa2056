import { crc32, inflateSync } from 'node:zlib';
import { test } from 'node:test';
import { expect } from '@playwright/test';
import { pngOf, stripOf } from '../../../src/build/png.ts';

const WIDTH = 97;
const PALETTE = Array.from({ length: 200 }, (_, at) => [at, 255 - at, 7] as const);
/** Pixels without a pattern, as many rows as wanted. */
const pixels = (height: number, seed: number) =>
  Uint8Array.from({ length: WIDTH * height }, (_, at) => (((at + seed) * 2654435761) >>> 8) % 200);

/** Reads a PNG with the library that browsers use for its data: chunks, checksums, filters. */
function read(file: Buffer): { height: number; indices: number[] } {
  expect(file.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  let [height, data] = [0, Buffer.alloc(0)];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    const body = file.subarray(at + 4, at + 8 + length);
    expect(file.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    const type = body.toString('latin1', 0, 4);
    if (type === 'IHDR') height = body.readUInt32BE(8);
    if (type === 'IDAT') data = Buffer.concat([data, body.subarray(4)]);
    at += 12 + length;
  }
  // Refuses a wrong Adler-32.
  const rows = inflateSync(data);
  const indices: number[] = [];
  for (let row = 0; row < height; row += 1) {
    const filter = rows[row * (WIDTH + 1)]!;
    for (let at = 0; at < WIDTH; at += 1) {
      const above = filter === 2 ? indices[(row - 1) * WIDTH + at]! : 0;
      indices.push((rows[row * (WIDTH + 1) + 1 + at]! + above) & 255);
    }
  }
  return { height, indices };
}

test('strips stand in an image as they were drawn, in any order and number', () => {
  const drawn = [pixels(3, 1), pixels(40, 2), pixels(1, 3)];
  const strips = drawn.map((one) => stripOf(one, WIDTH));
  for (const order of [[0], [0, 1, 2], [2, 1, 1], [1, 0, 2, 1]]) {
    const { height, indices } = read(
      pngOf(
        order.map((at) => strips[at]!),
        WIDTH,
        PALETTE,
      ),
    );
    expect(height).toBe(order.reduce((sum, at) => sum + strips[at]!.height, 0));
    expect(indices).toEqual(order.flatMap((at) => [...drawn[at]!]));
  }
});

test('a large flat strip keeps its checksum', () => {
  const flat = new Uint8Array(WIDTH * 3000).fill(199);
  const strip = stripOf(flat, WIDTH);
  expect(read(pngOf([strip, strip], WIDTH, PALETTE)).indices).toHaveLength(2 * flat.length);
});
