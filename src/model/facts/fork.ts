import type { Code } from '../../schema/content.ts';
import type { Method, Source } from '../../schema/index.ts';
import { METHODS } from '../../schema/index.ts';

/** One of the two codes of a pair, the lower one first. */
export type Side = 'a' | 'b';

/**
 * How firmly two codes are bound to different requests: by the text, by today's text only (a deprecated code, or one that
 * a later RFC narrowed), or typically, because a list of methods is our judgement.
 */
export type Firmness = 'never' | 'today' | 'typically';

/**
 * What reaches the caller when one branch of a fork returns `a` and another returns `b`, and nothing else comes
 * (RFC 3261 §16.7).
 */
export interface ForkOutcome {
  /**
   * - a number: the code that the proxy chooses
   * - `both`: each is forwarded (1xx other than 100, several 2xx to INVITE)
   * - `merged`: one response with the challenges of both (401, 407)
   * - `either`: the rules leave the choice to the proxy
   * - `none`: neither is forwarded
   * - `n/a`: they never answer the same request, for want of a method that both can answer, because one of them answers
   *   only inside a dialog and the other only outside one, or because one answers only a request that no proxy has forwarded
   */
  winner: number | 'both' | 'merged' | 'either' | 'none' | 'n/a';
  /** The code that leaves the proxy, where it is not the winner itself (a lone 503 leaves as 500). */
  sent: number | null;
  reason: ForkReason;
  /** Within 4xx: the codes that tell how to correct the request; null elsewhere, and where neither does. */
  mends: 'a' | 'b' | 'both' | null;
  /** The code that only the first hop returns; null where neither is one. */
  firstHop: 'a' | 'b' | null;
  /** Every section, or step of a section, that the outcome rests on. */
  sources: Source[];
  /** The codes whose part in it is our judgement. */
  judged: Side[];
}

export type ForkReason =
  | 'no-common-method'
  | 'no-common-method-today'
  | 'no-common-method-typically'
  | 'success-at-once'
  | 'provisional-forwarded'
  | 'provisional-then-final'
  | 'provisional-then-success'
  | 'provisional-then-global'
  | 'in-dialog'
  | 'not-forwarded'
  | 'global-failure'
  | 'global-failure-no-cancel'
  | 'lowest-class'
  | 'lowest-class-unless-followed'
  | 'same-class'
  | 'preferred'
  | 'challenges-merged'
  | 'challenge-preferred'
  | 'several-successes'
  | 'first-success'
  | 'unavailable-last'
  | 'flow-first'
  | 'first-hop';

/** RFC 3261 §16.7: a proxy that follows Contact itself, what is forwarded at once, the choice of the best, cancelling. */
const RECURSE: Source = 'RFC 3261 §16.7 step 4';
const FORWARD: Source = 'RFC 3261 §16.7 step 5';
const CHOOSE: Source = 'RFC 3261 §16.7 step 6';
const CANCEL: Source = 'RFC 3261 §16.7 step 10';

/** Requests that no dialog has inside: CANCEL follows another one, REGISTER goes to a server. PUBLISH may (RFC 3903 §4). */
const OUTSIDE_DIALOGS: readonly Method[] = ['CANCEL', 'REGISTER'];

/** The methods that a code can answer; `inside` counts "any request in a dialog" as well */
const methodsOf = (code: Code, inside: boolean): Set<Method> =>
  new Set(
    code.methods.flatMap((method) =>
      method === 'any'
        ? [...METHODS]
        : method !== 'in-dialog'
          ? [method]
          : inside
            ? METHODS.filter((one) => !OUTSIDE_DIALOGS.includes(one))
            : [],
    ),
  );

/** The methods that a code can answer, inside dialogs too */
export const answeredMethods = (code: Code): Set<Method> => methodsOf(code, true);

const shared = (a: Code, b: Code, inside: boolean): Method[] => {
  const [left, right] = [methodsOf(a, inside), methodsOf(b, inside)];
  return METHODS.filter((method) => left.has(method) && right.has(method));
};

/** The methods that both codes can answer; empty if they never answer the same request */
export const commonMethods = (a: Code, b: Code): Method[] => shared(a, b, true);

/** Whether the list of methods of one of them is our judgement */
export const judged = (...codes: Code[]): boolean => codes.some((code) => code.judgement.includes('methods'));
/** Whether a list is one on paper: a deprecated code is met elsewhere too, one that the client makes up anywhere */
export const onPaper = (...codes: Code[]): boolean => codes.some((code) => code.deprecated || code.local !== undefined);
/** How firmly two codes without a common method are apart */
export const apart = (a: Code, b: Code): Firmness => (onPaper(a, b) ? 'today' : judged(a, b) ? 'typically' : 'never');

