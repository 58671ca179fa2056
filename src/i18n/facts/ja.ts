import type { ConditionalCause } from '../../model/facts/facts.ts';
import type { FactKey, FactRow } from '../../model/facts/rows.ts';
import type { NextStep } from '../../model/compare/findings.ts';
import type { Reference } from '../../schema/index.ts';
import { causeClause, methodsClause, nextValue, nextWho } from '../compare/clauses/ja.ts';
import { labels as terms } from '../labels/ja.ts';

export const factLabels: Record<FactKey, string> = {
  class: 'クラス',
  status: '定義',
  sentBy: '返す側',
  methods: '対象リクエスト',
  reach: '当てはまる範囲',
  decidedBy: '返される契機',
  next: 'クライアントの動作',
  detail: '最初に見るヘッダー',
  headers: 'ヘッダー',
  lasts: '有効な期間',
  fork: 'フォーク時の扱い',
  dialog: 'ダイアログ内で終わるもの',
  pstnOut: '電話網へ',
  pstnIn: '電話網から',
  metrics: '統計（RFC 6076）',
};

const causeWhen = {
  'location-user': '生成源が「ユーザー」の場合に可',
  'new-number': '新番号がある場合',
} satisfies Record<ConditionalCause['when'], string>;

/**
 * @param row 1つの事実
 * @param reference クラスや理由表示の名前を引く表
 * @returns 日本語のラベルと値
 */
export function factValue(row: FactRow, reference: Reference): { label: string; value: string[] } {
  const cause = (number: number) => causeClause(number, { reference });
  const unless = { authenticate: '（チャレンジに応じられない場合）', remedy: '（直して送り直せない場合）' };
  const next = (row: Extract<FactRow, { key: 'next' }>): string => {
    const kind = !row.final ? 'wait' : row.success ? 'done' : 'retry';
    const step: NextStep = { kind, action: row.action, change: row.change, should: row.should };
    const value = nextValue(step);
    // 行の見出しは「クライアントの動作」。
    return nextWho(step) === 'クライアント'
      ? value
      : `クライアントには届かないはずのコードで、${nextWho(step)}が${value}`;
  };
  return { label: factLabels[row.key], value: value() };

  /** 標準とコード自身の文書で扱いが異なる場合は、それぞれを示す */
  function dialogParts(): string[] {
    if (row.key !== 'dialog') return [];
    const said = terms.dialog[row.ends];
    if (!row.disputed) return [said];
    return [
      ...(row.call ? [`re-INVITEやUPDATEの場合：${row.call === 'ends' ? '通話' : 'なし'}`] : []),
      ...(row.subscription ? [`購読の更新やNOTIFYの場合：${row.subscription === 'ends' ? '購読' : 'なし'}`] : []),
      row.informational ? `RFC 5057（Informational）の解釈：${said}` : said,
    ];
  }

  function value(): string[] {
    switch (row.key) {
      case 'class': {
        const { title } = reference.classes.find((one) => one.digit === row.digit)!;
        return [`${row.digit}xx ${title.ja}${row.final ? '（最終レスポンス）' : ''}`];
      }
      case 'status':
        return [row.definedIn + (row.deprecated ? '（非推奨）' : '')];
      case 'sentBy':
        return [...row.roles.map((role) => terms.role[role]), ...(row.local ? [terms.role.local] : [])];
      case 'methods':
        return [methodsClause(row.methods)];
      case 'reach':
        return [terms.reach[row.reach]];
      case 'decidedBy':
        return row.deciders.map((decider) => terms.decider[decider]);
      case 'next':
        return [next(row)];
      case 'detail':
        return [
          `${row.in ? `${row.in}の` : ''}${row.header}（${row.via ? terms.viaProxy : reference.headers[row.header]!.read.ja}）`,
        ];
      case 'headers':
        return row.headers.map(
          (header) =>
            `${header.name}：${terms.level[header.level]}${header.when ? `（${terms.condition[header.when]}）` : ''}`,
        );
      case 'lasts':
        return [
          {
            permanent: '今後も変わらない見込み',
            'until-expiry': '期限まで（なければ1回の再試行のみ）',
            'until-stated': 'ContactやExpiresの期限まで（あれば）',
            'one-request': '今回のみ',
            'until-retry-after': 'Retry-Afterの時間まで（あれば）',
          }[row.how],
        ];
      case 'fork':
        return [terms.fork[row.role]];
      case 'dialog':
        return dialogParts();
      case 'pstnOut':
        switch (row.out.kind) {
          case 'cause':
            return [`${cause(row.out.cause)}${row.out.first ? unless[row.out.first] : ''}`];
          case 'otherwise':
            return [`変換表になく、${cause(row.out.cause)}`];
          case 'by-warning':
            return [`Warningにより理由表示${row.out.causes[0]}または${row.out.causes[1]}`];
          case 'no-cause':
            return ['なし（通常は電話網側がすでに解放し、ゲートウェイがCANCELを送信済み）'];
          case 'redirect':
            return [
              {
                proxy: 'Contactのプロキシを経由して再発信',
                body: 'Contactがあればその宛先へ再発信',
                contact: 'Contactの宛先へ再発信、または理由表示23',
              }[row.out.by],
            ];
        }
      case 'pstnIn':
        return [
          ...row.causes.map(cause),
          ...row.perhaps.map((one) => `${cause(one.cause)}（${causeWhen[one.when]}）`),
          ...(row.otherwise ? ['変換表にない値（44を除く）'] : []),
        ];
      case 'metrics':
        return [
          row.ser === 'excluded'
            ? 'SERとSEERの分母から除外'
            : row.ser === 'challenge'
              ? 'チャレンジ（SER・SEERの分子には入らず、失敗に数えるかはツールによる）'
              : row.ser === 'counted'
                ? 'SER・SEERとも分子に計上'
                : row.seer === 'counted'
                  ? 'SERは低下、SEERでは分子に計上'
                  : `SER・SEERとも低下${row.isa ? '、ISAに計上' : ''}`,
        ];
    }
  }
}
