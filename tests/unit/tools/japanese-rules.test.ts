import { test } from 'node:test';
import { expect } from '@playwright/test';
import { messages } from '../../../src/i18n/index.ts';
import { firstFitting, titleFits, titleWidth } from '../../../src/i18n/titles/shared.ts';
import { compareAll } from '../../../src/model/compare/compare.ts';
import { factRows } from '../../../src/model/facts/rows.ts';
import { readContent } from '../../../src/schema/load.ts';
import { clauseFaults, houseFaults } from '../../../src/tools/japanese-rules.ts';
import { REJECTED } from '../../../src/tools/japanese-words.ts';

const { content } = readContent('content');
const words = messages('ja');

for (const [fault, text] of [
  ['another wave dash', '436\u301c438を返します。'],
  ['a half-width colon after Japanese', '出典: RFC'],
  ['a half-width colon before Japanese', 'SIP Codes: 一覧'],
  ['a range in words', '500から504までの場合に進みます。'],
  ['half-width kana', 'ﾀｲﾏｰを延ばします。'],
  ['full-width digits', '４８７を返します。'],
  ['half-width brackets around Japanese', '487(終了)を返します。'],
  ['brackets within brackets', '理由表示28（番号（不完全））です。'],
  ['brackets after brackets', '理由表示28（不完全）（既定）です。'],
  ['。 within brackets', '32秒で終わります（T1の64倍。既定値は0.5秒）。'],
  ['a Chinese form', '错误を返します。'],
  ['a Chinese form in place of the Japanese one', '發信側が切断します。'],
  ['だ・である', '487は正常な結果だ。'],
  ['a verb without ます', 'プロキシは487を返す。'],
  ['a noun before 。', '2xxを除いて最優先。新しいブランチは作りません。'],
  ['another word', '応答がないときに返信を待ちます。'],
  ['another word for the delivery of a message', 'MESSAGEを後で配達します。'],
  ['another spelling', 'ランダムな時間を置いて送り直します。'],
  ['a word of a translation', 'リレーが両方の問題に出会います。'],
  ['an answer of a server', '10秒以内に応答しないSBCは失敗です。'],
  ['no answer where no response is meant', '503、応答なし'],
  ['another word for a SIP request', 'SIPの405は要求のメソッドに関するものです。'],
  ['another word for a default', '既定で、次のアドレスに進みます。'],
  ['another word for a leg', 'ReasonをAレグへ送ります。'],
  ['a sentence without its predicate', '自動発信や始業時などです。'],
  ['a heading of a translation', 'Oracle SBCの自身のレスポンス'],
] as const)
  test(`a rule of the house finds ${fault}`, () => {
    expect(houseFaults(text)).not.toEqual([]);
  });

for (const text of [
  '着信側はINVITEを487で終了します。',
  '呼び出し中に発信者が電話を切った場合。',
  '理由表示42（輻輳）は503に変換されます。',
  '`Require: 100rel`とRSeqが付きます（あいまいな宛先）。',
  '範囲は4～6秒です。',
  '変更に対応します。通話中音声を確認します。',
  '180から603までの時間を測ります。100～699の番号です。',
  '電話機は20秒以内に応答しません。アレグロ社の製品です。',
])
  test(`no rule of the house objects to "${text}"`, () => {
    expect(houseFaults(text)).toEqual([]);
  });

test('a word that some files may use is found in the others', () => {
  expect(houseFaults('番号計画を確認します。', 'content/codes/404/ja.mdx')).not.toEqual([]);
  expect(houseFaults('番号計画を確認します。', 'content/codes/484/ja.mdx')).toEqual([]);
});

for (const [fault, clause] of [
  ['a second は', 'メソッドは既知だが、許可されていない'],
  ['a comma after the subject', 'ボディが、サーバーの許容サイズを超えている'],
  ['a comma after the object', '優先度の値を、サーバーが1つも理解できない'],
] as const)
  test(`a clause that becomes a part of sentences has no ${fault}`, () => {
    expect(clauseFaults(clause)).not.toEqual([]);
  });

