import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { BUILDS } from '../builds.ts';
import { changingHost } from './changing-host.ts';
import { alone as test } from './shared.ts';

// The service worker against a host of its own that can be changed, fail and go away.

test.use({ serviceWorkers: 'allow' });
test.describe.configure({ mode: 'serial' });

const host = changingHost(Number(process.env.TEST_PORT ?? 4381) + 8);
const { newer, at } = host;
test.beforeAll(host.open);
test.afterAll(host.close);
test.beforeEach(host.reset);

/** Opens a page and waits until the worker rules it. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(at(path));
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const cached = (page: Page, part: string) =>
  page.evaluate(async (name) => {
    const found = (await caches.keys()).filter((one) => one.includes(name));
    return Promise.all(
      found.map(async (one) => (await (await caches.open(one)).keys()).map(({ url }) => new URL(url).pathname)),
    );
  }, part);

for (const [prefix, title, missing, said] of [
  ['', '487 Request Terminated', 'No network', 'The site cannot be reached.'],
  ['ja/', '487', 'オフライン', 'サイトに接続できないため'],
] as const)
  test(`a visited page, the list and the search work without a network: /${prefix}`, async ({ page }) => {
    await open(page, `${prefix}sip/487/`);
    host.state = 'gone';
    await page.reload();
    await expect(heading(page)).toContainText(title);
    await expect(page.getByRole('main').getByText(said)).toBeVisible();
    await page.keyboard.press('/');
    await page.locator('#search-input').fill('487 302');
    await expect(page.getByRole('option').first()).toHaveAttribute('href', `/${prefix}sip/302-vs-487/`);
    await page.locator('#search-input').fill('busy here');
    await expect(page.getByRole('option').first()).toHaveAttribute('href', `/${prefix}sip/486/`);
    await page.keyboard.press('Enter');
    await expect(heading(page)).toContainText(missing);
    await page.getByRole('main').getByRole('link').last().click();
    await expect(page).toHaveURL(at(`${prefix}sip/`));
    await expect(page.getByRole('main').getByRole('link', { name: '486' }).first()).toBeVisible();
    host.state = 'well';
    await page.goto(at(`${prefix}sip/486/`));
    await expect(heading(page)).toContainText('486');
    await expect(page.getByRole('main').getByText(said)).toHaveCount(0);
  });

test('a page that has changed is shown as it is now, whatever is kept', async ({ page }) => {
  await open(page, 'sip/487/');
  await page.reload();
  const html = readFileSync(join(BUILDS.root.dir, 'sip/487/index.html'), 'utf8');
  newer.set('/sip/487/index.html', html.replace(/<h1[^>]*>/, '$&Newer '));
  await page.goto(at('sip/487/'));
  await expect(heading(page)).toContainText('Newer');
  await expect(page.getByRole('main')).not.toContainText('cannot be reached');
  host.state = 'gone';
  await page.reload();
  await expect(heading(page)).toContainText('Newer');
});

test('a host that fails is no reason to show nothing', async ({ page }) => {
  await open(page, 'sip/487/');
  host.state = 'fails';
  await page.goto(at('sip/487/'));
  await expect(heading(page)).toContainText('487');
  // What is not kept shows what the host says.
  const answer = await page.goto(at('sip/603/'));
  expect(answer?.status()).toBe(503);
});

test('an address that does not exist stays one, and is not kept', async ({ page }) => {
  await open(page, '');
  expect((await page.goto(at('nowhere/')))?.status()).toBe(404);
  expect((await cached(page, 'pages')).flat()).not.toContain('/nowhere/');
});

test('keeps the last fifty pages', async ({ page }) => {
  test.slow();
  await open(page, 'sip/487/');
  // Short pages of their own, so that fifty are soon opened.
  const visited = readdirSync(join(BUILDS.root.dir, 'sip')).filter((name) => /^100-vs-/.test(name));
  for (const name of visited) newer.set(`/sip/${name}/index.html`, `<!doctype html><title>${name}</title>`);
  for (const name of visited.slice(0, 55)) await page.goto(at(`sip/${name}/`));
  await expect.poll(async () => (await cached(page, 'pages')).flat()).toContain(`/sip/${visited[54]}/`);
  const pages = (await cached(page, 'pages')).flat();
  expect(pages).toHaveLength(50);
  expect(pages).not.toContain('/sip/487/');
});

test('a new version takes the place of the old one and clears up after it', async ({ page }) => {
  await open(page, 'sip/487/');
  const worker = readFileSync(join(BUILDS.root.dir, 'sw.js'), 'utf8');
  const version = /\b([0-9a-f]{12})\b/.exec(worker)![1]!;
  await page.evaluate(() => caches.open('another site on this origin'));
  expect(await cached(page, version)).not.toEqual([]);
  newer.set('/sw.js', worker.replaceAll(version, '0123456789ab'));
  await page.goto(at('sip/486/'));
  await expect.poll(() => cached(page, version)).toEqual([]);
  await expect.poll(async () => (await cached(page, '0123456789ab')).flat()).toContain('/sip/');
  expect(await cached(page, 'another')).toHaveLength(1);
  host.state = 'gone';
  await page.goto(at('sip/487/'));
  await expect(heading(page)).toContainText('487');
});

test('a build without it takes the worker and its copies away', async ({ page }) => {
  await open(page, 'sip/487/');
  const { outputFiles } = await build({
    entryPoints: ['src/browser/service-worker-off.ts'],
    bundle: true,
    write: false,
    define: { BASE: '"/"' },
  });
  newer.set('/sw.js', outputFiles[0]!.text);
  await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()));
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(await cached(page, 'sip-codes')).toEqual([]);
});
