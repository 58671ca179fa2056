import { spawn } from 'node:child_process';
import { existsSync, readdirSync, renameSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

// The whole build. Astro makes the pages in one process; beside it one after the other check the content, compare the
// comparisons, draw the link previews and prepare the search index, whose last part needs the pages. Service worker and
// files for hosts come at the end. A build whose content or pages are wrong leaves the last site as it is. Prints seconds per phase and the number of files; the first phase that fails stops all.

const dist = process.env.OUT_DIR ?? 'dist';
const made = `${dist}.new`;
/** Beside the pages, and moved to them then: Astro empties its folder first. */
const images = `${dist}.previews`;
/** Run by its path, for the option of Node: pages are short-lived objects, and more room for them means fewer collections. */
const ASTRO = 'node_modules/astro/bin/astro.mjs';

const stop = new AbortController();

/** A command that runs: its standard input, and the seconds that it took; they are refused if it fails. */
function start(...args: string[]): { input: NodeJS.WritableStream; seconds: Promise<number> } {
  const started = performance.now();
  const child = spawn('node', args, {
    stdio: ['pipe', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    signal: stop.signal,
    env: { ...process.env, OUT_DIR: made },
  });
  const seconds = new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve((performance.now() - started) / 1000);
      else reject(new Error(`node ${args.join(' ')} failed`));
    });
  });
  return { input: child.stdin, seconds };
}
const run = (...args: string[]): Promise<number> => start(...args).seconds;

async function build(): Promise<void> {
  const check = run('src/build/check.ts', '--any-date');
  const beside = check.then(async () => {
    await run('src/build/report.ts');
    const previews = await run('src/build/previews.ts', images);
    return { previews, index: start('src/build/search-index.ts', '--wait') };
  });
  const pages = run('--max-semi-space-size=64', ASTRO, 'build', '--silent')
    // What Astro stumbles over, the check says better.
    .catch(async (error: unknown) => {
      await check;
      throw error;
    });
  const [checked, { previews, index }, paged] = await Promise.all([check, beside, pages]);
  renameSync(images, join(made, 'og'));
  // To remove 11,000 files takes seconds and slows down whoever makes new ones: beside work without pages.
  const old = `${dist}.old`;
  if (existsSync(dist)) renameSync(dist, old);
  const removed = rm(old, { recursive: true, force: true });
  const began = performance.now();
  index.input.end();
  await index.seconds;
  const indexed = (performance.now() - began) / 1000;
  const [offline] = await Promise.all([run('src/build/offline.ts'), run('src/build/hosts.ts'), removed]);
  renameSync(made, dist);
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(dist, name)))
    .filter((file) => file.isFile());
  const size = files.reduce((sum, file) => sum + file.size, 0) / 1e6;
  console.log(
    `${dist}: ${files.length} files, ${size.toFixed(0)} MB. Seconds: pages ${paged.toFixed(1)} (beside them content ` +
      `check ${checked.toFixed(1)} and previews ${previews.toFixed(1)}), rest of the search index ${indexed.toFixed(1)}, ` +
      `offline ${offline.toFixed(1)}, together ${(performance.now() / 1000).toFixed(1)}.`,
  );
}

// What an interrupted build left.
for (const folder of [made, images]) await rm(folder, { recursive: true, force: true });
try {
  await build();
} catch (error) {
  stop.abort();
  for (const folder of [made, images]) await rm(folder, { recursive: true, force: true });
  console.error((error as Error).message);
  process.exitCode = 1;
}
