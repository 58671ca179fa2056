import { test as base, type BrowserContextOptions, type Page } from '@playwright/test';

/** Makes `goto` and `reload` wait until the scripts of the page run, which they do only after it has been painted. */
function patient(page: Page): Page {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  const ready = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    await answer;
    await page.waitForFunction(() => !document.querySelector('script[data-modules]'));
    return answer;
  };
  page.goto = (...place) => ready(goto(...place));
  page.reload = (...options) => ready(reload(...options));
  return page;
}

/** Tests with a browser context of their own. */
export const alone = base.extend({
  page: ({ page, javaScriptEnabled }, use) => use(javaScriptEnabled === false ? page : patient(page)),
});

/**
 * Tests whose `page` is the same in a whole process: a browser context of its own costs more than a second of a processor,
 * most journeys a tenth of that. Each begins on an empty page of the usual size, without the routes, listeners and media of
 * the one before. The site stores nothing about a reader (security.test.ts); what is kept in a context, as permissions and
 * service workers are, or added to every page of it, needs the `test` of Playwright.
 */
export const test = base.extend<object, { shared: Page }>({
  shared: [
    async ({ browser }, use, { project }) => {
      const page = patient(await browser.newPage(project.use as BrowserContextOptions));
      await use(page);
      await page.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ shared }, use) => {
    await shared.unrouteAll();
    for (const event of ['console', 'dialog', 'pageerror', 'request']) shared.removeAllListeners(event);
    await shared.emulateMedia({ media: null, colorScheme: null, reducedMotion: null, forcedColors: null });
    await shared.setViewportSize({ width: 1280, height: 720 });
    await shared.goto('about:blank');
    await use(shared);
  },
});
