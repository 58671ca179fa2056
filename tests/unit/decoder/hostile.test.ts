import fc from 'fast-check';
import { test } from 'node:test';
import { expect } from '@playwright/test';
import { decoder as decodeEn } from '../../../src/i18n/decoder/words/en.ts';
import { decoder as decodeJa } from '../../../src/i18n/decoder/words/ja.ts';
import { analyse } from '../../../src/decoder/show/analyse.ts';
import { ladderSvgFile, markdown, plainText } from '../../../src/decoder/show/export.ts';
import { redact } from '../../../src/decoder/redact/redact.ts';
import type { Message, Trace } from '../../../src/decoder/message/types.ts';
import { ALICE, BOB, challenge, credentials, sdp } from './build-trace.ts';

// Many traces per test: a loaded machine takes its time.

// Whatever the parser hands on, the analysis says something and never throws.

const odd = fc.oneof(
  fc.string(),
  fc.constantFrom('', '<', '"', '"\\', '<sip:', ';;=', ',,,', '__proto__', 'constructor', '\u0000', '%zz'),
);
const methods = [
  'INVITE',
  'ACK',
  'BYE',
  'CANCEL',
  'PRACK',
  'UPDATE',
  'INFO',
  'REFER',
  'REGISTER',
  'SUBSCRIBE',
  'NOTIFY',
  'OPTIONS',
  '',
  '__proto__',
];
const method = fc.constantFrom(...methods);
const tag = fc.constantFrom('', ';tag=a', ';tag=b', ';tag=c', ';tag');
const usual: Record<string, fc.Arbitrary<string>> = {
  'Call-ID': fc.constantFrom('1', '2', ''),
  From: fc.oneof(
    tag.map((one) => `<sip:alice@example.com>${one}`),
    odd,
  ),
  To: fc.oneof(
    tag.map((one) => `<sip:bob@example.com>${one}`),
    odd,
  ),
  CSeq: fc.oneof(
    fc.tuple(fc.integer({ min: 0, max: 3 }), method).map(([number, name]) => `${number} ${name}`),
    odd,
  ),
  Via: fc.oneof(
    fc.constantFrom('a', 'b', 'z9hG4bK1', 'z9hG4bK2').map((branch) => `SIP/2.0/UDP 192.0.2.1;branch=${branch}`),
    odd,
  ),
  Contact: fc.oneof(fc.constantFrom('*', '<sip:a@10.0.0.1>;expires=0', '<sip:b@[fe80::1]>'), odd),
  Expires: fc.constantFrom('0', '60', 'x'),
  'Session-Expires': fc.constantFrom('90;refresher=uas', '0', 'x'),
  'Proxy-Authenticate': fc.oneof(fc.constantFrom(challenge(), challenge({ stale: true })), odd),
  'Proxy-Authorization': fc.oneof(fc.constant(credentials()), odd),
  'Record-Route': fc.oneof(fc.constantFrom('<sip:p.example;lr>', '<sip:p.example>'), odd),
  Require: fc.constantFrom('100rel', ''),
  RSeq: fc.constantFrom('1', 'x'),
  'Content-Type': fc.constantFrom('application/sdp', 'multipart/mixed;boundary=x', 'multipart/mixed', 'text/plain'),
  Reason: odd,
  Warning: odd,
  'Refer-To': odd,
  Replaces: odd,
  'Session-ID': odd,
};
const endpoint = fc.constantFrom(
  null,
  { host: '192.0.2.1', port: 5060 },
  { host: '192.0.2.2', port: null },
  { host: '', port: 1 },
);
const body = fc.oneof(
  fc.constantFrom('', sdp('0.0.0.0'), 'v=0', 'v=0\r\nm=', 'v=0\r\nm=audio x y\r\na=rtpmap:', '--x\r\n\r\n--x--'),
  odd,
);

const message: fc.Arbitrary<Omit<Message, 'index' | 'place'>> = fc.record({
  time: fc.constantFrom(null, 0, 0.01, 1, 40, -5),
  from: endpoint,
  to: endpoint,
  transport: fc.constantFrom('UDP', 'TCP', null),
  start: fc.oneof(
    fc.record({ kind: fc.constant('request' as const), method, uri: fc.oneof(fc.constant('sip:bob@192.0.2.2'), odd) }),
    fc.record({
      kind: fc.constant('response' as const),
      code: fc.constantFrom(100, 180, 183, 200, 302, 401, 407, 408, 420, 422, 481, 487, 491, 503, 699),
      phrase: odd,
    }),
  ),
  headers: fc
    .record(usual, { requiredKeys: [] })
    .map((fields) => Object.entries(fields).map(([name, value]) => ({ name, value: value! })))
    .chain((fields) =>
      fc.array(fc.record({ name: odd, value: odd }), { maxLength: 2 }).map((more) => [...fields, ...more]),
    ),
  body,
  raw: odd,
  faults: fc.array(fc.record({ kind: fc.constantFrom('header-missing', 'truncated', 'cseq-method'), detail: odd }), {
    maxLength: 1,
  }),
});

test('any sequence of messages gives an outcome, findings, a ladder and a ticket, redacted or not', () => {
  const names = {
    codes: { 487: { phrase: 'Request Terminated', summary: '', path: '/sip/487/', nature: 'normal' as const } },
    causes: {},
    warnings: {},
    symptoms: {},
    reuse: {},
  };
  fc.assert(
    fc.property(fc.array(message, { maxLength: 12 }), (list) => {
      const messages = list.map((one, index): Message => ({ ...one, index, place: index + 1 }));
      const trace = {
        format: 'raw',
        messages,
        skipped: [],
        source: 'log' as const,
        until: null,
        reversed: false,
      };
      for (const input of [trace, redact(trace)]) {
        const { calls } = analyse(input);
        expect(calls.flatMap(({ call }) => call.entries)).toHaveLength(messages.length);
        for (const words of [decodeEn, decodeJa]) {
          const context = { words, names, absolute: String, pair: () => '/' };
          for (const one of calls) {
            expect(words.outcome(one.outcome, names)).not.toMatch(/undefined|NaN|\[object/);
            for (const finding of one.findings)
              expect(words.finding(finding, names)).not.toMatch(/undefined|NaN|\[object/);
            markdown([one], context);
          }
          if (calls.length > 0) plainText(calls, context);
          if (calls.length > 0) expect(ladderSvgFile(calls, context)).not.toMatch(/NaN|undefined/);
        }
      }
    }),
    { seed: 4475, numRuns: 150 },
  );
});

const whole = (messages: Message[]): Trace => ({
  format: 'raw',
  messages,
  skipped: [],
  source: 'capture',
  until: null,
  reversed: false,
});

test('a plain answer to structured clone: an analysis can be sent from a worker to the page', () => {
  const messages: Message[] = [];
  expect(() => structuredClone(analyse(whole(messages)))).not.toThrow();
  const one = {
    time: 0,
    from: { host: ALICE.host, port: 1 },
    to: { host: BOB.host, port: 2 },
    transport: 'UDP' as const,
  };
  messages.push({
    ...one,
    index: 0,
    place: 1,
    start: { kind: 'request', method: 'INVITE', uri: 'sip:b@c' },
    headers: [],
    body: '',
    raw: '',
    faults: [],
  });
  expect(structuredClone(analyse(whole(messages))).calls).toHaveLength(1);
});
