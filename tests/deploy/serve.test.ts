import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { compress } from '../../src/tools/compress.ts';
import { parseRedirects } from '../../src/site/redirects.ts';
import { BUILDS } from '../builds.ts';
import { report } from '../site/site.ts';
import { ask, everywhere } from './ask.ts';
import { caddy, nginx, PROBE, siteRoot, type Server } from './servers.ts';

// What readers and programs get from the two hosts that configurations are shipped for.

/** As in src/site/redirects.txt: what moved. */
const MOVED = parseRedirects('/old-page/ /about/\n/sip/gone/ /sip/487/#fix\n/api/old.v1.json /api/probe.json\n');

const REDIRECTS = [
  ['487', 'sip/487/'],
  ['487/', 'sip/487/'],
  ['ja/487', 'ja/sip/487/'],
  ['404', 'sip/404/'],
  ['404/', 'sip/404/'],
  ['ja/404/', 'ja/sip/404/'],
  ['sip/487', 'sip/487/'],
  ['sip/SIP-487', 'sip/487/'],
  ['ja/sip/sip487/', 'ja/sip/487/'],
  ['sip/487-vs-302/', 'sip/302-vs-487/'],
  ['sip/487-vs-302', 'sip/302-vs-487/'],
  ['ja/sip/487-302', 'ja/sip/302-vs-487/'],
  ['sip/302-487', 'sip/302-vs-487/'],
  ['sip/302-vs-487', 'sip/302-vs-487/'],
  ['sip/487-vs-487/', 'sip/487/'],
  ['old-page', 'about/'],
  ['old-page/', 'about/'],
  ['ja/old-page/', 'ja/about/'],
  ['sip/gone/', 'sip/487/#fix'],
  ['api/old.v1.json', 'api/probe.json'],
  ['sip/4XX', 'sip/4xx/'],
  ['ja/sip/4xx', 'ja/sip/4xx/'],
] as const;

