import { test } from 'node:test';
import { expect } from '@playwright/test';
import { fold } from '../../../src/search/fold.ts';
import { nearWords } from '../../../src/search/near-words.ts';
import { plainer } from '../../../src/search/plain.ts';
import type { QueryAnswer } from '../../../src/search/bare.ts';
import { readQuery } from '../../../src/search/query.ts';
import { askedTerms, askedWords, stem, terms } from '../../../src/search/tokenize.ts';
import { matchWords } from '../../../src/search/rank-words.ts';
import { indexWords } from '../../../src/search/word-index.ts';
import { textsOf } from '../../../src/site/search/searchable.ts';
import { content, light, vendors } from './light.ts';

const inEnglish = light('en');
const inJapanese = light('ja');
const english = inEnglish.ranked;
const japanese = inJapanese.ranked;
const code = (number: number): QueryAnswer => ({ kind: 'code', code: number });

test('long vowels, width and case make no difference', () => {
  expect(fold('サーバー')).toBe(fold('サーバ'));
  expect(fold('ヘッダー不正')).toBe(fold('ﾍｯﾀﾞ不正'));
  expect(fold('ＳＩＰ　ALG')).toBe('sip alg');
  expect(fold('データ')).toBe('データ');
});

test('endings of English words make no difference', () => {
  for (const group of [
    ['reject', 'rejects', 'rejected', 'rejecting'],
    ['decline', 'declined', 'declining'],
    ['stop', 'stops', 'stopped'],
    ['hang', 'hung', 'hangs'],
    ['reply', 'replies', 'replied'],
  ])
    expect(new Set(group.map(stem)).size).toBe(1);
  expect(terms('time-out')).toContain(stem('timeout'));
});

test('Japanese is cut into pairs of characters, and katakana ends where kanji begins', () => {
  expect(terms('着信拒否')).toEqual(['着信', '信拒', '拒否']);
  expect(terms('トーキー欠番')).toEqual(['トキ', '欠番']);
  expect(askedWords('構文エラーとは')).toEqual(['構文エラ']);
});

test('what every question has says nothing', () => {
  expect(askedTerms('what is the SIP response code')).toEqual([]);
  expect(askedTerms('SIPレスポンスコードとは')).toEqual([]);
});

test('a page with the rare word comes before one with the frequent word', () => {
  const page = (summary: string) => ({ kind: 'code' as const, names: [], keywords: [], summary });
  const index = indexWords([page('call busy'), page('call ended'), page('call glare'), page('call lost')], plainer([]));
  expect(matchWords('call glare', index)[0]?.page).toBe(2);
  expect(matchWords('nothing of this', index)).toEqual([]);
});

test('the beginning of a word finds it while typing', () => {
  expect(english('undeciph').answers[0]).toEqual(code(493));
});

test('symptoms lead to their code in both languages', () => {
  expect(english('number not in service').answers[0]).toEqual(code(404));
  expect(japanese('非通知の着信を拒否している').answers[0]).toEqual(code(433));
  for (const query of ['サーバータイムアウト', 'サーバタイムアウト'])
    expect(japanese(query).answers[0]).toEqual(code(504));
});

test('a number with words is shown first, then its pair with the code that the words mean', () => {
  expect(english('480 user busy').answers.slice(0, 2)).toEqual([code(480), { kind: 'pair', a: 480, b: 486 }]);
});

test('a compound is whole where all of it is held: a page with its words, or with a word that sounds alike, matches in part', () => {
  expect(japanese('サーバータイムアウト').answers).not.toContainEqual(code(408));
  expect(japanese('サーバータイムアウト').partial).toContainEqual(code(408));
  expect(japanese('ルーティング').answers).not.toContainEqual(code(494));
});

test('regional Japanese is read as the standard language', () => {
  for (const [regional, standard] of [
    ['相手の声が聞こえへん', '相手の声が聞こえない'],
    ['声が聞こえん', '声が聞こえない'],
    ['登録でけへん', '登録できない'],
    ['保留にしたら切れてまう', '保留にしたら切れてしまう'],
  ] as const)
    expect(japanese(regional).answers).toEqual(japanese(standard).answers);
});

