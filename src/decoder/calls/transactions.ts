import type { Entry, Transaction } from './types.ts';
import { fields, vias } from '../message/fields.ts';

/** Captured within this time, an equal message is a second copy from the capture: no timer of SIP is that short. */
const COPY = 0.05;

/**
 * @param entries messages of one Call-ID in order; their `repeat` is set here
 * @returns transactions in the order of their first message; an ACK to a 2xx is joined to its INVITE
 */
export function findTransactions(entries: Entry[]): Transaction[] {
  const found = new Map<string, Transaction>();
  const alone: Entry[] = [];
  const seen = new Map<string, Entry>();
  const twice = everyTwice(entries);
  for (const entry of entries) {
    const key = keyOf(entry);
    markRepeat(entry, key, seen, twice);
    if (entry.method === 'ACK' && entry.code === null) {
      const own = found.get(key);
      if (own) own.acks.push(entry);
      else alone.push(entry);
      continue;
    }
    let transaction = found.get(key);
    if (!transaction) {
      const { method, cseq, code } = entry;
      const [client, server] = code === null ? [entry.from, entry.to] : [entry.to, entry.from];
      const initial = code === null ? entry.toTag === '' : true;
      transaction = { method, cseq, requests: [], provisional: [], final: [], acks: [], client, server, initial };
      found.set(key, transaction);
    }
    // A capture may have the response first; the request itself tells better.
    if (entry.code === null && transaction.requests.length === 0) transaction.initial = entry.toTag === '';
    if (entry.code === null) transaction.requests.push(entry);
    else if (entry.code < 200) transaction.provisional.push(entry);
    else transaction.final.push(entry);
  }
  const transactions = [...found.values()];
  const answered = new Map<string, Transaction>();
  /** The lowest number of the INVITEs that were answered with the same tags. */
  const lowest = new Map<string, number>();
  for (const one of transactions)
    if (one.method === 'INVITE')
      for (const tags of new Set(one.final.filter(({ code }) => code! < 300).map(tagsOf))) {
        if (one.cseq !== null) lowest.set(tags, Math.min(one.cseq, lowest.get(tags) ?? Infinity));
        for (const key of fits(tags, one.cseq, one.client, one.server).flat()) {
          const known = answered.get(key);
          if (!known || one.final[0]!.message.index < known.final[0]!.message.index) answered.set(key, one);
        }
      }
  // Responses alone do not tell whether their INVITE was the first one: one with the tags of an earlier answer was not.
  for (const one of transactions)
    if (one.requests.length === 0 && one.final[0])
      one.initial = !((lowest.get(tagsOf(one.final[0])) ?? Infinity) < one.cseq!);
  const numbers = new Set(transactions.filter(({ method }) => method === 'INVITE').map(({ cseq }) => cseq));
  for (const ack of alone) {
    const [numbered, others] = fits(tagsOf(ack), ack.cseq, ack.from, ack.to);
    const same = numbered.map((key) => answered.get(key)).find((one) => one !== undefined);
    // With the number of another INVITE in the trace, or before the answer, it belongs to that other one.
    const other = others
      .map((key) => answered.get(key))
      .find((one) => one !== undefined && one.final[0]!.message.index < ack.message.index);
    const invite = same ?? (numbers.has(ack.cseq) ? undefined : other);
    invite?.acks.push(ack);
  }
  return transactions;
}

/**
 * In a log that writes whole seconds, a message sent again after half a second has an equal time too.
 *
 * @returns whether equal times can mean copies: the times are finer, or every message is there several times
 */
function everyTwice(entries: Entry[]): boolean {
  const timed = entries.filter(({ message }) => message.time !== null);
  if (timed.some(({ message }) => !Number.isInteger(message.time))) return true;
  const counts = new Map<string, number>();
  for (const { message } of timed) {
    const key = `${message.time} ${message.raw}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts.values()].every((count) => count > 1);
}

/** The 2xx or, without one, the last final response of a transaction that is no repeat; null if there is none */
export function finalOf(transaction: Transaction): Entry | null {
  const first = transaction.final.filter(({ repeat }) => repeat === null);
  return first.find(({ code }) => code! < 300) ?? first.at(-1) ?? null;
}

/**
 * RFC 3261 §17.2.3 and §17.1.3: branch with its magic cookie, sent-by and method, where ACK counts as INVITE. An older
 * branch is not unique, so the tag of From and the number of CSeq are taken with it (RFC 2543; §17.2.3).
 */
function keyOf({ message, method, cseq, fromTag }: Entry): string {
  const via = vias(message)[0];
  const branch = via?.params.get('branch') ?? '';
  const kind = method === 'ACK' ? 'INVITE' : method;
  const place = via ? `${via.host}:${via.port ?? ''}` : '';
  return /^z9hG4bK/i.test(branch)
    ? `${branch.toLowerCase()} ${place} ${kind}`
    : `${branch} ${place} ${kind} ${cseq} ${fromTag}`;
}

/** Both tags, which tell the dialogs of one Call-ID apart */
const tagsOf = ({ fromTag, toTag }: Entry): string => `${fromTag} ${toTag}`;

/**
 * Keys under which an ACK finds its INVITE among those with a 2xx of the same tags, the best first: the same
 *   sender before the same receiver; with the number of the INVITE, and without
 */
const fits = (tags: string, cseq: number | null, client: number, server: number): [string[], string[]] => {
  const hops = [`${client} ${server}`, `${client} *`, `* ${server}`, '* *'];
  return [hops.map((hop) => `${tags} ${cseq} ${hop}`), hops.map((hop) => `${tags} * ${hop}`)];
};

/** Sets `repeat`: a request with an earlier key, an equal final response, a provisional response equal in every byte. */
function markRepeat(entry: Entry, place: string, seen: Map<string, Entry>, twice: boolean): void {
  const { message, code, cseq, toTag } = entry;
  // What a capture or log cut before its CSeq may be another message of the same look.
  if (cseq === null && message.cut) return;
  const what =
    code === null
      ? `${entry.method} ${cseq} ${fields(message, 'RAck').join()}`
      : code < 200
        ? `${code} ${message.raw}`
        : `${code} ${toTag}`;
  const key = `${place} ${what}`;
  const earlier = seen.get(key);
  if (!earlier) {
    seen.set(key, entry);
    return;
  }
  const elsewhere = earlier.from !== entry.from || earlier.to !== entry.to;
  const [before, now] = [earlier.message.time, message.time];
  const atOnce = twice && before !== null && now !== null && Math.abs(now - before) < COPY;
  entry.repeat = elsewhere || (atOnce && earlier.message.raw === message.raw) ? 'copy' : 'retransmission';
}
