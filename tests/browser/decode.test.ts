import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { BUILDS } from '../builds.ts';
import { alone, test } from './shared.ts';

const EXAMPLE = readFileSync('public/decode/example.txt', 'utf8');
const paste = async (page: Page, text: string) => {
  await page.getByRole('textbox', { name: /SIP trace|SIPトレース/ }).fill(text);
  await page.getByRole('button', { name: /^(Decode|解析する)$/ }).click();
};

for (const [name, prefix, outcome] of [
  ['English', '', 'cancelled after 20.0 s of ringing. Reason says that the call was completed elsewhere'],
  ['Japanese', 'ja/', '20.0秒間呼び出した後、発信側が取り消しました'],
] as const)
  for (const build of [BUILDS.root, BUILDS.base])
    test(`a pasted log is explained in ${name} at ${build.base}`, async ({ page }) => {
      await page.goto(`${build.url}${prefix}decode/`);
      await paste(page, EXAMPLE);
      await expect(page.locator('[data-list="outcomes"]')).toContainText(outcome);
      await page.locator('[data-list="links"] a').first().click();
      await expect(page).toHaveURL(`${build.url}${prefix}sip/487/`);
    });

test.describe('on the page', () => {
  test.beforeEach(({ page }) => page.goto('/decode/'));

  test('a dropped capture is read', async ({ page }) => {
    const bytes = [...readFileSync('tests/fixtures/trace/missing-ack/capture.pcap')];
    const data = await page.evaluateHandle((content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(content)], 'capture.pcap'));
      return transfer;
    }, bytes);
    await page.dispatchEvent('body', 'drop', { dataTransfer: data });
    await expect(page.locator('[data-list="findings"] .fault')).toContainText('no ACK arrived');
    await expect(page.locator('[data-list="ladder"] .repeat').first()).toBeVisible();
  });

  test('an opened file is read', async ({ page }) => {
    await page.getByLabel('Open a file').setInputFiles('tests/fixtures/trace/cancelled/capture.pcapng');
    await expect(page.getByRole('status').first()).toContainText('7 SIP messages');
  });

  alone('redact replaces what is shown and what is copied', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByLabel('Redact').check();
    await paste(page, EXAMPLE);
    await expect(page.locator('[data-list="outcomes"]')).toContainText('cancelled');
    const shown = await page.locator('[data-part="result"]').innerText();
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    await expect(page.getByText('Copied.', { exact: true })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    await page.locator('[data-list="ladder"] [data-step]').first().click();
    const message = await page.locator('[data-part="message"] pre').innerText();
    for (const text of [shown, copied, message])
      for (const secret of ['192.0.2.10', '12025550142', 'alice', 'Alice', '6629fae4', '7f3c21'])
        expect(text).not.toContain(secret);
    expect(copied).toContain('https://sip-codes.example/sip/487/');
    expect(copied).toContain('```text');
  });

  test('a message is read in full by keyboard', async ({ page }) => {
    await paste(page, EXAMPLE);
    await expect(page.locator('[data-list="outcomes"]')).toContainText('cancelled');
    await page.locator('[data-list="ladder"] button').first().press('Enter');
    await expect(page.getByRole('dialog', { name: 'Message' })).toContainText('INVITE sip:+12025550142@example.com');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  test('the ladder is saved as a file of its own', async ({ page }) => {
    await paste(page, EXAMPLE);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /Download the ladder/ }).click();
    const svg = readFileSync((await (await download).path())!, 'utf8');
    expect(svg).toContain('<svg xmlns=');
    expect(svg).toContain('487 Request Terminated');
  });

  test('hostile input is text', async ({ page }) => {
    const hostile = EXAMPLE.replaceAll('Alice', '<img src=x onerror=alert(1)>')
      .replaceAll('7f3c21', '<b>x</b>')
      .replaceAll('Call completed elsewhere', '</li><script>alert(1)</script>');
    page.on('dialog', () => {
      throw new Error('a script of the trace ran');
    });
    await paste(page, hostile);
    await expect(page.locator('[data-list="outcomes"]')).toContainText('cancelled');
    expect(await page.locator('#decoder :is(img, script, [data-list] b b)').count()).toBe(0);
    await expect(page.locator('[data-list="said"]')).toContainText('<script>');
  });

  test('what is no trace says so', async ({ page }) => {
    await paste(page, 'There is no SIP in this.');
    await expect(page.getByRole('status').first()).toContainText('No SIP message was found');
  });

  test('a large capture is read without blocking the page, and can be stopped', async ({ page }) => {
    await page.evaluate(() => {
      // A global header, then RTP packets of 1 KB: 50 MB.
      const header = new Uint8Array([
        0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 0, 0, 1, 0, 0, 0,
      ]);
      const packet = new Uint8Array(16 + 1000);
      new DataView(packet.buffer).setUint32(8, 1000, true);
      new DataView(packet.buffer).setUint32(12, 1000, true);
      packet.set([8, 0, 0x45], 16 + 12);
      const piece = new Uint8Array(packet.length * 1000);
      for (let at = 0; at < 1000; at += 1) piece.set(packet, at * packet.length);
      const transfer = new DataTransfer();
      transfer.items.add(new File([header, ...Array.from({ length: 50 }, () => piece)], 'large.pcap'));
      document.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer }));
    });
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await expect(page.getByRole('status').first()).toContainText(/stopped|No SIP message/);
  });
});

for (const width of [390, 1280])
  test(`the answer comes first: a plate with its state, ${width > 600 ? 'beside' : 'under'} the field (${width} px)`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/decode/');
    await paste(page, EXAMPLE);
    const plate = page.locator('[data-part="plate"]');
    await expect(plate.locator('.state')).toHaveText('Normal');
    await expect(plate).toContainText('cancelled after 20.0 s');
    const [field, answer, rest] = await Promise.all(
      [page.locator('#trace'), plate, page.locator('#recognised')].map((one) => one.boundingBox()),
    );
    if (width > 600) {
      expect(answer!.x).toBeGreaterThan(field!.x + field!.width);
      expect(answer!.y).toBeLessThan(field!.y + 40);
    } else {
      expect(answer!.y).toBeGreaterThan(field!.y + field!.height);
      expect(answer!.y).toBeLessThan(950);
    }
    expect(rest!.y).toBeGreaterThan(answer!.y + answer!.height);
  });

test('without script the page says what it needs', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${BUILDS.root.url}decode/`);
  expect(await page.content()).toContain('needs JavaScript');
  await expect(page.getByRole('heading', { name: 'What is recognised' })).toBeVisible();
});
