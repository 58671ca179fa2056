import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { expect } from '@playwright/test';
import { readContent } from '../../../src/schema/load.ts';
import { readProse } from '../../../src/tools/texts.ts';
import { symptomRecords } from '../../../src/site/search/search-records.ts';
import { symptomsWith } from '../../../src/schema/symptoms.ts';
import { linesAfter, type Edit } from './edits.ts';

const DROPS = 'symptoms/drops-after-32-seconds';

const wrong: [name: string, file: string, edit: Edit, message: RegExp][] = [
  ['a missing Japanese text', `${DROPS}/ja.mdx`, () => null, /32-seconds\/ja\.mdx: is missing\. Write it/],
  [
    'a misspelt key',
    `${DROPS}/en.mdx`,
    (text) => text.replace('looksLike:', 'lookslike:'),
    /32-seconds\/en\.mdx: lookslike is no known field/,
  ],
  [
    'a title that is too long',
    `${DROPS}/ja.mdx`,
    (text) => text.replace('title: "', 'title: "応答した後の通話がいつも決まって何もしないのに'),
    /title has \d+ characters; at most 28\. Shorten it/,
  ],
  [
    'a code twice',
    `${DROPS}/facts.yaml`,
    (text) => text.replace('codes: [200,', 'codes: [200, 200,'),
    /codes names 200 twice/,
  ],
  [
    'a section that does not exist',
    `${DROPS}/facts.yaml`,
    (text) => text.replace('RFC 3261 §8.1.1.8', 'RFC 3261 §8.1.1.88'),
    /causes\[0\] cites RFC 3261 §8\.1\.1\.88, which does not exist/,
  ],
  [
    'a cause without its test',
    `${DROPS}/en.mdx`,
    (text) => text.replace(/ {4}tell: .*\n/, ''),
    /causes\[0\]\.tell is missing; expected a sentence/,
  ],
  [
    'a response that nobody asked for',
    `${DROPS}/facts.yaml`,
    (text) => text.replace('- proxy -> callee: 200 BYE', '- proxy -> callee: 200 CANCEL'),
    /ladder has 200 CANCEL from proxy to callee, but no CANCEL went the other way/,
  ],
  [
    'an unknown note in the ladder',
    `${DROPS}/facts.yaml`,
    (text) => text.replace('ack-missing', 'ack-lost'),
    /has the note "ack-lost"; expected one of/,
  ],
  [
    'a time before the one above it',
    `${DROPS}/facts.yaml`,
    (text) => text.replace('6.5 s callee', '5 s callee'),
    /ladder has 5 s after 6 s; expected times in the order of the steps/,
  ],
  [
    'a sentence of another symptom',
    `${DROPS}/en.mdx`,
    (text) =>
      text.replace(
        /looksLike: ".*"/,
        /looksLike: ".*"/.exec(readFileSync('content/symptoms/hold-fails/en.mdx', 'utf8'))![0],
      ),
    /looksLike is the same sentence as in|is the same sentence as in .*drops-after-32-seconds\/en\.mdx looksLike/,
  ],
  [
    'English in a Japanese cause',
    `${DROPS}/ja.mdx`,
    (text) => text.replace(/- cause: ".*"/, '- cause: "The ACK is lost."'),
    /causes\[0\]\.cause is "The ACK is lost\."; expected Japanese/,
  ],
  [
    'text below the front matter',
    `${DROPS}/en.mdx`,
    (text) => `${text}\nMore.\n`,
    /has text after the front matter, which no page shows/,
  ],
];
for (const [name, file, edit, message] of wrong)
  test(`a symptom is refused: ${name}`, () => {
    expect(linesAfter(file, edit).join('\n')).toMatch(message);
  });

const { content } = readContent('content');
const symptoms = content!.symptoms;

test('there are at least sixteen symptoms, each with two causes and a test for each', () => {
  expect(symptoms.length).toBeGreaterThanOrEqual(16);
  for (const symptom of symptoms) expect(symptom.causes.length, symptom.name).toBeGreaterThanOrEqual(2);
});

test('a ladder shows no final response that the list of codes leaves out', () => {
  for (const symptom of symptoms)
    for (const step of symptom.ladder.steps)
      if (step.kind === 'message' && step.code !== null && step.code >= 300)
        expect(symptom.codes, `${symptom.name}: ${step.code}`).toContain(step.code);
});

test('a code lists the symptoms that name it earliest first', () => {
  const names = symptomsWith(symptoms, 408).map((symptom) => symptom.codes.indexOf(408));
  expect(names.length).toBeGreaterThan(1);
  expect(names).toEqual([...names].sort((left, right) => left - right));
  expect(symptomsWith(symptoms, 699)).toEqual([]);
});

test('the search gets every symptom in both languages, with its keywords', () => {
  for (const locale of ['en', 'ja'] as const) {
    const records = symptomRecords(symptoms, locale);
    expect(records).toHaveLength(symptoms.length);
    for (const [index, record] of records.entries()) {
      expect(record.path).toContain(symptoms[index]!.name);
      expect(record.path.startsWith('/ja/')).toBe(locale === 'ja');
      for (const word of symptoms[index]!.text[locale].keywords) expect(record.text).toContain(word);
    }
  }
});

test('a symptom rests on sections, so it tells tests to make and not what some user reported', () => {
  const hearsay = {
    en: /users? reports?|one user|one project|(?:its|the) author\b|(?:was|were|been) reported/i,
    ja: /報告があ|作者によ|という報告|利用者によれば/,
  };
  for (const locale of ['en', 'ja'] as const)
    for (const { name, text } of symptoms) {
      const { looksLike, causes } = text[locale];
      for (const said of [looksLike, ...causes.flatMap(({ cause, tell }) => [cause, tell])])
        expect(said, name).not.toMatch(hearsay[locale]);
    }
});

test('the Japanese check reads the texts of symptoms, causes included', () => {
  const fields = readProse('ja')
    .filter(({ file }) => file === `content/${DROPS}/ja.mdx`)
    .map(({ field }) => field);
  for (const field of ['title', 'summary', 'looksLike', 'causes[0].cause', 'causes[0].tell', 'askFor[0]'])
    expect(fields).toContain(field);
});
