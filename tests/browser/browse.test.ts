import { expect } from '@playwright/test';
import { alone, test } from './shared.ts';

test.describe('the list of all codes', () => {
  test('is narrowed by class, request, sender and nature, and says how many are left', async ({ page }) => {
    await page.goto('/sip/');
    const items = page.locator('.code-list > li:visible');
    await expect(page.getByRole('status').first()).toHaveText('75 of 75 codes');
    await page.getByLabel('Class').selectOption('5');
    await expect(items).toHaveCount(9);
    await expect(page.getByRole('status').first()).toHaveText('9 of 75 codes');
    await expect(page.locator('#list').getByRole('heading', { level: 2 })).toHaveCount(1);
    await page.getByLabel('Class').selectOption('');
    await page.getByLabel('Answers').selectOption('REGISTER');
    await page.getByLabel('Sent by').selectOption('registrar');
    await expect(items.filter({ hasText: '423' })).toBeVisible();
    await expect(items.filter({ hasText: /^180 / })).toHaveCount(0);
    await page.getByRole('radio', { name: 'a fault' }).check();
    await expect(items.filter({ hasText: '423' })).toHaveCount(0);
    // Tiles of the board go out with the rows.
    await expect(page.locator('.jacks a:not([data-off])')).toHaveCount(await items.count());
  });

  test('keeps the choice in the address and takes it from there', async ({ page }) => {
    await page.goto('/ja/sip/?class=6&nature=fault&method=nonsense');
    await expect(page.getByLabel('クラス')).toHaveValue('6');
    const shown = await page.locator('.code-list > li:visible').count();
    expect(shown).toBeLessThan(6);
    await expect(page.getByRole('status').first()).toHaveText(
      shown === 0 ? /該当するコードがありません/ : `75件中${shown}件を表示`,
    );
    await expect(page.getByRole('radio', { name: '障害' })).toBeChecked();
    await page.getByRole('radio', { name: 'すべて' }).check();
    await expect(page).toHaveURL(/\/ja\/sip\/\?class=6(&method=nonsense)?$/);
    await page.getByRole('button', { name: '絞り込みを解除' }).click();
    await expect(page).toHaveURL(/\/ja\/sip\/$/);
    await expect(page.locator('.code-list > li:visible')).toHaveCount(75);
  });

  alone.describe('without script', () => {
    alone.use({ javaScriptEnabled: false });
    alone('is whole, offers no lists, and is narrowed by state', async ({ page }) => {
      await page.goto('/sip/?class=6');
      const items = page.locator('.code-list > li:visible');
      await expect(items).toHaveCount(75);
      await expect(page.getByLabel('Class')).toBeHidden();
      await page.getByRole('radio', { name: 'a fault' }).check();
      const faults = await page.locator('.code-list > li.fault').count();
      await expect(items).toHaveCount(faults);
      // No class is left without a row.
      await expect(page.locator('section[data-class="1"]')).toBeHidden();
      await page.getByRole('radio', { name: 'All' }).check();
      await expect(items).toHaveCount(75);
    });
  });
});

