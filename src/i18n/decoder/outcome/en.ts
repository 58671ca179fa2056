import type { Names } from '../../../decoder/show/code-names.ts';
import { codeName } from '../../../decoder/show/code-names.ts';
import type { Outcome, Side } from '../../../decoder/outcome/outcome.ts';
import type { Reason, Warning } from '../../../decoder/message/reason.ts';
import { partyEn, partyFirstEn } from '../party.ts';

/** @returns a time as people say it: `20.0 s`, `2 min 5 s`, `1 h 3 min` */
export function duration(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 3600
    ? `${Math.floor(whole / 60)} min ${whole % 60} s`
    : `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;
const aMethod = (method: string): string => `${/^[AEIOU]/.test(method) ? 'an' : 'a'} ${method}`;
const side: Record<Side, string> = { caller: 'The caller', callee: 'The called side' };
const after = (seconds: number | null): string =>
  seconds === null ? '' : seconds < 0.05 ? ' at once' : ` after ${duration(seconds)}`;

/** @returns `Q.850 cause 16 (normal call clearing)`, `SIP 200 OK, “Call completed elsewhere”` */
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

/** @returns `Warning 399 (Miscellaneous warning), “…”, from proxy.example.com` */
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
        ? 'The call was answered and is still up at the end of the trace.'
        : `The call was answered and is still up at the end of the trace, ${duration(outcome.talk)} later.`;
    case 'ack-dropped':
      return `The called side ended the answered call${after(outcome.talk)}, because no ACK to its 200 OK had arrived.`;
    case 'unconfirmed':
      return `The call was answered but never confirmed: no ACK came, and the 2xx was sent again ${outcome.repeats === 1 ? 'once' : `${outcome.repeats} times`}${outcome.seconds === null ? '' : ` within ${duration(outcome.seconds)}`}.`;
    case 'session-expired':
      return `${side[outcome.by]} ended the answered call${after(outcome.talk)}, when its session interval of ${outcome.interval} s ran out without a refresh.`;
    case 'dialog-lost':
      return `The answered call was lost${after(outcome.talk)}: ${aMethod(outcome.method)} inside it got ${code(outcome.code)}, so the other side no longer knew the call.`;
    case 'answered-after-cancel':
      return outcome.cleared
        ? 'The call was answered at the moment when the caller cancelled, and was then ended by BYE.'
        : 'The call was answered at the moment when the caller cancelled, and no BYE ended it within the trace.';
    case 'forked':
      return `${outcome.answers} phones answered the same call, and ${outcome.cleared} of the ${outcome.answers} calls ended by BYE within the trace.`;
    case 'cancelled': {
      const { ringing, rang, waited, elsewhere, reasons, confirmed } = outcome;
      const when = rang
        ? ringing === null
          ? 'while it was ringing'
          : `after ${duration(ringing)} of ringing`
        : waited === null
          ? 'before it rang'
          : `after ${duration(waited)}, before it rang`;
      const open = confirmed ? '' : ', and no final response to the INVITE followed';
      if (elsewhere) return `The caller’s side cancelled ${when}${open}; Reason says completed elsewhere.`;
      return `The caller cancelled ${when}${open}.${because(reasons, names)}`;
    }
    case 'terminated':
      return `The call ended with ${code(outcome.code)}${after(outcome.waited)}, although the trace shows no CANCEL from the caller.`;
    case 'busy':
      return outcome.rang
        ? `The called side was alerted and then reported busy with ${code(outcome.code)}.`
        : `The called side was busy: ${code(outcome.code)}.`;
    case 'declined':
      return outcome.rang
        ? `The called side declined the call with ${code(outcome.code)}${outcome.ringing === null ? '' : ` after ${duration(outcome.ringing)} of ringing`}.`
        : `The called side declined the call with ${code(outcome.code)} before it rang.`;
    case 'no-answer':
      return outcome.ringing === null
        ? `It rang and nobody answered, until ${code(outcome.code)} ended the attempt.`
        : `It rang for ${duration(outcome.ringing)} and nobody answered, until ${code(outcome.code)} ended the attempt.`;
    case 'unknown-target':
      return `${partyFirstEn(outcome.by)} does not know the called address as it was dialed: ${code(outcome.code)}.`;
    case 'redirected':
      return outcome.targets.length === 0
        ? `The call was redirected with ${code(outcome.code)}, but no Contact says where to.`
        : `The call was redirected with ${code(outcome.code)} to ${outcome.targets.join(' or ')}, and the trace shows no attempt there.`;
    case 'media-refused':
      return `The called side refused the media of the call: ${code(outcome.code)}.`;
    case 'auth-failed':
      return `Authentication of the ${outcome.method} failed: ${count(outcome.tries, 'request')} with credentials, and the last answer is ${code(outcome.code)} again.`;
    case 'auth-unanswered':
      return `The ${outcome.method} was challenged with ${code(outcome.code)}, and no request with credentials followed.`;
    case 'auth-forbidden':
      return `The server took no further credentials for the ${outcome.method}: ${code(outcome.code)} came after the challenge was answered.`;
    case 'failed':
      return `${partyFirstEn(outcome.by)} ended the ${outcome.method} with ${code(outcome.code)}${after(outcome.waited)}.`;
    case 'provisional-only':
      return `The last answer is ${code(outcome.code)}, and no final response comes within the trace${outcome.seconds === null ? '' : `, which goes on for ${duration(outcome.seconds)} after the request`}.`;
    case 'no-reply': {
      const { method, requests, seconds, to } = outcome;
      if (requests === 1) return `The trace shows one ${method} to ${partyEn(to)} and no reply to it.`;
      const span = seconds === null ? '' : ` within ${duration(seconds)}`;
      return `${partyFirstEn(to)} did not reply at all: the ${method} was sent ${requests} times${span}, and a 408 in the log of the client was made up there and was never on the wire.`;
    }
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
      return `The trace begins inside the call; ${outcome.by === 'caller' ? 'the side whose requests come first in it' : 'the other side'} ended it.${because(outcome.reasons, names)}`;
    case 'inside-only':
      return 'The trace shows a part of a call without its beginning and its end.';
    case 'response-only':
      return `The trace shows ${outcome.code === 0 ? 'responses' : code(outcome.code)} to ${outcome.method || 'a request'}, but not the request itself.`;
  }
}
