import { test } from 'node:test';
import { expect } from '@playwright/test';
import { readContent } from '../../../src/schema/load.ts';
import { examplesFor, reuseOf } from '../../../src/schema/reuse.ts';
import { linesAfter } from './edits.ts';

const file = 'reference/reuse.yaml';

test('a code has the second meanings that name it, in the order authored', () => {
  const { reuse } = readContent('content').content!.reference;
  expect(reuseOf(reuse, 402).map(({ id }) => id)).toEqual(['didww-402', 'voximplant-402']);
  expect(reuseOf(reuse, 699)).toEqual([]);
});

test('a second meaning without a source is refused', () => {
  expect(linesAfter(file, (text) => text.replace(/\n {2}source: \{ title: "31603[^\n]*/, '')).join('\n')).toContain(
    'content/reference/reuse.yaml: [0].source is missing',
  );
});

test('a second meaning of a code that is not registered is refused', () => {
  expect(linesAfter(file, (text) => text.replace('codes: [482]', 'codes: [477]')).join('\n')).toContain(
    'content/reference/reuse.yaml: alibaba-482.codes names 477; expected a registered code',
  );
});

test('an anchor that stands twice is refused', () => {
  expect(linesAfter(file, (text) => text.replace('id: alibaba-482', 'id: alibaba-486')).join('\n')).toContain(
    'content/reference/reuse.yaml: alibaba-486 stands twice',
  );
});

test('no page of a code shows an example with the number of another one', () => {
  const { codes, reference } = readContent('content').content!;
  const faults = codes.flatMap(({ number }) =>
    reuseOf(reference.reuse, number).flatMap((one) =>
      examplesFor(one, number).filter(
        (text) =>
          !text.includes(String(number)) ||
          one.codes.some((other) => other !== number && new RegExp(`${other}(?!\\d)`).test(text)),
      ),
    ),
  );
  expect(faults).toEqual([]);
  const teams = reference.reuse.find(({ id }) => id === 'teams-560')!;
  expect(examplesFor(teams, 487)).toEqual(['560487']);
  const alibaba = reference.reuse.find(({ id }) => id === 'alibaba-486')!;
  expect(examplesFor(alibaba, 480)).toEqual([]);
});

test('an example that shows none of its codes is refused', () => {
  expect(linesAfter(file, (text) => text.replace('shown: ["560{code}"]', 'shown: ["560499"]')).join('\n')).toContain(
    'content/reference/reuse.yaml: teams-560.shown has "560499"; expected a number of its codes in it, or {code}',
  );
});
