import type { Code, Locale } from '../schema/content.ts';
import type { Comparison } from '../model/compare/compare.ts';
import type { Finding, FindingKind } from '../model/compare/findings.ts';

/** Titles and headings of pages, and the words that a title needs. */
export interface Titles {
  /** `SIP 487 Request Terminated`, with the gloss in Japanese. */
  code: (code: Code) => string;
  /** For `<title>`: what a searcher wants to know. */
  codePage: (code: Code) => string;
  /** Heading of a comparison. */
  pair: (a: Code, b: Code) => string;
  pairPage: (comparison: Comparison) => string;
  pairShort: (a: Code, b: Code) => string;
  responseClass: (digit: number, title: string) => string;
  responseClassPage: (digit: number, title: string) => string;
}

/** What a difference is about, in a few words, for titles. */
const topicEn: Record<FindingKind, string> = {
  'methods-disjoint': 'different requests',
  'methods-narrower': 'which requests',
  nature: 'normal or a fault',
  next: 'what to do next',
  decision: 'who decides',
  reach: 'how far it reaches',
  lasts: 'how long it holds',
  local: 'on the wire or not',
  'senders-overlap': 'who may send it',
  'methods-overlap': 'which requests',
  'check-order': 'which test comes first',
  mover: 'who has to act',
  confirmed: 'how it is confirmed',
  trace: 'what the trace shows',
  senders: 'who sends it',
  detail: 'which header to read',
  dialog: 'what it ends',
  'unknown-to-old': 'old equipment',
  'both-unknown-to-old': 'old equipment',
  deprecated: 'which is current',
  failover: 'failover',
  'pstn-same': 'same Q.850 cause',
  'pstn-different': 'at a PSTN gateway',
  'pstn-returns': 'through the PSTN',
  'pstn-in': 'from the PSTN',
  metrics: 'statistics',
};
const topicJa: Record<FindingKind, string> = {
  'methods-disjoint': '対象リクエスト',
  'methods-narrower': '対象リクエスト',
  nature: '障害かどうか',
  next: '次の動作',
  decision: '誰の判断か',
  reach: '効力の範囲',
  lasts: '有効な期間',
  local: '実在するレスポンスか',
  'senders-overlap': '誰が返せるか',
  'methods-overlap': '対象リクエスト',
  'check-order': '検査の順序',
  mover: '誰が対応するか',
  confirmed: '確認のしかた',
  trace: 'トレースでの現れ方',
  senders: '誰が返すか',
  detail: '見るべきヘッダー',
  dialog: '何が終わるか',
  'unknown-to-old': '古い装置での扱い',
  'both-unknown-to-old': '古い装置での扱い',
  deprecated: '現行と非推奨',
  failover: '迂回の可否',
  'pstn-same': '電話網での扱い',
  'pstn-different': '電話網での扱い',
  'pstn-returns': '電話網経由の変化',
  'pstn-in': '電話網から',
  metrics: '統計',
};

/** @returns whether a finding says that both codes are treated alike: no topic for a title that announces differences */
const likeness = (finding: Finding): boolean =>
  (finding.kind === 'pstn-same' && !finding.location) ||
  (finding.kind === 'both-unknown-to-old' && finding.a.fallback === finding.b.fallback) ||
  (finding.kind === 'unknown-to-old' && finding.same);

function topics({ differences, network }: Comparison, topic: Record<FindingKind, string>): string[] {
  const all = [...differences, ...network];
  const told = all.filter((finding) => !likeness(finding));
  return [...new Set((told.length > 0 ? told : all).map((finding) => topic[finding.kind]))];
}

/** Longest `<title>` that search engines show whole. */
export const TITLE_LIMIT: Record<Locale, number> = { en: 65, ja: 40 };

/** Adds as many parts as fit. */
function fit(start: string, parts: string[], joint: string, limit: number): string {
  let title = start;
  for (const [index, part] of parts.slice(0, 3).entries()) {
    const longer = index === 0 ? title + part : title + joint + part;
    if ([...longer].length > limit) break;
    title = longer;
  }
  return title;
}

export const titlesEn: Titles = {
  code: (code) => `SIP ${code.number} ${code.phrase}`,
  codePage: (code) => {
    const long = `SIP ${code.number} ${code.phrase}: meaning, causes, fix`;
    return long.length <= TITLE_LIMIT.en ? long : `SIP ${code.number} ${code.phrase}: meaning`;
  },
  pair: (a, b) => `SIP ${a.number} ${a.phrase} vs ${b.number} ${b.phrase}`,
  pairPage: (comparison) =>
    fit(`SIP ${comparison.a.number} vs ${comparison.b.number}: `, topics(comparison, topicEn), ', ', TITLE_LIMIT.en),
  pairShort: (a, b) => `${a.number} vs ${b.number}`,
  responseClass: (digit, title) => `SIP ${digit}xx ${title}`,
  responseClassPage: (digit, title) => `SIP ${digit}xx responses (${title}): all codes of the class`,
};

export const titlesJa: Titles = {
  code: (code) => `SIP ${code.number} ${code.phrase}（${code.text.ja.gloss}）`,
  codePage: (code) => {
    const long = `SIP ${code.number} ${code.phrase}の意味と対処`;
    return [...long].length <= TITLE_LIMIT.ja ? long : `SIP ${code.number}（${code.text.ja.gloss}）の意味と対処`;
  },
  pair: (a, b) => `SIP ${a.number} ${a.phrase} vs ${b.number} ${b.phrase}`,
  pairPage: (comparison) =>
    fit(
      `SIP ${comparison.a.number}と${comparison.b.number}の違い：`,
      topics(comparison, topicJa),
      '、',
      TITLE_LIMIT.ja,
    ),
  pairShort: (a, b) => `${a.number}と${b.number}の違い`,
  responseClass: (digit, title) => `SIP ${digit}xx ${title}`,
  responseClassPage: (digit, title) => `SIP ${digit}xx（${title}）のレスポンスコード一覧`,
};
