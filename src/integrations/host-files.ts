import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { LOCALES } from '../locales.ts';
import type { Content } from '../schema/content.ts';
import { paths } from '../site/paths.ts';
import { plainError, settings } from '../settings.ts';
import { checkedContent } from './check-content.ts';
import { hostRedirects, readRedirects, type Redirect } from '../site/redirects.ts';

// Writes _headers and _redirects, which Netlify, Cloudflare Pages and others read at the top of what is deployed. Each
// host has limits (tests/deploy/limits.test.ts): reversed addresses of all comparisons are too many, so only those of the
// settled ones are here; the page that hosts show for an unknown address works out the others.

/** By path below the base path. The same as in deploy/nginx.conf and deploy/Caddyfile; tests/deploy compares them. */
const HEADERS: Record<string, Record<string, string>> = {
  '*': {
    // The policy of each page is in the page. Here is what cannot be stated there, and what files other than pages need.
    'Content-Security-Policy': "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
  },
  // Their names change with their content. Everything else is asked for again each time, which is what both hosts do.
  ...Object.fromEntries(
    ['_astro/*', 'pagefind/fragment/*', 'pagefind/index/*', 'pagefind/*.pf_meta'].map((path) => [
      path,
      { 'Cache-Control': 'public, max-age=31536000, immutable' },
    ]),
  ),
  'api/*': { 'Access-Control-Allow-Origin': '*' },
  ...Object.fromEntries(
    LOCALES.map((locale) => [`opensearch-${locale}.xml`, { 'Content-Type': 'application/opensearchdescription+xml' }]),
  ),
};

/** The text of _headers */
const headersFile = (base: string): string =>
  Object.entries(HEADERS)
    .map(([path, headers]) => {
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
      return `${base}${path}\n${lines.join('')}`;
    })
    .join('\n');

/**
 * @param content its codes have short addresses, its settled pairs reversed ones
 * @param moved of src/site/redirects.txt
 * @param base the base path
 * @returns the text of _redirects
 */
export function redirectsFile(
  { codes, notes }: Pick<Content, 'codes' | 'notes'>,
  moved: Redirect[],
  base: string,
): string {
  const known = LOCALES.flatMap((locale) => [
    ...codes.flatMap(({ number }) =>
      ['', '/'].map((end) => ({
        from: `${paths.home(locale)}${number}${end}`,
        to: paths.code(locale, number),
      })),
    ),
    ...[...notes.keys()].map((key) => {
      const [a, b] = key.split('-vs-').map(Number) as [number, number];
      return { from: `${paths.codes(locale)}${b}-vs-${a}/`, to: paths.pair(locale, a, b) };
    }),
  ]);
  const at = (path: string) => `${base}${path.slice(1)}`;
  return [...known, ...hostRedirects(moved)].map(({ from, to }) => `${at(from)} ${at(to)} 301\n`).join('');
}

/**
 * What only the finished site knows of redirects: its files. Pages are checked before it is made.
 *
 * @returns redirects of files that are there, and redirects to files that are not, as sentences
 */
export function fileProblems(moved: Redirect[], dist: string): string[] {
  const isFile = (path: string) => !path.includes('#') && !path.endsWith('/');
  return moved.flatMap(({ from, to }) => [
    ...(isFile(from) && existsSync(join(dist, from))
      ? [`src/site/redirects.txt: ${from} is a file that the site has; expected one that is gone`]
      : []),
    ...(isFile(to) && !existsSync(join(dist, to))
      ? [`src/site/redirects.txt: ${to} does not exist; expected a file of this site`]
      : []),
  ]);
}

/** The integration that writes the files for hosts */
export const hostFiles = (): AstroIntegration => ({
  name: 'host-files',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const dist = fileURLToPath(dir);
      writeFileSync(join(dist, '_headers'), headersFile(settings.basePath));
      const moved = readRedirects();
      const problems = fileProblems(moved, dist);
      if (problems.length > 0) throw plainError(problems.join('\n'));
      writeFileSync(join(dist, '_redirects'), redirectsFile(checkedContent().content, moved, settings.basePath));
    },
  },
});
