import type { Call, Transaction } from '../calls/types.ts';
import { proofOfReply, undeliveredOf, type Coverage } from '../calls/coverage.ts';
import { addresses, field, fields, seconds } from '../message/fields.ts';
import type { Outcome } from './types.ts';
import { reasons } from '../message/reason.ts';
import { finalOf } from '../calls/transactions.ts';
import { attemptsOf, between, hasCredentials, originOf, partyName } from '../calls/queries.ts';

/** What became of the last REGISTER (RFC 3261 §10) */
export function registrationOutcome(call: Call, coverage: Coverage): Outcome {
  const attempts = attemptsOf(call, 'REGISTER');
  const last = attempts.at(-1) ?? call.transactions.findLast(({ method }) => method === 'REGISTER')!;
  const final = finalOf(last);
  const request = last.requests[0];
  if (!final || !request || final.code! >= 300) return requestOutcome(call, last, coverage);
  const asked = addresses(request.message, 'Contact');
  const bound = addresses(final.message, 'Contact');
  if (asked.length === 0) return { kind: 'bindings-listed', contacts: bound.length };
  const ends = [field(request.message, 'Expires'), ...asked.map(({ params }) => params.get('expires') ?? null)];
  const gone = asked.every(({ params }) => (params.get('expires') ?? field(request.message, 'Expires')) === '0');
  if (gone && ends.includes('0')) return { kind: 'unregistered' };
  const mine = bound.find(({ uri }) => asked.some((one) => one.uri.host === uri.host && one.uri.user === uri.user));
  const expires = seconds((mine ?? bound[0])?.params.get('expires') ?? field(final.message, 'Expires'));
  const challenged = attempts.some((one) => [401, 407].includes(finalOf(one)?.code ?? 0));
  return { kind: 'registered', expires, contacts: bound.length, challenged };
}

/** What became of a subscription: the last SUBSCRIBE, or NOTIFY alone (RFC 6665) */
export function subscriptionOutcome(call: Call, coverage: Coverage): Outcome {
  const subscribes = call.transactions.filter(({ method }) => method === 'SUBSCRIBE');
  const first = subscribes.find(({ requests }) => requests.length > 0) ?? subscribes[0];
  const last = subscribes.findLast(({ client }) => client === first!.client);
  const notify = call.transactions.find(({ method }) => method === 'NOTIFY');
  const event = eventOf(last ?? notify!);
  if (!last)
    return notify!.requests.length > 0 && notify!.final.length > 0 && finalOf(notify!)!.code! < 300
      ? { kind: 'notified', event }
      : requestOutcome(call, notify!, coverage);
  const final = finalOf(last);
  if (!final || final.code! >= 300) return requestOutcome(call, last, coverage);
  const request = last.requests[0];
  if (request && field(request.message, 'Expires') === '0') return { kind: 'unsubscribed', event };
  return {
    kind: 'subscribed',
    event,
    expires: seconds(field(final.message, 'Expires')),
    notified: notify !== undefined,
  };
}

const eventOf = ({ requests, final, provisional }: Transaction): string => {
  const entry = requests[0] ?? final[0] ?? provisional[0];
  return entry ? (fields(entry.message, 'Event')[0]?.split(';')[0]?.trim() ?? '') : '';
};

/** What became of one request of any method but INVITE */
export function requestOutcome(call: Call, last: Transaction, coverage: Coverage): Outcome {
  const { method } = last;
  const final = finalOf(last);
  const code = final?.code ?? null;
  if (last.requests.length === 0)
    return { kind: 'response-only', method, code: code ?? last.provisional[0]?.code ?? 0 };
  if (code === null) {
    const progress = last.provisional.at(-1);
    return progress ? { kind: 'provisional-only', code: progress.code!, seconds: null } : noReply(call, last, coverage);
  }
  const by = partyName(call, originOf(call, last, final!).from);
  const why = reasons(final!.message);
  if (code === 401 || code === 407) return challenged(call, last, code);
  if (code === 403 && hasCredentials(last.requests[0]!))
    return { kind: 'auth-forbidden', method, code, by, reasons: why };
  if (method === 'REGISTER' || (code >= 300 && method !== 'OPTIONS'))
    return { kind: 'failed', method, code, by, waited: null, reasons: why };
  return { kind: 'replied', method, code, by };
}

/** A challenge as the last word: of the requests since the last one that got through, some had credentials, or none. */
function challenged(call: Call, last: Transaction, code: number): Outcome {
  const { method, client } = last;
  const all = call.transactions.filter((one) => one.method === method && one.client === client);
  const accepted = all.findLastIndex((one) => (finalOf(one)?.code ?? 700) < 300);
  const tries = all.slice(accepted + 1).filter((one) => one.requests.some(hasCredentials)).length;
  const earlier = accepted >= 0;
  return tries > 0 ? { kind: 'auth-failed', method, code, tries, earlier } : { kind: 'auth-unanswered', method, code };
}

/** That the trace has no response at all to the request of a transaction, and what that proves */
export function noReply(call: Call, transaction: Transaction, coverage: Coverage): Outcome {
  const { method, requests, server } = transaction;
  const proof = proofOfReply(call, transaction);
  if (proof) return { kind: 'reply-not-captured', method, proof: proof.method };
  const sent = requests.filter(({ repeat }) => repeat !== 'copy');
  const to = partyName(call, server);
  const report = sent.map((one) => undeliveredOf(coverage, one)).find((one) => one !== null);
  if (report) return { kind: 'undelivered', method, requests: sent.length, to, why: report.why, by: report.by };
  if (sent.length === 1 && !coverage.unread) return { kind: 'alone', method, to };
  if (!coverage.whole) return { kind: 'reply-not-read', method, requests: sent.length, to };
  return { kind: 'no-reply', method, requests: sent.length, seconds: between(sent[0], sent.at(-1)), to };
}
