import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { LOCALES, locales } from '../../src/locales.ts';
import { entriesOf, examplesOf } from '../../src/schema/contexts.ts';
import { readContent } from '../../src/schema/load.ts';
import { addPseudoLanguage } from '../../src/tools/pseudo-language.ts';
import { LIST, readAddresses } from '../site/addresses.ts';
import { untranslated, untranslatedText, type Allowed } from './untranslated.ts';

// `npm run test:languages`: a further language is one row and new files, and nothing that a reader sees comes from elsewhere.
// The copy is built for a few minutes; `PSEUDO_COPY=folder` takes one that is built already.

const LOCALE = 'qps';
const PORT = 4391;
const given = process.env['PSEUDO_COPY'];
const copy = given ? resolve(given) : mkdtempSync(join(tmpdir(), 'pseudo-language-'));
const dist = join(copy, 'dist');
const git = (...args: string[]): string => execFileSync('git', args, { cwd: copy, encoding: 'utf8', maxBuffer: 1e8 });

test.describe.configure({ mode: 'serial' });

let server: ChildProcess;
test.beforeAll(async () => {
  test.setTimeout(1_800_000);
  if (!given) {
    await addPseudoLanguage(copy);
    execFileSync(join(copy, 'node_modules/.bin/astro'), ['build'], { cwd: copy, stdio: 'pipe', maxBuffer: 1e8 });
  }
  // Its own server: which 404 page answers depends on the table of languages.
  server = spawn(process.execPath, [join(copy, 'tests/serve.ts'), dist, '/', String(PORT)]);
});
test.afterAll(() => {
  server?.kill();
  if (!given) rmSync(copy, { recursive: true, force: true });
});

/** Names that are the same in every language. */
function allowed(): Allowed {
  const { content, vendors } = readContent('content');
  const { reference, codes, contexts } = content!;
  const names = [
    ...codes.map(({ phrase }) => phrase),
    ...reference.unregistered.flatMap(({ phrase, otherPhrases = [] }) => [phrase, ...otherPhrases]),
    ...Object.keys(reference.headers),
    // Header fields that only ladders and messages show.
    ...['Authorization', 'Proxy-Authorization', 'Event', 'Geolocation', 'RAck', 'Replaces', 'Route', 'Session'],
    // Tokens of SDP in the decoder's table of a call.
    ...['sendrecv', 'telephone-event'],
    ...vendors.map(({ name }) => name),
    ...contexts.map(({ name }) => name),
    ...entriesOf(contexts).flatMap((one) => [one.who ?? one.context.name, ...one.names, ...examplesOf(one)]),
  ];
  return { locale: LOCALE, names: names.sort((left, right) => right.length - left.length) };
}

const files = (pattern: RegExp): string[] =>
  readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => pattern.test(file));
const read = (file: string): string => readFileSync(join(dist, file), 'utf8');

