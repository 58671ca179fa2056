import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { expect } from '@playwright/test';
import { checkFolders, lock, MARK } from '../../../src/integrations/output-folder.ts';

// A build replaces only what a build made. Each case is a checkout with one folder that somebody names as OUT_DIR.

let root: string;
const write = (path: string, text = 'text') => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'checkout-')));
  for (const file of ['src/pages/index.astro', 'public/favicon.svg', 'content/README.md', 'docs/guide.md']) write(file);
  execFileSync('git', ['-C', root, 'init', '-q']);
  execFileSync('git', ['-C', root, 'add', '.']);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const check = (outDir: string) => {
  const own = ['src', 'public'].map((name) => join(root, name));
  return checkFolders(outDir === '/' ? outDir : join(root, outDir), root, own);
};

test('a folder that is new, empty or made by a build is taken, with a new one next to it to work in', () => {
  expect(check('dist')).toEqual({ final: join(root, 'dist'), work: join(root, 'dist.build') });
  mkdirSync(join(root, 'dist'));
  expect(check('dist').final).toBe(join(root, 'dist'));
  write(`dist/${MARK}`);
  write('dist/index.html');
  write(`dist.build/${MARK}`);
  write('dist.build/site/index.html');
  expect(check('dist').final).toBe(join(root, 'dist'));
  expect(check('new/folder').final).toBe(join(root, 'new/folder'));
});

for (const [what, outDir, message] of [
  ['the checkout', '.', /is the checkout or a folder above it/],
  ['a folder above the checkout', '..', /is the checkout or a folder above it/],
  ['the root of the file system', '/', /is the checkout or a folder above it/],
  ['the source', 'src', /lies in src\/, which belongs to the checkout/],
  ['a new folder in the source', 'src/pages/dist', /lies in src\/, which belongs to the checkout/],
  ['a folder that is copied into the site', 'public/dist', /lies in public\/, which belongs to the checkout/],
  ['the content', 'content', /lies in content\/, which belongs to the checkout/],
  ['the history', '.git/site', /lies in \.git\/, which belongs to the checkout/],
  ['the packages', 'node_modules/site', /lies in node_modules\/, which belongs to the checkout/],
  ['a folder under version control', 'docs', /has files under version control, such as guide\.md/],
  ['a folder with files', 'notes', /has files that no build made, such as diary\.txt/],
  ['a file', 'docs/guide.md', /is a file/],
] as const)
  test(`${what} is refused`, () => {
    write('notes/diary.txt');
    expect(() => check(outDir)).toThrow(message);
    expect(() => check(outDir)).toThrow(/^OUT_DIR is ".+", which .+\. (Name a new folder|Empty it if)/);
  });

test('a folder with a file under version control is refused, whatever mark it carries', () => {
  write(`docs/${MARK}`);
  expect(() => check('docs')).toThrow(/has files under version control, such as guide\.md/);
});

test('a link to the source is refused like the source', () => {
  symlinkSync(join(root, 'src'), join(root, 'dist'));
  expect(() => check('dist')).toThrow(/lies in src\//);
});

test("somebody's own folder at the place where the site is made is refused", () => {
  write('dist.build/notes.txt');
  expect(() => check('dist')).toThrow(
    /dist\.build, in which the site is made .* has files that no build made, such as notes\.txt/,
  );
});

test('a second build says so; the lock of one that has ended is taken over', () => {
  const file = join(root, '.astro/build.lock');
  write('.astro/build.lock', String(process.ppid));
  expect(() => lock(file)).toThrow(
    new RegExp(`Another build \\(process ${process.ppid}\\) is running in this checkout`),
  );
  const { pid } = spawnSync(process.execPath, ['--eval', '0']);
  writeFileSync(file, String(pid));
  lock(file);
  expect(readFileSync(file, 'utf8')).toBe(String(process.pid));
  rmSync(file);
});

test('the lock goes with its process', () => {
  const file = join(root, 'build.lock');
  const module = JSON.stringify(new URL('../../../src/integrations/output-folder.ts', import.meta.url).href);
  const code = `const { lock } = await import(${module}); lock(${JSON.stringify(file)}); console.log((await import('node:fs')).existsSync(${JSON.stringify(file)}))`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' });
  expect(stdout.trim()).toBe('true');
  expect(existsSync(file)).toBe(false);
});
