import { bytesOf } from '../message/octets.ts';
import type { Call, Entry } from '../calls/types.ts';
import { proofOfReply, undeliveredOf, type Coverage } from '../calls/coverage.ts';
import { field, seconds, vias } from '../message/fields.ts';
import { found, type Finding } from './findings.ts';
import { finalOf } from '../calls/transactions.ts';
import { again, between, once, partyName } from '../calls/queries.ts';
import { grouped } from '../message/grouped.ts';

// Requests and responses of every method: lost, repeated, wrong in form.

/**
 * §17.1.1.2, §17.1.2.2: a request is repeated as long as nothing comes back; the client then makes up a 408 by itself
 * (§8.1.3.1).
 */
export function noResponse(call: Call, coverage: Coverage): Finding[] {
  return call.transactions.flatMap((transaction) => {
    const { method, requests, provisional, final, server } = transaction;
    const sent = requests.filter(({ repeat }) => repeat !== 'copy');
    if (sent.length < 2 || provisional.length + final.length > 0 || proofOfReply(call, transaction)) return [];
    // What ICMP says is the reason, and has a finding of its own.
    if (!coverage.whole || sent.some((one) => undeliveredOf(coverage, one) !== null)) return [];
    const detail = { method, sent: sent.length, seconds: between(sent[0], sent.at(-1)), to: partyName(call, server) };
    // Up to the fourth time (3.5 s) the server may only be slow.
    return [found({ kind: 'no-response', ...detail }, sent, sent.length > 3 ? 'fault' : 'warning')];
  });
}

/** Repeats that were answered in the end: something on the way is slow or loses packets. */
export function retransmitted({ transactions }: Call): Finding[] {
  const answered = transactions.filter(({ provisional, final }) => provisional.length + final.length > 0);
  const requests = answered.flatMap((one) => again(one.requests));
  // A 2xx or a failure to INVITE that is repeated for want of ACK has a finding of its own.
  const responses = answered.flatMap((one) => (one.method === 'INVITE' ? [] : again(one.final)));
  if (requests.length + responses.length === 0) return [];
  // Without times, a message that a log has twice looks the same.
  const timed = [...requests, ...responses].every(({ message }) => message.time !== null);
  const detail = { requests: requests.length, responses: responses.length, timed };
  return [found({ kind: 'retransmitted', ...detail }, [...requests, ...responses])];
}

/** §17.1.3, §8.2.6.2: a response has the branch of its request and its CSeq; otherwise the client drops it. */
export function responseUnmatched({ transactions }: Call, { whole }: Coverage): Finding[] {
  const open = new Map<string, Entry>();
  for (const { requests, final, method, cseq } of transactions)
    for (const { from, to } of requests.slice(0, 1))
      if (final.length === 0) open.set(`${method} ${cseq} ${from} ${to}`, requests[0]!);
  return transactions.flatMap(({ requests, final, provisional }) => {
    const response = final[0] ?? provisional[0];
    if (!response) return [];
    const { method, code, cseq, from, to } = response;
    const request = requests[0] ?? open.get(`${method} ${cseq} ${to} ${from}`);
    const what = requests[0] ? 'cseq' : 'branch';
    if (!request || (what === 'cseq' ? request.cseq === cseq : !whole)) return [];
    return [found({ kind: 'response-unmatched', method, code: code!, what }, [request, response])];
  });
}

/** §16.3, §20.22: 70 is usual; a number near zero comes from a loop or from a low first value. */
export function maxForwards({ transactions }: Call): Finding[] {
  const low = transactions.flatMap(({ requests }) => {
    const request = requests[0];
    const left = request ? seconds(field(request.message, 'Max-Forwards')) : null;
    return request && left !== null && left <= 5 ? [{ request, left }] : [];
  });
  if (low.length === 0) return [];
  const least = low.reduce((one, other) => (other.left < one.left ? other : one));
  const severity = least.left === 0 ? 'fault' : 'warning';
  return [
    found(
      { kind: 'max-forwards', left: least.left },
      low.map(({ request }) => request),
      severity,
    ),
  ];
}

