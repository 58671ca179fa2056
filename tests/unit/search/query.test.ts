import { test } from 'node:test';
import { expect } from '@playwright/test';
import type { QueryAnswer } from '../../../src/search/bare.ts';
import { readQuery } from '../../../src/search/query.ts';
import { light } from './light.ts';

const { known } = light('ja');
const answers = (query: string): QueryAnswer[] => readQuery(query, known).answers;
const first = (query: string): QueryAnswer | undefined => answers(query)[0];
const codes = (query: string): number[] =>
  answers(query).flatMap((answer) => (answer.kind === 'code' ? [answer.code] : []));

for (const query of [
  '487',
  'SIP 487',
  'SIP487',
  'sip-487',
  'sip code 487 meaning',
  'error487',
  '４８７',
  '487とは',
  'SIP/2.0 487 Request Terminated',
  'request terminated',
  'リクエスト終了',
  'リクエスト終了とは',
  'Reason: SIP;cause=487;text="ORIGINATOR_CANCEL"',
  '487 vs 487',
])
  test(`"${query}" is the code 487`, () => {
    expect(first(query)).toEqual({ kind: 'code', code: 487 });
  });

for (const [query, number] of [
  ['turn 438', 438],
  ['STUN 401', 401],
  ['ice 487', 487],
] as const)
  test(`"${query}" is the code of STUN and TURN, then the one of SIP`, () => {
    expect(answers(query).slice(0, 2)).toEqual([
      { kind: 'page', url: `/ja/stun/#stun-${number}` },
      { kind: 'code', code: number },
    ]);
  });

for (const query of ['603+', 'SIP 603+', '603 plus', '603 Network Blocked'])
  test(`"${query}" is the page of 603+, then the code`, () => {
    expect(answers(query).slice(0, 2)).toEqual([
      { kind: 'page', url: '/ja/sip/603-plus/' },
      { kind: 'code', code: 603 },
    ]);
  });

for (const query of [
  '302 487',
  '487 302',
  '302 vs 487',
  '302vs487',
  '487 vs 302',
  '302と487の違い',
  '302/487',
  '302-vs-487',
  '487か302か',
  '３０２ ４８７',
  'why did it change from 487 to 302',
])
  test(`"${query}" is the pair 302 and 487`, () => {
    expect(first(query)).toEqual({ kind: 'pair', a: 302, b: 487 });
  });

test('three numbers give the pairs with the first', () => {
  expect(answers('480 486 603').slice(0, 2)).toEqual([
    { kind: 'pair', a: 480, b: 486 },
    { kind: 'pair', a: 480, b: 603 },
  ]);
});

test('two names are a pair, also of one word each', () => {
  expect(first('busy here or decline')).toEqual({ kind: 'pair', a: 486, b: 603 });
  expect(first('unauthorized vs forbidden')).toEqual({ kind: 'pair', a: 401, b: 403 });
  expect(first('486 or request terminated')).toEqual({ kind: 'pair', a: 486, b: 487 });
});

test('the longer name wins over the one inside it, and a shared one means both codes', () => {
  expect(first('Not Acceptable Here')).toEqual({ kind: 'code', code: 488 });
  expect(codes('not acceptable')).toEqual([406, 606]);
});

test('one word of a sentence is no name', () => {
  expect(answers('call rejected because the identity header is missing')).toEqual([]);
});

for (const [query, code] of [
  ['Unsupported Certificate', 437],
  ['Bad Identity-Info', 436],
  ['Internal Server Error', 500],
  ['gateway timeout', 504],
  ['DND', 480],
  ['call leg/transaction does not exist', 481],
  ['184', 433],
] as const)
  test(`"${query}" is another name of ${code}`, () => {
    expect(codes(query)[0] ?? first(query)).toEqual(code);
  });

test('4xx is a class, 48 the codes that begin with it', () => {
  for (const query of ['4xx', '4XX errors', '400番台', '400 series'])
    expect(first(query)).toEqual({ kind: 'class', digit: 4 });
  expect(first('4')).toEqual({ kind: 'class', digit: 4 });
  expect(first('48')).toEqual({ kind: 'prefix', codes: [480, 481, 482, 483, 484, 485, 486, 487, 488, 489] });
});

for (const [query, cause, code] of [
  ['cause 21', 21, 403],
  ['cause=21', 21, 403],
  ['Q.850 17', 17, 486],
  ['Q850;cause=17', 17, 486],
  ['ISUP 34', 34, 503],
  ['34 ISUP', 34, 503],
  ['切断理由17', 17, 486],
  ['Q.850 切断理由 17', 17, 486],
  ['理由表示値 34', 34, 503],
] as const)
  test(`"${query}" is the cause ${cause}, for which a gateway sends ${code} (RFC 3398 §7.2.4.1)`, () => {
    const answer = first(query);
    expect(answer).toMatchObject({ kind: 'cause', cause });
    expect(answer?.kind === 'cause' && answer.codes[0]).toBe(code);
  });

test('a cause that RFC 3398 maps to no response has no codes', () => {
  expect(first('Q.850 16')).toEqual({ kind: 'cause', cause: 16, codes: [] });
});

test('"cause" before a code is a word, not Q.850', () => {
  expect(first('what is the cause of 486')).toEqual({ kind: 'code', code: 486 });
  expect(first('cause 100 trying')).toEqual({ kind: 'code', code: 100 });
});

test('a code named with a cause comes first', () => {
  expect(first('bad gateway q.850 cause 27')).toEqual({ kind: 'code', code: 502 });
});

