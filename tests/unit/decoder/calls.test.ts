import { describe, test } from 'node:test';
import { expect } from '@playwright/test';
import { steps as stepsEn } from '../../../src/i18n/steps/en.ts';
import { steps as stepsJa } from '../../../src/i18n/steps/ja.ts';
import { drawSequence, sequenceText } from '../../../src/model/ladder/ladder.ts';
import { writeElement } from '../../../src/model/ladder/element.ts';
import { ladderList } from '../../../src/model/ladder/ladder-list.ts';
import { ladderFile } from '../../../src/model/ladder/ladder-svg.ts';
import { findCalls } from '../../../src/decoder/calls/calls.ts';
import type { Call } from '../../../src/decoder/calls/types.ts';
import { groupsOf } from '../../../src/decoder/calls/legs.ts';
import { partyEn } from '../../../src/i18n/decoder/party/en.ts';
import { traceLadder } from '../../../src/decoder/show/sequence.ts';
import {
  ALICE,
  answeredCall,
  BOB,
  cancelledCall,
  CAROL,
  PROXY,
  registration,
  sdp,
  TraceBuilder,
} from './build-trace.ts';

const only = (trace: TraceBuilder): Call => {
  const { calls } = findCalls(trace.trace);
  expect(calls).toHaveLength(1);
  return calls[0]!;
};
const shape = (call: Call) =>
  call.transactions.map(
    ({ method, requests, provisional, final, acks }) =>
      `${method} ${requests.length} ${[...provisional, ...final].map(({ code }) => code).join(',')} ${acks.length}`,
  );

test('a BYE behind the response to it ends the call: a capture may have the two directions one after the other', () => {
  const { messages } = answeredCall().trace;
  const [bye, response] = messages.slice(-2);
  const { calls } = findCalls({ messages: [...messages.slice(0, -2), response!, bye!] });
  expect(calls[0]!.dialogs.map(({ byes }) => byes.length)).toEqual([1]);
});

test('messages are grouped by Call-ID, in the order in which each call begins', () => {
  const trace = new TraceBuilder();
  const first = trace.request('OPTIONS', { from: ALICE, to: BOB, callId: 'one' });
  const second = trace.request('MESSAGE', { from: ALICE, to: BOB, callId: 'two' });
  trace.reply(second, 200, { at: 1 });
  trace.reply(first, 200, { at: 2 });
  const { calls } = findCalls(trace.trace);
  expect(calls.map(({ callId, kind, entries }) => [callId, kind, entries.length])).toEqual([
    ['one', 'options', 2],
    ['two', 'message', 2],
  ]);
});

test('a call has an INVITE with its ACK and a BYE; CANCEL is a transaction of its own on the same branch (§9.1)', () => {
  expect(shape(only(answeredCall()))).toEqual(['INVITE 1 100,180,200 1', 'BYE 1 200 0']);
  expect(shape(only(cancelledCall()))).toEqual(['INVITE 1 100,180,487 1', 'CANCEL 1 200 0']);
});

test('kinds follow the methods', () => {
  const kind = (method: string) => {
    const trace = new TraceBuilder();
    trace.request(method, { from: ALICE, to: BOB });
    return only(trace).kind;
  };
  expect(['INVITE', 'BYE', 'REGISTER', 'SUBSCRIBE', 'NOTIFY', 'PUBLISH', 'OPTIONS', 'FOO'].map(kind)).toEqual([
    'call',
    'call',
    'registration',
    'subscription',
    'subscription',
    'publication',
    'options',
    'other',
  ]);
});

test('a proxy captured on both sides gives one transaction per hop, by its own Via', () => {
  const trace = new TraceBuilder();
  const invite = trace.request('INVITE', { from: ALICE, to: PROXY });
  const onward = trace.request('INVITE', { from: PROXY, to: BOB, over: invite, at: 0.01 });
  const busy = trace.reply(onward, 486, { at: 1 });
  trace.reply(invite, 486, { at: 1.01 });
  expect(busy.headers.filter(({ name }) => name === 'Via')).toHaveLength(2);
  const call = only(trace);
  expect(shape(call)).toEqual(['INVITE 1 486 0', 'INVITE 1 486 0']);
  expect(call.parties.map(({ host }) => host)).toEqual([ALICE.host, PROXY.host, BOB.host]);
  expect(call.transactions.map(({ client, server }) => [client, server])).toEqual([
    [0, 1],
    [1, 2],
  ]);
});

test('a branch without magic cookie is matched with CSeq and From tag (§17.2.3)', () => {
  const trace = new TraceBuilder();
  const first = trace.request('OPTIONS', { from: ALICE, to: BOB, branch: '1', cseq: 1 });
  const second = trace.request('OPTIONS', { from: ALICE, to: BOB, branch: '1', cseq: 2, at: 1 });
  trace.reply(second, 200, { at: 2 });
  trace.reply(first, 404, { at: 3 });
  expect(shape(only(trace))).toEqual(['OPTIONS 1 404 0', 'OPTIONS 1 200 0']);
});

