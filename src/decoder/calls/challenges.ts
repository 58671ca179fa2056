import type { Call, Entry, Transaction } from './calls.ts';
import { digest, fields } from '../message/fields.ts';
import { finalOf } from './transactions.ts';
import { credentialsOf } from './queries.ts';

/** A challenged request, what it brought, and what was asked. */
export interface Round {
  transaction: Transaction;
  /** The request that answers the challenge or, without one, the next of the same element. */
  next: Transaction | undefined;
  request: Entry;
  final: Entry;
  challenges: Map<string, string>[];
  credentials: Map<string, string>[];
  /** The credentials answer the challenge of the round before, so that their nonce is not an old one. */
  fresh: boolean;
}

const challengesOf = ({ message }: Entry) =>
  [...fields(message, 'WWW-Authenticate'), ...fields(message, 'Proxy-Authenticate')].map(digest);

export const nonceOf = (one: Map<string, string>): string => one.get('nonce') ?? '';

/** @returns whether a challenge is one by AKA (RFC 3310 §3.1; `AKAv2-MD5` and later ones follow its form) */
export const byAka = ({ challenges }: Round): boolean =>
  challenges.some((one) => /^akav/i.test(one.get('algorithm') ?? ''));

/** @returns the credentials of a round for a realm that the response asks for again */
export const rejectedOf = ({ challenges, credentials }: Round): Map<string, string> | undefined =>
  credentials.find((sent) => challenges.some((asked) => asked.get('realm') === sent.get('realm')));

export const staleOf = ({ challenges }: Round): boolean =>
  challenges.some((one) => one.get('stale')?.toLowerCase() === 'true');

/** What a request is the same attempt by: the numbers and credentials of two branches of one fork are equal. */
const sameAttempt = (a: Entry, b: Entry): boolean =>
  a.cseq === b.cseq && credentialsOf(a).map(nonceOf).join() === credentialsOf(b).map(nonceOf).join();

/**
 * @returns per method and element the requests that were challenged, in order. A client may take a new From tag for each
 *   REGISTER, so outside a dialog the tag does not count; the nonce tells which request answers which challenge.
 */
export function allRounds({ transactions }: Call): Round[][] {
  const groups = new Map<string, Transaction[]>();
  for (const one of transactions) {
    const first = one.requests[0];
    if (!first || ['ACK', 'CANCEL'].includes(one.method)) continue;
    const key = `${one.method} ${one.client} ${one.initial ? '' : first.fromTag}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].map((all) => {
    const found = all.flatMap((transaction, index): Round[] => {
      const final = finalOf(transaction);
      if (final?.code !== 401 && final?.code !== 407) return [];
      const request = transaction.requests[0]!;
      const [challenges, credentials] = [challengesOf(final), credentialsOf(request)];
      const later = all.slice(index + 1).filter(({ requests }) => !sameAttempt(requests[0]!, request));
      const nonces = challenges.map(nonceOf);
      const answer = later.find(({ requests }) =>
        credentialsOf(requests[0]!).some((one) => nonces.includes(nonceOf(one))),
      );
      return [{ transaction, next: answer ?? later[0], request, final, challenges, credentials, fresh: false }];
    });
    for (const round of found)
      round.fresh = found.some(
        (before) =>
          before.next === round.transaction &&
          before.challenges.some((asked) => round.credentials.some((sent) => nonceOf(sent) === nonceOf(asked))),
      );
    return found;
  });
}

/** @returns the same without those by AKA, where a password is not what is asked for */
export const rounds = (call: Call): Round[][] => allRounds(call).filter((group) => !group.some(byAka));
