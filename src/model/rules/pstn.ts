import type { Code } from '../content.ts';
import { pstnIn, pstnOut, type PstnOut } from '../facts.ts';
import type { Source } from '../schema.ts';
import { equal, sourcesOf, type Rule } from './rule.ts';

const causeOf = (out: PstnOut | null): number | null =>
  out?.kind === 'cause' || out?.kind === 'otherwise' ? out.cause : null;

const outSource = (out: PstnOut): Source => (out.kind === 'redirect' ? 'RFC 3398 §8.2.5' : 'RFC 3398 §8.2.6.1');

/** What a gateway releases the telephone side with (RFC 3398 §8.2.6.1). */
export const pstn: Rule = (a, b, tables) => {
  const [left, right] = [pstnOut(a, tables), pstnOut(b, tables)];
  if (!left && !right) return null;
  if (!left || !right)
    return {
      kind: 'pstn-only',
      which: left ? 'a' : 'b',
      out: (left ?? right)!,
      sources: [outSource((left ?? right)!)],
    };
  const sources = sourcesOf([outSource(left), outSource(right)]);
  const [one, other] = [causeOf(left), causeOf(right)];
  if (one !== null && one === other)
    return { kind: 'pstn-same', cause: one, location: (a.responseClass === 6) !== (b.responseClass === 6), sources };
  return equal(left, right) ? null : { kind: 'pstn-different', a: left, b: right, sources };
};

/** A code that crosses the telephone network and comes back as the other one (RFC 3398, both tables). */
export const pstnReturns: Rule = (a, b, tables) => {
  const { causeToSip } = tables.reference.q850;
  const back = (code: Code) => {
    const cause = causeOf(pstnOut(code, tables));
    return cause === null ? null : { cause, sip: causeToSip[cause] ?? null };
  };
  const [left, right] = [back(a), back(b)];
  const from = left?.sip === b.number ? 'a' : right?.sip === a.number ? 'b' : null;
  if (!from) return null;
  return {
    kind: 'pstn-returns',
    from,
    cause: (from === 'a' ? left : right)!.cause,
    sources: ['RFC 3398 §8.2.6.1', 'RFC 3398 §7.2.4.1'],
  };
};

/** Which causes of the telephone network arrive as which code (RFC 3398 §7.2.4.1). */
export const pstnArrives: Rule = (a, b, tables) => {
  const [left, right] = [pstnIn(a, tables), pstnIn(b, tables)];
  return left.length === 0 || right.length === 0
    ? null
    : { kind: 'pstn-in', a: left, b: right, sources: ['RFC 3398 §7.2.4.1'] };
};
