import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { messages } from '../i18n/index.ts';
import { LOCALES, type Locale } from '../locales.ts';
import { settings } from '../settings.ts';
import { paths } from '../site/paths.ts';

// Writes sw.js, the service worker, with the list of what it keeps. Its version is the hash of just that, so that an
// update of one comparison makes no browser fetch everything again. With OFFLINE=0 it is a worker that removes itself.

/** What is kept for a language, as paths behind the base path */
const keptOf = (locale: Locale, scripts: string[]): string[] => [
  paths.offline(locale).slice(1),
  paths.codes(locale).slice(1),
  `search/${locale}.json`,
  `search/words-${locale}.json`,
  'favicon.svg',
  ...scripts,
];

/**
 * Compiles the service worker for a built site.
 *
 * @param dist folder of the site, with its search index
 * @returns the script
 * @throws Error if a file that the worker would keep is missing
 */
async function compileWorker(dist: string): Promise<string> {
  const scripts = readdirSync(join(dist, '_astro'))
    // The decoder is kept by those who use it.
    .filter((name) => /\.(js|css)$/.test(name) && !name.startsWith('decode'))
    .sort()
    .map((name) => `_astro/${name}`);
  const kept = Object.fromEntries(LOCALES.map((locale) => [paths.home(locale).slice(1), keptOf(locale, scripts)]));
  const said = Object.fromEntries(
    LOCALES.map((locale) => [paths.home(locale).slice(1), messages(locale).offline.stored]),
  );
  const file = (path: string): string => join(dist, path.endsWith('/') ? `${path}index.html` : path);
  // Hashes of the index are in pagefind-entry.json.
  const hashed = [...Object.values(kept).flat(), 'pagefind/pagefind-entry.json'];
  const missing = [...new Set(hashed)].filter((path) => !existsSync(file(path)));
  if (missing.length > 0) throw new Error(`The service worker would keep what is not there: ${missing.join(', ')}`);

  const compile = async (version: string): Promise<string> => {
    const { outputFiles } = await build({
      entryPoints: [settings.offline ? 'src/browser/service-worker.ts' : 'src/browser/service-worker-off.ts'],
      bundle: true,
      minify: true,
      write: false,
      target: 'es2022',
      define: {
        BASE: JSON.stringify(settings.basePath),
        KEPT: JSON.stringify(kept),
        STORED: JSON.stringify(said),
        VERSION: JSON.stringify(version),
      },
    });
    return outputFiles[0]!.text;
  };
  const hash = createHash('sha256').update(await compile(''));
  for (const path of hashed) hash.update(readFileSync(file(path)));
  return compile(hash.digest('hex').slice(0, 12));
}

/** The integration that writes the service worker; after the search index, which it keeps */
export const serviceWorker = (): AstroIntegration => ({
  name: 'service-worker',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const dist = fileURLToPath(dir);
      const script = await compileWorker(dist);
      writeFileSync(join(dist, 'sw.js'), script);
      logger.info(`${script.length} bytes${settings.offline ? '' : ', which removes itself'}`);
    },
  },
});