test('a message that comes again is a retransmission, one captured twice at once is a copy', () => {
  const trace = new TraceBuilder();
  const invite = trace.request('INVITE', { from: ALICE, to: BOB });
  trace.again(invite, 0.001);
  trace.again(invite, 0.5);
  const ringing = trace.reply(invite, 180, { at: 1 });
  trace.again(ringing, 2);
  trace.reply(invite, 180, { at: 3, headers: { 'X-Round': '2' } });
  expect(only(trace).entries.map(({ repeat }) => repeat)).toEqual([
    null,
    'copy',
    'retransmission',
    null,
    'retransmission',
    null,
  ]);
});

test('two 2xx of a fork are two dialogs, each with its ACK', () => {
  const trace = new TraceBuilder();
  const invite = trace.request('INVITE', { from: ALICE, to: PROXY });
  for (const toTag of ['tb', 'tc']) trace.reply(invite, 200, { at: 1, toTag });
  for (const toTag of ['tb', 'tc']) trace.request('ACK', { from: ALICE, to: BOB, toTag, at: 2 });
  const { dialogs } = only(trace);
  expect(dialogs.map(({ calleeTag, acks, answer }) => [calleeTag, acks.length, answer?.code])).toEqual([
    ['tb', 1, 200],
    ['tc', 1, 200],
  ]);
});

test('ports of one host are one party, unless they talk to each other', () => {
  const trace = new TraceBuilder();
  trace.request('OPTIONS', { from: { ...ALICE, port: 40001 }, to: BOB });
  trace.request('OPTIONS', { from: { ...ALICE, port: 40002 }, to: BOB, at: 1 });
  expect(only(trace).parties.map(({ label }) => label)).toEqual([ALICE.host, `${BOB.host}:5060`]);
  const loop = new TraceBuilder();
  loop.request('OPTIONS', { from: { name: 'a', host: '127.0.0.1', port: 5061 }, to: { name: 'b', host: '127.0.0.1' } });
  expect(only(loop).parties.map(({ label }) => label)).toEqual(['127.0.0.1:5061', '127.0.0.1:5060']);
});

test('without addresses the ends come from Via and Request-URI, and Contact tells who a domain was', () => {
  const call = only(answeredCall({ plain: true, bye: 'callee', invite: { uri: 'sip:bob@example.com' } }));
  expect(call.parties.map(({ host, seen }) => [host, seen])).toEqual([
    [ALICE.host, false],
    [BOB.host, false],
  ]);
  expect(call.entries.map(({ from, to }) => `${from}${to}`)).toEqual(['01', '10', '10', '10', '01', '10', '01']);
});

test('a log that names only the other end has itself as the second party', () => {
  const trace = answeredCall().trace;
  const messages = trace.messages.map((message) => ({
    ...message,
    from: message.from?.host === ALICE.host ? null : message.from,
    to: message.to?.host === ALICE.host ? null : message.to,
  }));
  const { calls } = findCalls({ messages });
  expect(calls[0]!.parties.map(({ host }) => host)).toEqual([ALICE.host, BOB.host]);
});

describe('legs', () => {
  const two = (left: Record<string, string>, right: Record<string, string>, at = 1, uri = 'bob') => {
    const trace = new TraceBuilder();
    trace.request('INVITE', { from: ALICE, to: PROXY, callId: 'a', headers: left });
    trace.request('INVITE', { from: PROXY, to: { ...BOB, name: uri }, callId: 'b', at, headers: right });
    return findCalls(trace.trace).joins;
  };
  const id = (one: string, other: string) => ({ 'Session-ID': `${one};remote=${other}` });
  const nil = '0'.repeat(32);

  test('are joined by Session-ID, not by its nil value', () => {
    expect(two(id('aa11', nil), id('aa11', nil))).toEqual([{ a: 0, b: 1, by: 'session-id', certain: true }]);
    expect(two(id('aa11', nil), id('bb22', nil))).toEqual([]);
  });

  test('are joined by icid, X-Call-ID, Replaces and In-Reply-To', () => {
    const by = (left: Record<string, string>, right: Record<string, string>) => two(left, right).map((join) => join.by);
    const icid = { 'P-Charging-Vector': 'icid-value=x1;orig-ioi=home.example' };
    expect(by(icid, icid)).toEqual(['icid']);
    expect(by({}, { 'X-Call-ID': 'a' })).toEqual(['call-id-header']);
    expect(by({}, { Replaces: 'a;to-tag=1;from-tag=2' })).toEqual(['replaces']);
    expect(by({}, { 'In-Reply-To': 'zz, a' })).toEqual(['in-reply-to']);
    expect(by({}, { 'X-Call-ID': 'other' })).toEqual([]);
  });

  test('with the same numbers close in time are only a hint, and no group', () => {
    const numbers = (caller: string, called: string) => ({
      From: `<sip:${caller}@example.com>;tag=1`,
      To: `<sip:${called}@example.com>`,
    });
    const left = numbers('+815012345678', '0312345678');
    expect(two(left, numbers('05012345678', '+81312345678'))).toEqual([{ a: 0, b: 1, by: 'numbers', certain: false }]);
    expect(two(left, numbers('05012345678', '+81312345678'), 6)).toEqual([]);
    expect(two(left, numbers('05012345678', '+81399999999'))).toEqual([]);
  });

  test('groups hold every call once', () => {
    const certain = true;
    const joins = [
      { a: 0, b: 2, by: 'icid', certain },
      { a: 2, b: 3, by: 'replaces', certain },
      { a: 1, b: 3, by: 'numbers', certain: false },
    ] as const;
    expect(groupsOf(5, [...joins])).toEqual([[0, 2, 3], [1], [4]]);
  });
});

