import type { WhereToLook, Shared, Together } from '../../../model/compare/findings.ts';
import type { ForkOutcome } from '../../../model/facts/fork.ts';
import type { SentenceContext } from '../clauses/en.ts';
import type { Meanings } from './en.ts';
import { deciders, dialogClause, methodsClause, nextClause, nextWho, reachClause, roles } from '../clauses/ja.ts';
import { labels as terms } from '../../labels/ja.ts';

/** 両方のコードが現れる経緯を述べる日本語の文 */
export function together(way: Together, { a, b }: SentenceContext): string {
  const order = (first: 'a' | 'b') => (first === 'a' ? [a, b] : [b, a]);
  switch (way.way) {
    case 'provisional-then-final':
      return `現れます。先に${a}が届き、同じリクエストが${b}で終わることがあります。`;
    case 'provisional-then-success':
      return `現れます。先に${a}、続いて同じリクエストへの${b}が届く場合もあります。`;
    case 'provisional-elsewhere':
      return `現れるのは、フォークや転送があった場合だけです。${b}を返す装置は、通常、呼び出しや転送より前にその条件を調べるため、${a}はほかの装置から届いたものです。`;
    case 'trying-first':
      return `現れます。通常は先に、隣接ホップだけから${a}が届き、続いて${b}が届きます。`;
    case 'both-provisional':
      return '現れます。1つのINVITEに対し、最終レスポンスが届くまで、順不同で何度でも届くことがあります。';
    case 'never-same-request':
      return {
        never: '定義された対象のメソッドが異なるため、1つのリクエストに両方が返ることはないはずです。',
        today: '現在の規定では対象のメソッドが異なるため、1つのリクエストに両方が返ることはないはずです。',
        typically: '対象リクエストが通常は異なるため、1つのリクエストに両方が返ることはまずありません。',
      }[way.how];
    case 'inside-outside': {
      const [inside, outside] = way.inside === 'a' ? [a, b] : [b, a];
      return `1つのリクエストに両方が返ることはありません。${inside}はダイアログ内のリクエストだけに返り、${outside}が意味を持つのはダイアログ外のリクエストだけです。`;
    }
    case 'local-then-other': {
      const [local, second] = order(way.local);
      return `1台の装置が、1つのリクエストに両方を返すことはありません。ただし、レスポンスを待ちきれなかったクライアントは、メソッドを問わず内部で${local}とみなします。その後で送り直したリクエストに、${second}が返る場合もあります。`;
    }
    case 'never-at-once':
      return `1台の装置が、1つのリクエストに${a}と${b}の両方を返すことはありません。`;
    case 'after-challenge': {
      const [first, second] = order(way.first);
      return `${first}のチャレンジに応じて送り直したリクエストは、${second}で終わる場合もあります。`;
    }
    case 'after-change': {
      const [first, second] = order(way.first);
      return `${first}を受けて送り直したリクエストに、${second}が返る場合もあります。`;
    }
    case 'after-redirect': {
      const [first, second] = order(way.first);
      return `${first}に従ってリクエストを送った先から、${second}が返る場合もあります。`;
    }
    case 'after-proxy': {
      const [first, second] = order(way.first);
      return `${first}に示されたプロキシを通してリクエストを送り直すと、${second}が返る場合もあります。`;
    }
    case 'after-alternative': {
      const [first, second] = order(way.first);
      return `${first}が示す代替手段にSIPで接続した場合、そこから${second}が返ることもあります。`;
    }
    case 'after-flow': {
      const [first, second] = order(way.first);
      return `ダイアログ外のリクエストでは、${first}の後にホーム側のプロキシが別のフローで送り直すことがあり、そこで${second}が返る場合もあります。`;
    }
    case 'after-referral': {
      const [first, second] = order(way.first);
      return `${first}の後、転送の依頼元がトークン付きのREFERを送り直すと新しいリクエストが送られ、それに${second}が返る場合もあります。`;
    }
    case 'after-failover': {
      const [first, second] = order(way.first);
      return `${first}の後に試した別のサーバーから、${second}が返る場合もあります。`;
    }
    case 'after-waiting': {
      const [first, second] = order(way.first);
      return `${first}の後、時間をおいて送り直したリクエストは、${second}で終わる場合もあります。`;
    }
    case 'later-request':
      return `${a}でダイアログが成立した後、その中の別のリクエストに${b}が返ることもあります。`;
    case 'setting-up-only':
      return `1つのリクエストに両方が返ることは、まずありません。${b}はダイアログ内のリクエストだけに返り、${a}はダイアログを確立する段階のものです。`;
    case 'separate-requests':
      return '同じダイアログ内の別々のリクエストに、それぞれ返ることがあります。';
    case 'branches':
      return '1つのリクエストでも、フォークした別々のブランチからそれぞれ返ることがあります。';
    case 'only-branches':
      return '1つのリクエストについて両方が現れるのは、フォークした別々のブランチからそれぞれ返った場合だけです。';
  }
}

