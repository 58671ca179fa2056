import type { GlossaryWords } from './en.ts';

export const glossary: GlossaryWords = {
  label: '用語集',
  title: 'SIP用語集（日英対訳・読み付き）',
  description: (count) =>
    `ダイアログからQ.850の理由表示まで、SIPの用語${count}語の意味を、読み、英語、典拠となるRFCの節とともに示します。`,
  lead: (count) =>
    `このサイトで使う用語${count}語を、読みと英語を添えて示します。各用語から、定義、典拠となるRFCの節、関連するコードを確認できます。`,
  index: '五十音順の一覧',
  initial: (kana) => `${kana}行`,
  topics: '分野',
  see: '関連する用語：',
  codes: '関連するコード：',
  topic: {
    messages: {
      label: 'リクエストとレスポンス',
      title: 'SIPのリクエストとレスポンスに関する用語',
      description: (count) =>
        `メソッド、リーズンフレーズ、暫定レスポンス、PRACK、re-INVITE、タイマーBなど、SIPのメッセージの用語${count}語を、読み、英語、RFCの節とともに説明します。`,
      lead: 'メッセージの構成要素、ACK、CANCEL、PRACKなどのリクエスト、レスポンスの種類を表す用語です。',
    },
    dialogs: {
      label: 'トランザクションとダイアログ',
      title: 'SIPのトランザクションとダイアログに関する用語',
      description: (count) =>
        `トランザクション、ダイアログ、Call-ID、タグ、CSeq、セッションタイマーなど、呼のつながりを表す用語${count}語を、読み、英語、RFCの節とともに説明します。`,
      lead: 'トレースを読むときにまとまりとなるトランザクション、ダイアログ、購読と、それらを識別する値、グレアなどの用語です。',
    },
    elements: {
      label: '登場する装置',
      title: 'SIPに登場する装置と役割の用語',
      description: (count) =>
        `UAC、UAS、B2BUA、プロキシ、レジストラー、ゲートウェイ、SBCなど、SIPの装置と役割を表す用語${count}語を、読み、英語、RFCの節とともに説明します。`,
      lead: 'メッセージを送る側、中継する側、レスポンスを返す側の名前です。UAの2つの役割、プロキシ、各種サーバー、ゲートウェイ、SBCを扱います。',
    },
    routing: {
      label: '経路とフォーク',
      title: 'SIPの経路とフォークに関する用語',
      description: (count) =>
        `フォーク、ブランチ、ループ、Via、Record-Route、Max-Forwardsなど、リクエストの経路に関する用語${count}語を、読み、英語、RFCの節とともに説明します。`,
      lead: 'リクエストが宛先に届き、レスポンスが戻るまでの道筋を表す用語です。フォークと検索、ループ、経路を記録するヘッダーを扱います。',
    },
    registration: {
      label: '登録',
      title: 'SIPの登録に関する用語',
      description: (count) =>
        `バインディング、アドレスオブレコード（AOR）、Expires、Path、GRUUなど、SIPの登録に関する用語${count}語を、読み、英語、RFCの節とともに説明します。`,
      lead: '電話機が自分の到達先を知らせる手順の用語です。アドレスとその有効期間、NATの内側の端末や休止中のアプリへの着信を扱います。',
    },
    media: {
      label: 'メディアと呼び出し',
      title: 'SIPのメディアと呼び出しに関する用語',
      description: (count) =>
        `SDP、オファー/アンサー、アーリーメディア、呼び出し音、保留など、メディアと呼び出しに関する用語${count}語を、読み、英語、RFCの節とともに説明します。`,
      lead: '両側がメディアの条件を合わせる方法、応答前に聞こえる音、保留などを表す用語です。',
    },
    security: {
      label: '認証と発信者の証明',
      title: 'SIPの認証と発信者の証明に関する用語',
      description: (count) =>
        `ダイジェスト認証、チャレンジ、ノンス、STIR、PASSporTなど、SIPの認証と発信者の証明に関する用語${count}語を、読み、英語、RFCの節とともに説明します。`,
      lead: 'クライアントが認証情報で身元を示す手順と、網が発信者番号を保証したり隠したりする仕組みの用語です。',
    },
    pstn: {
      label: '電話網と輻輳',
      title: '電話網と輻輳に関するSIPの用語',
      description: (count) =>
        `ISUP、Q.850の理由表示、Reasonヘッダー、オーバーラップ発信など、電話網と輻輳に関する用語${count}語を、読み、英語、RFCの節とともに説明します。`,
      lead: 'ISUPやQ.850の理由表示のように電話網と共通する用語と、呼が集中したときの扱いに関する用語です。',
    },
  },
};
