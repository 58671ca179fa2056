import { expect } from '@playwright/test';
import { alone, test } from './shared.ts';

for (const prefix of ['', 'ja/'])
  test(`a phone has the answer first: differences within 1,000 px, what to use within 2,200 (/${prefix})`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const pair of ['302-vs-487', '405-vs-481', '480-vs-486']) {
      await page.goto(`/${prefix}sip/${pair}/`);
      expect((await page.locator('#differences').boundingBox())!.y, pair).toBeLessThan(1000);
      const use = await page.locator('section:has(> #use)').boundingBox();
      expect(use!.y + use!.height, pair).toBeLessThan(2200);
    }
  });

test('what a phone folds stands open on a wide screen, and is reached by its address', async ({ page }) => {
  const steps = page.locator('#a h3', { hasText: 'How to fix' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/sip/302-vs-487/');
  await expect(steps).toBeHidden();
  await page.getByText('When you see 302 and how to fix it').click();
  await expect(steps).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 844 });
  await page.goto('/sip/302-vs-487/');
  await expect(steps).toBeVisible();
  await expect(page.getByText('When you see 302 and how to fix it')).toBeHidden();
});

test('a citation names its RFC on paper, to those who listen, and under the pointer', async ({ page }) => {
  await page.goto('/sip/487/');
  const mark = page.locator('#facts ~ dl .sources a', { hasText: '§7.2' }).first();
  await expect(mark).toHaveAccessibleName('RFC 3261 §7.2');
  const shown = () => mark.evaluate((link) => getComputedStyle(link, '::after').content);
  expect(await shown()).toBe('none');
  await mark.hover();
  expect(await shown()).toContain('RFC 3261 §7.2');
  await page.mouse.move(0, 0);
  await page.emulateMedia({ media: 'print' });
  expect(await shown()).toContain('RFC 3261 §7.2');
});

test('labels of a ladder keep their size at every width', async ({ page }) => {
  await page.goto('/sip/487/');
  for (const width of [320, 768, 1600]) {
    await page.setViewportSize({ width, height: 800 });
    const sizes = await page
      .locator('.ladder :is(b, .arrow, .note, small)')
      .evaluateAll((labels) => labels.map((label) => parseFloat(getComputedStyle(label).fontSize)));
    expect(sizes.length).toBeGreaterThan(10);
    expect(Math.min(...sizes), `at ${width} px`).toBeGreaterThanOrEqual(13);
  }
});

test('the state of a code is a word, in list and heading, and a lamp only beside it', async ({ page }) => {
  for (const [address, states] of [
    ['/sip/487/', ['Is it a fault? Normal our judgement']],
    ['/sip/302-vs-503/', ['Is it a fault? Normal our judgement', 'Is it a fault? A fault our judgement']],
  ] as const) {
    await page.goto(address);
    await expect(page.locator('.state')).toHaveText([...states]);
  }
});

test('the parts of both codes begin at the same height on a wide screen', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('/sip/302-vs-487/');
  for (const name of ['Description', 'When you see this code', 'How to fix']) {
    const tops = await page
      .getByRole('heading', { name, exact: true })
      .evaluateAll((headings) => headings.map((heading) => heading.getBoundingClientRect().top));
    expect(tops).toHaveLength(2);
    expect(tops[0]).toBe(tops[1]);
  }
});

test('a phone shows one code after the other, and both values of a fact side by side', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/ja/sip/302-vs-487/');
  const [first, second] = await Promise.all(['#a', '#b'].map(async (id) => (await page.locator(id).boundingBox())!));
  expect(second!.y).toBeGreaterThanOrEqual(first!.y + first!.height);
  const [left, right] = await page
    .locator('.glance tbody')
    .first()
    .locator('td')
    .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().top));
  expect(left).toBe(right);
});

alone.describe('forced colours', () => {
  alone.use({ forcedColors: 'active' });
  alone('leave marks, drawings and squares visible', async ({ page }) => {
    await page.goto('/sip/487/');
    const seen = await page.evaluate(() => {
      const style = (selector: string, pseudo?: string) => getComputedStyle(document.querySelector(selector)!, pseudo);
      return {
        page: style('html').backgroundColor,
        text: style('body').color,
        lamp: style('.code-plate .lamp').borderTopColor,
        line: style('.ladder .arrow.own').borderBottomColor,
        pill: style('.ladder .pill.own').backgroundColor,
        label: style('.ladder .pill.own').color,
      };
    });
    expect(seen.lamp).toBe(seen.text);
    expect(seen.line).toBe(seen.text);
    expect([seen.pill, seen.label]).toEqual([seen.text, seen.page]);
  });
});

test('a page does not fly past its text to a place in it', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.goto('/sip/487/#ticket');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
});

test('the keyboard begins at the skip link and always shows where it is', async ({ page }) => {
  await page.goto('/sip/302-vs-487/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeInViewport();
  for (let count = 0; count < 20; count += 1) {
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
    expect(outline, await page.evaluate(() => document.activeElement!.outerHTML.slice(0, 120))).not.toBe('none');
  }
});

test('a comparison prints on one sheet, so does a usual code, and a long one on two', async ({ page }) => {
  const sheets = async (address: string) => {
    await page.goto(address);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length;
  };
  for (const address of [
    '/sip/487/',
    '/ja/sip/487/',
    '/sip/302-vs-487/',
    '/ja/sip/302-vs-487/',
    '/sip/480-vs-486/',
    '/sip/405-vs-481/',
    '/ja/sip/405-vs-481/',
  ])
    expect(await sheets(address), address).toBe(1);
  for (const address of ['/sip/503/', '/ja/sip/503/', '/ja/sip/401/'])
    expect(await sheets(address), address).toBeLessThanOrEqual(2);
});

for (const javaScriptEnabled of [true, false])
  alone.describe(`on a phone, ${javaScriptEnabled ? 'with' : 'without'} script`, () => {
    alone.use({ javaScriptEnabled, viewport: { width: 360, height: 800 }, reducedMotion: 'reduce' });
    for (const address of ['/sip/487/#ticket', '/q850/#cause-81', '/ja/headers/#warning', '/vendors/asterisk/#c603'])
      alone(`a link leads to its part: ${address}`, async ({ page }) => {
        await page.goto(address);
        const part = page.locator(`[id="${address.split('#')[1]}"]`);
        const top = async () => (await part.boundingBox())!.y;
        await expect.poll(top).toBeLessThan(100);
        expect(await top()).toBeGreaterThanOrEqual(0);
      });
  });
