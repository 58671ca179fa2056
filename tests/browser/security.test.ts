import { expect, type Page } from '@playwright/test';
import { BUILDS } from '../builds.ts';
import { kinds } from './kinds.ts';
import { alone as test } from './shared.ts';

// What the policy of each page promises, and what hostile addresses and queries do: nothing.

test.use({ serviceWorkers: 'allow' });
// The longest file, and the last: in one process it would keep the other waiting.
test.describe.configure({ mode: 'parallel' });

/** What breaks the policy, fails, opens a window of alert, or leaves the origin, as it happens */
async function watch(page: Page): Promise<string[]> {
  const seen: string[] = [];
  await page.exposeFunction('violated', (text: string) => seen.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      (window as unknown as { violated: (text: string) => void }).violated(
        `${event.effectiveDirective} ${event.blockedURI} ${event.sample}`,
      ),
    );
  });
  page.on('pageerror', (error) => seen.push(String(error)));
  page.on('dialog', (dialog) => {
    seen.push(`says ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.context().on('request', (request) => {
    if (new URL(request.url()).hostname !== '127.0.0.1') seen.push(request.url());
  });
  return seen;
}

const search = async (page: Page, query: string) => {
  await page.keyboard.press('/');
  await page.locator('#search-input').fill(query);
};

const serviceWorker = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.ready).active?.scriptURL ?? '');

test('inline scripts, foreign scripts and strings as markup are refused, and the watch sees it', async ({ page }) => {
  const seen = await watch(page);
  await page.goto('/sip/487/');
  const blocked = await page.evaluate(() => {
    const script = document.createElement('script');
    document.body.append(script);
    try {
      script.text = 'window.broken = true';
    } catch {
      // Trusted Types refuse the text itself.
    }
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    document.body.append(style);
    try {
      document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>');
      return false;
    } catch {
      return getComputedStyle(document.body).display !== 'none' && !('broken' in window);
    }
  });
  expect(blocked).toBe(true);
  await expect.poll(() => seen.join('\n')).toMatch(/style-src[^]*require-trusted-types-for/);
});

for (const [place, build] of Object.entries(BUILDS))
  test(`no page of any kind breaks its policy, ${place}`, async ({ page }) => {
    const seen = await watch(page);
    const all = kinds(build);
    expect(all.length).toBeGreaterThan(30);
    // The pages under the base path are those of the root (site/base.test.ts): there one language represents both.
    const addresses = place === 'root' ? all : all.filter((address) => !/^ja\/./.test(address));
    test.setTimeout(120_000);
    for (const address of addresses) {
      await page.goto(build.url + address);
      // A short address leads on by itself.
      if (/^(ja\/)?\d+\/$/.test(address)) await page.waitForURL(/\/sip\/\d+\/$/);
      expect(seen, address).toEqual([]);
    }
    expect(await serviceWorker(page)).toBe(`${build.url}sw.js`);
  });

// Words that no name or keyword has: the whole text is asked.
for (const [language, address, query] of [
  ['English', '/sip/487/', 'quarterly audit of retransmissions'],
  ['Japanese', '/ja/sip/302-vs-487/', '再送の四半期監査'],
] as const)
  test(`search by number and by whole text keeps to the policy in ${language}`, async ({ page }) => {
    const seen = await watch(page);
    const engine = page.waitForResponse(/\/pagefind\/index\//);
    await page.goto(address);
    await serviceWorker(page);
    await search(page, '302 487');
    await expect(page.getByRole('option').first()).toContainText('302');
    await page.locator('#search-input').fill(query);
    await engine;
    await expect(page.locator('#search-results[data-done] [role=option]').first()).toBeVisible();
    expect(seen).toEqual([]);
  });

const HOSTILE = [
  '<img src=x onerror=alert(1)> 487',
  '"><script>alert(1)</script>',
  "javascript:alert(1)//'",
  '<svg/onload=alert(1)>',
  '{{constructor.constructor("alert(1)")()}} ${alert(1)}',
  '__proto__ constructor toString',
  '\u202e487\u0000\ufffd',
  '%E0%A4%A',
  '487 '.repeat(2000),
];

for (const [part, queries] of [HOSTILE.slice(0, 3), HOSTILE.slice(3, 6), HOSTILE.slice(6)].entries())
  test(`hostile texts are text, as query, address and fragment: part ${part + 1} of 3`, async ({ page }) => {
    test.setTimeout(120_000);
    const seen = await watch(page);
    for (const query of queries) await test.step(JSON.stringify(query.slice(0, 40)), () => hostile(page, query, seen));
  });

/** Brings a text to every place that an address or a reader can bring it to. */
async function hostile(page: Page, query: string, seen: string[]): Promise<void> {
  const harmless = async () => {
    // A page's own script may be in its text; it comes from a file of this site.
    const foreign = 'img, iframe, script:not([src^="/_astro/"])';
    await expect(page.locator(`main :is(${foreign}), dialog :is(${foreign}, svg)`)).toHaveCount(0);
    for (const link of await page
      .locator('main a, dialog a')
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).protocol)))
      expect(link).toMatch(/^https?:$/);
    expect(seen, query.slice(0, 40)).toEqual([]);
  };
  await page.goto('/about/');
  await search(page, query);
  await expect(page.locator('#search-results[data-done]')).toBeAttached();
  await harmless();
  const encoded = encodeURIComponent(query);
  await page.goto(`/ja/sip/?q=${encoded}`);
  await expect(page.locator('#search-input')).toBeVisible();
  await expect(page.locator('#search-results[data-done]')).toBeAttached();
  await harmless();
  await page.goto(`/sip/487/#${encoded}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('487');
  await harmless();
  await page.goto(`/ja/${encoded.slice(0, 1000)}#${encoded.slice(0, 1000)}`);
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('main')).toBeVisible();
  await harmless();
}

test('nothing is stored about a reader but the copies of the service worker', async ({ page, context }) => {
  for (const address of ['/', '/sip/compare/', '/ja/sip/487/', '/nowhere/']) await page.goto(address);
  await serviceWorker(page);
  await search(page, 'busy here');
  await expect(page.locator('#search-results[data-done] [role=option]').first()).toBeVisible();
  expect(await context.cookies()).toEqual([]);
  const stored = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: await indexedDB.databases(),
    name: window.name,
    caches: (await caches.keys()).filter((name) => !name.startsWith('sip-codes:/:')),
  }));
  expect(stored).toEqual({ local: [], session: [], databases: [], name: '', caches: [] });
});

