import { test } from 'node:test';
import { expect } from '@playwright/test';
import { readContent } from '../../../../src/schema/load.ts';
import { messages } from '../../../../src/i18n/index.ts';
import { compareAll } from '../../../../src/model/compare/compare.ts';
import { LOCALES } from '../../../../src/locales.ts';
import type { Together } from '../../../../src/model/compare/findings.ts';
import * as rules from '../../../../src/model/compare/rules/index.ts';
import { leading, pairPage } from '../../../../src/site/pair-page.ts';

// What a reader of all pairs found wrong once, with the section that decides; and what no page may say of any pair.

const { content } = readContent('content');
const code = (number: number) => content!.byNumber.get(number)!;
const comparisons = compareAll(content!);
const pair = (a: number, b: number) => comparisons.get(`${a}-vs-${b}`)!;
const ways = (a: number, b: number) => pair(a, b).together.map(({ way }) => way);
/** The sentences that rules make, without those of the two code pages. */
const text = (locale: 'en' | 'ja', a: number, b: number) => {
  const page = pairPage(pair(a, b), messages(locale), content!);
  return [
    ...page.lead.map(({ text }) => text),
    ...page.differences.map((one) => one.text),
    ...page.common,
    ...page.together.map(({ text }) => text),
    page.fork.text,
    ...page.network.map((one) => one.text),
    page.received,
  ].join('\n');
};

test('380 describes its alternative in the body: nobody follows an address (RFC 3261 §21.3.5)', () => {
  expect(ways(380, 404)).toContain('after-alternative');
  expect(ways(380, 404)).not.toContain('after-redirect');
  expect(rules.failoverKind(code(380))).toBeNull();
  expect(pair(380, 404).look.a).toBe('body');
  expect(rules.nextActorOf(code(380))).toBe('client-alternative');
});

test('430 goes no further than the home proxy and never answers REGISTER (RFC 5626 §5.3.1, §11.5)', () => {
  expect(pair(430, 439).fork.winner).toBe('n/a');
  expect(pair(430, 480).fork).toMatchObject({ winner: 'either', reason: 'flow-first' });
  expect(pair(430, 503).fork).toMatchObject({ winner: 430, reason: 'flow-first' });
  expect(pair(430, 486).together).toContainEqual({ way: 'after-flow', first: 'a' });
  // No client that tries again gets a 430.
  expect(pair(430, 503).together).not.toContainEqual({ way: 'after-failover', first: 'b' });
  expect(pair(430, 480).network.filter(({ kind }) => kind === 'pstn-returns')).toEqual([]);
});

test('a provisional response precedes a final one inside a dialog too, unless it belongs to setting one up', () => {
  expect(ways(100, 491)).toEqual(['provisional-then-final']);
  expect(ways(180, 487)).toEqual(['provisional-then-final']);
  expect(ways(100, 204)).toEqual(['provisional-then-success']);
  expect(ways(199, 491)).toEqual(['setting-up-only']);
  expect(ways(100, 180)).toEqual(['trying-first']);
  expect(ways(180, 183)).toEqual(['both-provisional']);
});

test('what follows a code that leaves the dialog is no answer inside it (RFC 5057 §5.1)', () => {
  for (const other of [302, 305, 404, 416, 430, 440, 483, 484, 486, 600, 603])
    expect(pair(Math.min(other, 491), Math.max(other, 491)).together).not.toContainEqual(
      expect.objectContaining({ way: expect.stringMatching(/^after-/), first: other < 491 ? 'a' : 'b' }),
    );
  expect(ways(204, 410)).toContain('separate-requests');
  expect(ways(200, 204)).toContain('later-request');
  expect(ways(204, 607)).toEqual(['inside-outside']);
});

test('only what occurs inside a dialog comes in a later request of it', () => {
  for (const other of [380, 440, 486, 607, 608]) expect(ways(200, other)).not.toContain('later-request');
  // RFC 5057 §5.1 note 17 has 600 in answer to a request inside a dialog.
  for (const other of [403, 481, 487, 488, 491, 600, 603]) expect(ways(200, other)).toContain('later-request');
});

test('what fits only outside a dialog ends nothing inside one', () => {
  const found = [...comparisons.values()].filter(
    ({ a, b, differences, shared }) =>
      (a.outsideDialogOnly || b.outsideDialogOnly) && [...differences, ...shared].some(({ kind }) => kind === 'dialog'),
  );
  expect(found.map(({ key }) => key)).toEqual([]);
});

test('an excerpt is the beginning of a description, without gaps', () => {
  expect(leading('One. Two is a longer sentence. Three.', 'en', 15)).toBe('One.');
  expect(leading('One. Two is a longer sentence. Three.', 'en', 30)).toBe('One. Two is a longer sentence.');
  expect(leading('一つ目です。二つ目はもっと長い文です。三つ目。', 'ja', 12)).toBe('一つ目です。');
  for (const locale of LOCALES) {
    const faults = [...comparisons.values()].flatMap((one) =>
      pairPage(one, messages(locale), content!)
        .sides.filter(({ code: { text }, description }) =>
          [text[locale].description, text[locale].summary].every((whole) => !whole.startsWith(description)),
        )
        .map(({ code }) => `${one.key}: ${code.number}`),
    );
    expect(faults).toEqual([]);
  }
});

