import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { problemLine, readContent } from '../../src/build/content.ts';

/**
 * Copies `content/` before the tests of a file and removes the copy after them.
 *
 * @returns a function that edits one file of the copy (null removes it), reads all, and puts the file back; it returns
 *   the problems as lines
 */
export function editableContent(): (file: string, edit: (text: string) => string | null) => string[] {
  let root: string;
  test.beforeAll(() => {
    root = join(mkdtempSync(join(tmpdir(), 'sip-codes-')), 'content');
    cpSync('content', root, { recursive: true });
  });
  test.afterAll(() => rmSync(join(root, '..'), { recursive: true, force: true }));
  return (file, edit) => {
    const path = join(root, file);
    const before = readFileSync(path, 'utf8');
    const after = edit(before);
    try {
      if (after === null) rmSync(path);
      else {
        expect(after, 'the edit has to change something').not.toBe(before);
        writeFileSync(path, after);
      }
      return readContent(root).problems.map(problemLine);
    } finally {
      writeFileSync(path, before);
    }
  };
}
