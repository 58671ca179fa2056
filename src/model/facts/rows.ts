import type { Code, Content, ResponseClass } from '../../schema/content.ts';
import type { Facts, JudgedField, Role, Source } from '../../schema/index.ts';
import { dialogDisputed, dialogEffect, dialogSources, type DialogEffect } from './dialog.ts';
import {
  counting,
  countingSources,
  detailSources,
  durationOf,
  forkRole,
  forkSources,
  pstnIn,
  pstnInPerhaps,
  pstnOut,
  releaseSources,
  retryRecommended,
  sendersIn,
  throughProxy,
  type ConditionalCause,
  type Counting,
  type Duration,
  type ForkRole,
  type PstnOut,
} from './facts.ts';

/**
 * One line of the fact table: a key, a value without language, and the sections that prove it. What is our judgement
 * borrows no section: it has only those that say a part of it themselves.
 */
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
      should: boolean;
      final: boolean;
      success: boolean;
    }
  | { key: 'detail'; header: string; in: string | null; via: boolean }
  | { key: 'headers'; headers: Facts['headers'] }
  | { key: 'lasts'; how: Duration }
  | { key: 'fork'; role: ForkRole }
  | ({ key: 'dialog'; disputed: boolean } & DialogEffect)
  | { key: 'pstnOut'; out: PstnOut }
  /** `otherwise`: also every cause without a row of its own (RFC 3398 §7.2.4.1). */
  | { key: 'pstnIn'; causes: number[]; perhaps: ConditionalCause[]; otherwise: boolean }
  | { key: 'metrics'; ser: Counting; seer: Counting; isa: boolean }
);
export type FactKey = FactRow['key'];

/** The order in which facts are shown; what helps in a ticket first. A fact that is missing here is a type error. */
export const FACT_ORDER = Object.keys({
  class: true,
  sentBy: true,
  methods: true,
  reach: true,
  decidedBy: true,
  next: true,
  detail: true,
  headers: true,
  lasts: true,
  fork: true,
  dialog: true,
  pstnOut: true,
  pstnIn: true,
  metrics: true,
  status: true,
} satisfies Record<FactKey, true>) as FactKey[];

/** The facts of a code as rows without language, in the order they are shown */
export function factRows(code: Code, content: Pick<Content, 'reference'>): FactRow[] {
  const judged = (field: JudgedField) => code.judgement.includes(field);
  /** Where the field has no citation of its own, the definition serves as one, unless the value is our judgement. */
  const defined = (field: JudgedField): Source[] => (judged(field) ? [] : [code.definedIn]);
  const rows: FactRow[] = [
    {
      key: 'class',
      digit: code.responseClass,
      final: code.final,
      // The classes, and which of them are final.
      sources: ['RFC 3261 §7.2', 'RFC 3261 §6'],
      judgement: false,
    },
    {
      key: 'sentBy',
      roles: code.sentBy,
      local: code.local !== undefined,
      sources: [...sendersIn(code), ...(code.local ? [code.local] : [])],
      judgement: judged('sentBy'),
    },
    {
      key: 'methods',
      methods: code.methods,
      sources: code.methodsIn ?? defined('methods'),
      judgement: judged('methods'),
    },
    { key: 'reach', reach: code.reach, sources: defined('reach'), judgement: judged('reach') },
    { key: 'decidedBy', deciders: code.decidedBy, sources: defined('decidedBy'), judgement: judged('decidedBy') },
    {
      key: 'next',
      action: code.retry.action,
      change: code.retry.change ?? [],
      should: retryRecommended(code),
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
      sources: detailSources(code, content),
      judgement: judged('detailIn'),
    });
  if (code.headers.length > 0)
    rows.push({
      key: 'headers',
      headers: code.headers,
      sources: [...new Set(code.headers.flatMap((header) => header.source))],
      judgement: false,
    });
  const duration = durationOf(code);
  if (duration) rows.push({ key: 'lasts', ...duration, judgement: judged('lasts') });
  rows.push({
    key: 'fork',
    role: forkRole(code),
    sources: forkSources(code),
    judgement: judged('fork'),
  });
  const dialog = dialogEffect(code);
  if (dialog)
    rows.push({
      key: 'dialog',
      ...dialog,
      disputed: dialogDisputed(dialog),
      sources: dialogSources(code),
      judgement: judged('dialog'),
    });
  const out = pstnOut(code, content);
  if (out)
    rows.push({
      key: 'pstnOut',
      out,
      sources: releaseSources(out),
      judgement: false,
    });
  const causes = pstnIn(code, content);
  const perhaps = pstnInPerhaps(code, content);
  if (causes.length + perhaps.length > 0)
    rows.push({
      key: 'pstnIn',
      causes,
      perhaps,
      otherwise: content.reference.q850.otherwiseSip === code.number,
      sources: ['RFC 3398 §7.2.4.1'],
      judgement: false,
    });
  const counted = counting(code, content);
  if (counted)
    rows.push({
      key: 'metrics',
      ...counted,
      sources: countingSources(counted),
      // Whether a challenge counts as a failed attempt is said nowhere.
      judgement: counted.ser === 'challenge',
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

/** The facts of both codes side by side; sources do not count for equality */
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
