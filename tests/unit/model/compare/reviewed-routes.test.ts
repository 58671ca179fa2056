import { test } from 'node:test';
import { expect } from '@playwright/test';
import { readContent } from '../../../../src/schema/load.ts';
import { messages } from '../../../../src/i18n/index.ts';
import { compareAll } from '../../../../src/model/compare/compare.ts';
import { LOCALES } from '../../../../src/locales.ts';
import * as rules from '../../../../src/model/compare/rules/index.ts';
import { pairPage } from '../../../../src/site/pair-page.ts';

// What a reader of all pairs found wrong about the way of a request: first hops, proxies named in Contact, dialogs.

const { content } = readContent('content');
const code = (number: number) => content!.byNumber.get(number)!;
const comparisons = compareAll(content!);
const pair = (a: number, b: number) => comparisons.get(`${a}-vs-${b}`)!;
const ways = (a: number, b: number) => pair(a, b).together.map(({ way }) => way);
/** The sentences that rules make. */
const text = (locale: 'en' | 'ja', a: number, b: number) => {
  const { lead, differences, together, fork, network } = pairPage(pair(a, b), messages(locale), content!);
  return [
    ...lead.map((one) => one.text),
    ...differences.map((one) => one.text),
    ...together.map((one) => one.text),
    fork.text,
    ...network.map((one) => one.text),
  ].join('\n');
};

test('a PUBLISH may be sent inside a dialog (RFC 3903 §4)', () => {
  for (const other of [481, 487]) {
    expect(pair(412, other).fork.reason).toBe('in-dialog');
    expect(ways(412, other)).toEqual(['never-at-once', 'after-change']);
    expect(rules.methods(code(412), code(other), content!)).toBeNull();
  }
});

test('no branch of a fork returns 494, which comes from the first hop only (RFC 3329 §2.3.2)', () => {
  const others = content!.codes.map(({ number }) => number).filter((number) => number !== 494);
  for (const other of others) {
    const both = other < 494 ? pair(other, 494) : pair(494, other);
    expect(both.fork).toMatchObject({ winner: 'n/a', firstHop: other < 494 ? 'b' : 'a' });
    expect(both.together.map(({ way }) => way)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/branches|after-flow/)]),
    );
  }
  expect(pair(200, 494).fork.reason).toBe('first-hop');
  for (const first of [180, 181, 182, 183, 199])
    expect(pair(first, 494).together).toEqual([{ way: 'never-at-once' }, { way: 'after-change', first: 'b' }]);
  expect(ways(100, 494)).toEqual(['provisional-then-final']);
  expect(text('en', 183, 494)).toContain(
    '494 comes only from the first hop, to a request that no proxy has forwarded, so no proxy ever has to weigh it against 183.',
  );
  expect(text('en', 494, 603)).toContain('so no proxy ever has to weigh it against 603.');
  expect(text('ja', 183, 494)).toContain('494は、プロキシがまだ転送していないリクエストに最初のホップだけが返す');
});

test('305 names the proxy on the way, not another address (RFC 3261 §21.3.4)', () => {
  expect(rules.nextActorOf(code(305))).toBe('client-proxy');
  expect(rules.failoverKind(code(305))).toBe('follow-proxy');
  expect(rules.failoverKind(code(302))).toBe('follow');
  expect(pair(305, 404).together).toContainEqual({ way: 'after-proxy', first: 'a' });
  for (const { a, b } of comparisons.values()) {
    if (a.number !== 305 && b.number !== 305) continue;
    const redirect = [a, b].some(({ number }) => [300, 301, 302].includes(number));
    if (!redirect) expect(text('en', a.number, b.number)).not.toMatch(/an address from Contact/);
  }
});

test('a proxy may try what a redirection names, but not what a 380 describes (RFC 3261 §21.3.5)', () => {
  const unless = { en: 'unless the proxy itself tries what Contact names', ja: 'Contactの宛先を自ら試さなければ' };
  for (const locale of LOCALES) {
    expect(text(locale, 302, 404)).toContain(unless[locale]);
    expect(text(locale, 380, 404)).not.toContain(unless[locale]);
  }
  expect(pair(380, 404).fork).toMatchObject({ winner: 380, reason: 'lowest-class' });
});

