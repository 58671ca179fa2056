// The one place that decides which kind of page comes first when several hold the words of a query.

/** What a page of the keyword search is. */
export type SubjectKind =
  | 'code'
  | 'symptom'
  | 'context'
  | 'entry'
  | 'product'
  | 'header'
  | 'cause'
  | 'warning'
  | 'unregistered'
  | 'term'
  | 'rfc'
  | 'tool';

/** What somebody wants to know: what is wrong, what a word means, which code something is, a header field, a cause, or none of these for sure. */
export type Intent = 'complaint' | 'definition' | 'code' | 'header' | 'cause' | 'open';

/** Somebody says what does not work, and does not ask for a code. */
const COMPLAINT =
  /\b(?:no|not|never|cannot|nothing|nobody|none|without|fails?|failed|failing|drops?|dropped|dropping|stops?|stopped|stuck|silent|silence|dead|only|keeps?|again|random(?:ly)?|intermittent(?:ly)?|sometimes|always|every|lost|loses?|wrong|problem|issue|trouble|ghost|late|delay|slow|garbled|choppy|one way|disconnect\w*|cut|cuts|still|although|but|after \d+|refused|blocked|flagged|marked|reported|listed|labell?ed|shows?|instead|twice|rings?|ringing|goes?|hangs?|loops?|looping|die|dies|after \w+ (?:minutes?|hours?|seconds?))\b|ない|切れ|失敗|止ま|無音|片通話|片方|おかしい|不可|遅い|途切|続け|続く|弾か|指摘|やまない|残る|だけ|のに|[がは]鳴る|される|表示|勝手|何度も|毎回|必ず|すべて|全部|だめ|落ち|返る|返って|ても|エラになる|つづ|固ま|残って|のまま|ときどき|時々/;
const ASKS_CODE =
  /\b(?:which|what)\b.*\b(?:code|response|status|answer|reply|number)\b|\b(?:sip|response|status) codes?\b|\bcode (?:for|when|if)\b|コード|(?<!ユーザー?)レスポンス|ステータス|何番/;
const ASKS_CAUSE =
  /q\.? ?850|\bisup\b|\bisdn\b|hangup ?cause|release cause|cause (?:code|value|number)|\bcauses?$|理由表示|切断(?:理由|原因)|原因(?:番号|値|コド)/;
const ASKS_MEANING =
  /^(?:what(?:['’]s| is| are| does)|define|meaning of|explain)\b|\b(?:definition|glossary|meaning|mean)$|とは(?:$| |何|なに|\?)|って何|意味/;

/** What a query asks for, from its folded text */
export function intentOf(query: string): Intent {
  // A status line is copied from a trace: the code is meant.
  if (/\bsips?\/2\.0 \d{3}/.test(query)) return 'code';
  if (ASKS_MEANING.test(query)) return 'definition';
  if (ASKS_CAUSE.test(query)) return 'cause';
  if (ASKS_CODE.test(query)) return 'code';
  if (COMPLAINT.test(query)) return 'complaint';
  return /\bheader\b|[a-z] ?ヘッダ/.test(query) ? 'header' : 'open';
}

/**
 * How readily a kind of page comes first, by what is asked. A complaint ends on its symptom, with the codes below it: the symptom
 * says which code to look for. Who asks for a code gets codes. A name of a header field, a cause or a constant is explained by
 * its own entry, whatever else mentions it. RFCs are asked for by their numbers, so words alone lead there last. What one
 * service or product does comes after what holds for all, unless it is named.
 */
const WEIGHT: Record<Intent, Record<SubjectKind, number>> = {
  complaint: weights({ symptom: 1.5 }),
  code: weights({ code: 1.3, symptom: 0.7, cause: 0.7 }),
  definition: weights({ term: 1.8, header: 1.2, symptom: 0.6 }),
  header: weights({ header: 1.6 }),
  cause: weights({ cause: 1.5, symptom: 0.6 }),
  open: weights({}),
};

function weights(change: Partial<Record<SubjectKind, number>>): Record<SubjectKind, number> {
  return {
    code: 1,
    symptom: 0.95,
    header: 1,
    cause: 0.95,
    warning: 0.9,
    unregistered: 0.9,
    term: 0.9,
    context: 0.85,
    entry: 0.85,
    product: 0.85,
    rfc: 0.6,
    tool: 1,
    ...change,
  };
}

/** What is left of the weight of what one service or product does, where the query names neither it nor exactly this. */
const NOT_MEANT = 0.75;

/**
 * The factor of a page's score
 *
 * @param meant whether the query is a name of the page, or has the name of its service or product
 */
export const weightOf = (kind: SubjectKind, intent: Intent, meant: boolean): number =>
  WEIGHT[intent][kind] * (meant || (kind !== 'product' && kind !== 'entry') ? 1 : NOT_MEANT);