test('consent takes time, it does not correct the request (RFC 5360 §5.9.2)', () => {
  expect(pair(403, 470).together).toContainEqual({ way: 'after-waiting', first: 'b' });
  expect(ways(403, 470)).not.toContain('after-change');
});

test('the order of tests holds for one UAS and one Request-URI only', () => {
  expect(pair(400, 416).together.filter(({ way }) => way === 'after-change')).toHaveLength(2);
  expect(pair(407, 483).together).toContainEqual({ way: 'after-challenge', first: 'a' });
  expect(pair(404, 501).together).toContainEqual({ way: 'after-change', first: 'a' });
  // A way that the order forbids is no proof that a fork is the only way.
  expect(ways(415, 501)).toEqual(['never-at-once', 'branches']);
});

test('requests in a dialog are no REGISTER or CANCEL, and are not forked', () => {
  for (const [a, b] of [
    [439, 481],
    [439, 487],
    [481, 555],
  ] as const)
    expect(pair(a, b).fork.winner).toBe('n/a');
  expect(pair(202, 481).fork.reason).toBe('in-dialog');
  expect(pair(469, 488).fork.reason).toBe('no-common-method');
  // The methods of 600 are our judgement.
  expect(pair(469, 600).fork.reason).toBe('no-common-method-typically');
  expect(pair(404, 469).fork.reason).toBe('in-dialog');
});

test('a client makes up 408 for any method (RFC 3261 §8.1.3.1)', () => {
  for (const other of [412, 423, 439, 489]) {
    expect(rules.methods(code(408), code(other), content!)).toBeNull();
    expect(pair(408, other).together).toEqual([{ way: 'local-then-other', local: 'a' }]);
  }
  expect(rules.overlapping(code(401), code(408), content!)).toBeNull();
  expect(rules.onlyMethod(code(180), code(408))).toBeNull();
  expect(rules.onlyMethod(code(180), code(183))).toBe('INVITE');
});

test('a list of methods that is ours, or of another day, is marked so', () => {
  expect(rules.methods(code(380), code(412), content!)).toMatchObject({ how: 'typically' });
  expect(rules.methods(code(202), code(204), content!)).toMatchObject({ how: 'today' });
  expect(rules.methods(code(204), code(422), content!)).toMatchObject({ how: 'never' });
  expect(rules.narrower(code(404), code(486), content!)).toMatchObject({ typically: true, judged: ['b'] });
});

test('an answer that tells how to fix the request is listed with those that RFC 3261 names (§16.7 step 6)', () => {
  expect(pair(420, 421).fork).toMatchObject({ winner: 420, reason: 'preferred', mends: 'both' });
  expect(pair(415, 486).fork).toMatchObject({ winner: 415, reason: 'preferred', mends: 'a' });
  expect(pair(421, 422).fork).toMatchObject({ winner: 'either', mends: 'both' });
  expect(pair(421, 484).fork).toMatchObject({ winner: 484, mends: 'both' });
  // Retry-After tells when, not how.
  expect(pair(413, 415).fork).toMatchObject({ winner: 415, mends: 'b' });
  expect(pair(504, 580).fork.mends).toBeNull();
});

test('only an INVITE has branches to cancel (RFC 3261 §9.1)', () => {
  expect(pair(412, 604).fork.reason).toBe('global-failure-no-cancel');
  expect(pair(486, 603).fork.reason).toBe('global-failure');
});

test('at a gateway: what it mends itself, what returns as itself, and what is provisional (RFC 3398 §8.2)', () => {
  const network = (a: number, b: number, kind: string) => pair(a, b).network.find((one) => one.kind === kind);
  expect(network(401, 403, 'pstn-different')).toBeTruthy();
  expect(network(401, 407, 'pstn-same')).toMatchObject({ cause: 21, first: 'authenticate' });
  expect(network(406, 415, 'pstn-same')).toMatchObject({ cause: 79, first: 'remedy' });
  expect(network(402, 403, 'pstn-same')).toMatchObject({ cause: 21, first: null });
  // A 603 keeps the location "user", and the next gateway may choose 603 again.
  expect(network(403, 603, 'pstn-returns')).toBeUndefined();
  expect(network(416, 486, 'pstn-different')).toMatchObject({ a: { kind: 'cause', cause: 127, first: 'remedy' } });
  // The table has a row for 423, which answers no INVITE.
  expect(network(423, 486, 'pstn-different')).toMatchObject({ a: { kind: 'not-invite' } });
  expect(network(180, 486, 'pstn-different')).toMatchObject({
    a: { kind: 'message', acm: 'subscriber-free', event: 1 },
  });
  expect(network(199, 486, 'pstn-different')).toBeUndefined();
  expect(network(204, 486, 'pstn-different')).toMatchObject({ a: { kind: 'not-invite' } });
  expect(network(500, 503, 'pstn-in')).toMatchObject({ a: { causes: [111, 127], otherwise: true } });
});

