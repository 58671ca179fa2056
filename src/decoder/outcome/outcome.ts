import { finalOf } from '../calls/transactions.ts';
import type { Call, Entry, Transaction } from '../calls/types.ts';
import type { Coverage } from '../calls/coverage.ts';
import { answeredOutcome } from './answered.ts';
import { blocking } from './blocking.ts';
import type { Outcome } from './types.ts';
import { noReply, registrationOutcome, requestOutcome, subscriptionOutcome } from './others.ts';
import { addresses } from '../message/fields.ts';
import { completedElsewhere, reasons } from '../message/reason.ts';
import { attemptsOf, between, cancelOf, hasCredentials, originOf, partyName, ringingOf } from '../calls/queries.ts';

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

/** What became of the last request that the first element sent */
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
  // In what was skipped a final one may have come.
  const known = since !== null && coverage.until !== null && !coverage.unread;
  const seconds = known && coverage.until! > since ? coverage.until! - since : null;
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
