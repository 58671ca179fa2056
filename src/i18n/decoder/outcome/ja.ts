import type { Names } from '../../../decoder/show/code-names.ts';
import { codeName } from '../../../decoder/show/code-names.ts';
import type { Outcome, Side } from '../../../decoder/outcome/types.ts';
import type { Reason, Warning } from '../../../decoder/message/reason.ts';
import { partyJa } from '../party/ja.ts';

/** 時間。例：20.0秒、2分5秒、1時間3分 */
export function duration(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(1)}秒`;
  const whole = Math.round(seconds);
  return whole < 3600
    ? `${Math.floor(whole / 60)}分${whole % 60}秒`
    : `${Math.floor(whole / 3600)}時間${Math.floor((whole % 3600) / 60)}分`;
}

const side: Record<Side, string> = { caller: '発信側', callee: '着信側' };
const after = (seconds: number | null): string =>
  seconds === null ? '' : seconds < 0.05 ? 'すぐに' : `${duration(seconds)}後に`;

/** Reasonの値。例：Q.850の理由表示16「正常切断」 */
export function reasonText({ protocol, cause, text, location }: Reason, names: Names): string {
  const known = protocol === 'Q.850' ? names.causes[cause ?? -1] : undefined;
  const what =
    cause === null
      ? protocol
      : protocol === 'Q.850'
        ? `Q.850の理由表示${cause}${known ? `「${known}」` : ''}`
        : protocol === 'SIP'
          ? `SIPの${codeName(cause, names)}`
          : `${protocol}の${cause}`;
  const more = [text, location === '' ? '' : `生成源${location}`].filter(Boolean).join('、');
  return more === '' ? what : `${what}（${more}）`;
}

/** Warningの値。付加したホストまで含む */
export function warningText({ code, agent, text }: Warning, names: Names): string {
  const name = names.warnings[code];
  return `Warning ${code}${name ? `「${name}」` : ''}（${text === '' ? '' : `${text}、`}付加したホストは${agent}）`;
}

const because = (list: Reason[], names: Names): string =>
  list.length === 0 ? '' : `Reasonヘッダーの内容は、${list.map((one) => reasonText(one, names)).join('と')}です。`;

/**
 * @param outcome 呼やそのほかのやり取りの結果
 * @param names コードと理由表示の名前
 * @returns 完結した日本語の文。Reasonがあれば、その内容を述べる文が続く
 */
export function outcome(outcome: Outcome, names: Names): string {
  const code = (number: number) => codeName(number, names);
  switch (outcome.kind) {
    case 'ended': {
      const { by, talk, setup, reasons } = outcome;
      const answered = setup === null ? '' : `応答はINVITEの${duration(setup)}後でした。`;
      const when = talk === null ? '' : `通話開始から${duration(talk)}後に`;
      return `応答があり、${side[by]}が${when}切断しました。${answered}${because(reasons, names)}`;
    }
    case 'up':
      return outcome.talk === null
        ? '応答がありました。トレースの終わりまで、BYEはありません。'
        : `応答がありました。${duration(outcome.talk)}後のトレースの終わりまで、BYEはありません。`;
    case 'ack-dropped':
      return `200 OKへのACKが届かなかったため、着信側が応答の${outcome.talk === null ? '後' : `${duration(outcome.talk)}後`}に切断しました。`;
    case 'unconfirmed':
      return `着信側は応答しましたが、ACKがトレースにありません。2xxは${outcome.seconds === null ? '' : `${duration(outcome.seconds)}の間に`}${outcome.repeats}回再送されました。`;
    case 'session-expired':
      return `セッションタイマー（${outcome.interval}秒）の期限が近づいたころ、${side[outcome.by]}が${outcome.talk === null ? '' : `応答の${duration(outcome.talk)}後に`}切断しました。更新はトレースにありません。`;
    case 'dialog-lost':
      return `応答${outcome.talk === null ? 'の後' : `から${duration(outcome.talk)}後`}に、通話のダイアログが失われました。通話中の${outcome.method}に${code(outcome.code)}が返ったため、送信側は呼を終えることになります。`;
    case 'answered-after-cancel':
      return outcome.cleared
        ? '発信側の取り消しと着信側の応答が行き違いになり、その後BYEで切断されました。'
        : '発信側の取り消しと着信側の応答が行き違いになりました。切断するBYEはトレースにありません。';
    case 'forked':
      return `1つの呼に${outcome.answers}台の電話機が応答しました。このうちBYEで終了したと確認できる呼は${outcome.cleared}件です。`;
    case 'cancelled': {
      const { ringing, rang, waited, elsewhere, reasons } = outcome;
      const when = rang
        ? ringing === null
          ? '呼び出し中に、'
          : `${duration(ringing)}間呼び出した後、`
        : waited === null
          ? ''
          : `INVITEの${duration(waited)}後に、`;
      const ring = rang ? '' : '180 Ringingはトレースにありません。';
      const end =
        outcome.code === null
          ? 'INVITEへの最終レスポンスはトレースにありません。'
          : outcome.code === 487
            ? ''
            : `INVITEは${code(outcome.code)}で終わりました。`;
      const why = elsewhere ? 'Reasonヘッダーは、別の電話機が応答したことを示しています。' : because(reasons, names);
      return `${when}発信側が取り消しました。${ring}${end}${why}`;
    }
    case 'terminated':
      return `呼は${after(outcome.waited)}${code(outcome.code)}で終わりました。発信側からのCANCELはトレースにありません。${because(outcome.reasons, names)}`;
    case 'busy':
      return `${outcome.rang ? '180 Ringingの後、' : ''}${partyJa(outcome.by)}が${code(outcome.code)}を返し、話し中と通知しました。${because(outcome.reasons, names)}`;
    case 'declined': {
      const rang = outcome.ringing === null ? '呼び出し中に、' : `${duration(outcome.ringing)}間呼び出した後、`;
      return `${outcome.rang ? rang : ''}${partyJa(outcome.by)}から${code(outcome.code)}が返り、着信が拒否されました。${because(outcome.reasons, names)}`;
    }
    case 'blocked': {
      const { location } = outcome.blocking;
      const what = outcome.code === 603 ? '603 Network Blocked（603+）' : code(outcome.code);
      return `途中の事業者網が呼を遮断しました。${partyJa(outcome.by)}から${what}が返っています${location === '' ? '' : `（生成源${location}）`}。`;
    }
    case 'no-answer':
      return `${outcome.ringing === null ? '' : `${duration(outcome.ringing)}間`}呼び出しましたが応答がなく、${code(outcome.code)}で終わりました。${because(outcome.reasons, names)}`;
    case 'unknown-target':
      return `${partyJa(outcome.by)}が${code(outcome.code)}を返しました。ダイヤルされた宛先が見つからないか、番号として成立していません。${because(outcome.reasons, names)}`;
    case 'redirected':
      return outcome.targets.length === 0
        ? `${code(outcome.code)}で転送を指示されましたが、転送先を示すContactがありません。`
        : `${code(outcome.code)}で${outcome.targets.join('または')}への転送を指示されましたが、そこへの発信はトレースにありません。`;
    case 'media-refused':
      return `${partyJa(outcome.by)}から${code(outcome.code)}が返り、INVITEで提示したセッションが拒否されました。`;
    case 'auth-failed': {
      const { method, tries, earlier } = outcome;
      return `認証情報を付けた${method}を${tries}回送りましたが、最後のレスポンスも${code(outcome.code)}でした。${earlier ? `それより前の${method}は、認証を通過しています。` : ''}`;
    }
    case 'auth-unanswered':
      return `${outcome.method}に${code(outcome.code)}のチャレンジが返りましたが、その後の認証情報を付けたリクエストはトレースにありません。`;
    case 'auth-forbidden':
      return `認証情報を付けた${outcome.method}に、${partyJa(outcome.by)}が${code(outcome.code)}を返しました。${because(outcome.reasons, names)}`;
    case 'failed':
      return `${outcome.method}は${after(outcome.waited)}${code(outcome.code)}で終わりました。返したのは${partyJa(outcome.by)}です。${because(outcome.reasons, names)}`;
    case 'provisional-only':
      return `最後に届いたのは${code(outcome.code)}で、最終レスポンスはトレースにありません。${outcome.seconds === null ? '' : `トレースはリクエストの後、${duration(outcome.seconds)}続いています。`}`;
    case 'alone':
      return `トレースにあるのは、${partyJa(outcome.to)}への${outcome.method}1件だけです。レスポンスは含まれていません。`;
    case 'no-reply': {
      const { method, requests, seconds, to } = outcome;
      const span = seconds === null ? '' : `${duration(seconds)}の間に`;
      return `${partyJa(to)}への${method}を${span}${requests}回送信しましたが、レスポンスはトレースにありません。クライアントのログに408があっても、それはクライアントの内部で作られたもので、回線上を流れていません。`;
    }
    case 'undelivered': {
      const { method, requests, to, why, by } = outcome;
      const what = {
        port: '待ち受けているプログラムがない',
        host: 'ホストに到達できない',
        network: 'ネットワークへの経路がない',
        protocol: 'トランスポートに対応していない',
        prohibited: 'フィルターで拒否された',
      }[why];
      return `${partyJa(to)}への${method}を${requests}回送信しましたが、届いていません。${by}からのICMPが「${what}」と伝えています。`;
    }
    case 'reply-not-read':
      return `${partyJa(outcome.to)}への${outcome.method}が${outcome.requests}回送信されています。レスポンスは読み取れませんでしたが、トレースが完全ではないため、届いていた可能性があります。`;
    case 'reply-not-captured':
      return `トレースには${outcome.method}と、その後の${outcome.proof}があります。その間にレスポンスが届いたはずですが、トレースには含まれていません。`;
    case 'registered': {
      const { expires, contacts, challenged } = outcome;
      const how = challenged ? '通常のチャレンジを経て' : '';
      const time = expires === null ? '' : `有効期間は${expires}秒です。`;
      const more = contacts > 1 ? `この利用者に登録されているContactは${contacts}件です。` : '';
      return `電話機は${how}登録されました。${time}${more}`;
    }
    case 'unregistered':
      return '電話機が登録を解除しました。';
    case 'bindings-listed':
      return `クライアントが登録済みのContactを問い合わせました。結果は${outcome.contacts}件です。`;
    case 'subscribed': {
      const time = outcome.expires === null ? '' : `有効期間は${outcome.expires}秒です。`;
      return outcome.notified
        ? `${outcome.event || 'イベント'}の購読が成立し、NOTIFYも届いています。${time}`
        : `${outcome.event || 'イベント'}の購読は受け付けられましたが、NOTIFYがトレースにありません。${time}`;
    }
    case 'unsubscribed':
      return `${outcome.event || 'イベント'}の購読を終了しました。`;
    case 'notified':
      return `${outcome.event || 'イベント'}の状態がNOTIFYで通知され、受け付けられました。`;
    case 'replied':
      return outcome.method === 'OPTIONS'
        ? `${partyJa(outcome.by)}がOPTIONSに${code(outcome.code)}を返したので、相手には到達できています。`
        : `${partyJa(outcome.by)}が${outcome.method}に${code(outcome.code)}を返しました。`;
    case 'end-only':
      return outcome.method === 'BYE'
        ? `トレースは呼の途中から始まり、${partyJa(outcome.by)}からのBYEで終わっています。${because(outcome.reasons, names)}`
        : `トレースはINVITEの後から始まり、${partyJa(outcome.by)}からのCANCELで終わっています。${because(outcome.reasons, names)}`;
    case 'inside-only':
      return 'トレースにあるのは呼の途中だけで、開始と終了は含まれていません。';
    case 'response-only':
      return `${outcome.method || 'リクエスト'}への${outcome.code === 0 ? 'レスポンス' : code(outcome.code)}だけがあり、元のリクエストはトレースにありません。`;
  }
}
