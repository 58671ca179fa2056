import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { BUILDS } from '../builds.ts';
import { ask, everywhere } from './ask.ts';
import { caddy, HIDDEN, nginx, PROBE, SHOWN, siteRoot, type Server } from './servers.ts';

// What the two hosts refuse, and that a refusal is as careful as an answer.

const HSTS = 'max-age=31536000';
const METHODS = ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'];

/** Sends bytes and gives back all that comes until the host closes */
const raw = (url: string, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    let said = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on('data', (part) => (said += part.toString()));
    socket.on('close', () => resolve(said)).on('error', reject);
  });

const port = Number(process.env.TEST_PORT ?? 4381) + 14;
for (const [offset, [host, make]] of Object.entries({ nginx, caddy }).entries())
  for (const [place, build] of Object.entries(BUILDS))
    test.describe(`${host}, ${place === 'root' ? 'at the root' : 'under a base path'}`, () => {
      let server: Server;
      let root: string;
      const at = (path: string) => server.url + path;
      const script = `_astro/${readdirSync(join(build.dir, '_astro'))[0]}`;
      test.beforeAll(async () => {
        root = siteRoot(build);
        server = make(root, build.base, port + offset * 2 + (place === 'root' ? 0 : 1), { hsts: HSTS });
        await server.start();
      });
      test.afterAll(async () => {
        await server.stop();
        rmSync(root, { recursive: true });
      });

      test('shows no file whose name begins with a dot, but what is well known', async () => {
        for (const name of [...HIDDEN, '.made-by-build', '.git/', '.git', '%2egit/config', 'sip/../.env']) {
          const { status, headers, body } = await ask(at(name));
          expect(status, name).toBe(404);
          expect(headers['content-type'], name).toBe('text/html; charset=utf-8');
          expect(body.toString(), name).toContain('id="nearest"');
        }
        expect((await ask(at(SHOWN))).status).toBe(200);
      });

      test('answers GET and HEAD, and says so to any other method', async () => {
        for (const path of ['', 'sip/487/', '487', 'nowhere', script, PROBE]) {
          const { status, body } = await ask(at(path), {}, 'HEAD');
          expect([200, 301, 404], path).toContain(status);
          expect(body, path).toHaveLength(0);
          for (const method of METHODS) {
            const refused = await ask(at(path), {}, method);
            expect(refused.status, `${method} ${path}`).toBe(405);
            expect(refused.headers.allow, `${method} ${path}`).toBe('GET, HEAD');
            expect(refused.headers['content-type'], `${method} ${path}`).toMatch(/^text\/plain/);
            expect(refused.body.toString(), `${method} ${path}`).toBe('This site answers GET and HEAD only.\n');
          }
        }
        expect((await ask(at(''))).headers.allow).toBeUndefined();
      });

      test('answers a folder without a page with the page for an unknown address', async () => {
        for (const path of ['_astro/', 'pagefind/', 'api/']) {
          const { status, body } = await ask(at(path));
          if (path === 'api/' && status === 200) continue;
          expect(status, path).toBe(404);
          expect(body.toString(), path).toContain('id="nearest"');
        }
      });

      test('sends the security headers with redirects, refusals and errors too', async () => {
        const wanted = [...everywhere(build.dir), ['strict-transport-security', HSTS] as const];
        const { headers: first } = await ask(at('sip/487/'));
        for (const [what, answer] of [
          ['a page', await ask(at('sip/487/'))],
          ['304', await ask(at('sip/487/'), { 'If-None-Match': first.etag! })],
          ['a redirect', await ask(at('487'))],
          ['a folder without slash', await ask(at('sip/487'))],
          ['404', await ask(at('nowhere'))],
          ['a hidden file', await ask(at('.env'))],
          ['405', await ask(at('sip/487/'), {}, 'POST')],
          ['a range that no file has', await ask(at('favicon.svg'), { Range: 'bytes=9999999-' })],
        ] as const)
          for (const [name, value] of wanted) expect(answer.headers[name], `${name} of ${what}`).toBe(value);
      });

      test('answers what is no request without a page of its own make', async () => {
        for (const text of [
          'nonsense\r\n\r\n',
          'GET / HTTP/1.1\r\n\r\n',
          'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
        ]) {
          const said = await raw(server.url, text);
          expect(said, text).toMatch(/^HTTP\/1\.[01] 400 /);
          expect(said, text).not.toContain('<html>');
          expect(said, text).not.toMatch(/nginx\/\d|<center>/);
        }
      });

      test('says nothing of its configuration', () => {
        // What the test sets: no port for administration, and no certificates.
        const own = /admin endpoint disabled|automatic HTTPS is completely disabled/;
        const said = server.said().split('\n');
        expect(said.filter((line) => /\[(warn|emerg)\]|"level":"(warn|error)"/.test(line) && !own.test(line))).toEqual(
          [],
        );
      });
    });

for (const [host, make] of Object.entries({ nginx, caddy }))
  test(`${host} asks nobody to use HTTPS only unless that is set`, async () => {
    const root = siteRoot(BUILDS.root);
    const server = make(root, '/', port + 4);
    await server.start();
    try {
      for (const path of ['', 'nowhere'])
        expect((await ask(server.url + path)).headers['strict-transport-security']).toBeUndefined();
    } finally {
      await server.stop();
      rmSync(root, { recursive: true });
    }
  });

test('Caddy finds the configuration well-formed and well formatted', () => {
  const { status, stderr } = spawnSync('caddy', ['adapt', '--adapter', 'caddyfile', '--config', 'deploy/Caddyfile'], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
