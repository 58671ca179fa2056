import type { Call } from '../calls/types.ts';
import { watched, type Coverage } from '../calls/coverage.ts';
import { found, type Finding } from './findings.ts';
import { nonceOf, rejectedOf, rounds, staleOf, type Round } from '../calls/challenges.ts';
import { finalOf } from '../calls/transactions.ts';
import { hasCredentials } from '../calls/queries.ts';

// Challenges and credentials. One round trip is how authentication works; a second one without stale=true is not.
// Challenges by AKA have rules of their own (aka.ts).

/** Failures of a request that say nothing of its credentials: they may come before these are looked at. */
const UNDECIDED = [400, 408, 500, 501, 502, 503, 504];

/** §22.1: a challenge and then a request that gets through, so nothing is wrong. */
export function authNormal(call: Call): Finding[] {
  return rounds(call)
    .flatMap((challenged) => {
      const round = challenged.find((one) => !rejectedOf(one));
      const next = round?.next;
      const final = next && finalOf(next);
      if (!round || !next || !hasCredentials(next.requests[0]!) || challenged.some((one) => rejectedOf(one))) return [];
      if (!final || [401, 403, 407, ...UNDECIDED].includes(final.code!)) return [];
      const detail = { method: round.transaction.method, code: round.final.code! };
      return [found({ kind: 'auth-normal', ...detail }, [round.request, round.final, next.requests[0]!])];
    })
    .slice(0, 1);
}

/**
 * §22.1: credentials that were refused must not be sent again; only stale=true (RFC 7616 §3.3) asks for a second try. A
 * refresh with a nonce from long ago is challenged again by many servers without stale=true; that is no refusal if the
 * request that follows gets through.
 */
export function authLoop(call: Call): Finding[] {
  return rounds(call).flatMap((challenged) => {
    const refused = lastRun(challenged);
    const first = refused[0];
    if (!first) return [];
    const sent = refused.map((one) => rejectedOf(one)!);
    const used = new Set(sent.map(nonceOf));
    const sameNonce = refused.length > 1 && new Set(sent.map((one) => one.get('nonce'))).size === 1;
    // A server that asks with one nonce again and again gives the client no other to take.
    const renewed = refused.some(({ challenges }) => challenges.some((asked) => !used.has(nonceOf(asked))));
    if (!refused.some((one) => one.fresh) && !(sameNonce && renewed)) return [];
    const detail = {
      method: first.transaction.method,
      code: first.final.code!,
      tries: refused.length,
      realm: sent[0]!.get('realm') ?? '',
      user: sent[0]!.get('username') ?? '',
      sameNonce: sameNonce && renewed,
    };
    return [
      found(
        { kind: 'auth-loop', ...detail },
        refused.flatMap(({ request, final }) => [request, final]),
      ),
    ];
  });
}

/** The rounds at the end whose credentials were refused; none if what follows them got through */
function lastRun(challenged: Round[]): Round[] {
  const last = challenged.at(-1);
  const after = last?.next && finalOf(last.next);
  if (after && ![401, 403, 407].includes(after.code!)) return [];
  const run: Round[] = [];
  for (const round of challenged.toReversed()) {
    const next = run.at(-1);
    if (next && next.transaction !== round.next) break;
    if (rejectedOf(round) && !staleOf(round)) run.push(round);
    else if (run.length > 0) break;
    else if (!staleOf(round)) return [];
  }
  return run.reverse();
}

/** RFC 7616 §3.3: stale=true means right password, old nonce. Once is normal; again and again the nonce lives too short. */
export function authStale(call: Call): Finding[] {
  return rounds(call).flatMap((challenged) => {
    const refused = challenged.filter(staleOf);
    const last = refused.at(-1);
    if (!last) return [];
    const ended = last.next !== undefined && (finalOf(last.next)?.code ?? 700) < 300;
    const entries = refused.flatMap(({ request, final }) => [request, final]);
    return [
      found({ kind: 'auth-stale', times: refused.length, ended }, entries, refused.length === 1 ? 'note' : 'warning'),
    ];
  });
}

/** A client answers a challenge at once; some wait for the user to type a password. */
const ANSWER = 5;

/** §22.1: the client gave up at the challenge: no account for the realm, or no algorithm that it knows (RFC 8760 §2.4). */
export function authUnanswered(call: Call, coverage: Coverage): Finding[] {
  return rounds(call).flatMap((challenged) => {
    const last = challenged.at(-1);
    if (!last || last.next || last.credentials.length > 0) return [];
    const realm = last.challenges[0]?.get('realm') ?? '';
    const algorithms = last.challenges.map((one) => one.get('algorithm') ?? 'MD5');
    const detail = { code: last.final.code!, realm, algorithms: [...new Set(algorithms)] };
    const severity = watched(coverage, last.final, ANSWER) ? 'warning' : 'note';
    return [found({ kind: 'auth-unanswered', ...detail }, [last.request, last.final], severity)];
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