test('481 lets nobody try elsewhere, and to a CANCEL it ends nothing else (RFC 5057 §5.1 note 8)', () => {
  expect(rules.failoverKind(code(481))).toBeNull();
  expect(pair(481, 488).differences.find(({ kind }) => kind === 'dialog')).toMatchObject({
    a: { ends: 'usage-unless-cancel' },
  });
});

test('a provisional response reports nobody’s decision', () => {
  const decision = (a: number, b: number) =>
    rules.decidersDisjoint(code(a), code(b), content!) ?? rules.decidersOverlap(code(a), code(b), content!);
  expect(decision(100, 380)).toBeNull();
  expect(decision(380, 404)).toMatchObject({ kind: 'decision' });
});

test('a registrar or event server is a UAS: no line is drawn between them (RFC 3261 §10.3, RFC 3903 §6)', () => {
  for (const [a, b] of [
    [412, 493],
    [423, 429],
    [439, 493],
  ] as const) {
    expect(rules.sender({ ...code(a), judgement: [] }, { ...code(b), judgement: [] }, content!)).toBeNull();
    expect(pair(a, b).choice).toBe(true);
  }
});

test('a success says enough with its own header fields, and optional fields are said to be optional', () => {
  expect(rules.detail(code(200), code(401), content!)).toBeNull();
  expect(rules.detail(code(401), code(480), content!)).toMatchObject({
    a: { there: 'always' },
    b: { there: 'if-present' },
  });
  expect(rules.detail(code(439), code(486), content!)).toMatchObject({ a: { in: 'REGISTER', there: 'telling' } });
  expect(pair(405, 501).shared).toContainEqual({
    kind: 'detail',
    header: 'Allow',
    there: 501,
    judged: [],
    sources: [],
  });
});

test('two newer codes are both described as old equipment takes them (RFC 3261 §8.1.3.2)', () => {
  expect(rules.unknownToOld(code(199), code(204), content!)).toMatchObject({
    kind: 'both-unknown-to-old',
    a: { rfc: 6228, fallback: 183 },
    b: { rfc: 5839, fallback: 200 },
  });
  expect(rules.unknownToOld(code(404), code(486), content!)).toBeNull();
});

test('a note settles what the trace shows', () => {
  expect(pair(480, 487).differences.map(({ kind }) => kind)).not.toContain('trace');
});

const NEVER: readonly Together['way'][] = ['never-same-request', 'inside-outside'];

test('no page says both that a request never gets both codes and how it does', () => {
  const faults = [...comparisons.values()].filter(({ together, differences, fork }) => {
    const never =
      together.some(({ way }) => NEVER.includes(way)) || differences.some(({ kind }) => kind === 'methods-disjoint');
    return (
      (never && together.some(({ way }) => !NEVER.includes(way))) ||
      // What only the first hop returns meets other codes, though never on branches of a fork.
      (fork.winner === 'n/a' && fork.reason !== 'first-hop' && together.length > 1)
    );
  });
  expect(faults.map(({ key }) => key)).toEqual([]);
});

test('no code that answers only inside a dialog turns up on branches of a fork', () => {
  const faults = [...comparisons.values()].filter(
    ({ a, b, together }) =>
      (a.inDialogOnly || b.inDialogOnly) && together.some(({ way }) => way === 'only-branches' || way === 'branches'),
  );
  expect(faults.map(({ key }) => key)).toEqual([]);
});

for (const locale of LOCALES)
  test(`no sentence has a new address, least of all for 380 (${locale})`, () => {
    const faults = [...comparisons.values()]
      .filter(({ a, b }) => a.number === 380 || b.number === 380)
      .filter(({ note }) => !note)
      .filter(({ a, b }) => /new address|新しい宛先/.test(text(locale, a.number, b.number)));
    expect(faults.map(({ key }) => key)).toEqual([]);
  });

test('what both do to a call, a subscription or a dialog names its sections, unless it is our judgement', () => {
  const bare = [...comparisons.values()].flatMap(({ a, b, shared }) =>
    shared
      .filter(({ kind }) => ['mid-call', 'subscription', 'dialog'].includes(kind))
      .filter(({ sources, judged }) => sources.length === 0 && judged.length < 2)
      .map(({ kind }) => `${a.number}-vs-${b.number}: ${kind}`),
  );
  expect(bare).toEqual([]);
  const { common } = pairPage(pair(436, 484), messages('en'), content!);
  expect(common.flatMap(({ sources }) => sources)).toEqual(['RFC 3261 §14.1', 'RFC 3311 §5.3']);
});

test('a 408 inside a dialog rests on the section that says what a timeout ends (RFC 5057 §5.2)', () => {
  expect(rules.dialog(code(408), code(487), content!)!.sources.a).toContain('RFC 5057 §5.2');
});

test('18x and 199 answer INVITE alone because RFC 4320 §4.1 bars them elsewhere', () => {
  for (const number of [180, 181, 182, 183, 199]) expect(code(number).methodsIn).toContain('RFC 4320 §4.1');
});
