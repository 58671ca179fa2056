import { commonMethods } from './fork.ts';
import type { Code, Content, ResponseClass } from '../../schema/content.ts';
import type { Facts, Role, Source } from '../../schema/index.ts';

/** What a forking proxy does with a response (RFC 3261 §16.7). */
export type ForkRole =
  | 'not-forwarded'
  | 'at-once'
  | 'success'
  | 'candidate'
  | 'challenge'
  | 'preferred'
  | 'last'
  | 'becomes-500'
  | 'other-flow'
  | 'first-hop'
  | 'ends-search';

/** How long the response holds good. */
export type Duration = NonNullable<Facts['lasts']>['how'] | 'until-retry-after';

/** What a gateway releases the telephone side with (RFC 3398 §8.2.5, §8.2.6.1). */
export type PstnOut =
  | { kind: 'cause'; cause: number; first: 'authenticate' | 'remedy' | null }
  | { kind: 'otherwise'; cause: number }
  | { kind: 'by-warning'; causes: [number, number] }
  | { kind: 'no-cause' }
  /** To a URI from Contact; through the proxy in Contact, to the same target; or by what a body describes. */
  | { kind: 'redirect'; by: 'contact' | 'proxy' | 'body' };

/**
 * What a code does at a gateway between SIP and the telephone network: the release, or one of
 * - `message`: what it sends backwards for a provisional response, before and after the address complete message (ACM)
 * - `answer`: it reports the answer (RFC 3398 §8.2.4)
 * - `nothing`: RFC 3398 §8.2.2
 * - `not-invite`: the code answers no INVITE and never gets there
 * - `inside-call`: it answers requests inside a call, which goes on
 */
export type PstnSide =
  | PstnOut
  | { kind: 'message'; acm: 'subscriber-free' | 'no-indication' | 'early'; event: number }
  | { kind: 'answer' | 'nothing' | 'not-invite' | 'inside-call' };

/** How a final response to INVITE moves a ratio of RFC 6076. */
export type Counting = 'counted' | 'lowers' | 'excluded';

/** One line of the fact table: a key, a value without language, and the sections that prove it. */
export type FactRow = { sources: Source[]; judgement: boolean } & (
  | { key: 'class'; digit: ResponseClass; final: boolean }
  | { key: 'status'; deprecated: boolean; definedIn: Source; updatedBy: Source[] }
  | { key: 'sentBy'; roles: Role[]; local: boolean }
  | { key: 'methods'; methods: Facts['methods'] }
  | { key: 'reach'; reach: Facts['reach'] }
  | { key: 'decidedBy'; deciders: Facts['decidedBy'] }
  | {
      key: 'next';
      action: Facts['retry']['action'];
      change: NonNullable<Facts['retry']['change']>;
      final: boolean;
      success: boolean;
    }
  | { key: 'detail'; header: string; in: string | null; via: boolean }
  | { key: 'headers'; headers: Facts['headers'] }
  | { key: 'lasts'; how: Duration }
  | { key: 'fork'; role: ForkRole }
  | { key: 'dialog'; ends: NonNullable<Facts['dialog']>['ends'] }
  | { key: 'pstnOut'; out: PstnOut }
  | { key: 'pstnIn'; causes: number[] }
  | { key: 'metrics'; ser: Counting; seer: Counting; isa: boolean }
);
export type FactKey = FactRow['key'];

/** The order in which facts are shown; what helps in a ticket first. */
export const FACT_ORDER: readonly FactKey[] = [
  'class',
  'sentBy',
  'methods',
  'reach',
  'decidedBy',
  'next',
  'detail',
  'headers',
  'lasts',
  'fork',
  'dialog',
  'pstnOut',
  'pstnIn',
  'metrics',
  'status',
];

/** @returns whether the code can answer an INVITE */
export const answersInvite = (code: Code): boolean =>
  code.methods.includes('any') || code.methods.includes('INVITE') || code.methods.includes('in-dialog');

/** @returns whether a proxy deals with the code, so that no endpoint, gateway or statistic should see it (RFC 5626 §11.5) */
export const neverAtEndpoint = (code: Code): boolean => code.fork?.as === 'other-flow';

