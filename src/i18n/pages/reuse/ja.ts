import type { ReuseWords } from './en.ts';

/** 事業者独自の意味のページの語句。 */
export const reuse: ReuseWords = {
  label: '事業者独自の意味',
  title: '通信事業者やサービスがSIPコードに持たせた別の意味',
  description: (count) =>
    `603、403、503などのコードを、残高不足、着信のブロック、上限の超過といった独自の目的で使う例${count}件を、見分け方と出典とともに示します。`,
  lead: 'コードの意味はRFCのとおりですが、事業者が独自の目的で使うことがあります。各項目から、見分け方と出典を示したサービスのページを開けます。',
  topic: {
    money: '残高と料金',
    limits: 'アカウントの上限と設定',
    blocking: '呼のブロック',
    display: '長い番号と、アプリケーションが作るコード',
  },
  shown: '表示',
  codes: 'コード',
};
