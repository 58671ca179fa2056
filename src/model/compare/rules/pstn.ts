import type { Code } from '../../../schema/content.ts';
import {
  answersInvite,
  pstnIn,
  pstnOut,
  pstnSide,
  releaseSources,
  type PstnOut,
  type PstnSide,
} from '../../facts/facts.ts';
import type { Source } from '../../../schema/index.ts';
import { methodsOf } from './requests.ts';
import { cited, equal, grounds, type Rule } from './rule.ts';

const causeOf = (side: PstnSide | PstnOut | null): number | null =>
  side?.kind === 'cause' || side?.kind === 'otherwise' ? side.cause : null;
const firstOf = (side: PstnSide) => (side.kind === 'cause' ? side.first : null);

const sideSource = (side: PstnSide): Source[] => {
  switch (side.kind) {
    case 'nothing':
      return ['RFC 3398 §8.2.2'];
    case 'message':
      return ['RFC 3398 §8.2.3'];
    case 'answer':
      return ['RFC 3398 §8.2.4'];
    case 'not-invite':
      return side.cause === null ? [] : ['RFC 3398 §8.2.6.1'];
    case 'inside-call':
      return [];
    default:
      return releaseSources(side);
  }
};

/** What each does at a gateway: message, answer or release (RFC 3398 §8.2.2 to §8.2.6.1). */
export const pstn: Rule = (a, b, tables) => {
  const [left, right] = [pstnSide(a, tables), pstnSide(b, tables)];
  if (!left || !right || (equal(left, right) && causeOf(left) === null)) return null;
  // What a code answers, and so that it never gets to a gateway, is said of the code and not of gateways.
  const ground = (code: Code, side: PstnSide) => {
    if (!['not-invite', 'inside-call'].includes(side.kind)) return cited(...sideSource(side));
    const bound = methodsOf(code);
    return bound.judged ? bound : cited(...bound.sources, ...sideSource(side));
  };
  // Neither reaches the telephone side: nothing to tell.
  if ([left, right].every(({ kind }) => ['nothing', 'not-invite', 'inside-call'].includes(kind))) return null;
  const both = grounds(ground(a, left), ground(b, right));
  const cause = causeOf(left);
  // Only what the gateway cannot correct or answer itself looks the same behind it.
  return cause !== null && cause === causeOf(right) && firstOf(left) === firstOf(right)
    ? {
        kind: 'pstn-same',
        cause,
        first: firstOf(left),
        location: (a.responseClass === 6) !== (b.responseClass === 6),
        ...both,
      }
    : { kind: 'pstn-different', a: left, b: right, ...both };
};

const BOTH_TABLES = ['RFC 3398 §8.2.6.1', 'RFC 3398 §7.2.4.1'] as const;

/** A code that crosses the telephone network and comes back as the other one (RFC 3398, both tables). */
export const pstnReturns: Rule = (a, b, tables) => {
  const { causeToSip, alternatives } = tables.reference.q850;
  const back = (code: Code) => {
    const cause = answersInvite(code) ? causeOf(pstnOut(code, tables)) : null;
    // A 6xx leaves with the location "user", and the second gateway may then choose it again.
    const again = alternatives.some((one) => one.cause === cause && one.code === code.number);
    return cause === null || again ? null : { cause, sip: causeToSip[cause] ?? null };
  };
  const [left, right] = [back(a), back(b)];
  const from = left?.sip === b.number ? 'a' : right?.sip === a.number ? 'b' : null;
  if (!from) return null;
  return {
    kind: 'pstn-returns',
    from,
    cause: (from === 'a' ? left : right)!.cause,
    ...grounds(cited(...BOTH_TABLES), cited(...BOTH_TABLES)),
  };
};

/** Which causes of the telephone network arrive as which code (RFC 3398 §7.2.4.1). */
export const pstnArrives: Rule = (a, b, tables) => {
  const of = (code: Code) => ({
    causes: pstnIn(code, tables),
    otherwise: tables.reference.q850.otherwiseSip === code.number,
  });
  const [left, right] = [of(a), of(b)];
  return left.causes.length === 0 || right.causes.length === 0
    ? null
    : { kind: 'pstn-in', a: left, b: right, ...grounds(cited(BOTH_TABLES[1]), cited(BOTH_TABLES[1])) };
};
