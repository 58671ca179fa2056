import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, test } from '@playwright/test';
import { BUILDS } from '../builds.ts';
import { shapeOf } from './shape.ts';
import { htmlFiles, report } from './site.ts';

// Every page of both builds, by html-validate. Whole, 6,000 pages take five minutes; as shapes (shape.ts) each is a
// fifth as large, and pages that differ in text only are judged once. HTML_WHOLE=1 validates the pages as they are.

/** @returns every different markup of both builds, with the first page that has it */
function markup(): [page: string, html: string][] {
  const all = new Map<string, [string, string]>();
  for (const build of Object.values(BUILDS))
    for (const file of htmlFiles(build)) {
      const page = join(build.dir, file);
      const html = readFileSync(page, 'utf8');
      const shape = process.env.HTML_WHOLE ? html : (shapeOf(html) ?? html);
      const key = createHash('sha256').update(shape).digest('hex');
      if (!all.has(key)) all.set(key, [page, shape]);
    }
  return [...all.values()];
}

/** @returns what is wrong, from as many threads as there are processors */
async function validate(list: [string, string][]): Promise<string[]> {
  const threads = availableParallelism();
  const parts = await Promise.all(
    Array.from(
      { length: threads },
      (_, thread) =>
        new Promise<string[]>((resolve, reject) => {
          const worker = new Worker(new URL('validator.ts', import.meta.url), {
            workerData: list.filter((__, index) => index % threads === thread),
            execArgv: [],
          });
          worker.once('message', resolve).once('error', reject);
        }),
    ),
  );
  return parts.flat();
}

test('every page is valid HTML', async ({}, info) => {
  const list = markup();
  info.annotations.push({ type: 'different markup', description: String(list.length) });
  expect(report(await validate(list))).toBe('');
});

test('a fault of markup is found in the shape as in the page', async () => {
  const faults = {
    'element-permitted-content': '<ul><li>two</li><p>three</p></ul>',
    'close-order': '<p><b>one</p></b>',
    'no-missing-references': '<p aria-describedby="gone">one</p>',
    'valid-for': '<label for="content">Name</label>',
    'input-missing-label': '<input type="text" id="a">',
    'no-implicit-button-type': '<form><button>Go</button></form>',
    'unique-landmark': '<nav><a href="/">a</a></nav><nav><a href="/">b</a></nav>',
    'no-inline-style': '<p style="color: red">one</p>',
    'no-raw-characters': '<p>one & two</p>',
  };
  const pages = Object.entries(faults).map(([rule, body]): [string, string] => {
    const html = `<!DOCTYPE html><html lang="en"><head><title>T</title></head><body><main id="content">${body}</main></body></html>`;
    return [rule, shapeOf(html) ?? html];
  });
  const found = await validate(pages);
  for (const rule of Object.keys(faults))
    expect(found.filter((line) => line.startsWith(`${rule}: `)).join(), rule).toContain(`(${rule})`);
});

test('the shape keeps what matters of a page and drops the rest', () => {
  expect(shapeOf('<ul><li id="a">one</li><li id="b">two</li><li>three</li><li><a href="/x/">y</a></li></ul>')).toBe(
    '<ul><li>x</li><li>x</li><li><a href="v">x</a></li></ul>',
  );
  expect(shapeOf('<label for="a">A</label><input id="a" value="3"><script>if (a < b) {}</script>')).toBe(
    '<label for="v0">x</label><input id="v0" value="v"><script></script>',
  );
  expect(shapeOf('<p><b>one</p></b>')).toBeNull();
});
