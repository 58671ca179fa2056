import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { expect } from '@playwright/test';
import { checkFolders, MARK, refusal } from '../../../src/integrations/output-check.ts';
import { prepareOutput } from '../../../src/integrations/output-folder.ts';

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
  ['files of Astro', '.astro/site', /lies in \.astro\/, which belongs to the checkout/],
  [
    'a folder in the site of an earlier build',
    'site/inner/new',
    /lies in .*site, which the build that made it replaces/,
  ],
  ['a folder in which a site is made', 'dist.build', /ends with \.build, as folders do in which a site is made/],
  ['a site with a repository in it', 'pages-branch', /has a repository in it \(\.git\), which would be lost/],
  ['a site with a worktree in it', 'worktree', /has a repository in it \(\.git\), which would be lost/],
  ['a link that leads nowhere', 'dangling', /is a symbolic link/],
  ['a folder below a link that leads nowhere', 'dangling/site', /lies below .*dangling, which is no folder/],
  ['a folder below a file', 'docs/guide.md/site', /lies below .*guide\.md, which is no folder/],
  ['the packages', 'node_modules/site', /lies in node_modules\/, which belongs to the checkout/],
  ['a folder under version control', 'docs', /has files under version control, such as guide\.md/],
  ['a folder with files', 'notes', /has files that no build made, such as diary\.txt/],
  ['a file', 'docs/guide.md', /is a file/],
] as const)
  test(`${what} is refused`, () => {
    write('notes/diary.txt');
    for (const file of [MARK, 'index.html'])
      for (const site of ['site', 'pages-branch', 'worktree']) write(`${site}/${file}`);
    write('pages-branch/.git/HEAD');
    write('worktree/.git');
    symlinkSync(join(root, 'nowhere'), join(root, 'dangling'));
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

test('a link at the place where the site is made is refused, wherever it leads', () => {
  for (const target of ['nowhere', 'elsewhere']) {
    write(`elsewhere/${MARK}`);
    symlinkSync(join(root, target), join(root, 'dist.build'));
    expect(() => check('dist')).toThrow(/dist\.build, in which the site is made .* is a symbolic link/);
    rmSync(join(root, 'dist.build'));
  }
});

test('a folder that this user may not write is refused', { skip: process.getuid?.() === 0 }, () => {
  mkdirSync(join(root, 'closed'));
  chmodSync(join(root, 'closed'), 0o555);
  expect(() => check('closed/site')).toThrow(/lies in .*closed, where this user may not write/);
  expect(() => check('closed')).toThrow(/may not be written by this user/);
});

test('what is mounted is refused, on one file system too', { skip: !existsSync('/proc/self/mountinfo') }, () => {
  expect(refusal('/proc')).toMatch(/^is a mount point/);
  const mounted = readFileSync('/proc/self/mountinfo', 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[4] ?? '');
  for (const point of mounted.filter((one) => one !== '/' && existsSync(one) && statSync(one).isDirectory()))
    expect(refusal(point), point).toMatch(/^is a mount point/);
});

test('where Git fails, nothing counts as untracked', () => {
  write(`dist/${MARK}`);
  write('.git/index', 'no index');
  expect(() => check('dist')).toThrow(/^Git cannot say whether .*dist has files under version control: \S/);
  rmSync(join(root, '.git'), { recursive: true });
  expect(check('dist').final).toBe(join(root, 'dist'));
  write('.git', 'gitdir: /nowhere\n');
  expect(() => check('dist')).toThrow(/^Git cannot say whether/);
});

test('variables of a Git hook do not hide what is tracked', () => {
  process.env.GIT_DIR = '/nowhere';
  try {
    expect(() => check('docs')).toThrow(/has files under version control/);
  } finally {
    delete process.env.GIT_DIR;
  }
});

test("somebody's own folder at the place where the site is made is refused", () => {
  write('dist.build/notes.txt');
  expect(() => check('dist')).toThrow(
    /dist\.build, in which the site is made .* has files that no build made, such as notes\.txt/,
  );
});

test('two checkouts with one output folder: the second build says so and touches nothing', () => {
  const first = prepareOutput(check('dist'), root);
  try {
    writeFileSync(join(first.made, 'index.html'), 'first');
    // The first one as another process, which is what a build of another checkout is.
    const file = join(root, 'dist.build.lock');
    const own = readFileSync(file, 'utf8');
    writeFileSync(file, own.replace(/^\d+/, String(process.ppid)));
    expect(() => prepareOutput(check('dist'), join(root, 'other'))).toThrow(
      new RegExp(`^Another build \\(process ${process.ppid}\\) is running with the output folder .*dist\\. Wait`),
    );
    expect(existsSync(join(root, 'other/.astro/build.lock'))).toBe(false);
    writeFileSync(file, own);
    first.finish();
    expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toBe('first');
    expect(existsSync(join(root, 'dist', MARK))).toBe(true);
  } finally {
    first.end();
  }
  expect(readdirSync(root).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
  expect(readdirSync(join(root, '.astro'))).toEqual([]);
});

test('a build whose lock was taken over puts nothing in place and leaves the folder to the other', () => {
  const first = prepareOutput(check('dist'), root);
  writeFileSync(join(root, 'dist.build.lock'), `${process.ppid} other`);
  expect(first.finish).toThrow(/^Another build took .*dist over while this one ran/);
  first.end();
  expect(existsSync(join(root, 'dist'))).toBe(false);
  expect(existsSync(first.made)).toBe(true);
  expect(readFileSync(join(root, 'dist.build.lock'), 'utf8')).toBe(`${process.ppid} other`);
});

test('what somebody put in the place of the site during the build stays', () => {
  const first = prepareOutput(check('dist'), root);
  write('dist/notes.txt');
  expect(first.finish).toThrow(/dist, where the site was to go, now has files that no build made, such as notes\.txt/);
  first.end();
  expect(readFileSync(join(root, 'dist/notes.txt'), 'utf8')).toBe('text');
});

test('what a killed build left is put right by the next one', () => {
  write(`dist.build/${MARK}`);
  write('dist.build/last/index.html', 'the last site');
  write('dist.build/site/index.html', 'half a site');
  const next = prepareOutput(check('dist'), root);
  expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toBe('the last site');
  expect(readdirSync(next.made)).toEqual([]);
  next.end();
});
