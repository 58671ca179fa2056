import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, chromiumPath } from '../../src/tools/chromium.ts';

// `npm run bench:decode-page`: one call of 20,000 messages in the built page (DIST, else dist): seconds from the choice of
// the file to the first view, with Redact and without, and the longest time for which the page was frozen: until then,
// while it is scrolled from end to end, and while more of the ladder is asked for. Targets: 2 s after reading, 0.2 s.

const PORT = 4397;
const MESSAGES = Number(process.env.MESSAGES ?? 20_000);

const call = Array.from({ length: MESSAGES / 2 }, (_, at) => {
  const fields =
    `Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK${at}\r\nMax-Forwards: 70\r\nFrom: "Alice" <sip:alice@example.com>;tag=1\r\n` +
    `To: <sip:bob@example.com>;tag=2\r\nCall-ID: c\r\nCSeq: ${at + 1} INFO\r\nContent-Length: 0\r\n\r\n`;
  return `INFO sip:bob@198.51.100.1 SIP/2.0\r\n${fields}SIP/2.0 200 OK\r\n${fields}`;
}).join('');

const folder = mkdtempSync(join(tmpdir(), 'decode-page-'));
const file = join(folder, 'call.txt');
writeFileSync(file, call);

/** Starts to note how long tasks keep the page from answering. @returns a function that gives the longest, in seconds */
async function longest(page: Page): Promise<() => Promise<number>> {
  const tasks = await page.evaluateHandle(() => {
    const found: number[] = [0];
    new PerformanceObserver((list) => found.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
    return found;
  });
  return () => tasks.evaluate((list) => Math.max(...list.splice(0, list.length, 0)) / 1000);
}

const server = spawn(process.execPath, [
  fileURLToPath(new URL('../serve.ts', import.meta.url)),
  process.env.DIST ?? 'dist',
  '/',
  String(PORT),
]);
const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS });
try {
  await new Promise((done) => setTimeout(done, 1000));
  console.log('redacted | first view, s | still until then, s | still while scrolling, s | still at "Show more", s');
  console.log('---|---|---|---|---');
  for (const redacted of [false, true]) {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${PORT}/decode/`);
    await page.waitForFunction(() => !document.querySelector<HTMLElement>('#decoder form')!.inert);
    if (redacted) await page.getByLabel('Redact').check();
    const still = await longest(page);
    const before = performance.now();
    await page.getByLabel('Open a file').setInputFiles(file);
    await page.locator('[data-list="ladder"] [data-step]').first().waitFor({ timeout: 120_000 });
    const view = (performance.now() - before) / 1000;
    const until = await still();
    for (let at = 0; at < 40; at += 1) await page.mouse.wheel(0, 400);
    const scrolling = await still();
    for (let at = 0; at < 10; at += 1) {
      const more = page.locator('[data-more="ladder"]');
      const label = await more.textContent();
      await more.click();
      await page.waitForFunction((old) => document.querySelector('[data-more="ladder"]')!.textContent !== old, label);
    }
    const seconds = [view, until, scrolling, await still()].map((value) => value.toFixed(2));
    console.log(`${redacted ? 'yes' : 'no'} | ${seconds.join(' | ')}`);
    await page.close();
  }
} finally {
  await browser.close();
  server.kill();
  rmSync(folder, { recursive: true });
}
