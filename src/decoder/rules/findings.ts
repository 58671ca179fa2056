import type { Direction } from '../message/sdp.ts';
import type { CallSide } from '../media/described.ts';
import type { Cut, Endpoint, Undelivered } from '../message/types.ts';
import type { Blocking } from '../outcome/blocking.ts';
import type { Side } from '../outcome/types.ts';
import type { Entry } from '../calls/types.ts';
import type { PartyName } from '../calls/parties.ts';

/** `fault` breaks a rule or the call, `warning` may, `note` is worth knowing and often normal. */
export type Severity = 'fault' | 'warning' | 'note';

/** What a rule found in the media of a call. */
export type MediaFinding =
  | { kind: 'media-one-direction'; silent: CallSide; packets: number }
  /** `sure`: other media of the same hosts were captured. */
  | { kind: 'media-none'; sure: boolean }
  | { kind: 'media-elsewhere'; from: CallSide; to: Endpoint; wanted: Endpoint; packets: number }
  /** `answered`: the other side sends to where the media come from; null if it sends nothing that is seen. */
  | { kind: 'media-nat'; side: CallSide; address: string; source: string; answered: boolean | null }
  | { kind: 'media-early'; seconds: number }
  | { kind: 'media-late'; side: CallSide; seconds: number }
  | { kind: 'media-silence'; by: CallSide; seconds: number }
  | { kind: 'media-dtmf'; side: CallSide; count: number; by: 'event' | 'info' }
  /** Jitter in seconds, null where it is usual. */
  | { kind: 'media-quality'; from: CallSide; lost: number; expected: number; srtp: boolean; jitter: number | null }
  | { kind: 'media-payload'; from: CallSide; type: number; packets: number; known: string[] }
  | ({ kind: 'media-unreachable'; side: CallSide; count: number } & Pick<Undelivered, 'by' | 'why' | 'to'>);

