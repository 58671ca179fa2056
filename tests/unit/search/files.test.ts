import { test } from 'node:test';
import { expect } from '@playwright/test';
import { FORMAT } from '../../../src/search/directory.ts';
import { light } from './light.ts';

// The two files of a language that an open page may fetch from the host of a later build.

/** Where a value holds what: `codes[][] string`. Lists that happen to be empty say nothing. */
const form = (value: unknown, place = ''): string[] =>
  Array.isArray(value)
    ? value.flatMap((one) => form(one, `${place}[]`))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, one]) => form(one, `${place}.${key}`))
      : [`${place} ${typeof value}`];
const formOf = (value: unknown) => [...new Set(form(value))].sort();

for (const locale of ['en', 'ja'] as const) {
  const { directory, file } = light(locale);

  test(`FORMAT is raised when the form of the files changes: ${locale}`, () => {
    expect(directory.format).toBe(FORMAT);
    // Another form: raise FORMAT, and take the new form here. Words of the page and words that mean the same are of any number.
    expect([
      FORMAT,
      formOf({ ...directory, say: null }).join(', '),
      formOf({ ...file, same: null }).join(', '),
    ]).toEqual([
      2,
      '.classes[] string, .codes[][] number, .codes[][] string, .deprecated[] number, .format number, ' +
        '.meant[][] number, .meant[][] string, .numbered[][] string, .say object, .settled string, .sip string, ' +
        '.texts string, .unregistered string, .version string',
      '.causes string, .codes[][] string, .codes[][][] string, .directory string, .groups[].base string, ' +
        '.groups[].kind string, .groups[].label string, .groups[].pages[][] string, .groups[].pages[][][] string, ' +
        '.groups[].texts string, .groups[].title string, .groups[].words[] string, .known.causes[][] number, ' +
        '.known.causes[][][] number, .known.compared[][] number, .known.compared[][] string, .known.names[][] number, .known.names[][] string, .known.pages[][] string, ' +
        '.known.products[] string, .known.rfcs.folder string, .known.rfcs.pages[] number, .known.rfcs.replaced[][] number, ' +
        '.known.warnings.codes[] number, .known.warnings.page string, .same object, ' +
        '.symptoms.folder string, .symptoms.pages[][] string, .symptoms.pages[][][] number, .symptoms.pages[][][] string',
    ]);
  });

  test(`the words name the directory whose codes they follow: ${locale}`, () => {
    expect(file.directory).toBe(directory.version);
    expect(file.codes).toHaveLength(directory.codes.length);
  });
}
