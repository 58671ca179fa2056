import type { Call } from '../calls/types.ts';
import { watched, type Coverage } from '../calls/coverage.ts';
import { digest, fields } from '../message/fields.ts';
import { allRounds, byAka, nonceOf, rejectedOf } from '../calls/challenges.ts';
import { found, type Finding } from './findings.ts';
import { finalOf } from '../calls/transactions.ts';

// Challenges of a mobile network: the SIM card answers them, and no password is typed anywhere (RFC 3310, IMS).

/** A phone asks its SIM card and sets up IPsec before it answers; that takes a moment. */
const ANSWER = 5;

/**
 * RFC 3310 §3.2 to §3.5: the challenge brings RAND and AUTN, the SIM card checks it and answers. `auts` says that its
 * sequence number is another one, which the network then takes over; credentials without a response, that the SIM card
 * did not accept the challenge.
 */
export function aka(call: Call, coverage: Coverage): Finding[] {
  return allRounds(call).flatMap((group): Finding[] => {
    const challenged = group.filter((round) => byAka(round));
    const last = challenged.at(-1);
    if (!last) return [];
    const nonces = new Set(challenged.flatMap(({ challenges }) => challenges.map(nonceOf)));
    const requests = [...new Set(challenged.flatMap(({ next }) => next ?? []))];
    const answers = requests.map((one) => {
      const { message } = one.requests[0]!;
      const sent = [...fields(message, 'Authorization'), ...fields(message, 'Proxy-Authorization')]
        .map(digest)
        .filter((each) => nonces.has(nonceOf(each)));
      const has = (name: string) => sent.some((each) => (each.get(name) ?? '') !== '');
      return { one, sent: sent.length > 0, auts: has('auts'), response: has('response') };
    });
    const end = (last.next && finalOf(last.next)) ?? null;
    const resync = answers.filter(({ auts }) => auts);
    const entries = [last.request, last.final, ...(last.next?.requests.slice(0, 1) ?? []), ...(end ? [end] : [])];
    if (end && end.code! < 300)
      return [
        found({ kind: 'aka', what: resync.length > 0 ? 'resynchronised' : 'normal', code: last.final.code! }, entries),
      ];
    const answer = answers.at(-1);
    const refused = rejectedOf(last) !== undefined || end?.code === 403;
    const what =
      resync.length > 1
        ? 'out-of-step'
        : last.next === undefined && !refused
          ? 'unanswered'
          : answer?.sent && !answer.auts && !answer.response
            ? 'not-accepted'
            : refused && answer?.response && !answer.auts
              ? 'refused'
              : null;
    if (what === null) return [];
    const sure = what !== 'unanswered' || watched(coverage, last.final, ANSWER);
    return [found({ kind: 'aka', what, code: last.final.code! }, entries, sure ? 'warning' : 'note')];
  });
}
