import type { Names } from '../../../decoder/show/code-names.ts';
import { codeName } from '../../../decoder/show/code-names.ts';
import type { Outcome, Side } from '../../../decoder/outcome/types.ts';
import type { Reason, Warning } from '../../../decoder/message/reason.ts';
import { partyEn, partyFirstEn } from '../party/en.ts';

/** A time as people say it: `20.0 s`, `2 min 5 s`, `1 h 3 min` */
export function duration(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 3600
    ? `${Math.floor(whole / 60)} min ${whole % 60} s`
    : `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

const aMethod = (method: string): string => `${/^[AEIOU]/.test(method) ? 'an' : 'a'} ${method}`;
const many = (number: number): string => (number === 1 ? 'once' : number === 2 ? 'twice' : `${number} times`);
const side: Record<Side, string> = { caller: 'The caller', callee: 'The called side' };
const after = (seconds: number | null): string =>
  seconds === null ? '' : seconds < 0.05 ? ' at once' : ` after ${duration(seconds)}`;

/** `Q.850 cause 16 (normal call clearing)`, `SIP 200 OK, “Call completed elsewhere”` */
export function reasonText({ protocol, cause, text, location }: Reason, names: Names): string {
  const known = protocol === 'Q.850' ? names.causes[cause ?? -1] : undefined;
  const what =
    cause === null
      ? protocol
      : protocol === 'Q.850'
        ? `Q.850 cause ${cause}${known ? ` (${known})` : ''}`
        : protocol === 'SIP'
          ? `SIP ${codeName(cause, names)}`
          : `${protocol} ${cause}`;
  return `${what}${text === '' ? '' : `, “${text}”`}${location === '' ? '' : `, location ${location}`}`;
}

/** `Warning 399 (Miscellaneous warning), “…”, from proxy.example.com` */
export function warningText({ code, agent, text }: Warning, names: Names): string {
  const name = names.warnings[code];
  return `Warning ${code}${name ? ` (${name})` : ''}${text === '' ? '' : `, “${text}”`}, from ${agent}`;
}

const because = (list: Reason[], names: Names): string =>
  list.length === 0 ? '' : ` Reason says ${list.map((one) => reasonText(one, names)).join(' and ')}.`;

/**
 * @param outcome what came out of a call or another exchange
 * @param names of codes and causes
 * @returns one English sentence, with a second one where Reason adds something
 */
export function outcome(outcome: Outcome, names: Names): string {
  const code = (number: number) => codeName(number, names);
  switch (outcome.kind) {
    case 'ended': {
      const { by, talk, setup, reasons } = outcome;
      const answered = setup === null ? '' : ` It had been answered ${duration(setup)} after the INVITE.`;
      const when = talk === null ? 'the answered call' : `the answered call after ${duration(talk)}`;
      return `${side[by]} ended ${when}.${answered}${because(reasons, names)}`;
    }
    case 'up':
      return outcome.talk === null
        ? 'The call was answered, and the trace ends without a BYE.'
        : `The call was answered, and the trace ends ${duration(outcome.talk)} later without a BYE.`;
    case 'ack-dropped':
      return `The called side ended the answered call${after(outcome.talk)}, because no ACK to its 200 OK had arrived.`;
    case 'unconfirmed':
      return `The call was answered, but the trace has no ACK: the 2xx was sent again ${many(outcome.repeats)}${outcome.seconds === null ? '' : ` within ${duration(outcome.seconds)}`}.`;
    case 'session-expired':
      return `${side[outcome.by]} ended the answered call${after(outcome.talk)}, about when its session interval of ${outcome.interval} s ran out; the trace has no refresh.`;
    case 'dialog-lost':
      return `The answered call was lost${after(outcome.talk)}: ${aMethod(outcome.method)} inside it got ${code(outcome.code)}, which ends the call for its sender.`;
    case 'answered-after-cancel':
      return outcome.cleared
        ? 'The call was answered at the moment when the caller cancelled, and was then ended by BYE.'
        : 'The call was answered at the moment when the caller cancelled, and no BYE ended it within the trace.';
    case 'forked':
      return `${outcome.answers} phones answered the same call, and ${outcome.cleared} of the ${outcome.answers} calls ended by BYE within the trace.`;
    case 'cancelled': {
      const { ringing, rang, waited, elsewhere, reasons } = outcome;
      const when = rang
        ? ringing === null
          ? ' while it was ringing'
          : ` after ${duration(ringing)} of ringing`
        : `${after(waited)}, with no 180 Ringing in the trace`;
      const end =
        outcome.code === null
          ? '; the trace has no final response to the INVITE'
          : outcome.code === 487
            ? ''
            : `, and the INVITE ended with ${code(outcome.code)}`;
      if (elsewhere)
        return `The caller’s side cancelled${when}${end}. Reason says that the call was completed elsewhere.`;
      return `The caller cancelled${when}${end}.${because(reasons, names)}`;
    }
    case 'terminated':
      return `The call ended with ${code(outcome.code)}${after(outcome.waited)}, although the trace has no CANCEL from the caller.${because(outcome.reasons, names)}`;
    case 'busy':
      return `${partyFirstEn(outcome.by)} reported busy${outcome.rang ? ' after a 180 Ringing' : ''}: ${code(outcome.code)}.${because(outcome.reasons, names)}`;
    case 'declined': {
      const rang = outcome.ringing === null ? ' after a 180 Ringing' : ` after ${duration(outcome.ringing)} of ringing`;
      return `${partyFirstEn(outcome.by)} reported that the call was declined${outcome.rang ? rang : ''}: ${code(outcome.code)}.${because(outcome.reasons, names)}`;
    }
    case 'blocked': {
      const { location } = outcome.blocking;
      const what = outcome.code === 603 ? '603 Network Blocked (603+)' : code(outcome.code);
      return `A network blocked the call with ${what}, which came from ${partyEn(outcome.by)}${location === '' ? '' : ` with location ${location}`}.`;
    }
    case 'no-answer':
      return `It rang${outcome.ringing === null ? '' : ` for ${duration(outcome.ringing)}`} and nobody answered, until ${code(outcome.code)} ended the attempt.${because(outcome.reasons, names)}`;
    case 'unknown-target':
      return `${partyFirstEn(outcome.by)} reported no destination for the called address as it was dialed: ${code(outcome.code)}.${because(outcome.reasons, names)}`;
    case 'redirected':
      return outcome.targets.length === 0
        ? `The call was redirected with ${code(outcome.code)}, but no Contact says where to.`
        : `The call was redirected with ${code(outcome.code)} to ${outcome.targets.join(' or ')}, and the trace shows no attempt there.`;
    case 'media-refused':
      return `${partyFirstEn(outcome.by)} answered the INVITE with ${code(outcome.code)}: the session that it offers was refused.`;
    case 'auth-failed': {
      const { method, tries, earlier } = outcome;
      const sent =
        tries === 1 ? `The ${method} carried credentials` : `${tries} ${method} requests carried credentials`;
      return `${sent}, and the last response is still ${code(outcome.code)}.${earlier ? ` An earlier ${method} in the trace got through.` : ''}`;
    }
    case 'auth-unanswered':
      return `The ${outcome.method} was challenged with ${code(outcome.code)}, and the trace has no request with credentials after it.`;
    case 'auth-forbidden':
      return `${partyFirstEn(outcome.by)} answered the ${outcome.method} with ${code(outcome.code)} although it carried credentials.${because(outcome.reasons, names)}`;
    case 'failed':
      return `${partyFirstEn(outcome.by)} answered the ${outcome.method} with ${code(outcome.code)}${after(outcome.waited)}.${because(outcome.reasons, names)}`;
    case 'provisional-only':
      return outcome.seconds === null
        ? `The last response is ${code(outcome.code)}, and the trace has no final one.`
        : `The last response is ${code(outcome.code)}; the trace goes on for ${duration(outcome.seconds)} after the request and has no final one.`;
    case 'alone':
      return `The trace holds one ${outcome.method} to ${partyEn(outcome.to)}; what came back is not in it.`;
    case 'no-reply': {
      const { method, requests, seconds, to } = outcome;
      const span = seconds === null ? '' : ` within ${duration(seconds)}`;
      return `The ${method} to ${partyEn(to)} was sent ${many(requests)}${span}, and the trace has no reply. If a log of the client names a 408, the client made it up itself: it was never on the wire.`;
    }
    case 'undelivered': {
      const { method, requests, to, why, by } = outcome;
      const what = {
        port: 'nothing listens there',
        host: 'the host cannot be reached',
        network: 'there is no way to its network',
        protocol: 'the host does not know the transport',
        prohibited: 'a filter refuses it',
      }[why];
      return `The ${method} to ${partyEn(to)} was sent ${many(requests)} and did not arrive: ICMP from ${by} says that ${what}.`;
    }
    case 'reply-not-read':
      return `The ${outcome.method} to ${partyEn(outcome.to)} was sent ${many(outcome.requests)}. No reply could be read, but the trace is not complete, so one may have come.`;
    case 'reply-not-captured':
      return `The trace has the ${outcome.method} and a later ${outcome.proof}, which shows that a response came in between; the response itself is not in the trace.`;
    case 'registered': {
      const { expires, contacts, challenged } = outcome;
      const time = expires === null ? '' : ` for ${expires} s`;
      const more = contacts > 1 ? `, with ${contacts} contacts bound in all` : '';
      return `The phone is registered${time}${challenged ? ', after the usual challenge' : ''}${more}.`;
    }
    case 'unregistered':
      return 'The phone removed its registration.';
    case 'bindings-listed':
      return `The client asked which contacts are registered: ${outcome.contacts}.`;
    case 'subscribed': {
      const time = outcome.expires === null ? '' : ` for ${outcome.expires} s`;
      return outcome.notified
        ? `The subscription to ${outcome.event || 'the event'} stands${time}, and NOTIFY came.`
        : `The subscription to ${outcome.event || 'the event'} was accepted${time}, but no NOTIFY is in the trace.`;
    }
    case 'unsubscribed':
      return `The subscription to ${outcome.event || 'the event'} was ended.`;
    case 'notified':
      return `The state of ${outcome.event || 'the event'} was reported by NOTIFY and accepted.`;
    case 'replied':
      return outcome.method === 'OPTIONS'
        ? `${partyFirstEn(outcome.by)} answered OPTIONS with ${code(outcome.code)}, so it can be reached.`
        : `${partyFirstEn(outcome.by)} answered the ${outcome.method} with ${code(outcome.code)}.`;
    case 'end-only':
      return outcome.method === 'BYE'
        ? `The trace begins inside the call; a BYE from ${partyEn(outcome.by)} ended it.${because(outcome.reasons, names)}`
        : `The trace begins after the INVITE; a CANCEL from ${partyEn(outcome.by)} ended the attempt.${because(outcome.reasons, names)}`;
    case 'inside-only':
      return 'The trace shows a part of a call without its beginning and its end.';
    case 'response-only':
      return `The trace shows ${outcome.code === 0 ? 'responses' : code(outcome.code)} to ${outcome.method || 'a request'}, but not the request itself.`;
  }
}
