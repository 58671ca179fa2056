import type { Code } from '../../../schema/content.ts';
import { answersInvite, neverAtEndpoint } from '../../facts/facts.ts';
import type { Together } from '../findings.ts';
import { apart, commonMethods, fromFirstHop, insideOutside, onlyInside } from '../../facts/fork.ts';
import type { Facts, Method } from '../../../schema/index.ts';
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
  if (commonMethods(a, b).length === 0) {
    if (!a.local && !b.local) return [{ way: 'never-same-request', how: apart(a, b) }];
    // A request that times out inside a dialog ends the dialog (RFC 3261 §12.2.1.2), so no other one follows in it.
    return a.inDialogOnly || b.inDialogOnly
      ? [{ way: 'never-at-once' }]
      : [{ way: 'local-then-other', local: a.local ? 'a' : 'b' }];
  }
  if (insideOutside(a, b)) return [{ way: 'inside-outside', inside: a.inDialogOnly ? 'a' : 'b' }];
  if (!a.final && !b.final)
    return [{ way: [a, b].some((code) => code.fork?.as === 'not-forwarded') ? 'trying-first' : 'both-provisional' }];
  // The first hop refuses before it forwards: what comes from behind it answers the corrected request.
  const atFirstHop = fromFirstHop(a) || fromFirstHop(b);
  if (!a.final && !(atFirstHop && a.fork?.as !== 'not-forwarded')) return [withProvisional(a, b)];

  const { ways, withheld } = secondRequests(a, b);
  if (a.responseClass === 2 && answersInvite(a) && occursInside(b) && !neverAtEndpoint(b))
    ways.push({ way: 'later-request' });
  // A failed flow inside a dialog is for the proxy before it: an endpoint should not see the code (RFC 5626 §11.5).
  const unseen = onlyInside(a, b) && (neverAtEndpoint(a) || neverAtEndpoint(b));
  if (ways.length === 0 && !atFirstHop && !unseen)
    ways.push({ way: onlyInside(a, b) ? 'separate-requests' : withheld ? 'branches' : 'only-branches' });
  return [{ way: 'never-at-once' }, ...ways];
}

/** A provisional response and a final one, to one request. */
function withProvisional(a: Code, b: Code): Together {
  // In an established dialog, nothing is searched, queued or forwarded any more, and no early dialog is left.
  if (b.inDialogOnly && (a.reach === 'user' || a.dialog?.ends === 'early-dialog')) return { way: 'setting-up-only' };
  if (b.responseClass === 2) return { way: 'provisional-then-success' };
  const forwarded = a.fork?.as !== 'not-forwarded';
  // The proxy that gets it tries another flow, so it ends no request, and nothing came on the failed flow before it.
  if (neverAtEndpoint(b) && forwarded) return { way: 'only-branches' };
  // The test comes before the ringing, so whoever answers with it sent no sign of progress (RFC 3261 §8.2, §16.3).
  if (!b.beforeAlerting || !forwarded) return { way: 'provisional-then-final' };
  // Inside a dialog there is no other element that could ring: a request has one target.
  return { way: b.inDialogOnly ? 'separate-requests' : 'provisional-elsewhere' };
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
    if (!way || neverAtEndpoint(other) || (onlyInside(code, other) && (leavesDialog(code) || changesUri(code))))
      continue;
    if (settled(code, other)) {
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

/** Requests whose task no other method can take over. */
const OWN_TASK: readonly Method[] = ['REGISTER', 'SUBSCRIBE', 'NOTIFY', 'PUBLISH', 'PRACK', 'CANCEL'];

/** Whether what the client changes after the code leaves nothing that the other one could refuse */
function settled(code: Code, other: Code): boolean {
  const common = commonMethods(code, other);
  // The refused method is not used again: its test is not failed again, and no other method takes over what only this one
  // does. Where a single common method has no task of its own, it is either the refused one or a stand-in for none, but
  // for INVITE: in place of an UPDATE a re-INVITE may be sent (RFC 3311 §5.1).
  if (code.retry.change?.includes('method')) {
    const able = common.filter((method) => !OWN_TASK.includes(method));
    return (
      other.checkedAt?.uas === 'method' ||
      able.length === 0 ||
      (able.length === 1 && (able[0] !== 'INVITE' || other.outsideDialogOnly === true))
    );
  }
  // A REFER leads to a call or a message, not to a request with a task of its own.
  if (code.retry.change?.includes('referrer-token')) return common.every((method) => OWN_TASK.includes(method));
  // Who finds a fault in the Identity header field has found one; the corrected request has it again (RFC 8224 §6.2.2).
  return code.detailIn?.header === 'Identity' && other.retry.change?.includes('identity') === true && !other.detailIn;
}

/** What the client does after the code, as the beginning of a way, or null if nothing follows */
function afterwards(code: Code): Extract<Together, { first: 'a' | 'b' }>['way'] | null {
  const change = code.retry.change ?? [];
  if (change.includes('service')) return 'after-alternative';
  // The token comes from the referrer, who has to ask anew (RFC 3892 §2.1); the client cannot add it.
  if (change.includes('referrer-token')) return 'after-referral';
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
  // An alert goes to an emergency service like any other emergency call, outside a dialog (RFC 8876 §4.3).
  code.retry.change?.includes('alert') === true ||
  // Another REFER leads to another request.
  code.retry.change?.includes('referrer-token') === true ||
  ['dialog', 'dialog-unless-retried', 'usage', 'subscription'].includes(code.dialog?.ends ?? '');
