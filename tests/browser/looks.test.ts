import { expect } from '@playwright/test';
import { alone, test } from './shared.ts';

test.describe('the bar of a comparison', () => {
  for (const width of [360, 1280])
    test(`stays at the top with both codes and covers no heading at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 700 });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.goto('/sip/302-vs-487/');
      const bar = page.locator('.pair-bar');
      await expect(bar).toBeHidden();
      // On a wide screen both codes begin right under the place of the bar, which has nothing to add there.
      for (const id of ['differences', 'fork', 'facts', ...(width === 360 ? ['b'] : [])]) {
        await page.goto(`/sip/302-vs-487/#${id}`);
        await expect(bar).toBeVisible();
        const place = (await bar.boundingBox())!;
        const target = (await page.locator(`#${id}`).boundingBox())!;
        expect(place.y).toBe(0);
        expect(target.y, id).toBeGreaterThanOrEqual(place.y + place.height);
      }
      await expect(bar.getByRole('link')).toHaveText(['302 Moved Temporarily', '487 Request Terminated']);
    });

  test('is not printed', async ({ page }) => {
    await page.goto('/sip/302-vs-487/#facts');
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.pair-bar')).toBeHidden();
  });
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
    .locator('.pair-table tbody tr')
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
        mark: style('.kicker', '::before').backgroundColor,
        line: style('.ladder .own path').stroke,
        label: style('.ladder .own text').fill,
      };
    });
    expect(seen.mark).not.toBe(seen.page);
    expect(seen.line).toBe(seen.text);
    expect(seen.label).toBe(seen.text);
  });
});

test('a page scrolls smoothly only for those who do not mind motion', async ({ page }) => {
  const behaviour = () => page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.goto('/sip/487/');
  expect(await behaviour()).toBe('smooth');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await behaviour()).toBe('auto');
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

test('a page prints on one sheet, a usual code on one side of it', async ({ page }) => {
  const sheets = async (address: string) => {
    await page.goto(address);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length;
  };
  for (const address of ['/sip/487/', '/ja/sip/487/']) expect(await sheets(address), address).toBe(1);
  for (const address of [
    '/sip/503/',
    '/ja/sip/503/',
    '/ja/sip/401/',
    '/sip/302-vs-487/',
    '/ja/sip/302-vs-487/',
    '/sip/405-vs-481/',
  ])
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
