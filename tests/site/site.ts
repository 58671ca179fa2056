import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { movedPages, readRedirects, type Redirect } from '../../src/site/redirects.ts';
import type { Build } from '../builds.ts';
import { readPage, type Block, type SitePage } from './page.ts';

export type { Block, SitePage } from './page.ts';

const cache = new Map<string, SitePage[]>();
const CACHE = 'node_modules/.cache/sip-codes';

/** Every HTML file of a build, in order */
export const htmlFiles = (build: Build): string[] =>
  readdirSync(build.dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();

/**
 * Whether a page only leads on, as short addresses (/487/) and those of pages that moved do; short.test.ts looks at them.
 *
 * @param file as `htmlFiles` gives it
 */
export const isSmall = (file: string, redirects: Redirect[]): boolean =>
  /^(ja\/)?(?!404)\d{3}\/index\.html$/.test(file) ||
  movedPages(redirects).some(({ from }) => `${from.slice(1)}index.html` === file);

/**
 * Reading takes some twenty seconds, and the runner starts a new process after every failed test; so what was read is
 * kept in a file, for as long as neither the build nor page.ts changes.
 *
 * @returns every HTML page of a build, read once per process
 */
export function sitePages(build: Build): SitePage[] {
  const known = cache.get(build.dir);
  if (known) return known;
  const moved = readRedirects();
  const files = htmlFiles(build).filter((file) => !isSmall(file, moved));
  const state = createHash('sha256').update(readFileSync('tests/site/page.ts'));
  for (const file of files) {
    const { mtimeMs, size } = statSync(join(build.dir, file));
    state.update(`${file} ${mtimeMs} ${size}\n`);
  }
  const stamp = state.digest('hex');
  const kept = join(CACHE, `${build.dir}.pages`);
  try {
    const [of, pages] = deserialize(readFileSync(kept)) as [string, SitePage[]];
    if (of === stamp) {
      cache.set(build.dir, pages);
      return pages;
    }
  } catch {
    // Nothing kept yet, or kept by another version of Node.
  }
  // Most texts are on many pages; as one object each they are kept once.
  const blocks = new Map<string, Block>();
  const pages = files.map((file) => {
    const page = readPage(build, file);
    page.blocks = page.blocks.map((block) => {
      const key = JSON.stringify(block);
      return blocks.get(key) ?? (blocks.set(key, block), block);
    });
    return page;
  });
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(kept, serialize([stamp, pages]));
  cache.set(build.dir, pages);
  return pages;
}

/** The first problems in a readable form; an empty text without any */
export const report = (problems: string[]): string =>
  problems.length === 0 ? '' : `${problems.length} problems, the first:\n${problems.slice(0, 20).join('\n')}`;
