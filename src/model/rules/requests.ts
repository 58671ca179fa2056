import type { Code } from '../content.ts';
import { commonMethods } from '../fork.ts';
import { sourcesOf, type Rule } from './rule.ts';

/** More methods than this are no narrow set. */
const FEW_METHODS = 4;

/** Which requests each of them can answer; without a common one they never meet. */
export const methods: Rule = (a, b) => {
  const sources = sourcesOf([a.definedIn, b.definedIn]);
  if (commonMethods(a, b).length === 0) return { kind: 'methods-disjoint', a: a.methods, b: b.methods, sources };
  return null;
};

/** One answers few methods, the other any. */
export const narrower: Rule = (a, b) => {
  if (a.methods.includes('any') === b.methods.includes('any')) return null;
  // On paper only: a deprecated code is met elsewhere too, and a local one follows any request.
  if ([a, b].some((code) => code.deprecated || code.local)) return null;
  const narrow = a.methods.includes('any') ? 'b' : 'a';
  // "Any request but CANCEL" is no difference worth a line of its own.
  return (narrow === 'a' ? a : b).methods.length > FEW_METHODS
    ? null
    : {
        kind: 'methods-narrower',
        narrow,
        a: a.methods,
        b: b.methods,
        sources: sourcesOf([a.definedIn, b.definedIn]),
      };
};

/** Requests that both can answer, and those that only one can. */
export const overlapping: Rule = (a, b) => {
  const named = (code: Code) => code.methods.filter((method) => method !== 'any' && method !== 'in-dialog');
  const [left, right] = [named(a), named(b)];
  if (left.length < a.methods.length || right.length < b.methods.length) return null;
  const common = left.filter((method) => right.includes(method));
  const [onlyLeft, onlyRight] = [
    left.filter((one) => !common.includes(one)),
    right.filter((one) => !common.includes(one)),
  ];
  if (common.length === 0 || onlyLeft.length + onlyRight.length === 0) return null;
  return {
    kind: 'methods-overlap',
    common,
    a: onlyLeft,
    b: onlyRight,
    sources: sourcesOf([a.definedIn, b.definedIn]),
  };
};
