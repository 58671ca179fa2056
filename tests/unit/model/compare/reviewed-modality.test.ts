import { test } from 'node:test';
import { expect } from '@playwright/test';
import { messages } from '../../../../src/i18n/index.ts';
import { allFindings, compareAll } from '../../../../src/model/compare/compare.ts';
import { detail, nextStep } from '../../../../src/model/compare/rules/index.ts';
import { factRows } from '../../../../src/model/facts/rows.ts';
import { retryRecommended } from '../../../../src/model/facts/facts.ts';
import { LOCALES, type Locale } from '../../../../src/locales.ts';
import { readContent } from '../../../../src/schema/load.ts';
import { pairPage } from '../../../../src/site/pair-page.ts';

// How strong a rule is, and which section carries it: what readers with the RFC texts at hand found wrong once.

const { content } = readContent('content');
const comparisons = compareAll(content!);
const code = (number: number) => content!.byNumber.get(number)!;
/** Every sentence that rules make of a pair. */
const sentences = (locale: Locale, key: string): string[] => {
  const page = pairPage(comparisons.get(key)!, messages(locale), content!);
  return [...page.lead, ...page.differences, page.fork, ...page.network, ...page.together].map(({ text }) => text);
};

test('a client should repeat a request after the codes of RFC 3261 §8.1.3.5, after 491 (§14.1) and 494 (RFC 3329 §2.3.1)', () => {
  const recommended = content!.codes.filter(retryRecommended).map(({ number }) => number);
  expect(recommended).toEqual([401, 407, 413, 415, 416, 420, 491, 494]);
  expect(nextStep(code(401)).should).toBe(true);
  expect(factRows(code(400), content!).find(({ key }) => key === 'next')).toMatchObject({ should: false });
  expect(sentences('en', '401-vs-423').join(' ')).toContain(
    'After 401 the client should repeat the request with credentials for the realm; after 423 it may repeat the request',
  );
});

test('a refused PUBLISH is not repeated but made anew (RFC 3903 §5)', () => {
  const said = { en: 'must not repeat the PUBLISH', ja: 'そのPUBLISHを送り直してはならず' };
  for (const locale of LOCALES) expect(sentences(locale, '412-vs-423').join(' ')).toContain(said[locale]);
});

test('a code that is defined for other methods is not said to be impossible with the rest (RFC 8876 §4.1)', () => {
  for (const key of ['180-vs-425', '425-vs-439'])
    expect(sentences('en', key).join(' ')).not.toMatch(/\bnever answer|\bNever for one|No request can get/);
});

test('a section on gateways is cited only where the sentence names them (486, RFC 3398 §7.2.4.1)', () => {
  const { differences } = allFindings(code(486), code(600), content!);
  expect(differences.find(({ kind }) => kind === 'senders-overlap')!.sources.a).toEqual(['RFC 3261 §13.3.1.3']);
});

test('nothing is said of what a 404 lacks, for it may have Retry-After (RFC 3261 §20.33)', () => {
  expect(detail(code(404), code(480), content!)).toBeNull();
});

test('cause 44 becomes no response at all, so it is taken out of the default (RFC 3398 §7.2.4.1)', () => {
  const except = { en: '(except 44)', ja: '（44を除く）' };
  for (const locale of LOCALES) expect(sentences(locale, '500-vs-503').join(' ')).toContain(except[locale]);
});
