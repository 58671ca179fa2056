import { DEFAULT_LOCALE } from '../../locales.ts';
import type { Code, Content } from '../../schema/content.ts';
import { pstnOut, type PstnSide } from './facts.ts';
import type { FactRow } from './rows.ts';
import type { Reference } from '../../schema/index.ts';

// What the two tables of RFC 3398 say of a cause or a code, and why the way there is not the way back.

type Tables = Pick<Content, 'reference'>;
export type Cause = Reference['q850']['causes'][number];
export type CauseClass = Reference['q850']['classes'][number];

/** What a gateway sends into SIP for a cause (RFC 3398 §7.2.4.1). */
export type SipFor =
  | { kind: 'code'; code: number }
  | { kind: 'otherwise'; code: number }
  | { kind: 'none'; why: Reference['q850']['withoutSip'][string] };

/** The response for a cause: its row, no response at all, or the default for causes without a row */
export function sipFor(cause: number, { reference: { q850 } }: Tables): SipFor {
  const why = q850.withoutSip[cause];
  if (why) return { kind: 'none', why };
  const code = q850.causeToSip[cause];
  return code === undefined ? { kind: 'otherwise', code: q850.otherwiseSip } : { kind: 'code', code };
}

/** Codes that have a row for this cause in RFC 3398 §8.2.6.1, ascending */
export const codesFor = (cause: number, { reference: { q850 } }: Tables): number[] =>
  Object.entries(q850.sipToCause)
    .filter(([, value]) => value === cause)
    .map(([code]) => Number(code))
    .sort((left, right) => left - right);

/** Whether a cause that left as one of these is what it was. */
const isSame = (cause: number, back: number[]): boolean => back.length === 1 && back[0] === cause;

/** What a cause that became this response comes back as, ascending; empty if no cause is sent for it, or the same one */
export function changedBack(cause: number, code: Code, content: Tables): number[] {
  const back = causesOf(pstnOut(code, content));
  return isSame(cause, back) ? [] : back;
}

/** A cause that crosses SIP: into the response, and out of it again. */
export interface RoundTrip {
  cause: number;
  sip: number;
  /** No row in §7.2.4.1, so the default response. */
  byDefault: boolean;
  /** The cause that the second gateway sends; two if Warning decides. */
  back: number[];
  same: boolean;
}

/**
 * @param cause the cause that arrives at the first gateway
 * @param content codes and tables
 * @returns the way through both tables of RFC 3398, or null if no response is sent for the cause
 */
export function roundTrip(cause: number, content: Pick<Content, 'byNumber' | 'reference'>): RoundTrip | null {
  const sip = sipFor(cause, content);
  if (sip.kind === 'none') return null;
  const back = causesOf(pstnOut(content.byNumber.get(sip.code)!, content));
  return {
    cause,
    sip: sip.code,
    byDefault: sip.kind === 'otherwise',
    back,
    same: isSame(cause, back),
  };
}

/** A response that crosses the telephone network: into a cause, and out of it again. */
export interface SipRoundTrip {
  code: Code;
  cause: number;
  /** The response that the second gateway sends; null if it sends none. */
  back: number | null;
  same: boolean;
}

/** The way of a code through both tables, or null if the code has no row in §8.2.6.1 */
export function sipRoundTrip(code: Code, content: Tables): SipRoundTrip | null {
  const cause = content.reference.q850.sipToCause[code.number];
  if (cause === undefined) return null;
  const sip = sipFor(cause, content);
  const back = sip.kind === 'none' ? null : sip.code;
  return { code, cause, back, same: back === code.number };
}

/** The causes that an answer of `pstnOut` names, ascending; empty for none */
export function causesOf(out: PstnSide | null): number[] {
  switch (out?.kind) {
    case 'cause':
    case 'otherwise':
      return [out.cause];
    case 'by-warning':
      return out.causes;
    default:
      return [];
  }
}

/** The causes that a fact names, for links; empty for facts that have nothing to do with causes */
export const causesIn = (row: FactRow): number[] =>
  row.key === 'pstnOut'
    ? causesOf(row.out)
    : row.key === 'pstnIn'
      ? [...row.causes, ...row.perhaps.map((one) => one.cause)]
      : [];

/** The causes of each class, in the order of the classes */
export const causesByClass = ({ reference: { q850 } }: Tables): { group: CauseClass; causes: Cause[] }[] =>
  q850.classes.map((group) => ({
    group,
    causes: q850.causes.filter(({ cause }) => cause >= group.first && cause <= group.last),
  }));

/** The footnotes of a row, in the order of the page's legend. */
export type Mark = keyof Reference['q850']['marks'];

/** The footnotes of a row for a cause (`causes`) or a code */
export const marksOf = (number: number, { reference: { q850 } }: Tables): Mark[] =>
  (Object.keys(q850.marks) as Mark[]).filter((mark) => q850.marks[mark].includes(number));

/** What RFC 3398 says about a cause outside its tables */
export const rulesFor = (cause: number, { reference: { q850 } }: Tables): Reference['q850']['rules'] =>
  q850.rules.filter((rule) => rule.causes?.includes(cause));

/** The header field that carries a cause, with its name as text (RFC 3326 §2) */
export const reasonLine = ({ cause, name }: Cause): string =>
  `Reason: Q.850;cause=${cause};text="${name[DEFAULT_LOCALE]}"`;

/** The examples of the Reason header field that hold a cause */
export const examplesFor = (cause: number, { reference: { reason } }: Tables): Reference['reason']['examples'] =>
  reason.examples.filter(({ line }) => new RegExp(`Q\\.850;cause=${cause}(?!\\d)`).test(line));

/** The class of a cause */
export const classOf = (cause: number, { reference: { q850 } }: Tables): CauseClass =>
  q850.classes.find(({ first, last }) => cause >= first && cause <= last)!;
