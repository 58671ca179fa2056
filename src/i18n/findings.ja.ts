import type { PstnOut } from '../model/facts.ts';
import type { Finding, LookAt, NextStep, Shared, Together, TracePlace } from '../model/findings.ts';
import type { ForkOutcome } from '../model/fork.ts';
import { METHODS, type Facts, type Role } from '../model/schema.ts';
import type { Speech } from './findings.en.ts';
import { termsJa as terms } from './terms.ja.ts';

/** @returns クライアントの次の動作。文末まで含む述部 */
export function nextClauseJa(next: NextStep): string {
  if (next.kind === 'wait') return '最終レスポンスを待ち続けます';
  if (next.kind === 'done') return '成功とみなして処理を進めます';
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
      return '同じリクエストを送り直すべきではありません';
    case 'none':
      return '再試行せず、そこで処理を終えます';
  }
}

/** @returns 対象リクエスト。ほぼ全部のときは除くものだけを述べる */
export function methodsJa(methods: Facts['methods']): string {
  const missing = METHODS.filter((method) => !methods.includes(method));
  if (methods.length > 7 && missing.length > 0) return `${missing.join('と')}を除くすべてのリクエスト`;
  return methods
    .map((method) => (method === 'any' ? terms.anyMethod : method === 'in-dialog' ? terms.inDialog : method))
    .join(methods.length === 2 ? 'と' : '、');
}

const orJa = (words: string[]): string =>
  words.length < 3 ? words.join('または') : `${words.slice(0, -1).join('、')}、または${words.at(-1)}`;
const andJa = (words: string[]): string => (words.length < 3 ? words.join('と') : words.join('、'));
const decidersJa = (deciders: Facts['decidedBy']) => orJa(deciders.map((decider) => terms.decider[decider]));

function causeJa(cause: number, { reference }: Speech): string {
  const name = reference.q850.causes.find((one) => one.cause === cause)?.ja;
  return `理由表示${cause}${name ? `「${name}」` : ''}`;
}

function pstnJa(out: PstnOut, speech: Speech): string {
  switch (out.kind) {
    case 'cause':
      return `${
        out.first === 'authenticate'
          ? 'ゲートウェイがチャレンジに応じられなければ、'
          : out.first === 'remedy'
            ? 'ゲートウェイがリクエストを直して送り直せなければ、'
            : ''
      }${causeJa(out.cause, speech)}に変換されます`;
    case 'otherwise':
      return `変換表になく、${causeJa(out.cause, speech)}として扱われます`;
    case 'by-warning':
      return `理由表示${out.causes[0]}に変換され、Warningが伝達能力の不足を示すときは${out.causes[1]}になります`;
    case 'no-cause':
      return 'ゲートウェイ自身がすでに呼を解放しているため、対応する理由表示がありません';
    case 'redirect':
      return '新しい宛先への再発信、または理由表示23での解放となります';
  }
}