for (const clause of [
  'この方法では接続できないが、別のサービスなら利用できる',
  '宛先に当てはまる利用者が複数いる',
  'サーバーやトランクが今はリクエストを受け付けられない',
  'リクエストの構文が誤っているか、必須の要素が欠けている',
])
  test(`no rule of clauses objects to "${clause}"`, () => {
    expect(clauseFaults(clause)).toEqual([]);
  });

test('no rejected word is the one to write instead of another', () => {
  for (const { write } of REJECTED)
    for (const word of write.match(/[\u3040-\u30ff\u4e00-\u9fff]+/gu) ?? [])
      expect(houseFaults(word), word).toEqual([]);
});

test('every generated sentence of every pair keeps the rules of the house', () => {
  const said = new Set<string>();
  for (const { a, b, differences, network, shared, together, fork, look } of compareAll(content!).values()) {
    const speech = { a: a.number, b: b.number, reference: content!.reference };
    for (const text of [
      ...[...differences, ...network].map((finding) => words.finding(finding, speech)),
      ...shared.map((one) => words.shared(one)),
      ...together.map((way) => words.together(way, speech)),
      words.fork(fork, speech),
      words.received(look, speech),
      words.noChoice(speech),
    ])
      said.add(text);
  }
  const faults = [...said].flatMap((text) => houseFaults(text).map((fault) => `${fault}: ${text}`));
  expect(faults.slice(0, 10)).toEqual([]);
});

test('what two codes have in common is listed without saying each time that it is both', () => {
  for (const { shared } of compareAll(content!).values())
    for (const one of shared) expect(words.shared(one)).not.toMatch(/どちらも|どちらの/);
});

test('values of fact tables are short forms, none in です・ます and none a sentence', () => {
  for (const code of content!.codes)
    for (const row of factRows(code, { reference: content!.reference }))
      for (const value of words.fact(row, content!.reference).value) {
        expect(value).not.toMatch(/(?:です|ます|ません)(?:$|、|（)|。/);
        expect(houseFaults(value), value).toEqual([]);
      }
});

test('Japanese titles fit into 30 full-width cells, name the code in full and tell what is asked for', () => {
  for (const code of content!.codes) {
    const title = words.titles.codePage(code);
    expect(title).toContain(`${code.number} ${code.phrase}`);
    expect(title).toMatch(/の意味(・原因・|と)対処$/);
    expect(titleFits(title, 'ja'), title).toBe(true);
  }
  let glosses = 0;
  const all = [...compareAll(content!).values()];
  for (const comparison of all) {
    const title = words.titles.pairPage(comparison);
    expect(titleFits(title, 'ja'), title).toBe(true);
    if (title.includes(comparison.a.text.ja.gloss!) && title.includes(comparison.b.text.ja.gloss!)) glosses += 1;
  }
  expect(glosses / all.length).toBeGreaterThan(0.9);
  for (const context of content!.contexts) {
    const title = words.titles.contextPage(context.text.ja.title);
    expect(titleFits(title, 'ja'), title).toBe(true);
    // The headings of entries say 対処 before it.
    for (const { fix } of Object.values(context.text.ja.entries)) expect(fix ?? '').not.toMatch(/^対処/);
  }
  for (const symptom of content!.symptoms) {
    const title = words.titles.symptomPage(symptom.text.ja.title);
    expect(title).toContain('SIP');
    expect(titleFits(title, 'ja'), title).toBe(true);
  }
});

test('half-width letters count half in a Japanese title, and the first title that fits is taken', () => {
  expect(titleWidth('SIP 487の意味', 'ja')).toBe(6.5);
  expect(titleWidth('SIP 487', 'en')).toBe(7);
  expect(firstFitting(['あ'.repeat(31), 'あ'.repeat(30), 'あ'], 'ja')).toBe('あ'.repeat(30));
});

test('citations have the words of the language for steps, notes and tables', () => {
  expect(messages('ja').ui.citation('RFC 3261 §16.7 step 6')).toBe('RFC 3261 §16.7 手順6');
  expect(messages('ja').ui.citation('§5.1 note 2')).toBe('§5.1 注2');
  expect(messages('ja').ui.citation('RFC 3261 §20 Table 3')).toBe('RFC 3261 §20 表3');
  expect(messages('en').ui.citation('RFC 3261 §16.7 step 6')).toBe('RFC 3261 §16.7 step 6');
});
