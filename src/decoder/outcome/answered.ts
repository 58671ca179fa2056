import type { Call, Dialog, Entry, Transaction } from '../calls/types.ts';
import { sideOf } from '../calls/dialogs.ts';
import { field, seconds } from '../message/fields.ts';
import type { Outcome } from './types.ts';
import { reasons } from '../message/reason.ts';
import { finalOf } from '../calls/transactions.ts';
import { GIVE_UP } from '../calls/coverage.ts';
import { between, cancelOf } from '../calls/queries.ts';

/** T2 of 4 s is the longest pause between two repeats of a 2xx (RFC 3261 §13.3.1.4), and a second to spare. */
const PAUSE = 5;

/**
 * @param call with its dialogs
 * @param invite the last attempt of the caller
 * @param end time of the last message of the trace
 * @returns what became of an answered call; null if no 2xx was seen
 */
export function answeredOutcome(call: Call, invite: Transaction, end: number | null): Outcome | null {
  const answered = call.dialogs.filter(({ answer }) => answer !== null);
  const dialog = answered.length > 1 ? longest(answered, end) : answered[0];
  if (!dialog) return null;
  const answer = dialog.answer!;
  const bye = dialog.byes[0];
  const cancel = cancelOf(call, invite);
  if (cancel && cancel.message.index < answer.message.index)
    return { kind: 'answered-after-cancel', cleared: bye !== undefined };
  if (answered.length > 1)
    return { kind: 'forked', answers: answered.length, cleared: answered.filter(({ byes }) => byes.length > 0).length };
  if (!bye) {
    const again = dialog.answersAgain;
    if (dialog.acks.length === 0 && again.length > 0)
      return { kind: 'unconfirmed', repeats: again.length, seconds: between(answer, again.at(-1)) };
    const lost = lostBy(dialog);
    const talk = between(answer, lost?.final ?? null) ?? sinceAnswer(answer, end);
    return lost ? { kind: 'dialog-lost', talk, method: lost.method, code: lost.final.code! } : { kind: 'up', talk };
  }
  const by = sideOf(dialog, bye);
  const talk = between(answer, bye);
  if (by === 'callee' && unacknowledged(dialog, bye)) return { kind: 'ack-dropped', talk };
  const interval = expired(dialog, bye);
  if (interval !== null) return { kind: 'session-expired', talk, interval, by };
  return { kind: 'ended', by, talk, setup: between(invite.requests[0], answer), reasons: reasons(bye.message) };
}

const sinceAnswer = ({ message: { time } }: Entry, end: number | null): number | null =>
  time === null || end === null || end < time ? null : end - time;

/** Of several answers, the one that was kept: not ended, or ended last. */
function longest(dialogs: Dialog[], end: number | null): Dialog {
  const until = ({ byes }: Dialog) => byes[0]?.message.index ?? (end === null ? Number.MAX_SAFE_INTEGER : Infinity);
  return [...dialogs].sort((left, right) => until(right) - until(left))[0]!;
}

/**
 * Whether the answering side still waited for an ACK when a BYE was sent: it repeated its 2xx until then. An ACK
 *   that is not in the trace proves nothing, as it may take another way than the INVITE.
 */
export function unacknowledged({ answer, answersAgain, acks }: Dialog, bye: Entry): boolean {
  const last = answersAgain.at(-1);
  if (!last) return false;
  const pause = between(last, bye);
  if (acks.length === 0) return pause === null || pause <= PAUSE;
  return answersAgain.length >= 3 && pause !== null && pause <= PAUSE && (between(answer, bye) ?? 0) >= GIVE_UP - 2;
}

/** Methods of which a 481 or 408 says that the call is gone; others belong to a subscription or to one response (RFC 5057 §5.1). */
export const OF_THE_CALL = ['INVITE', 'UPDATE', 'INFO'];

/** The last request of the call itself inside the dialog, if it says that the other side no longer knows it. */
function lostBy(dialog: Dialog): { method: string; final: Entry } | null {
  const last = dialog.later.findLast(({ method, final }) => OF_THE_CALL.includes(method) && final.length > 0);
  const final = last && finalOf(last);
  return final && [408, 481].includes(final.code!) ? { method: last.method, final } : null;
}

/** The session interval in seconds that a 2xx of the dialog set last, with the side that has to refresh */
export function sessionTimer(dialog: Dialog): { interval: number; refresher: string; set: Entry } | null {
  const answers = [
    dialog.answer,
    ...dialog.later.filter(({ method }) => method === 'INVITE' || method === 'UPDATE').map(finalOf),
  ].filter((entry) => entry !== null && entry.code! < 300);
  const set = answers.at(-1);
  const value = set ? field(set.message, 'Session-Expires') : null;
  const interval = seconds(value);
  if (!set || interval === null || interval === 0) return null;
  return { interval, refresher: /refresher\s*=\s*(ua[cs])/i.exec(value!)?.[1]?.toLowerCase() ?? '', set };
}

/**
 * RFC 4028 §10: who does not get a refresh should send BYE a little before the interval ends, by the lesser of 32 s and
 * a third of it; some do it at its end. A BYE at another time has other reasons.
 *
 * @returns the interval if a BYE came at one of these two times, else null
 */
export function expired(dialog: Dialog, bye: Entry): number | null {
  const timer = sessionTimer(dialog);
  const waited = timer && between(timer.set, bye);
  if (!timer || waited === null) return null;
  const early = timer.interval - Math.min(32, timer.interval / 3);
  return [early, timer.interval].some((due) => Math.abs(waited - due) <= 2) ? timer.interval : null;
}