test.describe('the matrix of products', () => {
  test('is narrowed by product and code, and keeps both in the address', async ({ page }) => {
    await page.goto('/vendors/?code=603#codes');
    const rows = page.locator('.product-matrix tbody tr:visible');
    await expect(rows).toHaveCount(1);
    await expect(rows.first()).toHaveAttribute('data-code', '603');
    await page.locator('[data-matrix-filter] select').selectOption('freepbx');
    await expect(page).toHaveURL(/\/vendors\/\?code=603&product=freepbx/);
    await expect(rows.locator('td:visible')).toHaveText(['next route']);
    await page.locator('[data-matrix-filter] input').fill('480');
    await expect(rows.locator('td:visible')).toHaveText(/→ 503\s*stops/);
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect(page).toHaveURL(/\/vendors\/(#codes)?$/);
    await expect(page.locator('.product-matrix tbody tr')).toHaveCount(await rows.count());
  });

  alone.describe('without script', () => {
    alone.use({ javaScriptEnabled: false });
    alone('is whole and offers no filter', async ({ page }) => {
      await page.goto('/vendors/?code=603');
      const rows = page.locator('.product-matrix tbody tr');
      await expect(page.locator('.product-matrix tbody tr:visible')).toHaveCount(await rows.count());
      await expect(page.locator('[data-matrix-filter]')).toBeHidden();
    });
  });
});

test.describe('two codes', () => {
  test('are picked on the compare page, in any order', async ({ page }) => {
    await page.goto('/sip/compare/');
    await expect(page.locator('datalist option')).toHaveCount(75);
    await expect(page.locator('datalist option[value="502"]')).toHaveText('Bad Gateway');
    await page.getByLabel('First code').fill('487');
    await page.getByLabel('Second code').fill('302');
    await page.getByRole('button', { name: 'Compare' }).click();
    await expect(page).toHaveURL(/\/sip\/302-vs-487\/$/);
  });

  test('are asked for until both are numbers', async ({ page }) => {
    await page.goto('/sip/compare/');
    await page.getByLabel('First code').fill('487');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Second code')).toBeFocused();
    await page.getByLabel('Second code').fill('busy');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/sip\/compare\/$/);
  });

  test('are taken as they are pasted: wide digits, spaces, both in one field', async ({ page }) => {
    await page.goto('/ja/sip/compare/');
    await page.getByLabel('1つ目のコード').fill('　４８７ ');
    await page.getByLabel('2つ目のコード').fill(' 302');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/ja\/sip\/302-vs-487\/$/);
    await page.goto('/sip/compare/');
    await page.getByLabel('First code').fill('486 vs 480');
    await expect(page.getByLabel('First code')).toHaveValue('486');
    await expect(page.getByLabel('Second code')).toHaveValue('480');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/sip\/480-vs-486\/$/);
  });

  test('are asked for again where one is not registered', async ({ page }) => {
    await page.goto('/sip/compare/');
    await page.getByLabel('First code').fill('499');
    await page.getByLabel('Second code').fill('486');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('First code')).toBeFocused();
    expect(await page.getByLabel('First code').evaluate((field: HTMLInputElement) => field.validationMessage)).toBe(
      '499 is not a registered SIP response code.',
    );
    await page.getByLabel('First code').fill('480');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/sip\/480-vs-486\/$/);
  });

  test('are found in the grid with arrow keys', async ({ page }) => {
    await page.goto('/sip/compare/');
    await page.getByText('Grid of all pairs').press('Enter');
    const grid = page.getByRole('grid');
    await expect(grid.getByRole('link')).toHaveCount(2775);
    await grid.getByRole('link', { name: '100 vs 180', exact: true }).focus();
    for (const key of ['ArrowUp', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
    await expect(grid.getByRole('link', { name: '180 vs 182', exact: true })).toBeFocused();
    await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
    // What a square means is said in words: settled or computed, who goes on at a fork, the verdict.
    const square = (name: string) => grid.getByRole('link', { name, exact: true });
    await expect(square('180 vs 182')).toHaveAttribute('title', 'settled by hand · both go on');
    await expect(square('302 vs 404')).toHaveAttribute('title', 'compared from the facts · the code above goes on');
    await expect(square('401 vs 407')).toHaveAttribute('title', 'settled by hand · both go on');
    await expect(square('600 vs 604')).toHaveAttribute('data-won', 'e');
    await expect(page.locator('.grid-line')).toContainText('180 vs 182 · settled by hand · both go on · ');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/sip\/180-vs-182\/$/);
  });

  alone.describe('without script', () => {
    alone.use({ javaScriptEnabled: false });
    alone('are reached from home by the compare page and the page of a code', async ({ page }) => {
      await page.goto('/');
      await page.getByRole('link', { name: 'All pairs' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compare two SIP response codes');
      await expect(page.getByLabel('First code')).toBeHidden();
      await page.getByRole('link', { name: 'all 74 with 302' }).click();
      await expect(page).toHaveURL(/\/sip\/302\/#comparisons$/);
      await page.locator('#comparisons ~ details summary').click();
      await page
        .locator('#comparisons ~ details')
        .getByRole('link', { name: /302 vs 487/ })
        .click();
      await expect(page).toHaveURL(/\/sip\/302-vs-487\/$/);
    });
  });
});