/** @returns whether Contact names a proxy to go through and no other target (RFC 3261 §21.3.4) */
export const throughProxy = (code: Code): boolean =>
  code.responseClass === 3 && code.retry.change?.includes('routing') === true;

/** @returns what a forking proxy does with the code: the habit of its class, or the exception in its facts (RFC 3261 §16.7) */
export function forkRole(code: Code): ForkRole {
  if (code.fork) return code.fork.as;
  switch (code.responseClass) {
    case 1:
      return 'at-once';
    case 2:
      return 'success';
    case 5:
      return 'last';
    case 6:
      return 'ends-search';
    default:
      return 'candidate';
  }
}

/** @returns how long the code holds good with the section that says so, or null where no text does */
export function durationOf(code: Code): { how: Duration; sources: Source[] } | null {
  if (code.lasts) return { how: code.lasts.how, sources: code.lasts.source };
  const header = code.headers.find(({ name }) => name === 'Retry-After');
  return header ? { how: 'until-retry-after', sources: header.source } : null;
}

/** @returns the release cause for a code, or null if it is no failed answer to INVITE (RFC 3398 §8.2.5, §8.2.6.1) */
export function pstnOut(code: Code, { reference: { q850 } }: Pick<Content, 'reference'>): PstnOut | null {
  if (code.responseClass < 3 || neverAtEndpoint(code)) return null;
  // What answers a request inside a dialog releases nothing: the call goes on. A row of the table counts all the same.
  if (q850.sipToCause[code.number] === undefined && (!answersInvite(code) || code.inDialogOnly)) return null;
  if (code.responseClass === 3)
    return {
      kind: 'redirect',
      by: throughProxy(code) ? 'proxy' : code.retry.change?.includes('service') ? 'body' : 'contact',
    };
  const exception = q850.exceptions[code.number];
  if (exception === 'no-cause') return { kind: 'no-cause' };
  if (exception === 'by-warning') return { kind: 'by-warning', causes: q850.byWarning };
  const cause = q850.sipToCause[code.number];
  if (cause === undefined) return { kind: 'otherwise', cause: q850.otherwise };
  // Footnotes of the table: the gateway should first answer the challenge, or mend the request, itself.
  const first = q850.marks.authenticate.includes(code.number)
    ? 'authenticate'
    : q850.marks.remedy.includes(code.number)
      ? 'remedy'
      : null;
  return { kind: 'cause', cause, first };
}

/** @returns what a code does at a gateway, or null where RFC 3398 says nothing of it (§8.2.2 to §8.2.6.1) */
export function pstnSide(code: Code, tables: Pick<Content, 'reference'>): PstnSide | null {
  if (neverAtEndpoint(code)) return null;
  // The table has a row for 423 all the same, but a gateway only translates answers to its INVITE (§8.2.6).
  if (!answersInvite(code)) return { kind: 'not-invite' };
  const out = pstnOut(code, tables);
  if (out) return out;
  if (code.inDialogOnly) return { kind: 'inside-call' };
  const backwards = tables.reference.q850.backwards[code.number];
  if (!backwards) return null;
  return backwards === 'answer' || backwards === 'nothing' ? { kind: backwards } : { kind: 'message', ...backwards };
}

/** @returns the Q.850 causes that a gateway turns into this code, ascending (RFC 3398 §7.2.4.1) */
export const pstnIn = (code: Code, { reference: { q850 } }: Pick<Content, 'reference'>): number[] =>
  Object.entries(q850.causeToSip)
    .filter(([, sip]) => sip === code.number)
    .map(([cause]) => Number(cause))
    .sort((left, right) => left - right);

/** @returns how RFC 6076 counts the code, or null if it is no final answer to INVITE */
export function counting(
  code: Code,
  { reference: { metrics } }: Pick<Content, 'reference'>,
): { ser: Counting; seer: Counting; isa: boolean } | null {
  if (!code.final || !answersInvite(code) || code.inDialogOnly || neverAtEndpoint(code)) return null;
  const of = (ratio: { counted: number[] }): Counting =>
    code.responseClass === 3 ? 'excluded' : ratio.counted.includes(code.number) ? 'counted' : 'lowers';
  return { ser: of(metrics.ser), seer: of(metrics.seer), isa: metrics.isa.counted.includes(code.number) };
}

