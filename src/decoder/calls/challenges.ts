import type { Call, Entry, Transaction } from './types.ts';
import { digest, fields } from '../message/fields.ts';
import { finalOf } from './transactions.ts';
import { credentialsOf, perCall } from './queries.ts';
import { grouped } from '../message/grouped.ts';

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

/** Whether a challenge is one by AKA (RFC 3310 §3.1; `AKAv2-MD5` and later ones follow its form) */
export const byAka = ({ challenges }: Round): boolean =>
  challenges.some((one) => /^akav/i.test(one.get('algorithm') ?? ''));

/** The credentials of a round for a realm that the response asks for again */
export const rejectedOf = ({ challenges, credentials }: Round): Map<string, string> | undefined => {
  const realms = new Set(challenges.map((asked) => asked.get('realm')));
  return credentials.find((sent) => realms.has(sent.get('realm')));
};

export const staleOf = ({ challenges }: Round): boolean =>
  challenges.some((one) => one.get('stale')?.toLowerCase() === 'true');

/** A request with what tells one attempt from another: the number and credentials of two branches of one fork are equal. */
interface Attempt {
  transaction: Transaction;
  request: Entry;
  credentials: Map<string, string>[];
  same: string;
}

function attemptOf(transaction: Transaction): Attempt {
  const request = transaction.requests[0]!;
  const credentials = credentialsOf(request);
  return { transaction, request, credentials, same: `${request.cseq} ${credentials.map(nonceOf).join()}` };
}

/** Answers, of attempts in order, which later one is the first that is another attempt than a given one. */
class Later {
  private readonly attempts: Attempt[];
  private readonly at: number[];
  /** For each place that of the next attempt that is another one. */
  private readonly other: number[];
  private next = 0;

  /** @param at places of those that count, rising */
  constructor(attempts: Attempt[], at: number[]) {
    this.attempts = attempts;
    this.at = at;
    this.other = at.map((_, place) => place + 1);
    for (let place = at.length - 2; place >= 0; place -= 1)
      if (this.same(place) === this.same(place + 1)) this.other[place] = this.other[place + 1]!;
  }

  /** @param place of an attempt among all; from one question to the next it rises */
  after(place: number): number | undefined {
    while (this.next < this.at.length && this.at[this.next]! <= place) this.next += 1;
    if (this.next === this.at.length) return undefined;
    const first = this.same(this.next) === this.attempts[place]!.same ? this.other[this.next]! : this.next;
    return this.at[first];
  }

  private same(place: number): string {
    return this.attempts[this.at[place]!]!.same;
  }
}

/**
 * Per method and element the requests that were challenged, in order. A client may take a new From tag for each
 *   REGISTER, so outside a dialog the tag does not count; the nonce tells which request answers which challenge.
 */
export const allRounds = perCall(({ transactions }): Round[][] => {
  const groups = new Map<string, Transaction[]>();
  for (const one of transactions) {
    const first = one.requests[0];
    if (!first || ['ACK', 'CANCEL'].includes(one.method)) continue;
    const key = `${one.method} ${one.client} ${one.initial ? '' : first.fromTag}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].map(roundsOf);
});

function roundsOf(all: Transaction[]): Round[] {
  const attempts = all.map(attemptOf);
  const places = attempts.flatMap(({ credentials }, place) =>
    [...new Set(credentials.map(nonceOf))].map((nonce) => ({ nonce, place })),
  );
  const byNonce = new Map(
    [...grouped(places, ({ nonce }) => nonce)].map(([nonce, list]) => [
      nonce,
      new Later(
        attempts,
        list.map(({ place }) => place),
      ),
    ]),
  );
  const any = new Later(attempts, [...attempts.keys()]);
  const found = attempts.flatMap(({ transaction, request, credentials }, place): Round[] => {
    const final = finalOf(transaction);
    if (final?.code !== 401 && final?.code !== 407) return [];
    const challenges = challengesOf(final);
    const answers = challenges.flatMap((asked) => byNonce.get(nonceOf(asked))?.after(place) ?? []);
    const at = answers.length > 0 ? Math.min(...answers) : any.after(place);
    const next = at === undefined ? undefined : all[at];
    return [{ transaction, next, request, final, challenges, credentials, fresh: false }];
  });
  const before = grouped(found, ({ next }) => next);
  for (const round of found) {
    const sent = new Set(round.credentials.map(nonceOf));
    round.fresh = (before.get(round.transaction) ?? []).some(({ challenges }) =>
      challenges.some((asked) => sent.has(nonceOf(asked))),
    );
  }
  return found;
}

/** The same without those by AKA, where a password is not what is asked for */
export const rounds = (call: Call): Round[][] => allRounds(call).filter((group) => !group.some(byAka));
