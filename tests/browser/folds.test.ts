import { expect } from '@playwright/test';
import { alone, test } from './shared.ts';

// Long pages are folded to their headings; each part is reached by its address, by the field that narrows them, and on paper.

test('an address opens the part that it names, and the part that holds what it names', async ({ page }) => {
  await page.goto('/headers/#retry-after');
  const part = page.locator('details:has(#retry-after)');
  await expect(part).toHaveAttribute('open', '');
  await expect(page.locator('details:has(#warning)')).not.toHaveAttribute('open', '');
  await page.evaluate(() => (location.hash = '#warning'));
  await expect(page.locator('details:has(#warning)')).toHaveAttribute('open', '');
  await page.goto('/q850/#sip-503');
  await expect(page.locator('#sip-503')).toBeVisible();
  await page.goto('/vendors/asterisk/');
  await page.getByRole('navigation', { name: 'What it sends, and why' }).getByRole('link', { name: '603' }).click();
  await expect(page.locator('details:has(#c603) li').first()).toBeVisible();
});

alone.describe('without script', () => {
  alone.use({ javaScriptEnabled: false });
  alone('an address opens its part too, and no field is shown that does nothing', async ({ page }) => {
    await page.goto('/headers/#retry-after');
    await expect(page.locator('details:has(#retry-after) table')).toBeVisible();
    await expect(page.locator('details:has(#warning) table')).toBeHidden();
    await expect(page.getByRole('searchbox', { name: 'Filter this page' })).toBeHidden();
  });
});

test('the field of a long page narrows it, in full width digits too, and opens a single entry', async ({ page }) => {
  await page.goto('/headers/');
  const field = page.getByRole('searchbox', { name: 'Filter this page' });
  const shown = page.locator('details[data-entry]:visible');
  const all = await shown.count();
  await field.fill('４２２');
  await expect(shown).not.toHaveCount(all);
  expect(await shown.count()).toBeGreaterThan(0);
  await field.fill('retry-after seconds');
  await field.fill('www-authenticate challenge');
  await field.fill('min-se');
  await expect(page.locator('details:has(#min-se)')).toBeVisible();
  await field.fill('nothing like it');
  await expect(page.locator('main [role=status]')).toHaveText('Nothing on this page matches.');
  await field.fill('');
  await expect(shown).toHaveCount(all);
});

test('a number is looked for from its first digit on, in both tables of causes', async ({ page }) => {
  await page.goto('/q850/');
  await page.getByRole('searchbox', { name: 'Filter this page' }).fill('17');
  await expect(page.locator('#cause-17')).toBeVisible();
  await expect(page.locator('#sip-486')).toBeVisible();
  // It has cause 17 nowhere, but 417 in its name.
  await expect(page.locator('#sip-417')).toBeHidden();
});

test('what is folded is on paper', async ({ page }) => {
  await page.goto('/headers/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('details:has(#retry-after) table')).toBeVisible();
});

test('a symptom has its causes first, and its codes beside them on a wide screen', async ({ page }) => {
  for (const address of ['/symptoms/drops-after-32-seconds/', '/ja/symptoms/drops-after-32-seconds/']) {
    await page.goto(address);
    const box = async (id: string) => (await page.locator(`#${id}`).boundingBox())!;
    const [causes, trace, codes] = [await box('causes'), await box('trace'), await box('codes')];
    expect(causes.y).toBeLessThan(trace.y);
    expect(codes.x).toBeGreaterThan(causes.x + causes.width);
    expect(codes.y).toBeLessThan(trace.y);
    await expect(page.locator('.ladder .time').first()).toHaveText('0 s');
  }
});
