import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { changingHost, NEXT_VERSION } from './changing-host.ts';
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
  ['', /Numbers still work/, 'busy here', '/sip/486/'],
  ['ja/', /番号で検索するか/, '着信拒否', '/ja/'],
] as const)
  for (const [what, gone] of [
    ['the script of the search', /\/_astro\/search\.[^/]*\.js$/],
    ['the list of codes', /\/search\/(en|ja)\.json$/],
    ['what reads words', /\/_astro\/meaning\.[^/]*\.js$/],
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

for (const [what, file, change] of [
  ['the words are of another build than the list of codes', /\/search\/words-en\.json$/, { directory: 'another' }],
  ['the list of codes has a form that the script does not know', /\/search\/en\.json$/, { format: 999 }],
] as const)
  test(`search asks for a new page where ${what}`, async ({ page }) => {
    await page.route(file, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...((await response.json()) as object), ...change } });
    });
    await page.goto('/sip/487/');
    await page.keyboard.press('/');
    await page.locator('#search-input').fill('busy here');
    await expect(page.locator('#search-status')).toContainText('Enter loads a new page');
    await expect(page.getByRole('option')).toHaveCount(0);
  });

test('nobody is led away from a page whose search cannot be loaded', async ({ page }) => {
  await page.goto('/sip/487/');
  await page.route(/\/_astro\/search\.[^/]*\.js$/, (route) => route.abort());
  await page.keyboard.press('/');
  await expect(page.locator('#search-status')).toContainText('could not be loaded');
  await expect(page).toHaveURL(/\/sip\/487\/$/);
});

const EXAMPLE = readFileSync('public/decode/example.txt', 'utf8');
const field = (page: Page) => page.getByRole('textbox', { name: 'SIP trace' });
const decode = async (page: Page) => {
  await page.waitForFunction(() => !document.querySelector('script[data-modules]'));
  await field(page).fill(EXAMPLE);
  await page.getByRole('button', { name: 'Decode', exact: true }).click();
};
const said = (page: Page) => page.locator('[data-part="status"]');
const explained = (page: Page) => page.locator('[data-list="outcomes"]');

for (const [what, gone] of [
  ['the worker', /decode-worker-[^/]*\.js$/],
  ['the words', /decode-worker-en-[^/]*\.js$/],
  ['what draws', /decode-view\.[^/]*\.js$/],
] as const)
  test(`the decoder says that ${what} could not be loaded, and not that the trace is at fault`, async ({ page }) => {
    await page.goto('/decode/');
    await deploy(page, gone);
    await decode(page);
    await expect(said(page)).toContainText('could not be loaded');
    await expect(page.locator('[data-part="result"]')).toBeHidden();
    await expect(page.getByRole('button', { name: 'Stop reading' })).toBeHidden();
    await expect(field(page)).toHaveValue(EXAMPLE.replaceAll('\r\n', '\n'));
    await page.reload();
    await decode(page);
    await expect(explained(page)).not.toBeEmpty();
  });

test('the decoder says that what reads captures could not be loaded', async ({ page }) => {
  await page.goto('/decode/');
  await deploy(page, /decode-worker-capture-[^/]*\.js$/);
  await page.getByLabel('Open a file').setInputFiles('tests/fixtures/trace/cancelled/capture.pcapng');
  await expect(said(page)).toContainText('could not be loaded');
});

test.describe('with the service worker', () => {
  test.use({ serviceWorkers: 'allow' });
  test.describe.configure({ mode: 'serial' });

  const host = changingHost(Number(process.env.TEST_PORT ?? 4381) + 16);
  const { at } = host;
  test.beforeAll(host.open);
  test.afterAll(host.close);
  test.beforeEach(host.reset);

  const open = async (page: Page, path: string): Promise<void> => {
    await page.goto(at(path));
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  };
  /** A reader opens a page of the next build in another tab, which brings its worker. */
  const visit = async (page: Page): Promise<void> => {
    host.deploy();
    await page.goto(at(''));
    const versions = () =>
      page.evaluate(async () => (await caches.keys()).filter((name) => /:[0-9a-f]{12}$/.test(name)).join(' '));
    await expect.poll(versions).toBe(`sip-codes:/:${NEXT_VERSION}`);
  };
  const search = async (page: Page, query: string): Promise<void> => {
    await page.keyboard.press('/');
    await page.locator('#search-input').fill(query);
  };
  const first = (page: Page) => page.getByRole('option').first();
  const build = (page: Page) =>
    page.evaluate(() => (document.documentElement.outerHTML.includes('/_astro/next-') ? 'next' : 'this'));

  test('an open tab goes on with its own files until the next build is opened', async ({ page }) => {
    await open(page, 'sip/487/');
    host.deploy();
    await search(page, 'busy here');
    await expect(first(page)).toHaveAttribute('href', '/sip/486/');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('486');
    expect(await build(page)).toBe('next');
  });

  test('after that its search goes on in a new page, and its decoder asks for one', async ({ page, context }) => {
    await open(page, 'sip/487/');
    const decoder = await context.newPage();
    await open(decoder, 'decode/');
    await visit(await context.newPage());
    await page.bringToFront();
    await search(page, '486');
    await expect(page.locator('#search-status')).toContainText('Enter');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(at('sip/?q=486'));
    await expect(first(page)).toHaveAttribute('href', '/sip/486/');
    expect(await build(page)).toBe('next');
    await decode(decoder);
    await expect(said(decoder)).toContainText('reload the page');
    await decoder.reload();
    await decode(decoder);
    await expect(explained(decoder)).not.toBeEmpty();
    expect(await build(decoder)).toBe('next');
  });

  test('without a network, too, and a page of the old build says that it is a copy', async ({ page, context }) => {
    await open(page, 'sip/486/');
    await page.goto(at('sip/487/'));
    await visit(await context.newPage());
    host.state = 'gone';
    await page.bringToFront();
    await search(page, '603');
    await expect(page.locator('#search-status')).toContainText('Enter');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(at('sip/?q=603'));
    await expect(first(page)).toHaveAttribute('href', '/sip/603/');
    await page.evaluate(() => (location.pathname = '/sip/486/'));
    await expect(page.getByRole('heading', { level: 1 })).toContainText('486');
    expect(await build(page)).toBe('this');
    await expect(page.getByRole('main')).toContainText('The site cannot be reached. This is a copy');
  });
});
