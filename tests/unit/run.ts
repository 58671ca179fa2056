import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

// `npm run test:unit`: the unit tests in two processes, each with every second file (`--test-shard`). Inside a process, the
// files share what they load (`--test-isolation=none`), so content is read once in each. Files named on the command line are
// run in one process. The report of the first half is seen as it goes, that of the second when the first has ended.

const named = process.argv.slice(2);
const files = named.length > 0 ? named : ['tests/unit/**/*.test.ts'];
const parts = named.length > 0 ? 1 : Math.min(2, availableParallelism());

/** Runs one part; resolves with its exit code, and with its output unless it went to the terminal. */
function run(part: number): Promise<{ code: number; said: string }> {
  const said: Buffer[] = [];
  const args = ['--test', '--test-isolation=none', `--test-shard=${part}/${parts}`, ...files];
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { stdio: ['inherit', part === 1 ? 'inherit' : 'pipe', 'inherit'] });
    child.stdout?.on('data', (piece: Buffer) => said.push(piece));
    child.on('close', (code) => done({ code: code ?? 1, said: Buffer.concat(said).toString() }));
  });
}

const ended = await Promise.all(Array.from({ length: parts }, (_, index) => run(index + 1)));
for (const { said } of ended) process.stdout.write(said);
process.exitCode = Math.max(...ended.map(({ code }) => code));