/** What the parser stumbled over: §18.3 for Content-Length, §8.1.1 for missing fields, §7 for the rest. */
export function formFaults({ entries }: Call): Finding[] {
  return entries.flatMap((entry) =>
    entry.repeat !== null || entry.message.cut
      ? []
      : entry.message.faults.map(({ kind, detail = '' }) => {
          switch (kind) {
            case 'content-length-too-long':
              return found({ kind: 'content-length', what: 'too-long', detail }, [entry]);
            case 'content-length-too-short':
              return found({ kind: 'content-length', what: 'too-short', detail }, [entry]);
            case 'content-length-missing':
              return found({ kind: 'content-length', what: 'missing', detail }, [entry]);
            case 'header-missing':
              // Senders after RFC 2543 leave it out of ACK, CANCEL and BYE, and nothing fails for it.
              return found(
                { kind: 'header-missing', name: detail },
                [entry],
                detail === 'Max-Forwards' ? 'warning' : 'fault',
              );
            case 'header-malformed':
              return found({ kind: 'malformed', what: 'header', detail }, [entry]);
            default:
              return found({ kind: 'malformed', what: kind, detail }, [entry]);
          }
        }),
  );
}

/** What the trace did to messages, so that the reader knows why less is said of them. One finding per kind. */
export function cutMessages({ entries }: Call): Finding[] {
  const kinds = grouped(entries, ({ message }) => message.cut);
  return [...kinds].flatMap(([how, list]) => (how ? [found({ kind: 'cut', how, count: list.length }, list)] : []));
}

/** §8.1.1.7: a branch without the magic cookie is from before 2002 and need not be unique. */
export function branchOld({ transactions }: Call): Finding[] {
  const old = transactions.find(({ requests }) => {
    const branch = requests[0] && vias(requests[0].message)[0]?.params.get('branch');
    return branch !== undefined && !/^z9hG4bK/i.test(branch);
  });
  const request = old?.requests[0];
  if (!request) return [];
  return [found({ kind: 'branch-old', branch: vias(request.message)[0]?.params.get('branch') ?? '' }, [request])];
}

/** §18.1.1: a request over 1300 bytes goes by TCP, because fragments of UDP get lost. */
export function udpTooLarge({ transactions }: Call): Finding[] {
  const large = transactions.flatMap(({ requests, provisional, final }) => {
    const request = requests[0];
    if (!request || (request.message.transport ?? vias(request.message)[0]?.transport) !== 'UDP') return [];
    const { size, raw } = request.message;
    const bytes = size ?? bytesOf(raw);
    // Repeated and never answered: it may not have arrived whole.
    const lost = again(requests).length > 0 && provisional.length + final.length === 0;
    return bytes > 1300 ? [{ request, bytes, lost }] : [];
  });
  if (large.length === 0) return [];
  const most = large.reduce((one, other) => (other.bytes > one.bytes ? other : one));
  const detail = { method: most.request.method, bytes: most.bytes };
  return [
    found(
      { kind: 'udp-too-large', ...detail },
      large.map(({ request }) => request),
      large.some(({ lost }) => lost) ? 'warning' : 'note',
    ),
  ];
}

/** §16.7 step 6, §21.5.4: a proxy that gets 503 should send 500, unless it cannot serve anything itself. */
export function relayed503({ transactions }: Call): Finding[] {
  const refused = transactions.flatMap((one) => {
    const final = finalOf(one);
    return final?.code === 503 ? [{ one, final }] : [];
  });
  const received = new Map(refused.map(({ one, final }) => [`${one.method} ${one.cseq} ${one.client}`, final]));
  return refused.flatMap(({ one, final }) => {
    const before = received.get(`${one.method} ${one.cseq} ${one.server}`);
    return before && before.message.index < final.message.index
      ? [found({ kind: 'relayed-503' }, [before, final])]
      : [];
  });
}

/** §20.33: a failure that says when to try again. */
export function retryAfter({ transactions }: Call): Finding[] {
  const reported = transactions.flatMap(({ final }) =>
    once(final).flatMap((entry) => {
      const wait = seconds(field(entry.message, 'Retry-After'));
      return entry.code! >= 300 && wait !== null ? [{ entry, wait }] : [];
    }),
  );
  return reported
    .slice(0, 1)
    .map(({ entry, wait }) => found({ kind: 'retry-after', code: entry.code!, seconds: wait }, [entry]));
}
