import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { expect } from '@playwright/test';
import { Session, type Ask, type Tell } from '../../../src/decoder/browser/session.ts';
import { redact } from '../../../src/decoder/redact/redact.ts';

// What the worker of the page answers, without a worker.

const EXAMPLE = readFileSync('public/decode/example.txt', 'utf8');
const SECRETS = /12025550142|[Aa]lice|6629fae4|192\.0\.2\.10/;
const usual = globalThis.fetch;
before(() => {
  // The names of codes; without them the session shows numbers.
  globalThis.fetch = () => Promise.reject(new Error('no network in this test'));
});
after(() => {
  globalThis.fetch = usual;
});

const reading = (input: Blob | string, redacted: boolean): Ask => ({
  ask: 'read',
  input,
  locale: 'en',
  names: '/names.json',
  site: 'https://sip.example/',
  sip: '/sip/',
  redacted,
  soon: false,
});

/** What shows nothing of a trace. */
const SILENT: Tell['tell'][] = ['progress', 'read', 'failed'];

/** As many registrations of one Call-ID each, unanswered */
const registers = (count: number): string =>
  Array.from(
    { length: count },
    (_, at) =>
      `REGISTER sip:corp.test SIP/2.0\r\nVia: SIP/2.0/UDP pc.corp.test;branch=z9hG4bK${at}\r\nMax-Forwards: 70\r\n` +
      `From: <sip:wilma@corp.test>;tag=${at}\r\nTo: <sip:wilma@corp.test>\r\nCall-ID: wilma-${at}\r\nCSeq: 1 REGISTER\r\n` +
      'Content-Length: 0\r\n\r\n',
  ).join('');

/** A session and all that it reported, and of that what shows something of a trace */
function open(by = redact) {
  const sent: Tell[] = [];
  const session = new Session((message) => sent.push(message), by);
  return { session, sent, shown: () => sent.filter(({ tell }) => !SILENT.includes(tell)) };
}

const every: Ask[] = [
  { ask: 'groups', from: 0 },
  { ask: 'group', index: 0 },
  { ask: 'steps', index: 0, from: 0 },
  { ask: 'message', index: 0 },
  { ask: 'export', index: 0, form: 'markdown' },
  { ask: 'export', index: 0, form: 'text' },
  { ask: 'export', index: 0, form: 'svg' },
];

test('every answer says whether it is redacted, and what is said to be holds nothing of the original', async () => {
  for (const redacted of [true, false]) {
    const { session, shown } = open();
    await session.answer(reading(EXAMPLE, redacted));
    for (const question of every) await session.answer(question);
    expect(shown()).toHaveLength(1 + every.length);
    for (const answer of shown()) expect(answer).toMatchObject({ redacted });
    expect(SECRETS.test(JSON.stringify(shown()))).toBe(!redacted);
  }
});

test('the box counts as it is at the end of reading', async () => {
  for (const [first, last] of [
    [false, true],
    [true, false],
  ] as const) {
    const { session, shown } = open();
    const done = session.answer(reading(new Blob([EXAMPLE.repeat(60)]), first));
    await session.answer({ ask: 'redact', on: last });
    await done;
    expect(shown().map((one) => 'redacted' in one && one.redacted)).toEqual([last]);
  }
});

test('if redaction throws, nothing is shown: not what was there before, and no answer to any question', async () => {
  const { session, sent, shown } = open(() => {
    throw new RangeError('too deep');
  });
  await session.answer(reading(EXAMPLE, false));
  expect(shown()).toHaveLength(1);
  await session.answer({ ask: 'redact', on: true });
  expect(sent.at(-1)).toEqual({ tell: 'failed', redacted: true, loaded: true });
  for (const question of every) await session.answer(question);
  expect(shown()).toHaveLength(1);
  // Without redaction there is something to show again.
  await session.answer({ ask: 'redact', on: false });
  expect(sent.at(-1)).toMatchObject({ tell: 'overview', redacted: false });

  const fresh = open(() => {
    throw new RangeError('too deep');
  });
  await fresh.session.answer(reading(EXAMPLE, true));
  // On a slow machine the page hears of progress, too.
  expect(fresh.sent.filter(({ tell }) => tell !== 'progress')).toEqual([
    { tell: 'read', messages: 10 },
    { tell: 'failed', redacted: true, loaded: true },
  ]);
});

test('reading stops between two pieces, and what came before is shown', async () => {
  const { session, shown } = open();
  const done = session.answer(reading(EXAMPLE.repeat(1000), false));
  await session.answer({ ask: 'stop' });
  await done;
  expect(shown()).toMatchObject([{ tell: 'overview', stopped: true }]);
});

test('whoever stops is shown the first thousand messages, and how many had been read', async () => {
  const sent: Tell[] = [];
  const session = new Session((message) => {
    sent.push(message);
    if (message.tell === 'progress' && message.messages > 2000) void session.answer({ ask: 'stop' });
  });
  await session.answer(reading(registers(20_000), false));
  const overview = sent.at(-1)!;
  if (overview.tell !== 'overview') throw new Error(overview.tell);
  expect(overview).toMatchObject({ stopped: true, redacted: false });
  expect(overview.overview.read).toContain('1,000');
  const said = overview.overview.skipped.join(' ');
  const [, more] = /([\d,]+) more SIP messages had been read by then, and were not analyzed/.exec(said)!;
  const [, part] = /(\d+) % of the input was read/.exec(said)!;
  expect(1000 + Number(more!.replace(',', ''))).toBeLessThanOrEqual(Math.ceil((20_000 * (Number(part) + 1)) / 100));
  // A reply that was not looked at is none that is missing.
  await session.answer({ ask: 'group', index: 999 });
  const last = sent.at(-1)!;
  expect(last.tell === 'group' && last.view.findings.items).toEqual([]);
});

test('whoever stops what is done with all of it is shown its beginning', async () => {
  const { session, sent } = open();
  await session.answer({ ...reading(registers(5000), true), soon: true } as Ask);
  expect(sent.map(({ tell }) => tell).filter((tell) => tell !== 'progress')).toEqual(['overview']);
  expect(sent.at(-1)).toMatchObject({ stopped: true, redacted: true });
});

test('a long call comes in pieces that together are the whole', async () => {
  const call = Array.from(
    { length: 450 },
    (_, at) =>
      `OPTIONS sip:b@h${at}.example SIP/2.0\r\nVia: SIP/2.0/UDP a.example;branch=z9hG4bK${at}\r\nFrom: <sip:a@a.example>;tag=1\r\n` +
      `To: <sip:b@b.example>\r\nCall-ID: c\r\nCSeq: ${at + 1} OPTIONS\r\nContent-Length: 0\r\n\r\n`,
  ).join('');
  const { session, sent } = open();
  await session.answer(reading(call, false));
  await session.answer({ ask: 'group', index: 0 });
  const steps: number[] = [];
  for (;;) {
    const last = sent.at(-1)!;
    const piece = last.tell === 'group' ? last.view.ladder : last.tell === 'steps' ? last.piece : null;
    steps.push(...piece!.steps.map(({ message }) => message!));
    expect(piece!.list.children).toHaveLength(1 + piece!.steps.length);
    expect(piece!.steps.length).toBeLessThanOrEqual(100);
    if (piece!.more === 0) break;
    await session.answer({ ask: 'steps', index: 0, from: steps.length });
  }
  expect(steps).toEqual(Array.from({ length: 450 }, (_, at) => at));
});