const port = Number(process.env.TEST_PORT ?? 4381) + 4;
for (const [offset, [host, make]] of Object.entries({ nginx, caddy }).entries())
  for (const [place, build] of Object.entries(BUILDS))
    test.describe(`${host}, ${place === 'root' ? 'at the root' : 'under a base path'}`, () => {
      let server: Server;
      let root: string;
      const at = (path: string) => server.url + path;
      const names = readdirSync(join(build.dir, '_astro'));
      test.beforeAll(async () => {
        root = siteRoot(build);
        server = make(root, build.base, port + offset * 2 + (place === 'root' ? 0 : 1), { moved: MOVED });
        await server.start();
      });
      test.afterAll(async () => {
        await server.stop();
        rmSync(root, { recursive: true });
      });

      test('serves pages of both languages as HTML in UTF-8', async () => {
        for (const path of ['', 'ja/', 'sip/487/', 'ja/sip/302-vs-487/']) {
          const { status, headers, body } = await ask(at(path));
          expect(status).toBe(200);
          expect(headers['content-type']).toBe('text/html; charset=utf-8');
          expect(body.toString()).toContain(`<html lang="${path.startsWith('ja/') ? 'ja' : 'en'}">`);
        }
      });

      for (const [from, to] of REDIRECTS)
        test(`redirects ${from} to ${to} for good`, async () => {
          const { status, headers } = await ask(at(from));
          expect(status).toBeGreaterThanOrEqual(301);
          expect([301, 308]).toContain(status);
          expect(new URL(headers.location!, at(from)).href).toBe(at(to));
        });

      test('redirects every reversed pair, and no pair in order', async () => {
        const pairs = readdirSync(join(build.dir, 'sip')).filter((name) => /^\d{3}-vs-\d{3}$/.test(name));
        expect(pairs).toHaveLength(2775);
        const problems: string[] = [];
        for (let from = 0; from < pairs.length; from += 50)
          await Promise.all(
            pairs.slice(from, from + 50).map(async (pair) => {
              const reversed = pair.split('-vs-').reverse().join('-vs-');
              const [wrong, right] = await Promise.all([ask(at(`sip/${reversed}/`)), ask(at(`sip/${pair}/`))]);
              if (right.status !== 200) problems.push(`${pair}: ${right.status}`);
              if (new URL(wrong.headers.location ?? '', at('')).href !== at(`sip/${pair}/`))
                problems.push(`${reversed}: ${wrong.status} ${wrong.headers.location}`);
            }),
          );
        expect(report(problems)).toBe('');
      });

      test('never redirects to another host', async () => {
        for (const path of [
          '//example.org/487',
          '/\\example.org/487',
          '/%0d%0aX-Bad:1/487',
          '//example.org/sip/487-vs-302/',
        ]) {
          const { headers } = await ask(new URL(server.url).origin + build.base.replace(/\/$/, '') + path);
          expect(headers['x-bad']).toBeUndefined();
          if (headers.location) expect(new URL(headers.location, server.url).host).toBe(new URL(server.url).host);
        }
      });

      test('answers an unknown address with 404 and the page for it, in its language', async () => {
        for (const [path, lang] of [
          ['nowhere/', 'en'],
          ['sip/499/', 'en'],
          ['sip/old-page/', 'en'],
          ['api/old-v1.json', 'en'],
          ['ja/nowhere', 'ja'],
          ['_astro/gone.js', 'en'],
        ] as const) {
          const { status, headers, body } = await ask(at(path));
          expect(status).toBe(404);
          expect(body.toString()).toContain(`<html lang="${lang}">`);
          expect(body.toString()).toContain('id="nearest"');
          expect(headers['cache-control']).toBe('no-cache');
        }
        for (const path of ['_headers', '_redirects']) expect((await ask(at(path))).status).toBe(404);
      });

      test('sends the security headers with every answer', async () => {
        const wanted = everywhere(build.dir);
        expect(wanted.length).toBeGreaterThanOrEqual(5);
        for (const path of ['', 'ja/sip/487/', 'nowhere', `_astro/${names[0]}`, 'search/en.json', 'favicon.svg']) {
          const { headers } = await ask(at(path));
          for (const [name, value] of wanted) expect(headers[name], `${name} of ${path}`).toBe(value);
          expect(headers['server'] ?? '').not.toMatch(/\d/);
          expect(headers['set-cookie']).toBeUndefined();
        }
      });

      test('lets browsers keep what is fingerprinted, and asks them to check the rest', async () => {
        const fragment = readdirSync(join(build.dir, 'pagefind/fragment'))[0]!;
        const meta = readdirSync(join(build.dir, 'pagefind')).find((name) => name.endsWith('.pf_meta'))!;
        for (const path of [`_astro/${names[0]}`, `pagefind/fragment/${fragment}`, `pagefind/${meta}`])
          expect((await ask(at(path))).headers['cache-control']).toBe('public, max-age=31536000, immutable');
        for (const path of ['', 'sip/487/', 'sw.js', 'search/en.json', 'pagefind/pagefind.js', 'sitemap.xml']) {
          const { headers } = await ask(at(path), { 'Accept-Encoding': 'gzip' });
          expect(headers['cache-control'], path).toBe('no-cache');
          const again = await ask(at(path), { 'Accept-Encoding': 'gzip', 'If-None-Match': headers.etag! });
          expect(again.status, path).toBe(304);
          expect(again.body).toHaveLength(0);
        }
      });

      test('compresses text, and not what Pagefind has compressed', async () => {
        for (const path of [
          'sip/487/',
          'nowhere',
          `_astro/${names[0]}`,
          'search/en.json',
          'favicon.svg',
          'sitemap.xml',
        ]) {
          const plain = await ask(at(path));
          const packed = await ask(at(path), { 'Accept-Encoding': 'gzip' });
          if (plain.body.length < 600) continue;
          expect(packed.headers['content-encoding'], path).toBe('gzip');
          expect(packed.headers.vary, path).toMatch(/accept-encoding/i);
          expect(gunzipSync(packed.body).equals(plain.body), path).toBe(true);
        }
        const index = readdirSync(join(build.dir, 'pagefind/index'))[0]!;
        const { headers } = await ask(at(`pagefind/index/${index}`), { 'Accept-Encoding': 'gzip' });
        expect(headers['content-encoding']).toBeUndefined();
      });

      test('names the right types, and opens the API to other sites alone', async () => {
        for (const [path, type] of [
          [`_astro/${names[0]}`, 'text/javascript'],
          ['sw.js', 'text/javascript'],
          ['search/en.json', 'application/json'],
          ['search/en/487.txt', 'text/plain'],
          ['favicon.svg', 'image/svg+xml'],
          ['opensearch-ja.xml', 'application/opensearchdescription+xml'],
          ['sitemap.xml', 'xml'],
          ['robots.txt', 'text/plain'],
          ['sip/487.md', 'text/markdown'],
        ]) {
          const { status, headers } = await ask(at(path!));
          expect(status, path).toBe(200);
          expect(headers['content-type'], path).toContain(type);
          expect(headers['access-control-allow-origin'], path).toBeUndefined();
        }
        expect((await ask(at(PROBE))).headers['access-control-allow-origin']).toBe('*');
      });

      test('shows its pages and its search in a browser without breaking a policy', async ({ page }) => {
        const faults: string[] = [];
        page.on('console', (message) => {
          if (['error', 'warning'].includes(message.type())) faults.push(message.text());
        });
        await page.goto(at('ja/sip/487/'));
        // Its scripts come after the paint.
        await page.waitForFunction(() => !document.querySelector('script[data-modules]'));
        await page.keyboard.press('/');
        await page.getByRole('combobox').fill('着信拒否');
        await expect(page.locator('#search-results[data-done] [role=option]').first()).toBeVisible();
        expect(faults).toEqual([]);
      });
    });

for (const [host, make, encoding, ending] of [
  ['nginx', nginx, 'gzip', 'gz'],
  ['caddy', caddy, 'br', 'br'],
] as const)
  test(`${host} sends the copies that the deploy step made`, async () => {
    const root = mkdtempSync(join(tmpdir(), 'packed-'));
    const files = ['sip/487/index.html', 'ja/404/index.html', '404.html', 'search/en.json'];
    for (const file of files) cpSync(join(BUILDS.root.dir, file), join(root, file), { recursive: true });
    expect(await compress(root)).toBe(files.length);
    const server = make(root, '/', port + 8);
    await server.start();
    try {
      for (const [path, status, file] of [
        ['sip/487/', 200, 'sip/487/index.html'],
        ['search/en.json', 200, 'search/en.json'],
        ['nowhere', 404, '404.html'],
        ['ja/nowhere', 404, 'ja/404/index.html'],
      ] as const) {
        const answer = await ask(`${server.url}${path}`, { 'Accept-Encoding': 'gzip, deflate, br, zstd' });
        expect(answer.status, path).toBe(status);
        expect(answer.headers['content-encoding'], path).toBe(encoding);
        expect(answer.headers.vary, path).toMatch(/accept-encoding/i);
        expect(answer.body.equals(readFileSync(join(root, `${file}.${ending}`))), path).toBe(true);
        expect(answer.headers['content-type'], path).toContain(
          file.endsWith('json') ? 'application/json' : 'text/html',
        );
      }
    } finally {
      await server.stop();
      rmSync(root, { recursive: true });
    }
  });
