import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Writes _headers and _redirects, which Netlify, Cloudflare Pages and others read at the top of what is deployed. Each
// host has limits (tests/deploy/hosts.test.ts): reversed addresses of all comparisons are too many, so only those of the
// settled ones are here; the page that hosts show for an unknown address works out the others.

const dist = process.env.OUT_DIR ?? 'dist';
const base = `/${process.env.BASE_PATH ?? ''}/`.replace(/\/{2,}/g, '/');
const names = (folder: string): string[] => readdirSync(join('content', folder)).sort();

/** The same as in deploy/nginx.conf and deploy/Caddyfile; tests/deploy holds them against each other. */
const HEADERS: Record<string, Record<string, string>> = {
  '*': {
    // The policy of each page stands in the page. Here is what cannot stand there, and what files that are no pages need.
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
    ['en', 'ja'].map((locale) => [
      `opensearch-${locale}.xml`,
      { 'Content-Type': 'application/opensearchdescription+xml' },
    ]),
  ),
};

const redirects = ['', 'ja/'].flatMap((prefix) => [
  ...names('codes').flatMap((code) =>
    [code, `${code}/`].map((from) => `${base}${prefix}${from} ${base}${prefix}sip/${code}/ 301`),
  ),
  ...names('comparisons').map((pair) => {
    const reversed = pair.split('-vs-').reverse().join('-vs-');
    return `${base}${prefix}sip/${reversed}/ ${base}${prefix}sip/${pair}/ 301`;
  }),
]);

writeFileSync(join(dist, '_redirects'), `${redirects.join('\n')}\n`);
writeFileSync(
  join(dist, '_headers'),
  Object.entries(HEADERS)
    .map(
      ([path, headers]) =>
        `${base}${path}\n${Object.entries(headers)
          .map(([name, value]) => `  ${name}: ${value}\n`)
          .join('')}`,
    )
    .join('\n'),
);
