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
import { MARK } from '../../../src/integrations/output-folder.ts';
import { edited } from '../schema/edits.ts';
import { WRONG_EDITS } from '../schema/wrong-edits.ts';

// `astro build` in a copy of the project: what is wrong stops it before a page is made, is told without a stack trace, and
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

const NAMES = [
  'the English entry is missing',
  'a tab for indent',
  'a misspelt key',
  'a message to itself',
  'English left in Japanese',
  'a script',
  'a reversed pair',
  'a line of a product without its source',
  'a symptom with an unknown code',
];

const EDITS = NAMES.map((name) => WRONG_EDITS.find((one) => one.name === name)!);
/** As many edits at once as there are files for them: the n-th edit of each file is in the n-th round. */
const rounds = Object.values(
  Object.groupBy(EDITS, ({ file }, at) => EDITS.slice(0, at).filter((other) => other.file === file).length),
) as (typeof EDITS)[];

for (const [number, edits] of rounds.entries())
  describe(`content with many faults, ${number + 1}`, () => {
    let result: SpawnSyncReturns<string>;
    before(() => {
      mkdirSync(join(root, 'dist'));
      writeFileSync(join(root, 'dist', MARK), '');
      writeFileSync(join(root, 'dist/index.html'), 'the last site');
      const all = edits.reduce<() => SpawnSyncReturns<string>>(
        (then, { file, edit }) =>
          () =>
            edited(join(root, 'content'), file, edit, then),
        build,
      );
      result = all();
    });
    after(() => rmSync(join(root, 'dist'), { recursive: true }));

    for (const { name, file, field } of edits)
      test(`the build fails and tells: ${name}`, () => {
        expect(result.status, result.stderr).toBe(1);
        expect(result.stderr).toContain(`content/${file}: ${field}`);
      });
    test('the list ends with their number and where to read on, without a stack trace', () => {
      expect(result.stderr).toMatch(/\d+ problems? in content\/\. content\/README\.md shows how an entry is written/);
      expect(result.stderr).not.toMatch(/^\s+at |Stack trace/m);
    });
    test('the last site is there, and nothing else', () => {
      expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toBe('the last site');
      expect(readdirSync(root).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
    });
  });

for (const [name, env, message] of [
  [
    'settings',
    { REPO_URL: 'javascript:alert(1)', INDEX_TIERS: 'banana' },
    /REPO_URL is "javascript:alert\(1\)"; expected[^]*INDEX_TIERS is "banana"; expected/,
  ],
  [
    'an origin with a path',
    { SITE_URL: 'https://x.example/docs/' },
    /SITE_URL is "https:\/\/x\.example\/docs\/"; expected an origin/,
  ],
  [
    'the source as output folder',
    { OUT_DIR: 'src' },
    /OUT_DIR is ".*src.*", which lies in src\/, which the build reads\. Name a new folder, such as dist/,
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
