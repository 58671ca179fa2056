import type { Call, Dialog, Entry, Transaction } from '../calls/types.ts';
import { sideOf } from '../calls/dialogs.ts';
import { GIVE_UP, watched, type Coverage } from '../calls/coverage.ts';
import { addresses, cseq, field, readUri, vias, type Uri } from '../message/fields.ts';
import { sdpOf } from '../message/sdp.ts';
import { found, type Finding } from './findings.ts';
import { unacknowledged } from '../outcome/answered.ts';
import { finalOf } from '../calls/transactions.ts';
import { again, attemptsOf, between, cancelOf, once, ringingOf } from '../calls/queries.ts';
import { grouped } from '../message/grouped.ts';

// ACK, CANCEL and forks: how an INVITE is answered and confirmed.

/** §13.3.1.4: a 2xx is repeated until its ACK arrives, for 64 times T1; then the answering side ends the call. */
export function ackMissing({ dialogs }: Call): Finding[] {
  return dialogs.flatMap((dialog) => {
    const { answer, answersAgain, acks, byes } = dialog;
    // Without a repeat the ACK arrived, even if it took a way that the trace does not see.
    if (!answer || answersAgain.length === 0) return [];
    const bye = byes.find((one) => sideOf(dialog, one) === 'callee');
    const gaveUp = bye !== undefined && unacknowledged(dialog, bye);
    if (acks.length > 0 && !gaveUp && answersAgain.length < 3) return [];
    const last = gaveUp ? bye : answersAgain.at(-1);
    const detail = { repeats: answersAgain.length, seconds: between(answer, last), ended: gaveUp };
    // One or two repeats may be an ACK that is only late.
    const severity = gaveUp || answersAgain.length >= 3 ? 'fault' : 'warning';
    return [found({ kind: 'ack-missing', ...detail }, [answer, ...answersAgain, ...(gaveUp ? [bye] : [])], severity)];
  });
}

/** The 2xx to INVITEs of a call by the tag of the answering side. */
const answersOf = ({ transactions }: Call): Map<string, Entry[]> =>
  grouped(
    transactions.flatMap(({ method, final }) => (method === 'INVITE' ? final.filter(({ code }) => code! < 300) : [])),
    ({ toTag }) => toTag,
  );

/** Requests that the caller itself sent into a dialog, each with the 2xx that it had got: no hop lies between */
function ownRequests(dialog: Dialog, byTag: Map<string, Entry[]>): { request: Entry; answer: Entry }[] {
  const number = dialog.answer?.cseq;
  const answers = new Map<number, Entry>();
  for (const answer of byTag.get(dialog.calleeTag) ?? [])
    if (answer.cseq === number && !answers.has(answer.to)) answers.set(answer.to, answer);
  return [...dialog.acks, ...dialog.later.flatMap(({ requests }) => requests)].flatMap((request) => {
    if (request.fromTag !== dialog.callerTag || vias(request.message).length !== 1) return [];
    const answer = answers.get(request.from);
    return answer ? [{ request, answer }] : [];
  });
}

/** §12.2.1.1: the ACK to a 2xx goes to its Contact, or first to the route set. Only the caller itself is looked at. */
export function ackMisrouted(call: Call): Finding[] {
  const answers = answersOf(call);
  return call.dialogs.flatMap((dialog) => {
    const own = ownRequests(dialog, answers).find(({ request }) => request.method === 'ACK');
    const contact = own && addresses(own.answer.message, 'Contact')[0];
    if (!own || !contact || own.request.message.start.kind !== 'request') return [];
    // A strict router is in the Request-URI itself, and the Contact closes the Route (§12.2.1.1).
    const routes = addresses(own.answer.message, 'Record-Route');
    if (routes.length > 0 && !routes.at(-1)!.uri.params.has('lr')) return [];
    const target = own.request.message.start.uri;
    if (samePlace(readUri(target), contact.uri, own.request.message.transport === 'TLS')) return [];
    return [found({ kind: 'ack-misrouted', target, contact: contact.text }, [own.answer, own.request])];
  });
}

