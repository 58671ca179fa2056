import { test } from 'node:test';
import { expect } from '@playwright/test';
import { readContent } from '../../../src/schema/load.ts';
import { readProse } from '../../../src/tools/texts.ts';
import { codesByHeader } from '../../../src/model/facts/headers.ts';
import { COUNTING_GROUPS, countingGroup, ratios } from '../../../src/model/facts/metrics.ts';
import { causeName, causeTitle } from '../../../src/site/cause-titles.ts';
import { causeRecords } from '../../../src/site/search/search-records.ts';
import { titleWidth } from '../../../src/i18n/titles/shared.ts';
import { LOCALES, locales } from '../../../src/locales.ts';
import {
  causesByClass,
  classOf,
  codesFor,
  examplesFor,
  reasonLine,
  roundTrip,
  rulesFor,
  sipFor,
  sipRoundTrip,
} from '../../../src/model/facts/q850.ts';
import { tableCitations } from '../../../src/schema/tables.ts';
import { treatedAs } from '../../../src/model/facts/unregistered.ts';

const { content, problems } = readContent('content');
const all = content!;
const { q850, metrics } = all.reference;
const code = (number: number) => all.byNumber.get(number)!;

test('the tables have no problem', () => {
  expect(problems).toEqual([]);
});

for (const [cause, sip, back] of [
  [18, 408, 102],
  [19, 480, 18],
  [31, 480, 18],
  [34, 503, 41],
  [20, 480, 18],
  [87, 403, 21],
] as const)
  test(`cause ${cause} becomes ${sip} and comes back as ${back} (RFC 3398 §7.2.4.1, §8.2.6.1)`, () => {
    expect(roundTrip(cause, all)).toMatchObject({ sip, back: [back], same: false, byDefault: false });
  });

for (const cause of [1, 17, 21, 22, 28, 41, 79, 102])
  test(`cause ${cause} survives SIP`, () => {
    expect(roundTrip(cause, all)).toMatchObject({ back: [cause], same: true });
  });

test('65 becomes 488 and comes back as 31 or 65, by Warning', () => {
  expect(roundTrip(65, all)).toMatchObject({ sip: 488, back: [31, 65], same: false });
});

test('a cause without a row becomes 500 and comes back as 41', () => {
  expect(roundTrip(25, all)).toMatchObject({ sip: 500, back: [41], byDefault: true });
});

test('16 and 44 become no response', () => {
  expect(sipFor(16, all)).toEqual({ kind: 'none', why: 'bye-or-cancel' });
  expect(sipFor(44, all)).toEqual({ kind: 'none', why: 'another-circuit' });
  expect(roundTrip(16, all)).toBeNull();
});

test('603 comes back from the telephone network as 403, 600 as 486, 404 as itself', () => {
  expect(sipRoundTrip(code(603), all)).toMatchObject({ cause: 21, back: 403, same: false });
  expect(sipRoundTrip(code(600), all)).toMatchObject({ cause: 17, back: 486 });
  expect(sipRoundTrip(code(404), all)).toMatchObject({ cause: 1, same: true });
  expect(sipRoundTrip(code(487), all)).toBeNull();
  expect(codesFor(21, all)).toEqual([401, 402, 403, 407, 603]);
});

test('every cause has a class, and is listed once', () => {
  const grouped = causesByClass(all).flatMap(({ causes }) => causes.map(({ cause }) => cause));
  expect(grouped).toEqual(q850.causes.map(({ cause }) => cause));
  expect(new Set(grouped).size).toBe(grouped.length);
});

const cause = (number: number) => q850.causes.find((one) => one.cause === number)!;

test('a cause has its class, its line of the Reason header field and its examples (RFC 3326 §2)', () => {
  expect(classOf(34, all).name.en).toBe('Resource unavailable');
  expect(classOf(127, all).first).toBe(112);
  expect(reasonLine(cause(34))).toBe('Reason: Q.850;cause=34;text="No circuit/channel available"');
  // The text is a quoted string, and no name needs an escape in it.
  for (const one of q850.causes) expect(reasonLine(one)).toMatch(/^Reason: Q\.850;cause=\d+;text="[^"\\]+"$/);
  expect(examplesFor(34, all)).toHaveLength(2);
  expect(examplesFor(16, all)[0]!.line).toBe(reasonLine(cause(16)));
  // Neither a longer number that begins with it nor a cause of another protocol.
  expect(examplesFor(3, all)).toEqual([]);
  expect(examplesFor(20, all)).toEqual([]);
});

test('what RFC 3398 says of a cause outside the tables is listed with it', () => {
  const sources = (number: number) => rulesFor(number, all).flatMap((rule) => rule.sources);
  expect(sources(16)).toEqual(['RFC 3398 §7.2.3']);
  expect(sources(19)).toEqual(['RFC 3398 §7.2.8']);
  expect(sources(23)).toEqual(['RFC 3398 §8.2.5']);
  expect(sources(102)).toEqual(['RFC 3398 §7.2.2']);
  expect(sources(34)).toEqual([]);
  // A rule is of the causes that its sentence names.
  for (const rule of q850.rules)
    for (const number of rule.causes ?? []) for (const text of [rule.en, rule.ja]) expect(text).toContain(`${number}`);
});

