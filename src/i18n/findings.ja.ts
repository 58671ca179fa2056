import type { PstnOut } from '../model/facts.ts';
import type { ChooseIf, Finding, LookAt, NextStep, Shared, Together, TracePlace } from '../model/findings.ts';
import type { ForkOutcome } from '../model/fork.ts';
import { METHODS, type Facts, type Role } from '../model/schema.ts';
import type { Speech } from './findings.en.ts';
import { termsJa as terms } from './terms.ja.ts';

/** @returns クライアントの次の動作。文末まで含む述部 */
export function nextClauseJa(next: NextStep): string {
  if (next.kind === 'wait') return '最終レスポンスを待ち続けます';
  if (next.kind === 'done') return '目的の結果を得て処理を進めます';
  const changed = next.change.map((change) => terms.change[change]).join('、または');
  switch (next.action) {
    case 'modified':
      return `${changed}リクエストを送り直せます`;
    case 'elsewhere':
      if (next.change.includes('target')) return '示された宛先へ新しいリクエストを送ります';
      if (next.change.includes('choice')) return '示された宛先の1つを選び、新しいリクエストを送ります';
      return changed ? `${changed}リクエストを送り直します` : '別のサーバーを試します';
    case 'later':
      return '時間をおいて同じリクエストを送り直せます';
    case 'never':
      return '同じリクエストを送り直しません';
    case 'none':
      return 'そこで処理を終えます';
  }
}

/** @returns 対象リクエスト。ほぼ全部のときは除くものだけを述べる */
export function methodsJa(methods: Facts['methods']): string {
  const missing = METHODS.filter((method) => !methods.includes(method));
  if (methods.length > 7 && missing.length > 0) return `${missing.join('と')}を除くすべてのリクエスト`;
  return methods
    .map((method) => (method === 'any' ? terms.anyMethod : method === 'in-dialog' ? terms.inDialog : method))
    .join('、');
}

const decidersJa = (deciders: Facts['decidedBy']) => deciders.map((decider) => terms.decider[decider]).join('、または');

function causeJa(cause: number, { reference }: Speech): string {
  const name = reference.q850.causes.find((one) => one.cause === cause)?.ja;
  return `理由表示${cause}${name ? `（${name}）` : ''}`;
}

function pstnJa(out: PstnOut, speech: Speech): string {
  switch (out.kind) {
    case 'cause':
      return `${causeJa(out.cause, speech)}に変換されます`;
    case 'otherwise':
      return `変換表になく、${causeJa(out.cause, speech)}として扱われます`;
    case 'by-warning':
      return `理由表示${out.causes[0]}に変換され、Warningが伝達能力の不足を示すときは${out.causes[1]}になります`;
    case 'no-cause':
      return 'ゲートウェイ自身が先に呼を解放しているため、対応する理由表示がありません';
    case 'redirect':
      return 'ゲートウェイが新しい宛先へ自ら発信し直すか、理由表示23で解放します';
  }
}

const dialogJa: Record<NonNullable<Facts['dialog']>['ends'], string> = {
  transaction: 'そのトランザクションだけを終わらせます',
  usage: '対象の通話や購読を終わらせます',
  dialog: 'ダイアログ全体を終わらせます',
  'early-dialog': '1つのアーリーダイアログを終わらせます',
  nothing: '何も終わらせません',
};

/**
 * @param finding 2つのコードについてわかったこと
 * @param speech 小さい順の2つのコードと、名前を引く表
 * @returns 完結した日本語の文
 */