/** フォークしたプロキシが転送するものを述べる日本語の文 */
export function fork(fork: ForkOutcome, { a, b }: SentenceContext): string {
  const loser = fork.winner === a ? b : a;
  const sent = fork.sent
    ? `ほかに何も届かず${b}だけが残った場合、プロキシは${fork.sent}に変えて返すべきとされています。`
    : '';
  // RFC 3261が挙げるのは例なので、直し方を示すほかのコードも同じように扱われうる。
  const alike = fork.mends === 'both';
  switch (fork.reason) {
    case 'no-common-method':
      return `${a}と${b}は定義された対象のリクエストが異なるため、フォークしても選ぶ場面はありません。`;
    case 'no-common-method-today':
      return `現在の規定では、1つのリクエストに${a}と${b}の両方が返されることはないため、フォークしても選ぶ場面はありません。`;
    case 'no-common-method-typically':
      return `${a}と${b}の両方が返るリクエストは通常ないため、フォークしても選ぶ場面はまずありません。`;
    case 'success-at-once':
      return `発信側には${a}が届きます。2xxはすぐに転送され、ほかのブランチの結果にかかわらず決着するためです。`;
    case 'provisional-forwarded':
      return '発信側には両方が届きます。100以外の暫定レスポンスは、届くたびに転送されるためです。';
    case 'provisional-then-final':
      return `${a}は届いた時点で転送されます。${b}は、ほかの最終レスポンスと比べて選ばれます。${sent}`;
    case 'provisional-then-success':
      return `どちらも届いた時点で転送され、${b}で決着します。`;
    case 'provisional-then-global':
      return `${a}は届いた時点で転送されます。${b}は2xxを除くほかの最終レスポンスより優先され、残りのブランチは取り消すべきとされています。`;
    case 'in-dialog':
      return `両方を返せるのはダイアログ内のリクエストに対してだけです。その宛先は1つなので、プロキシが${a}と${b}を比べる場面はありません。`;
    case 'not-forwarded':
      return `${fork.winner === 'none' ? '発信側にはどちらも届きません' : `発信側に届くのは${fork.winner}です`}。${loser}は1ホップ限りのもので、ステートフルプロキシは転送しません。${sent}`;
    case 'global-failure':
      return `発信側には${b}が届きます。6xxは2xxを除くほかの最終レスポンスより優先され、残りのブランチは取り消すべきとされています。`;
    case 'global-failure-no-cancel':
      return `発信側には${b}が届きます。6xxは2xxを除くほかの最終レスポンスより優先され、プロキシが新しいブランチを作ることは禁じられています。`;
    case 'lowest-class':
    case 'lowest-class-unless-followed':
      return `${fork.reason === 'lowest-class' ? '' : 'Contactの宛先を自ら試さなければ、'}プロキシは${a}を転送すべきです。2xxと6xxがない場合、最も小さいクラスから選ぶべきとされています。`;
    case 'same-class':
      if (alike)
        return `どちらが届くかはプロキシ次第です。${a}と${b}はどちらもリクエストの直し方を示すため、選択はプロキシに委ねられています。`;
      if (fork.mends)
        return `どちらが届くかはプロキシ次第です。ただし、リクエストの直し方を示すレスポンスを優先すべきとされており、${fork.mends === 'a' ? a : b}もこれに当たると考えられます。`;
      return `${a < 400 ? 'プロキシがContactの宛先を自ら試さなければ、' : ''}どちらが届くかはプロキシ次第です。${a}と${b}は同じクラスで、クラス内の選択はプロキシに委ねられています。`;
    case 'preferred':
      return alike
        ? `発信側に届くのは、通常は${fork.winner}です。RFC 3261は、優先すべきレスポンスの例に${fork.winner}を挙げています。ただし、${loser}もリクエストの直し方を示すため、プロキシが同等に扱うこともあります。`
        : `プロキシは${loser}より${fork.winner}を優先すべきとされています。${fork.winner}からはリクエストの直し方がわかるためです。`;
    case 'challenges-merged':
      return `発信側には、両方のチャレンジをまとめた1つのレスポンスが届きます。番号が${a}と${b}のどちらになるかは、プロキシが選びます。`;
    case 'challenge-preferred':
      return alike
        ? `発信側に届くのは、通常は${fork.winner}です。RFC 3261は、優先すべきレスポンスの例にチャレンジを挙げています。ただし、${loser}もリクエストの直し方を示すため、プロキシが同等に扱うこともあります。`
        : `プロキシは${loser}より${fork.winner}を優先すべきとされています。チャレンジには応じられるためです。`;
    case 'several-successes':
      return '発信側には両方が届きます。INVITEに対する2xxはすべて転送され、それぞれが別のダイアログになります。';
    case 'first-success':
      return '先に届いたほうだけが発信側に届きます。INVITE以外のリクエストには、最終レスポンスが1つだけ返ります。';
    case 'unavailable-last':
      return `プロキシは${fork.winner}を転送すべきとされています。以後のリクエストもすべて${loser}になるとわかっている場合を除き、${loser}を転送すべきではないためです。`;
    case 'first-hop': {
      const [first, other] = fork.firstHop === 'a' ? [a, b] : [b, a];
      return `${first}は、プロキシがまだ転送していないリクエストに最初のホップだけが返すコードです。そのため、プロキシが${other}と比べる場面はありません。`;
    }
    case 'flow-first':
      return `クラスの規則では${fork.winner === 'either' ? 'どちらも選べます' : `${fork.winner}が選ばれます`}。ただし、フローの失敗に対しては、ホーム側のプロキシが同じ端末への別のフローを先に試すべきとされています。そのため失敗のレスポンスは、通常、発信側の端末までは届きません。`;
  }
}

