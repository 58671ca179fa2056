import type { FindingDetail } from '../../../decoder/rules/findings.ts';
import { codeName, type Names } from '../../../decoder/show/code-names.ts';
import type { Direction } from '../../../decoder/message/sdp.ts';
import { mediaFinding } from '../media/ja.ts';
import { duration } from '../outcome/ja.ts';
import { partyJa } from '../party/ja.ts';

const list = (words: string[]): string => (words.length === 0 ? 'なし' : words.join('、'));
const within = (seconds: number | null): string => (seconds === null ? '' : `${duration(seconds)}の間に`);

const flows: Record<Direction, string> = {
  sendrecv: '音声を送受信します',
  sendonly: '音声を送るだけで受けません',
  recvonly: '音声を受けるだけで送りません',
  inactive: '音声をまったくやり取りしません',
};

/** RFC 8606 §4：理由が作られた網の位置 */
const LOCATIONS: Record<string, string> = {
  U: 'ユーザー',
  LPN: '自側ユーザーの私設網',
  LN: '自側ユーザーの公衆網',
  TN: '中継網',
  RLN: '相手側ユーザーの公衆網',
  RPN: '相手側ユーザーの私設網',
  INTL: '国際網',
  BI: 'インタワーキング点の先の網',
};

/**
 * @param finding 規則が見つけた事柄
 * @param names コードの名前
 * @returns 日本語の文。見つかった事柄と、次に確認する点を述べる
 */
