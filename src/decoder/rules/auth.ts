import type { Call, Entry, Transaction } from '../calls/calls.ts';
import { digest, fields } from '../message/fields.ts';
import { found, type Finding } from './findings.ts';
import { finalOf } from '../calls/transactions.ts';
import { hasCredentials } from '../calls/queries.ts';

// Challenges and credentials. One round trip is how authentication works; a second one without stale=true is not.

/** A challenged request, what it brought, and what was asked. */
interface Round {
  transaction: Transaction;
  /** The next request of the same attempt. */
  next: Transaction | undefined;
  request: Entry;
  final: Entry;
  challenges: Map<string, string>[];
  credentials: Map<string, string>[];
}

/** Requests of one method from one element, in order; each list is one attempt to get through. */
function rounds({ transactions }: Call): Round[][] {
  const groups = new Map<string, Transaction[]>();
  for (const one of transactions) {
    const first = one.requests[0];
    if (!first || ['ACK', 'CANCEL'].includes(one.method)) continue;
    const key = `${one.method} ${one.client} ${one.initial} ${first.fromTag}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].map((all) =>
    all.flatMap((transaction, index) => {
      const final = finalOf(transaction);
      if (final?.code !== 401 && final?.code !== 407) return [];
      const request = transaction.requests[0]!;
      const [challenges, credentials] = [challengesOf(final), credentialsOf(request)];
      return [{ transaction, next: all[index + 1], request, final, challenges, credentials }];
    }),
  );
}

const challengesOf = ({ message }: Entry) =>
  [...fields(message, 'WWW-Authenticate'), ...fields(message, 'Proxy-Authenticate')].map(digest);

const credentialsOf = ({ message }: Entry) =>
  [...fields(message, 'Authorization'), ...fields(message, 'Proxy-Authorization')].map(digest);

/** @returns the credentials of a round for a realm that the response asks for again */
const rejectedOf = ({ challenges, credentials }: Round) =>
  credentials.find((sent) => challenges.some((asked) => asked.get('realm') === sent.get('realm')));

const stale = ({ challenges }: Round): boolean => challenges.some((one) => one.get('stale')?.toLowerCase() === 'true');

/** §22.1: a challenge and then a request that gets through, so nothing is wrong. */
export function authNormal(call: Call): Finding[] {
  return rounds(call)
    .flatMap((challenged) => {
      const round = challenged.find((one) => !rejectedOf(one));
      const next = round?.next;
      const final = next && finalOf(next);
      if (!round || !next || !hasCredentials(next.requests[0]!) || challenged.some((one) => rejectedOf(one))) return [];
      if (!final || [401, 403, 407].includes(final.code!)) return [];
      const detail = { method: round.transaction.method, code: round.final.code! };
      return [found({ kind: 'auth-normal', ...detail }, [round.request, round.final, next.requests[0]!])];
    })
    .slice(0, 1);
}

/** §22.1: credentials that were refused must not be sent again; only stale=true (RFC 7616 §3.3) asks for a second try. */
export function authLoop(call: Call): Finding[] {
  return rounds(call).flatMap((challenged) => {
    const refused = challenged.filter((one) => rejectedOf(one) && !stale(one));
    const first = refused[0];
    if (!first) return [];
    const sent = rejectedOf(first)!;
    const nonces = refused.map((one) => rejectedOf(one)!.get('nonce'));
    const detail = {
      code: first.final.code!,
      tries: refused.length,
      realm: sent.get('realm') ?? '',
      user: sent.get('username') ?? '',
      sameNonce: refused.length > 1 && new Set(nonces).size === 1,
    };
    return [
      found(
        { kind: 'auth-loop', ...detail },
        refused.flatMap(({ request, final }) => [request, final]),
      ),
    ];
  });
}

/** RFC 7616 §3.3: stale=true means right password, old nonce. Once is normal; again and again the nonce lives too short. */
export function authStale(call: Call): Finding[] {
  return rounds(call).flatMap((challenged) => {
    const refused = challenged.filter(stale);
    const last = refused.at(-1);
    if (!last) return [];
    const ended = last.next !== undefined && (finalOf(last.next)?.code ?? 700) < 300;
    const entries = refused.flatMap(({ request, final }) => [request, final]);
    const severity = refused.length === 1 && ended ? 'note' : 'warning';
    return [found({ kind: 'auth-stale', times: refused.length, ended }, entries, severity)];
  });
}

/** §22.1: the client gave up at the challenge: no account for the realm, or no algorithm that it knows (RFC 8760 §2.4). */
export function authUnanswered(call: Call): Finding[] {
  return rounds(call).flatMap((challenged) => {
    const last = challenged.at(-1);
    if (!last || last.next || last.credentials.length > 0) return [];
    const realm = last.challenges[0]?.get('realm') ?? '';
    const algorithms = last.challenges.map((one) => one.get('algorithm') ?? 'MD5');
    const detail = { code: last.final.code!, realm, algorithms: [...new Set(algorithms)] };
    return [found({ kind: 'auth-unanswered', ...detail }, [last.request, last.final])];
  });
}

/** §22.1, §22.3: credentials belong to the realm of the challenge; those for another realm are not looked at. */
export function authRealm(call: Call): Finding[] {
  return rounds(call).flatMap((challenged) =>
    challenged
      .flatMap((round, index) => {
        const asked = round.challenges[0]?.get('realm');
        const sent = round.credentials[0]?.get('realm');
        if (asked === undefined || sent === undefined || rejectedOf(round)) return [];
        // Another element on the way may ask for a realm of its own, with another pair of fields.
        const before = challenged[index - 1];
        if (!before || before.challenges.some((one) => one.get('realm') === sent)) return [];
        return [found({ kind: 'auth-realm', asked, sent }, [round.request, round.final])];
      })
      .slice(0, 1),
  );
}

/** §22.2: a request with credentials is a new one and counts CSeq up. */
export function authCseq(call: Call): Finding[] {
  return rounds(call).flatMap((challenged) =>
    challenged
      .flatMap((round) => {
        const next = round.next?.requests[0];
        if (!next || !hasCredentials(next) || next.cseq === null || round.request.cseq === null) return [];
        return next.cseq > round.request.cseq
          ? []
          : [found({ kind: 'auth-cseq', number: next.cseq }, [round.request, next])];
      })
      .slice(0, 1),
  );
}
