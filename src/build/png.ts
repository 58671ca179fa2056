import { crc32, constants, deflateRawSync } from 'node:zlib';

// PNGs that are stacked out of horizontal strips. A strip is compressed once and used in every image that has it: thousands
// of images cost little more than their bytes on disk. Possible because deflate streams that end on a byte boundary can
// follow one another (RFC 1951 §3.2.4), and because the checksum of the whole follows from those of its parts.

/** Pixels of a strip as indices into the palette, compressed. */
export interface Strip {
  height: number;
  data: Buffer;
  /** Adler-32 of the rows before compression, and their length (RFC 1950 §8). */
  adler: number;
  length: number;
}

export type Colour = readonly [red: number, green: number, blue: number];

/** Filters of PNG, §9.2. */
const NONE = 0;
const UP = 2;

const MODULUS = 65521;
const LOW = 0xffff;

function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  // 5552 is the most additions before the sums leave 32 bits.
  for (let start = 0; start < bytes.length; start += 5552) {
    const end = Math.min(start + 5552, bytes.length);
    for (let index = start; index < end; index += 1) {
      low += bytes[index]!;
      high += low;
    }
    low %= MODULUS;
    high %= MODULUS;
  }
  return ((high << 16) | low) >>> 0;
}

/** @returns the Adler-32 of two pieces one after the other */
function join(first: number, second: number, length: number): number {
  const low = ((first & LOW) + (second & LOW) - 1 + MODULUS) % MODULUS;
  const high =
    ((first >>> 16) + (second >>> 16) + (((length % MODULUS) * (((first & LOW) + MODULUS - 1) % MODULUS)) % MODULUS)) %
    MODULUS;
  return ((high << 16) | low) >>> 0;
}

/**
 * @param indices one byte per pixel, row by row
 * @param width pixels per row
 */
export function stripOf(indices: Uint8Array, width: number): Strip {
  const height = indices.length / width;
  const rows = Buffer.alloc(height * (width + 1));
  for (let row = 0; row < height; row += 1) {
    const [from, to] = [row * width, row * (width + 1)];
    // Each row begins with its filter. The first is written as it is, because what stands above it differs from image to
    // image; the others as differences to the row above, which are mostly zeros, so that runs are all there is to find.
    rows[to] = row === 0 ? NONE : UP;
    for (let at = 0; at < width; at += 1)
      rows[to + 1 + at] = indices[from + at]! - (row === 0 ? 0 : indices[from - width + at]!);
  }
  const data = deflateRawSync(rows, { strategy: constants.Z_RLE, finishFlush: constants.Z_FULL_FLUSH });
  return { height, data, adler: adler32(rows), length: rows.length };
}

function chunk(type: string, ...parts: Uint8Array[]): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), ...parts]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(body.length - 4, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const ZLIB_HEADER = Buffer.from([0x78, 0xda]);
/** An empty last block. */
const END = Buffer.from([0x03, 0x00]);

/**
 * @param strips from top to bottom
 * @param width pixels per row, as the strips were made
 * @param palette at most 256 colours
 * @returns the file
 */
export function pngOf(strips: Strip[], width: number, palette: readonly Colour[]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(
    strips.reduce((sum, { height }) => sum + height, 0),
    4,
  );
  // Eight bits per pixel, colours by palette.
  head.set([8, 3, 0, 0, 0], 8);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(strips.reduce((sum, { adler, length }) => join(sum, adler, length), 1));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', Uint8Array.from(palette.flat())),
    chunk('IDAT', ZLIB_HEADER, ...strips.map(({ data }) => data), END, checksum),
    chunk('IEND'),
  ]);
}
