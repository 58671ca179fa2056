import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from 'chrome-launcher';
import lighthouse, { type Result } from 'lighthouse';
import { CHROMIUM_FLAGS, chromiumPath } from '../../src/tools/chromium.ts';

// `npm run bench:pages`: Lighthouse on its own slow 4G and phone, one page of each kind in both languages, each in turn with
// the same page without scripts, policy and link hints; medians of five runs. Arguments choose pages by a part of their
// address, `RUNS=1` is a quick look, `DIST=…` measures another build. Targets: 100 in every category (a page that is not to
// be indexed fails `is-crawlable` alone), first and largest paint at most 1.15 times those of the bare page, no layout shift.

const PORT = 4398;
const DIST = process.env.DIST ?? 'dist';
const RUNS = Number(process.env.RUNS ?? 5);
const MOST = 1.15;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const PAINTS = ['first-contentful-paint', 'largest-contentful-paint'] as const;
const KINDS = [
  '',
  'sip/',
  'sip/4xx/',
  'sip/487/',
  'sip/486/',
  'sip/480-vs-486/',
  'sip/302-vs-487/',
  'sip/compare/',
  'sip/unregistered/',
  'sip/reuse/',
  'symptoms/',
  'symptoms/hold-fails/',
  'vendors/',
  'vendors/asterisk/',
  'q850/',
  'q850/34/',
  'warnings/',
  'headers/',
  'metrics/',
  'glossary/',
  'glossary/routing/',
  'rfc/',
  'rfc/3261/',
  'decode/',
  'api/',
  'changes/',
  'about/',
];

const median = (values: number[]): number => [...values].sort((one, other) => one - other)[values.length >> 1]!;

/** The page without what is not needed to read it: scripts that run, policy, hints for what to fetch */
const bare = (html: string): string =>
  html
    .replace(/<script(?![^>]*application\/ld\+json)[^>]*>[^]*?<\/script>/g, '')
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replace(/<link rel="(preload|modulepreload|prefetch|preconnect|dns-prefetch)"[^>]*>/g, '');

const wanted = process.argv.slice(2);
const addresses = ['', 'ja/']
  .flatMap((prefix) => KINDS.map((kind) => prefix + kind))
  .filter((address) => existsSync(`${DIST}/${address}index.html`))
  .filter((address) => wanted.length === 0 || wanted.some((part) => `/${address}`.includes(part)));

const bareDist = mkdtempSync(join(tmpdir(), 'bare-'));
for (const address of addresses) {
  const file = join(bareDist, address, 'index.html');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bare(readFileSync(join(DIST, address, 'index.html'), 'utf8')));
}

const serve = (dir: string, port: number) =>
  spawn(process.execPath, [fileURLToPath(new URL('../serve.ts', import.meta.url)), dir, '/', String(port)]);
const servers = [serve(DIST, PORT), serve(bareDist, PORT + 1)];
const chrome = await launch({ chromePath: chromiumPath() ?? '', chromeFlags: ['--headless=new', ...CHROMIUM_FLAGS] });

/** A host has compressed copies (`npm run compress`); here the first request for a page waits until there is one. */
async function prepare(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(url, { headers: { 'accept-encoding': 'br' } }).catch((error: Error) => error);
    if (answer instanceof Response) return void (await answer.text());
    if (tries === 100) throw answer;
    await new Promise((done) => setTimeout(done, 100));
  }
}

async function run(url: string): Promise<Result> {
  const result = await lighthouse(url, { port: chrome.port, logLevel: 'error' });
  if (!result) throw new Error(`Lighthouse gave nothing for ${url}`);
  return result.lhr;
}

let missed = 0;
try {
  console.log(
    'page | performance | accessibility | best practices | SEO | first paint, ms | bare | ratio | largest paint, ms | bare | ratio | layout shift',
  );
  console.log('---|---|---|---|---|---|---|---|---|---|---|---');
  for (const address of addresses) {
    const urls = [PORT, PORT + 1].map((port) => `http://127.0.0.1:${port}/${address}`);
    for (const url of urls) await prepare(url);
    const [whole, plain]: [Result[], Result[]] = [[], []];
    for (let turn = 0; turn < RUNS; turn += 1) {
      whole.push(await run(urls[0]!));
      plain.push(await run(urls[1]!));
    }
    const scores = CATEGORIES.map((category) =>
      Math.round(100 * median(whole.map((lhr) => lhr.categories[category]!.score ?? 0))),
    );
    const value = (runs: Result[], audit: string) =>
      median(runs.map((lhr) => lhr.audits[audit]!.numericValue ?? Infinity));
    const paints = PAINTS.map((audit) => [value(whole, audit), value(plain, audit)] as const);
    const shift = value(whole, 'cumulative-layout-shift');
    const failed = Object.values(whole[0]!.audits)
      .filter(({ score, scoreDisplayMode }) => score !== null && score < 1 && scoreDisplayMode === 'binary')
      .map(({ id }) => id);
    const blocked = failed.length === 1 && failed[0] === 'is-crawlable';
    const good =
      scores.every((one) => one === 100 || blocked) &&
      paints.every(([one, other]) => one <= MOST * other) &&
      shift === 0;
    if (!good) missed += 1;
    const shown = paints.flatMap(([one, other]) => [Math.round(one), Math.round(other), (one / other).toFixed(2)]);
    console.log(
      `/${address} | ${[...scores, ...shown, shift.toFixed(4)].join(' | ')}${good ? '' : ` MISSED ${failed.join(', ')}`}${blocked ? ' not to be indexed' : ''}`,
    );
  }
} finally {
  chrome.kill();
  for (const server of servers) server.kill();
  rmSync(bareDist, { recursive: true });
}
console.log(
  missed === 0
    ? `All ${addresses.length} pages reach the targets.`
    : `${missed} of ${addresses.length} pages miss a target.`,
);
process.exitCode = missed === 0 ? 0 : 1;
