import type AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { axe, TAGS } from './axe.ts';
import { ADDRESSES } from './kinds.ts';
import { test } from './shared.ts';

// Every kind of page in both languages. The scheme changes nothing but colours: a full scan in light, in dark only the
// rules that look at colours.

test.describe.configure({ mode: 'parallel' });
// The references are long.
test.setTimeout(120_000);

const COLOURS = ['color-contrast', 'link-in-text-block'];

const faults = async (builder: AxeBuilder): Promise<string[]> =>
  (await builder.analyze()).violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html }) => `${id}: ${html}`),
  );
const scan = (page: Page) => faults(axe(page).withTags(TAGS));
const scanColours = (page: Page) => faults(axe(page).withRules(COLOURS));

for (const address of ADDRESSES)
  test(`${address} is accessible`, async ({ page }) => {
    await page.goto(address);
    expect(await scan(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await scanColours(page), 'in the dark scheme').toEqual([]);
  });

test('folded parts are accessible when they are open', async ({ page }) => {
  for (const address of ['/sip/503/', '/sip/302-vs-487/', '/q850/']) {
    await page.goto(address);
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
    expect(await scan(page), address).toEqual([]);
  }
});

test('the grid of all pairs is accessible when it is drawn', async ({ page }) => {
  await page.goto('/sip/compare/');
  await page.getByText('Grid of all pairs').click();
  await expect(page.getByRole('grid')).toBeVisible();
  // All squares are alike; the first rows represent all.
  const rows = axe(page).withTags(TAGS).include('.pair-grid thead').include('.pair-grid tr:nth-child(-n+6)');
  expect(await faults(rows)).toEqual([]);
});

test('a fault is found, in light and in dark', async ({ page }) => {
  await page.goto('/about/');
  await page.evaluate(() => {
    const style = new CSSStyleSheet();
    style.replaceSync('h1 { color: #999 } @media (prefers-color-scheme: dark) { h1 { color: #555 } }');
    document.adoptedStyleSheets.push(style);
    document.querySelector('main')!.append(document.createElement('img'));
  });
  expect((await scan(page)).join('\n')).toMatch(/color-contrast: <span>About SIP Codes[^]*image-alt: <img/);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect((await scanColours(page)).join('\n')).toContain('color-contrast: <span>About SIP Codes');
});
