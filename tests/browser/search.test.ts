import { expect, type Page, type Route } from '@playwright/test';
import { BUILDS } from '../builds.ts';
import { axe } from './axe.ts';
import { alone, test } from './shared.ts';

const open = async (page: Page, query: string) => {
  await page.keyboard.press('/');
  const input = page.locator('#search-input');
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
    test.beforeEach(({ page }) => page.goto(`${base}${prefix}about/`));

    for (const [query, address] of [
      ['487', 'sip/487/'],
      ['302 487', 'sip/302-vs-487/'],
      ['487 vs 302', 'sip/302-vs-487/'],
      ['request terminated', 'sip/487/'],
      // No response is sent for it, so its own page is the answer.
      ['q.850 cause 16', 'q850/16/'],
      ...(prefix === ''
        ? [
            ['call cancelled', 'sip/487/'],
            // A complaint ends on its symptom, where one has the very words.
            ['no common codec', 'symptoms/every-call-488/'],
          ]
        : [
            ['一時的に移動', 'sip/302/'],
            ['話し中', 'sip/486/'],
            ['発信者切断', 'sip/487/'],
          ]),
    ] as [string, string][])
      test(`"${query}" leads to ${address}`, async ({ page }) => {
        await expect(await open(page, query)).toBeVisible();
        await expect(page.getByRole('option').first()).toHaveAttribute(
          'href',
          new URL(base + prefix + address).pathname,
        );
        await page.keyboard.press('Enter');
        await expect(page).toHaveURL(base + prefix + address);
      });
  });

test.describe('the search dialog', () => {
  test.beforeEach(({ page }) => page.goto('/about/'));

  test('opens with Ctrl+K, moves with arrows, closes with Escape and gives the focus back', async ({ page }) => {
    await page.keyboard.press('Control+k');
    await page.locator('#search-input').fill('48');
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
    await expect(page.locator('#search-status')).toContainText('499 is not a registered SIP response code.');
    await expect(page.getByRole('option').first()).toHaveAttribute('href', '/sip/4xx/');
  });

  test('offers the page of a cause, then the code that it becomes', async ({ page }) => {
    await open(page, 'Q.850 cause 34');
    await expect(page.getByRole('option').nth(0)).toHaveAttribute('href', '/q850/34/');
    await expect(page.getByRole('option').nth(1)).toHaveAttribute('href', '/sip/503/');
  });

  for (const [query, address, remark] of [
    ['908', '/vendors/freeswitch/#c908', ''],
    ['rfc 3261', '/rfc/3261/', ''],
    ['twilio 31404', '/contexts/twilio/#twilio-31xxx', ''],
    ["can't hear the other side", '/symptoms/one-way-audio/', ''],
    ['800', '/sip/unregistered/', '800 cannot be a SIP response code'],
    ['rfc 9999', '/rfc/', 'No page here is about RFC 9999.'],
  ] as const)
    test(`"${query}" leads to ${address}`, async ({ page }) => {
      await expect(await open(page, query)).toHaveAttribute('href', address);
      await expect(page.locator('#search-status')).toContainText(remark);
    });

  test('keeps the first result that it has shown', async ({ page }) => {
    for (const query of ['phone shows forbidden after moving office', 'calls to mobiles fail with strange tone']) {
      const first = await (await open(page, query)).getAttribute('href');
      await page.waitForSelector('#search-results[data-done]');
      await expect(page.getByRole('option').first()).toHaveAttribute('href', first!);
      await page.keyboard.press('Escape');
    }
  });

  test('answers a number without loading the engine', async ({ page }) => {
    const engine: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/pagefind/')) engine.push(request.url());
    });
    await expect(await open(page, '487')).toContainText('487 Request Terminated');
    expect(engine).toEqual([]);
  });

  test('still answers numbers when the engine cannot be loaded', async ({ page }) => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await expect(await open(page, '603')).toContainText('603 Decline');
  });

  test('waits while Japanese input is being composed', async ({ page }) => {
    await expect(await open(page, '603')).toBeVisible();
    const input = page.locator('#search-input');
    await input.fill('');
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

  test('opens the address of the chosen result in a new tab with Ctrl+Enter', async ({ page }) => {
    await expect(await open(page, '487')).toBeVisible();
    const opened = page.waitForEvent('popup');
    await page.keyboard.press('Control+Enter');
    await expect(await opened).toHaveURL(/\/sip\/487\/$/);
    await expect(page.getByRole('dialog')).toBeVisible();
    await (await opened).close();
  });

  test('goes on when Enter comes before the answer', async ({ page }) => {
    await page.route('**/search/en.json', async (route) => {
      await new Promise((done) => setTimeout(done, 400));
      await route.continue();
    });
    await page.keyboard.press('/');
    await page.locator('#search-input').fill('487');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/sip\/487\/$/);
  });

  test('goes on when Enter comes before the search itself is loaded', async ({ page }) => {
    let release = () => {};
    const held = new Promise<void>((done) => (release = done));
    const hold = async (route: Route) => {
      await held;
      await route.continue();
    };
    await page.route('**/_astro/*.js', hold, { times: 1 });
    await page.keyboard.press('/');
    await page.locator('#search-input').fill('487');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    release();
    await expect(page).toHaveURL(/\/sip\/487\/$/);
  });

  test('remembers nothing', async ({ page }) => {
    await expect(await open(page, '487')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await expect(page.locator('#search-input')).toHaveValue('');
    await expect(page.getByRole('option')).toHaveCount(0);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  });

  test('puts matches of pieces of words under their own heading', async ({ page }) => {
    await page.goto('/ja/about/');
    await open(page, '通話料');
    await expect(page.getByRole('group', { name: '部分一致' })).toBeVisible();
    await expect(page.locator('#search-results > [role="option"]')).toHaveCount(0);
  });

  test('shows words from keywords alone when the engine cannot be loaded, and says so', async ({ page }) => {
    await page.route('**/pagefind/**', (route) => route.abort());
    // Names and keywords answer this so poorly that the whole text is asked.
    await expect(await open(page, 'codecs of both devices')).toContainText('606');
    await expect(page.locator('#search-status')).toContainText('could not be loaded');
  });

  test('says what is wrong when nothing can be loaded, and still offers the list', async ({ page }) => {
    await page.route('**/search/**', (route) => route.abort());
    await open(page, '487');
    await expect(page.locator('#search-status')).toContainText('could not be loaded');
    await expect(page.getByRole('dialog').getByRole('link', { name: 'All SIP response codes' })).toBeVisible();
    // The next key tries again.
    await page.unroute('**/search/**');
    await expect(await open(page, '486')).toContainText('486 Busy Here');
  });

  test('reads as a combobox with a list of options', async ({ page }) => {
    await expect(await open(page, '302 487')).toBeVisible();
    await expect(page.locator('#search-status')).toHaveText('3 results');
    await expect(page.getByRole('dialog')).toMatchAriaSnapshot(`
      - dialog "Search":
        - combobox "Search codes, pairs and symptoms" [expanded]: 302 487
        - button "Close"
        - status: 3 results
        - listbox "Search":
          - option /302 Moved Temporarily vs 487 Request Terminated/ [selected]
          - option /302 Moved Temporarily/
          - option /487 Request Terminated/
        - paragraph:
          - link "All SIP response codes"
    `);
    const scan = await axe(page).include('dialog').analyze();
    expect(scan.violations).toEqual([]);
  });

  test('shows hostile input as text', async ({ page }) => {
    await open(page, '<img src=x onerror=alert(1)> 487');
    await expect(page.getByRole('option').first()).toContainText('487');
    await expect(page.locator('dialog img')).toHaveCount(0);
  });
});

