import type { ApiWords } from './en.ts';

export const api: ApiWords = {
  label: 'API',
  files: {
    index: '全ファイルの種類、スキーマ、更新日の一覧（ミラーの起点に使えます）',
    openapi: 'OpenAPI 3.1による記述（クライアントの生成に使えます）',
    code: '1つのコードについて、出典付きの仕様とその説明文、ヘッダー、双方向のQ.850の理由表示、ラダー図、メッセージ例、日英の本文',
    codes: '全コードについて、リーズンフレーズ、クラス、正常・障害の別、日英の要約、アドレス',
    pairs: '1つのコードの比較74件について、区分、日英の結論または最も大きな違い、フォーク時に転送されるコード',
    comparison: '人手で結論を書いた比較1件について、結論、違い、対処、根拠となる節',
    comparisons: '人手で結論を書いた比較の一覧と、その結論',
    symptom: '1つの症状について、トレースでの現れ方、原因とその見分け方、ラダー図、問い合わせに必要な情報',
    symptoms: '症状の一覧と、関係するコード',
    context:
      '1つのサービス、網、製品、クライアント、プロトコル（フェイルオーバーとSTUNを含む）について、各コードの意味と根拠のページ',
    contexts: 'サービス、網、製品、クライアント、プロトコルの一覧',
    product:
      'ソースコードを読んだ製品1つについて、送信するコードと条件、Q.850の対応表（いずれもファイルと行を示します）',
    products: 'ソースコードを読んだ製品の一覧',
    classes: '6つのクラス、IANAの登録簿、コードの別名',
    unregistered: '登録簿にないコードと、その送信元',
    q850: 'Q.850の理由表示と、RFC 3398の双方向の対応表',
    reason: 'Reasonヘッダーの規則、例、生成源',
    warnings: '警告コードの文言と、付けられるレスポンス',
    headers: 'ヘッダーの定義箇所、読み取れる内容、付けるコード',
    metrics: 'RFC 6076のSER、SEER、ISA、SCRが数えるレスポンス',
    rfcs: '引用しているRFCと、それぞれが定めるコード',
    glossary: '日英のSIP用語と定義',
    changes: 'このサイトの更新履歴（新しい順）',
    csv: 'コードの一覧を表にしたもの（UTF-8、RFC 4180）',
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
