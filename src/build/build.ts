import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';

// The whole build. Astro makes the pages in one process, beside.ts all that is not a page in another; service worker and
// files for hosts come at the end. It is made in a folder of its own, and a build whose content or pages are wrong leaves
// the last site as it is. Prints seconds per phase and the number of files; the first process that fails stops all.

const dist = process.env.OUT_DIR ?? 'dist';
const made = `${dist}.new`;
const old = `${dist}.old`;
const unfinished = [made, `${made}.previews`];
/** Run by its path, for the option of Node: pages are short-lived objects, and more room for them means fewer collections. */
const ASTRO = 'node_modules/astro/bin/astro.mjs';

const stop = new AbortController();

function start(module: string, args: string[] = [], execArgv: string[] = []): ChildProcess {
  return fork(module, args, { execArgv, signal: stop.signal, env: { ...process.env, OUT_DIR: made } });
}

/** Seconds that a process took; refused if it fails. */
async function end(child: ChildProcess): Promise<number> {
  const started = performance.now();
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`node ${child.spawnargs.slice(1).join(' ')} failed`);
  return (performance.now() - started) / 1000;
}

async function build(): Promise<void> {
  const beside = start('src/build/beside.ts');
  const finished = end(beside);
  const checked = Promise.race([once(beside, 'message'), finished]);
  checked.catch(() => undefined); // Told by `finished`.
  const pages = end(start(ASTRO, ['build', '--silent'], ['--max-semi-space-size=64']))
    // What Astro stumbles over, the check says better.
    .catch(async (error: unknown) => {
      await checked;
      throw error;
    });
  const paged = (await Promise.race([pages, finished.then(() => pages)])) as number;
  beside.send('paged');
  await finished;
  await Promise.all([end(start('src/build/offline.ts')), end(start('src/build/hosts.ts'))]);
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(made, dist);
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
  console.log(
    `${dist}: ${files} files. Seconds: pages ${paged.toFixed(1)}, together ${(performance.now() / 1000).toFixed(1)}.`,
  );
}

// What an interrupted build left, or what the one before is still removing.
for (const folder of [...unfinished, old]) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
try {
  await build();
  // To remove 11,000 files takes seconds, which nobody needs to wait for.
  if (existsSync(old))
    spawn(process.execPath, ['--eval', `fs.rmSync(${JSON.stringify(old)}, { recursive: true })`], {
      detached: true,
      stdio: 'ignore',
    }).unref();
} catch (error) {
  stop.abort();
  for (const folder of unfinished) await rm(folder, { recursive: true, force: true });
  console.error((error as Error).message);
  process.exitCode = 1;
}
