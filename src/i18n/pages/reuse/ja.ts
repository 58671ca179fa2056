import type { ReuseWords } from './en.ts';

/** 事業者独自の意味のページの語句。 */
export const reuse: ReuseWords = {
  label: '事業者独自の意味',
  title: '通信事業者やサービスがSIPコードに持たせた別の意味',
  description: (count) =>
    `603、403、503などのコードを、残高不足、着信のブロック、上限の超過といった独自の目的で使う例${count}件を、見分け方と出典とともに示します。`,
  lead: 'コードの意味はRFCのとおりですが、事業者が独自の目的で使うことがあります。サービス、見分け方、出典を例ごとに示します。',
  note: '出典のページは、記載の日に保存版で確認しました。サービスの動作は変わることがあるため、合わない場合は事業者に確認してください。',
  topic: {
    money: '残高と料金',
    limits: 'アカウントの上限と設定',
    blocking: '呼のブロック',
    display: '長い番号と、アプリケーションが作るコード',
  },
  shown: '表示',
  tell: '見分け方',
  codes: 'コード',
  source: '出典',
  read: (day) => `${day}に確認`,
  secondHand: '（第三者のページによる）',
  onCodePage: '事業者やサービスでの使われ方',
  byWho: (who, shown) => `${who}：${shown}`,
};
