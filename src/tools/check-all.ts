import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

// `npm run check`: `lint` and every script of package.json that begins with `check:`, as many at a time as there are
// processors. The output of each is printed as one block when it ends, with its seconds; all are run, even when one fails.

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
/** The longest begin, so that none is left over at the end. */
const LONG = ['check:types', 'check:japanese', 'lint'];
const waiting = [...LONG, ...Object.keys(scripts).filter((name) => name.startsWith('check:') && !LONG.includes(name))];
const failed: string[] = [];

/** Runs a script and prints what it said; resolves at its end, also if it fails. */
function run(name: string): Promise<void> {
  const started = performance.now();
  const said: Buffer[] = [];
  return new Promise((done) => {
    const child = spawn('npm', ['run', '--silent', name], { shell: process.platform === 'win32' });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => said.push(piece));
    child.on('close', (code) => {
      if (code !== 0) failed.push(name);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? '✓' : '✗'} ${name}, ${seconds} s\n${Buffer.concat(said).toString().trim()}\n`);
      done();
    });
  });
}

await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) await run(name);
  }),
);
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}.`);
  process.exit(1);
}
