import type { FactKey, FactRow } from '../model/facts.ts';
import type { Reference } from '../model/schema.ts';
import { methodsJa, nextClauseJa } from './findings.ja.ts';
import { termsJa as terms } from './terms.ja.ts';
import { uiJa } from './ui.ja.ts';

export const factLabelJa: Record<FactKey, string> = {
  class: uiJa.factClass,
  status: uiJa.factStatus,
  sentBy: uiJa.factSentBy,
  methods: uiJa.factMethods,
  reach: uiJa.factReach,
  decidedBy: uiJa.factDecidedBy,
  next: uiJa.factNext,
  detail: uiJa.factDetail,
  headers: uiJa.factHeaders,
  lasts: uiJa.factLasts,
  fork: uiJa.factFork,
  dialog: uiJa.factDialog,
  pstnOut: uiJa.factPstnOut,
  pstnIn: uiJa.factPstnIn,
  metrics: uiJa.factMetrics,
};

/**
 * @param row 1つの事実
 * @param reference クラスや理由表示の名前を引く表
 * @returns 日本語のラベルと値
 */
export function factJa(row: FactRow, reference: Reference): { label: string; value: string[] } {
  const cause = (number: number) => {
    const name = reference.q850.causes.find((one) => one.cause === number)?.ja;
    return name ? `${number}（${name}）` : String(number);
  };
  return { label: factLabelJa[row.key], value: value() };

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
        return [methodsJa(row.methods)];
      case 'reach':
        return [terms.reach[row.reach]];
      case 'decidedBy':
        return row.deciders.map((decider) => terms.decider[decider]);
      case 'next':
        return [
          nextClauseJa({
            kind: !row.final ? 'wait' : row.success ? 'done' : 'retry',
            action: row.action,
            change: row.change,
          }),
        ];
      case 'detail':
        return [`${row.in ? `${row.in}の` : ''}${row.header}（${reference.headers[row.header]!.read.ja}）`];
      case 'headers':
        return row.headers.map(
          (header) =>
            `${header.name}：${terms.level[header.level]}${header.when ? `（${terms.condition[header.when]}）` : ''}`,
        );
      case 'lasts':
        return [
          {
            permanent: '今後も有効',
            'until-expiry': '期限まで（なければ1回の再試行のみ）',
            'one-request': '今回のみ',
            'until-retry-after': 'Retry-Afterの時間まで',
          }[row.how],
        ];
      case 'fork':
        return [terms.fork[row.role]];
      case 'dialog':
        return [terms.dialog[row.ends]];
      case 'pstnOut':
        switch (row.out.kind) {
          case 'cause':
            return [`理由表示${cause(row.out.cause)}`];
          case 'otherwise':
            return [`変換表になく、理由表示${cause(row.out.cause)}`];
          case 'by-warning':
            return [`Warningにより理由表示${row.out.causes[0]}または${row.out.causes[1]}`];
          case 'no-cause':
            return ['なし（ゲートウェイ自身が先に解放）'];
          case 'redirect':
            return ['Contactの宛先へ再発信、または理由表示23'];
        }
      case 'pstnIn':
        return row.causes.map((number) => `理由表示${cause(number)}`);
      case 'metrics':
        return [
          row.ser === 'excluded'
            ? 'SERとSEERの分母から除外'
            : `SER：${row.ser === 'counted' ? '成功' : '不成功'}、SEER：${row.seer === 'counted' ? '有効' : '無効'}${row.isa ? '、ISA：計上' : ''}`,
        ];
    }
  }
}