alone.describe('on a phone', () => {
  alone.use({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });

  alone('opens by touch, and a touch on a result leads there', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('search').getByRole('searchbox').tap();
    await page.locator('#search-input').fill('48');
    await expect(page.getByRole('option')).toHaveCount(10);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    // Beside the link, on the line itself.
    await page.getByRole('option').nth(2).locator('p').tap();
    await expect(page).toHaveURL(/\/sip\/482\/$/);
  });
});

test.describe('an address that does not exist', () => {
  for (const { base } of [BUILDS.root, BUILDS.base])
    for (const [wrong, right] of [
      ['487', 'sip/487/'],
      ['sip/487', 'sip/487/'],
      ['sip/SIP-487', 'sip/487/'],
      ['sip/487-vs-302/', 'sip/302-vs-487/'],
      ['sip/302-487', 'sip/302-vs-487/'],
      ['ja/487', 'ja/sip/487/'],
      ['404', 'sip/404/'],
      ['ja/404', 'ja/sip/404/'],
      ['ja/sip/487-302/', 'ja/sip/302-vs-487/'],
      ['busy-here', 'sip/486/'],
      ['sip/4XX', 'sip/4xx/'],
    ])
      test(`${base}${wrong} leads to ${right}`, async ({ page }) => {
        const { url } = Object.values(BUILDS).find((build) => build.base === base)!;
        await page.goto(url + wrong);
        await expect(page).toHaveURL(url + right);
      });

  test('offers the nearest pages where there is no one answer', async ({ page }) => {
    await page.goto('/sip/call-forwarding-loop');
    await expect(page.locator('#nearest a:not(.anchor)').first()).toContainText(/48[23]/);
    await page.goto('/sip/499/');
    await expect(page.locator('#nearest a:not(.anchor)').first()).toHaveAttribute('href', '/sip/4xx/');
  });

  test('says which code of a pair does not exist, and leads nowhere by itself', async ({ page }) => {
    for (const wrong of ['sip/499-vs-302/', 'sip/302-vs-499/', 'sip/302-499']) {
      await page.goto(`/${wrong}`);
      await expect(page.locator('#nearest')).toContainText('499 is not a registered SIP response code.');
      await expect(page.locator('#nearest a[href="/sip/302/"]')).toBeVisible();
      expect(page.url()).toContain(wrong);
    }
    await page.goto('/sip/908/');
    await expect(page.locator('#nearest a:not(.anchor)').first()).toHaveAttribute('href', '/vendors/freeswitch/#c908');
  });

  test('of two codes sent before the script was there is their comparison', async ({ page }) => {
    await page.goto('/sip/compare/?a=486&b=302');
    await expect(page).toHaveURL(/\/sip\/302-vs-486\/$/);
  });

  test('offers nothing made up', async ({ page }) => {
    await page.goto('/xqzw/');
    await expect(page.locator('#nearest')).toBeHidden();
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
  });
});
