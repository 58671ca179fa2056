import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, chromiumPath } from '../../src/tools/chromium.ts';

// `npm run measure:pages`: how soon a reader has the answer, over all comparisons and codes of the build: where the parts of
// a comparison lie on a phone, how long the pages are, what they weigh, and which page of any kind is wider than a phone. `EVERY=20` is a quick look, `DIST=…` measures
// another build. Figures are those of the fonts of this machine.

const DIST = process.env.DIST ?? 'dist';
const EVERY = Number(process.env.EVERY ?? 1);
const PHONE = 390;
const DESK = 1280;
const NARROWEST = 320;
/** Pixels at `PHONE`, and compressed bytes. */
const LIMITS = { differences: 1000, use: 2200, median: 4800, bytes: 14_336, codesInJapanese: 15_872, most: 20_480 };

interface Measured {
  path: string;
  height: number;
  differences: number;
  use: number;
}

const all = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('/index.html'))
  .sort();
const files = all.filter((file) => /^(ja\/)?sip\/\d{3}(-vs-\d{3})?\/index\.html$/.test(file));
const chosen = files.filter((_, at) => at % EVERY === 0);

/** Style and text alone, without the policy that would keep them from being put into a page. */
const bare = (file: string): string =>
  readFileSync(join(DIST, file), 'utf8').replace(/<script[^>]*>[^]*?<\/script>|<meta http-equiv[^>]*>/g, '');

const measure = (page: Page): Promise<Omit<Measured, 'path'>> =>
  page.evaluate(() => ({
    height: document.documentElement.scrollHeight,
    differences: document.querySelector('#differences')?.getBoundingClientRect().top ?? 0,
    use: document.querySelector('#use')?.closest('section')?.getBoundingClientRect().bottom ?? 0,
  }));

async function measureAll(paths: string[], width: number): Promise<Measured[]> {
  const page = await browser.newPage({ viewport: { width, height: 844 }, javaScriptEnabled: false });
  const measured: Measured[] = [];
  for (const path of paths) {
    await page.setContent(bare(path), { waitUntil: 'domcontentloaded' });
    measured.push({ path, ...(await measure(page)) });
  }
  await page.close();
  return measured;
}

/** Pages, with their folds open, that are wider than the narrowest phone. */
async function tooWide(paths: string[]): Promise<string[]> {
  const page = await browser.newPage({ viewport: { width: NARROWEST, height: 844 }, javaScriptEnabled: false });
  const wide: string[] = [];
  for (const path of paths) {
    await page.setContent(bare(path), { waitUntil: 'domcontentloaded' });
    const width = await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
      return document.documentElement.scrollWidth;
    });
    if (width > NARROWEST) wide.push(`${path.replace('index.html', '')} ${width}`);
  }
  await page.close();
  return wide;
}

const sorted = (values: number[]): number[] => [...values].sort((one, other) => one - other);
const at = (values: number[], share: number): number => {
  const list = sorted(values);
  return Math.round(list[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0);
};
const shown = (name: string, values: number[], limit?: number): string =>
  `${name}: median ${at(values, 0.5)}, 95 % ${at(values, 0.95)}, most ${at(values, 1)}` +
  (limit === undefined
    ? ''
    : `, above ${limit}: ${values.filter((value) => value > limit).length} of ${values.length}`);

const kinds = [
  ['comparisons, en', /^sip\/\d{3}-vs-/],
  ['comparisons, ja', /^ja\/sip\/\d{3}-vs-/],
  ['codes, en', /^sip\/\d{3}\//],
  ['codes, ja', /^ja\/sip\/\d{3}\//],
] as const;

const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS });
try {
  for (const [name, pattern] of kinds) {
    const paths = chosen.filter((path) => pattern.test(path));
    const phone = await measureAll(paths, PHONE);
    const desk = await measureAll(
      paths.filter((_, index) => index % 20 === 0),
      DESK,
    );
    const bytes = paths.map((path) => gzipSync(readFileSync(join(DIST, path)), { level: 9 }).length);
    console.log(`${name} (${paths.length} pages)`);
    if (name.startsWith('comparisons')) {
      console.log(
        `  ${shown(
          `key differences begin at, ${PHONE} px`,
          phone.map((one) => one.differences),
          LIMITS.differences,
        )}`,
      );
      console.log(
        `  ${shown(
          `when to use which ends at, ${PHONE} px`,
          phone.map((one) => one.use),
          LIMITS.use,
        )}`,
      );
      for (const one of ['differences', 'use'] as const) {
        const worst = phone.reduce((most, next) => (next[one] > most[one] ? next : most));
        console.log(`    furthest down: ${worst.path.replace('index.html', '')} ${Math.round(worst[one])}`);
      }
    }
    console.log(
      `  ${shown(
        `length, ${PHONE} px`,
        phone.map(({ height }) => height),
        name.startsWith('comparisons') ? LIMITS.median : undefined,
      )}`,
    );
    console.log(
      `  ${shown(
        `length, ${DESK} px, every 20th`,
        desk.map(({ height }) => height),
      )}`,
    );
    console.log(`  ${shown('compressed bytes', bytes, name === 'codes, ja' ? LIMITS.codesInJapanese : LIMITS.bytes)}`);
  }
  const narrow = all.filter((path, at) => !/-vs-/.test(path) || at % 20 === 0);
  const wide = await tooWide(narrow);
  console.log(
    `wider than ${NARROWEST} px: ${wide.length} of ${narrow.length} pages${wide.map((one) => `\n  ${one}`).join('')}`,
  );
} finally {
  await browser.close();
}
