import type { PartyName } from '../calls/parties.ts';
import { finalOf } from '../calls/transactions.ts';
import type { Call, Entry, Transaction } from '../calls/calls.ts';
import type { Coverage } from '../calls/coverage.ts';
import { answeredOutcome } from './answered.ts';
import { blocking, type Blocking } from './blocking.ts';
import { noReply, registrationOutcome, requestOutcome, subscriptionOutcome } from './others.ts';
import { addresses } from '../message/fields.ts';
import { completedElsewhere, reasons, type Reason } from '../message/reason.ts';
import { attemptsOf, between, cancelOf, hasCredentials, originOf, partyName, ringingOf } from '../calls/queries.ts';

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

const BUSY = [486, 600];
const DECLINED = [603, 607];
const UNKNOWN = [404, 410, 484, 485, 604];
const MEDIA = [415, 488, 606];
const NO_ANSWER = [408, 480];

/**
 * @param call an exchange; for one with INVITE the view is that of the first hop of which the trace has the request
 * @param coverage how far the trace reaches and what it may lack
 * @returns what came out of it
 */
export function outcomeOf(call: Call, coverage: Coverage): Outcome {
  if (call.kind === 'registration') return registrationOutcome(call, coverage);
  if (call.kind === 'subscription') return subscriptionOutcome(call, coverage);
  if (call.kind !== 'call') return lastRequest(call, coverage);
  const attempts = attemptsOf(call);
  const last = attempts.at(-1);
  if (!last) return withoutInvite(call, coverage);
  const answered = answeredOutcome(call, last, coverage.until);
  if (answered) return answered;
  if (attempts.every(({ requests }) => requests.length === 0)) {
    const code = (last.final[0] ?? last.provisional[0])!.code!;
    return { kind: 'response-only', method: 'INVITE', code };
  }
  const final = finalOf(last);
  return final ? failure(call, last, final, attempts) : unfinished(call, last, coverage);
}

/** @returns what became of the last request that the first element sent */
function lastRequest(call: Call, coverage: Coverage): Outcome {
  const { transactions } = call;
  const first = transactions.find(({ requests }) => requests.length > 0) ?? transactions[0];
  if (!first) return { kind: 'inside-only' };
  const last = transactions.findLast(({ client, method }) => client === first.client && method === first.method)!;
  return requestOutcome(call, last, coverage);
}

function failure(call: Call, last: Transaction, final: Entry, attempts: Transaction[]): Outcome {
  const code = final.code!;
  const invite = last.requests[0];
  const ring = ringingOf(last);
  const [ringing, rang] = [ring ? between(ring, final) : null, ring !== undefined];
  const origin = originOf(call, last, final);
  const by = partyName(call, origin.from);
  const why = reasons(final.message);
  const waited = between(invite, final);
  const cancel = cancelOf(call, last);
  if (cancel && cancel.message.index < final.message.index) return cancelled(last, cancel, code);
  if (code === 487) return { kind: 'terminated', code, waited, reasons: why };
  if (code === 401 || code === 407) {
    const tries = attempts.filter(({ requests }) => requests.some(hasCredentials)).length;
    return tries > 0
      ? { kind: 'auth-failed', method: 'INVITE', code, tries, earlier: false }
      : { kind: 'auth-unanswered', method: 'INVITE', code };
  }
  if (code === 403 && invite && hasCredentials(invite))
    return { kind: 'auth-forbidden', method: 'INVITE', code, by, reasons: why };
  if (code < 400)
    return { kind: 'redirected', code, targets: addresses(final.message, 'Contact').map(({ text }) => text) };
  const block = blocking(final);
  if (block) return { kind: 'blocked', code, by, blocking: block };
  if (BUSY.includes(code)) return { kind: 'busy', code, rang, by, reasons: why };
  if (DECLINED.includes(code)) return { kind: 'declined', code, ringing, rang, by, reasons: why };
  if (NO_ANSWER.includes(code) && rang) return { kind: 'no-answer', code, ringing, reasons: why };
  if (UNKNOWN.includes(code)) return { kind: 'unknown-target', code, by, reasons: why };
  if (MEDIA.includes(code)) return { kind: 'media-refused', code, by };
  return { kind: 'failed', method: 'INVITE', code, by, waited, reasons: why };
}

function unfinished(call: Call, last: Transaction, coverage: Coverage): Outcome {
  const cancel = cancelOf(call, last);
  if (cancel) return cancelled(last, cancel, null);
  const progress = last.provisional.at(-1);
  const request = last.requests[0];
  if (!progress) return noReply(call, last, coverage);
  const since = request?.message.time ?? null;
  const seconds = since === null || coverage.until === null ? null : Math.max(0, coverage.until - since);
  return { kind: 'provisional-only', code: progress.code!, seconds };
}

function cancelled(invite: Transaction, cancel: Entry, code: number | null): Outcome {
  const ring = ringingOf(invite);
  const rang = ring !== undefined && ring.message.index < cancel.message.index;
  const why = reasons(cancel.message);
  return {
    kind: 'cancelled',
    ringing: rang ? between(ring, cancel) : null,
    rang,
    waited: between(invite.requests[0], cancel),
    elsewhere: completedElsewhere(why),
    reasons: why,
    code,
  };
}

function withoutInvite(call: Call, coverage: Coverage): Outcome {
  const requests = call.entries.filter(({ code }) => code === null);
  const end = requests.find(({ method }) => method === 'BYE') ?? requests.find(({ method }) => method === 'CANCEL');
  if (end) {
    const method = end.method as 'BYE' | 'CANCEL';
    return { kind: 'end-only', by: partyName(call, end.from), method, reasons: reasons(end.message) };
  }
  const only = call.transactions[0];
  const reply = only?.final[0] ?? only?.provisional[0];
  if (only?.requests.length === 0 && reply) return { kind: 'response-only', method: only.method, code: reply.code! };
  if (only?.initial) return lastRequest(call, coverage);
  return { kind: 'inside-only' };
}
