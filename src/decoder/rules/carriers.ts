import type { Call } from '../calls/types.ts';
import { blocking } from '../outcome/blocking.ts';
import { MARKS } from '../outcome/carrier-marks.ts';
import { found, type Finding } from './findings.ts';
import { finalOf } from '../calls/transactions.ts';

// What carriers and their rules put into responses beyond the code.

/** Failures of a call's requests, each once: hops pass a response on as it is. */
const failures = ({ transactions }: Call) =>
  transactions.flatMap((one) => {
    const final = finalOf(one);
    return final && final.code! >= 400 ? [final] : [];
  });

/** ATIS-1000099 (603+, no public text) and RFC 8688 §3.1: analytics of a network refused the call, and say where to object. */
export function networkBlocked(call: Call): Finding[] {
  return failures(call)
    .flatMap((final) => {
      const said = blocking(final);
      return said ? [found({ kind: 'network-blocked', code: final.code!, ...said }, [final])] : [];
    })
    .slice(0, 1);
}

/** A mark in a failure that a carrier documents: its own meaning, which the code alone does not have. */
export function carrierMark(call: Call): Finding[] {
  return failures(call)
    .flatMap((final) => {
      const { start } = final.message;
      const phrase = start.kind === 'response' ? start.phrase : '';
      return MARKS.flatMap(({ id, who, codes, find }) => {
        const mark = codes.includes(final.code!) ? find(final.message, phrase) : null;
        return mark === null ? [] : [found({ kind: 'carrier-mark', id, who, code: final.code!, mark }, [final])];
      });
    })
    .slice(0, 1);
}
