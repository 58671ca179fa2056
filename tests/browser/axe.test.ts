import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { ADDRESSES } from './kinds.ts';

// Every kind of page in both languages. The scheme changes nothing but colours: a full scan in light, in dark only the
// rules that look at colours.

test.describe.configure({ mode: 'parallel' });
// The references are long.
test.setTimeout(120_000);

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOURS = ['color-contrast', 'link-in-text-block'];

const faults = async (builder: AxeBuilder): Promise<string[]> =>
  (await builder.analyze()).violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html }) => `${id}: ${html}`),
  );
/** What is in order need not be written out: on long pages that costs more than the rules. */
const axe = (page: Page) => new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
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
  for (const address of ['/sip/503/', '/sip/302-vs-487/', '/q850/', '/glossary/']) {
    await page.goto(address);
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
    expect(await scan(page), address).toEqual([]);
  }
});

test('the grid of all pairs is accessible when it is drawn', async ({ page }) => {
  await page.goto('/sip/compare/');
  await page.getByText('Grid of all pairs').click();
  await expect(page.getByRole('grid')).toBeVisible();
  // All squares are alike; the first rows stand for all.
  const rows = axe(page).withTags(TAGS).include('.pair-grid thead').include('.pair-grid tr:nth-child(-n+6)');
  expect(await faults(rows)).toEqual([]);
});
