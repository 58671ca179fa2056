import type { ApiWords } from './en.ts';

export const api: ApiWords = {
  label: 'API',
  files: {
    code: '1つのコードについて、出典付きの仕様、ヘッダー、双方向のQ.850の理由表示、出典、日英の本文',
    pairs: '1つのコードの比較74件について、区分、日英の結論または最も大きな違い、フォーク時に転送されるコード',
    codes: '全コードについて、リーズンフレーズ、クラス、正常・障害の別、日英の要約、アドレス',
    csv: '同じ内容の表（UTF-8、RFC 4180）',
    schema: '各ファイルのJSON Schema（2020-12）',
  },
  changesLabel: '更新履歴',
  changesTitle: 'SIP Codesの更新履歴',
  changesDescription:
    'SIP Codesの新しいページ、訂正、APIの変更を、該当ページとともに新しい順に示します。Atomフィードでも配信しています。',
  changesIntro: '新しいページ、訂正、APIの変更を新しい順に示します。',
  feed: 'Atomフィード',
  alsoChanged: 'ほかに更新したページ',
  pageChanged: (name: string, date: string) => `${date}に「${name}」を更新しました。`,
};
