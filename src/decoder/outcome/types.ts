import type { Undelivered } from '../message/types.ts';
import type { PartyName } from '../calls/parties.ts';
import type { Reason } from '../message/reason.ts';
import type { Blocking } from './blocking.ts';

/**
 * How a call or another exchange went, as data. Seconds are null where the trace has no times. `by` is who sent a failure:
 * of all hops in the trace that which it was seen on first.
 */
export type Outcome =
  /** Answered and ended by a BYE; `setup` from INVITE to 2xx, `talk` from 2xx to BYE. */
  | { kind: 'ended'; by: Side; talk: number | null; setup: number | null; reasons: Reason[] }
  /** Answered and not ended within the trace; `talk` up to its end. */
  | { kind: 'up'; talk: number | null }
  /** The answering side repeated its 2xx until it ended the call (RFC 3261 §13.3.1.4). */
  | { kind: 'ack-dropped'; talk: number | null }
  /** Answered, but neither ACK nor BYE are in the trace; `repeats` of the 2xx, the last after `seconds`. */
  | { kind: 'unconfirmed'; repeats: number; seconds: number | null }
  /** Ended about when the session interval ran out without a refresh (RFC 4028 §10). */
  | { kind: 'session-expired'; talk: number | null; interval: number; by: Side }
  /** A request inside the dialog got 481 or 408, which ends it (RFC 3261 §12.2.1.2). */
  | { kind: 'dialog-lost'; talk: number | null; method: string; code: number }
  /** CANCEL and 2xx crossed (RFC 3261 §9.1); `cleared` if a BYE followed. */
  | { kind: 'answered-after-cancel'; cleared: boolean }
  /** Several 2xx with different To tags (RFC 3261 §13.2.2.4); `cleared` of them ended by BYE. */
  | { kind: 'forked'; answers: number; cleared: number }
  | {
      kind: 'cancelled';
      /** From the first 180 to the CANCEL; null if there was none. */
      ringing: number | null;
      rang: boolean;
      /** From INVITE to CANCEL. */
      waited: number | null;
      elsewhere: boolean;
      reasons: Reason[];
      /** The final response to the INVITE, null if none was seen. */
      code: number | null;
    }
  /** 487 without a CANCEL in the trace. */
  | { kind: 'terminated'; code: number; waited: number | null; reasons: Reason[] }
  | { kind: 'busy'; code: number; rang: boolean; by: PartyName; reasons: Reason[] }
  | { kind: 'declined'; code: number; ringing: number | null; rang: boolean; by: PartyName; reasons: Reason[] }
  /** 603 in the form of ATIS-1000099, or 608 (RFC 8688): a network, not the called person, refused. */
  | { kind: 'blocked'; code: number; by: PartyName; blocking: Blocking }
  /** A 180 and then 408 or 480. */
  | { kind: 'no-answer'; code: number; ringing: number | null; reasons: Reason[] }
  | { kind: 'unknown-target'; code: number; by: PartyName; reasons: Reason[] }
  | { kind: 'redirected'; code: number; targets: string[] }
  | { kind: 'media-refused'; code: number; by: PartyName }
  /** Credentials were sent and challenged again; `tries` requests had credentials; `earlier`: one got through before. */
  | { kind: 'auth-failed'; method: string; code: number; tries: number; earlier: boolean }
  /** Challenged, and the trace has no request with credentials after it. */
  | { kind: 'auth-unanswered'; method: string; code: number }
  /** 403 to a request with credentials. */
  | { kind: 'auth-forbidden'; method: string; code: number; by: PartyName; reasons: Reason[] }
  /** Any other final failure. */
  | { kind: 'failed'; method: string; code: number; by: PartyName; waited: number | null; reasons: Reason[] }
  /** Nothing final within the trace; `seconds` from the request to its end. */
  | { kind: 'provisional-only'; code: number; seconds: number | null }
  /** One request, and nothing that answers it in the trace: which is no proof that nothing came. */
  | { kind: 'alone'; method: string; to: PartyName }
  /** `requests` counts the retransmissions, `seconds` from the first to the last of them. */
  | { kind: 'no-reply'; method: string; requests: number; seconds: number | null; to: PartyName }
  /** ICMP reports that the request did not arrive. */
  | { kind: 'undelivered'; method: string; requests: number; to: PartyName; why: Undelivered['why']; by: string }
  /** As `no-reply`, but a reply may be in what was not read or not pasted. */
  | { kind: 'reply-not-read'; method: string; requests: number; to: PartyName }
  /** A later request (`proof`) shows that a response came, but the trace does not have it. */
  | { kind: 'reply-not-captured'; method: string; proof: string }
  | { kind: 'registered'; expires: number | null; contacts: number; challenged: boolean }
  | { kind: 'unregistered' }
  | { kind: 'bindings-listed'; contacts: number }
  | { kind: 'subscribed'; event: string; expires: number | null; notified: boolean }
  | { kind: 'unsubscribed'; event: string }
  | { kind: 'notified'; event: string }
  | { kind: 'replied'; method: string; code: number; by: PartyName }
  /** The trace begins inside the call, or before its answer, and shows who ended it. */
  | { kind: 'end-only'; by: PartyName; method: 'BYE' | 'CANCEL'; reasons: Reason[] }
  /** The trace begins and ends inside the call. */
  | { kind: 'inside-only' }
  /** Responses without their request. */
  | { kind: 'response-only'; method: string; code: number };

export type Side = 'caller' | 'callee';
