import type { TableWords } from '../i18n/pages/tables/en.ts';
import type { Code, Content } from '../schema/content.ts';
import { marksOf, sipFor } from '../model/facts/q850.ts';

// The rows of both tables of RFC 3398 with what the RFC says in footnotes and second rows: for the tables, and for the page
// of one cause.

/** What a cause becomes in SIP: one row, or two where a condition decides. */
export interface SipRow {
  /** Null where the gateway sends no response. */
  code: Code | null;
  /** No row in RFC 3398 §7.2.4.1, so the default. */
  byDefault: boolean;
  notes: string[];
}

/** The rows of a cause in RFC 3398 §7.2.4.1, its first row first; one without a row has the default */
export function sipRows(cause: number, content: Content, { q850: words }: TableWords): SipRow[] {
  const sip = sipFor(cause, content);
  const second = content.reference.q850.alternatives.filter((one) => one.cause === cause);
  return [
    {
      code: sip.kind === 'none' ? null : content.byNumber.get(sip.code)!,
      byDefault: sip.kind === 'otherwise',
      notes: [
        ...(sip.kind === 'none' ? [words.why[sip.why]] : []),
        ...(second.some((one) => one.when === 'new-number') ? [words.withoutNumber] : []),
        ...marksOf(cause, content).map((mark) => words.mark[mark]),
      ],
    },
    ...second.map((one) => ({
      code: content.byNumber.get(one.code)!,
      byDefault: false,
      notes: [words.when[one.when]],
    })),
  ];
}

/** What a response becomes on the telephone side. */
export interface CauseRow {
  code: Code;
  /** Ascending; none if the gateway has nothing to send, two if Warning decides. */
  causes: number[];
  notes: string[];
}

/** Every row of RFC 3398 §8.2.6.1, and the codes that the text around it treats by condition; by code */
export function causeRows(content: Content, { q850: words }: TableWords): CauseRow[] {
  const { q850 } = content.reference;
  const numbers = [...Object.keys(q850.sipToCause), ...Object.keys(q850.exceptions)].map(Number).sort((a, b) => a - b);
  return numbers.map((number) => {
    const cause = q850.sipToCause[number];
    const exception = q850.exceptions[number];
    return {
      code: content.byNumber.get(number)!,
      causes: cause !== undefined ? [cause] : exception === 'by-warning' ? q850.byWarning : [],
      notes: [
        ...(exception === 'no-cause' ? [words.noCause] : []),
        ...(exception === 'by-warning' ? [words.byWarning] : []),
        ...marksOf(number, content).map((mark) => words.mark[mark]),
        ...(q850.alternatives.some((one) => one.when === 'new-number' && q850.causeToSip[one.cause] === number)
          ? [words.withoutNumber]
          : []),
        ...(number === q850.misprinted ? [words.misprint] : []),
      ],
    };
  });
}
