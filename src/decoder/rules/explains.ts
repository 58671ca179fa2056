import type { FindingDetail, FindingKind } from './findings.ts';
import type { Outcome } from '../outcome/types.ts';

/** Findings that say why it went as it did, per outcome; none where nothing went wrong. */
const WHY: Record<Outcome['kind'], FindingKind[]> = {
  ended: [],
  up: [],
  'ack-dropped': ['ack-missing', 'ack-misrouted', 'ack-cseq', 'route-missing'],
  unconfirmed: ['ack-missing', 'ack-misrouted', 'ack-cseq', 'route-missing'],
  'session-expired': ['session-expired'],
  'dialog-lost': ['dialog-unknown'],
  'answered-after-cancel': ['success-after-cancel'],
  forked: ['forked-answers'],
  cancelled: ['cancel-without-final'],
  terminated: [],
  busy: ['carrier-mark'],
  declined: ['carrier-mark'],
  blocked: ['network-blocked'],
  'no-answer': ['carrier-mark'],
  'unknown-target': ['carrier-mark'],
  redirected: [],
  'media-refused': ['browser-profile', 'media-profile', 'no-common-codec', 'offer-refused'],
  'auth-failed': ['auth-loop', 'auth-realm', 'auth-stale', 'auth-cseq', 'aka'],
  'auth-unanswered': ['auth-unanswered', 'auth-realm', 'aka'],
  'auth-forbidden': ['carrier-mark', 'aka', 'auth-realm'],
  failed: ['carrier-mark', 'max-forwards', 'extension-refused', 'session-small', 'prack-missing', 'relayed-503'],
  'provisional-only': ['prack-missing', 'response-unmatched'],
  alone: [],
  'no-reply': ['no-response', 'response-unmatched', 'udp-too-large'],
  undelivered: ['unreachable'],
  'reply-not-read': ['cut'],
  'reply-not-captured': [],
  registered: [],
  unregistered: [],
  'bindings-listed': [],
  subscribed: [],
  unsubscribed: [],
  notified: [],
  replied: [],
  'end-only': [],
  'inside-only': [],
  'response-only': [],
};

/** Kinds that are about one code only, and kinds that name the code that they are about. */
const ONLY: Partial<Record<FindingKind, number>> = { 'max-forwards': 483, 'session-small': 422, 'relayed-503': 503 };
const NAMED: FindingKind[] = [
  'carrier-mark',
  'network-blocked',
  'extension-refused',
  'no-common-codec',
  'offer-refused',
  'browser-profile',
];

/** Whether a finding says why the outcome is what it is; of findings on a code only that which ended the call */
export function explains(outcome: Outcome, finding: FindingDetail): boolean {
  if (!WHY[outcome.kind].includes(finding.kind)) return false;
  const about = ONLY[finding.kind] ?? (NAMED.includes(finding.kind) && 'code' in finding ? finding.code : null);
  return about === null || !('code' in outcome) || outcome.code === about;
}
