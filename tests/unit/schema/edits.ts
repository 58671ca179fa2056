import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before } from 'node:test';
import { expect } from '@playwright/test';
import { problemLine, readContent, type Problem } from '../../../src/schema/load.ts';

/**
 * Makes one edit in a copy of the content, calls `then`, and puts the file back.
 *
 * @param root the copy
 * @param file path in it; a file that does not exist is made
 * @param edit gets the text ('' if there is none) and returns the new one, null to remove the file
 * @returns what `then` returns
 */
export function edited<T>(root: string, file: string, edit: (text: string) => string | null, then: () => T): T {
  const path = join(root, file);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : null;
  const after = edit(before ?? '');
  expect(after, 'the edit has to change something').not.toBe(before);
  const folder = existsSync(dirname(path)) ? null : dirname(path);
  try {
    if (after === null) rmSync(path);
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, after);
    }
    return then();
  } finally {
    if (folder) rmSync(folder, { recursive: true, force: true });
    else if (before === null) rmSync(path);
    else writeFileSync(path, before);
  }
}

/** Copies `content/` before the tests of a file and removes the copy after them; the place is known in a test. */
export function contentCopy(): { root: () => string } {
  let root: string;
  before(() => {
    root = join(mkdtempSync(join(tmpdir(), 'sip-codes-')), 'content');
    cpSync('content', root, { recursive: true });
  });
  after(() => rmSync(join(root, '..'), { recursive: true, force: true }));
  return { root: () => root };
}

/** @returns a function that makes an edit in a copy of the content and returns all problems */
export function editedProblems(): (file: string, edit: (text: string) => string | null) => Problem[] {
  const { root } = contentCopy();
  return (file, edit) => edited(root(), file, edit, () => readContent(root()).problems);
}

/** @returns the same, with each problem as a line */
export function editableContent(): (file: string, edit: (text: string) => string | null) => string[] {
  const problemsAfter = editedProblems();
  return (file, edit) => problemsAfter(file, edit).map(problemLine);
}