/** The port of a URI that names none: that of its transport (RFC 3261 §19.1.2), which a connection may tell. */
const portsOf = ({ port, scheme, params }: Uri, tls: boolean): number[] =>
  port !== null
    ? [port]
    : scheme === 'sips' || params.get('transport') === 'tls'
      ? [5061]
      : tls
        ? [5060, 5061]
        : [5060];

/** Equal enough to reach the same place: user, host and port; parameters may be dropped by elements on the way. */
const samePlace = (a: Uri, b: Uri, tls: boolean): boolean =>
  a.host === b.host &&
  portsOf(a, tls).some((port) => portsOf(b, tls).includes(port)) &&
  (a.user === b.user || a.user === '' || b.user === '');

/** §13.2.2.4, §17.1.1.3: an ACK has the number of its INVITE. */
export function ackCseq({ transactions }: Call, { whole }: Coverage): Finding[] {
  return transactions.flatMap(({ method, cseq: invite, acks }) => {
    // One with the right number next to it shows that the other belongs to an INVITE that the trace does not have.
    if (method !== 'INVITE' || !whole || acks.some((ack) => ack.cseq === invite)) return [];
    const wrong = once(acks).find((ack) => ack.cseq !== invite);
    return wrong ? [found({ kind: 'ack-cseq', ack: wrong.cseq, invite }, [wrong])] : [];
  });
}

/** §17.1.1.3: the ACK to a failure has the branch of its INVITE; one with another branch acknowledges nothing. */
export function ackBranch({ entries, transactions }: Call): Finding[] {
  const matched = new Set(transactions.flatMap(({ acks }) => acks));
  const failures = new Map<string, Transaction>();
  for (const one of transactions) {
    const key = `${one.cseq} ${one.client}`;
    if (one.method === 'INVITE' && (finalOf(one)?.code ?? 0) >= 300 && !failures.has(key)) failures.set(key, one);
  }
  return entries.flatMap((ack) => {
    if (ack.method !== 'ACK' || ack.code !== null || matched.has(ack) || ack.repeat !== null) return [];
    const failed = failures.get(`${ack.cseq} ${ack.from}`);
    const final = failed && finalOf(failed);
    return final && final.toTag === ack.toTag ? [found({ kind: 'ack-branch', code: final.code! }, [final, ack])] : [];
  });
}

/** §17.2.1: a failure to INVITE is repeated until its ACK arrives. */
export function failureWithoutAck({ transactions }: Call): Finding[] {
  return transactions.flatMap(({ method, requests, final, acks }) => {
    const first = final[0];
    // An INVITE that comes again gets the failure again as well (§17.2.1): that is no want of an ACK.
    const repeats =
      again(final).length - again(requests).filter((one) => first && one.message.index > first.message.index).length;
    if (method !== 'INVITE' || !first || first.code! < 300 || acks.length > 0 || repeats <= 0) return [];
    return [found({ kind: 'ack-missing-failure', code: first.code!, repeats }, final)];
  });
}

/** §9.2: CANCEL has no effect on a call that was answered; the caller has to acknowledge and send BYE (§13.2.2.4). */
export function successAfterCancel(call: Call, coverage: Coverage): Finding[] {
  const dialogs = grouped(call.dialogs, ({ calleeTag }) => calleeTag);
  return attemptsOf(call).flatMap((invite) => {
    const cancel = cancelOf(call, invite);
    const answer =
      cancel && invite.final.find(({ code, message }) => code! < 300 && message.index > cancel.message.index);
    if (!answer) return [];
    const dialog = dialogs.get(answer.toTag)?.[0];
    const cleared = (dialog?.byes.length ?? 0) > 0 ? true : watched(coverage, answer, GIVE_UP) ? false : null;
    const severity = cleared === false ? 'fault' : 'note';
    return [found({ kind: 'success-after-cancel', cleared }, [cancel, answer], severity)];
  });
}