export function findingJa(finding: Finding, speech: Speech): string {
  const { a, b } = speech;
  const one = (which: 'a' | 'b') => (which === 'a' ? a : b);
  const other = (which: 'a' | 'b') => (which === 'a' ? b : a);
  switch (finding.kind) {
    case 'methods-disjoint':
      return `${a}は${methodsJa(finding.a)}に、${b}は${methodsJa(finding.b)}に対するものです。同じリクエストに両方が返ることはありません。`;
    case 'methods-narrower':
      return `${one(finding.narrow)}の対象は${methodsJa(finding[finding.narrow])}に限られます。${other(finding.narrow)}はどのリクエストにも返せます。`;
    case 'methods-overlap': {
      const only = [
        finding.a.length > 0 ? `${finding.a.join('、')}に返せるのは${a}だけです。` : '',
        finding.b.length > 0 ? `${finding.b.join('、')}に返せるのは${b}だけです。` : '',
      ].join('');
      return `どちらも${finding.common.join('、')}に返せます。${only}`;
    }
    case 'check-order': {
      const [before, after] = finding.first === 'a' ? [a, b] : [b, a];
      const [early, late] =
        finding.at === 'uas'
          ? finding.steps.map((step) => terms.uasStep[step])
          : finding.steps.map((step) => terms.proxyStep[step]);
      return `RFC 3261の順序に従う${finding.at === 'uas' ? 'UAS' : 'プロキシ'}は、${early}（${before}）を${late}（${after}）より先に調べます。${after}が返れば、${before}の検査は通過しています。`;
    }
    case 'mover':
      return `${a}の後は、${terms.mover[finding.a]}。${b}の後は、${terms.mover[finding.b]}。`;
    case 'confirmed':
      return `INVITEに対する${a}は、${terms.confirmed[finding.a]}。${b}は、${terms.confirmed[finding.b]}。`;
    case 'trace': {
      const say = (number: number, place: TracePlace) =>
        place.local
          ? `${number}は回線上に現れないことがあります。`
          : `${number}は${place.after ? `${place.after}の後に現れ` : `${place.method}の直後に返り`}、${
              place.then.length > 0
                ? `続いて${place.then.join('、')}が送られます`
                : '後に続くメッセージは必須ではありません'
            }。`;
      return `典型的なトレースでは、${say(a, finding.a)}${say(b, finding.b)}`;
    }
    case 'nature': {
      const say = {
        normal: '正常な動作の一部です',
        fault: '直すべき問題があることを示します',
        depends: '正常な場合と障害の場合があります',
      };
      return `${a}は${say[finding.a]}。${b}は${say[finding.b]}。`;
    }
    case 'next':
      return `${a}を受けたクライアントは、${nextClauseJa(finding.a)}。${b}の場合は、${nextClauseJa(finding.b)}。`;
    case 'decision':
      return `${a}は${decidersJa(finding.a)}によるもので、${b}は${decidersJa(finding.b)}によるものです。`;
    case 'reach':
      return `${a}の効力が及ぶのは${terms.reach[finding.a]}で、${b}では${terms.reach[finding.b]}です。`;
    case 'lasts':
      return `${a}の内容は、${terms.lasts[finding.a]}。${b}の内容は、${terms.lasts[finding.b]}。`;
    case 'local':
      return finding.which === 'both'
        ? `${a}と${b}はどちらも、発信側のスタックが内部で作ることがあります。実際に回線上を流れたかどうかをトレースで確認します。`
        : `${one(finding.which)}は発信側のスタックが内部で作ることがあり、回線上を流れていない場合があります。${other(finding.which)}について、RFC 3261にそのような規定はありません。`;
    case 'senders-overlap': {
      const roles = (list: Role[]) => list.map((role) => terms.role[role]).join('、');
      const only = [
        finding.a.length > 0 ? `${roles(finding.a)}が返すのは${a}だけです。` : '',
        finding.b.length > 0 ? `${roles(finding.b)}が返すのは${b}だけです。` : '',
      ].join('');
      return `${roles(finding.common)}は${finding.judged ? '通常、' : ''}どちらも返します。${only}`;
    }
    case 'senders':
      return `${a}を返すのは${finding.a.map((role) => terms.role[role]).join('、')}で、${b}を返すのは${finding.b.map((role) => terms.role[role]).join('、')}です。`;
    case 'detail': {
      const say = (number: number, detail: { header: string; in: string | null }) =>
        detail.in
          ? `${number}の詳細は、直前の${detail.in}の${detail.header}ヘッダー（${speech.reference.headers[detail.header]!.read.ja}）で確認します。`
          : `${number}では${detail.header}ヘッダー（${speech.reference.headers[detail.header]!.read.ja}）を確認します。`;
      if (finding.a && finding.b) return `${say(a, finding.a)}${say(b, finding.b)}`;
      return finding.a
        ? `${say(a, finding.a)}${b}には、詳細を示す専用のヘッダーがありません。`
        : `${say(b, finding.b!)}${a}には、詳細を示す専用のヘッダーがありません。`;
    }
    case 'dialog':
      return `既存のダイアログの中では、${a}は${dialogJa[finding.a]}。${b}は${dialogJa[finding.b]}。`;
    case 'unknown-to-old':
      return finding.same
        ? `${one(finding.which)}（RFC ${finding.rfc}）を知らないクライアントは${finding.fallback}として扱うため、古い装置にとって両者は同じです。`
        : `${one(finding.which)}はRFC ${finding.rfc}が追加したコードです。これを知らないクライアントは${finding.fallback}として扱います。`;
    case 'deprecated':
      return `${one(finding.which)}は登録簿で非推奨とされています。${other(finding.which)}は現行のコードです。`;
    case 'failover':
      return `ほかの経路を持つプロキシやPBXは、${a}を受けると${terms.failover[finding.a]}。${b}では${terms.failover[finding.b]}。`;
    case 'pstn-same':
      return `電話網側ではどちらもQ.850の${causeJa(finding.cause, speech)}になるため、ゲートウェイの先では${a}と${b}を区別できません。`;
    case 'pstn-different':
      return `電話網とのゲートウェイで、${a}は${pstnJa(finding.a, speech)}。${b}は${pstnJa(finding.b, speech)}。`;
    case 'pstn-only':
      return `電話網とのゲートウェイで、${one(finding.which)}は${pstnJa(finding.out, speech)}。${other(finding.which)}では何も解放されません。`;
    case 'pstn-returns':
      return `${one(finding.from)}は、電話網を経由すると${other(finding.from)}になって戻ります。ゲートウェイが${causeJa(finding.cause, speech)}をそう変換するためです。`;
    case 'pstn-in':
      return `電話網から届く理由表示のうち、${finding.a.join('、')}は${a}に、${finding.b.join('、')}は${b}に変換されます。`;
    case 'metrics':
      return `統計では、${a}は${terms.counting[finding.a]}。${b}は${terms.counting[finding.b]}。`;
  }
}

