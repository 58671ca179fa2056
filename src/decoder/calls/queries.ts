import type { Call, Entry, Transaction } from './types.ts';
import type { PartyName } from './parties.ts';
import { digest, fields } from '../message/fields.ts';
import { grouped } from '../message/grouped.ts';

// Small questions about a call that outcome and rules ask alike.

/**
 * The time from one message to a later one in seconds, or null where one is missing, has no time or, because
 *   clocks disagree, has an earlier time
 */
export function between(from: Entry | undefined | null, to: Entry | undefined | null): number | null {
  if (from?.message.time == null || to?.message.time == null) return null;
  const seconds = to.message.time - from.message.time;
  return seconds < 0 ? null : seconds;
}

/** The Digest credentials of a request, those without a value for the nonce and for the response left out */
export const credentialsOf = ({ message }: Entry): Map<string, string>[] =>
  [...fields(message, 'Authorization'), ...fields(message, 'Proxy-Authorization')]
    .map(digest)
    .filter((sent) => sent.get('nonce') !== '' || sent.get('response') !== '');

/**
 * Whether a request answers a challenge. The first REGISTER of an IMS phone has an Authorization that only names
 *   the user, with empty nonce and response (3GPP TS 24.229 §5.1.1.2).
 */
export const hasCredentials = (entry: Entry): boolean => credentialsOf(entry).length > 0;

/** The messages that are neither sent nor captured again */
export const once = (entries: Entry[]): Entry[] => entries.filter(({ repeat }) => repeat === null);

/** The messages that were sent again over the network */
export const again = (entries: Entry[]): Entry[] => entries.filter(({ repeat }) => repeat === 'retransmission');

/**
 * The initial requests of a method that one element sent, in order: retries after a challenge or redirect too.
 *   It is the element whose request comes first in the trace, so a hop of which only responses are there speaks for the
 *   call only where no request is there at all.
 */
export function attemptsOf(call: Call, method = 'INVITE'): Transaction[] {
  const all = call.transactions.filter((one) => one.method === method && one.initial);
  const first = all.find(({ requests }) => requests.length > 0) ?? all[0];
  return all.filter(({ client }) => client === first!.client);
}

/** Remembers what is worked out of a call, for questions that are asked again for each of its transactions. */
export function perCall<Value>(make: (call: Call) => Value): (call: Call) => Value {
  const known = new WeakMap<Call, Value>();
  return (call) => {
    let value = known.get(call);
    if (value === undefined) known.set(call, (value = make(call)));
    return value;
  };
}

/** A map in which the first of several under one key stays */
function firstBy<Item>(items: Item[], keys: (item: Item) => unknown[]): Map<unknown, Item> {
  const found = new Map<unknown, Item>();
  for (const item of items) for (const key of keys(item)) if (!found.has(key)) found.set(key, item);
  return found;
}

const hopOf = ({ cseq, client }: Transaction): string => `${cseq} ${client}`;
const cancels = perCall(({ transactions }) =>
  firstBy(transactions, (one) => (one.method === 'CANCEL' ? [hopOf(one)] : [])),
);

/** The first CANCEL of an INVITE on its hop, or null */
export const cancelOf = (call: Call, invite: Transaction): Entry | null =>
  cancels(call).get(hopOf(invite))?.requests[0] ?? null;

const owners = perCall(({ transactions }) => firstBy(transactions, ({ requests, final }) => [...requests, ...final]));

/** The transaction that a request or a final response belongs to */
export const transactionOf = (call: Call, entry: Entry): Transaction | undefined => owners(call).get(entry);

/** The first response that says that the called phone rings (§21.1.2); a 183 says nothing of the kind */
export const ringingOf = (transaction: Transaction): Entry | undefined =>
  transaction.provisional.find(({ code }) => code === 180);

/**
 * The response that was there first where elements passed a failure on from hop to hop, so that its sender is the
 *   one that made it or the last of them in the trace
 */
export function originOf(call: Call, transaction: Transaction, final: Entry): Entry {
  const onward = sentBy(call);
  let [one, response] = [transaction, final];
  for (;;) {
    const next = onward
      .get(`${one.method} ${one.server}`)
      ?.find(
        (candidate) =>
          candidate !== one &&
          candidate.server !== one.client &&
          candidate.final.some(({ code, message }) => code === response.code && message.index < response.message.index),
      );
    const earlier = next?.final.find(({ code }) => code === response.code);
    if (!next || !earlier) return response;
    [one, response] = [next, earlier];
  }
}

/** Transactions by their method and the element that sent the request. */
const sentBy = perCall(({ transactions }) => grouped(transactions, ({ method, client }) => `${method} ${client}`));

/** How a party is called */
export const partyName = (call: Call, party: number): PartyName => call.parties[party]?.label ?? { unnamed: 'unknown' };
