import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { expect } from '@playwright/test';
import { MARK } from '../../../src/integrations/output-check.ts';
import { edited } from '../schema/edits.ts';
import { WRONG_EDITS } from '../schema/wrong-edits/index.ts';

// `astro build` in a copy of the project: what is wrong stops it before a page is made, is reported without a stack trace, and
// leaves everything as it was.

let root: string;
before(() => {
  root = mkdtempSync(join(tmpdir(), 'sip-codes-'));
  for (const part of ['content', 'src', 'public', 'package.json', 'astro.config.mjs', 'tsconfig.json'])
    if (existsSync(part)) cpSync(part, join(root, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'dir');
});
after(() => rmSync(root, { recursive: true, force: true }));

const build = (env: Record<string, string> = {}): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [resolve('node_modules/.bin/astro'), 'build'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });

/** One edit for each of several files; `bad-content.test.ts` has every wrong edit, one at a time. */
const EDITS = [
  'the English entry is missing',
  'a tab for indent',
  'English left in Japanese',
  'a reversed pair',
  'a line of a product without its source',
  'a symptom with an unknown code',
].map((name) => WRONG_EDITS.find((one) => one.name === name)!);

describe('content with many faults', () => {
  let result: SpawnSyncReturns<string>;
  before(() => {
    expect(new Set(EDITS.map(({ file }) => file)).size).toBe(EDITS.length);
    mkdirSync(join(root, 'dist'));
    writeFileSync(join(root, 'dist', MARK), '');
    writeFileSync(join(root, 'dist/index.html'), 'the last site');
    const all = EDITS.reduce<() => SpawnSyncReturns<string>>(
      (then, { file, edit }) =>
        () =>
          edited(join(root, 'content'), file, edit, then),
      build,
    );
    result = all();
  });
  after(() => rmSync(join(root, 'dist'), { recursive: true }));

  for (const { name, file, field } of EDITS)
    test(`the build fails and reports: ${name}`, () => {
      expect(result.status, result.stderr).toBe(1);
      expect(result.stderr).toContain(`content/${file}: ${field}`);
    });
  test('the list ends with their number and where to read on, without a stack trace', () => {
    expect(result.stderr).toMatch(/\d+ problems in content\/\. content\/README\.md shows how an entry is written/);
    expect(result.stderr).not.toMatch(/^\s+at |Stack trace/m);
  });
  test('the last site is there, and nothing else', () => {
    expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toBe('the last site');
    expect(readdirSync(root).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
  });
});

// All wrong settings are in one message; which folders are refused as output is tested in `output-folder.test.ts`.
for (const [name, env, message] of [
  [
    'settings',
    { SITE_URL: 'https://x.example/docs/', REPO_URL: 'javascript:alert(1)', INDEX_TIERS: 'banana' },
    /SITE_URL is "https:\/\/x\.example\/docs\/"; expected an origin[^]*REPO_URL is "javascript:alert\(1\)"; expected[^]*INDEX_TIERS is "banana"; expected/,
  ],
  [
    'a folder of somebody as output folder',
    { OUT_DIR: 'mine' },
    /OUT_DIR is ".*mine.*", which has files that no build made, such as diary\.txt/,
  ],
] as const)
  describe(`wrong ${name}`, () => {
    let files: string[];
    const list = () =>
      readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => !/^(node_modules|\.astro)/.test(file));
    beforeEach(() => {
      mkdirSync(join(root, 'mine'), { recursive: true });
      writeFileSync(join(root, 'mine/diary.txt'), '');
      files = list();
    });
    test('stops the build by name, without a stack trace, and nothing is touched', () => {
      const { status, stderr } = build(env);
      expect(status, stderr).toBe(1);
      expect(stderr).toMatch(message);
      expect(stderr).not.toMatch(/^\s+at |Stack trace/m);
      expect(list()).toEqual(files);
    });
  });