test('compounds that occur nowhere are partial matches', () => {
  for (const query of ['通話料', '登録商標', '証明写真', '移動平均', 'ガベージコレクション'])
    expect(japanese(query).answers).toEqual([]);
});

test('every code, class, settled pair, symptom and group of pages has its texts', () => {
  for (const [locale, { file, meaning }] of [
    ['en', inEnglish],
    ['ja', inJapanese],
  ] as const) {
    const texts = new Map(textsOf(content!, vendors, locale).map(({ name, text }) => [name, text]));
    expect(texts.size).toBe(
      content!.codes.length + 6 + content!.notes.size + content!.symptoms.length + file.groups.length,
    );
    expect([...texts.values()].every((text) => text !== '' && !text.includes('`'))).toBe(true);
    for (const subject of meaning.subjects)
      if ('page' in subject) expect(texts.has(subject.more.split('.txt#')[0]!), subject.page).toBe(true);
  }
});

test('words that every object of JavaScript has are words as any other', () => {
  for (const word of ['constructor', 'valueof', 'hasownproperty', '__proto__']) {
    expect(typeof stem(word)).toBe('string');
    expect(() => english(word)).not.toThrow();
    expect(readQuery(word, inEnglish.known).answers).toEqual([]);
  }
});

test('a misspelled word is the one with the fewest wrong letters', () => {
  const words = [
    'unavailable',
    'available',
    'service',
    'server',
    'received',
    'authentication',
    'addresses',
    'forbidden',
  ];
  for (const [wrong, right] of [
    ['unavaliable', 'unavailable'],
    ['unavalable', 'unavailable'],
    ['servise', 'service'],
    ['recieved', 'received'],
    ['authentification', 'authentication'],
    ['forbiden', 'forbidden'],
    ['forbbiden', 'forbidden'],
  ] as const)
    expect(nearWords(wrong, words)[0]?.word, wrong).toBe(right);
  expect(nearWords('zebra', words)).toEqual([]);
});

test('contractions, polite forms and words that mean the same are brought into one form', () => {
  const plain = plainer([
    ['drops', 'cut off', 'cuts off'],
    ['聞こえない', 'きこえない'],
  ]);
  for (const query of ["can't hear", 'can’t hear', 'cant hear', 'can not hear', 'cannot hear'])
    expect(plain(query), query).toBe('cannot hear');
  expect(plain("phone won't ring")).toBe('phone will not ring');
  expect(plain("it doesn't ring")).toBe(plain('it does not ring'));
  expect(plain('call gets cut off')).toBe('call gets drops');
  for (const query of ['聞こえません', '聞こえない', 'きこえない', '聞こえませんでした', '聞こえないのですが'])
    expect(plain(query), query).toBe('聞こえない');
  for (const [polite, short] of [
    ['着信しません', '着信しない'],
    ['鳴りません', '鳴らない'],
    ['つながりません', 'つながらない'],
    ['登録できません', '登録できない'],
    ['切れます', '切れる'],
    ['切れてしまいます', '切れる'],
  ] as const)
    expect(plain(polite)).toBe(plain(short));
});

for (const [query, path] of [
  ["can't hear the other person", '/symptoms/one-way-audio/'],
  ['they can not hear me', '/symptoms/one-way-audio/'],
  ['the call gets disconnected after half a minute', '/symptoms/drops-after-32-seconds/'],
  ['every call ends at exactly 15 min', '/symptoms/drops-after-15-or-30-minutes/'],
  ["phone doesn't ring for inbound calls", '/symptoms/incoming-calls-do-not-arrive/'],
  ['trasnfer a call fails', '/symptoms/transfer-fails/'],
  ['no ringback', '/symptoms/no-ringback-tone/'],
  ['busy vs declined', '/sip/486-vs-603/'],
  ['cancelled or declined', '/sip/487-vs-603/'],
  ['WWW-Authenticate vs Proxy-Authenticate', '/sip/401-vs-407/'],
  ['Error-Info', '/headers/#error-info'],
  ['Retry-After', '/headers/#retry-after'],
  ['NORMAL_TEMPORARY_FAILURE', '/q850/41/'],
  ['Misdialled trunk prefix', '/q850/5/'],
  ['twilio 32011', '/contexts/twilio/#twilio-32011'],
  ['904 no matching challenge', '/vendors/freeswitch/#c904'],
] as const)
  test(`"${query}" leads to ${path}`, () => {
    expect(inEnglish.addresses(query)[0]).toBe(path);
  });

