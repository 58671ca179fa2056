import type { Finding, FindingDetail, FindingKind } from '../rules/findings.ts';
import type { Outcome } from '../outcome/types.ts';

/** Folders of content/symptoms that a trace can lead to; a test holds them against the content. */
export type SymptomName =
  | 'drops-after-15-or-30-minutes'
  | 'drops-after-32-seconds'
  | 'every-call-488'
  | 'forbidden-despite-right-password'
  | 'hold-fails'
  | 'incoming-calls-do-not-arrive'
  | 'no-audio-before-answer'
  | 'no-ringback-tone'
  | 'one-way-audio'
  | 'outgoing-calls-loop-with-407'
  | 'random-503-under-load'
  | 'registration-loops-with-401'
  | 'rejected-as-spam'
  | 'some-numbers-fail'
  | 'timeout-not-in-trace'
  | 'transfer-fails';

/** A kind of finding leads to one symptom, to one by its data, or to none. */
const BY_FINDING: {
  [K in FindingKind]: SymptomName | null | ((finding: FindingDetail & { kind: K }) => SymptomName | null);
} = {
  'ack-missing': 'drops-after-32-seconds',
  'ack-misrouted': 'drops-after-32-seconds',
  'ack-cseq': 'drops-after-32-seconds',
  'ack-branch': null,
  'ack-missing-failure': null,
  'success-after-cancel': null,
  'forked-answers': null,
  'cancel-without-final': null,
  'cancel-too-early': null,
  'no-response': 'timeout-not-in-trace',
  unreachable: null,
  retransmitted: null,
  'response-unmatched': null,
  'cseq-order': null,
  'max-forwards': null,
  'content-length': null,
  'header-missing': null,
  malformed: null,
  cut: null,
  'branch-old': null,
  'udp-too-large': null,
  'relayed-503': 'random-503-under-load',
  'retry-after': null,
  'auth-normal': null,
  'auth-loop': ({ method }) => (method === 'REGISTER' ? 'registration-loops-with-401' : 'outgoing-calls-loop-with-407'),
  'auth-stale': null,
  'auth-unanswered': null,
  'auth-realm': null,
  'auth-cseq': null,
  aka: null,
  'private-contact': 'incoming-calls-do-not-arrive',
  'private-media': 'one-way-audio',
  'nat-via': null,
  'rport-missing': null,
  'route-missing': 'drops-after-32-seconds',
  'no-common-codec': 'every-call-488',
  'offer-refused': 'every-call-488',
  'browser-profile': 'every-call-488',
  'media-rejected': ({ media }) => (media === 'audio' ? 'one-way-audio' : null),
  'media-profile': ({ code }) => (code === null ? 'one-way-audio' : 'every-call-488'),
  'media-lines': null,
  'answer-missing': 'one-way-audio',
  'answer-changed': 'no-audio-before-answer',
  'dtmf-missing': null,
  'one-way': 'one-way-audio',
  hold: null,
  'zero-address': 'one-way-audio',
  'early-media-no-ringing': 'no-ringback-tone',
  'delayed-offer': null,
  'media-one-direction': 'one-way-audio',
  'media-none': 'one-way-audio',
  'media-elsewhere': 'one-way-audio',
  'media-nat': 'one-way-audio',
  'media-early': null,
  'media-late': 'one-way-audio',
  'media-silence': 'one-way-audio',
  'media-dtmf': null,
  'media-quality': null,
  'media-payload': 'one-way-audio',
  'media-unreachable': 'one-way-audio',
  'session-expired': 'drops-after-15-or-30-minutes',
  'session-small': null,
  'prack-missing': null,
  'extension-refused': null,
  glare: 'hold-fails',
  'bye-refused': null,
  'dialog-unknown': null,
  transfer: 'transfer-fails',
  'network-blocked': 'rejected-as-spam',
  'carrier-mark': null,
};

/** Codes of a failure that have a symptom of their own where no finding says more. */
const BY_CODE: Record<number, SymptomName> = {
  403: 'forbidden-despite-right-password',
  404: 'some-numbers-fail',
  484: 'some-numbers-fail',
  488: 'every-call-488',
  503: 'random-503-under-load',
  603: 'rejected-as-spam',
  607: 'rejected-as-spam',
  608: 'rejected-as-spam',
};

function byOutcome(outcome: Outcome): SymptomName | null {
  if (outcome.kind === 'ack-dropped' || outcome.kind === 'unconfirmed') return 'drops-after-32-seconds';
  if (outcome.kind === 'session-expired') return 'drops-after-15-or-30-minutes';
  if (outcome.kind === 'no-reply') return 'timeout-not-in-trace';
  if (['unknown-target', 'media-refused', 'auth-forbidden', 'failed', 'declined', 'blocked'].includes(outcome.kind))
    return 'code' in outcome ? (BY_CODE[outcome.code ?? 0] ?? null) : null;
  return null;
}

/** A note says that all is well, so it leads to no symptom, unless the note is all that explains silence before an answer. */
const TELLING: FindingKind[] = ['early-media-no-ringing'];

/** The symptoms that lie nearest to what was found: of what explains the outcome first, each once */
export function symptomsOf(outcome: Outcome, findings: Finding[]): SymptomName[] {
  const serious = findings.filter(({ severity, kind }) => severity !== 'note' || TELLING.includes(kind));
  const named = serious.map((finding) => {
    const entry = BY_FINDING[finding.kind] as SymptomName | null | ((one: FindingDetail) => SymptomName | null);
    return typeof entry === 'function' ? entry(finding) : entry;
  });
  const explained = serious.filter(({ explains }) => explains).length;
  const list = [...named.slice(0, explained), byOutcome(outcome), ...named.slice(explained)];
  return [...new Set(list)].filter((name) => name !== null);
}

/** Entries of content/contexts/ whose mark a response carries */
export const reuseOf = (findings: Finding[]): string[] => [
  ...new Set(
    findings.flatMap((finding) =>
      finding.kind === 'carrier-mark'
        ? [finding.id]
        : finding.kind === 'network-blocked' && finding.code === 603
          ? ['atis-603-plus']
          : [],
    ),
  ),
];
