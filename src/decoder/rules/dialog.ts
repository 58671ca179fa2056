import type { Call, Dialog, Entry } from '../calls/calls.ts';
import { sideOf } from '../calls/dialogs.ts';
import { addresses, cseq, field, readUri, type Uri } from '../message/fields.ts';
import { found, type Finding } from './findings.ts';
import { unacknowledged } from '../outcome/answered.ts';
import { finalOf } from '../calls/transactions.ts';
import { again, attemptsOf, between, cancelOf, once, progressOf } from '../calls/queries.ts';

// ACK, CANCEL and forks: how an INVITE is answered and confirmed.

/** §13.3.1.4: a 2xx is repeated until its ACK arrives, for 64 times T1; then the answering side ends the call. */
export function ackMissing({ dialogs }: Call): Finding[] {
  return dialogs.flatMap((dialog) => {
    const { answer, answersAgain, acks, byes } = dialog;
    if (!answer) return [];
    const bye = byes.find((one) => sideOf(dialog, one) === 'callee');
    const gaveUp = bye !== undefined && unacknowledged(dialog, bye);
    if (answersAgain.length === 0 ? !gaveUp : acks.length > 0 && !gaveUp && answersAgain.length < 3) return [];
    const last = gaveUp ? bye : (answersAgain.at(-1) ?? answer);
    const detail = { repeats: answersAgain.length, seconds: between(answer, last), ended: gaveUp };
    return [found({ kind: 'ack-missing', ...detail }, [answer, ...answersAgain, ...(gaveUp ? [bye] : [])])];
  });
}

/** §12.2.1.1: the ACK to a 2xx goes to its Contact, or first to the route set. Only the hop of the caller is compared. */
export function ackMisrouted({ dialogs }: Call): Finding[] {
  return dialogs.flatMap(({ answer, acks }) => {
    const ack = acks.find(({ from }) => from === answer?.to);
    const contact = answer && addresses(answer.message, 'Contact')[0];
    if (!answer || !ack || !contact || ack.message.start.kind !== 'request') return [];
    // A strict router stands in the Request-URI itself, and the Contact closes the Route (§12.2.1.1).
    const routes = addresses(answer.message, 'Record-Route');
    if (routes.length > 0 && !routes.at(-1)!.uri.params.has('lr')) return [];
    const target = ack.message.start.uri;
    if (samePlace(readUri(target), contact.uri)) return [];
    return [found({ kind: 'ack-misrouted', target, contact: contact.text }, [answer, ack])];
  });
}

/** Equal enough to reach the same place: user, host and port; parameters may be dropped by elements on the way. */
const samePlace = (a: Uri, b: Uri): boolean =>
  a.host === b.host && (a.port ?? 5060) === (b.port ?? 5060) && (a.user === b.user || a.user === '' || b.user === '');

/** §13.2.2.4, §17.1.1.3: an ACK has the number of its INVITE. */
export function ackCseq({ transactions }: Call): Finding[] {
  return transactions.flatMap(({ method, cseq: invite, acks }) => {
    const wrong = method === 'INVITE' ? once(acks).find((ack) => ack.cseq !== invite) : undefined;
    return wrong ? [found({ kind: 'ack-cseq', ack: wrong.cseq, invite }, [wrong])] : [];
  });
}

/** §17.1.1.3: the ACK to a failure has the branch of its INVITE; one with another branch acknowledges nothing. */
export function ackBranch({ entries, transactions }: Call): Finding[] {
  const matched = new Set(transactions.flatMap(({ acks }) => acks));
  return entries.flatMap((ack) => {
    if (ack.method !== 'ACK' || ack.code !== null || matched.has(ack) || ack.repeat !== null) return [];
    const failed = transactions.find(
      (one) =>
        one.method === 'INVITE' && one.cseq === ack.cseq && one.client === ack.from && (finalOf(one)?.code ?? 0) >= 300,
    );
    const final = failed && finalOf(failed);
    return final && final.toTag === ack.toTag ? [found({ kind: 'ack-branch', code: final.code! }, [final, ack])] : [];
  });
}