for (const [query, path] of [
  ['相手の声が聞こえません', '/ja/symptoms/one-way-audio/'],
  ['３０秒ほどで切れてしまいます', '/ja/symptoms/drops-after-32-seconds/'],
  ['着信しません', '/ja/symptoms/incoming-calls-do-not-arrive/'],
  ['拒否とキャンセル', '/ja/sip/487-vs-603/'],
  ['拒否とキャンセルの違い', '/ja/sip/487-vs-603/'],
  ['着ユーザレスポンスなし', '/ja/q850/18/'],
  ['着ユーザーレスポンスなし', '/ja/q850/18/'],
  ['レジストラー', '/ja/glossary/elements/#registrar'],
  ['Retry-Afterヘッダー', '/ja/headers/#retry-after'],
] as const)
  test(`"${query}" leads to ${path}`, () => {
    expect(inJapanese.addresses(query)[0]).toBe(path);
  });

test('a word of a group stands for the others in all of their endings, as a whole and not in a name', () => {
  const plain = plainer([
    ['drops', 'disconnect', 'cut off'],
    ['minutes', 'min'],
  ]);
  for (const text of ['disconnects', 'disconnecting', 'is being cut off']) expect(plain(text)).toContain('drops');
  for (const text of ['min-se', 'timers_min_se', 'disconnect_reason', 'cut-off']) expect(plain(text)).toBe(text);
});

test('a loose word means its code where two are compared', () => {
  for (const [query, a, b] of [
    ['rejected or busy', 486, 603],
    ['redirect vs not found', 302, 404],
    ['difference between not acceptable and not acceptable here', 406, 488],
  ] as const)
    expect(english(query).answers[0], query).toEqual({ kind: 'pair', a, b });
  expect(english('rejected').answers[0]).toEqual(code(608));
  expect(japanese('内部エラーかサービス停止か').answers[0]).toEqual({ kind: 'pair', a: 500, b: 503 });
});

test('と before a verb compares nothing', () => {
  expect(japanese('迷惑電話と表示されてしまう').answers[0]).toEqual({ kind: 'symptom', name: 'rejected-as-spam' });
});

test('a complaint with a code comes to the symptom of that code, other words with it to the code', () => {
  expect(english('webrtc browser call 488').answers[0]).toEqual({ kind: 'symptom', name: 'browser-488' });
  expect(english('why do i see a 407 before every call').answers[0]).not.toEqual(code(486));
  expect(english('SIP/2.0 403 Forbidden (Domain not allowed)').answers[0]).toEqual(code(403));
});

test('what one product does comes after what holds for all, unless the product is named', () => {
  expect(english('authentification faild').answers[0]).toEqual(code(401));
});

test('where one direction works and the other fails, the one that fails is asked for', () => {
  for (const [query, name] of [
    ['can make calls but not receive', 'incoming-calls-do-not-arrive'],
    ['outgoing works, incoming does not', 'incoming-calls-do-not-arrive'],
    ['inbound fine outbound fails', 'outgoing-calls-loop-with-407'],
    ["we can be called but can't call out", 'outgoing-calls-loop-with-407'],
  ] as const)
    expect(english(query).answers[0], query).toEqual({ kind: 'symptom', name });
  expect(japanese('発信はOKで着信がNG').answers[0]).toEqual({ kind: 'symptom', name: 'incoming-calls-do-not-arrive' });
});

test('a constant in a line of a log leads to what explains it, one that nobody explains to no page about its words', () => {
  const line = '[NOTICE] core.c Hangup sofia/internal/1001@pbx [CS_EXECUTE] [USER_NOT_REGISTERED]';
  expect(english(line).answers[0]).toEqual({ kind: 'page', url: '/vendors/freeswitch/#c480' });
  expect(english('AST_CAUSE_NO_USER_RESPONSE').answers[0]).toEqual({ kind: 'page', url: '/q850/18/' });
  expect(english('LOSE_RACE').answers).toEqual([]);
});