/** @returns 両方のコードが現れる経緯を述べる日本語の文 */
export function togetherJa(way: Together, { a, b }: Speech): string {
  const order = (first: 'a' | 'b') => (first === 'a' ? [a, b] : [b, a]);
  switch (way.way) {
    case 'provisional-then-final':
      return `現れます。先に${a}が届き、同じリクエストが${b}で終わることがあります。`;
    case 'provisional-then-success':
      return `現れます。先に${a}、続いて同じリクエストへの${b}が届く場合もあります。`;
    case 'both-provisional':
      return '現れます。1つのINVITEに対し、最終レスポンスが届くまで、順不同で何度でも届くことがあります。';
    case 'never-same-request':
      return '両方を返せる共通のメソッドがないため、1つの呼の中では、別々のリクエストに対してだけ現れます。';
    case 'never-at-once':
      return `1つのホップが、1つのリクエストに${a}と${b}の両方を返すことはありません。`;
    case 'after-challenge': {
      const [first, second] = order(way.first);
      return `${first}のチャレンジに応じ、認証情報を付けて送り直したリクエストに、${second}が返ることがあります。`;
    }
    case 'after-change': {
      const [first, second] = order(way.first);
      return `${first}を受けて直したリクエストが、${second}で終わることがあります。`;
    }
    case 'after-redirect': {
      const [first, second] = order(way.first);
      return `${first}に従って送った新しい宛先から、${second}が返る場合もあります。`;
    }
    case 'after-failover': {
      const [first, second] = order(way.first);
      return `${first}の後に試した別のサーバーから、${second}が返る場合もあります。`;
    }
    case 'after-waiting': {
      const [first, second] = order(way.first);
      return `${first}の後で時間をおいて送り直したリクエストが、${second}で終わることがあります。`;
    }
    case 'later-request':
      return `${a}で成立した後に、ダイアログ内の別のリクエストへ${b}が返ることもあります。`;
    case 'only-branches':
      return '両方が現れるのは、フォークした別々のブランチだけです。';
  }
}

/** @returns フォークしたプロキシが転送するものを述べる日本語の文 */
export function forkJa(fork: ForkOutcome, { a, b }: Speech): string {
  const loser = fork.winner === a ? b : a;
  const sent = fork.sent ? `ほかに何も届かず${b}だけが残った場合、プロキシは${fork.sent}に変えて返します。` : '';
  switch (fork.reason) {
    case 'no-common-method':
      return `${a}と${b}の両方が返るリクエストはないため、フォークしても選択は起こりません。`;
    case 'success-at-once':
      return `発信側には${a}が届きます。2xxはすぐに転送され、ほかのブランチの結果にかかわらず決着するためです。`;
    case 'provisional-forwarded':
      return '発信側には両方が届きます。100以外の暫定レスポンスは、届くたびに転送されるためです。';
    case 'provisional-then-final':
      return `${a}は届いた時点で転送されます。${b}は、ほかの最終レスポンスと比べて選ばれます。${sent}`;
    case 'not-forwarded':
      return `発信側に届くのは${fork.winner === 'none' ? 'どちらでもありません' : `${fork.winner}です`}。${loser}は1つのホップ限りのもので、プロキシは転送しません。${sent}`;
    case 'global-failure':
      return `発信側には${b}が届きます。6xxはほかの失敗より優先され、残りのブランチは取り消されます。`;
    case 'lowest-class':
      return `発信側に届くのは${a}です。2xxと6xxのどちらもなければ、最も小さいクラスから選ぶべきとされています。`;
    case 'same-class':
      return `どちらが届くかは決まっていません。${a}と${b}は同じクラスに属し、クラス内の選択はプロキシに委ねられています。`;
    case 'preferred':
      return `発信側に届くのは${fork.winner}です。リクエストの直し方がわかるため、${loser}より優先すべきとされています。`;
    case 'challenges-merged':
      return `発信側には、両方のチャレンジをまとめた1つのレスポンスが届きます。番号が${a}と${b}のどちらになるかは、プロキシが選びます。`;
    case 'challenge-preferred':
      return `発信側に届くのは${fork.winner}です。チャレンジには応じられるため、${loser}より優先すべきとされています。`;
    case 'several-successes':
      return '発信側には両方が届きます。INVITEに対する2xxはすべて転送され、それぞれが別のダイアログになります。';
    case 'first-success':
      return '先に届いたほうだけが発信側に届きます。INVITE以外のリクエストには、最終レスポンスが1つだけ返ります。';
    case 'unavailable-last':
      return `発信側に届くのは${fork.winner}です。ほかのレスポンスがある限り、プロキシは${loser}を転送すべきではありません。`;
  }
}

