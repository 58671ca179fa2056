import type { Code } from '../../../schema/content.ts';
import { apart, commonMethods, judged, onPaper } from '../../facts/fork.ts';
import { METHODS, type Method } from '../../../schema/index.ts';
import { fieldOf, grounds, type Rule } from './rule.ts';

/** More methods than this are no narrow set. */
const FEW_METHODS = 4;
/** Of more methods than this, the exceptions are listed instead. */
const MANY_METHODS = 7;

const wide = (code: Code): boolean => code.methods.includes('any') || code.methods.length > MANY_METHODS;

/** What binds a code to its methods */
export const methodsOf = (code: Code) => fieldOf(code, 'methods', ...(code.methodsIn ?? [code.definedIn]));
const methodGrounds = (a: Code, b: Code) => grounds(methodsOf(a), methodsOf(b));

/** Which requests each of them can answer; without a common one they never meet. */
export const methods: Rule = (a, b) =>
  commonMethods(a, b).length > 0 || a.local || b.local
    ? null
    : {
        kind: 'methods-disjoint',
        how: apart(a, b),
        a: a.methods,
        b: b.methods,
        ...methodGrounds(a, b),
      };

/** One answers few methods, the other any or nearly any. */
export const narrower: Rule = (a, b) => {
  if (wide(a) === wide(b) || onPaper(a, b) || commonMethods(a, b).length === 0) return null;
  const narrow = wide(a) ? 'b' : 'a';
  return (narrow === 'a' ? a : b).methods.length > FEW_METHODS
    ? null
    : {
        kind: 'methods-narrower',
        narrow,
        typically: judged(narrow === 'a' ? a : b),
        a: a.methods,
        b: b.methods,
        ...methodGrounds(a, b),
      };
};

/** Requests that both can answer, and those that only one can. */
export const overlapping: Rule = (a, b) => {
  if (wide(a) || wide(b) || onPaper(a, b)) return null;
  const named = (code: Code) => METHODS.filter((method) => code.methods.includes(method));
  const [left, right] = [named(a), named(b)];
  if (left.length < a.methods.length || right.length < b.methods.length) return null;
  const common = left.filter((method) => right.includes(method));
  const without = (list: Method[]) => list.filter((one) => !common.includes(one));
  if (common.length === 0 || without(left).length + without(right).length === 0) return null;
  return {
    kind: 'methods-overlap',
    common,
    typically: judged(a, b),
    a: without(left),
    b: without(right),
    ...methodGrounds(a, b),
  };
};

/** The one method that both answer and nothing else, or null */
export function onlyMethod(a: Code, b: Code): Method | null {
  const method = METHODS.find((one) => [a, b].every(({ methods }) => methods.length === 1 && methods[0] === one));
  return method && !onPaper(a, b) ? method : null;
}
