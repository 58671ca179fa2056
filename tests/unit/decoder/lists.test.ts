import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { expect } from '@playwright/test';
import { entriesOf, ownerOf } from '../../../src/schema/contexts.ts';
import { readContent } from '../../../src/schema/load.ts';
import { MARKS, UNMARKED } from '../../../src/decoder/outcome/carrier-marks.ts';
import { symptomsOf } from '../../../src/decoder/show/symptoms.ts';
import type { Names } from '../../../src/decoder/show/code-names.ts';
import { decoder } from '../../../src/i18n/decoder/words/en.ts';
import { linksOf } from '../../../src/decoder/show/links.ts';
import { analyse } from '../../../src/decoder/show/analyse.ts';
import { RULES } from '../../../src/decoder/rules/index.ts';
import { answeredCall, failedCall, registration, sdp, type TraceBuilder } from './build-trace.ts';

// Lists of the decoder against what they represent: a rule, an entry or a page that is forgotten fails here.

const FOLDER = 'src/decoder/rules';
/** Files of the folder that are not rules. */
const NO_RULES = ['index.ts', 'findings.ts', 'explains.ts'];

test('whatever a file of rules exports is among the rules that run', async () => {
  const files = readdirSync(FOLDER).filter((file) => !NO_RULES.includes(file));
  expect(files.length).toBeGreaterThan(5);
  let count = 0;
  for (const file of files) {
    const rules: Record<string, unknown> = await import(`../../../${FOLDER}/${file}`);
    for (const [name, rule] of Object.entries(rules)) {
      expect([file, name, RULES.includes(rule as (typeof RULES)[number])]).toEqual([file, name, true]);
      count += 1;
    }
  }
  expect(RULES.length).toBe(count);
});

interface Entry {
  id: string;
  who: string;
  codes: number[];
  shown: string[];
  /** A second meaning of a registered code, which /sip/reuse/ lists. */
  second: boolean;
}
const entries: Entry[] = entriesOf(readContent('content').content!.contexts).map((one) => ({
  id: one.id,
  who: ownerOf(one, 'en'),
  codes: one.codes,
  shown: one.shown,
  second: one.topic !== undefined,
}));

test('each entry of carriers’ own meanings has its mark in the decoder, or is listed as one without', () => {
  const listed = [...MARKS.map(({ id }) => id), ...UNMARKED];
  expect(new Set(listed).size).toBe(listed.length);
  const marked = new Set(MARKS.map(({ id }) => id));
  const wanted = entries.filter(({ id, second }) => second || marked.has(id)).map(({ id }) => id);
  expect(listed.sort()).toEqual(wanted.sort());
  for (const { id, who, codes } of MARKS) {
    const entry = entries.find((one) => one.id === id)!;
    expect([id, who]).toEqual([id, entry.who]);
    for (const code of codes) expect(entry.codes).toContain(code);
  }
});

test('the phrases that an entry shows are found by its mark', () => {
  for (const { id, codes } of MARKS) {
    const { shown } = entries.find((one) => one.id === id)!;
    for (const example of shown) {
      const [, code, phrase] = /^(\d{3}) (.*)$/.exec(example)!;
      expect(codes).toContain(Number(code));
      const headers = id === 'twilio-603' ? { 'X-Twilio-Error': '10001 Account is not active' } : {};
      const { findings } = analyse(failedCall(Number(code), { phrase: phrase!, headers }).trace).calls[0]!;
      expect(findings).toContainEqual(expect.objectContaining({ kind: 'carrier-mark', id, severity: 'warning' }));
    }
  }
});

test('a mark counts at the end of the phrase only, and only with its code', () => {
  for (const [code, phrase] of [
    [403, 'D1 exceeded'],
    [403, 'Error 10D35'],
    [480, 'Number is Invalid D35'],
    [503, 'Funds Required soon'],
  ] as const)
    expect(analyse(failedCall(code, { phrase }).trace).calls[0]!.findings.map(({ kind }) => kind)).not.toContain(
      'carrier-mark',
    );
});

const folders = readdirSync('content/symptoms', { withFileTypes: true }).flatMap((one) =>
  one.isDirectory() ? [one.name] : [],
);
const names: Names = {
  codes: { 403: { phrase: 'Forbidden', summary: '', path: '/sip/403/', nature: 'normal' } },
  causes: {},
  warnings: {},
  symptoms: Object.fromEntries(folders.map((name) => [name, { label: name, href: `/symptoms/${name}/` }])),
  reuse: Object.fromEntries(entries.map(({ id, who }) => [id, { label: who, href: `/sip/reuse/#${id}` }])),
};
const context = { names, pair: (a: number, b: number) => `${a}-vs-${b}`, words: decoder };
const links = (trace: TraceBuilder) => linksOf(analyse(trace.trace).calls, context);
const hrefs = (trace: TraceBuilder) => links(trace).map(({ href }) => href);

test('findings lead to the nearest symptom and to the entry of the carrier, then to the code', () => {
  expect(hrefs(failedCall(403, { phrase: 'Number is Invalid D35' }))).toEqual([
    '/symptoms/forbidden-despite-right-password/',
    '/sip/reuse/#telnyx-403',
    '/sip/403/',
  ]);
  const reason = 'SIP;cause=603;text="v=analytics1;url=https://r.example";location=TN';
  expect(hrefs(failedCall(603, { phrase: 'Network Blocked', headers: { Reason: reason } }))).toEqual([
    '/symptoms/rejected-as-spam/',
    '/sip/reuse/#atis-603-plus',
  ]);
  expect(hrefs(failedCall(488))).toEqual(['/symptoms/every-call-488/']);
  expect(hrefs(answeredCall({ ackless: 10, bye: 'callee', talk: 32 }))).toEqual(['/symptoms/drops-after-32-seconds/']);
  expect(hrefs(registration([401, 401]))).toEqual(['/symptoms/registration-loops-with-401/']);
  expect(hrefs(answeredCall({ answer: { body: sdp('192.168.1.9') } }))).toContain('/symptoms/one-way-audio/');
});

test('a call without fault leads nowhere, and a name without a page gives no link', () => {
  expect(hrefs(answeredCall())).toEqual([]);
  expect(linksOf(analyse(failedCall(488).trace).calls, { ...context, names: { ...names, symptoms: {} } })).toEqual([]);
});

test('every symptom that the decoder names has its folder', () => {
  const source = readFileSync('src/decoder/show/symptoms.ts', 'utf8');
  const named = new Set([...source.matchAll(/\| '([a-z0-9-]+)'$/gm)].map(([, name]) => name!));
  expect(named.size).toBeGreaterThan(10);
  for (const name of named) expect(folders).toContain(name);
  const { outcome, findings } = analyse(failedCall(404).trace).calls[0]!;
  expect(symptomsOf(outcome, findings)).toEqual(['some-numbers-fail']);
});
