import type { Code } from '../../../schema/content.ts';
import { answersInvite, neverAtEndpoint } from '../../facts/facts.ts';
import type { Together } from '../findings.ts';
import { apart, commonMethods, fromFirstHop, onlyInside } from '../../facts/fork.ts';
import type { Facts } from '../../../schema/index.ts';
import { checkOrder } from './order.ts';
import { isRelay } from './senders.ts';

/** A request that comes back with another Request-URI is tested anew. */
const NEW_URI: readonly NonNullable<Facts['retry']['change']>[number][] = [
  'choice',
  'digits',
  'target',
  'uri-length',
  'uri-scheme',
];

/**
 * How both can turn up in one transaction or call, nearest first; never empty. One hop sends at most one
 *   final response to a request (RFC 3261 §17.2), so two final codes need a second request or a second branch.
 */
export function together(a: Code, b: Code): Together[] {
  if (commonMethods(a, b).length === 0)
    return a.local || b.local
      ? [{ way: 'local-then-other', local: a.local ? 'a' : 'b' }]
      : [{ way: 'never-same-request', how: apart(a, b) }];
  if ((a.inDialogOnly && b.outsideDialogOnly) || (b.inDialogOnly && a.outsideDialogOnly))
    return [{ way: 'inside-outside', inside: a.inDialogOnly ? 'a' : 'b' }];
  if (!a.final && !b.final)
    return [{ way: [a, b].some((code) => code.fork?.as === 'not-forwarded') ? 'trying-first' : 'both-provisional' }];
  // The first hop refuses before it forwards: what comes from behind it answers the corrected request.
  const atFirstHop = fromFirstHop(a) || fromFirstHop(b);
  if (!a.final && !(atFirstHop && a.fork?.as !== 'not-forwarded')) return [withProvisional(a, b)];

  const { ways, withheld } = secondRequests(a, b);
  if (a.responseClass === 2 && answersInvite(a) && occursInside(b)) ways.push({ way: 'later-request' });
  if (ways.length === 0 && !atFirstHop)
    ways.push({ way: onlyInside(a, b) ? 'separate-requests' : withheld ? 'branches' : 'only-branches' });
  return [{ way: 'never-at-once' }, ...ways];
}

/** A provisional response and a final one, to one request. */
function withProvisional(a: Code, b: Code): Together {
  // In an established dialog, nothing is searched, queued or forwarded any more, and no early dialog is left.
  if (b.inDialogOnly && (a.reach === 'user' || a.dialog?.ends === 'early-dialog')) return { way: 'setting-up-only' };
  if (b.responseClass === 2) return { way: 'provisional-then-success' };
  // The test comes before the ringing, so whoever answers with it sent no sign of progress (RFC 3261 §8.2, §16.3).
  return {
    way: b.beforeAlerting && a.fork?.as !== 'not-forwarded' ? 'provisional-elsewhere' : 'provisional-then-final',
  };
}

const occursInside = (code: Code): boolean =>
  code.inDialogOnly === true ||
  (!code.outsideDialogOnly &&
    (code.methods.includes('any') || code.methods.includes('in-dialog') || answersInvite(code)));

/** Inside a dialog the Request-URI follows from Contact and the route set (RFC 3261 §12.2.1.1), so it cannot be corrected. */
const changesUri = (code: Code): boolean => code.retry.change?.some((change) => NEW_URI.includes(change)) === true;

/** The ways by a second request: what the first response leads to, and whether the order of tests forbids one of them. */
function secondRequests(a: Code, b: Code): { ways: Together[]; withheld: boolean } {
  const ways: Together[] = [];
  let withheld = false;
  const order = checkOrder(a, b);
  for (const [first, code, other] of [
    ['a', a, b],
    ['b', b, a],
  ] as const) {
    const way = afterwards(code);
    // A flow begins behind the first hop and leads to one phone, not to a relay.
    if (way === 'after-flow' && (fromFirstHop(other) || isRelay(other))) continue;
    if (!way || neverAtEndpoint(other) || (other.inDialogOnly && (leavesDialog(code) || changesUri(code)))) continue;
    // The method that was refused is not used again, so its test is not failed again.
    if (code.retry.change?.includes('method') && other.checkedAt?.uas === 'method') {
      withheld = true;
      continue;
    }
    // Who gets the code of a later test has passed the earlier one, and passes it again with the same Request-URI.
    const passed = order?.at === 'uas' && order.first !== first && order.steps[0] !== 'authentication';
    if (passed && code.retry.action !== 'elsewhere' && !changesUri(code)) withheld = true;
    else ways.push({ way, first });
  }
  return { ways, withheld };
}

/** What the client does after the code, as the beginning of a way, or null if nothing follows */
function afterwards(code: Code): Extract<Together, { first: 'a' | 'b' }>['way'] | null {
  const change = code.retry.change ?? [];
  if (change.includes('service')) return 'after-alternative';
  if (code.responseClass === 3) return change.includes('routing') ? 'after-proxy' : 'after-redirect';
  if (code.fork?.as === 'challenge') return 'after-challenge';
  if (code.fork?.as === 'other-flow') return 'after-flow';
  switch (code.retry.action) {
    case 'modified':
      // Consent comes with time; the request itself stays as it is.
      return change.includes('consent') ? 'after-waiting' : 'after-change';
    case 'elsewhere':
      return 'after-failover';
    case 'later':
      return 'after-waiting';
    default:
      return null;
  }
}

/** What follows such a code happens outside the dialog that the request belonged to (RFC 5057 §5.1). */
const leavesDialog = (code: Code): boolean =>
  code.responseClass === 3 ||
  code.outsideDialogOnly === true ||
  code.reach === 'everywhere' ||
  code.retry.action === 'elsewhere' ||
  ['dialog', 'dialog-unless-retried', 'usage'].includes(code.dialog?.ends ?? '');
