import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, test } from '@playwright/test';
import { BUILDS } from '../builds.ts';
import { shapesOf } from './shape.ts';
import { htmlFiles, report } from './site.ts';

// Every page, by html-validate. Whole, 6,000 pages take five minutes of a processor; in parts without their
// texts (shape.ts) they share most, and each is judged once. HTML_WHOLE=1 validates the pages as they are.

/** Every different markup of the build, with the first page that has it */
function markup(): [page: string, html: string][] {
  const all = new Map<string, [string, string]>();
  for (const file of htmlFiles(BUILDS.root)) {
    const page = join(BUILDS.root.dir, file);
    const html = readFileSync(page, 'utf8');
    for (const shape of (process.env.HTML_WHOLE ? null : shapesOf(html)) ?? [html])
      if (!all.has(shape)) all.set(shape, [page, shape]);
  }
  return [...all.values()];
}

/** What is wrong, from as many threads as there are processors */
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
  test.setTimeout(1_800_000);
  const list = markup();
  info.annotations.push({ type: 'different markup', description: String(list.length) });
  // The same fault on many pages is reported once.
  const faults = new Map<string, string>();
  for (const line of await validate(list)) {
    const [page, ...fault] = line.split(': ');
    if (!faults.has(fault.join(': '))) faults.set(fault.join(': '), page!);
  }
  expect(report([...faults].map(([fault, page]) => `${page}: ${fault}`))).toBe('');
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
    'attribute-allowed-values': '<section><table><tr><th scope="none">a</th></tr></table></section>',
  };
  const pages = Object.entries(faults).flatMap(([rule, body]) => {
    const html = `<!DOCTYPE html><html lang="en"><head><title>T</title></head><body><main id="content">${body}</main></body></html>`;
    return (shapesOf(html) ?? [html]).map((shape): [string, string] => [rule, shape]);
  });
  const found = await validate(pages);
  for (const rule of Object.keys(faults))
    expect(found.filter((line) => line.startsWith(`${rule}: `)).join(), rule).toContain(`(${rule})`);
});

test('the shape keeps what matters of a page and drops the rest', () => {
  expect(shapesOf('<ul><li id="a">one</li><li id="b">two</li><li>three</li><li><a href="/x/">y</a></li></ul>')).toEqual(
    ['<ul><li>x</li><li>x</li><li><a href="v">x</a></li></ul>'],
  );
  expect(shapesOf('<label for="a">A</label><input id="a" value="3"><script>if (a < b) {}</script>')).toEqual([
    '<label for="v0">x</label><input id="v0" value="v"><script></script>',
  ]);
  const [page, part] = shapesOf('<h2 id="h">H</h2><section aria-labelledby="h"><p>one</p></section>')!;
  expect(page).toBe('<h2 id="v0">x</h2><p>x</p>');
  expect(part).toContain('<section aria-labelledby="v0"><p>x</p></section><p id="v0">x</p>');
  expect(shapesOf('<p><b>one</p></b>')).toBeNull();
});
