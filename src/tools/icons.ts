import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, chromiumPath } from './chromium.ts';

// `node src/tools/icons.ts` draws the icons that cannot be SVG from `public/favicon.svg`; run it after a change of that.

const svg = readFileSync('public/favicon.svg', 'utf8');

/** A file of one picture, for programs that ask for /favicon.ico: 6 bytes of head, 16 of directory, a PNG */
function ico(png: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

const executablePath = chromiumPath();
const browser = await chromium.launch({ args: CHROMIUM_FLAGS, ...(executablePath ? { executablePath } : {}) });
const page = await browser.newPage();

/** The mark as PNG; `full` fills the corners, because iOS rounds them itself */
async function draw(size: number, full: boolean): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size });
  const drawing = full ? svg.replace(' rx="7"', '') : svg;
  await page.setContent(`<style>body{margin:0}svg{display:block;inline-size:${size}px}</style>${drawing}`);
  return page.screenshot({ omitBackground: true });
}

writeFileSync('public/favicon.ico', ico(await draw(32, false), 32));
writeFileSync('public/apple-touch-icon.png', await draw(180, true));
await browser.close();