const dialogJa: Record<NonNullable<Facts['dialog']>['ends'], string> = {
  transaction: 'そのトランザクションだけを失敗させ、ダイアログは続きます',
  usage: '対象の通話や購読を終わらせます',
  'usage-if-essential':
    '拒否されたメソッドが不可欠な場合だけ通話や購読を終わらせ、それ以外ではトランザクションだけを終わらせます',
  dialog: 'ダイアログ全体を終わらせます',
  'early-dialog': '1つのアーリーダイアログを終わらせます',
  nothing: 'ダイアログを終わらせず、新しい宛先で送り直されます',
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
      return `${a}は${methodsJa(finding.a)}に、${b}は${methodsJa(finding.b)}に返るコードで、同じリクエストに両方が返ることはありません。`;
    case 'methods-narrower':
      return `${one(finding.narrow)}が返るのは${methodsJa(finding[finding.narrow])}に対してだけです。${other(finding.narrow)}は、どのリクエストにも返ります。`;
    case 'methods-overlap': {
      const only = [
        finding.a.length > 0 ? `${a}は${andJa(finding.a)}にも返ります。` : '',
        finding.b.length > 0 ? `${b}は${andJa(finding.b)}にも返ります。` : '',
      ].join('');
      return `どちらも${andJa(finding.common)}に返ります。${only}`;
    }
    case 'check-order': {
      const [before, after] = finding.first === 'a' ? [a, b] : [b, a];
      const [early, late] =
        finding.at === 'uas'
          ? finding.steps.map((step) => terms.uasStep[step])
          : finding.steps.map((step) => terms.proxyStep[step]);
      return `RFC 3261の順序に従う${finding.at === 'uas' ? 'UAS' : 'プロキシ'}は、${early}（${before}）を${late}（${after}）より先に調べます。その装置自身が${after}を返したのであれば、${before}の検査は通過したか、行われていません。`;
    }
    case 'mover':
      return `${a}の後は、${terms.mover[finding.a]}。${b}の後は、${terms.mover[finding.b]}。`;
    case 'confirmed':
      return `INVITEに対する${a}は、${terms.confirmed[finding.a]}。${b}は、${terms.confirmed[finding.b]}。`;
    case 'trace': {
      const say = (number: number, place: TracePlace) =>
        // As labelled in a ladder, 200 (CANCEL), with Japanese brackets.
        place.after
          ? `${number}は${place.after.replace(/ \((.*)\)$/, '（$1）')}の後に現れます。`
          : `${number}は${place.method}の直後に返ります。`;
      return `典型的なトレースで、${say(a, finding.a)}${say(b, finding.b)}`;
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
      return `${a}が返るきっかけは${decidersJa(finding.a)}、${b}では${decidersJa(finding.b)}です。`;
    case 'reach':
      return `${a}は${terms.reach[finding.a]}についての回答、${b}は${terms.reach[finding.b]}についての回答です。`;
    case 'lasts':
      return `${a}の内容${terms.lasts[finding.a]}。${b}の内容${terms.lasts[finding.b]}。`;
    case 'local':
      return finding.which === 'both'
        ? `${a}と${b}はどちらも、クライアント自身のスタックが内部で作ることがあります。実際に回線上を流れたかどうかをトレースで確認します。`
        : `${one(finding.which)}はクライアント自身のスタックが内部で作ることがあり、回線上を流れていない場合があります。${other(finding.which)}について、RFC 3261にそのような規定はありません。`;
    case 'senders-overlap': {
      const roles = (list: Role[]) => list.map((role) => terms.role[role]).join('、');
      const only = [
        finding.a.length > 0 ? `${a}は、このほかに${roles(finding.a)}も返します。` : '',
        finding.b.length > 0 ? `${b}は、このほかに${roles(finding.b)}も返します。` : '',
      ].join('');
      return `${roles(finding.common)}は、${finding.judged ? '通常、' : ''}どちらも返します。${only}`;
    }
    case 'senders':
      return `${a}を返すのは${finding.a.map((role) => terms.role[role]).join('、')}で、${b}を返すのは${finding.b.map((role) => terms.role[role]).join('、')}です。`;
    case 'detail': {
      const say = (number: number, detail: { header: string; in: string | null }) =>
        detail.in
          ? `${number}の詳細は、${detail.in === 'CANCEL' ? '直前のCANCEL' : '元のリクエスト'}の${detail.header}ヘッダー（${speech.reference.headers[detail.header]!.read.ja}）で確認します。`
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
      return `別の経路を持つ装置は、${a}を受けると${terms.failover[finding.a]}。${b}を受けると${terms.failover[finding.b]}。`;
    case 'pstn-same':
      return finding.location
        ? `電話網とのゲートウェイは、どちらもQ.850の${causeJa(finding.cause, speech)}に変換します。既定の動作で異なるのは理由表示の生成源だけで、${a}は網、${b}はユーザーとなります。`
        : `電話網とのゲートウェイは、どちらもQ.850の${causeJa(finding.cause, speech)}に変換するため、その先では${a}と${b}を区別できません。`;
    case 'pstn-different':
      return `電話網とのゲートウェイで、${a}は${pstnJa(finding.a, speech)}。${b}は${pstnJa(finding.b, speech)}。`;
    case 'pstn-only':
      return `電話網とのゲートウェイで、${one(finding.which)}は${pstnJa(finding.out, speech)}。${other(finding.which)}を受けても、電話網側の呼は解放されません。`;
    case 'pstn-returns':
      return `${one(finding.from)}は、電話網を経由すると${other(finding.from)}になって戻ることがあります。ゲートウェイの変換表が、${causeJa(finding.cause, speech)}をそう対応させているためです。`;
    case 'pstn-in':
      return `電話網から届く理由表示のうち、${finding.a.join('、')}は${a}に、${finding.b.join('、')}は${b}に変換されます。`;
    case 'metrics':
      return `RFC 6076の指標では、${a}は${terms.counting[finding.a]}。${b}は${terms.counting[finding.b]}。`;
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
      return '両方を返せる共通のメソッドがないため、現れるとすれば別々のリクエストに対してです。';
    case 'never-at-once':
      return `1つのホップが、1つのリクエストに${a}と${b}の両方を返すことはありません。`;
    case 'after-challenge': {
      const [first, second] = order(way.first);
      return `${first}のチャレンジに応じて送り直したリクエストは、${second}で終わる場合もあります。`;
    }
    case 'after-change': {
      const [first, second] = order(way.first);
      return `${first}を受けて送り直したリクエストは、${second}で終わる場合もあります。`;
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
      return `${first}の後、時間をおいて送り直すと${second}で終わる場合もあります。`;
    }
    case 'later-request':
      return `${a}で成立した後に、ダイアログ内の別のリクエストへ${b}が返ることもあります。`;
    case 'inside-dialog':
      return `1つのリクエストに両方が返ることはありません。${way.which === 'a' ? a : b}は成立済みのダイアログ内のリクエストだけに返り、${way.which === 'a' ? b : a}はそれより前に届きます。`;
    case 'only-branches':
      return '1つの呼で両方が現れるのは、フォークした別々のブランチからそれぞれ返った場合だけです。';
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
    case 'provisional-then-success':
      return `どちらも届いた時点で転送され、${b}で探索が終わります。`;
    case 'provisional-then-global':
      return `${a}は届いた時点で転送されます。${b}はほかの失敗より優先され、残りのブランチは取り消されます。`;
    case 'in-dialog':
      return `ダイアログ内のリクエストの宛先は1つなので、プロキシが${a}と${b}を比べる場面はありません。`;
    case 'not-forwarded':
      return `発信側に届くのは${fork.winner === 'none' ? 'どちらでもありません' : `${fork.winner}です`}。${loser}は1つのホップ限りのもので、プロキシは転送しません。${sent}`;
    case 'global-failure':
      return `発信側には${b}が届きます。6xxはほかの失敗より優先され、残りのブランチは取り消されます。`;
    case 'lowest-class':
      return `${a < 400 ? 'プロキシが新しい宛先を自ら試さなければ、' : ''}発信側に届くのは${a}です。2xxと6xxのどちらもなければ、最も小さいクラスから選ぶべきとされています。`;
    case 'same-class':
      return `どちらが届くかはプロキシ次第です。${a}と${b}は同じクラスで、クラス内の選択はプロキシに委ねられています。発信側に役立つのは、次の行動につながるほうです。`;
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
      return `どちらも${decidersJa(shared.deciders)}によって返ります。`;
    case 'next':
      return `どちらを受けた場合も、クライアントは${nextClauseJa(shared.next)}。`;
    case 'reach':
      return `どちらも${terms.reach[shared.reach]}についての回答です。`;
    case 'detail':
      return `どちらも、付いていれば${shared.header}ヘッダーで詳細がわかります。`;
    case 'dialog':
      return `既存のダイアログの中では、どちらも${dialogJa[shared.ends]}。`;
    case 'senders':
      return `どちらも返すのは、${shared.roles.map((role) => terms.role[role]).join('、')}です。`;
    case 'any-method':
      return 'どちらも、ACK以外のすべてのリクエストに返せます。';
    case 'mover':
      return `どちらの後も、${terms.mover[shared.mover]}。`;
    case 'counting':
      return `RFC 6076の指標では、どちらも${terms.counting[shared.counting]}。`;
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

/** @returns 選ぶ場面がないことを述べる日本語の文 */
export const noChoiceJa = ({ a, b }: Speech): string =>
  `選ぶ場面はありません。1つのリクエストに対し、${a}と${b}のどちらでも返せる装置はないためです。`;
