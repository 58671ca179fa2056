import type { PartyName } from '../calls/parties.ts';
import { finalOf } from '../calls/transactions.ts';
import type { Call, Entry, Transaction } from '../calls/calls.ts';
import { answeredOutcome } from './answered.ts';
import { noReply, registrationOutcome, requestOutcome, subscriptionOutcome } from './others.ts';
import { addresses } from '../message/fields.ts';
import { completedElsewhere, reasons, type Reason } from '../message/reason.ts';
import { attemptsOf, between, cancelOf, hasCredentials, partyName, progressOf } from '../calls/queries.ts';

/** How a call or another exchange went, as data. Seconds are null where the trace has no times. */
export type Outcome =
  /** Answered and ended by a BYE; `setup` from INVITE to 2xx, `talk` from 2xx to BYE. */
  | { kind: 'ended'; by: Side; talk: number | null; setup: number | null; reasons: Reason[] }
  /** Answered and not ended within the trace; `talk` up to its last message. */
  | { kind: 'up'; talk: number | null }
  /** The answering side gave up because no ACK came (RFC 3261 §13.3.1.4). */
  | { kind: 'ack-dropped'; talk: number | null }
  /** Answered, but no ACK came and no BYE either within the trace; `repeats` of the 2xx, the last after `seconds`. */
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
      /** From the first 18x to the CANCEL; null if it never rang. */
      ringing: number | null;
      rang: boolean;
      /** From INVITE to CANCEL. */
      waited: number | null;
      elsewhere: boolean;
      reasons: Reason[];
      /** A final response to the INVITE was seen. */
      confirmed: boolean;
    }
  /** 487 without a CANCEL in the trace. */
  | { kind: 'terminated'; code: number; waited: number | null }
  | { kind: 'busy'; code: number; rang: boolean }
  | { kind: 'declined'; code: number; ringing: number | null; rang: boolean }
  /** It rang and then 408 or 480 came. */
  | { kind: 'no-answer'; code: number; ringing: number | null }
  | { kind: 'unknown-target'; code: number; by: PartyName }
  | { kind: 'redirected'; code: number; targets: string[] }
  | { kind: 'media-refused'; code: number }
  /** Credentials were sent and challenged again; `tries` requests had credentials. */
  | { kind: 'auth-failed'; method: string; code: number; tries: number }
  /** Challenged, and no request with credentials followed. */
  | { kind: 'auth-unanswered'; method: string; code: number }
  /** 403 to a request with credentials. */
  | { kind: 'auth-forbidden'; method: string; code: number }
  /** Any other final failure; `by` is the party that sent it. */
  | { kind: 'failed'; method: string; code: number; by: PartyName; waited: number | null }
  /** Nothing final within the trace; `seconds` from the request to the last message. */
  | { kind: 'provisional-only'; code: number; seconds: number | null }
  /** `requests` counts the retransmissions, `seconds` from the first to the last of them. */
  | { kind: 'no-reply'; method: string; requests: number; seconds: number | null; to: PartyName }
  | { kind: 'registered'; expires: number | null; contacts: number; challenged: boolean }
  | { kind: 'unregistered' }
  | { kind: 'bindings-listed'; contacts: number }
  | { kind: 'subscribed'; event: string; expires: number | null; notified: boolean }
  | { kind: 'unsubscribed'; event: string }
  | { kind: 'notified'; event: string }
  | { kind: 'replied'; method: string; code: number; by: PartyName }
  /** The trace begins inside the call and shows how it ends. */
  | { kind: 'end-only'; by: Side; reasons: Reason[] }
  /** The trace begins and ends inside the call. */
  | { kind: 'inside-only' }
  /** Responses without their request. */
  | { kind: 'response-only'; method: string; code: number };

export type Side = 'caller' | 'callee';

const BUSY = [486, 600];
const DECLINED = [603, 607, 608];
const UNKNOWN = [404, 410, 484, 485, 604];
const MEDIA = [415, 488, 606];
const NO_ANSWER = [408, 480];