/** What a rule found, without language. Addresses, names and numbers come from the trace. Seconds may be null. */
export type FindingDetail =
  | { kind: 'ack-missing'; repeats: number; seconds: number | null; ended: boolean }
  | { kind: 'ack-misrouted'; target: string; contact: string }
  | { kind: 'ack-cseq'; ack: number | null; invite: number | null }
  | { kind: 'ack-branch'; code: number }
  | { kind: 'ack-missing-failure'; code: number; repeats: number }
  /** `cleared` null: the trace ends too early to tell. */
  | { kind: 'success-after-cancel'; cleared: boolean | null }
  /** Without BYE (`open`) and without ACK (`unconfirmed`) in the trace; `settled`: all is as it should be. */
  | { kind: 'forked-answers'; answers: number; open: number; unconfirmed: number; settled: boolean }
  | { kind: 'cancel-without-final'; seconds: number }
  | { kind: 'cancel-too-early' }
  | { kind: 'no-response'; method: string; sent: number; seconds: number | null; to: PartyName }
  /** ICMP reports that a message did not arrive; `code` null for a request. */
  | ({ kind: 'unreachable'; method: string; code: number | null } & Pick<
      Undelivered,
      'why' | 'by' | 'to' | 'transport'
    >)
  /** `timed` false: no times tell a message that was sent again from one that a log has twice. */
  | { kind: 'retransmitted'; requests: number; responses: number; timed: boolean }
  | { kind: 'response-unmatched'; method: string; code: number; what: 'branch' | 'cseq' }
  | { kind: 'cseq-order'; method: string; number: number; before: number }
  | { kind: 'max-forwards'; left: number }
  | { kind: 'content-length'; what: 'too-long' | 'too-short' | 'missing'; detail: string }
  | { kind: 'header-missing'; name: string }
  | { kind: 'malformed'; what: 'header' | 'start-line' | 'version' | 'cseq-method' | 'truncated'; detail: string }
  /** Messages that are not as they were on the wire. */
  | { kind: 'cut'; how: Cut; count: number }
  | { kind: 'branch-old'; branch: string }
  | { kind: 'udp-too-large'; method: string; bytes: number }
  | { kind: 'relayed-503' }
  | { kind: 'retry-after'; code: number; seconds: number }
  | { kind: 'auth-normal'; method: string; code: number }
  | { kind: 'auth-loop'; method: string; code: number; tries: number; realm: string; user: string; sameNonce: boolean }
  | { kind: 'auth-stale'; times: number; ended: boolean }
  | { kind: 'auth-unanswered'; code: number; realm: string; algorithms: string[] }
  | { kind: 'auth-realm'; asked: string; sent: string }
  | { kind: 'auth-cseq'; number: number }
  | {
      kind: 'aka';
      what: 'normal' | 'resynchronised' | 'out-of-step' | 'unanswered' | 'not-accepted' | 'refused';
      code: number;
    }
  | { kind: 'private-contact'; address: string; source: string }
  | { kind: 'private-media'; address: string; source: string }
  | { kind: 'nat-via'; said: string; seen: string; rport: boolean; nat: boolean }
  | { kind: 'rport-missing'; said: number; seen: number }
  | { kind: 'route-missing'; method: string; routes: number }
  | { kind: 'no-common-codec'; media: string; offered: string[]; answered: string[]; code: number | null }
  | { kind: 'offer-refused'; media: string; offered: string[]; profile: string; code: number; warning: number | null }
  | { kind: 'browser-profile'; toward: 'pbx' | 'browser'; offered: string; code: number }
  | { kind: 'media-rejected'; media: string }
  | { kind: 'media-profile'; offered: string; answered: string; code: number | null }
  | { kind: 'media-lines'; offered: number; answered: number }
  | { kind: 'answer-missing'; carrier: string }
  | { kind: 'answer-changed'; early: number }
  | { kind: 'dtmf-missing'; side: 'offer' | 'answer' }
  | { kind: 'one-way'; direction: Direction; side: 'offer' | 'answer' }
  | { kind: 'hold'; direction: Direction }
  | { kind: 'zero-address'; side: 'offer' | 'answer' }
  | { kind: 'early-media-no-ringing'; code: number }
  | { kind: 'delayed-offer' }
  | { kind: 'session-expired'; interval: number; talk: number; refresher: 'uac' | 'uas' | ''; by: Side }
  /** `solved`, `retried` null: the trace ends too early to tell. */
  | { kind: 'session-small'; min: number | null; solved: boolean | null }
  | { kind: 'prack-missing'; code: number; repeats: number }
  | { kind: 'extension-refused'; code: number; tags: string[] }
  | { kind: 'glare'; retried: boolean | null }
  | { kind: 'bye-refused'; code: number; by: Side }
  | MediaFinding
  | { kind: 'dialog-unknown'; method: string; code: number }
  /** `code`: refusal of the REFER, or the last result that a NOTIFY reports; null if none does. */
  | { kind: 'transfer'; accepted: boolean; code: number | null }
  | ({ kind: 'network-blocked'; code: number } & Blocking)
  /** `id` of an entry of content/contexts/. */
  | { kind: 'carrier-mark'; id: string; who: string; code: number; mark: string };

export type FindingKind = FindingDetail['kind'];

/** A finding with what a rule table and the messages add. */
export type Finding = FindingDetail & {
  severity: Severity;
  /** It says why the call or request ended as it did, so it comes first. */
  explains: boolean;
  /** Sections such as `RFC 3261 §13.3.1.4`, the first one the rule itself. */
  sources: string[];
  /** Index of the messages concerned, in the trace. */
  messages: number[];
};

/**
 * What a finding rests on, which tells whether it holds for messages that the paste or the capture cut:
 * - `flow`: that messages are there, in which order and how often; always
 * - `head`: values of header fields; not where words took their place, nor where the head may be cut
 * - `body`: bodies, lengths or what is missing; only for whole messages
 */
export type Basis = 'flow' | 'head' | 'body';

/** Whether a finding may rest on a message of which this is known */
export const bears = (basis: Basis, cut: Cut | undefined): boolean =>
  cut === undefined || basis === 'flow' || (basis === 'head' && cut === 'edited');

