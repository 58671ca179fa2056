import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { decodePage } from '../../src/i18n/decoder/page/en.ts';
import { decoder } from '../../src/i18n/decoder/words/en.ts';
import { TraceParser } from '../../src/decoder/input/trace-parser.ts';
import { redact } from '../../src/decoder/redact/redact.ts';
import { analyse } from '../../src/decoder/show/analyse.ts';
import { ladderSvgFile, markdown, plainText } from '../../src/decoder/show/export.ts';
import { conversations, groupLadder, groupView, overview, type ViewContext } from '../../src/decoder/show/view.ts';
import { KINDS } from './hostile-kinds.ts';

// `npm run bench:decode-hostile`: how the work for each kind of hostile input grows with its size: processor seconds at n, 2n and 4n, with
// Redact on and off, from the first byte to the last export. Linear work doubles with the input; a ratio above 2.6 is
// marked. Arguments choose kinds by a part of their name.

const MARK = 2.6;
/** Below this a ratio says more about the machine than about the program. */
const LEAST = 0.08;

const context: ViewContext = {
  words: decoder,
  page: decodePage,
  names: { codes: {}, causes: {}, warnings: {}, symptoms: {}, reuse: {} },
  absolute: (path) => path,
  pair: (a, b) => `/sip/${a}-vs-${b}/`,
};

function run(input: string | Uint8Array, redacted: boolean): number {
  const before = process.cpuUsage();
  const parser = new TraceParser();
  for (let at = 0; at < input.length; at += 1 << 18)
    parser.push(typeof input === 'string' ? input.slice(at, at + (1 << 18)) : input.subarray(at, at + (1 << 18)));
  const parsed = parser.finish();
  const trace = redacted ? redact(parsed) : parsed;
  const analysis = analyse(trace);
  const groups = conversations(analysis);
  overview(trace, groups, analysis, context);
  const group = groups[0];
  if (group) {
    groupView(group, groupLadder(group, analysis, context), analysis, context);
    const calls = group.map((index) => analysis.calls[index]!);
    for (const make of [markdown, plainText, ladderSvgFile]) make(calls, context);
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** In a process of its own, so that no kind pays for the memory of another. */
function child(name: string): void {
  const [size, make] = KINDS[name]!;
  run(make(Math.ceil(size / 4)), true);
  const rows = [false, true].map((redacted) => [1, 2, 4].map((factor) => run(make(size * factor), redacted)));
  console.log(JSON.stringify({ size, rows }));
}

if (process.argv[2] === '--child') child(process.argv[3]!);
else {
  const wanted = process.argv.slice(2);
  let marked = 0;
  console.log('kind | n | seconds at n, 2n, 4n | per doubling | redacted: seconds | per doubling');
  console.log('---|---|---|---|---|---');
  for (const name of Object.keys(KINDS).filter(
    (one) => wanted.length === 0 || wanted.some((part) => one.includes(part)),
  )) {
    const result = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--child', name], {
      encoding: 'utf8',
      timeout: 300_000,
    });
    if (result.status !== 0) {
      marked += 1;
      console.log(
        `${name} | FAILED: ${(result.stderr || String(result.signal)).trim().split('\n').slice(0, 6).join(' ')}`,
      );
      continue;
    }
    const { size, rows } = JSON.parse(result.stdout) as { size: number; rows: [number, number, number][] };
    const cells = rows.map(([one, two, four]) => {
      const ratios = [two / one, four / two];
      const bad = four > LEAST && ratios[1]! > MARK;
      if (bad) marked += 1;
      const seconds = [one, two, four].map((value) => value.toFixed(2)).join(', ');
      return `${seconds} | ${ratios.map((value) => value.toFixed(1)).join(', ')}${bad ? ' SUPERLINEAR' : ''}`;
    });
    console.log(`${name} | ${size} | ${cells.join(' | ')}`);
  }
  console.log(marked === 0 ? 'Every kind is linear.' : `${marked} measurements are not linear.`);
  process.exitCode = marked === 0 ? 0 : 1;
}
