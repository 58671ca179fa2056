import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { expect } from '@playwright/test';
import { FILE_LIMIT, readFiles } from '../../../src/schema/files.ts';
import { checkFiles, problemLine } from '../../../src/schema/load.ts';

// What may lie in a folder that is no text. Nothing of it is opened.

let root: string;
before(() => {
  root = mkdtempSync(join(tmpdir(), 'sip-codes-'));
  mkdirSync(join(root, 'codes/486/en.mdx'), { recursive: true });
  writeFileSync(join(root, 'codes/486/en.mdx/text.txt'), 'x');
  writeFileSync(join(root, 'codes/486/.DS_Store'), 'x');
  mkdirSync(join(root, 'codes/487'));
  mkdirSync(join(root, 'codes/488'));
  symlinkSync('/etc/hosts', join(root, 'codes/488/facts.yaml'));
  spawnSync('mkfifo', [join(root, 'codes/488/en.mdx')]);
  writeFileSync(join(root, 'codes/488/ja.mdx'), 'x'.repeat(FILE_LIMIT + 1));
});
after(() => rmSync(root, { recursive: true, force: true }));

test('texts are read, hidden files are left out, anything else is named and not opened', () => {
  expect(Object.fromEntries(readFiles(root))).toEqual({
    'codes/486/en.mdx/text.txt': 'x',
    'codes/487': { unread: expect.stringContaining('is an empty folder') },
    'codes/488/en.mdx': { unread: expect.stringContaining('is no regular file') },
    'codes/488/facts.yaml': { unread: expect.stringContaining('is a symbolic link') },
    'codes/488/ja.mdx': { unread: expect.stringContaining('has 100001 bytes; at most 100000') },
  });
});

test('a folder that is missing has no files', () => {
  expect(readFiles(join(root, 'nowhere')).size).toBe(0);
});

test('the content check reports each of them', () => {
  const lines = checkFiles(readFiles(root)).problems.map(problemLine);
  for (const line of [
    'content/codes/486/en.mdx: is a folder; expected a file. Rename or remove it',
    'content/codes/487: is an empty folder. Fill or remove it',
    'content/codes/488/facts.yaml: is a symbolic link; expected a file. Copy the file here, or remove the link',
    'content/codes/488/en.mdx: is no regular file; expected a text. Remove it',
    'content/codes/488/ja.mdx: has 100001 bytes; at most 100000. Shorten it',
  ])
    expect(lines).toContain(line);
});
