import type { Code } from '../content.ts';
import { answersInvite } from '../facts.ts';
import type { Together } from '../findings.ts';
import { commonMethods } from '../fork.ts';
import { checkOrder } from './order.ts';

/**
 * @returns how both can turn up in one transaction or call, nearest first; never empty. One hop sends at most one
 *   final response to a request (RFC 3261 §17.2), so two final codes need a second request or a second branch.
 */
export function together(a: Code, b: Code): Together[] {
  if (commonMethods(a, b).length === 0) return [{ way: 'never-same-request' }];
  if (!a.final && !b.final) return [{ way: 'both-provisional' }];
  const inside = a.inDialogOnly ? 'a' : b.inDialogOnly ? 'b' : null;
  if (inside && !a.final) return [{ way: 'inside-dialog', which: inside }];
  if (!a.final) return [{ way: b.responseClass === 2 ? 'provisional-then-success' : 'provisional-then-final' }];
  const ways: Together[] = [{ way: 'never-at-once' }];
  // Who gets the code of a later test has passed the earlier one, and passes it again with the same request.
  const order = checkOrder(a, b);
  for (const [first, code] of [
    ['a', a],
    ['b', b],
  ] as const) {
    if (order && order.first !== first && order.steps[0] !== 'authentication') continue;
    if (code.responseClass === 3) ways.push({ way: 'after-redirect', first });
    else if (code.fork?.as === 'challenge') ways.push({ way: 'after-challenge', first });
    else if (code.retry.action === 'modified') ways.push({ way: 'after-change', first });
    else if (code.retry.action === 'elsewhere') ways.push({ way: 'after-failover', first });
    else if (code.retry.action === 'later') ways.push({ way: 'after-waiting', first });
  }
  if (
    a.responseClass === 2 &&
    (b.methods.includes('any') || b.methods.includes('in-dialog') || answersInvite(b)) &&
    answersInvite(a)
  )
    ways.push({ way: 'later-request' });
  return ways.length > 1 ? ways : [...ways, { way: 'only-branches' }];
}
