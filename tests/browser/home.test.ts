import { expect } from '@playwright/test';
import { alone, test } from './shared.ts';

test.describe('the field of the home page', () => {
  test('is the only one, has the focus after /, and what is typed there is answered', async ({ page }) => {
    await page.goto('/ja/');
    await expect(page.getByRole('searchbox')).toHaveCount(1);
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.keyboard.type('487 302');
    await expect(page.locator('#search-input')).toHaveValue('487 302');
    await expect(page.getByRole('option').first()).toHaveAttribute('href', '/ja/sip/302-vs-487/');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/ja\/sip\/302-vs-487\/$/);
  });

  for (const prefix of ['/', '/ja/'])
    test(`shows examples that are answered with the page that they link to (${prefix})`, async ({ page }) => {
      await page.goto(prefix);
      const examples = await page
        .locator('.try a')
        .evaluateAll((links) => links.map((link) => [link.textContent!, link.getAttribute('href')!] as const));
      expect(examples).toHaveLength(4);
      await page.keyboard.press('Control+k');
      for (const [query, address] of examples) {
        await page.locator('#search-input').fill(query);
        await page.waitForSelector('#search-results[data-done]');
        // A code may come before the symptom that it shows in, and before the cause that becomes it.
        const found = await page
          .getByRole('option')
          .evaluateAll((lines) => lines.slice(0, 2).map((line) => line.getAttribute('href')));
        expect(found, query).toContain(address);
      }
    });
});

test.describe('the board of all codes', () => {
  test('is a list per class, in which each code says its name and state', async ({ page }) => {
    await page.goto('/');
    const board = page.locator('[data-board]');
    await expect(board.locator('.jacks')).toHaveCount(6);
    await expect(board.locator('.jacks a')).toHaveCount(75);
    await expect(board.getByRole('link', { name: '487 Request Terminated: normal' })).toBeVisible();
    const names = await board.locator('.jacks a').evaluateAll((tiles) => tiles.map((tile) => tile.ariaLabel));
    for (const name of names) expect(name).toMatch(/^\d{3} .+: (normal|depends on the case|a fault)$/);
    // 486 is in column 6 of row 48.
    const [above, at] = await Promise.all(
      ['406', '486'].map((code) => board.locator(`.jacks a[href$="/${code}/"]`).boundingBox()),
    );
    expect(at!.x).toBe(above!.x);
  });

  test('is walked by arrow keys as the eye does, and is passed by with one key', async ({ page }) => {
    await page.goto('/sip/');
    const focused = () => page.evaluate(() => document.activeElement!.textContent!.trim());
    await page.locator('.jacks a[href$="/404/"]').focus();
    for (const [key, code] of [
      ['ArrowDown', '414'],
      ['ArrowRight', '415'],
      ['ArrowDown', '425'],
      ['ArrowLeft', '424'],
      ['ArrowUp', '414'],
      ['ArrowUp', '404'],
    ]) {
      await page.keyboard.press(key!);
      expect(await focused(), key).toBe(code);
    }
    await page.getByRole('link', { name: 'Skip the board' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('radio', { name: 'All' })).toBeFocused();
  });

  test('shows three different lamps, without colour too', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto('/');
    const lamps = await page.evaluate(() =>
      ['normal', 'depends', 'fault'].map((state) => {
        const { backgroundImage, backgroundColor } = getComputedStyle(
          document.querySelector(`.jacks .${state}`)!,
          '::before',
        );
        return `${backgroundImage} ${backgroundColor}`;
      }),
    );
    expect(new Set(lamps).size).toBe(3);
  });
});

alone.describe('the drawn call', () => {
  for (const motion of ['reduce', 'no-preference'] as const)
    alone(`is whole in the end, and is still where readers want it still (${motion})`, async ({ page }) => {
      await page.emulateMedia({ reducedMotion: motion });
      await page.goto('/');
      const running = () =>
        page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length);
      if (motion === 'reduce') expect(await running()).toBe(0);
      await expect.poll(running).toBe(0);
      const drawn = page.locator('.stage .arrow');
      await expect(drawn).toHaveCount(6);
      const clips = await drawn.evaluateAll((arrows) => arrows.map((arrow) => getComputedStyle(arrow).clipPath));
      expect(new Set(clips)).toEqual(new Set(['none']));
    });
});

test('doors lead to what people do not expect to exist', async ({ page }) => {
  await page.goto('/');
  const doors = await page.locator('.doors a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(doors).toEqual(['/decode/', '/vendors/', '/contexts/', '/q850/', '/headers/', '/metrics/']);
});
