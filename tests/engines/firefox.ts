import { launch, type KeyInput } from 'puppeteer-core';
import type { Driver } from './driver.ts';

/** Starts Debian's Firefox by WebDriver BiDi, which it speaks itself */
export async function firefox(executablePath: string): Promise<Driver> {
  const browser = await launch({ browser: 'firefox', executablePath, headless: true });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 720 });
  return {
    open: async (url) => void (await page.goto(url)),
    evaluate: (expression) => page.evaluate(expression),
    click: (selector) => page.click(selector),
    type: async (selector, text) => {
      await page.focus(selector);
      for (const part of text.split(/(\n)/))
        if (part === '\n') await page.keyboard.press('Enter');
        else await page.keyboard.type(part);
    },
    control: async (selector, letters) => {
      await page.focus(selector);
      await page.keyboard.down('Control');
      for (const letter of letters) await page.keyboard.press(letter as KeyInput);
      await page.keyboard.up('Control');
    },
    choose: async (selector, path) => {
      const field = await page.$(selector);
      await (field as unknown as { uploadFile: (path: string) => Promise<void> }).uploadFile(path);
    },
    close: () => browser.close(),
  };
}