/** @returns the facts of a code as rows without language, in the order they are shown */
export function factRows(code: Code, content: Pick<Content, 'reference'>): FactRow[] {
  const judged = (field: Facts['judgement'][number]) => code.judgement.includes(field);
  const rows: FactRow[] = [
    { key: 'class', digit: code.responseClass, final: code.final, sources: ['RFC 3261 §7.2'], judgement: false },
    {
      key: 'sentBy',
      roles: code.sentBy,
      local: code.local !== undefined,
      sources: code.local ? [code.definedIn, code.local] : [code.definedIn],
      judgement: judged('sentBy'),
    },
    { key: 'methods', methods: code.methods, sources: [code.definedIn], judgement: judged('methods') },
    { key: 'reach', reach: code.reach, sources: [code.definedIn], judgement: judged('reach') },
    { key: 'decidedBy', deciders: code.decidedBy, sources: [code.definedIn], judgement: judged('decidedBy') },
    {
      key: 'next',
      action: code.retry.action,
      change: code.retry.change ?? [],
      final: code.final,
      success: code.responseClass === 2,
      sources: code.retry.source,
      judgement: judged('retry'),
    },
  ];
  if (code.detailIn)
    rows.push({
      key: 'detail',
      header: code.detailIn.header,
      in: code.detailIn.in ?? null,
      via: throughProxy(code),
      sources: [content.reference.headers[code.detailIn.header]!.source],
      judgement: false,
    });
  if (code.headers.length > 0)
    rows.push({
      key: 'headers',
      headers: code.headers,
      sources: [...new Set(code.headers.flatMap((header) => header.source))],
      judgement: false,
    });
  const duration = durationOf(code);
  if (duration) rows.push({ key: 'lasts', ...duration, judgement: false });
  rows.push({
    key: 'fork',
    role: forkRole(code),
    sources: code.fork?.source ?? [code.responseClass < 3 ? 'RFC 3261 §16.7 step 5' : 'RFC 3261 §16.7 step 6'],
    judgement: false,
  });
  if (code.dialog) rows.push({ key: 'dialog', ends: code.dialog.ends, sources: code.dialog.source, judgement: false });
  const out = pstnOut(code, content);
  if (out)
    rows.push({
      key: 'pstnOut',
      out,
      sources: [out.kind === 'redirect' ? 'RFC 3398 §8.2.5' : 'RFC 3398 §8.2.6.1'],
      judgement: false,
    });
  const causes = pstnIn(code, content);
  if (causes.length > 0) rows.push({ key: 'pstnIn', causes, sources: ['RFC 3398 §7.2.4.1'], judgement: false });
  const counted = counting(code, content);
  if (counted)
    rows.push({
      key: 'metrics',
      ...counted,
      sources: ['RFC 6076 §4.6', 'RFC 6076 §4.7', 'RFC 6076 §4.8'],
      judgement: false,
    });
  rows.push({
    key: 'status',
    deprecated: code.deprecated === true,
    definedIn: code.definedIn,
    updatedBy: code.updatedBy,
    sources: [code.definedIn],
    judgement: false,
  });
  return rows.sort((left, right) => FACT_ORDER.indexOf(left.key) - FACT_ORDER.indexOf(right.key));
}

/** A line of the comparison's fact table; a side without the fact is null. */
export interface PairRow {
  key: FactKey;
  a: FactRow | null;
  b: FactRow | null;
  equal: boolean;
}

/** @returns the facts of both codes side by side; sources do not count for equality */
export function pairRows(a: Code, b: Code, content: Pick<Content, 'reference'>): PairRow[] {
  const left = factRows(a, content);
  const right = factRows(b, content);
  const value = (row: FactRow) => JSON.stringify({ ...row, sources: undefined, judgement: undefined });
  return FACT_ORDER.flatMap((key) => {
    const one = left.find((row) => row.key === key) ?? null;
    const other = right.find((row) => row.key === key) ?? null;
    if (!one && !other) return [];
    return [{ key, a: one, b: other, equal: one !== null && other !== null && value(one) === value(other) }];
  });
}

export { commonMethods };
