import type { Arrivals, Detail, Finding, TracePlace } from '../../../model/compare/findings.ts';
import type { SentenceContext } from '../clauses/en.ts';
import {
  and,
  causeClause,
  deciders,
  dialogClause,
  firstCheck,
  lastsClause,
  methodsClause,
  nextClause,
  nextWho,
  pstnClause,
  reachClause,
  roles,
} from '../clauses/ja.ts';
import { labels as terms } from '../../labels/ja.ts';

/**
 * @param finding 2つのコードについてわかったこと
 * @param speech 小さい順の2つのコードと、名前を引く表
 * @returns 完結した日本語の文
 */
export function findingSentence(finding: Finding, speech: SentenceContext): string {
  const { a, b } = speech;
  const one = (which: 'a' | 'b') => (which === 'a' ? a : b);
  const other = (which: 'a' | 'b') => (which === 'a' ? b : a);
  switch (finding.kind) {
    case 'methods-disjoint':
      return `${a}は${methodsClause(finding.a)}に、${b}は${methodsClause(finding.b)}に${
        {
          never: '定義されたコードで、対象リクエストが異なります',
          today: '返されるコードで、現在の規定では対象リクエストが異なります',
          typically: '返されるのが通常で、対象リクエストが異なります',
        }[finding.how]
      }。`;
    case 'methods-narrower': {
      const wide = finding[finding.narrow === 'a' ? 'b' : 'a'];
      const bound = wide.includes('any') ? 'ACKを除き、メソッドを問わず' : `${methodsClause(wide)}に対して`;
      return `${one(finding.narrow)}が${finding.typically ? '返されるのは、通常、' : '定義されているのは、'}${methodsClause(finding[finding.narrow])}に対してだけです。${other(finding.narrow)}は、${bound}返されることがあります。`;
    }
    case 'methods-overlap': {
      const only = [
        finding.a.length > 0 ? `${a}は${and(finding.a)}にも返されることがあります。` : '',
        finding.b.length > 0 ? `${b}は${and(finding.b)}にも返されることがあります。` : '',
      ].join('');
      return `どちらも${finding.typically ? `、通常は${and(finding.common)}に返されます` : `${and(finding.common)}に返されることがあります`}。${only}`;
    }
    case 'check-order': {
      const [before, after] = finding.first === 'a' ? [a, b] : [b, a];
      const [early, late] =
        finding.at === 'uas'
          ? finding.steps.map((step) => terms.uasStep[step])
          : finding.steps.map((step) => terms.proxyStep[step]);
      return `RFC 3261の順序に従う${finding.at === 'uas' ? 'UAS' : 'プロキシ'}は、まず${early}（${before}）を調べ、その後で${late}（${after}）を調べます。その装置自身が${after}を返したのであれば、${before}に当たる検査には通ったか、検査自体が行われていません。`;
    }
    case 'next-actor':
      return `${a}の場合、${terms.nextActor[finding.a]}。${b}の場合、${terms.nextActor[finding.b]}。`;
    case 'confirmed':
      return `INVITEに対する${a}は、${terms.confirmed[finding.a]}。${b}は、${terms.confirmed[finding.b]}。`;
    case 'trace': {
      const say = (number: number, place: TracePlace) =>
        !place.after
          ? `${number}は${place.method}の直後に返ります。`
          : place.after.code === null
            ? `${number}は${place.after.method}の後に現れます。`
            : `${number}は${place.after.method}への${place.after.code}の後に現れます。`;
      return `典型的なトレースでは、${say(a, finding.a)}${say(b, finding.b)}`;
    }
    case 'nature': {
      const say = {
        normal: 'は正常な動作の一部です',
        fault: 'は直すべき問題があることを示します',
        depends: 'には正常な場合と障害の場合があります',
      };
      return `${a}${say[finding.a]}。${b}${say[finding.b]}。`;
    }
    case 'next':
      return nextWho(finding.a) === nextWho(finding.b)
        ? `${a}を受けた${nextWho(finding.a)}は、${nextClause(finding.a)}。${b}の場合は、${nextClause(finding.b)}。`
        : `${a}を受けた${nextWho(finding.a)}は、${nextClause(finding.a)}。${b}を受けた${nextWho(finding.b)}は、${nextClause(finding.b)}。`;
    case 'decision':
      return `${a}は${deciders(finding.a)}により、${b}は${deciders(finding.b)}により返されます。`;
    case 'reach':
      return `${a}は${reachClause[finding.a]}、${b}は${reachClause[finding.b]}当てはまります。`;
    case 'lasts':
      return `${lastsClause(a, finding.a)}。${lastsClause(b, finding.b)}。`;
    case 'local':
      return finding.which === 'both'
        ? `${a}と${b}はどちらも、クライアント自身のスタックが内部で作ることがあります。実際にネットワーク上を流れたかどうかをトレースで確認します。`
        : `${one(finding.which)}はクライアント自身のスタックが内部で作ることがあり、ネットワーク上には流れていない場合があります。${other(finding.which)}については、RFC 3261にそのような規定がありません。`;
    case 'senders-overlap': {
      const only = [
        finding.a.length > 0 ? `${a}は、${roles(finding.a)}も返すことがあります。` : '',
        finding.b.length > 0 ? `${b}は、${roles(finding.b)}も返すことがあります。` : '',
      ].join('');
      return `どちらのコードも、${roles(finding.common)}から返されることがあります。${only}`;
    }
    case 'senders':
      return `${a}を返すのは${roles(finding.a)}で、${b}を返すのは${roles(finding.b)}です。`;
    case 'detail': {
      const say = (number: number, { header, in: message, there, via }: Detail) => {
        const named = `${header}ヘッダー（${via ? terms.viaProxy : speech.reference.headers[header]!.read.ja}）`;
        if (message === 'CANCEL') return `${number}の詳細は、直前のCANCELに${named}があれば、そこで確認します。`;
        if (message)
          return `${number}の詳細は、拒否されたリクエストの${named}${there === 'telling' ? 'の有無と内容' : ''}で確認します。`;
        return `${number}では、${there === 'always' ? '' : '付いていれば'}${named}を確認します。`;
      };
      if (finding.a && finding.b) return `${say(a, finding.a)}${say(b, finding.b)}`;
      return finding.a
        ? `${say(a, finding.a)}${b}には、詳細を示す固有のヘッダーがありません。`
        : `${say(b, finding.b!)}${a}には、詳細を示す固有のヘッダーがありません。`;
    }
    case 'mid-call': {
      const [ends, goesOn] = finding.a === 'ends' ? [a, b] : [b, a];
      return `通話中のリクエストに${ends}が返った場合、そのリクエストを送った側は通話を切断すべきとされています。re-INVITEやUPDATEに${goesOn}が返っても、通話はそのまま続きます。`;
    }
    case 'subscription': {
      const [ends, goesOn] = finding.a === 'ends' ? [a, b] : [b, a];
      return `購読は、更新やNOTIFYに${ends}が返るとそこで終わります。更新に${goesOn}が返っても、有効期限までは続きます。`;
    }
    case 'dialog': {
      const { a: left, b: right, disputed } = finding;
      const say = (number: number, { ends, informational }: typeof left) =>
        informational
          ? `${number}は、RFC 5057（Informational）の解釈では、${dialogClause[ends].replace(/^、/, '')}。`
          : `${number}は${dialogClause[ends]}。`;
      const both =
        left.informational && right.informational
          ? `RFC 5057（Informational）によれば、既存のダイアログ内のリクエストに返った場合、${a}は${dialogClause[left.ends]}。${b}は${dialogClause[right.ends]}。`
          : `既存のダイアログ内のリクエストに返った場合、${say(a, left)}${say(b, right)}`;
      const refused = left.callGoesOn && right.callGoesOn ? 'このように' : `${left.callGoesOn ? a : b}で`;
      return `${both}${disputed ? `ただしRFC 3261では、re-INVITEが${refused}拒否されても通話は続きます。` : ''}`;
    }
    case 'unknown-to-old':
      return finding.same
        ? `${one(finding.which)}（RFC ${finding.rfc}）に対応していないクライアントは${finding.fallback}として扱わなければならないため、古い装置にとって両者は同じです。`
        : `${one(finding.which)}はRFC ${finding.rfc}で加わったコードのため、対応していないクライアントは${finding.fallback}として扱わなければなりません。`;
    case 'both-unknown-to-old': {
      const [left, right] = [finding.a, finding.b];
      const came =
        left.rfc === right.rfc
          ? `どちらもRFC ${left.rfc}で加わったコードです。`
          : `${a}はRFC ${left.rfc}、${b}はRFC ${right.rfc}で加わったコードです。`;
      return left.fallback === right.fallback
        ? `${came}対応していないクライアントは、どちらも${left.fallback}として扱わなければなりません。`
        : `${came}対応していないクライアントは、${a}を${left.fallback}、${b}を${right.fallback}として扱わなければなりません。`;
    }
    case 'deprecated':
      return `${one(finding.which)}は非推奨とされています。${other(finding.which)}は現行のコードです。`;
    case 'failover':
      return `別の経路を持つプロキシは、${a}の場合、${terms.failover[finding.a]}。${b}の場合、${terms.failover[finding.b]}。`;
    case 'pstn-same': {
      const both = `RFC 3398に従う電話網ゲートウェイは、${finding.first ? `${firstCheck[finding.first]}、` : ''}どちらもQ.850の${causeClause(finding.cause, speech)}に変換します。`;
      return finding.location
        ? `${both}既定の動作で異なるのは理由表示の生成源だけで、${a}は網、${b}はユーザーとなります。`
        : `${both}その先では${a}と${b}を区別できません。`;
    }
    case 'pstn-different':
      return `RFC 3398に従う電話網ゲートウェイでは、${a}は${pstnClause(finding.a, speech)}。${b}は${pstnClause(finding.b, speech)}。`;
    case 'pstn-returns':
      return `${one(finding.from)}は、電話網を経由すると${other(finding.from)}になって戻ることがあります。ゲートウェイの変換表が、${causeClause(finding.cause, speech)}を${other(finding.from)}に対応させているためです。`;
    case 'pstn-in': {
      const from = ({ causes, otherwise }: Arrivals) =>
        `${causes.join('、')}${otherwise ? 'と、表にない値（44を除く）' : ''}`;
      return `電話網側の失敗を伝える場合、${a}は理由表示${from(finding.a)}、${b}は理由表示${from(finding.b)}に当たります。`;
    }
    case 'metrics':
      return `RFC 6076の指標では、INVITEが${a}で終わると${terms.counting[finding.a]}。${b}で終わると${terms.counting[finding.b]}。`;
  }
}