/** Whether both can answer one request only inside a dialog, where a request has one target (RFC 3261 §16.5) */
export const onlyInside = (a: Code, b: Code): boolean =>
  a.inDialogOnly === true || b.inDialogOnly === true || shared(a, b, false).length === 0;

/** Whether one of them answers only inside a dialog and the other only outside one, so that no request gets both */
export const insideOutside = (a: Code, b: Code): boolean =>
  (a.inDialogOnly === true && b.outsideDialogOnly === true) ||
  (b.inDialogOnly === true && a.outsideDialogOnly === true);

/** Whether only the first hop returns the code, to a request that no proxy has forwarded (RFC 3329 §2.3.2) */
export const fromFirstHop = (code: Code): boolean => code.fork?.as === 'first-hop';

/** Whether a proxy may try what Contact names; an alternative in the body is nothing for it (RFC 3261 §21.3.5) */
const followable = (code: Code): boolean => code.responseClass === 3 && !code.retry.change?.includes('service');

/** Header fields that tell when to try again or what was wrong, not what to change. */
const NO_REMEDY = ['Retry-After', 'Warning'];

/** Whether RFC 3261 §16.7 step 6 names the code among its examples of what to prefer: 401, 407, 415, 420, 484 */
const named = (code: Code): boolean => code.fork?.as === 'challenge' || code.fork?.as === 'preferred';

/**
 * Whether the response is named by RFC 3261 §16.7 step 6, or itself says in a header field what to change, which is our
 *   judgement; a request with another method is not "this request" any more
 */
const mends = (code: Code): boolean =>
  named(code) ||
  (code.retry.action === 'modified' &&
    code.detailIn !== undefined &&
    !code.detailIn.in &&
    !code.retry.change?.includes('method') &&
    !NO_REMEDY.includes(code.detailIn.header));

/**
 * @param a code with the lower number
 * @param b code with the higher number
 * @returns which of the two a forking, transaction-stateful proxy passes to the caller
 */
export function forkOutcome(a: Code, b: Code): ForkOutcome {
  const outcome = weigh(a, b);
  if (outcome.winner !== 'n/a' && insideOutside(a, b)) {
    const inside = a.inDialogOnly ? a : b;
    return {
      ...outcome,
      winner: 'n/a',
      sent: null,
      reason: 'no-common-method',
      sources: inside.methodsIn ?? [inside.definedIn],
      // That the other one makes no sense inside a dialog is said in no section in full.
      judged: [inside === a ? 'b' : 'a'],
    };
  }
  // A request inside a dialog has one target: the rule is valid, but no proxy ever has to apply it (RFC 3261 §16.5).
  return outcome.winner !== 'n/a' && onlyInside(a, b)
    ? { ...outcome, sent: null, judged: [], reason: 'in-dialog', sources: ['RFC 3261 §12.2.1.1', 'RFC 3261 §16.5'] }
    : outcome;
}