/**
 * @param call an exchange; for one with INVITE the view is that of the hop nearest to the caller
 * @param end time of the last message of the trace, to tell how long a call was up
 * @returns what came out of it
 */
export function outcomeOf(call: Call, end: number | null): Outcome {
  if (call.kind === 'registration') return registrationOutcome(call);
  if (call.kind === 'subscription') return subscriptionOutcome(call);
  if (call.kind !== 'call') return requestOutcome(call, call.transactions.at(-1)!);
  const attempts = attemptsOf(call);
  const last = attempts.at(-1);
  if (!last) return withoutInvite(call);
  if (last.requests.length === 0) {
    const code = (last.final[0] ?? last.provisional[0])!.code!;
    return { kind: 'response-only', method: 'INVITE', code };
  }
  const answered = answeredOutcome(call, last, end);
  if (answered) return answered;
  const final = finalOf(last);
  return final ? failure(call, last, final, attempts) : unfinished(call, last);
}

function failure(call: Call, last: Transaction, final: Entry, attempts: Transaction[]): Outcome {
  const code = final.code!;
  const invite = last.requests[0];
  const ring = progressOf(last);
  const ringing = ring ? between(ring, final) : null;
  const cancel = cancelOf(call, last);
  if (cancel && code === 487) return cancelled(last, cancel, true);
  if (code === 487) return { kind: 'terminated', code, waited: between(invite, final) };
  if (code === 401 || code === 407 || code === 403) {
    const tries = attempts.filter(({ requests }) => requests.some(hasCredentials)).length;
    if (code === 403 && tries > 0 && hasCredentials(invite!)) return { kind: 'auth-forbidden', method: 'INVITE', code };
    if (code !== 403)
      return tries > 0
        ? { kind: 'auth-failed', method: 'INVITE', code, tries }
        : { kind: 'auth-unanswered', method: 'INVITE', code };
  }
  if (code < 400)
    return { kind: 'redirected', code, targets: addresses(final.message, 'Contact').map(({ text }) => text) };
  if (BUSY.includes(code)) return { kind: 'busy', code, rang: ring !== undefined };
  if (DECLINED.includes(code)) return { kind: 'declined', code, ringing, rang: ring !== undefined };
  if (NO_ANSWER.includes(code) && ring) return { kind: 'no-answer', code, ringing };
  const by = partyName(call, final.from);
  if (UNKNOWN.includes(code)) return { kind: 'unknown-target', code, by };
  if (MEDIA.includes(code)) return { kind: 'media-refused', code };
  return { kind: 'failed', method: 'INVITE', code, by, waited: between(invite, final) };
}

function unfinished(call: Call, last: Transaction): Outcome {
  const cancel = cancelOf(call, last);
  if (cancel) return cancelled(last, cancel, false);
  const progress = last.provisional.at(-1);
  if (progress)
    return { kind: 'provisional-only', code: progress.code!, seconds: between(last.requests[0], call.entries.at(-1)) };
  return noReply(call, last);
}

function cancelled(invite: Transaction, cancel: Entry, confirmed: boolean): Outcome {
  const ring = progressOf(invite);
  const why = reasons(cancel.message);
  return {
    kind: 'cancelled',
    ringing: ring ? between(ring, cancel) : null,
    rang: ring !== undefined,
    waited: between(invite.requests[0], cancel),
    elsewhere: completedElsewhere(why),
    reasons: why,
    confirmed,
  };
}

function withoutInvite(call: Call): Outcome {
  for (const dialog of call.dialogs) {
    const bye = dialog.byes[0];
    if (bye)
      return {
        kind: 'end-only',
        by: bye.fromTag === dialog.callerTag ? 'caller' : 'callee',
        reasons: reasons(bye.message),
      };
  }
  const only = call.transactions[0];
  if (only?.requests.length === 0 && only.final[0])
    return { kind: 'response-only', method: only.method, code: only.final[0].code! };
  return { kind: 'inside-only' };
}
