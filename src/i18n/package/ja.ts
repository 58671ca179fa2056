import type { Locale } from '../../locales.ts';
import { findingSentence } from '../compare/findings/ja.ts';
import * as compare from '../compare/outcomes/ja.ts';
import { factValue } from '../facts/ja.ts';
import { labels } from '../labels/ja.ts';
import { steps } from '../steps/ja.ts';
import { ui } from '../ui/ja.ts';
import type { CommandWords } from './en.ts';

/** What the package says of codes and comparisons in Japanese. */
export const core = {
  locale: 'ja' as Locale,
  ui: { judgement: ui.judgement, judgementOn: ui.judgementOn },
  labels,
  steps,
  finding: findingSentence,
  together: compare.together,
  fork: compare.fork,
  shared: compare.shared,
  meanings: compare.meanings,
  brief: compare.brief,
  received: compare.received,
  noChoice: compare.noChoice,
  fact: factValue,
};

/** What the command line says. */
export const command: CommandWords = {
  ui,
  usage: (name: string) => `使い方：
  ${name} 487                  レスポンスコードの意味と対処
  ${name} 302 487              2つのコードの違い
  ${name} 4xx                  クラスごとのコード一覧
  ${name} cause 34             Q.850の理由表示
  ${name} decode trace.pcap    トレースの呼（ラダー図、結果、検出事項、メディア）
  ${name} busy here            リーズンフレーズからの検索

オプション：
  --lang 言語       回答の言語
  --json            JSONで出力
  --redact          decodeで番号、名前、アドレスを置き換える
  --help            この説明
  --version         パッケージのバージョン
  -                 decodeで標準入力からトレースを読む

終了コード：0 該当あり、1 未知のコードまたはメッセージなし、2 使い方の誤り`,
  unknownOption: (option: string) => `${option}というオプションはありません。`,
  noValue: (option: string, expected: string) => `${option}には値が必要です（${expected}）。`,
  badLanguage: (given: string, expected: string) =>
    `--langに${given}が指定されました。${expected}のいずれかを指定してください。`,
  needsFile: 'decodeには、ファイルを1つ、または標準入力を表す-を指定してください。',
  needsCause: 'causeには番号を1つ指定してください。',
  onlyDecode: '--redactはdecodeでのみ使えます。',
  unreadable: (file: string, why: string) => `${file}を読み込めません：${why}`,
  unknown: (asked: string) => `${asked}に該当するものはありません。`,
  noCode: (code: number, as: number) =>
    `${code}はIANAに登録されていません。クライアントは${as}として扱います（RFC 3261 §8.1.3.2）。`,
  noCause: (cause: number) => `Q.850に理由表示${cause}はありません。`,
  tooMany: '一度に比べられるコードは2つです。',
  same: (code: number) => `どちらも${code}です。`,
  nothing: 'SIPメッセージが見つかりません。',
  replaced: (count: number) => `${count}種類の文字列を置き換えました。`,
  sip: (code: number) => `SIP側への変換：${code}`,
  noSip: 'SIP側への変換：レスポンスなし',
  codes: (codes: string) => `SIP側からの変換：${codes}`,
  read: '詳しくは',
};