/** 共通点の1つ。見出し「共通点」の下に箇条書きで並ぶため、「どちらも」を繰り返さない */
export function shared(shared: Shared): string {
  switch (shared.kind) {
    case 'final':
      return '最終レスポンスで、トランザクションはそこで終わります。';
    case 'provisional':
      return '暫定レスポンスで、後から最終レスポンスが届きます。';
    case 'nature':
      return {
        normal: '正常な動作の一部で、障害ではありません。',
        depends: '正常な場合と障害の場合があります。',
        fault: '直すべき問題があることを示します。',
      }[shared.nature];
    case 'decision':
      return `${deciders(shared.deciders)}により返されます。`;
    case 'next':
      return `受けた${nextWho(shared.next)}は、${nextClause(shared.next)}。`;
    case 'reach':
      return `${reachClause[shared.reach]}当てはまります。`;
    case 'detail':
      return shared.there === 'always'
        ? `${shared.header}ヘッダーで詳細がわかります。`
        : shared.there === 'if-present'
          ? `${shared.header}ヘッダーが付いていれば、詳細がわかります。`
          : `${shared.header}ヘッダーで詳細がわかります（${shared.there}では付いている場合のみ）。`;
    case 'mid-call':
      return shared.call === 'ends'
        ? '通話中のリクエストに返った場合、そのリクエストを送った側は通話を切断すべきとされています。'
        : 're-INVITEやUPDATEに返っても、通話はそのまま続きます。';
    case 'subscription':
      return '購読の更新やNOTIFYに返ると、購読はそこで終わります。';
    case 'dialog':
      return `${shared.informational ? 'RFC 5057（Informational）によれば、' : ''}既存のダイアログ内のリクエストに返った場合は${dialogClause[shared.ends]}。`;
    case 'senders':
      return `${roles(shared.roles)}から返されることがあります。`;
    case 'any-method':
      return '特定のメソッドに限らず返されることがあります。';
    case 'next-actor':
      return `${terms.nextActor[shared.actor]}。`;
    case 'counting':
      return `RFC 6076の指標では、INVITEがこれで終わると${terms.counting[shared.counting]}。`;
    case 'method':
      return `${methodsClause([shared.method])}だけに${shared.judged.length > 0 ? '返されるのが通常です' : '定義されています'}。`;
  }
}

/** 2つのコードの意味を述べる日本語の文 */
export const meanings = (means: Meanings, { a, b }: SentenceContext): string =>
  `${a}は、${means.a}ことを示します。${b}は、${means.b}ことを示します。`;

/** 同じ内容を短くしたもの。ページの説明文に使う */
export const brief = (means: Meanings, { a, b }: SentenceContext): string =>
  `${a}は${means.a}こと、${b}は${means.b}ことを示します。`;

/** 受信した側がどこを調べるかを述べる日本語の文 */
export function received(look: { a: WhereToLook; b: WhereToLook }, { a, b }: SentenceContext): string {
  const looks = [look.a, look.b];
  if (looks.includes('request') && looks.includes('request-only'))
    return `どちらの場合も、拒否されたリクエストを調べ、${look.a === 'request' ? a : b}ではレスポンスが示す内容も調べます。`;
  return look.a === look.b
    ? `どちらの場合も、${terms.look[look.a]}。`
    : `${a}の場合、${terms.look[look.a]}。${b}の場合、${terms.look[look.b]}。`;
}

/** 選ぶ場面がないことを述べる日本語の文 */
export const noChoice = ({ a, b }: SentenceContext): string =>
  `選ぶ場面はありません。1つのリクエストに対し、${a}と${b}のどちらかを選んで返せる装置がないためです。`;
