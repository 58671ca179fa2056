import { expect, test, type Page } from '@playwright/test';
import { BUILDS } from '../builds.ts';

const open = async (page: Page, query: string) => {
  await page.keyboard.press('/');
  const input = page.getByRole('combobox');
  await expect(input).toBeFocused();
  await input.fill(query);
  return page.getByRole('option').first();
};

for (const { name, base, prefix } of [
  { name: 'English', base: BUILDS.root.url, prefix: '' },
  { name: 'Japanese', base: BUILDS.root.url, prefix: 'ja/' },
  { name: 'English under a base path', base: BUILDS.base.url, prefix: '' },
  { name: 'Japanese under a base path', base: BUILDS.base.url, prefix: 'ja/' },
])
  test.describe(`search in ${name}`, () => {
    test.beforeEach(({ page }) => page.goto(base + prefix));

    for (const [query, address] of [
      ['487', 'sip/487/'],
      ['302 487', 'sip/302-vs-487/'],
      ['487 vs 302', 'sip/302-vs-487/'],
      ['request terminated', 'sip/487/'],
      ...(prefix === ''
        ? [
            ['call cancelled', 'sip/487/'],
            ['no common codec', 'sip/488/'],
          ]
        : [
            ['一時的に移動', 'sip/302/'],
            ['話し中', 'sip/486/'],
            ['発信者切断', 'sip/487/'],
          ]),
    ] as [string, string][])
      test(`"${query}" leads to ${address}`, async ({ page }) => {
        await expect(await open(page, query)).toBeVisible();
        await expect(page.getByRole('option').first().getByRole('link')).toHaveAttribute(
          'href',
          new URL(base + prefix + address).pathname,
        );
        await page.keyboard.press('Enter');
        await expect(page).toHaveURL(base + prefix + address);
      });
  });

test.describe('the search dialog', () => {
  test.beforeEach(({ page }) => page.goto('/'));

  test('opens with Ctrl+K, moves with arrows, closes with Escape and gives the focus back', async ({ page }) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('48');
    await expect(page.getByRole('option')).toHaveCount(10);
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('option', { selected: true })).toContainText('481');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('option', { selected: true })).toContainText('489');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  test('says that a number is no code, and offers its class', async ({ page }) => {
    await open(page, '499');
    await expect(page.getByRole('status')).toContainText('499 is not a registered SIP response code.');
    await expect(page.getByRole('option').first().getByRole('link')).toHaveAttribute('href', '/sip/4xx/');
  });

  test('answers a number without loading the engine', async ({ page }) => {
    const engine: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/pagefind/')) engine.push(request.url());
    });
    await expect(await open(page, '487')).toContainText('487 Request Terminated');
    expect(engine).toEqual([]);
  });

  test('still answers numbers when the index cannot be loaded, and says what is wrong for words', async ({ page }) => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await open(page, 'caller gave up early');
    await expect(page.getByRole('status')).toContainText('could not be loaded');
    await expect(await open(page, '603')).toContainText('603 Decline');
  });

  test('waits while Japanese input is being composed', async ({ page }) => {
    await page.keyboard.press('/');
    const input = page.getByRole('combobox');
    await input.dispatchEvent('compositionstart');
    await input.fill('487');
    await expect(page.getByRole('option')).toHaveCount(0);
    await input.dispatchEvent('compositionend');
    await expect(page.getByRole('option').first()).toContainText('487');
  });

  test('opens with the query of the address', async ({ page }) => {
    await page.goto('/sip/?q=480%20486');
    await expect(page.getByRole('option').first()).toContainText('480 Temporarily Unavailable vs 486 Busy Here');
  });

  test('shows hostile input as text', async ({ page }) => {
    await open(page, '<img src=x onerror=alert(1)> 487');
    await expect(page.getByRole('option').first()).toContainText('487');
    await expect(page.locator('dialog img')).toHaveCount(0);
  });
});
