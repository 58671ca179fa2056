import type { RfcWords } from './en.ts';

export const rfc: RfcWords = {
  label: 'RFC一覧',
  title: 'SIPレスポンスコードの典拠となるRFC',
  description: (count: number) =>
    `SIPレスポンスコードを定義するRFC、使い方を定めるRFC、後から変更したRFCの計${count}件について、概要と関係するコードを示します。`,
  intro: (count: number) =>
    `SIPレスポンスコードを定義するRFCと、その使い方を定めたり後から変更したりするRFCの計${count}件です。`,
  defining: 'コードを定義するRFC',
  ruling: 'コードの使い方を定めるRFC',
  pageTitle: (number: number, defines: number) =>
    defines > 0 ? `RFC ${number}が定義するSIPレスポンスコード` : `RFC ${number}とSIPレスポンスコード`,
  defines: '定義するコード',
  cites: '関係するほかのコード',
  citesNote: '各コードのページが典拠とする節を示します。',
  read: 'RFC Editorで原文を読む',
  obsoletedBy: (number: number) => `このRFCはRFC ${number}に置き換えられました。`,
  obsoletes: (numbers: number[]) => `RFC ${numbers.join('とRFC ')}を置き換えています。`,
  code: 'コード',
  sections: '節',
  count: (count: number) => `（${count}件）`,
};
