import { expect, test } from '@playwright/test';
import { readContent } from '../../src/build/content.ts';
import { readProse } from '../../src/build/prose.ts';
import { codesByHeader } from '../../src/model/headers.ts';
import { COUNTING_GROUPS, countingGroup, ratios } from '../../src/model/metrics.ts';
import { causesByClass, codesFor, roundTrip, sipFor, sipRoundTrip } from '../../src/model/q850.ts';
import { tableCitations } from '../../src/model/tables.ts';
import { treatedAs } from '../../src/model/unregistered.ts';

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

test('every cause has a class, and stands once', () => {
  const grouped = causesByClass(all).flatMap(({ causes }) => causes.map(({ cause }) => cause));
  expect(grouped).toEqual(q850.causes.map(({ cause }) => cause));
  expect(new Set(grouped).size).toBe(grouped.length);
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

test('an unknown code is treated as x00 of its class, a provisional one as 183 (RFC 3261 §8.1.3.2)', () => {
  expect(treatedAs(477, all).number).toBe(400);
  expect(treatedAs(666, all).number).toBe(600);
  expect(treatedAs(155, all).number).toBe(183);
});

test('the Japanese check reads the tables and their words', () => {
  const files = new Set(readProse('ja').map(({ file }) => file));
  for (const file of ['q850', 'reason', 'warnings', 'unregistered', 'metrics'])
    expect(files).toContain(`content/reference/${file}.yaml`);
  expect(files).toContain('src/i18n/tables.ja.ts');
});
