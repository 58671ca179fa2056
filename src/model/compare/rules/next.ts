import type { Code } from '../../../schema/content.ts';
import type { WhereToLook, NextActor, NextStep } from '../findings.ts';
import { retryRecommended } from '../../facts/facts.ts';
import { equal, fieldOf, grounds, ours, type Rule } from './rule.ts';

/** What a client does after the code (RFC 3261 §8.1.3, and the sections in the facts) */
export const nextStep = (code: Code): NextStep => ({
  kind: !code.final ? 'wait' : code.responseClass === 2 ? 'done' : 'retry',
  action: code.retry.action,
  change: code.retry.change ?? [],
  should: retryRecommended(code),
});

/** What the client does next (RFC 3261 §8.1.3). */
export const next: Rule = (a, b) => {
  const [left, right] = [nextStep(a), nextStep(b)];
  return equal(left, right)
    ? null
    : {
        kind: 'next',
        a: left,
        b: right,
        ...grounds(fieldOf(a, 'retry', ...a.retry.source), fieldOf(b, 'retry', ...b.retry.source)),
      };
};

/** Who has to act after the code, by what its facts say of the decision and of the next attempt */
export function nextActorOf(code: Code): NextActor {
  if (code.actor) return code.actor;
  if (!code.final) return 'nobody-yet';
  if (code.responseClass === 2 || code.retry.action === 'none') return 'nobody';
  if (code.responseClass === 3) return 'client';
  if (code.retry.action === 'modified') return 'sender';
  if (code.decidedBy.includes('callee')) return 'called-side';
  if (code.decidedBy.includes('timer')) return 'silent-hop';
  return code.decidedBy.includes('policy') ? 'refuser' : 'failed-server';
}

/** Who has to act: what we conclude from decision and retry, so no section says it. */
export const nextActor: Rule = (a, b) => {
  const [left, right] = [nextActorOf(a), nextActorOf(b)];
  const idle = (one: NextActor) => one === 'nobody' || one === 'nobody-yet';
  return left === right || (idle(left) && idle(right))
    ? null
    : { kind: 'next-actor', a: left, b: right, ...grounds(ours, ours) };
};

/** Where the receiver of the code has to look */
export function whereToLook(code: Code): WhereToLook {
  if (code.look) return code.look;
  if (!code.final) return 'nothing-yet';
  if (code.responseClass === 2) return 'nothing';
  if (code.responseClass === 3) return 'contact';
  if (code.retry.action === 'modified') return code.detailIn && !code.detailIn.in ? 'request' : 'request-only';
  if (code.decidedBy.includes('caller')) return 'who-ended';
  if (code.decidedBy.includes('callee')) return 'callee';
  if (code.decidedBy.includes('timer')) return 'path';
  if (code.decidedBy.includes('policy')) return 'rules';
  return 'server';
}

/** Whose decision, or which event, the response reports. */
const decision: Rule = (a, b) =>
  // A provisional response reports progress; that the software found it out is no answer to "who decided".
  !a.final || !b.final || equal([...a.decidedBy].sort(), [...b.decidedBy].sort())
    ? null
    : {
        kind: 'decision',
        a: a.decidedBy,
        b: b.decidedBy,
        ...grounds(fieldOf(a, 'decidedBy', a.definedIn), fieldOf(b, 'decidedBy', b.definedIn)),
      };

/** The two decisions have nothing in common. */
export const decidersDisjoint: Rule = (a, b, tables) =>
  a.decidedBy.some((one) => b.decidedBy.includes(one)) ? null : decision(a, b, tables);

/** They share one decider and differ in another: said late, because it settles little. */
export const decidersOverlap: Rule = (a, b, tables) =>
  a.decidedBy.some((one) => b.decidedBy.includes(one)) ? decision(a, b, tables) : null;
