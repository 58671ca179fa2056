import type { PstnSide } from '../../../model/facts/facts.ts';
import type { NextStep } from '../../../model/compare/findings.ts';
import { METHODS, type Facts, type Role } from '../../../schema/index.ts';
import type { SentenceContext } from './en.ts';
import type { Labels } from '../../labels/en.ts';
import { labels as terms } from '../../labels/ja.ts';

// 複数の文で使う日本語の部品。

export const or = (words: string[]): string =>
  words.length < 3 ? words.join('または') : `${words.slice(0, -1).join('、')}、または${words.at(-1)}`;
export const and = (words: string[]): string => (words.length < 3 ? words.join('と') : words.join('、'));
export const roles = (roles: Role[]): string => roles.map((role) => terms.role[role]).join('、');

/** 次に動く側 */
export const nextWho = (next: NextStep): string =>
  next.change.includes('flow') ? 'ホーム側のプロキシ' : 'クライアント';

/** 複数の変更のどちらかでよいときに、つなげて読みにくい組み合わせの言い方 */
const eitherJa: Partial<Record<string, string>> = {
  'hops routing': 'Max-Forwardsの値を大きくするか、別の経路を使って、',
};

/** 次の動作を、文の述部（です・ます）と表の値（常体）で言い分けたもの */
interface Clause {
  sentence: string;
  table: string;
}

const clause = (start: string, polite: string, plain: string): Clause => ({
  sentence: start + polite,
  table: start + plain,
});

function nextJa({ kind, change, action, should }: NextStep): Clause {
  if (kind === 'wait') return clause('最終レスポンスを待', 'ち続けます', 'ち続ける');
  if (kind === 'done') return clause('送り直さずに処理を進め', 'ます', 'る');
  const changed = eitherJa[change.join(' ')] ?? change.map((one) => terms.change[one]).join('、または');
  switch (action) {
    case 'modified':
      // RFC 3903 §5は送り直しを禁じ、新たな公開を推奨している。
      if (change.includes('entity-tag'))
        return clause(
          'そのPUBLISHを送り直してはならず、エンティティタグを付けずに改めて公開すべきとされてい',
          'ます',
          'る',
        );
      return should
        ? clause(`${changed}リクエストを送り直すべきとされてい`, 'ます', 'る')
        : clause(`${changed}リクエストを送り直せ`, 'ます', 'る');
    case 'elsewhere':
      if (change.includes('target'))
        return clause('Contactに示された宛先へ新しいリクエストを送るべきとされてい', 'ます', 'る');
      if (change.includes('choice'))
        return clause('示された宛先の1つ以上へ新しいリクエストを送るべきとされてい', 'ます', 'る');
      if (change.includes('routing'))
        return clause('このリクエストに限り、Contactに示されたプロキシを通して送り直すものとされてい', 'ます', 'る');
      if (change.includes('service'))
        return clause(`形式を理解できれば、${terms.change.service}処理を進め`, 'ます', 'る');
      return changed
        ? clause(`${changed}リクエストを送り直すべきとされて`, 'います', 'いる')
        : clause('別のサーバーを試すべきとされて', 'います', 'いる');
    case 'later':
      return should
        ? clause('変更がまだ必要なら、短い待ち時間の後に送り直すべきとされてい', 'ます', 'る')
        : clause('時間をおいて同じリクエストを送り直せ', 'ます', 'る');
    case 'never':
      return clause('同じリクエストを送り直すべきでは', 'ありません', 'ない');
    case 'none':
      return clause('再試行せず、そこで処理を終え', 'ます', 'る');
  }
}

/** 次の動作。文末まで含む述部 */
export const nextClause = (next: NextStep): string => nextJa(next).sentence;

/** 次の動作。表の値 */
export const nextValue = (next: NextStep): string => nextJa(next).table;

/** 対象リクエスト。順序は一定で、ほぼ全部のときは除くものだけを述べる */
export function methodsClause(methods: Facts['methods']): string {
  const missing = METHODS.filter((method) => !methods.includes(method));
  const special = methods.some((method) => method === 'any' || method === 'in-dialog');
  if (!special && methods.length > 7 && missing.length > 0)
    return `${and(['ACK', ...missing])}を除くすべてのリクエスト`;
  return and([
    ...METHODS.filter((method) => methods.includes(method)),
    ...(methods.includes('any') ? [terms.anyMethod] : []),
    ...(methods.includes('in-dialog') ? [terms.inDialog] : []),
  ]);
}