/** @returns 共通点を述べる日本語の文 */
export function sharedJa(shared: Shared): string {
  switch (shared.kind) {
    case 'final':
      return 'どちらも最終レスポンスで、トランザクションはそこで終わります。';
    case 'provisional':
      return 'どちらも暫定レスポンスで、後から最終レスポンスが届きます。';
    case 'nature':
      return {
        normal: 'どちらも障害ではありません。',
        depends: 'どちらも、正常な場合と障害の場合があります。',
        fault: 'どちらも、直すべき問題があることを示します。',
      }[shared.nature];
    case 'decision':
      return `どちらも${decidersJa(shared.deciders)}によるものです。`;
    case 'next':
      return `どちらを受けた場合も、クライアントは${nextClauseJa(shared.next)}。`;
    case 'reach':
      return `効力が及ぶ範囲は、どちらも${terms.reach[shared.reach]}です。`;
    case 'detail':
      return `詳細は、どちらも${shared.header}ヘッダーにあります。`;
    case 'dialog':
      return `既存のダイアログの中では、どちらも${dialogJa[shared.ends]}。`;
    case 'senders':
      return `どちらも返すのは、${shared.roles.map((role) => terms.role[role]).join('、')}です。`;
    case 'any-method':
      return 'どちらもすべてのリクエストに返せます。';
    case 'mover':
      return `どちらの後も、${terms.mover[shared.mover]}。`;
    case 'counting':
      return `統計では、どちらも${terms.counting[shared.counting]}。`;
    case 'method':
      return `どちらも${methodsJa([shared.method])}だけに返されます。`;
  }
}

/** @returns 受信した側がどこを調べるかを述べる日本語の文 */
export function receivedJa(look: { a: LookAt; b: LookAt }, { a, b }: Speech): string {
  return look.a === look.b
    ? `どちらの場合も、${terms.look[look.a]}。`
    : `${a}の場合は、${terms.look[look.a]}。${b}の場合は、${terms.look[look.b]}。`;
}

/** @returns どちらを返すか、または選ぶ場面がないことを述べる日本語の文 */
export function chooseJa(choose: { a: ChooseIf; b: ChooseIf } | null, { a, b }: Speech): string {
  if (!choose) return `選ぶ場面はありません。1つのリクエストに対し、${a}と${b}のどちらでも返せる装置はないためです。`;
  const when = (number: number, { step, reach }: ChooseIf) => {
    const speaks = `効力を${terms.reach[reach]}に及ぼし、`;
    if (step.kind === 'wait') return `リクエストをまだ処理している間は${number}を返します。`;
    if (step.kind === 'done') return `リクエストを完了できた場合は${number}を返します。`;
    const changed = step.change.map((change) => terms.change[change]).join('、または');
    switch (step.action) {
      case 'modified':
        return `${speaks}${changed}送り直せば通る場合は${number}を返します。`;
      case 'elsewhere':
        return `${speaks}別の宛先やサーバーなら受け付けられる場合は${number}を返します。`;
      case 'later':
        return `${speaks}時間をおけば同じリクエストが通る場合は${number}を返します。`;
      case 'never':
        return `${speaks}送り直しても結果が変わらない場合は${number}を返します。`;
      case 'none':
        return `リクエストを送った側が打ち切った場合は${number}を返します。`;
    }
  };
  return when(a, choose.a) + when(b, choose.b);
}
