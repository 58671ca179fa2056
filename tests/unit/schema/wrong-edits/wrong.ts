// A catalogue of wrong edits: what somebody might do by mistake or on purpose, and what the content check says of it. Each
// file of this folder holds one subject.

import type { Edit } from '../edits.ts';

export interface WrongEdit {
  /** What is wrong. */
  name: string;
  /** File in content/. */
  file: string;
  /** The new text; null removes the file. */
  edit: Edit;
  /** The field that the message names; '' for the file as a whole. */
  field: string;
  /** What was expected, and the fix. */
  says: RegExp;
  /** Where the message points if not to `file`. */
  at?: string;
}

export const FACTS = 'codes/486/facts.yaml';
export const EN = 'codes/486/en.mdx';
export const JA = 'codes/486/ja.mdx';
export const NOTE = 'comparisons/480-vs-486';
export const SYMPTOM = 'symptoms/hold-fails';

export const replace =
  (from: string | RegExp, to: string) =>
  (text: string): string =>
    text.replace(from, () => to);
export const set = (key: string, value: string) => replace(new RegExp(`^${key}: .*`, 'm'), `${key}: ${value}`);
export const append = (end: string) => (text: string) => text + end;
export const wrong = (
  name: string,
  file: string,
  field: string,
  edit: WrongEdit['edit'],
  says: RegExp,
  at?: string,
): WrongEdit => ({ name, file, field, edit, says, ...(at ? { at } : {}) });
