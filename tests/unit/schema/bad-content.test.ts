import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from '@playwright/test';
import { problemLine, readContent } from '../../../src/schema/load.ts';
import { futureDates } from '../../../src/schema/check/future-dates.ts';
import { problemsAfter } from './edits.ts';
import { WRONG_EDITS } from './wrong-edits/index.ts';

// Each wrong edit is made in memory, on the texts of the real content. The check has to name file, field and fix.

/** What is wrong is followed by what to do. */
const MEND =
  /[.;] (Add|Begin|Choose|Close|Copy|Correct|Give|Keep|Make|Move|Name|Put|Remove|Rename|Reword|Save|Say|Several|Shorten|Spell|Texts are|Translate|Write) ?/;

test('the catalogue has at least forty wrong edits, each with its own name', () => {
  expect(WRONG_EDITS.length).toBeGreaterThanOrEqual(40);
  expect(new Set(WRONG_EDITS.map(({ name }) => name)).size).toBe(WRONG_EDITS.length);
});

for (const { name, file, edit, field, says, at } of WRONG_EDITS)
  test(`is refused: ${name}`, () => {
    const problems = problemsAfter(file, edit);
    const reported = problems.filter((problem) => problem.file === `content/${at ?? file}`);
    expect(
      reported.map((problem) => problem.field),
      JSON.stringify(problems.slice(0, 5), null, 1),
    ).toContain(field);
    const messages = reported.filter((problem) => problem.field === field).map(({ message }) => message);
    expect(messages.join('\n')).toMatch(says);
    for (const message of messages) expect(message).toMatch(MEND);
  });

/** What other files name: 480 is the only code of RFC 3841, the others are in the changelog or on the home page. */
const NAMED = ['480', '423', 'ims', 'failover', 'freepbx.yaml', 'drops-after-32-seconds'];

// What a file with a fault would have said counts as unknown: else the list gives advice that breaks what is right.
for (const folder of ['codes', 'symptoms', 'contexts', 'vendors'])
  test(`a file of ${folder}/ that cannot be read makes nothing elsewhere wrong`, () => {
    const names = readdirSync(join('content', folder)).filter((name) => !name.startsWith('.'));
    for (const name of names.filter((one, index) => index % 20 === 0 || NAMED.includes(one))) {
      const file = folder === 'vendors' ? `vendors/${name}` : `${folder}/${name}/facts.yaml`;
      const others = problemsAfter(file, (text) => `${text}\n\t: [\n`).filter(
        (one) => !one.file.startsWith(`content/${folder}/${name}`),
      );
      expect(others.map(problemLine)).toEqual([]);
    }
  });

test('a summary that no code needs is reported', () => {
  const problems = problemsAfter('reference/rfc-summaries.yaml', (text) =>
    text.replace('number: 3841', 'number: 3842'),
  );
  expect(problems.map(problemLine).join('\n')).toContain('3842 is not needed');
});

test('a date in the future is reported, tomorrow is not', () => {
  const { content, vendors } = readContent('content');
  const updated = content!.codes
    .map((code) => code.updated)
    .sort()
    .at(-1)!;
  const before = (days: number) => new Date(Date.parse(updated) - days * 86_400_000).toISOString().slice(0, 10);
  expect(futureDates(content!, vendors, before(0))).toEqual([]);
  expect(futureDates(content!, vendors, before(1))).toEqual([]);
  const reported = futureDates(content!, vendors, before(2));
  expect(reported.length).toBeGreaterThan(0);
  expect(reported[0]!.file).toMatch(/^content\/codes\/\d{3}\/facts\.yaml$/);
  expect(reported[0]!.message).toMatch(/is in the future\. Write the day/);
});

const HARMLESS: [name: string, file: string, edit: (text: string) => string][] = [
  ['Windows line ends in facts', 'codes/486/facts.yaml', (text) => text.replaceAll('\n', '\r\n')],
  ['Windows line ends in Japanese', 'codes/486/ja.mdx', (text) => text.replaceAll('\n', '\r\n')],
  ['no line end at the end', 'codes/486/facts.yaml', (text) => text.trimEnd()],
  ['empty lines at the end', 'codes/486/en.mdx', (text) => `${text}\n\n\n`],
  [
    'another order of fields',
    'codes/486/facts.yaml',
    (text) => `updated: 2026-11-24\n${text.replace(/^updated: .*\n/m, '')}`,
  ],
  ['a comment', 'codes/486/facts.yaml', (text) => `# Seen again in RFC 3261.\n${text}`],
  ['other quotes', 'codes/486/facts.yaml', (text) => text.replace('phrase: Busy Here', "phrase: 'Busy Here'")],
  [
    'a list over several lines',
    'codes/486/facts.yaml',
    (text) => text.replace('methods: [INVITE, OPTIONS, MESSAGE]', 'methods:\n  - INVITE\n  - OPTIONS\n  - MESSAGE'),
  ],
  [
    'a body of Markdown',
    'codes/486/en.mdx',
    (text) => `${text}\nSee [this code](../486/) and \`x\`.\n\n- one\n- two\n`,
  ],
  [
    'a body with a comment and a term',
    'codes/486/ja.mdx',
    (text) => `${text}\n{/* later */}\n\n<span lang="en">Busy Here</span>です。\n`,
  ],
  ['a hidden file of an editor', 'codes/486/.DS_Store', () => 'x'],
];
for (const [name, file, edit] of HARMLESS)
  test(`is accepted: ${name}`, () => {
    expect(problemsAfter(file, edit)).toEqual([]);
  });
