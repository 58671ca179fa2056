import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openAsBlob,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CaptureReader } from '../../src/decoder/input/capture.ts';
import { PcapReader, type Packet } from '../../src/decoder/input/packets.ts';
import { pieces } from '../../src/decoder/input/pieces.ts';
import { TraceReader } from '../../src/decoder/input/trace-reader.ts';
import { analyse } from '../../src/decoder/show/analyse.ts';
import { ethernet, ipv4, join as bytes, u16, u32, udp } from '../unit/decoder/frames.ts';

// `npm run bench:decode`: a capture of 200 MB (MEGABYTES) from the captures of the tests and calls of SIPp, nine tenths of its
// bytes RTP: seconds that the decoder takes, as the page reads the file and up to what is said of all calls, beside those of
// tshark for the same questions, and the most memory that it had. Target: at most half of tshark's time. SEED makes the same file again.

const SIZE = Number(process.env.MEGABYTES ?? 200) * 1e6;
const SEED = Number(process.env.SEED ?? 27);
const MEDIA = 0.9;
const STREAMS = 60;
const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32) */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The frames of the Ethernet captures of the tests, SIPp's among them */
function frames(): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (const name of readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/^(decoder\/captures|media|trace)\/.*\.pcap$/.test(name)) continue;
    const packet = ({ linkType, data }: Packet): void => void (linkType === 1 && found.push(data.slice()));
    const reader = new PcapReader({ packet, skip: () => undefined });
    reader.push(new Uint8Array(readFileSync(FIXTURES + name)));
    reader.finish(true);
  }
  return found;
}

const little = (value: number): number[] => [value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24];

/** Writes the capture. */
function make(file: string): void {
  const next = random(SEED);
  const signalling = frames();
  const payload = Uint8Array.from({ length: 160 }, () => Math.floor(next() * 256));
  const out = openSync(file, 'w');
  writeSync(out, bytes(little(0xa1b2c3d4), [2, 0, 4, 0], little(0), little(0), little(262144), little(1)));
  let [size, media, at, turn] = [24, 0, 0, 0];
  let waiting: Uint8Array[] = [];
  while (size < SIZE) {
    const wanted = media < MEDIA * size;
    const number = Math.floor(turn / STREAMS);
    const stream = turn % STREAMS;
    const frame = wanted
      ? ethernet(
          ipv4(
            udp(bytes([0x80, 0], u16(number & 65535), u32((number * 160) >>> 0), u32(stream), payload), [
              20_000 + 2 * stream,
              30_000 + 2 * stream,
            ]),
          ),
        )
      : signalling[at++ % signalling.length]!;
    if (wanted) turn += 1;
    const time = turn / STREAMS / 50 + next() / 1000;
    const head = [...little(1_700_000_000 + Math.floor(time)), ...little(Math.floor((time % 1) * 1e6))];
    waiting.push(bytes(head, little(frame.length), little(frame.length), frame));
    size += 16 + frame.length;
    if (wanted) media += 16 + frame.length;
    if (waiting.length < 4096 && size < SIZE) continue;
    writeSync(out, bytes(...waiting));
    waiting = [];
  }
  closeSync(out);
}

/** In a process of its own, for its memory. */
async function decode(file: string): Promise<void> {
  const before = performance.now();
  const reader = new TraceReader((format, sink) => new CaptureReader(format, sink));
  let longest = 0;
  let last = performance.now();
  for await (const { data } of pieces(await openAsBlob(file), { broken: false })) {
    reader.push(data);
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }
  const trace = reader.finish();
  const read = (performance.now() - before) / 1000;
  const { calls } = analyse(trace);
  const left = trace.skipped.filter(({ reason }) => reason === 'limit').reduce((sum, { count }) => sum + count, 0);
  console.log(
    JSON.stringify({
      read,
      all: (performance.now() - before) / 1000,
      longest: longest / 1000,
      messages: trace.messages.length,
      left,
      streams: trace.streams!.length,
      calls: calls.length,
      memory: Math.round(process.resourceUsage().maxRSS / 1024),
    }),
  );
}

interface Result {
  read: number;
  all: number;
  longest: number;
  messages: number;
  left: number;
  streams: number;
  calls: number;
  memory: number;
}

if (process.argv[2] === '--child') await decode(process.argv[3]!);
else {
  const folder = mkdtempSync(join(tmpdir(), 'decode-capture-'));
  try {
    const file = join(folder, 'bench.pcap');
    make(file);
    console.log(`${(statSync(file).size / 1e6).toFixed(0)} MB, seed ${SEED}`);
    const own = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--child', file], { encoding: 'utf8' });
    if (own.status !== 0) throw new Error(own.stderr);
    const found = JSON.parse(own.stdout) as Result;
    console.log(`decoder: ${found.read.toFixed(2)} s to read, ${found.all.toFixed(2)} s with all findings`);
    console.log(
      `  ${found.messages} messages kept, ${found.left} counted; ${found.streams} streams, ${found.calls} calls`,
    );
    console.log(`  at most ${found.memory} MiB of memory; longest piece ${found.longest.toFixed(2)} s`);
    const before = performance.now();
    const tshark = spawnSync('tshark', ['-n', '-r', file, '-Y', 'sip', '-z', 'rtp,streams'], { stdio: 'ignore' });
    const seconds = (performance.now() - before) / 1000;
    if (tshark.status !== 0) console.log('tshark is not installed: nothing to compare with');
    else {
      const part = found.all / seconds;
      console.log(`tshark:  ${seconds.toFixed(2)} s; the decoder takes ${part.toFixed(2)} of that (target 0.50)`);
      process.exitCode = part > 0.5 ? 1 : 0;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