/** §17.2.1: a failure to INVITE is repeated until its ACK arrives. */
export function failureWithoutAck({ transactions }: Call): Finding[] {
  return transactions.flatMap(({ method, final, acks }) => {
    const first = final[0];
    const repeats = again(final).length;
    if (method !== 'INVITE' || !first || first.code! < 300 || acks.length > 0 || repeats === 0) return [];
    return [found({ kind: 'ack-missing-failure', code: first.code!, repeats }, final)];
  });
}

/** §9.2: CANCEL has no effect on a call that was answered; the caller has to acknowledge and send BYE (§13.2.2.4). */
export function successAfterCancel(call: Call): Finding[] {
  return attemptsOf(call).flatMap((invite) => {
    const cancel = cancelOf(call, invite);
    const answer =
      cancel && invite.final.find(({ code, message }) => code! < 300 && message.index > cancel.message.index);
    if (!answer) return [];
    const dialog = call.dialogs.find(({ calleeTag }) => calleeTag === answer.toTag);
    const cleared = (dialog?.byes.length ?? 0) > 0;
    return [found({ kind: 'success-after-cancel', cleared }, [cancel, answer], cleared ? 'note' : 'fault')];
  });
}

/** §13.2.2.4: each 2xx of a fork makes a dialog of its own; those that are not wanted get a BYE. */
export function forkedAnswers({ dialogs }: Call): Finding[] {
  const answered = dialogs.filter((dialog): dialog is Dialog & { answer: Entry } => dialog.answer !== null);
  if (answered.length < 2) return [];
  const open = answered.filter(({ byes }) => byes.length === 0).length;
  const entries = answered.map(({ answer }) => answer);
  return [found({ kind: 'forked-answers', answers: answered.length, open }, entries, open > 1 ? 'fault' : 'note')];
}

/** §9.2: after the 200 to CANCEL, the INVITE itself gets 487. */
export function cancelWithoutFinal(call: Call): Finding[] {
  return attemptsOf(call).flatMap((invite) => {
    const cancel = cancelOf(call, invite);
    if (!cancel || invite.final.length > 0) return [];
    return [found({ kind: 'cancel-without-final', seconds: between(cancel, call.entries.at(-1)) }, [cancel])];
  });
}

/** §9.1: a CANCEL waits for the first provisional response. */
export function cancelTooEarly(call: Call): Finding[] {
  return attemptsOf(call).flatMap((invite) => {
    const request = invite.requests[0];
    const cancel = cancelOf(call, invite);
    const first = invite.provisional[0] ?? invite.final[0];
    if (!request || !cancel || (first && first.message.index < cancel.message.index)) return [];
    return [found({ kind: 'cancel-too-early' }, [request, cancel])];
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
      const side = `${request.fromTag}`;
      const before = highest.get(side);
      highest.set(side, Math.max(request.cseq, before ?? 0));
      // Another hop shows the same request again, with the same number.
      if (before === undefined || request.cseq >= before) return [];
      return [found({ kind: 'cseq-order', method, number: request.cseq, before }, [request])];
    });
  });
}

/** §12.2.1.1: a dialog whose answer has Record-Route sends its requests with Route, seen at the caller's hop. */
export function routeMissing({ dialogs }: Call): Finding[] {
  return dialogs.flatMap((dialog) => {
    const { answer, invite, acks, later } = dialog;
    if (!answer) return [];
    const added = addresses(answer.message, 'Record-Route').length;
    const before = invite?.requests[0] ? addresses(invite.requests[0].message, 'Record-Route').length : 0;
    const routes = added - before;
    const sent = [...acks, ...later.flatMap(({ requests }) => requests)].find(
      (one) => one.from === answer.to && one.fromTag === dialog.callerTag && field(one.message, 'Route') === null,
    );
    return routes > 0 && sent ? [found({ kind: 'route-missing', method: sent.method, routes }, [answer, sent])] : [];
  });
}

/** RFC 3960 §3.2: with SDP but without 180, the caller hears only what the network sends. */
export function earlyMediaWithoutRinging(call: Call): Finding[] {
  return attemptsOf(call).flatMap((invite) => {
    const first = progressOf(invite);
    const media = invite.provisional.find(({ code, message }) => code === 183 && message.body.includes('v=0'));
    if (!first || !media || invite.provisional.some(({ code }) => code === 180)) return [];
    return [found({ kind: 'early-media-no-ringing', code: 183 }, [media])];
  });
}
