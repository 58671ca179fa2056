import type { SearchWords } from './en.ts';

export const search: SearchWords = {
  kindCode: 'コード',
  kindPair: '比較',
  kindSymptom: '症状',
  kindContext: 'サービスと網',
  kindClass: 'クラス',
  kindCause: 'Q.850の理由表示',
  kindUnregistered: 'IANA未登録',
  countOne: '1件',
  countMany: '{}件',
  partial: '部分一致',
  unknown: '{}は、登録されたSIPレスポンスコードではありません。',
  noCode: '{}はSIPレスポンスコードではありません。先頭の数字は1から6です。',
  cause: 'Q.850の理由表示{}',
  causeText: 'Q.850の理由表示{}と、RFC 3398が対応付けるSIPコードです。',
  causeNone: 'RFC 3398 §7.2.4.1には、Q.850の理由表示{}に対応するSIPレスポンスがありません。',
  versus: 'vs',
  nearest: 'もしかして',
  reduced: '全文の検索データを読み込めなかったため、キーワードに一致したものだけを表示しています。',
};