/** §13.2.2.4: each 2xx of a fork makes a dialog of its own, which gets an ACK; those that are not wanted get a BYE. */
export function forkedAnswers({ dialogs }: Call, coverage: Coverage): Finding[] {
  const answered = dialogs.filter((dialog): dialog is Dialog & { answer: Entry } => dialog.answer !== null);
  if (answered.length < 2) return [];
  const open = answered.filter(({ byes }) => byes.length === 0);
  const unconfirmed = answered.filter(({ acks }) => acks.length === 0).length;
  const sure = open.every(({ answer }) => watched(coverage, answer, GIVE_UP));
  const entries = answered.map(({ answer }) => answer);
  const settled = open.length <= 1 && unconfirmed === 0;
  const detail = { answers: answered.length, open: open.length, unconfirmed, settled };
  return [found({ kind: 'forked-answers', ...detail }, entries, open.length > 1 && sure ? 'fault' : 'note')];
}

/** §9.1, §9.2: after the 200 to CANCEL, the INVITE itself gets 487; the caller gives up waiting after 64 times T1. */
export function cancelWithoutFinal(call: Call, coverage: Coverage): Finding[] {
  return attemptsOf(call).flatMap((invite) => {
    const cancel = cancelOf(call, invite);
    if (!cancel || invite.final.length > 0 || !watched(coverage, cancel, GIVE_UP)) return [];
    return [found({ kind: 'cancel-without-final', seconds: GIVE_UP }, [cancel])];
  });
}

/** §9.1: a CANCEL waits for the first provisional response. Responses that are not there at all may not have been seen. */
export function cancelTooEarly(call: Call): Finding[] {
  return attemptsOf(call).flatMap((invite) => {
    const request = invite.requests[0];
    const cancel = cancelOf(call, invite);
    const first = invite.provisional[0] ?? invite.final[0];
    if (!request || !cancel || !first || first.message.index < cancel.message.index) return [];
    return [found({ kind: 'cancel-too-early' }, [request, cancel, first])];
  });
}

/** §12.2.1.1: a side numbers its requests in a dialog upwards; a lower number gets 500 (§12.2.2). */
export function cseqOrder({ dialogs }: Call): Finding[] {
  return dialogs.flatMap((dialog) => {
    const highest = new Map<string, number>();
    if (dialog.answer) highest.set(dialog.callerTag, cseq(dialog.answer.message)?.number ?? 0);
    return dialog.later.flatMap(({ method, requests }) => {
      const request = requests[0];
      if (!request || request.cseq === null || method === 'CANCEL' || method === 'ACK') return [];
      // On another hop the same requests may come in between, so each sender is counted for itself.
      const sender = `${request.fromTag} ${request.from}`;
      const before = highest.get(sender) ?? highest.get(request.fromTag);
      highest.set(sender, Math.max(request.cseq, before ?? 0));
      if (before === undefined || request.cseq >= before) return [];
      return [found({ kind: 'cseq-order', method, number: request.cseq, before }, [request])];
    });
  });
}

/** §12.2.1.1: the 2xx brings the route set, and the caller sends its requests in the dialog with Route. */
export function routeMissing(call: Call): Finding[] {
  const answers = answersOf(call);
  return call.dialogs.flatMap((dialog) => {
    const own = ownRequests(dialog, answers).find(
      ({ request, answer }) =>
        field(request.message, 'Route') === null && addresses(answer.message, 'Record-Route').length > 0,
    );
    if (!own) return [];
    const routes = addresses(own.answer.message, 'Record-Route').length;
    return [found({ kind: 'route-missing', method: own.request.method, routes }, [own.answer, own.request])];
  });
}

/** RFC 3960 §3.2: with SDP but without 180, the caller hears only what the network sends. */
export function earlyMediaWithoutRinging(call: Call): Finding[] {
  return attemptsOf(call).flatMap((invite) => {
    const media = invite.provisional.find(({ code, message }) => code === 183 && sdpOf(message) !== null);
    // A 180 may still come as long as there is no final response.
    if (!media || invite.final.length === 0 || ringingOf(invite)) return [];
    return [found({ kind: 'early-media-no-ringing', code: 183 }, [media])];
  });
}
