import type { MediaFinding } from '../../../decoder/rules/findings.ts';
import type { CallSide } from '../../../decoder/media/described.ts';
import type { Heard } from '../../../decoder/media/heard.ts';
import { duration } from '../outcome/ja.ts';

// What the decoder says of media, in Japanese.

const WHO: Record<CallSide, string> = { caller: '発信側', callee: '着信側' };
const other = (side: CallSide): string => WHO[side === 'caller' ? 'callee' : 'caller'];
const end = ({ host, port }: { host: string; port: number | null }): string =>
  `${host.includes(':') ? `[${host}]` : host}${port === null ? '' : `:${port}`}`;
const count = (number: number): string => number.toLocaleString('ja');
const percent = (part: number): string => `${(100 * part).toFixed(1)}%`;
const milliseconds = (seconds: number): string => `${(1000 * seconds).toFixed(1)}ミリ秒`;

/** What a rule on media found, in Japanese: what was seen, and what to check next */
export function mediaFinding(finding: MediaFinding): string {
  switch (finding.kind) {
    case 'media-one-direction':
      return `音声が片方向だけです。${other(finding.silent)}のRTPは${count(finding.packets)}パケットありますが、${WHO[finding.silent]}のRTPがありません。セッション記述では双方ともsendrecvです。${WHO[finding.silent]}のマイク、NAT、ファイアウォールを確認し、${WHO[finding.silent]}でもキャプチャーを取得します。`;
    case 'media-none':
      return finding.sure
        ? '応答した呼ですが、この呼のRTPがキャプチャーにありません。同じホストのほかのRTPは採取されています。双方がRTPを送っているか、セッション記述のアドレスが正しいかを確認します。'
        : '応答した呼ですが、この呼のRTPがキャプチャーにありません。音声が通る場所で、SIPだけに絞らずに採取したのであれば、双方ともRTPを送っていません。';
    case 'media-elsewhere':
      return `${WHO[finding.from]}は音声を${end(finding.to)}に送っています（${count(finding.packets)}パケット）。この宛先はどのセッション記述にもありません。本来の宛先は${end(finding.wanted)}です。途中でセッション記述を書き換える装置（ALGやSBCなど）と、${WHO[finding.from]}のメディアの設定を確認します。`;
    case 'media-nat': {
      const { side, address, source, answered } = finding;
      const seen = `${WHO[side]}のセッション記述にはプライベートアドレス${address}がありますが、そのRTPは${source}から届いています。`;
      if (answered === true) return `${seen}相手側はRTPの送信元に返しているため、音声はNATを通ります。対処は不要です。`;
      return answered === false
        ? `${seen}相手側は送信元に返していないため、${WHO[side]}には音声が届きません。相手側でSymmetric RTPを有効にするか、${WHO[side]}に外部アドレスを設定します。`
        : `${seen}相手側のRTPは見当たりません。相手側がプライベートアドレスに送っていないかを確認し、Symmetric RTPを有効にします。`;
    }
    case 'media-early':
      return `応答の${duration(finding.seconds)}前から、着信側の音声が届いています。ガイダンスや呼出音などのアーリーメディアです。発信側に聞こえていれば、対処は不要です。`;
    case 'media-late':
      return `${WHO[finding.side]}の最初のRTPは、200の${duration(finding.seconds)}後です。通話の初めの音声が聞こえません。ICE、DTLS、メディアサーバーなど、${WHO[finding.side]}が何を待っているかを確認します。`;
    case 'media-silence':
      return `相手側の最後のRTPから${duration(finding.seconds)}後に、${WHO[finding.by]}が呼を終了しました。RTPが途絶えたときのタイムアウトの設定と、相手側の音声が途絶えた原因を確認します。NATの期限切れ、新しいオファーのない保留、無音圧縮が考えられます。`;
    case 'media-dtmf':
      return finding.by === 'event'
        ? `${WHO[finding.side]}がキーを${finding.count}回押し、RTPのtelephone-eventで送りました。反応がなければ、相手側が音ではなくイベントを受け取る設定か確認します。`
        : `${WHO[finding.side]}がキーを${finding.count}回押し、RTPではなくINFOで送りました。反応がなければ、相手側がINFOのDTMFに対応しているか確認します。`;
    case 'media-quality': {
      const { from, lost, expected, jitter } = finding;
      const missing = `RTPの${count(expected)}パケットのうち${count(lost)}（${percent(lost / expected)}）が`;
      const what =
        jitter === null
          ? `${missing}失われています`
          : lost > 0
            ? `${missing}失われ、ジッターも${milliseconds(jitter)}あります`
            : `RTPのジッターが${milliseconds(jitter)}あります`;
      return `採取した地点では、${WHO[from]}の${what}。${WHO[from]}からこの地点までのネットワークと、採取したホスト自身がパケットを落としていないかを確認します。`;
    }
    case 'media-payload':
      return `${WHO[finding.from]}はペイロードタイプ${finding.type}を送っていますが（${count(finding.packets)}パケット）、相手側のセッション記述にありません。相手側が示したのは${finding.known.join('、')}です。相手側に破棄される可能性があるため、${WHO[finding.from]}のコーデックの設定を確認します。`;
    case 'media-unreachable': {
      const { side, by, why, to } = finding;
      const what = {
        port: `${end(to)}で待ち受けているプログラムがありません`,
        host: `${end(to)}のホストに到達できません`,
        network: `${end(to)}のネットワークへの経路がありません`,
        protocol: `${end(to)}のホストはUDPに対応していません`,
        prohibited: `${end(to)}宛てのパケットはフィルターで拒否されています`,
      }[why];
      return `${WHO[side]}宛てのRTPが届いていません。${by}からのICMPによると、${what}。これは${WHO[side]}自身が示したアドレスです。${WHO[side]}のメディアのプログラムが動いているかと、セッション記述を確認します。`;
    }
  }
}

/** A stream of a call as one line, in Japanese */
export function streamLine({ stream, codec, srtp, loss, jitter, after, media }: Heard): string {
  return [
    `${end(stream.from)} → ${end(stream.to)}：${srtp ? 'SRTP' : 'RTP'} ${media} ${codec}、${count(stream.packets)}パケット`,
    after === null
      ? ''
      : after < 0
        ? `最初のパケットは200の${duration(-after)}前`
        : `最初のパケットは200の${duration(after)}後`,
    loss === null ? '' : `損失${percent(loss)}`,
    jitter === null ? '' : `ジッター${milliseconds(jitter.mean)}（最大${milliseconds(jitter.max)}）`,
    stream.copies > 0 ? `重複${count(stream.copies)}パケットを除外` : '',
  ]
    .filter(Boolean)
    .join('、');
}

/** The label of a stream in the ladder */
export const streamLabel = ({ stream, codec, srtp }: Heard): string =>
  `${srtp ? 'SRTP' : 'RTP'} ${codec} · ${count(stream.packets)}`;