test('the section shown for each side is the one that says most (RFC 5057 for what a dialog loses)', () => {
  const shown = (a: number, b: number, kind: string) => {
    const { sources } = pair(a, b).differences.find((one) => one.kind === kind)!;
    return [sources.a[0], sources.b[0]];
  };
  expect(shown(401, 404, 'dialog')).toEqual(['RFC 5057 §5.1', 'RFC 5057 §5.1 note 2']);
  expect(shown(404, 416, 'next')[1]).toBe('RFC 3261 §8.1.3.5');
  expect(shown(416, 486, 'next')[0]).toBe('RFC 3261 §8.1.3.5');
});

test('a refusal by a person has no usual place in a trace, since the phone may have rung (607)', () => {
  expect(pair(504, 607).differences.map(({ kind }) => kind)).not.toContain('trace');
});

test('a Request-URI inside a dialog cannot be mended, so 414 is not followed by 204 (RFC 3261 §12.2.1.1)', () => {
  expect(pair(204, 414).together.map(({ way }) => way)).not.toContain('after-change');
});

test('after 405 the refused method is not used again, so the same server does not answer 501 to it (RFC 3261 §21.5.2)', () => {
  expect(pair(405, 501).together.filter(({ way }) => way === 'after-change')).not.toContainEqual({
    way: 'after-change',
    first: 'a',
  });
});

test('only what names a redirect server comes from one (RFC 3261 §8.3)', () => {
  const found = pair(301, 438).differences.find(({ kind }) => kind === 'senders-overlap' || kind === 'senders');
  expect(JSON.stringify(found)).toContain('redirect');
});

test('a server that sends one of the codes as its task is named, though the other code comes from UASs at large (RFC 3261 §10.3)', () => {
  expect(pair(423, 433).differences.find(({ kind }) => kind === 'senders-overlap')).toMatchObject({
    a: expect.arrayContaining(['registrar', 'event-server']),
  });
  // A gateway and a PBX are UASs too: what both codes may come from as such sets nothing apart (RFC 3261 §6).
  expect(JSON.stringify(pair(422, 489).differences)).not.toMatch(/"(a|b)":\[[^\]]*"(gateway|b2bua)"/);
});

test('a request with another method is not "this request", so 405 gains nothing at a fork (RFC 3261 §16.7 step 6)', () => {
  expect(pair(405, 486).fork).toMatchObject({ winner: 'either', mends: null });
  expect(pair(416, 486).fork).toMatchObject({ winner: 'either', mends: null });
});

test('another flow leads to one phone and not to a relay, so 470 does not come that way (RFC 5626 §7, RFC 5360 §5.9)', () => {
  expect(pair(430, 470).together.map(({ way }) => way)).not.toContain('after-flow');
});

test('where the response says nothing of its own, only the request is to be looked at', () => {
  expect(pair(414, 505).look).toEqual({ a: 'request-only', b: 'request-only' });
  expect(pair(420, 421).look).toEqual({ a: 'request', b: 'request' });
});

test('a registrar is named with a code that answers only INVITE, for it never sends that (RFC 3261 §10.3)', () => {
  expect(pair(199, 200).differences.find(({ kind }) => kind === 'senders-overlap')).toMatchObject({
    b: expect.arrayContaining(['registrar', 'event-server']),
  });
});

test('how long a refusal holds is no question to an answer that refuses nothing; 300 may state an end (RFC 3261 §8.3)', () => {
  expect(pair(200, 301).differences.map(({ kind }) => kind)).not.toContain('lasts');
  expect(pair(300, 301).differences.find(({ kind }) => kind === 'lasts')).toMatchObject({ a: 'until-stated' });
});

test('no table says what a gateway makes of the body of a 380 (RFC 3398 §8.2.5)', () => {
  expect(pair(380, 486).network.find(({ kind }) => kind === 'pstn-different')).toMatchObject({
    a: { kind: 'redirect', by: 'body' },
  });
});

test('a registrar sends no 6xx, so only 404 of 404 and 604 comes from one (RFC 3261 §10.3)', () => {
  expect(pair(404, 604).differences.find(({ kind }) => kind === 'senders-overlap')).toMatchObject({
    a: expect.arrayContaining(['registrar']),
  });
});
