import type { FindingKind } from '../../model/compare/findings.ts';
import { locales } from '../../locales.ts';
import { fit, topics, type Titles } from './shared.ts';

const limit = locales.ja.limits.title;

/** What a difference is about, in a few words, for titles. */
const topic: Record<FindingKind, string> = {
  'methods-disjoint': '対象リクエスト',
  'methods-narrower': '対象リクエスト',
  nature: '障害かどうか',
  next: '次の動作',
  decision: '誰の判断か',
  reach: '効力の範囲',
  lasts: '有効な期間',
  local: '実在するレスポンスか',
  'senders-overlap': '誰が返せるか',
  'methods-overlap': '対象リクエスト',
  'check-order': '検査の順序',
  mover: '誰が対応するか',
  confirmed: '確認のしかた',
  trace: 'トレースでの現れ方',
  senders: '誰が返すか',
  detail: '見るべきヘッダー',
  'mid-call': '通話中の扱い',
  subscription: '購読の扱い',
  dialog: '何が終わるか',
  'unknown-to-old': '古い装置での扱い',
  'both-unknown-to-old': '古い装置での扱い',
  deprecated: '現行と非推奨',
  failover: '迂回の可否',
  'pstn-same': '電話網での扱い',
  'pstn-different': '電話網での扱い',
  'pstn-returns': '電話網経由の変化',
  'pstn-in': '電話網から',
  metrics: '統計',
};

export const titles: Titles = {
  code: (code) => `SIP ${code.number} ${code.phrase}（${code.text.ja.gloss}）`,
  codePage: (code) => {
    const long = `SIP ${code.number} ${code.phrase}の意味と対処`;
    return [...long].length <= limit ? long : `SIP ${code.number}（${code.text.ja.gloss}）の意味と対処`;
  },
  pair: (a, b) => `SIP ${a.number} ${a.phrase} vs ${b.number} ${b.phrase}`,
  pairPage: (comparison) =>
    fit(`SIP ${comparison.a.number}と${comparison.b.number}の違い：`, topics(comparison, topic), '、', limit),
  pairShort: (a, b) => `${a.number}と${b.number}の違い`,
  responseClass: (digit, title) => `SIP ${digit}xx ${title}`,
  responseClassPage: (digit, title) => `SIP ${digit}xx（${title}）のレスポンスコード一覧`,
};