describe('ladder', () => {
  const names = {
    codes: { 487: { phrase: 'Request Terminated', summary: '', path: '/sip/487/', nature: 'normal' } },
  } as const;
  const options = { times: 'difference', again: 'sent again', party: partyEn, names } as const;

  test('has the messages of a call with time differences, and lines of text that say the same', () => {
    const { sequence, messages } = traceLadder([only(answeredCall())], options);
    expect(messages).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(sequenceText(sequence, stepsEn).slice(0, 4)).toEqual([
      '+0.000  203.0.113.10:5060 to 203.0.113.30:5060: INVITE (SDP)',
      '+0.100  203.0.113.30:5060 to 203.0.113.10:5060: 100 Trying',
      '+0.900  203.0.113.30:5060 to 203.0.113.10:5060: 180 Ringing',
      '+5.000  203.0.113.30:5060 to 203.0.113.10:5060: 200 OK (SDP)',
    ]);
    expect(sequenceText(sequence, stepsJa)[0]).toBe('+0.000  203.0.113.10:5060から203.0.113.30:5060へ：INVITE (SDP)');
    const elapsed = traceLadder([only(answeredCall())], { ...options, times: 'elapsed' });
    expect(elapsed.sequence.steps.map(({ time }) => time).slice(2, 4)).toEqual(['+1.000', '+6.000']);
  });

  test('leaves copies out, marks retransmissions, and has no times where the trace has none', () => {
    const trace = new TraceBuilder();
    const invite = trace.request('INVITE', { from: ALICE, to: BOB });
    trace.again(invite, 0.001);
    trace.again(invite, 0.5);
    const { steps } = traceLadder([only(trace)], options).sequence;
    expect(steps.map((step) => [step.label, 'repeat' in step])).toEqual([
      ['INVITE', false],
      ['INVITE · sent again', true],
    ]);
    const plain = traceLadder([only(answeredCall({ plain: true }))], options).sequence;
    expect(plain.steps.every(({ time }) => time === undefined)).toBe(true);
  });

  test('of several legs has each party once and the order of the trace', () => {
    const trace = new TraceBuilder();
    trace.request('INVITE', { from: ALICE, to: PROXY, callId: 'a' });
    const second = trace.request('INVITE', { from: PROXY, to: BOB, callId: 'b', at: 0.1 });
    trace.reply(second, 180, { at: 0.2 });
    const { sequence } = traceLadder(findCalls(trace.trace).calls, options);
    expect(sequence.parties).toHaveLength(3);
    expect(sequence.steps.map((step) => (step.kind === 'message' ? `${step.from}${step.to}` : ''))).toEqual([
      '01',
      '12',
      '21',
    ]);
  });

  test('leaves room for long labels and for the time column', () => {
    const { sequence } = traceLadder([only(answeredCall())], options);
    const narrow = drawSequence({ ...sequence, steps: sequence.steps.map((step) => ({ ...step, time: undefined })) });
    const timed = drawSequence(sequence);
    expect(timed.parties[0]!.x).toBeGreaterThan(narrow.parties[0]!.x);
    const long = { parties: ['x'.repeat(60), 'y'], steps: [] };
    expect(drawSequence(long).width).toBeGreaterThan(300);
  });

  test('never holds markup from the trace, as a list and as a file that brings its own style', () => {
    const trace = new TraceBuilder();
    const evil = { ...ALICE, host: '"><script>alert(1)</script>' };
    const invite = trace.request('INVITE', { from: evil, to: CAROL, body: sdp('<b>') });
    trace.reply(invite, 486, { phrase: '</text><script>x' });
    const { sequence } = traceLadder([only(trace)], options);
    const file = ladderFile(drawSequence(sequence), '<i>&"');
    for (const written of [writeElement(ladderList(sequence, { words: stepsEn })), file]) {
      expect(written).not.toMatch(/<script/);
      expect(written).toContain('&#60;script&#62;');
    }
    expect(file).toMatch(/^<\?xml[^>]*>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg"[^>]*><style>/);
  });

  test('as a list has a button per message, and the code that it is about in the colour of its state', () => {
    const { sequence } = traceLadder([only(cancelledCall())], options);
    const list = writeElement(ladderList(sequence, { words: stepsEn, own: 487, step: (index) => String(index) }));
    expect(list.match(/<button/g)).toHaveLength(sequence.steps.length);
    expect(list).toContain(
      '<button type="button" data-step="5"><b class="pill normal own">487</b> Request Terminated</button>',
    );
  });
});

test('a registration is one exchange with a transaction per request', () => {
  expect(shape(only(registration([401, 200])))).toEqual(['REGISTER 1 401 0', 'REGISTER 1 200 0']);
});