/** Every text in a JSON file that a reader may see: not keys, not paths. */
function jsonTexts(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('/') ? [] : [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(jsonTexts) : [];
}

test('a language is one row of the table and new files', () => {
  const changed = git('status', '--porcelain', '--untracked-files=all').split('\n').filter(Boolean);
  expect(changed.filter((line) => !line.startsWith('?? '))).toEqual([' M src/locales.ts']);
  const hunks = git('diff', '-U0', 'src/locales.ts').split('\n');
  expect(hunks.filter((line) => line.startsWith('@@'))).toHaveLength(1);
  expect(hunks.filter((line) => /^-(?!--)/.test(line))).toEqual([]);
});

test('the addresses of the other languages are as before', () => {
  // The list has the addresses that the languages share.
  const listed = [...readAddresses(readFileSync(LIST, 'utf8')).keys()].filter((path) => path.endsWith('/'));
  const before = LOCALES.flatMap((locale) => listed.map((path) => locales[locale].prefix + path));
  expect(before.length).toBeGreaterThan(5000);
  const there = new Set(files(/index\.html$/).map((file) => `/${file.replace(/index\.html$/, '')}`));
  expect(before.filter((path) => !there.has(path))).toEqual([]);
});

test('no page says anything that does not come from the files of its language', () => {
  test.setTimeout(300_000);
  const known = allowed();
  const pages = files(new RegExp(`^${LOCALE}/.*\\.html$`));
  expect(pages.length).toBeGreaterThan(3000);
  const found = new Map<string, string>();
  for (const file of pages)
    for (const one of untranslated(read(file), known)) if (!found.has(one)) found.set(one, file);
  expect([...found].slice(0, 30)).toEqual([]);
});

test('feed, search of the browser and files of the search say nothing else either', () => {
  const known = allowed();
  const xml = (file: string) => read(file).match(/(?<=<(?:title|summary|name|ShortName|Description)>)[^<]+/g) ?? [];
  const texts = [
    ...xml(`${LOCALE}/feed.xml`),
    ...xml(`opensearch-${LOCALE}.xml`),
    // A line of several texts begins with the anchor of its text.
    ...files(new RegExp(`^search/${LOCALE}/.*\\.txt$`)).map((file) => read(file).replace(/^[^\t\n]*\t/gm, '')),
    ...jsonTexts((JSON.parse(read(`search/${LOCALE}.json`)) as { say: unknown; classes: unknown }).say),
    ...jsonTexts((JSON.parse(read(`search/${LOCALE}.json`)) as { classes: unknown }).classes),
  ];
  expect(texts.length).toBeGreaterThan(200);
  expect([...new Set(texts.map((text) => untranslatedText(text, known)).filter(Boolean))]).toEqual([]);
});

const open = async (page: Page, path: string) => {
  await page.goto(`http://127.0.0.1:${PORT}/${LOCALE}/${path}`);
  await page.waitForFunction(() => !document.querySelector('script[data-modules]'));
};
/** What a part of the page shows by now. */
const shown = async (page: Page, selector: string): Promise<string[]> =>
  untranslated(
    // A mark around a found word parts no name.
    (await page.locator(selector).evaluateAll((parts) => parts.map((part) => part.outerHTML)))
      .join('\n')
      .replace(/<\/?mark>/g, ''),
    allowed(),
  );

test('the decoder explains a trace in the language of the page', async ({ page }) => {
  await open(page, 'decode/');
  await page.locator('#trace').fill(readFileSync('public/decode/example.txt', 'utf8'));
  await page.locator('#decoder button.primary[type=submit]').click();
  await expect(page.locator('[data-list="outcomes"]')).toContainText('【');
  expect(await shown(page, '#decoder')).toEqual([]);
});

test('the search answers in the language of the page', async ({ page }) => {
  // The home page has a field of its own in place of the dialog.
  await open(page, 'sip/487/');
  for (const query of ['487', '302 487', '4xx', '299', '999', 'cause 16', 'busy']) {
    await page.keyboard.press('/');
    await page.locator('#search-input').fill(query);
    await expect(page.locator('#search-status')).not.toBeEmpty();
    await page.waitForTimeout(500);
    expect(await shown(page, 'dialog')).toEqual([]);
    await page.keyboard.press('Escape');
  }
});

test('copying and the grid of pairs speak the language of the page', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'sip/487/');
  const buttons = page.locator('[data-ticket] button, .ticket button');
  expect(await buttons.count()).toBeGreaterThan(0);
  for (const button of await buttons.all()) await button.click();
  expect(await shown(page, 'main')).toEqual([]);
  await open(page, 'sip/compare/');
  await page.locator('[data-pair-grid] summary').click();
  await expect(page.locator('.pair-grid')).toBeVisible();
  expect(await shown(page, 'main')).toEqual([]);
});

test('an address that does not exist is answered in its language', async ({ page }) => {
  await page.goto(`http://127.0.0.1:${PORT}/${LOCALE}/no-such-busy-page/`);
  await expect(page.locator('html')).toHaveAttribute('lang', LOCALE);
  await expect(page.locator('#nearest a').first()).toBeVisible();
  expect(await shown(page, 'main')).toEqual([]);
});
