import type { GlossaryWords } from './glossary.en.ts';

export const glossaryJa: GlossaryWords = {
  label: '用語集',
  title: 'SIP用語集（日英対訳・読み付き）',
  description: (count: number) =>
    `ダイアログからQ.850の理由表示まで、SIPの用語${count}語の意味を、読み、英語、典拠となるRFCの節とともに示します。`,
  intro: (count: number) =>
    `このサイトで使う用語${count}語です。読みと英語のほか、理解に役立つレスポンスコードを示します。`,
  index: '五十音順の索引',
  topics: '分野',
  see: '関連する用語：',
  codes: '関連するコード：',
  topic: {
    messages: 'リクエストとレスポンス',
    dialogs: 'トランザクションとダイアログ',
    elements: '登場する装置',
    routing: '経路とフォーク',
    registration: '登録',
    media: 'メディアと呼び出し',
    security: '認証と発信者の証明',
    pstn: '電話網と輻輳',
  },
};
