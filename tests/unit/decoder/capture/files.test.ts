import { describe, test } from 'node:test';
import { expect } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { CaptureReader } from '../../../../src/decoder/input/capture.ts';
import { FOREIGN } from '../../../../src/decoder/input/foreign.ts';
import { pieces } from '../../../../src/decoder/input/pieces.ts';
import { parseTrace } from '../../../../src/decoder/input/trace-parser.ts';
import { TraceReader } from '../../../../src/decoder/input/trace-reader.ts';
import type { Trace } from '../../../../src/decoder/message/types.ts';
import { callIds, ethernet, ipv4, join, pcap, request, text, udp } from '../frames.ts';

// Files as a whole: packed, in other formats, with other records, and read only in part.

const frame = (callId: string) => ({ data: ethernet(ipv4(udp(text(request(callId, 'body'))))) });
const FILE = pcap(Array.from({ length: 400 }, (_, at) => frame(`c${at}`)));

async function read(file: Uint8Array): Promise<Trace> {
  const unpacking = { broken: false };
  const reader = new TraceReader((format, collector) => new CaptureReader(format, collector));
  for await (const { data } of pieces(new Blob([file.slice()]), unpacking)) reader.push(data);
  return reader.finish(undefined, unpacking.broken);
}

describe('gzip', () => {
  test('a capture and a text read as if they had not been packed', async () => {
    expect(await read(gzipSync(FILE))).toEqual(parseTrace(FILE));
    const log = text(request('one'));
    expect((await read(gzipSync(log))).messages).toEqual(parseTrace(request('one')).messages);
  });

  test('cut off, or with something behind its end: what came before counts, and it is said', async () => {
    const packed = gzipSync(FILE);
    const cut = await read(packed.subarray(0, packed.length - 200));
    expect(cut.messages.length).toBeGreaterThan(0);
    expect(cut.skipped.map(({ reason }) => reason)).toContain('damaged');
    const more = await read(join(packed, text('junk')));
    expect(more.messages).toHaveLength(400);
    expect(more.skipped.map(({ reason }) => reason)).toEqual(['damaged']);
  });
});

describe('formats that are not read', () => {
  for (const { id, magic, at = 0 } of FOREIGN)
    test(`${id} is known by its first octets`, () => {
      const front = magic.map((part) => (typeof part === 'number' ? Uint8Array.of(part) : text(part)));
      const file = join(new Array<number>(at).fill(0x61), ...front, new Array<number>(600).fill(0x20));
      expect(parseTrace(file)).toMatchObject({ format: id, messages: [], skipped: [] });
    });
});

describe('records', () => {
  const little = (value: number): number[] => [0, 8, 16, 24].map((shift) => (value >>> shift) & 255);
  const file = (magic: number, more: number): Uint8Array =>
    join(
      ...[little(magic), [2, 0, 4, 0], little(0), little(0), little(65535), little(1)],
      ...Array.from({ length: 5 }, (_, at) => {
        const { data } = frame(`c${at}`);
        const head = join(little(1_700_000_000 + at), little(500_000), little(data.length), little(data.length));
        return join(head, new Array<number>(more).fill(0x42), data);
      }),
    );
  for (const [name, magic, more] of [
    ['usual', 0xa1b2c3d4, 0],
    ['Nokia', 0xa1b2c3d4, 4],
    ['Red Hat 6.1', 0xa1b2c3d4, 8],
    ['Kuznetzov', 0xa1b2cd34, 8],
    ['SuSE 6.3', 0xa1b2cd34, 12],
  ] as const)
    test(`pcap with the records of ${name}`, () => {
      const { messages, skipped } = parseTrace(file(magic, more));
      expect(callIds(messages)).toEqual(['c0', 'c1', 'c2', 'c3', 'c4']);
      expect(messages[4]!.time).toBe(1_700_000_004.5);
      expect(skipped).toEqual([]);
    });
});

describe('only in part', () => {
  const half = FILE.subarray(0, Math.floor(FILE.length / 2) + 30);

  test('stopping in the middle says how far, and nothing of what is open', () => {
    const reader = new TraceReader((format, collector) => new CaptureReader(format, collector));
    reader.push(half);
    const partial = { read: half.length, size: FILE.length };
    const trace = reader.finish(partial);
    expect(trace.partial).toEqual(partial);
    expect(trace.skipped).toEqual([]);
    expect(trace.messages.length).toBeGreaterThan(100);
  });

  test('a text that is stopped within a message leaves that message out', () => {
    const whole = [request('one'), request('two', 'body'), request('three', 'body')].join('\r\n');
    const reader = new TraceReader((format, collector) => new CaptureReader(format, collector));
    reader.push(whole.slice(0, -20));
    const { messages } = reader.finish({ read: whole.length - 20, size: whole.length });
    expect(messages.every(({ cut }) => cut !== 'end')).toBe(true);
  });

  test('past the limit every message is counted, to the end of the file', () => {
    const { messages, skipped } = parseTrace(FILE, { messages: 3 });
    expect(messages).toHaveLength(3);
    expect(skipped).toEqual([{ place: 4, reason: 'limit', count: 397 }]);
  });
});