/** 当てはまる範囲。助詞まで含む */
export const reachClause: Record<Facts['reach'], string> = {
  request: 'そのリクエスト1件だけに',
  device: 'その端末1台だけに',
  user: 'その宛先の着信者に',
  server: 'そのサーバー全体に',
  everywhere: '着信者へのすべての経路に',
};

/** いつまで有効か。句点を除く1文。リダイレクトで有効期間を持つのは、示された宛先 */
export function lastsClause(code: number, how: keyof Labels['lasts']): string {
  const subject = code >= 300 && code < 400 ? `${code}が示す宛先` : `${code}の結果`;
  return `${subject}${terms.lasts[how]}`;
}

export const deciders = (deciders: Facts['decidedBy']): string => or(deciders.map((decider) => terms.decider[decider]));

export function causeClause(cause: number, { reference }: Pick<SentenceContext, 'reference'>): string {
  const name = reference.q850.causes.find((one) => one.cause === cause)?.name.ja;
  return `理由表示${cause}${name ? `「${name}」` : ''}`;
}

/** 解放する前にゲートウェイ自身が試すべきことの条件 */
export const firstCheck = {
  authenticate: 'チャレンジに応じられなければ',
  remedy: 'リクエストを直して送り直せなければ',
} as const;

/** CPGのイベントの名前（RFC 3398 §8.2.3） */
const eventJa: Record<number, string> = { 1: '呼び出し中', 2: '経過', 6: '転送' };

/** ゲートウェイでの扱い。番号に続く述部 */
export function pstnClause(side: PstnSide, speech: SentenceContext): string {
  switch (side.kind) {
    case 'cause':
      return `${side.first ? `、ゲートウェイが${firstCheck[side.first]}、` : ''}${causeClause(side.cause, speech)}に変換されます`;
    case 'otherwise':
      return `変換表になく、${causeClause(side.cause, speech)}として扱われます`;
    case 'by-warning':
      return `理由表示${side.causes[0]}に変換され、Warningが伝達能力の利用不可を示すときは${side.causes[1]}になります`;
    case 'no-cause':
      return '、通常、電話網側が解放してゲートウェイがCANCELを送信した後に届くため、対応する理由表示を持ちません';
    case 'redirect':
      return {
        proxy: '、Contactのプロキシを経由した再発信になります',
        body: '、Contactがあればその宛先への再発信になります（ボディの代替手段については規定がありません）',
        contact: '、Contactの宛先への再発信か、そのURIの電話番号を付けた理由表示23での解放になります',
      }[side.by];
    case 'message': {
      const cpg = `CPG（${eventJa[side.event] ?? `イベント${side.event}`}）`;
      if (side.acm === 'early') return `アーリーACMと${cpg}になり、ACMが送信済みなら${cpg}だけになります`;
      const told = side.acm === 'subscriber-free' ? '加入者空き' : '表示なし';
      return `「${told}」のACMになり、ACMが送信済みなら${cpg}になります`;
    }
    case 'answer':
      return '応答としてANMで伝わり、ACMが未送信なら、ISUPにCONがあればCONで伝わります';
    case 'nothing':
      return '電話網側には伝わりません';
    case 'not-invite':
      return side.cause === null
        ? 'INVITEには定義されていないコードのため、電話網側には現れないはずです'
        : `変換表に理由表示${side.cause}として載っていますが、INVITEには定義されていないため、電話網側には現れないはずです`;
    case 'inside-call':
      return 'ダイアログ内のリクエストに返るもので、電話網側の呼は解放されません';
  }
}

export const dialogClause: Record<NonNullable<Facts['dialog']>['ends'], string> = {
  transaction: 'そのトランザクションだけを失敗させ、ダイアログは続きます',
  usage: 'リクエストが属する通話や購読を終わらせます',
  'usage-unless-cancel': '、CANCELへのレスポンスでなければ、リクエストが属する通話や購読を終わらせます',
  'usage-if-essential':
    '、拒否されたメソッドが不可欠な場合だけ通話や購読を終わらせ、それ以外ではトランザクションだけを終わらせます',
  subscription: '対象の購読を終わらせます',
  dialog: 'ダイアログ全体を終わらせます',
  'dialog-unless-retried': '、Max-Forwardsを大きくした送り直しで回復しなければ、ダイアログ全体を終わらせます',
  'early-dialog': '1つのアーリーダイアログを終わらせます',
  nothing:
    '、re-INVITEやUPDATEであれば通話を終わらせませんが、ほかの影響はRFC 5057（Informational）でも十分に解明されていません',
};