test('an unregistered code is treated as x00 of its class, a provisional one as 183 (RFC 3261 §8.1.3.2)', () => {
  expect(answers('499')).toEqual([{ kind: 'unknown-code', code: 499, digit: 4, as: 400 }]);
  expect(answers('477 send failed').slice(0, 2)).toEqual([
    { kind: 'page', url: '/ja/sip/unregistered/#477' },
    { kind: 'unknown-code', code: 477, digit: 4, as: 400 },
  ]);
  expect(answers('155')).toEqual([{ kind: 'unknown-code', code: 155, digit: 1, as: 183 }]);
});

test('numbers that are not from 100 to 699 cannot be a code (RFC 3261 §7.2)', () => {
  // 999 would be one too, but a product uses it: its page is the answer.
  for (const number of ['799', '800', '998', '000', '7000', '12345'])
    expect(answers(number)).toEqual([{ kind: 'no-code', number }]);
});

test('long numbers of products end in the code, and their page explains them', () => {
  for (const query of ['560486', 'Teams 560486', 'Zoom 2202486', 'zoom error 10486', 'twilio 31486', '170486'])
    expect(codes(query)).toEqual([486]);
  for (const [query, url] of [
    ['twilio 31404', '/ja/contexts/twilio/#twilio-31xxx'],
    ['31480', '/ja/contexts/twilio/#twilio-31xxx'],
    ['170403', '/ja/contexts/pjsip-status/#pjsip-status-sip'],
    ['171111', '/ja/contexts/pjsip-status/#pjsip-status-171111'],
    ['status=171140', '/ja/contexts/pjsip-status/'],
    ['1408', '/ja/contexts/three-cx/#three-cx-stop'],
    ['3cx 1408', '/ja/contexts/three-cx/#three-cx-stop'],
    ['Teams 560484', '/ja/contexts/microsoft-teams/#teams-560'],
    ['900', '/ja/vendors/freeswitch/#c900'],
    ['908', '/ja/vendors/freeswitch/#c908'],
    ['3261', '/ja/rfc/3261/'],
  ] as const)
    expect(first(query), query).toEqual({ kind: 'page', url });
  expect(answers('0312345486')).toEqual([]);
});

for (const [query, url] of [
  ['rfc 3261', '/ja/rfc/3261/'],
  ['RFC3261', '/ja/rfc/3261/'],
  ['RFC-3398', '/ja/rfc/3398/'],
  ['RFC3261 13.3.1', '/ja/rfc/3261/'],
  ['RFC 3261 section 8.1.3', '/ja/rfc/3261/'],
  ['RFC 3261 §8.1.3.2', '/ja/rfc/3261/'],
  ['what does rfc 4028 say', '/ja/rfc/4028/'],
  ['ＲＦＣ　３２６２', '/ja/rfc/3262/'],
  ['RFC 2543', '/ja/rfc/3261/'],
] as const)
  test(`"${query}" is that RFC, or the one that replaced it`, () => {
    expect(first(query)).toEqual({ kind: 'page', url });
  });

test('an RFC without a page is said to have none', () => {
  expect(first('rfc 9999')).toEqual({ kind: 'no-rfc', number: 9999 });
});

for (const query of [
  'warning 304',
  'Warning: 304 media type not available',
  'warn-code 304',
  'warning code 304',
  '警告コード304',
  '304 warning',
])
  test(`"${query}" is the warn-code 304`, () => {
    expect(first(query)).toEqual({ kind: 'page', url: '/ja/warnings/#warning-304' });
    expect(codes(query)).toEqual([]);
  });

test('a warn-code with a code explains the code', () => {
  expect(answers('488 Warning 305').slice(0, 2)).toEqual([
    { kind: 'code', code: 488 },
    { kind: 'page', url: '/ja/warnings/#warning-305' },
  ]);
});

for (const [query, code] of [
  ['5O3', 503],
  ['4o4', 404],
  ['48O', 480],
  ['4Ol', 401],
  ['4 8 8', 488],
  ['４ ８ ８', 488],
  ['4.8.8', 488],
  ['error 4.0.3', 403],
  ['code: 603', 603],
  ['response_code=404', 404],
  ['user 404 not found', 404],
  ['#487', 487],
  ['SIP/480', 480],
] as const)
  test(`"${query}" is meant as ${code}`, () => {
    expect(codes(query)).toEqual([code]);
  });

test('numbers inside other things are no codes', () => {
  for (const query of ['100rel', 'H.323', 'h323', 'x509', '192.168.100.200', 'after 180 seconds', '180秒で切れる'])
    expect(codes(query)).toEqual([]);
  expect(codes('100rel required 420')).toEqual([420]);
  expect(codes('200OK')).toEqual([200]);
});

test('what the numbers do not say is left for the words', () => {
  expect(readQuery('487', known).rest).toEqual([]);
  expect(readQuery('302と487の違い', known).rest).toEqual([]);
  expect(readQuery('SIP/2.0 487 Request Terminated', known).rest).toEqual([]);
  expect(readQuery('487 ring timer', known).rest).not.toEqual([]);
});

test('words are left to the index', () => {
  for (const query of ['', '   ', 'caller hung up', '一時的に利用できない電話', '12345678'])
    expect(answers(query)).toEqual([]);
});

test('hostile input is only text', () => {
  for (const query of ['<script>alert(1)</script>', '%', '\\', '((((', '$&', 'a'.repeat(10_000), '?'.repeat(5_000)])
    expect(answers(query)).toEqual([]);
});
