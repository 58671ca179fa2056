import { expect } from '@playwright/test';
import { ADDRESSES } from './kinds.ts';
import { alone, test } from './shared.ts';

for (const address of ADDRESSES)
  test(`${address} does not scroll sideways from 320 to 1440 pixels`, async ({ page }) => {
    for (const width of [320, 360, 480, 768, 992, 1280, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      if (width === 320) await page.goto(address);
      const overflow = await page.evaluate(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = true;
        return document.documentElement.scrollWidth - document.documentElement.clientWidth;
      });
      expect(overflow, `at ${width} px`).toBeLessThanOrEqual(0);
    }
  });

test('the language switch leads to the same page and back', async ({ page }) => {
  await page.goto('/sip/302-vs-487/');
  await page.getByRole('link', { name: '日本語' }).click();
  await expect(page).toHaveURL(/\/ja\/sip\/302-vs-487\/$/);
  await expect(page.getByRole('heading', { name: '主な違い' })).toBeVisible();
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/[^a]\/sip\/302-vs-487\/$/);
});

for (const [wrong, right] of [
  ['/487', '/sip/487/'],
  ['/sip/487-vs-302/', '/sip/302-vs-487/'],
  ['/sip/SIP-487', '/sip/487/'],
  ['/ja/sip/487-302', '/ja/sip/302-vs-487/'],
])
  test(`${wrong} finds its way to ${right}`, async ({ page }) => {
    await page.goto(wrong!);
    await expect(page).toHaveURL(new RegExp(`${right}$`));
  });

for (const address of ADDRESSES)
  test(`${address} reports no error and asks no other origin`, async ({ page }) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) faults.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith('http://127.0.0.1:')) faults.push(request.url());
    });
    await page.goto(address);
    expect(faults).toEqual([]);
  });

alone.describe('without script', () => {
  alone.use({ javaScriptEnabled: false });

  alone('a reader gets from home to a code, to a comparison and to the other language', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Codes', exact: true }).first().click();
    await page.getByRole('link', { name: '487 Request Terminated', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('487');
    await page
      .getByRole('link', { name: /480 vs 487/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { name: 'When to use which' })).toBeVisible();
    await page.getByRole('link', { name: '日本語' }).click();
    await expect(page.getByRole('heading', { name: 'どちらをいつ使うか' })).toBeVisible();
  });

  alone('each anchor of a page leads to its place on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 375, height: 844 });
    await page.goto('/sip/302-vs-487/');
    const anchors = await page
      .locator('main :is(h2, section)[id]')
      .evaluateAll((places) => places.map((place) => place.id));
    expect(anchors.length).toBeGreaterThan(4);
    for (const id of anchors) {
      await page.goto('about:blank');
      await page.goto(`/sip/302-vs-487/#${id}`);
      const { top, left } = await page.evaluate((name) => {
        const { scrollHeight } = document.documentElement;
        return {
          top: document.getElementById(name)!.getBoundingClientRect().top,
          left: scrollHeight - scrollY - innerHeight,
        };
      }, id);
      expect(top, id).toBeGreaterThanOrEqual(-1);
      // What is near the end of the page cannot come up to the top of the window.
      expect(top, id).toBeLessThan(left < 2 ? 844 : 160);
    }
  });

  alone('the search form leads to the list of all codes', async ({ page }) => {
    await page.goto('/sip/487/');
    await page.getByRole('searchbox').first().fill('busy');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('All SIP response codes');
  });
});

test('a code page prints on one scheme without navigation', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto('/sip/487/');
  await expect(page.getByRole('navigation')).toHaveCount(0);
  const background = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(background).toBe('rgb(255, 255, 255)');
});
