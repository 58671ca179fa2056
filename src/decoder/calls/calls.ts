import type { Call, CallKind, Calls, Entry } from './types.ts';
import { cseq, field, tag } from '../message/fields.ts';
import { redacted } from '../message/redacted.ts';
import { findDialogs } from './dialogs.ts';
import { joinLegs } from './legs.ts';
import { logHost, type End } from './ends.ts';
import { findParties, type Ends } from './parties.ts';
import { findTransactions } from './transactions.ts';
import type { Message, Trace } from '../message/types.ts';

/**
 * Groups messages by Call-ID; messages without one form a group of their own per branch.
 *
 * @param trace what the parser found, in order of arrival
 * @returns calls and other exchanges with their transactions (RFC 3261 §17.1.3, §17.2.3), dialogs (§12) and parties
 */
export function findCalls(trace: Pick<Trace, 'messages'>): Calls {
  const groups = new Map<string, Message[]>();
  const hidden = new Tags();
  for (const message of trace.messages) {
    const id = field(message, 'Call-ID') ?? '';
    const key = redacted(id) ? `${id} ${hidden.groupOf(message)}` : id;
    const group = groups.get(key);
    if (group) group.push(message);
    else groups.set(key, [message]);
  }
  const near = logHost(trace.messages);
  const calls = [...groups.values()].map((messages) => callOf(field(messages[0]!, 'Call-ID') ?? '', messages, near));
  return { calls, joins: joinLegs(calls) };
}

/** Tells calls apart whose Call-ID somebody replaced by one word: messages of a call share the tag of From or To. */
class Tags {
  private readonly groups = new Map<string, number>();
  private count = 0;

  groupOf(message: Message): number {
    const tags = (['From', 'To'] as const).map((name) => tag(message, name)).filter((one) => one !== '');
    const known = tags.map((one) => this.groups.get(one)).find((one) => one !== undefined);
    const group = known ?? this.count++;
    for (const one of tags) if (!this.groups.has(one)) this.groups.set(one, group);
    return group;
  }
}

/** Whether the entry is a request */
export const isRequest = (entry: Entry): boolean => entry.code === null;

function callOf(callId: string, messages: Message[], near: End | null): Call {
  const { parties, ends } = findParties(messages, near);
  const entries = messages.map((message, index) => entryOf(message, ends[index]!));
  const transactions = findTransactions(entries);
  return { kind: kindOf(entries), callId, entries, transactions, dialogs: findDialogs(transactions), parties };
}

function entryOf(message: Message, ends: Ends): Entry {
  const { start } = message;
  const number = cseq(message);
  return {
    message,
    method: start.kind === 'request' ? start.method : (number?.method ?? ''),
    code: start.kind === 'response' ? start.code : null,
    cseq: number?.number ?? null,
    fromTag: tag(message, 'From'),
    toTag: tag(message, 'To'),
    ...ends,
    repeat: null,
  };
}

/** What the methods say, the most telling first: a call may hold a SUBSCRIBE, a subscription holds no INVITE. */
const KINDS: [CallKind, string[]][] = [
  ['call', ['INVITE', 'ACK', 'BYE', 'CANCEL', 'PRACK', 'UPDATE', 'INFO', 'REFER']],
  ['registration', ['REGISTER']],
  ['subscription', ['SUBSCRIBE', 'NOTIFY']],
  ['publication', ['PUBLISH']],
  ['message', ['MESSAGE']],
  ['options', ['OPTIONS']],
];

function kindOf(entries: Entry[]): CallKind {
  const methods = new Set(entries.map(({ method }) => method));
  return KINDS.find(([, names]) => names.some((name) => methods.has(name)))?.[0] ?? 'other';
}
