import { steps } from '../../steps/ja.ts';
import { traceFinding } from '../findings/ja.ts';
import { streamLabel, streamLine } from '../media/ja.ts';
import { outcome, reasonText, duration, warningText } from '../outcome/ja.ts';
import { partyJa } from '../party/ja.ts';
import type { DecodeWords } from './en.ts';

export const decoder: DecodeWords = {
  outcome: outcome,
  finding: traceFinding,
  reason: reasonText,
  warning: warningText,
  seconds: duration,
  party: partyJa,
  steps,
  severity: { fault: '障害', warning: '注意', note: '参考' },
  kind: {
    call: '呼',
    registration: '登録',
    options: 'OPTIONS',
    subscription: '購読',
    publication: '状態の公開',
    message: 'メッセージ',
    other: 'そのほかのやり取り',
  },
  join: {
    'session-id': '両方のレッグのSession-IDが同じです。',
    icid: '両方のレッグで、P-Charging-Vectorのicid-valueが同じです。',
    replaces: '一方の呼のReplacesが、もう一方を指しています。',
    'in-reply-to': '一方の呼のIn-Reply-Toが、もう一方を指しています。',
    'call-id-header': '一方のレッグのヘッダーがもう一方を指しているか、両方が同じIDを持っています。',
    'log-host': 'このログを記録したホストが一方のレッグを受け、数秒以内に同じ番号でもう一方を送信しています。',
    numbers: '番号が同じで数秒以内に始まっただけなので、推定にすぎません。',
  },
  streamLine,
  streamLabel,
  again: '再送',
  legs: (count) => `${count}つのレッグから成る通話`,
  heading: { outcome: '結果', findings: '見つかった点', media: 'メディア', ladder: 'シーケンス', codes: '詳しく見る' },
  versus: (a, b) => `${a} vs ${b}`,
  noFindings: '指摘する点は見つかりませんでした。',
  colon: '：',
  brackets: ['（', '）'],
};
