import { spawn } from 'node:child_process';
import { existsSync, readdirSync, renameSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

// The whole build: content check, pages with report and link previews beside them, search index, service worker with
// the files for hosts beside it. Prints seconds per phase and the number of files; stops at the first phase that fails.

const dist = process.env.OUT_DIR ?? 'dist';
/** Run by its path, for the option of Node: pages are short-lived objects, and more room for them means fewer collections. */
const ASTRO = 'node_modules/astro/bin/astro.mjs';

/** @returns seconds that the command took; throws if it fails */
function run(command: string, args: string[]): Promise<number> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
    child.on('close', (code) => {
      if (code === 0) resolve((performance.now() - started) / 1000);
      else reject(new Error(`${command} ${args.join(' ')} failed`));
    });
  });
}

try {
  const check = await run('node', ['src/build/check.ts', '--any-date']);
  // To remove 11,000 files takes seconds and slows down whoever makes new ones: at the end, beside work without pages.
  const old = `${dist}.old`;
  await rm(old, { recursive: true, force: true });
  if (existsSync(dist)) renameSync(dist, old);
  // Beside the pages, and moved to them then: Astro empties its folder first.
  const images = `${dist}.previews`;
  const beside = async () => {
    await run('node', ['src/build/report.ts']);
    return run('node', ['src/build/previews.ts', images]);
  };
  const [pages, previews] = await Promise.all([
    run('node', ['--max-semi-space-size=64', ASTRO, 'build', '--silent']),
    beside(),
  ]);
  renameSync(images, join(dist, 'og'));
  const removed = rm(old, { recursive: true, force: true });
  const search = await run('node', ['src/build/search-index.ts']);
  const [offline] = await Promise.all([
    run('node', ['src/build/offline.ts']),
    run('node', ['src/build/hosts.ts']),
    removed,
  ]);
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(dist, name)))
    .filter((file) => file.isFile());
  const html = files.reduce((sum, file) => sum + file.size, 0) / 1e6;
  console.log(
    `${dist}: ${files.length} files, ${html.toFixed(0)} MB. Seconds: content check ${check.toFixed(1)}, ` +
      `pages ${pages.toFixed(1)} (previews ${previews.toFixed(1)} beside them), search index ${search.toFixed(1)}, ` +
      `offline ${offline.toFixed(1)}, together ${(performance.now() / 1000).toFixed(1)}.`,
  );
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
