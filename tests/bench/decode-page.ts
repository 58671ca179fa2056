import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, chromiumPath } from '../../src/tools/chromium.ts';

// `npm run bench:decode-page`: 20,000 messages of one call, and of 200 calls, in the built page (DIST, else dist), with
// Redact and without: seconds from the end of reading to the first view and from the choice of the file; the longest time
// for which the page was frozen until then, while it is scrolled and while more of the ladder is asked for (medians of
// RUNS, else 5); and from a click on Stop at several moments until the page is free and until something is shown.
// Targets: 2 s after reading, 0.2 s, 0.3 s.

const PORT = 4397;
const RUNS = Number(process.env.RUNS ?? 5);

const call = (id: string, messages: number): string =>
  Array.from({ length: messages / 2 }, (_, at) => {
    const fields =
      `Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK${id}-${at}\r\nMax-Forwards: 70\r\nFrom: "Alice" <sip:alice@example.com>;tag=1${id}\r\n` +
      `To: <sip:bob@example.com>;tag=2${id}\r\nCall-ID: ${id}\r\nCSeq: ${at + 1} INFO\r\nContent-Length: 0\r\n\r\n`;
    return `INFO sip:bob@198.51.100.1 SIP/2.0\r\n${fields}SIP/2.0 200 OK\r\n${fields}`;
  }).join('');

const folder = mkdtempSync(join(tmpdir(), 'decode-page-'));
const FILES = {
  'one call': call('c', 20_000),
  '200 calls': Array.from({ length: 200 }, (_, at) => call(`c${at}`, 100)).join(''),
};

/** What the page notes of itself, in milliseconds. */
interface Noted {
  chosen: number;
  read: number;
  shown: number;
  tasks: number[];
}

/** Opens the page, which notes when a file was chosen, when it was read and when its ladder was shown. */
async function open(redacted: boolean): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${PORT}/decode/`);
  await page.waitForFunction(() => !document.querySelector<HTMLElement>('#decoder form')!.inert);
  if (redacted) await page.getByLabel('Redact').check();
  await page.evaluate(() => {
    const noted: Noted = { chosen: 0, read: 0, shown: 0, tasks: [0] };
    Object.assign(window, { noted });
    const tasks = new PerformanceObserver((list) => noted.tasks.push(...list.getEntries().map((one) => one.duration)));
    tasks.observe({ type: 'longtask' });
    const watch = (part: string, look: (element: Element) => void) => {
      const element = document.querySelector(`#decoder ${part}`)!;
      new MutationObserver(() => look(element)).observe(element, { childList: true, subtree: true });
    };
    watch('[data-part="status"]', ({ textContent }) => {
      if (textContent!.includes('Analyzing')) noted.read ||= performance.now();
    });
    watch('[data-list="ladder"]', (ladder) => {
      if (ladder.querySelector('[data-step]')) noted.shown ||= performance.now();
    });
    const file = document.querySelector('#decoder [data-part="file"]')!;
    file.addEventListener('change', () => (noted.chosen = performance.now()), { capture: true });
  });
  return page;
}

const noted = (page: Page): Promise<Noted> => page.evaluate(() => (window as unknown as { noted: Noted }).noted);
const choose = (page: Page, name: string) => page.getByLabel('Open a file').setInputFiles(join(folder, `${name}.txt`));
const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2);
const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Shows a file, scrolls, and asks for more. @returns milliseconds after reading and after the choice, and the longest task */
async function view(name: string, redacted: boolean): Promise<[number, number, number]> {
  const page = await open(redacted);
  await choose(page, name);
  await page.locator('[data-list="ladder"] [data-step]').first().waitFor({ timeout: 120_000 });
  for (let at = 0; at < 40; at += 1) await page.mouse.wheel(0, 400);
  const more = page.locator('[data-more="ladder"]');
  for (let at = 0; at < 10 && (await more.isVisible()); at += 1) {
    const label = await more.textContent();
    await more.click();
    await page.waitForFunction((old) => document.querySelector('[data-more="ladder"]')!.textContent !== old, label);
  }
  const { chosen, read, shown, tasks } = await noted(page);
  await page.close();
  return [shown - read, shown - chosen, Math.max(...tasks)];
}

/** Clicks Stop. @param when milliseconds after the choice, or null for while everything is analyzed */
async function stop(name: string, when: number | null): Promise<[number, number]> {
  const page = await open(true);
  await choose(page, name);
  const took = await page.evaluate(async (after) => {
    const { noted: own } = window as unknown as { noted: Noted };
    const button = document.querySelector<HTMLButtonElement>('#decoder [data-part="stop"]')!;
    const status = document.querySelector('#decoder [data-part="status"]')!;
    const until = async (ready: () => boolean) => {
      while (!ready()) await new Promise((done) => setTimeout(done, 2));
      return performance.now();
    };
    await until(() => !button.hidden && (after === null ? own.read > 0 : performance.now() - own.chosen > after));
    const clicked = performance.now();
    button.click();
    const free = await until(() => button.hidden);
    const said = await until(() => /stopped/i.test(status.textContent!));
    return [free - clicked, said - clicked] as [number, number];
  }, when);
  await page.close();
  return took;
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
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, `${name}.txt`), text);
  console.log('20,000 messages of | redacted | first view after reading, s | after the choice, s | longest still, s');
  console.log('---|---|---|---|---');
  for (const name of Object.keys(FILES))
    for (const redacted of [false, true]) {
      const runs: [number, number, number][] = [];
      for (let run = 0; run < RUNS; run += 1) runs.push(await view(name, redacted));
      const medians = [0, 1, 2].map((column) => seconds(median(runs.map((one) => one[column]!))));
      console.log(`${name} | ${redacted ? 'yes' : 'no'} | ${medians.join(' | ')}`);
    }
  console.log('\nStop after | page free, s | something shown, s');
  console.log('---|---|---');
  for (const when of [100, 500, 1500, null]) {
    const runs: [number, number][] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await stop('one call', when));
    const medians = [0, 1].map((column) => seconds(median(runs.map((one) => one[column]!))));
    console.log(`${when === null ? 'reading' : `${when} ms`} | ${medians.join(' | ')}`);
  }
} finally {
  await browser.close();
  server.kill();
  rmSync(folder, { recursive: true });
}