function weigh(a: Code, b: Code): ForkOutcome {
  const outcome = (
    winner: ForkOutcome['winner'],
    reason: ForkReason,
    sources: Source[],
    sent: number | null = null,
  ): ForkOutcome => ({
    winner,
    sent,
    reason,
    mends: fourHundreds(a, b),
    firstHop: fromFirstHop(a) ? 'a' : fromFirstHop(b) ? 'b' : null,
    sources,
    judged: judgedToMend(a, b, reason),
  });

  const common = commonMethods(a, b);
  if (common.length === 0) {
    const reason = (
      { never: 'no-common-method', today: 'no-common-method-today', typically: 'no-common-method-typically' } as const
    )[apart(a, b)];
    const sources = [a, b].filter((code) => !judged(code)).flatMap((code) => code.methodsIn ?? [code.definedIn]);
    const ours = [...(judged(a) ? (['a'] as const) : []), ...(judged(b) ? (['b'] as const) : [])];
    return { ...outcome('n/a', reason, [...new Set(sources)]), judged: ours };
  }

  // A branch of a fork has been forwarded, so none returns what only the first hop may.
  if (fromFirstHop(a) || fromFirstHop(b)) return outcome('n/a', 'first-hop', ['RFC 3329 §2.3.2']);

  // Step 5: every provisional response but 100 is forwarded at once; only then do final ones matter.
  const forwarded = (code: Code) => code.fork?.as !== 'not-forwarded';
  if (!a.final && !b.final) {
    if (forwarded(a) && forwarded(b)) return outcome('both', 'provisional-forwarded', [FORWARD]);
    const one = forwarded(a) ? a : forwarded(b) ? b : null;
    return outcome(one?.number ?? 'none', 'not-forwarded', [FORWARD]);
  }
  if (!a.final) {
    const sent = b.fork?.as === 'becomes-500' ? 500 : null;
    return forwarded(a)
      ? outcome(
          'both',
          b.responseClass === 2
            ? 'provisional-then-success'
            : b.responseClass === 6
              ? 'provisional-then-global'
              : 'provisional-then-final',
          // That a 2xx ends the search is the cancelling of the rest (step 10).
          b.responseClass === 2 ? [FORWARD, CANCEL] : [FORWARD, CHOOSE],
          sent,
        )
      : outcome(b.number, 'not-forwarded', sent === null ? [FORWARD] : [FORWARD, CHOOSE], sent);
  }

  // Step 5: a 2xx to INVITE is forwarded at once, each of them; other requests get one final response.
  if (a.responseClass === 2 && b.responseClass === 2)
    return common.includes('INVITE')
      ? outcome('both', 'several-successes', [FORWARD, 'RFC 3261 §13.2.2.4'])
      : outcome('either', 'first-success', [FORWARD]);
  if (a.responseClass === 2) return outcome(a.number, 'success-at-once', [FORWARD, CANCEL]);

  // Step 6: a 6xx if there is one, else the lowest class.
  if (b.responseClass === 6)
    return a.responseClass === 6
      ? outcome('either', 'same-class', [CHOOSE])
      : outcome(
          b.number,
          // Only INVITE can be cancelled (RFC 3261 §9.1).
          common.includes('INVITE') ? 'global-failure' : 'global-failure-no-cancel',
          // Step 6 chooses it, step 5 cancels the other branches and forbids new ones.
          [CHOOSE, FORWARD],
        );
  // A failed flow is replaced by another one before it is weighed; the rules for classes stay as they are (RFC 5626 §7).
  const flow = (code: Code) => code.fork?.as === 'other-flow';
  if (a.responseClass !== b.responseClass)
    return flow(a)
      ? outcome(a.number, 'flow-first', [CHOOSE, 'RFC 5626 §7', 'RFC 5626 §11.5'])
      : followable(a)
        ? outcome(a.number, 'lowest-class-unless-followed', [CHOOSE, RECURSE])
        : outcome(a.number, 'lowest-class', [CHOOSE]);

  // Step 7: the challenges of all 401 and 407 go into the one that is forwarded.
  const challenge = (code: Code) => code.fork?.as === 'challenge';
  if (challenge(a) && challenge(b)) return outcome('merged', 'challenges-merged', [CHOOSE, 'RFC 3261 §16.7 step 7']);
  // Step 6: within 4xx those that let the caller correct the request come first.
  if (named(a) !== named(b)) {
    const one = named(a) ? a : b;
    return outcome(one.number, challenge(one) ? 'challenge-preferred' : 'preferred', [CHOOSE]);
  }
  // Step 6: a 503 goes upstream only for want of anything else, and then as 500.
  const unavailable = (code: Code) => code.fork?.as === 'becomes-500';
  if (unavailable(a) !== unavailable(b)) return outcome((unavailable(a) ? b : a).number, 'unavailable-last', [CHOOSE]);
  return flow(a) || flow(b)
    ? outcome('either', 'flow-first', [CHOOSE, 'RFC 5626 §7', 'RFC 5626 §11.5'])
    : outcome('either', 'same-class', followable(a) ? [CHOOSE, RECURSE] : [CHOOSE]);
}

/** Reasons whose sentence says which of the codes tells how to correct the request. */
const SAY_WHAT_MENDS: readonly ForkReason[] = ['same-class', 'preferred', 'challenge-preferred'];

/** The codes that the sentence counts among those to prefer though step 6 does not name them */
function judgedToMend(a: Code, b: Code, reason: ForkReason): Side[] {
  const which = fourHundreds(a, b);
  if (!which || !SAY_WHAT_MENDS.includes(reason)) return [];
  return (['a', 'b'] as const).filter((side) => (which === 'both' || which === side) && !named(side === 'a' ? a : b));
}

function fourHundreds(a: Code, b: Code): ForkOutcome['mends'] {
  if (a.responseClass !== 4 || b.responseClass !== 4) return null;
  if (mends(a) && mends(b)) return 'both';
  return mends(a) ? 'a' : mends(b) ? 'b' : null;
}
