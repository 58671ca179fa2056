import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launch } from 'chrome-launcher';
import lighthouse, { type Result } from 'lighthouse';
import { CHROMIUM_FLAGS, chromiumPath } from '../chromium.ts';

// `npm run bench:pages`: Lighthouse on its own slow 4G and phone, one page of each kind in both languages, median of three
// runs. Arguments choose pages by a part of their address, `RUNS=1` is a quick look. Targets: 100 in every category (a
// page that is not to be indexed fails `is-crawlable` alone), first and largest paint within 700 ms.

const PORT = 4398;
const DIST = process.env.DIST ?? 'dist';
const RUNS = Number(process.env.RUNS ?? 3);
const PAINT_MS = 700;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
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

const wanted = process.argv.slice(2);
const addresses = ['', 'ja/']
  .flatMap((prefix) => KINDS.map((kind) => prefix + kind))
  .filter((address) => existsSync(`${DIST}/${address}index.html`))
  .filter((address) => wanted.length === 0 || wanted.some((part) => `/${address}`.includes(part)));

const server = spawn(process.execPath, [
  fileURLToPath(new URL('../serve.ts', import.meta.url)),
  DIST,
  '/',
  String(PORT),
]);
const chrome = await launch({ chromePath: chromiumPath() ?? '', chromeFlags: ['--headless=new', ...CHROMIUM_FLAGS] });
let missed = 0;
try {
  console.log('page | performance | accessibility | best practices | SEO | first paint, ms | largest paint, ms');
  console.log('---|---|---|---|---|---|---');
  for (const address of addresses) {
    const runs: Result[] = [];
    const url = `http://127.0.0.1:${PORT}/${address}`;
    // A host has compressed copies (`npm run compress`); here the first request for a page waits until there is one.
    await (await fetch(url, { headers: { 'accept-encoding': 'br' } })).text();
    for (let run = 0; run < RUNS; run += 1) {
      const result = await lighthouse(url, { port: chrome.port, logLevel: 'error' });
      if (!result) throw new Error(`Lighthouse gave nothing for ${address}`);
      runs.push(result.lhr);
    }
    const score = (category: string) =>
      Math.round(100 * median(runs.map((lhr) => lhr.categories[category]!.score ?? 0)));
    const paint = (audit: string) => Math.round(median(runs.map((lhr) => lhr.audits[audit]!.numericValue ?? Infinity)));
    const scores = CATEGORIES.map(score);
    const paints = [paint('first-contentful-paint'), paint('largest-contentful-paint')];
    const failed = Object.values(runs[0]!.audits)
      .filter(({ score: one, scoreDisplayMode }) => one !== null && one < 1 && scoreDisplayMode === 'binary')
      .map(({ id }) => id);
    const blocked = failed.length === 1 && failed[0] === 'is-crawlable';
    const good = scores.every((one) => one === 100 || blocked) && paints.every((one) => one <= PAINT_MS);
    if (!good) missed += 1;
    console.log(
      `/${address} | ${[...scores, ...paints].join(' | ')}${good ? '' : ` MISSED ${failed.join(', ')}`}${blocked ? ' not to be indexed' : ''}`,
    );
  }
} finally {
  chrome.kill();
  server.kill();
}
console.log(
  missed === 0
    ? `All ${addresses.length} pages reach the targets.`
    : `${missed} of ${addresses.length} pages miss a target.`,
);
process.exitCode = missed === 0 ? 0 : 1;
