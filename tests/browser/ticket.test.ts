import { expect, type Page } from '@playwright/test';
import { axe, TAGS } from './axe.ts';
import { alone as test, test as together } from './shared.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const said = (page: Page) => page.locator('.copied');

test('a code is copied as Markdown: code, phrase, sentence, what to check, link', async ({ page }) => {
  await page.goto('/sip/487/?q=');
  await page.getByRole('group', { name: 'Copy for the ticket' }).getByRole('button', { name: 'Markdown' }).click();
  await expect(said(page)).toHaveText('Markdown copied.');
  const text = await clipboard(page);
  const [title, sentence, check, steps] = text.split('\n\n');
  expect(title).toMatch(/^\*\*\[SIP 487 Request Terminated\]\(http:\/\/[^)?]+\/sip\/487\/\)\*\*$/);
  expect(sentence).toBe((await page.locator('.summary').textContent())!.trim());
  expect(check).toBe('What to check:');
  expect(steps!.split('\n')).toHaveLength(await page.locator('#fix ~ ol > li').count());
  expect(steps).toContain('`cause=200`');
});

test('in Japanese the text is Japanese', async ({ page }) => {
  await page.goto('/ja/sip/487/');
  await page.getByRole('group', { name: '問い合わせ用にコピー' }).getByRole('button', { name: 'テキスト' }).click();
  await expect(said(page)).toHaveText('テキストをコピーしました。');
  const lines = (await clipboard(page)).split('\n');
  expect(lines[0]).toBe('SIP 487 Request Terminated（リクエスト終了）');
  expect(lines).toContain('確認事項：');
  expect(lines.at(-1)).toMatch(/\/ja\/sip\/487\/$/);
  expect(lines.join('')).not.toContain('`');
});

test('a comparison is copied with its verdict and what settles it', async ({ page }) => {
  await page.goto('/sip/302-vs-487/');
  const group = page.getByRole('group', { name: 'Copy for the ticket' });
  await group.getByRole('button', { name: 'Plain text' }).click();
  await expect(said(page)).toHaveText('Plain text copied.');
  const lines = (await clipboard(page)).split('\n');
  expect(lines[0]).toBe('SIP 302 Moved Temporarily vs 487 Request Terminated');
  expect(lines[1]).toMatch(/^302 moves an unanswered call/);
  expect(lines.filter((line) => /^\d\. /.test(line))).toHaveLength(2);
  await group.getByRole('button', { name: 'Link' }).click();
  await expect(said(page)).toHaveText('Link copied.');
  expect(await clipboard(page)).toMatch(/^http.*\/sip\/302-vs-487\/$/);
});

test('a section is linked by keyboard, and its heading keeps its name', async ({ page }) => {
  await page.goto('/sip/487/');
  const heading = page.getByRole('heading', { name: 'How to fix', exact: true });
  const link = heading.getByRole('link', { name: 'Copy the link to “How to fix”' });
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText('Link copied.');
  expect(await clipboard(page)).toMatch(/\/sip\/487\/#fix$/);
  await expect(page).toHaveURL(/#fix$/);
});

for (const address of [
  '/sip/487/',
  '/ja/sip/302-vs-487/',
  '/symptoms/hold-fails/',
  '/vendors/asterisk/',
  '/ja/q850/',
  '/q850/34/',
  '/about/',
])
  together(`${address} has a link next to every section, and keeps its headings accessible`, async ({ page }) => {
    await page.goto(address);
    const headings = await page.locator('main h2').count();
    expect(headings).toBeGreaterThan(0);
    await expect(page.locator('main :is(h2 > .anchor, summary:has(h2) + .anchor)')).toHaveCount(headings);
    // The whole of each page is looked at in pages.test.ts; here, what the script added.
    const { violations } = await axe(page).withTags(TAGS).include('main h2').include('.copied').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

test('a part of a cause and a term are copied by their own link', async ({ page }) => {
  await page.goto('/q850/#cause-16');
  await page.locator('#cause-16 a').first().click();
  await expect(page).toHaveURL(/\/q850\/16\/$/);
  await page.locator('#reason > .anchor').click();
  await expect(said(page)).toHaveText('Link copied.');
  expect(await clipboard(page)).toMatch(/\/q850\/16\/#reason$/);
  await page.goto('/ja/glossary/messages/');
  await page.locator('#request a.self').click();
  await expect(said(page)).toHaveText('リンクをコピーしました。');
  expect(await clipboard(page)).toMatch(/\/ja\/glossary\/messages\/#request$/);
});

test('where the clipboard is refused the text is shown, selected', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await page.goto('/sip/487/');
  await page.getByRole('button', { name: 'Plain text' }).click();
  const field = page.locator('textarea.to-copy');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(/^SIP 487 Request Terminated\n/);
  expect(await page.evaluate(() => getSelection()!.toString().length)).toBeGreaterThan(50);
  await field.blur();
  await expect(field).toHaveCount(0);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('no control is shown that does nothing', async ({ page }) => {
    await page.goto('/sip/487/');
    await expect(page.locator('.ticket')).toBeHidden();
    await expect(page.locator('.anchor')).toHaveCount(0);
  });
});
