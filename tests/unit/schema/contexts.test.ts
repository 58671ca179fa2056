import { test } from 'node:test';
import { expect } from '@playwright/test';
import { readContent } from '../../../src/schema/load.ts';
import { citedIn, contextsOf, entriesOf, examplesFor, isSecondHand, reusesOf } from '../../../src/schema/contexts.ts';
import { messages } from '../../../src/i18n/index.ts';
import { LOCALES } from '../../../src/locales.ts';
import { readProse } from '../../../src/tools/texts.ts';
import { contextRecords } from '../../../src/site/search/search-records.ts';
import { foundGroups } from '../../../src/site/search/found-pages.ts';
import { linesAfter, type Edit } from './edits.ts';

const TWILIO = 'contexts/twilio';
const TEAMS = 'contexts/microsoft-teams';
const FAILOVER = 'contexts/failover';

const wrong: [name: string, file: string, edit: Edit, message: RegExp][] = [
  ['a missing Japanese text', `${TWILIO}/ja.mdx`, () => null, /twilio\/ja\.mdx: is missing\. Write it/],
  [
    'an entry without a source',
    `${TWILIO}/facts.yaml`,
    (text) => text.replace('        sources: [error-31603]\n', ''),
    /sources is missing/,
  ],
  [
    'a source that the file lacks',
    `${TWILIO}/facts.yaml`,
    (text) => text.replace('sources: [error-31603]', 'sources: [error-9]'),
    /entries\.twilio-603\.sources has "error-9"; expected a section .*, a key of pages, .*error-31603/,
  ],
  [
    'a maker of nothing that is shown',
    `${TWILIO}/facts.yaml`,
    (text) => text.replace('        shown: ["603 Decline"]\n', ''),
    /by says who made a response, but shown has none\. Add what is seen/,
  ],
  [
    'a page whose address is not encrypted',
    `${TWILIO}/facts.yaml`,
    (text) => text.replace('url: https://', 'url: http://'),
    /expected an encrypted address such as https:/,
  ],
  [
    'a page that no entry cites',
    `${TWILIO}/facts.yaml`,
    (text) => text.replace('sources: [error-31603]', 'sources: [RFC 3261 §21.6.2]'),
    /pages has error-31603, which no entry cites/,
  ],
  [
    'a section of an RFC that does not exist',
    `${TWILIO}/facts.yaml`,
    (text) => text.replace('sources: [error-31603]', 'sources: [error-31603, RFC 3261 §99.9]'),
    /entries\.twilio-603\.sources cites RFC 3261 §99\.9, which does not exist/,
  ],
  [
    'a code that nobody knows',
    `${TWILIO}/facts.yaml`,
    (text) => text.replace('codes: [603]', 'codes: [603, 499]'),
    /entries\.twilio-603\.codes names 499; expected a registered code/,
  ],
  [
    'an anchor of another file',
    `${TEAMS}/facts.yaml`,
    (text) => text.replace('- id: teams-560', '- id: twilio-603'),
    /entries\.id is "twilio-603", which content\/contexts\/.*has, too|has, too\. Rename one/,
  ],
  [
    'an anchor that every page has',
    `${TWILIO}/facts.yaml`,
    (text) => text.replace('- id: account', '- id: sources'),
    /sections\.id is "sources", which is a heading of every such page/,
  ],
  [
    'an entry without a text',
    `${TWILIO}/en.mdx`,
    (text) => text.replace('  twilio-603:', '  twilio-604:'),
    /entries\.twilio-603 is missing; facts\.yaml has it/,
  ],
  [
    'a text without an entry',
    `${TWILIO}/ja.mdx`,
    (text) => text.replace('  account:', '  acount:'),
    /sections\.acount is not in facts\.yaml/,
  ],
  [
    'a second meaning whose example shows none of its codes',
    `${TEAMS}/facts.yaml`,
    (text) => text.replace('"560{code}"', '"560"'),
    /entries\.teams-560\.shown has "560"; expected a number of its codes in it, or \{code\}/,
  ],
  [
    'an unknown kind',
    `${TWILIO}/facts.yaml`,
    (text) => text.replace('kind: service', 'kind: cloud'),
    /kind is "cloud"; expected what it is: one of overview, service/,
  ],
  [
    'other numbers in Japanese',
    `${TWILIO}/ja.mdx`,
    (text) => text.replace('31603は拒否', '31604は拒否'),
    /entries\.twilio-31xxx\.text says other numbers than the other language/,
  ],
  [
    'a sentence without full stop',
    `${TWILIO}/en.mdx`,
    (text) => text.replace('names the account as the reason."', 'names the account as the reason"'),
    /entries\.twilio-603\.tell has no full stop/,
  ],
  [
    'a page without address that is no copy',
    'contexts/audiocodes/facts.yaml',
    (text) => text.replace('    copy: true\n', ''),
    /pages\.sip-to-isdn\.url is missing/,
  ],
  [
    'a cell without a source',
    `${FAILOVER}/facts.yaml`,
    (text) => text.replace('          stops: [RFC 3263 §4.3]\n', ''),
    /entries\.failover-rfc3263\.cells\.stops has no source/,
  ],
  [
    'sources of a cell and of the whole entry',
    `${FAILOVER}/facts.yaml`,
    (text) => text.replace('        cells:\n', '        sources: [RFC 3263 §4.3]\n        cells:\n'),
    /sources is given, and cells, too/,
  ],
  [
    'a route of a product that has no file',
    `${FAILOVER}/facts.yaml`,
    (text) => text.replace('product: freepbx', 'product: freepbxx'),
    /entries\.failover-freepbx\.route\.product is freepbxx; expected one of asterisk/,
  ],
  [
    'an entry about a context that does not exist',
    `${FAILOVER}/facts.yaml`,
    (text) => text.replace('of: three-cx', 'of: three-xc'),
    /entries\.failover-3cx\.of is three-xc; expected the folder of another context/,
  ],
];
for (const [name, file, edit, message] of wrong)
  test(`a context is refused: ${name}`, () => {
    expect(linesAfter(file, edit).join('\n')).toMatch(message);
  });

