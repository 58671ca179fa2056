import { messages } from '../../../src/i18n/index.ts';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { expect } from '@playwright/test';
import { decoder as decodeEn } from '../../../src/i18n/decoder/words/en.ts';
import { decoder as decodeJa } from '../../../src/i18n/decoder/words/ja.ts';
import { analyse } from '../../../src/decoder/show/analyse.ts';
import { parseTrace } from '../../../src/decoder/input/trace-parser.ts';
import { redact } from '../../../src/decoder/redact/redact.ts';
import { conversations, groupLadder, groupView, overview, type ViewContext } from '../../../src/decoder/show/view.ts';

// Every capture gives the outcome that a person wrote down for it in outcomes.json, in both languages.

const FOLDER = 'tests/fixtures/trace';
const expected = JSON.parse(readFileSync(`${FOLDER}/outcomes.json`, 'utf8')) as Record<
  string,
  { en: string[]; ja: string[]; findings: string[] }
>;
const names = { codes: {}, causes: {}, warnings: {}, symptoms: {}, reuse: {} };
const capture = (name: string) => {
  const file = ['pcap', 'pcapng'].map((kind) => `${FOLDER}/${name}/capture.${kind}`).find((path) => existsSync(path));
  return parseTrace(readFileSync(file!));
};
const context = (locale: 'en' | 'ja'): ViewContext => ({
  words: locale === 'ja' ? decodeJa : decodeEn,
  page: messages(locale).decodePage,
  names: {
    ...names,
    codes: { 487: { phrase: 'Request Terminated', summary: 'Cancelled.', path: '/sip/487/', nature: 'normal' } },
  },
  absolute: (path) => new URL(path, 'https://sip-codes.example').href,
  pair: (a, b) => `/sip/${a}-vs-${b}/`,
});

for (const [name, { en, ja, findings }] of Object.entries(expected))
  test(`${name}: ${en.join(' ')}`, () => {
    const { calls } = analyse(capture(name));
    expect(calls.map(({ outcome }) => decodeEn.outcome(outcome, names))).toEqual(en);
    expect(calls.map(({ outcome }) => decodeJa.outcome(outcome, names))).toEqual(ja);
    const found = calls.flatMap((call) => call.findings.filter(({ severity }) => severity !== 'note'));
    expect(found.map(({ kind }) => kind)).toEqual(findings);
  });

test('what the page shows of a cancelled call', () => {
  const trace = capture('cancelled');
  const analysis = analyse(trace);
  const conversation = conversations(analysis);
  const { read, groups, skipped } = overview(trace, conversation, analysis, context('en'));
  expect(read).toBe('Read as a pcapng capture: 7 SIP messages.');
  expect(skipped).toEqual([]);
  expect(groups.items.map(({ outcome, worst }) => [outcome, worst])).toEqual([[expected['cancelled']!.en[0], null]]);
  const ladder = groupLadder(conversation[0]!, analysis, context('ja'));
  const view = groupView(conversation[0]!, ladder, analysis, context('ja'));
  expect(view.links).toEqual([{ label: '487 Request Terminated', href: '/sip/487/' }]);
  expect(view.ladder.steps.map(({ message }) => message)).toEqual(ladder.messages);
  // The parties, then a row per message.
  expect(view.ladder.list.children).toHaveLength(1 + ladder.messages.length);
  expect(view.ladder.more).toBe(0);
});

test('the plate of the answer has the state of the worst finding, else of the code that the call ended in, else none', () => {
  const withCodes: ViewContext = {
    ...context('en'),
    names: {
      ...names,
      codes: {
        401: { phrase: 'Unauthorized', summary: '', path: '', nature: 'normal' },
        403: { phrase: 'Forbidden', summary: '', path: '', nature: 'depends' },
        487: { phrase: 'Request Terminated', summary: '', path: '', nature: 'normal' },
        480: { phrase: 'Temporarily Unavailable', summary: '', path: '', nature: 'depends' },
      },
    },
  };
  const stateOf = (name: string) => {
    const analysis = analyse(capture(name));
    const [group] = conversations(analysis);
    return groupView(group!, groupLadder(group!, analysis, withCodes), analysis, withCodes).state;
  };
  expect(stateOf('cancelled')).toEqual({ nature: 'normal', label: null });
  expect(stateOf('no-answer-480')).toEqual({ nature: 'depends', label: null });
  expect(stateOf('missing-ack')).toEqual({ nature: 'fault', label: 'Fault' });
  expect(stateOf('answered')).toBeNull();
  // A challenge that is not met is not normal, although 401 is.
  expect(stateOf('register-wrong-password')?.nature).not.toBe('normal');
});

test('a redacted trace tells the same story', () => {
  for (const name of Object.keys(expected)) {
    const [plain, hidden] = [analyse(capture(name)), analyse(redact(capture(name)))];
    expect(hidden.calls.map(({ outcome }) => outcome.kind)).toEqual(plain.calls.map(({ outcome }) => outcome.kind));
    expect(hidden.calls.map(({ findings }) => findings.map(({ kind }) => kind))).toEqual(
      plain.calls.map(({ findings }) => findings.map(({ kind }) => kind)),
    );
  }
});
