import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

// Writes sw.js, the service worker, with the list of what it keeps. Its version is the hash of just that, so that an
// update of one comparison makes no browser fetch everything again. With OFFLINE=0 it is a worker that removes itself.

const dist = process.env.OUT_DIR ?? 'dist';
const base = `/${process.env.BASE_PATH ?? ''}/`.replace(/\/{2,}/g, '/');
const on = process.env.OFFLINE !== '0';

const scripts = readdirSync(join(dist, '_astro'))
  // The decoder is kept by those who use it.
  .filter((name) => name.endsWith('.js') && !name.startsWith('decode'))
  .sort()
  .map((name) => `_astro/${name}`);

/** @returns what is kept for a language, as paths behind the base path */
const kept = (locale: string, prefix: string): string[] => [
  `${prefix}offline/`,
  `${prefix}sip/`,
  `search/${locale}.json`,
  `search/words-${locale}.json`,
  'favicon.svg',
  ...scripts,
];
const KEPT = { en: kept('en', ''), ja: kept('ja', 'ja/') };

const file = (path: string): string => join(dist, path.endsWith('/') ? `${path}index.html` : path);
const missing = [...new Set(Object.values(KEPT).flat())].filter((path) => !existsSync(file(path)));
if (missing.length > 0) throw new Error(`The service worker would keep what is not in ${dist}: ${missing.join(', ')}`);

const compile = async (version: string): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [on ? 'src/browser/service-worker.ts' : 'src/browser/service-worker-off.ts'],
    bundle: true,
    minify: true,
    write: false,
    target: 'es2022',
    define: { BASE: JSON.stringify(base), KEPT: JSON.stringify(KEPT), VERSION: JSON.stringify(version) },
  });
  return outputFiles[0]!.text;
};

const hash = createHash('sha256').update(await compile(''));
// Hashes of the index stand in pagefind-entry.json.
for (const path of [...Object.values(KEPT).flat(), 'pagefind/pagefind-entry.json'])
  hash.update(readFileSync(file(path)));
writeFileSync(join(dist, 'sw.js'), await compile(hash.digest('hex').slice(0, 12)));
console.log(`Service worker: ${statSync(join(dist, 'sw.js')).size} bytes${on ? '' : ', which removes itself'}.`);