test.describe('without service worker', () => {
  test.use({ serviceWorkers: 'block' });
  test('a search leaves nothing behind at all', async ({ page, context }) => {
    await page.goto('/about/');
    await search(page, 'busy here');
    await expect(page.locator('#search-results[data-done] [role=option]').first()).toBeVisible();
    const left = await page.evaluate(async () => [
      ...(await caches.keys()),
      ...(await indexedDB.databases()),
      ...Object.keys({ ...localStorage, ...sessionStorage }),
    ]);
    expect([...left, ...(await context.cookies())]).toEqual([]);
  });
});

test('a page is fetched ahead when the pointer rests on its link', async ({ page, context, browserName }) => {
  test.skip(browserName !== 'chromium', 'The rules are obeyed by Chromium; others load pages when they are asked for.');
  const session = await context.newCDPSession(page);
  const ahead: string[] = [];
  session.on('Preload.prefetchStatusUpdated', ({ prefetchUrl, status, prefetchStatus }) =>
    ahead.push(`${new URL(prefetchUrl).pathname} ${status} ${prefetchStatus}`),
  );
  await session.send('Preload.enable');
  await page.goto('/sip/');
  await page.getByRole('link', { name: '487 Request Terminated' }).first().hover();
  await expect.poll(() => ahead.at(-1)).toMatch(/^\/sip\/487\/ (Ready|Success)/);
});
