import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import autocannon, { type Result } from 'autocannon';
import { compress } from '../../src/tools/compress.ts';
import { BUILDS } from '../builds.ts';
import { nginx, siteRoot, type Server } from './servers.ts';

// Load on loopback, less than a minute in all. Rates are printed, not asserted: they are the machine's. What holds on any
// machine is that no request fails.

const port = Number(process.env.TEST_PORT ?? 4381) + 8;
const SECONDS = 8;

/** Every page of a code and some of pairs in both languages, as a reader of tickets goes through them. */
const paths = readdirSync(join(BUILDS.root.dir, 'sip'))
  .filter((name) => /^(\d{3}|\d{3}-vs-487)$/.test(name))
  .flatMap((name) => [`/sip/${name}/`, `/ja/sip/${name}/`]);

const load = (url: string, duration: number): Promise<Result> =>
  autocannon({
    url,
    duration,
    connections: 32,
    requests: paths.map((path) => ({ path, headers: { 'accept-encoding': 'gzip' } })),
  });

/** The status of a whole answer, or what went wrong */
const statusOf = (url: string): Promise<string> =>
  new Promise((resolve) => {
    get(url, { agent: false }, (response) =>
      response
        .resume()
        .on('error', (error) => resolve(String(error)))
        .on('end', () => resolve(String(response.statusCode))),
    ).on('error', (error) => resolve(String(error)));
  });

const tell = (what: string, { requests, latency, throughput }: Result): void =>
  console.log(
    `${what}: ${Math.round(requests.average)} requests per second, ${(throughput.average / 1e6).toFixed(0)} MB/s, ` +
      `latency ${latency.p50} ms (median), ${latency.p99} ms (99 %)`,
  );

const failures = ({ errors, timeouts, non2xx }: Result) => ({ errors, timeouts, non2xx });
const NONE = { errors: 0, timeouts: 0, non2xx: 0 };

test.describe('nginx under load', () => {
  let server: Server;
  let root: string;
  test.beforeAll(async () => {
    root = siteRoot(BUILDS.root);
    server = nginx(root, '/', port);
    await server.start();
  });
  test.afterAll(async () => {
    await server.stop();
    rmSync(root, { recursive: true });
  });

  test('answers every request, compressing on the fly', async () => {
    const result = await load(server.url, SECONDS);
    tell('Compressed on the fly', result);
    expect(failures(result)).toEqual(NONE);
    expect(result.requests.total).toBeGreaterThan(0);
  });

  test('answers every request while its configuration is taken over anew', async () => {
    // A connection of its own for each request: one that is kept open and idle may be closed while a request is on its
    // way, which browsers repeat by themselves.
    const wrong: string[] = [];
    let answered = 0;
    const end = performance.now() + SECONDS * 1000;
    const reader = async (number: number) => {
      for (let turn = number; performance.now() < end; turn += 1) {
        const status = await statusOf(new URL(paths[turn % paths.length]!, server.url).href);
        if (status === '200') answered += 1;
        else wrong.push(status);
      }
    };
    const readers = Promise.all(Array.from({ length: 32 }, (_, number) => reader(number)));
    for (let times = 0; times < 3; times += 1) {
      await new Promise((done) => setTimeout(done, (SECONDS * 1000) / 4));
      server.reload();
    }
    await readers;
    console.log(`With three reloads: ${answered} requests answered in ${SECONDS} s, each by a connection of its own`);
    expect(wrong).toEqual([]);
    expect(answered).toBeGreaterThan(0);
  });

  test('fails only while it is stopped, and is well again at once', async () => {
    const running = load(server.url, SECONDS);
    await new Promise((done) => setTimeout(done, 2000));
    await server.stop();
    await new Promise((done) => setTimeout(done, 2000));
    await server.start();
    const result = await running;
    tell('Stopped for two seconds', result);
    console.log(`  ${result.errors} connections refused meanwhile, ${result.non2xx} wrong answers`);
    // Refused, never a wrong or half answer.
    expect(result.non2xx).toBe(0);
    expect(result.timeouts).toBe(0);
    expect(result.requests.total).toBeGreaterThan(0);
    expect(failures(await load(server.url, 2))).toEqual(NONE);
  });
});

test('nginx with copies that the deploy step compressed answers every request', async () => {
  const root = mkdtempSync(join(tmpdir(), 'packed-'));
  for (const path of paths) cpSync(join(BUILDS.root.dir, path), join(root, path), { recursive: true });
  await compress(root);
  const server = nginx(root, '/', port);
  await server.start();
  try {
    const result = await load(server.url, SECONDS);
    tell('Compressed beforehand', result);
    expect(failures(result)).toEqual(NONE);
  } finally {
    await server.stop();
    rmSync(root, { recursive: true });
  }
});
