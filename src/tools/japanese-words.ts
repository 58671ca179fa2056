/** A word that the site does not use, because it has another one for the same thing. */
export interface Rejected {
  found: RegExp;
  /** What to write instead. */
  write: string;
  /** Files that may use it, with the reason. */
  allowed?: { file: RegExp; reason: string };
}

// One word for one thing (content-language of the site; English terms in content/reference/glossary.yaml). Keywords are not
// checked: they hold what people type.

/** Words by subject, each with the one that the site uses. */
export const REJECTED: readonly Rejected[] = [
  // Messages
  { found: /返信|返答|返事|返送/, write: 'レスポンス (SIP), 結果 (a database or network), 応答 (a person)' },
  { found: /(?:暫定|最終|仮)応答/, write: '暫定レスポンス, 最終レスポンス' },
  {
    found:
      /応答し(?:た|ない)(?:SBC|サーバー|プロキシ)|応答のないブランチ|INVITE以外への応答|だけの応答|(?:\d{3}|エラー|障害)、応答なし/,
    write: 'レスポンスを返す, レスポンスなし (応答: somebody answers)',
  },
  {
    found: /要求の(?:メソッド|次の宛先|状態)|要求を送信した/,
    write: 'リクエスト (要求 is one of STUN or Diameter)',
  },
  { found: /理由句|(?<!リーズン)フレーズ|理由フレーズ|Reason[ -]Phrase/, write: 'リーズンフレーズ' },
  { found: /リクエストURI|要求URI/, write: 'Request-URI' },
  { found: /ボディー|メッセージ本文/, write: 'ボディ' },
  { found: /サブスクリプション/, write: '購読' },
  { found: /公開情報/, write: 'パブリケーション' },
  { found: /配達|配送/, write: '配信, or 宛先の取り違え for a request that reaches the wrong element' },
  { found: /コンタクト/, write: 'Contact, or バインディング for what the registrar keeps' },
  { found: /再送信/, write: '再送 (the same message again), 送り直す (a new request)' },
  { found: /キャンセル/, write: '取り消す, or CANCEL for the request' },
  // Elements
  { found: /次ホップ|ネクストホップ/, write: '次のホップ' },
  {
    found: /レジストラ(?!ー)|サーバ(?!ー)|ヘッダ(?!ー)|ユーザ(?!ー)|パラメータ(?!ー)|タイマ(?!ー)|メンバ(?!ー)/,
    write: 'the long vowel: サーバー, ヘッダー, ユーザー, パラメーター, タイマー, レジストラー, メンバー',
  },
  { found: /負荷分散装置/, write: 'ロードバランサー' },
  { found: /インタフェース|インターフェイス/, write: 'インターフェース' },
  { found: /終端側/, write: '着信側' },
  { found: /(?:ローカル|リモート)側/, write: '自側, 相手側' },
  // Telephony
  {
    found: /番号計画/,
    write: 'ダイヤルプラン (of a PBX)',
    allowed: {
      file: /codes\/484\/|comparisons\/416-vs-484\/|q850\.yaml/,
      reason: 'the numbering plan of the telephone network, E.164',
    },
  },
  { found: /(?<!通)話中(?!転送|時転送|音)/, write: '話し中' },
  { found: /アナウンス|トーキ(?!ー)/, write: 'ガイダンス' },
  { found: /待ち行列/, write: 'キュー' },
  {
    found: /アテンド転送|相談転送|在席転送/,
    write: '保留転送',
    allowed: { file: /codes\/481\//, reason: 'named once as a synonym' },
  },
  { found: /辞退/, write: '拒否' },
  { found: /理由表示値/, write: '理由表示' },
  { found: /(?<![ァ-ヶー])レグ(?![ァ-ヶー])/, write: 'レッグ' },
  { found: /署名レベル/, write: 'アテステーション' },
  { found: /救急機関/, write: '緊急対応機関 (救急 is the ambulance)' },
  { found: /終話/, write: '呼の終了, 通話を終える' },
  // Timers and transport
  { found: /時間切れ/, write: 'タイムアウト' },
  { found: /トランスポート障害/, write: 'トランスポートエラー' },
  { found: /パケット損失/, write: 'パケットロス' },
  { found: /断片/, write: 'フラグメント' },
  { found: /初期値|初期設定|デフォルト/, write: '既定値, 既定の設定; 開始値 (Max-Forwards)' },
  { found: /既定で、/, write: '既定では、' },
  { found: /私設アドレス/, write: 'プライベートアドレス' },
  { found: /通信路/, write: 'ネットワーク上' },
  { found: /無作為/, write: 'ランダム' },
  // Parts of a request, and what a code says
  {
    found: /符号化/,
    write: 'エンコーディング',
    allowed: { file: /q850\.yaml/, reason: 'the coding of information elements, in the words of the ITU' },
  },
  { found: /プリコンディション/, write: '事前条件' },
  { found: /Digest認証/, write: 'ダイジェスト認証' },
  { found: /連絡先の候補/, write: '宛先の候補' },
  { found: /障害の有無/, write: '正常・障害の別' },
  { found: /原因の語/, write: 'cause' },
  { found: /説明書/, write: 'マニュアル (of a product), 公式ドキュメント (of software)' },
  // What the editors think
  { found: /編集者の判断/, write: '本サイトの判断' },
  // Words of a translation
  { found: /に出会[いうっ]/, write: '検出する, 当たる' },
  { found: /へのコードが/, write: 'に返すコードが' },
  { found: /\dと扱[いうっわ]/, write: 'として扱う' },
  { found: /解析エンジン/, write: '分析エンジン' },
  { found: /の自身の/, write: '自身の, or 自身が…' },
  { found: /に未知の場合/, write: '認識できない場合' },
  { found: /時などです/, write: '時などに起こります: a sentence has a predicate' },
  // Spelling
  { found: /見な[すしさせ]/, write: 'みなす' },
  { found: /あと(?=[でにはのもを、])/, write: '後' },
  { found: /[りいきしちみびえれけせてめべげ]得(?:る|ます|ない|ません)|あり得/, write: 'うる, えます, えない' },
  { found: /例えば/, write: 'たとえば' },
  { found: /気付/, write: '気づく' },
  { found: /綴り/, write: 'つづり' },
  { found: /構いません|構わ[なず]/, write: 'かまいません' },
  { found: /あきらめ/, write: '諦める' },
  { found: /ただちに/, write: '直ちに' },
  { found: /留ま[らりるっ]/, write: 'とどまる' },
  { found: /(?:時間|秒|分)を置[いかきけ]/, write: 'おく' },
  { found: /版数/, write: 'バージョン' },
  { found: /(?:[をに])あた(?:る|り(?:ます|、))/, write: '当たる' },
  {
    found: /全て|全く|既に|下さい|出来(?:る|ま)|分か(?:[りるっ]|らな)|(?<!変)更に|但し|尚、/,
    write: 'すべて, まったく, すでに, ください, できる, わかる, さらに, ただし, なお',
  },
  { found: /写[すしさ](?!ん)/, write: 'コピーする' },
];
