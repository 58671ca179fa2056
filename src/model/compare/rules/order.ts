import type { Code } from '../../../schema/content.ts';
import { answersInvite } from '../../facts/facts.ts';
import type { Confirmation, Finding, TracePlace } from '../findings.ts';
import { commonMethods } from '../../facts/fork.ts';
import { PROXY_STEPS, UAS_STEPS, type Method } from '../../../schema/index.ts';
import { cited, equal, grounds, ours, type Rule } from './rule.ts';

/**
 * @param code a code with its ladder
 * @param methods requests that the other code of the pair can answer as well
 * @returns where the code comes in its own ladder, or null if the ladder is about another request
 */
export function tracePlace(code: Code, methods: Method[]): TracePlace | null {
  const steps = code.ladder.steps;
  const at = steps.findIndex(
    (step) => step.kind === 'message' && step.code === code.number && methods.includes(step.method as Method),
  );
  const carrier = steps[at];
  if (carrier?.kind !== 'message') return null;
  const before = steps
    .slice(0, at)
    .filter(
      (step) =>
        step.kind === 'message' &&
        [step.from, step.to].includes(carrier.from) &&
        [step.from, step.to].includes(carrier.to),
    )
    .at(-1);
  if (before?.kind !== 'message' || before.code === code.number) return null;
  const direct = before.code === null && before.method === carrier.method;
  return {
    method: carrier.method,
    after: direct ? null : { code: before.code, method: before.method },
  };
}

/**
 * Which of two tests comes first, so that the later code tells that the earlier test was passed. RFC 3261 orders the steps
 * (§8.2 for a UAS, §16.3 and §16.5 for a proxy); at which one a code ends, and what that tells, is our judgement.
 */
export const checkOrder = (a: Code, b: Code): Extract<Finding, { kind: 'check-order' }> | null => {
  if (commonMethods(a, b).length === 0) return null;
  const order = <S extends string>(steps: readonly S[], left: S | undefined, right: S | undefined) => {
    if (!left || !right || left === right) return null;
    const first: 'a' | 'b' = steps.indexOf(left) < steps.indexOf(right) ? 'a' : 'b';
    const pair: [S, S] = first === 'a' ? [left, right] : [right, left];
    return { first, steps: pair };
  };
  const uas = order(UAS_STEPS, a.checkedAt?.uas, b.checkedAt?.uas);
  if (uas) return { kind: 'check-order', at: 'uas', ...uas, ...grounds(ours, ours) };
  const proxy = order(PROXY_STEPS, a.checkedAt?.proxy, b.checkedAt?.proxy);
  return proxy && { kind: 'check-order', at: 'proxy', ...proxy, ...grounds(ours, ours) };
};

/** What the trace shows before each of them, if both answer the same request there; the traces are our examples. */
export const trace: Rule = (a, b) => {
  if (!a.final || !b.final) return null;
  // A person refuses before or after the phone has rung, as a 180 would tell.
  if ([a, b].some((code) => code.responseClass > 3 && code.decidedBy.includes('callee'))) return null;
  const common = commonMethods(a, b);
  const [left, right] = [tracePlace(a, common), tracePlace(b, common)];
  if (!left || !right || left.method !== right.method || equal(left.after, right.after)) return null;
  return { kind: 'trace', a: left, b: right, ...grounds(ours, ours) };
};

/** How the response to an INVITE is confirmed (RFC 3262 §3, RFC 3261 §13.2.2.4, §17), null for other methods */
export function confirmation(code: Code): Confirmation | null {
  if (!answersInvite(code)) return null;
  if (!code.final) return code.fork?.as === 'not-forwarded' ? 'never' : 'prack';
  return code.responseClass === 2 ? 'end-to-end' : 'hop-by-hop';
}

/** Who acknowledges what, and how far the acknowledgement goes. */
export const confirmed: Rule = (a, b) => {
  const [left, right] = [confirmation(a), confirmation(b)];
  if (!left || !right || left === right) return null;
  const section = {
    never: 'RFC 3262 §3',
    prack: 'RFC 3262 §3',
    'end-to-end': 'RFC 3261 §13.2.2.4',
    'hop-by-hop': 'RFC 3261 §17',
  };
  return { kind: 'confirmed', a: left, b: right, ...grounds(cited(section[left]), cited(section[right])) };
};
