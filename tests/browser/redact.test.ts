import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { BUILDS } from '../builds.ts';
import { alone } from './shared.ts';

// The box "Redact": what it says counts, whatever happens in between.

const EXAMPLE = readFileSync('public/decode/example.txt', 'utf8');
const SECRETS = /192\.0\.2\.10|12025550142|[Aa]lice|6629fae4|7f3c21|wilma/;
const status = (page: Page) => page.locator('[data-part="status"]');
const box = (page: Page) => page.getByLabel('Redact');
const stop = (page: Page) => page.getByRole('button', { name: 'Stop', exact: true });
const decode = async (page: Page, text: string) => {
  await page.getByRole('textbox', { name: 'SIP trace' }).fill(text);
  await page.getByRole('button', { name: 'Decode', exact: true }).click();
};

const openFile = (page: Page, text: string) =>
  page
    .getByLabel('Open a file')
    .setInputFiles({ name: 'trace.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });

/** Everything in the page that comes from the trace, seen or not; the field holds what was pasted. */
const shown = (page: Page): Promise<string> =>
  page.evaluate(
    () => document.querySelector('#decoder')!.innerHTML + document.querySelector('#decoder pre')!.innerHTML,
  );

const registers = (count: number): string =>
  Array.from(
    { length: count },
    (_, at) =>
      `REGISTER sip:corp.test SIP/2.0\r\nVia: SIP/2.0/UDP pc${at}.corp.test;branch=z9hG4bK${at}\r\nMax-Forwards: 70\r\n` +
      `From: <sip:wilma@corp.test>;tag=${at}\r\nTo: <sip:wilma@corp.test>\r\nCall-ID: wilma-${at}\r\nCSeq: 1 REGISTER\r\n` +
      'Content-Length: 0\r\n\r\n',
  ).join('');

/** Puts a worker of the test in the place of the page's own. */
const worker = (page: Page, script: string) =>
  page.route(/decode-worker[^/]*\.js/, (route) => route.fulfill({ contentType: 'text/javascript', body: script }));

alone.beforeEach(({ page }) => page.goto('/decode/'));

alone(
  'ticked while a file is read: nothing but the redacted trace is shown, copied and saved',
  async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openFile(page, registers(5000));
    await box(page).check();
    await expect(status(page)).toContainText('values were replaced');
    await expect(page.locator('[data-list="outcomes"]')).not.toBeEmpty();
    expect(await shown(page)).not.toMatch(SECRETS);
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    await expect(page.getByText('Copied.', { exact: true })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).not.toMatch(SECRETS);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /Download the ladder/ }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('ladder-redacted.svg');
    expect(readFileSync((await file.path())!, 'utf8')).not.toMatch(SECRETS);
  },
);

alone('ticked and unticked again and again: the last state counts', async ({ page }) => {
  await decode(page, EXAMPLE);
  await expect(status(page)).toContainText('Shown as found, not redacted.');
  for (let turn = 0; turn < 5; turn += 1) await box(page).click();
  await expect(status(page)).toContainText('values were replaced');
  await expect(page.locator('[data-list="outcomes"]')).not.toBeEmpty();
  expect(await page.locator('[data-part="result"]').innerHTML()).not.toMatch(SECRETS);
});

alone('if redaction fails, the page says so and shows nothing', async ({ page }) => {
  await decode(page, EXAMPLE);
  await expect(page.locator('[data-list="outcomes"]')).not.toBeEmpty();
  await worker(
    page,
    `onmessage = ({ data }) => {
       if (data.ask === 'read' || data.ask === 'redact') postMessage({ tell: 'failed', loaded: true, redacted: data.redacted ?? data.on });
     };`,
  );
  await box(page).check();
  await decode(page, EXAMPLE);
  await expect(status(page)).toHaveText('This trace could not be redacted, so nothing of it is shown.');
  await expect(page.locator('[data-part="result"]')).toBeHidden();
  expect(await page.locator('[data-part="result"]').innerHTML()).not.toMatch(SECRETS);
  await expect(stop(page)).toBeHidden();
});

alone('an answer of another state than that of the box is not shown', async ({ page }) => {
  await worker(
    page,
    `onmessage = ({ data }) => {
       if (data.ask === 'read') postMessage({ tell: 'message', redacted: false, text: 'wilma' });
     };`,
  );
  await box(page).check();
  await decode(page, EXAMPLE);
  await expect(stop(page)).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(await page.locator('[data-part="message"]').innerHTML()).not.toMatch(SECRETS);
});

alone('a body of many levels is redacted like any other', async ({ page }) => {
  const levels = Array.from(
    { length: 3000 },
    (_, at) => `--b${at}\r\nContent-Type: multipart/mixed;boundary=b${at + 1}\r\n\r\n`,
  ).join('');
  await box(page).check();
  await openFile(
    page,
    `INVITE sip:wilma@corp.test SIP/2.0\r\nVia: SIP/2.0/UDP a.test;branch=z9hG4bK1\r\nFrom: <sip:wilma@corp.test>;tag=1\r\n` +
      `To: <sip:wilma@corp.test>\r\nCall-ID: wilma\r\nCSeq: 1 INVITE\r\nContent-Type: multipart/mixed;boundary=b0\r\n\r\n${levels}`,
  );
  await expect(page.locator('[data-list="outcomes"]')).not.toBeEmpty();
  expect(await page.locator('[data-part="result"]').innerHTML()).not.toMatch(SECRETS);
});