const { content, vendors } = readContent('content');
const { contexts, codes } = content!;

test('a code has the contexts that name it, and only those', () => {
  expect(contextsOf(contexts, 402).map(([{ slug }]) => slug)).toContain('other-carriers');
  expect(contextsOf(contexts, 699)).toEqual([]);
});

test('no page of a code shows an example with the number of another one', () => {
  const faults = codes.flatMap(({ number }) =>
    contextsOf(contexts, number).flatMap(([, entries]) =>
      entries.flatMap((one) =>
        examplesFor(one, number).filter((text) =>
          one.codes.some(
            (other) => other !== number && !text.includes(String(number)) && new RegExp(`${other}(?!\\d)`).test(text),
          ),
        ),
      ),
    ),
  );
  expect(faults).toEqual([]);
  const entry = (id: string) => entriesOf(contexts).find((one) => one.id === id)!;
  expect(examplesFor(entry('teams-560'), 487)).toEqual(['560487']);
  expect(examplesFor(entry('alibaba-486'), 480)).toEqual([]);
  expect(examplesFor({ shown: ['32011'], codes: [408, 500] }, 408)).toEqual(['32011']);
});

test('a source is a section, a page, or a line at the commit that was read', () => {
  const of = {
    pages: { faq: { title: 'FAQ', url: 'https://example.com/', read: '2026-11-30', secondHand: true as const } },
    repositories: {
      main: { repo: 'one/two', branch: 'main', commit: 'a'.repeat(40), date: '2026-11-30', version: '1' },
    },
  };
  expect(citedIn(of, 'RFC 3261 §8.1')).toEqual({ kind: 'rfc', source: 'RFC 3261 §8.1' });
  expect(citedIn(of, 'faq')).toMatchObject({ kind: 'page', key: 'faq' });
  expect(citedIn(of, 'main: src/file.c:12')).toEqual({
    kind: 'line',
    key: 'main',
    url: `https://github.com/one/two/blob/${'a'.repeat(40)}/src/file.c#L12`,
    label: 'file.c:12',
  });
  for (const none of ['main', 'main: file.c', 'other: file.c:1', 'RFC 3261']) expect(citedIn(of, none)).toBeNull();
  const entry = { id: 'one', codes: [], shown: [], names: [] };
  expect(isSecondHand({ ...entry, sources: ['faq'] }, of)).toBe(true);
  expect(isSecondHand({ ...entry, sources: ['faq', 'RFC 3261 §8.1'] }, of)).toBe(false);
});

test('a context that is known from third parties alone says so in its summary and its first paragraph', () => {
  const mark = { en: /second-hand/i, ja: /第三者の情報/ };
  const known = contexts.filter((context) => entriesOf([context]).every((entry) => isSecondHand(entry, context)));
  expect(known.map(({ slug }) => slug)).toEqual(expect.arrayContaining(['three-cx', 'zoom-phone']));
  for (const { slug, text } of known)
    for (const locale of LOCALES)
      for (const said of [text[locale].summary, text[locale].origin]) expect(said, slug).toMatch(mark[locale]);
});

test('what every context says of its own judgement names the two headings of advice', () => {
  for (const locale of LOCALES) {
    const { contexts: words, ui } = messages(locale);
    expect(words.ours).toContain(ui.judgement);
    for (const heading of [words.tell, words.fix]) expect(words.oursAdvice).toContain(heading);
  }
});

test('whoever lists second meanings gets their topic, codes and an example', () => {
  const reuses = reusesOf(contexts);
  expect(reuses.length).toBeGreaterThanOrEqual(18);
  for (const { id, codes: concerned, shown } of reuses) {
    expect(concerned.length, id).toBeGreaterThan(0);
    expect(shown.length, id).toBeGreaterThan(0);
  }
});

test('the search gets every context and entry in both languages, with what is shown', () => {
  for (const locale of ['en', 'ja'] as const) {
    const records = contextRecords(contexts, locale);
    expect(records).toHaveLength(contexts.length + entriesOf(contexts).length);
    for (const { path } of records) expect(path.startsWith('/ja/')).toBe(locale === 'ja');
    const teams = records.find(({ path }) => path.endsWith('#teams-560'))!;
    expect(teams.text).toContain('560403');
    const group = foundGroups(content!, vendors, locale).find(({ base }) => base.endsWith('/contexts/telnyx/#'))!;
    expect(group.pages.find(([, names]) => names.includes('D35'))?.[0]).toBe('telnyx-403');
  }
});

test('the Japanese check reads the texts of contexts, entries included', () => {
  const fields = readProse('ja')
    .filter(({ file }) => file === `content/${TWILIO}/ja.mdx`)
    .map(({ field }) => field);
  for (const field of ['title', 'summary', 'origin', 'sections.account', 'entries.twilio-603.text'])
    expect(fields).toContain(field);
});
