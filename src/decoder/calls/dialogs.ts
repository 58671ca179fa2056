import type { Dialog, Entry, Transaction } from './types.ts';

/**
 * @param transactions those of one Call-ID
 * @returns dialogs in the order in which they were opened
 */
export function findDialogs(transactions: Transaction[]): Dialog[] {
  const found = new Map<string, Dialog>();
  const of = (callerTag: string, calleeTag: string): Dialog => {
    const key = `${callerTag} ${calleeTag}`;
    const dialog = found.get(key) ?? {
      callerTag,
      calleeTag,
      invite: null,
      early: [],
      answer: null,
      answersAgain: [],
      acks: [],
      byes: [],
      later: [],
    };
    found.set(key, dialog);
    return dialog;
  };
  for (const one of transactions) {
    if (one.method !== 'INVITE' || !one.initial) continue;
    for (const entry of one.provisional)
      if (entry.toTag !== '' && entry.code! > 100) of(entry.fromTag, entry.toTag).early.push(entry);
    for (const entry of one.final) {
      if (entry.code! >= 300) continue;
      const dialog = of(entry.fromTag, entry.toTag);
      // The upstream hop forwards the same 2xx: the first seen represents it, what repeats it on its hop is kept.
      if (!dialog.answer) Object.assign(dialog, { answer: entry, invite: one });
      else if (entry.repeat === 'retransmission' && entry.from === dialog.answer.from && entry.to === dialog.answer.to)
        dialog.answersAgain.push(entry);
    }
    for (const ack of one.acks) {
      const dialog = found.get(`${ack.fromTag} ${ack.toTag}`);
      if (dialog?.answer) dialog.acks.push(ack);
    }
  }
  // A trace that begins inside a call shows only requests with both tags; the first of them gives the direction.
  for (const one of transactions) {
    const request = one.requests[0];
    if (!request || one.initial || request.toTag === '') continue;
    const [left, right] = [`${request.fromTag} ${request.toTag}`, `${request.toTag} ${request.fromTag}`];
    const dialog = found.get(left) ?? found.get(right) ?? of(request.fromTag, request.toTag);
    dialog.later.push(one);
    if (one.method === 'BYE') dialog.byes.push(...one.requests);
  }
  return [...found.values()];
}

/** Which side of a dialog sent a request inside it; where a redaction made the tags equal, its party tells */
export const sideOf = (dialog: Dialog, request: Entry): 'caller' | 'callee' => {
  if (dialog.callerTag !== dialog.calleeTag) return request.fromTag === dialog.callerTag ? 'caller' : 'callee';
  return dialog.answer && request.from === dialog.answer.from ? 'callee' : 'caller';
};