test('titles of causes fit, say the response where there is room, and are each their own', () => {
  expect(causeTitle(cause(34), all, 'en')).toBe('Q.850 cause 34: No circuit/channel available, SIP 503');
  expect(causeTitle(cause(16), all, 'en')).toBe('Q.850 cause 16: Normal call clearing');
  expect(causeTitle(cause(34), all, 'ja')).toBe('Q.850の理由表示34：利用可回線/チャネルなし→SIP 503');
  for (const locale of LOCALES) {
    const titles = q850.causes.map((one) => causeTitle(one, all, locale));
    expect(new Set(titles).size).toBe(q850.causes.length);
    for (const title of titles)
      expect(titleWidth(title, locale), title).toBeLessThanOrEqual(locales[locale].limits.title);
  }
});

test('search has one record for each cause, with its page, its name and the codes of both tables', () => {
  for (const locale of LOCALES) {
    const records = causeRecords(all, locale);
    expect(records).toHaveLength(q850.causes.length);
    const [record] = records.filter(({ path }) => path.endsWith('/q850/21/'));
    expect(record!.title).toBe(causeName(cause(21), locale));
    for (const code of [401, 402, 403, 407, 603]) expect(record!.text).toContain(String(code));
  }
});

test('every citation of the tables is found, so that the content check can resolve it', () => {
  const { reason, warnings, unregistered } = all.reference;
  const cited = tableCitations({ q850, reason, warnings, unregistered, metrics });
  for (const table of ['q850', 'reason', 'warnings', 'unregistered', 'metrics'])
    expect(cited.filter((one) => one.table === table).length).toBeGreaterThan(3);
  expect(cited.map((one) => one.cited)).toContain('RFC 6076 §4.9');
});

test('every code belongs to one group of RFC 6076, and the groups are those of the text', () => {
  const members = (group: string) =>
    all.codes.filter((one) => countingGroup(one, all) === group).map(({ number }) => number);
  expect(COUNTING_GROUPS.flatMap(members).sort((a, b) => a - b)).toEqual(all.codes.map(({ number }) => number));
  expect(members('success')).toEqual([200]);
  expect(members('callee')).toEqual([480, 486, 600, 603]);
  expect(members('ineffective')).toEqual([408, 500, 503, 504]);
  expect(members('challenge')).toEqual([401, 402, 407]);
  expect(members('redirect')).toEqual([300, 301, 302, 305, 380]);
});

test('SER leaves 3xx out of the total, ISA does not (RFC 6076 §4.6, §4.8)', () => {
  const result = ratios(
    new Map(Object.entries({ 200: 60, 302: 10, 486: 20, 503: 10 }).map(([k, v]) => [Number(k), v])),
    all,
  );
  expect(result.ser).toMatchObject({ above: 60, below: 90 });
  expect(result.seer).toMatchObject({ above: 80, below: 90 });
  expect(result.isa).toEqual({ above: 10, below: 100, percent: 10 });
});

test('a ratio without a denominator has no value (RFC 6076 §4)', () => {
  expect(ratios(new Map([[302, 3]]), all).ser.percent).toBeNull();
});

test('a header field lists every code whose facts have it', () => {
  const uses = codesByHeader(all);
  expect(uses.find(({ name }) => name === 'Warning')!.carriers.map((one) => one.code.number)).toEqual([480, 488, 606]);
  const listed = uses.flatMap((use) => use.carriers.flatMap((one) => one.rules));
  expect(listed).toHaveLength(all.codes.flatMap((one) => one.headers).length);
  const pointed = uses.flatMap((use) => use.readIn);
  expect(pointed).toHaveLength(all.codes.filter((one) => one.detailIn?.in).length);
});

test('a rule of RFC 3261 §20 for many responses is no fact of some of them', () => {
  // Rows of Tables 2 and 3 that name classes or codes one by one: all of these codes have the fact.
  const rows: Record<string, (code: number) => boolean> = {
    // Every provisional response but 100 (RFC 7462 §4.1).
    'Alert-Info': (code) => code > 100 && code < 200,
    Contact: (code) => code >= 300 && code < 400,
    'Retry-After': (code) => [404, 413, 480, 486, 500, 503, 600, 603].includes(code),
  };
  const onlyTable = all.codes.flatMap(({ number, headers }) =>
    headers
      .filter(({ level, source }) => level === 'MAY' && source.every((one) => /^RFC 3261 §20\b/.test(one)))
      .map(({ name }) => ({ number, name })),
  );
  expect(onlyTable.filter(({ name, number }) => !rows[name]?.(number))).toEqual([]);
  const missing = Object.entries(rows).flatMap(([name, covers]) =>
    all.codes
      .filter(({ number, headers }) => covers(number) && !headers.some((header) => header.name === name))
      .map(({ number }) => `${number} ${name}`),
  );
  expect(missing).toEqual([]);
  const ranges = codesByHeader(all).filter(({ range }) => range);
  expect(ranges.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Allow', 'Authentication-Info', 'Error-Info', 'Warning']),
  );
  for (const { range, carriers } of ranges)
    for (const { code } of carriers) expect(code.number >= range!.first && code.number <= range!.last).toBe(true);
});

test('an unknown code is treated as x00 of its class, a provisional one as 183 (RFC 3261 §8.1.3.2)', () => {
  expect(treatedAs(477, all).number).toBe(400);
  expect(treatedAs(666, all).number).toBe(600);
  expect(treatedAs(155, all).number).toBe(183);
});

test('the Japanese check reads the tables and their words', () => {
  const files = new Set(readProse('ja').map(({ file }) => file));
  for (const file of ['q850', 'reason', 'warnings', 'unregistered', 'metrics'])
    expect(files).toContain(`content/reference/${file}.yaml`);
  expect(files).toContain('src/i18n/pages/tables/ja.ts');
});
