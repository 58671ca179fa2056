import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { expect } from '@playwright/test';
import { compareBuilds } from '../../../src/tools/compare-builds.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'builds-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const PAGE = `<!DOCTYPE html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><title>487</title><script type="application/ld+json">{"a":1}</script></head><body><h1 id="a">SIP <wbr>487</h1><p>Text <a href="/x/">link</a></p></body></html>`;

/** What is reported of two sites, the first of which has this page for two codes */
function differences(change: (page: string) => string): string[] {
  for (const [folder, page] of [
    ['old', PAGE],
    ['new', change(PAGE)],
  ] as const)
    for (const code of ['486', '487']) {
      mkdirSync(join(root, folder, code), { recursive: true });
      writeFileSync(join(root, folder, code, 'index.html'), page);
    }
  return compareBuilds(join(root, 'old'), join(root, 'new'));
}

for (const [aspect, from, to] of [
  ['text', 'Text', 'Other text'],
  ['links', '/x/', '/y/'],
  ['ids', 'id="a"', 'id="b"'],
  ['head', '<title>487', '<title>488'],
  ['structured data', '{"a":1}', '{"a":2}'],
  ['policy', "'none'", "'self'"],
] as const)
  test(`another ${aspect} is reported once for all pages that have it`, () => {
    const lines = differences((page) => page.replace(from, to));
    expect(lines[0]).toBe(`${aspect}: 2 files, first 486/index.html`);
    expect(lines).toHaveLength(3);
  });

test('what readers do not notice is no difference', () => {
  expect(differences((page) => page.replace('<p>', '<p class="new">').replace('<wbr>', ''))).toEqual([]);
});

test('files that come and go are reported', () => {
  differences((page) => page);
  writeFileSync(join(root, 'new', 'more.txt'), '');
  rmSync(join(root, 'new/486'), { recursive: true });
  expect(compareBuilds(join(root, 'old'), join(root, 'new'))).toEqual([
    'file gone: 1 file, first 486/index.html',
    '  - 486/index.html',
    'new file: 1 file, first more.txt',
    '  + more.txt',
  ]);
});
