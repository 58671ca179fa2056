import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { expect } from '@playwright/test';
import { edited } from '../schema/edits.ts';
import { WRONG_EDITS } from '../schema/wrong-edits.ts';

// The whole build of a copy of the project fails for a wrong edit of each kind, before a page is made.

let root: string;
before(() => {
  root = mkdtempSync(join(tmpdir(), 'sip-codes-'));
  for (const part of ['content', 'src', 'public', 'package.json', 'astro.config.mjs', 'tsconfig.json'])
    if (existsSync(part)) cpSync(part, join(root, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'dir');
});
after(() => rmSync(root, { recursive: true, force: true }));

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

for (const name of NAMES)
  test(`the build fails: ${name}`, () => {
    const { file, edit, field } = WRONG_EDITS.find((one) => one.name === name)!;
    const { status, stderr } = edited(join(root, 'content'), file, edit, () =>
      spawnSync(process.execPath, ['src/build/build.ts'], {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, PATH: resolve('node_modules/.bin') + delimiter + process.env['PATH'] },
      }),
    );
    expect(status, stderr).toBe(1);
    expect(stderr).toContain(`content/${file}: ${field}`);
    expect(stderr).toMatch(/in content\/\. content\/README\.md shows how an entry is written/);
    expect(existsSync(join(root, 'dist')), 'no page is made').toBe(false);
  });
