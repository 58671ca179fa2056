import { expect, type Page } from '@playwright/test';
import { alone as test } from './shared.ts';

// A tab that stays open while a new build is deployed: the files of the old one are gone, as on hosts that keep only the last.

/** Answers 404 to what the open page asks for from now on, and as ever to a page that is loaded after that. */
async function deploy(page: Page, gone: RegExp): Promise<void> {
  let stale = true;
  page.on('request', (request) => {
    if (request.isNavigationRequest()) stale = false;
  });
  await page.route(gone, (route) => (stale ? route.fulfill({ status: 404, body: 'gone' }) : route.fallback()));
}

for (const [prefix, untrue, typed, result] of [
  ['', /Numbers still work/, '486', '/sip/486/'],
  ['ja/', /番号での検索はできます/, '着信拒否', '/ja/'],
] as const)
  for (const [what, gone] of [
    ['the script of the search', /\/_astro\/search\.[^/]*\.js$/],
    ['the list of codes', /\/search\/(en|ja)\.json$/],
  ] as const)
    test(`search goes on in a new page where ${what} is gone: /${prefix}`, async ({ page }) => {
      await page.goto(`/${prefix}sip/487/`);
      await deploy(page, gone);
      await page.keyboard.press('/');
      await page.locator('#search-input').fill(typed);
      const status = page.locator('#search-status');
      await expect(status).toContainText('Enter');
      await expect(status).not.toContainText(untrue);
      await page.locator('#search-input').press('Enter');
      await expect(page).toHaveURL(new RegExp(`/${prefix}sip/\\?q=`));
      await expect(page.locator('#search-input')).toHaveValue(typed);
      await expect(page.getByRole('option').first()).toHaveAttribute('href', new RegExp(`^${result}`));
    });

test('nobody is led away from a page whose search cannot be loaded', async ({ page }) => {
  await page.goto('/sip/487/');
  await page.route(/\/_astro\/search\.[^/]*\.js$/, (route) => route.abort());
  await page.keyboard.press('/');
  await expect(page.locator('#search-status')).toContainText('could not be loaded');
  await expect(page).toHaveURL(/\/sip\/487\/$/);
});
