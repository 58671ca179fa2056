import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import type { ContentProblem } from '../../../src/schema/content.ts';
import { readFiles } from '../../../src/schema/files.ts';
import { checkFiles, problemLine } from '../../../src/schema/load.ts';

/**
 * Makes one edit in a copy of the content, calls `then`, and puts the file back.
 *
 * @param root the copy
 * @param file path in it; a file that does not exist is made
 * @param edit gets the text ('' if there is no file) and returns the new one, null to remove the file
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

const committed = readFiles('content');

/** Changes the text of a file; gets '' if there is no file, and returns null to remove the file. */
export type Edit = (text: string) => string | null;

/**
 * Makes one edit in memory; nothing on disk changes.
 *
 * @param file path in `content/`; a file that does not exist is made; with null for a text, a folder is removed too
 * @returns all problems of the content that has this edit
 */
export function problemsAfter(file: string, edit: Edit): ContentProblem[] {
  const before = committed.get(file) ?? '';
  const after = edit(String(before));
  expect(after, 'the edit has to change something').not.toBe(before);
  const files = new Map(committed);
  if (after === null) {
    for (const path of committed.keys()) if (path === file || path.startsWith(`${file}/`)) files.delete(path);
    expect(files.size, 'the edit has to remove something').toBeLessThan(committed.size);
  } else files.set(file, after);
  return checkFiles(files).problems;
}

/** The same, with each problem as a line */
export const linesAfter = (file: string, edit: Edit): string[] => problemsAfter(file, edit).map(problemLine);