export function traceFinding(finding: FindingDetail, names: Names): string {
  const code = (number: number) => codeName(number, names);
  switch (finding.kind) {
    case 'ack-missing': {
      const { repeats, seconds, ended } = finding;
      return `ACKが届かないため、2xxが${within(seconds)}${repeats}回再送されました。${ended ? 'その後、着信側が切断しました。' : ''}発信側がACKを送ったか、2xxのContactとRecord-Routeに発信側から到達できるかを確認します。`;
    }
    case 'ack-misrouted':
      return `ACKの宛先は${finding.target}ですが、2xxのContactは${finding.contact}です。途中でContactやRequest-URIを書き換える装置（ルーターのSIP ALGなど）がないか確認します。`;
    case 'ack-cseq':
      return `ACKのCSeqは${finding.ack ?? '読み取れない値'}ですが、INVITEは${finding.invite ?? '読み取れない値'}のため、相手側は対応付けられません。ACKを送ったソフトウェアを確認します。`;
    case 'ack-branch':
      return `${code(finding.code)}へのACKのbranchがINVITEと違うため、サーバーは対応するACKと認識できず、レスポンスを再送します。ACKを送ったソフトウェアを確認します。`;
    case 'ack-missing-failure':
      return `ACKが届かないため、${code(finding.code)}が${finding.repeats}回再送されました。レスポンスがINVITEの送信元に届いているか、Viaとパケットの送信元を比べて確認します。`;
    case 'success-after-cancel':
      return finding.cleared === true
        ? '2xxとCANCELが行き違いになりましたが、BYEで正しく終了しています。対処は不要です。'
        : finding.cleared === null
          ? '2xxとCANCELが行き違いになり、その直後にトレースが終わっています。発信側は、2xxにACKを返してBYEを送る必要があります。その動作を確認します。'
          : '発信側が取り消した後に2xxが届き、BYEが続いていません。着信側は通話中と判断したままです。発信側がその2xxにACKを返し、BYEを送っているか確認します。';
    case 'forked-answers': {
      const { answers, open, unconfirmed, settled } = finding;
      if (settled)
        return `${answers}台の電話機が応答し、それぞれにACKが返され、使わない呼はBYEで終了しています。対処は不要です。`;
      const lacks = [
        open > 1 ? `BYEのない呼が${open}件` : '',
        unconfirmed > 0 ? `ACKのない応答が${unconfirmed}件` : '',
      ];
      return `${answers}台の電話機が応答しました。トレースには${lacks.filter(Boolean).join('、')}あります。発信側が、すべての応答にACKを返し、使わない呼のそれぞれにBYEを送っているか確認します。`;
    }
    case 'cancel-without-final':
      return `CANCELから${duration(finding.seconds)}たっても、INVITEへの最終レスポンスがありません。本来は487が返ります。CANCELのbranch、Request-URI、CSeqの番号がINVITEと同じか、着信側に届いたかを確認します。`;
    case 'cancel-too-early':
      return 'INVITEへのレスポンスが何も届かないうちに、CANCELが送られています。CANCELがINVITEを追い越すことがあるため、クライアントは暫定レスポンスを待つ必要があります。クライアントの動作を確認します。';
    case 'no-response':
      return `${partyJa(finding.to)}への${finding.method}を${within(finding.seconds)}${finding.sent}回送信しましたが、レスポンスがトレースにありません。宛先のアドレス、ポート、トランスポート、途中のファイアウォール、サーバーの待ち受けを確認し、サーバー側でもトレースを取得します。`;
    case 'unreachable': {
      const { method, code: number, why, by, to, transport } = finding;
      const what = number === null ? method : `レスポンス${number}（${method}）`;
      const target = `${to.host.includes(':') ? `[${to.host}]` : to.host}:${to.port}（${transport}）`;
      return {
        port: `${what}は届いていません。${by}からのICMPによると、${target}で待ち受けているプログラムがありません。送信先のアドレスとポート、送信先のプログラムが動いていてこのトランスポートで待ち受けているかを確認します。`,
        host: `${what}は届いていません。${by}からのICMPによると、${target}のホストに到達できません。アドレスと、ホストが動いているかを確認します。`,
        network: `${what}は届いていません。${by}からのICMPによると、${target}のネットワークへの経路がありません。アドレスとルーティングを確認します。`,
        protocol: `${what}は届いていません。${by}からのICMPによると、${target}のホストはこのトランスポートに対応していません。トランスポートの設定を確認します。`,
        prohibited: `${what}は届いていません。${by}からのICMPによると、${target}宛てのパケットはフィルターで拒否されています。ファイアウォールの規則を確認します。`,
      }[why];
    }
    case 'retransmitted': {
      const { requests, responses } = finding;
      const what = [requests > 0 ? `リクエスト${requests}件` : '', responses > 0 ? `レスポンス${responses}件` : '']
        .filter(Boolean)
        .join('と');
      if (!finding.timed)
        return `同じメッセージがトレースに重複しています（${what}）。時刻がないため、再送か、ログへの二重の記録かは区別できません。再送であれば、パケットの損失とサーバーの遅延を確認します。`;
      return `${what}が再送されましたが、最後にはレスポンスが届いています。パケットの損失とサーバーの遅延を確認します。INVITEの場合は、100 Tryingが0.5秒以内に返っているかも確認します。`;
    }
    case 'response-unmatched':
      return finding.what === 'cseq'
        ? `${finding.code}（${finding.method}）のCSeqの番号が、branchの同じリクエストと違うため、クライアントに破棄される可能性があります。レスポンスを返したソフトウェアを確認します。`
        : `${finding.code}（${finding.method}）のbranchに対応するリクエストがトレースにありません。クライアントはこのレスポンスを破棄します。途中でViaを書き換える装置がないか、トレースに抜けがないかを確認します。`;
    case 'cseq-order':
      return `${finding.method}のCSeqが${finding.number}で、同じ側が先に送った${finding.before}より小さくなっています。相手側は500で拒否することがあります。送信したソフトウェアと、番号を調整しないB2BUAの有無を確認します。`;
    case 'max-forwards':
      return finding.left === 0
        ? 'Max-Forwardsが0になりました。これを受けたプロキシは483で拒否します。Viaのホストを比べ、ループがないか確認します。'
        : `Max-Forwardsの残りが${finding.left}です。Viaのホストを比べてループの有無を調べ、クライアントの開始値が70より小さくないかも確認します。`;
    case 'content-length': {
      const detail = finding.detail ? `（${finding.detail}）` : '';
      return {
        'too-long': `Content-Length${detail}がボディより大きいため、メッセージが途中で切れたものと扱われます。ボディだけを変えて長さを直さない装置が途中にないか確認します。`,
        'too-short': `Content-Length${detail}がボディより小さいため、受信側はボディの末尾を捨てます。ボディだけを変えて長さを直さない装置が途中にないか確認します。`,
        missing:
          'Content-Lengthがありません。ストリーム型のトランスポートでは、メッセージの終わりを知るために必須です。送信したソフトウェアを確認します。',
      }[finding.what];
    }
    case 'header-missing':
      return `${finding.name || '必須'}ヘッダーがありません。送信したソフトウェアを確認します。`;
    case 'malformed': {
      const detail = finding.detail ? `（${finding.detail}）` : '';
      return {
        header: `読み取れないヘッダー${detail}があります。厳格なサーバーは400を返します。送信したソフトウェアを確認します。`,
        'start-line': `メッセージの1行目の形式が正しくありません${detail}。送信したソフトウェアを確認します。`,
        version: `SIP/2.0以外のバージョンが指定されています${detail}。サーバーは505を返します。送信したソフトウェアを確認します。`,
        'cseq-method': `CSeqのメソッドがリクエストのメソッドと違います${detail}。サーバーは400を返します。送信したソフトウェアを確認します。`,
        truncated: `ヘッダーの後の空行がありません${detail}。送信したソフトウェアを確認します。`,
      }[finding.what];
    }
    case 'cut': {
      const some = `${finding.count}件のメッセージ`;
      return {
        edited: `${some}は、送信された形のままではありません。ログまたは後の編集で、行、長さ、アドレスのいずれかが変わっています。ボディと長さについては判断していません。必要であれば元の記録を確認します。`,
        redacted: `${some}では、値がREDACTEDなどの語に置き換えられています。その値については判断していません。必要であれば元の記録を確認します。`,
        limit: `${some}が、ログの長さの上限で切れています。欠けた部分については判断していません。上限を上げるか、キャプチャーを取得します。`,
        end: `${some}が、入力の終わりで切れています。欠けた部分については判断していません。メッセージの最後までをコピーします。`,
        snap: `${some}が、キャプチャーのスナップ長（snaplen）で切れています。欠けた部分については判断していません。tcpdump -s 0などで、パケット全体を取得し直します。`,
        lost: `${some}は、TCPセグメントやフラグメントの一部がキャプチャーにありません。欠けた部分については判断していません。取得したホストでパケットが失われていないか確認します。`,
      }[finding.how];
    }
    case 'branch-old':
      return `Viaのbranch（${finding.branch || '空'}）がz9hG4bKで始まっていません。送信元は2002年より前の規則に従っており、トランザクションはほかのヘッダーで照合されます。新しいソフトウェアの有無を確認します。`;
    case 'udp-too-large':
      return `UDPで送られた${finding.method}が${finding.bytes}バイトあります。1300バイトを超えるリクエストは、フラグメントが失われやすいためTCPで送る決まりです。相手側に完全な形で届いているかを確認し、TCPを使うか、提示するコーデックを減らします。`;
    case 'relayed-503':
      return 'プロキシが、下流のサーバーから受けた503をそのまま発信側へ返しています。発信側は、プロキシ全体が過負荷と判断しかねません。別のサーバーを試すか500に変えて返すよう、プロキシのフェイルオーバーの設定を確認します。';
    case 'retry-after':
      return `サーバーは${finding.code}のRetry-Afterで、${finding.seconds}秒待つよう求めています。クライアントがこれを守っているか確認します。`;
    case 'auth-normal':
      return `${code(finding.code)}は通常のチャレンジです。クライアントは認証情報を付けて${finding.method}を送り直し、認証を通過しました。対処は不要です。`;
    case 'auth-loop': {
      const { tries, realm, user, sameNonce } = finding;
      const who = `${user ? `ユーザー${user}の` : ''}認証情報（レルムは${realm || '空'}）`;
      return sameNonce
        ? `${who}が${tries}回拒否され、クライアントは同じnonceを使い続けています。ユーザー名とパスワード、および新しいチャレンジに従わない理由を確認します。`
        : `${who}が、stale=trueのないまま${tries}回拒否されました。クライアントのユーザー名、認証用の名前、パスワードを、サーバーの設定と照合します。`;
    }
    case 'auth-stale':
      return finding.times > 1
        ? `サーバーがnonceの期限切れ（stale=true）を${finding.times}回通知しました。nonceの有効期間、複数のサーバーでのnonceの共有、クライアントが新しいnonceを使っているかを確認します。`
        : finding.ended
          ? 'nonceの期限が切れていましたが（stale=true）、クライアントは新しいnonceで認証を通過しました。対処は不要です。'
          : 'nonceの期限が切れていました（stale=true）。パスワードの誤りを示すものではありません。クライアントが新しいnonceで送り直すか確認します。';
    case 'auth-unanswered':
      return `レルム${finding.realm || '（空）'}の${finding.code}のチャレンジ（${list(finding.algorithms)}）に応じたリクエストがトレースにありません。クライアントに、このレルムのアカウントがあるか、示されたアルゴリズムに対応しているかを確認します。`;
    case 'auth-realm':
      return `クライアントはレルム${finding.sent || '（空）'}の認証情報を送りましたが、チャレンジのレルムは${finding.asked || '（空）'}です。クライアントのレルムの設定を確認します。`;
    case 'auth-cseq':
      return `認証情報を付けたリクエストのCSeqが${finding.number}のままで、増えていません。サーバーが再送とみなすことがあります。クライアントのソフトウェアを確認します。`;
    case 'aka':
      return {
        normal: `${code(finding.code)}は、移動体網の通常のAKAチャレンジです。SIMカードがこれに応じ、認証を通過しました。対処は不要です。`,
        resynchronised: `SIMカードの順序番号（SQN）が網側と違っていたため、AKAのチャレンジ${finding.code}にautsが返されました。網側が番号を合わせ、次のチャレンジで認証を通過しました。対処は不要です。`,
        'out-of-step': `AKAのチャレンジ${finding.code}のたびにautsが返され、SIMカードと網側の順序番号（SQN）が合いません。パスワードは関係しません。autsで届いた番号をHSSが保存しているか確認します。`,
        unanswered: `AKAのチャレンジ${finding.code}に応じたリクエストがトレースにありません。応じるのはパスワードではなくSIMカードです。KiとOPcがSIMカードとHSSで一致しているか、端末と網側のIPsecの条件（Security-Client、Require: sec-agree）が合っているかを確認します。`,
        'not-accepted': `AKAのチャレンジ${finding.code}に、responseのない認証情報が返されました。SIMカードは、このチャレンジを自分の網のものと認めていません。KiとOPcをSIMカードとHSSで照合します。OPcとOPは別の値です。`,
        refused:
          'AKAのチャレンジに対するSIMカードの答えが拒否されました。パスワードは関係しません。KiとOPcをSIMカードとHSSで照合します。OPcとOPは別の値です。',
      }[finding.what];
    case 'private-contact':
      return `Contactがプライベートアドレス${finding.address}ですが、パケットは${finding.source}から届いています。ACKやBYEなど、この後のリクエストが送信元に届かない可能性があります。外部アドレスの設定と、サーバー側のNAT対応を確認します。`;
    case 'private-media':
      return `SDPがプライベートアドレス${finding.address}でのメディア受信を求めています。しかし、パケットの送信元は${finding.source}です。片通話の原因になることがあります。メディアの外部アドレス、STUNやICEの設定、および相手側がシンメトリックRTPに対応しているかを確認します。`;
    case 'nat-via': {
      const { said, seen, rport, nat } = finding;
      const what = nat ? '間にNATがあります' : '送信元が複数のアドレスを持つか、間にNATがあります';
      if (rport)
        return `Viaは${said}ですが、パケットは${seen}から届いています。${what}が、rportによってレスポンスは戻れます。届いていれば対処は不要です。`;
      return nat
        ? `Viaは${said}ですが、パケットは${seen}から届いています。${what}が、rportがありません。レスポンスがNATを通って戻れるよう、クライアントでrportを有効にできるか確認します。`
        : `Viaは${said}ですが、パケットは${seen}から届いています。${what}。レスポンスが届いていれば対処は不要です。`;
    }
    case 'rport-missing':
      return `リクエストはポート${finding.seen}から届きましたが、Viaのポートは${finding.said}で、rportがありません。レスポンスはポート${finding.said}へ送られますが、NATでは開いていないことがあります。届いていない場合は、クライアントでrportを有効にするか、サーバー側で送信元ポートへ返す設定にします。`;
    case 'route-missing':
      return `2xxには${finding.routes}個のRecord-Routeがありますが、${finding.method}にRouteがないため、プロキシを通りません。発信側のソフトウェアと、途中でRouteを消す装置の有無を確認します。`;
    case 'no-common-codec': {
      const { media, offered, answered, code: number } = finding;
      return number === null
        ? `オファーとアンサーの間で、${media}に共通するコーデックがありません。オファーは${list(offered)}、アンサーは${list(answered)}です。両側のコーデックの設定を確認します。`
        : `${media}のオファー（${list(offered)}）が${code(number)}で拒否されました。相手側の対応は${list(answered)}です。両側のコーデックの設定を比べます。`;
    }
    case 'offer-refused': {
      const { media, offered, profile, warning } = finding;
      const seen = `${media}のオファー（${profile}、${list(offered)}）が${code(finding.code)}で拒否されました。`;
      const named: Record<number, string> = {
        300: 'ネットワークプロトコルです。両側のIPv4とIPv6の設定を比べます',
        301: 'アドレスの形式です。両側のIPv4とIPv6の設定を比べます',
        302: 'トランスポートです。両側のメディアのプロファイル（RTP、SRTPの別）を比べます',
        304: 'メディアの種類です。両側が許可する種類を比べます',
        305: 'コーデックです。両側のコーデックの設定を比べます',
        370: '帯域です。両側の上限を比べます',
      };
      return warning !== null && named[warning]
        ? `${seen}Warning ${warning}が示す原因は、${named[warning]}。`
        : `${seen}レスポンスは原因を示していません。両側のコーデック、メディアのプロファイル（RTP、SRTPの別）、IPv4とIPv6の設定を比べます。`;
    }
    case 'browser-profile':
      return finding.toward === 'pbx'
        ? `ブラウザーが使うプロファイル${finding.offered}のオファーが、${code(finding.code)}で拒否されました。コーデックより先に、相手側でこのエンドポイントがWebRTC用（AVPF、DTLS-SRTP、ICE）に設定されているか確認します。`
        : `WebSocketのクライアントに送られたオファー（${finding.offered}）にDTLSのフィンガープリントがなく、${code(finding.code)}で拒否されました。ブラウザーはこのオファーを受け入れません。オファーする側で、このエンドポイントをWebRTC用（DTLS-SRTP、ICE、rtcp-mux）に設定します。`;
    case 'media-rejected':
      return `アンサーが${finding.media}のポートを0にしたため、このメディアは使われません。アンサー側のコーデックとメディアの設定を確認します。`;
    case 'media-profile': {
      const refused = finding.code === null ? '' : `レスポンスは${code(finding.code)}です。`;
      return `オファーは${finding.offered}、相手側は${finding.answered}です。${refused}一方だけがメディアをSRTPで暗号化しています。両側の設定を、SRTPか通常のRTPのどちらかにそろえます。`;
    }
    case 'media-lines':
      return `m行がオファーに${finding.offered}行、アンサーに${finding.answered}行あります。行数は同じでなければなりません。アンサー側のソフトウェアと、行を削るB2BUAの有無を確認します。`;
    case 'answer-missing':
      return `オファーへのアンサーを載せるはずの${finding.carrier}に、SDPがありません。途中でボディを削る装置と、送信したソフトウェアを確認します。`;
    case 'answer-changed':
      return `2xxのメディアのアドレスやポートが、同じダイアログの先の${finding.early}と違います。最初の値を使い続ける発信側が多くあります。変える場合は、新しいToタグかUPDATEを使います。アーリーメディアを送る側を確認します。`;
    case 'dtmf-missing':
      return finding.side === 'answer'
        ? 'オファーにはtelephone-eventがありますが、アンサーにはありません。プッシュ信号は、音声に混ぜるかINFOで送ることになります。アンサー側のDTMFの設定を確認します。'
        : 'アンサーにはtelephone-eventがありますが、オファーにはありませんでした。オファー側のDTMFの設定を確認します。';
    case 'one-way':
      return `${finding.side === 'offer' ? 'オファー' : 'アンサー'}が最初から${finding.direction}で、この側は${flows[finding.direction]}。ガイダンスや保留音のための動作か、設定の誤りかを確認します。`;
    case 'hold':
      return `新しいオファーが${finding.direction}で、通話は保留中です。後のオファーでsendrecvに戻れば、対処は不要です。`;
    case 'zero-address':
      return `${finding.side === 'offer' ? 'オファー' : 'アンサー'}のアドレスが0.0.0.0で、メディアを送れません。これは古い方式の保留です。保留の操作によるものか、自分のアドレスを取得できなかったのかを確認します。`;
    case 'early-media-no-ringing':
      return `180がないまま、SDP付きの${code(finding.code)}が届きました。音声が届かなければ、発信側では呼び出し音も聞こえません。着信側が応答前に音を送っているか確認します。`;
    case 'delayed-offer':
      return 'INVITEにSDPがなく、着信側がオファーを送り、ACK（またはPRACK）がアンサーを運びます。規定された方法です。途中にこれを扱えない装置がある場合だけ確認します。';
    case 'session-expired': {
      const { interval, talk, refresher } = finding;
      const who = { uac: 'INVITEを送った側', uas: 'INVITEに応答した側', '': 'Session-Expiresに明記のない側' }[
        refresher
      ];
      return `セッションタイマー（${interval}秒）が設定されてから${duration(talk)}後に切断され、更新はトレースにありません。更新を送るのは${who}です。間隔の半分が過ぎたころにre-INVITEかUPDATEを送っているか、それが届いているかを確認します。`;
    }
    case 'session-small': {
      const min = finding.min === null ? 'より長い間隔' : `${finding.min}秒以上の間隔`;
      if (finding.solved === null) return `422が${min}を求めました。クライアントがそれに従って送り直すか確認します。`;
      return finding.solved
        ? `422が${min}を求め、クライアントはそれに従って送り直しました。対処は不要です。`
        : `422が${min}を求めましたが、それに従ったリクエストが成功していません。クライアントのセッション間隔を長くします。`;
    }
    case 'prack-missing':
      return `${code(finding.code)}にはPRACKが必要ですが、届いていません。${finding.repeats > 0 ? `このレスポンスは${finding.repeats}回再送されました。` : ''}発信側が100relに対応しているか、PRACKがRecord-Routeの経路を通っているかを確認します。`;
    case 'extension-refused':
      return finding.code === 420
        ? `Requireが求める拡張（${list(finding.tags)}）にサーバーが対応していません。クライアントでこの拡張を無効にするか、Requireから外します。`
        : `サーバーは拡張（${list(finding.tags)}）を必須としています。クライアントでこの拡張を有効にし、Supportedで通知させます。`;
    case 'glare':
      if (finding.retried === null)
        return '両側が同時にセッションを変更しようとしました（491）。送信側が、短い待ち時間の後に変更を送り直すか確認します。';
      return finding.retried
        ? '両側が同時にセッションを変更しようとしましたが（491）、変更は送り直されています。それが成功していれば、対処は不要です。'
        : '両側が同時にセッションを変更しようとし（491）、変更が送り直されていません。送信側が、短い待ち時間の後に送り直すか確認します。';
    case 'bye-refused': {
      const seen = `${finding.by === 'caller' ? '発信側' : '着信側'}のBYEに${code(finding.code)}が返りました。`;
      return finding.code === 481
        ? `${seen}相手側では呼がすでに終わっていたか、存在しませんでした。BYEの行き違い、相手側の再起動、2xxと違うタグの有無を確認します。`
        : `${seen}相手側に呼が残っている可能性があります。BYEのRequest-URI、Route、タグ、CSeqがダイアログのものと一致しているか、相手側が後で呼を終えているかを確認します。`;
    }
    case 'dialog-unknown':
      return `通話中の${finding.method}に${code(finding.code)}が返りました。送信側は呼を終えるべきです。相手側が再起動していないか、タグ、Request-URI、Routeがダイアログのものと一致しているかを確認します。`;
    case 'transfer':
      if (!finding.accepted)
        return `転送を指示するREFERに${code(finding.code!)}が返り、拒否されました。相手側がREFERを許可しているか、Refer-Toの形式が相手側の求めるものかを確認します。`;
      if (finding.code === null)
        return '転送の指示は受け付けられましたが、結果を知らせるNOTIFYがトレースにありません。REFERを送った側にNOTIFYが届いているか確認します。';
      return finding.code < 300
        ? `転送に成功しました。NOTIFYは${code(finding.code)}を報告しています。対処は不要です。`
        : `転送の指示は受け付けられましたが、新しい呼について、NOTIFYが${code(finding.code)}を報告しています。Refer-Toの宛先と、転送を依頼された側にその宛先への発信権限があるかを確認します。`;
    case 'media-one-direction':
    case 'media-none':
    case 'media-elsewhere':
    case 'media-nat':
    case 'media-early':
    case 'media-late':
    case 'media-silence':
    case 'media-dtmf':
    case 'media-quality':
    case 'media-payload':
    case 'media-unreachable':
      return mediaFinding(finding);
    case 'network-blocked': {
      const { location, redress, id } = finding;
      const where =
        location === '' ? '' : `（生成源${location}${LOCATIONS[location] ? `：${LOCATIONS[location]}` : ''}）`;
      const what =
        finding.code === 603
          ? `これは603+です。着信者ではなく、事業者網の分析${where}が呼を遮断しました。`
          : `608は、着信者ではなく、事業者網の分析${where}が呼を拒否したことを示します。`;
      const object =
        redress.length > 0
          ? `異議の申し立て先は${redress.join('、')}です。${id === '' ? '' : `識別子${id}を伝えます。`}`
          : '申し立て先が示されていないため、着信番号の事業者に問い合わせます。';
      return `${what}${object}別のルートでの再試行はしません。`;
    }
    case 'carrier-mark':
      return `${finding.code}に「${finding.mark}」とあり、${finding.who}はこれに独自の意味を与えています。呼が${finding.who}を通るなら、まずその意味を確認します。`;
  }
}
