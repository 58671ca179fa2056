import type { Code } from '../../../schema/content.ts';
import { answersInvite, counting, countingSources } from '../../facts/facts.ts';
import type { CountingKind, FailoverKind } from '../findings.ts';
import type { Source } from '../../../schema/index.ts';
import { cited, grounds, ours, type Rule, type Tables } from './rule.ts';

/**
 * What an element with further routes does (RFC 3263 §4.3, RFC 3261 §16.7), or null where no failure of the
 *   target is reported: 1xx, 2xx, an attempt that was ended, a request that only its sender can correct, a lost call
 */
export function failoverKind(code: Code): FailoverKind | null {
  if (code.responseClass < 3) return null;
  // An alternative that the body describes is for the client; a proxy has nothing to follow.
  if (code.retry.change?.includes('service') || code.actor === 'client-clears') return null;
  if (code.responseClass === 3) return code.retry.change?.includes('routing') ? 'follow-proxy' : 'follow';
  if (code.responseClass === 6) return 'stop';
  // A refusal by one device says nothing about the next one; other faults of the request would meet it there too.
  if (code.retry.action === 'modified') return code.reach === 'device' ? 'next-target' : null;
  if (code.retry.action === 'none' || code.inDialogOnly) return null;
  if (code.fork?.as === 'other-flow') return 'next-flow';
  if (code.fork?.as === 'becomes-500') return 'next-server';
  // The client makes it up when no response came at all: a failure like a 503, so the next server is tried (RFC 3263 §4.3).
  return code.local ? 'next-server-if-silent' : 'next-target';
}

/** Where it is said; that several targets may be tried in turn is said in the section on forwarding requests. */
const FAILOVER: Record<FailoverKind, Source[]> = {
  'next-server': ['RFC 3263 §4.3'],
  'next-server-if-silent': ['RFC 3263 §4.3', 'RFC 3261 §16.6'],
  follow: ['RFC 3261 §16.7 step 4'],
  'follow-proxy': ['RFC 3261 §21.3.4'],
  'next-target': ['RFC 3261 §16.6'],
  'next-flow': ['RFC 5626 §7'],
  stop: ['RFC 3261 §16.7 step 5'],
};

/** What a proxy, PBX or carrier with further routes does. */
export const failover: Rule = (a, b) => {
  const [left, right] = [failoverKind(a), failoverKind(b)];
  if (!left || !right || left === right || !answersInvite(a) || !answersInvite(b)) return null;
  return { kind: 'failover', a: left, b: right, ...grounds(cited(...FAILOVER[left]), cited(...FAILOVER[right])) };
};

/** The effect on RFC 6076's ratios in one word, or null if the code is no final answer to INVITE */
export function countingKind(code: Code, tables: Tables): CountingKind | null {
  const counted = counting(code, tables);
  if (!counted) return null;
  if (counted.ser === 'excluded') return 'excluded';
  if (counted.ser === 'counted') return 'success';
  if (counted.ser === 'challenge') return 'challenge';
  if (counted.seer === 'counted') return 'user';
  return counted.isa ? 'ineffective' : 'lowers';
}

/** How call statistics count them (RFC 6076 §4.6–4.8). */
export const metrics: Rule = (a, b, tables) => {
  const [left, right] = [countingKind(a, tables), countingKind(b, tables)];
  if (!left || !right || left === right) return null;
  // Whether a challenge counts as a failed attempt is said nowhere, as the row of its code page says.
  const side = (code: Code, kind: CountingKind) =>
    kind === 'challenge' ? ours : cited(...countingSources(counting(code, tables)!));
  return { kind: 'metrics', a: left, b: right, ...grounds(side(a, left), side(b, right)) };
};
