import { expect, test } from '@playwright/test';
import { readContent } from '../../src/build/content.ts';
import { readQuery, type QueryAnswer } from '../../src/model/query.ts';

const { content } = readContent('content');
const codes = content!.codes.map((code) => ({
  number: code.number,
  phrase: code.phrase,
  gloss: code.text.ja.gloss ?? '',
}));
const first = (query: string): QueryAnswer | undefined => readQuery(query, codes)[0];

for (const query of [
  '487',
  'SIP 487',
  'SIP487',
  'sip code 487 meaning',
  '４８７',
  '487とは',
  'SIP/2.0 487 Request Terminated',
  'request terminated',
  'リクエスト終了',
])
  test(`"${query}" is the code 487`, () => {
    expect(first(query)).toEqual({ kind: 'code', code: 487 });
  });

for (const query of [
  '302 487',
  '487 302',
  '302 vs 487',
  '487 vs 302',
  '302と487の違い',
  '302/487',
  '302-vs-487',
  '487か302か',
  '３０２ ４８７',
])
  test(`"${query}" is the pair 302 and 487`, () => {
    expect(first(query)).toEqual({ kind: 'pair', a: 302, b: 487 });
  });

test('two phrases are a pair', () => {
  expect(first('busy here or decline')).toEqual({ kind: 'pair', a: 486, b: 603 });
});

test('the longer phrase wins over the one inside it', () => {
  expect(first('Not Acceptable Here')).toEqual({ kind: 'code', code: 488 });
});

test('4xx is a class, 48 the codes that begin with it', () => {
  expect(first('4xx')).toEqual({ kind: 'class', digit: 4 });
  expect(first('48')).toEqual({ kind: 'prefix', codes: [480, 481, 482, 483, 484, 485, 486, 487, 488, 489] });
});

test('a number that is no code says so and offers its class', () => {
  expect(readQuery('499', codes)).toEqual([{ kind: 'unknown-code', code: 499, digit: 4 }]);
});

test('words are left to the index', () => {
  for (const query of ['', '   ', 'caller hung up', '一時的に利用できない電話', '1234567'])
    expect(readQuery(query, codes)).toEqual([]);
});

test('hostile input is only text', () => {
  for (const query of ['<script>alert(1)</script>', '%', '\\', '((((', 'a'.repeat(10_000)])
    expect(readQuery(query, codes)).toEqual([]);
});