alone('Clear, going back and loading again keep the box', async ({ page }) => {
  await box(page).check();
  await decode(page, EXAMPLE);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(box(page)).toBeChecked();
  await page.goto(`${BUILDS.root.url}sip/487/`);
  await page.goBack();
  await expect(box(page)).toBeChecked();
  await page.reload();
  await expect(box(page)).toBeChecked();
  await decode(page, EXAMPLE);
  await expect(status(page)).toContainText('values were replaced');
  // A link to a heading makes an entry of its own.
  await page.goto('/decode/#share');
  await page.goto(`${BUILDS.root.url}sip/487/`);
  await page.goBack();
  await expect(box(page)).toBeChecked();
  await box(page).uncheck();
  await page.reload();
  await expect(box(page)).toBeEnabled();
  await expect(box(page)).not.toBeChecked();
});

alone('the box is described, and what it did is read out in Japanese too', async ({ page }) => {
  await expect(box(page)).toHaveAccessibleDescription(/names, numbers, addresses/);
  await page.goto('/ja/decode/');
  await page.getByLabel('伏せ字にする').check();
  await page.getByRole('textbox', { name: 'SIPトレース' }).fill(EXAMPLE);
  await page.getByRole('button', { name: '解析する' }).click();
  await expect(page.getByRole('status').first()).toContainText('種類の値を置き換えました');
});

alone('Stop ends a worker that does not answer', async ({ page }) => {
  await worker(page, 'onmessage = () => { for (;;); };');
  await decode(page, EXAMPLE);
  await stop(page).click();
  await expect(stop(page)).toBeHidden();
  await expect(status(page)).toHaveText('Stopped. Nothing is shown.');
});

alone('Stop while everything is analysed shows the beginning, redacted as the box says', async ({ page }) => {
  // The first worker has read all and analyses for ever; the next one is the page's own.
  let turn = 0;
  await page.route(/decode-worker[^/]*\.js/, (route) =>
    turn++ > 0
      ? route.continue()
      : route.fulfill({
          contentType: 'text/javascript',
          body: `onmessage = () => { postMessage({ tell: 'progress', percent: 100, messages: 20000 });
                 postMessage({ tell: 'read', messages: 20000 }); for (;;); };`,
        }),
  );
  await box(page).check();
  await openFile(page, registers(20_000));
  await expect(status(page)).toHaveText('SIP messages read: 20,000. Analyzing …');
  await stop(page).click();
  await expect(stop(page)).toBeHidden();
  await expect(status(page)).toContainText(/Reading was stopped.*values were replaced/);
  await expect(page.locator('[data-list="skipped"]')).toContainText('% of the input was read');
  await expect(page.locator('[data-list="outcomes"]')).not.toBeEmpty();
  expect(await page.locator('[data-part="result"]').innerHTML()).not.toMatch(SECRETS);
  // The page is as usable as before.
  await decode(page, EXAMPLE);
  await expect(status(page)).not.toContainText('stopped');
  await expect(page.locator('[data-list="outcomes"]')).not.toBeEmpty();
});

alone('Stop while a file is read leaves a page that can be used, whatever came of it', async ({ page }) => {
  await openFile(page, registers(40_000));
  await stop(page).click();
  await expect(stop(page)).toBeHidden();
  await expect(status(page)).toContainText(/[Ss]topped/);
  await decode(page, EXAMPLE);
  await expect(status(page)).not.toContainText(/[Ss]topped/);
  await expect(page.locator('[data-list="outcomes"]')).not.toBeEmpty();
});

alone('a long call is shown in pieces', async ({ page }) => {
  const call = Array.from(
    { length: 3000 },
    (_, at) =>
      `INFO sip:b@b.example SIP/2.0\r\nVia: SIP/2.0/UDP a.example;branch=z9hG4bK${at}\r\nMax-Forwards: 70\r\n` +
      `From: <sip:a@a.example>;tag=1\r\nTo: <sip:b@b.example>;tag=2\r\nCall-ID: c\r\nCSeq: ${at + 1} INFO\r\nContent-Length: 0\r\n\r\n`,
  ).join('');
  await openFile(page, call);
  await expect(page.locator('[data-list="ladder"] [data-step]')).toHaveCount(100);
  await page.getByRole('button', { name: 'Show more messages (2,900 left)' }).click();
  await expect(page.locator('[data-list="ladder"] [data-step]')).toHaveCount(200);
  await expect(page.locator('[data-list="ladder"]').getByRole('button')).toHaveCount(200);
  await page.locator('[data-step="150"]').click();
  await expect(page.getByRole('dialog')).toContainText('CSeq: 151 INFO');
});
