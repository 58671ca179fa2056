import type { Call, Entry, Transaction } from './calls.ts';
import type { PartyName } from './parties.ts';
import { field } from '../message/fields.ts';

// Small questions about a call that outcome and rules ask alike.

/** @returns the time from one message to another in seconds, or null where one is missing or has no time */
export const between = (from: Entry | undefined | null, to: Entry | undefined | null): number | null =>
  from?.message.time == null || to?.message.time == null ? null : to.message.time - from.message.time;

/** @returns whether a request carries credentials */
export const hasCredentials = ({ message }: Entry): boolean =>
  field(message, 'Authorization') !== null || field(message, 'Proxy-Authorization') !== null;

/** @returns the messages that are neither sent nor captured again */
export const once = (entries: Entry[]): Entry[] => entries.filter(({ repeat }) => repeat === null);

/** @returns the messages that were sent again over the network */
export const again = (entries: Entry[]): Entry[] => entries.filter(({ repeat }) => repeat === 'retransmission');

/** @returns the initial INVITEs that the caller's own element sent, in order: retries after a challenge or redirect too */
export function attemptsOf(call: Call): Transaction[] {
  const invites = call.transactions.filter(({ method, initial }) => method === 'INVITE' && initial);
  return invites.filter(({ client }) => client === invites[0]!.client);
}

/** @returns the first CANCEL of an INVITE on its hop, or null */
export function cancelOf(call: Call, invite: Transaction): Entry | null {
  const cancel = call.transactions.find(
    ({ method, cseq, client }) => method === 'CANCEL' && cseq === invite.cseq && client === invite.client,
  );
  return cancel?.requests[0] ?? null;
}

/** @returns the first response that says that the call makes progress */
export const progressOf = (transaction: Transaction): Entry | undefined =>
  transaction.provisional.find(({ code }) => code! > 100);

/** @returns how a party is called */
export const partyName = (call: Call, party: number): PartyName => call.parties[party]?.label ?? { unnamed: 'unknown' };