/** Severity, basis and sections of each kind: the whole catalogue at one look. */
export const CATALOGUE: Record<FindingKind, [Severity, Basis, ...string[]]> = {
  'ack-missing': ['fault', 'flow', 'RFC 3261 §13.3.1.4', 'RFC 3261 §13.2.2.4'],
  'ack-misrouted': ['fault', 'head', 'RFC 3261 §12.2.1.1', 'RFC 3261 §13.2.2.4'],
  'ack-cseq': ['fault', 'head', 'RFC 3261 §13.2.2.4', 'RFC 3261 §17.1.1.3'],
  'ack-branch': ['fault', 'head', 'RFC 3261 §17.1.1.3', 'RFC 3261 §8.1.1.7'],
  'ack-missing-failure': ['warning', 'flow', 'RFC 3261 §17.2.1', 'RFC 3261 §17.1.1.3'],
  'success-after-cancel': ['warning', 'flow', 'RFC 3261 §9.2', 'RFC 3261 §13.2.2.4'],
  'forked-answers': ['warning', 'flow', 'RFC 3261 §13.2.2.4'],
  'cancel-without-final': ['warning', 'flow', 'RFC 3261 §9.2', 'RFC 3261 §9.1'],
  'cancel-too-early': ['warning', 'flow', 'RFC 3261 §9.1'],
  'no-response': ['fault', 'flow', 'RFC 3261 §17.1.1.2', 'RFC 3261 §17.1.2.2'],
  unreachable: ['fault', 'flow', 'RFC 3261 §18.4', 'RFC 1122 §3.2.2.1'],
  retransmitted: ['note', 'flow', 'RFC 3261 §17.1.1.2', 'RFC 3261 §17.1.2.2'],
  'response-unmatched': ['fault', 'head', 'RFC 3261 §17.1.3', 'RFC 3261 §8.2.6.2'],
  'cseq-order': ['fault', 'head', 'RFC 3261 §12.2.1.1', 'RFC 3261 §12.2.2'],
  'max-forwards': ['warning', 'head', 'RFC 3261 §16.3', 'RFC 3261 §20.22'],
  'content-length': ['fault', 'body', 'RFC 3261 §18.3', 'RFC 3261 §20.14'],
  'header-missing': ['fault', 'body', 'RFC 3261 §8.1.1'],
  malformed: ['warning', 'body', 'RFC 3261 §7'],
  cut: ['note', 'flow', 'RFC 3261 §18.3'],
  'branch-old': ['note', 'body', 'RFC 3261 §8.1.1.7'],
  'udp-too-large': ['warning', 'body', 'RFC 3261 §18.1.1'],
  'relayed-503': ['warning', 'flow', 'RFC 3261 §16.7', 'RFC 3261 §21.5.4'],
  'retry-after': ['note', 'head', 'RFC 3261 §20.33'],
  'auth-normal': ['note', 'head', 'RFC 3261 §22.1'],
  'auth-loop': ['fault', 'head', 'RFC 3261 §22.1', 'RFC 7616 §3.3'],
  'auth-stale': ['warning', 'head', 'RFC 7616 §3.3', 'RFC 3261 §22.1'],
  'auth-unanswered': ['warning', 'body', 'RFC 3261 §22.1', 'RFC 8760 §2.4'],
  'auth-realm': ['fault', 'head', 'RFC 3261 §22.1', 'RFC 3261 §22.3'],
  'auth-cseq': ['fault', 'head', 'RFC 3261 §22.2'],
  aka: ['note', 'head', 'RFC 3310 §3.4', 'RFC 3310 §3.3', 'RFC 3310 §3.1'],
  'private-contact': ['warning', 'head', 'RFC 3261 §8.1.1.8', 'RFC 1918 §3', 'RFC 6598 §7'],
  'private-media': ['warning', 'body', 'RFC 8866 §5.7', 'RFC 1918 §3', 'RFC 6598 §7'],
  'nat-via': ['note', 'head', 'RFC 3261 §18.2.1', 'RFC 3581 §4'],
  'rport-missing': ['warning', 'head', 'RFC 3581 §3', 'RFC 3261 §18.2.2'],
  'route-missing': ['fault', 'body', 'RFC 3261 §12.2.1.1'],
  'no-common-codec': ['fault', 'body', 'RFC 3264 §6.1', 'RFC 3261 §13.3.1.3'],
  'offer-refused': ['fault', 'body', 'RFC 3261 §21.4.26', 'RFC 3261 §20.43', 'RFC 3261 §13.3.1.3'],
  'browser-profile': ['fault', 'body', 'RFC 5124 §3.3.1', 'RFC 8827 §6.5', 'RFC 5764 §8'],
  'media-rejected': ['warning', 'body', 'RFC 3264 §6'],
  'media-profile': ['fault', 'body', 'RFC 3261 §20.43', 'RFC 3264 §6'],
  'media-lines': ['fault', 'body', 'RFC 3264 §6'],
  'answer-missing': ['fault', 'body', 'RFC 3261 §13.2.1'],
  'answer-changed': ['warning', 'body', 'RFC 3261 §13.2.1'],
  'dtmf-missing': ['warning', 'body', 'RFC 4733 §2.4', 'RFC 3264 §6.1'],
  'one-way': ['warning', 'body', 'RFC 3264 §5.1', 'RFC 3264 §6.1'],
  hold: ['note', 'body', 'RFC 3264 §8.4'],
  'zero-address': ['warning', 'body', 'RFC 3264 §8.4'],
  'early-media-no-ringing': ['note', 'body', 'RFC 3960 §3.2'],
  'delayed-offer': ['note', 'body', 'RFC 3261 §13.2.1', 'RFC 3262 §5'],
  'media-one-direction': ['warning', 'body', 'RFC 3264 §6.1', 'RFC 3264 §5.1'],
  'media-none': ['warning', 'body', 'RFC 3264 §6.1', 'RFC 3264 §5.1'],
  'media-elsewhere': ['fault', 'body', 'RFC 3264 §6.1', 'RFC 8866 §5.7'],
  'media-nat': ['warning', 'body', 'RFC 4961 §3', 'RFC 1918 §3'],
  'media-early': ['note', 'flow', 'RFC 3960 §3.2'],
  'media-late': ['warning', 'flow', 'RFC 3264 §6.1'],
  'media-silence': ['warning', 'body', 'RFC 3550 §6.3.5'],
  'media-dtmf': ['note', 'flow', 'RFC 4733 §2.5.1'],
  'media-quality': ['warning', 'flow', 'RFC 3550 §6.4.1'],
  'media-payload': ['warning', 'body', 'RFC 3264 §5.1', 'RFC 3264 §6.1'],
  'media-unreachable': ['fault', 'body', 'RFC 1122 §3.2.2.1', 'RFC 3264 §6.1'],
  'session-expired': ['fault', 'head', 'RFC 4028 §10'],
  'session-small': ['note', 'head', 'RFC 4028 §7.3', 'RFC 4028 §6'],
  'prack-missing': ['fault', 'body', 'RFC 3262 §3', 'RFC 3262 §4'],
  'extension-refused': ['warning', 'head', 'RFC 3261 §8.2.2.3', 'RFC 3261 §21.4.16', 'RFC 3261 §8.1.3.5'],
  glare: ['note', 'flow', 'RFC 3261 §14.1'],
  'bye-refused': ['warning', 'flow', 'RFC 3261 §15.1.1', 'RFC 3261 §15.1.2'],
  'dialog-unknown': ['fault', 'flow', 'RFC 3261 §12.2.1.2', 'RFC 3261 §12.2.2', 'RFC 5057 §5.1'],
  transfer: ['warning', 'body', 'RFC 3515 §2.4.4', 'RFC 3515 §2.4.5'],
  'network-blocked': ['fault', 'head', 'RFC 8688 §3.1', 'RFC 8606 §4'],
  'carrier-mark': ['warning', 'head', 'RFC 3261 §7.2'],
};

/** A finding with severity and sections of its kind; `severity` where the case at hand differs */
export function found(detail: FindingDetail, entries: Entry[], severity?: Severity): Finding {
  const [usual, , ...sources] = CATALOGUE[detail.kind];
  const messages = [...new Set(entries.map(({ message }) => message.index))].sort((left, right) => left - right);
  return { ...detail, severity: severity ?? usual, explains: false, sources, messages };
}
