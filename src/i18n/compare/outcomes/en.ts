import type { WhereToLook, Shared, Together } from '../../../model/compare/findings.ts';
import type { ForkOutcome } from '../../../model/facts/fork.ts';
import {
  aRole,
  deciders,
  dialogClause,
  methodsClause,
  nextClause,
  nextWho,
  or,
  type SentenceContext,
} from '../clauses/en.ts';
import { labels as terms } from '../../labels/en.ts';

/** One English sentence on how both codes can turn up */
export function together(way: Together, { a, b }: SentenceContext): string {
  switch (way.way) {
    case 'provisional-then-final':
      return `Yes: ${a} may come first and ${b} ends the same request.`;
    case 'provisional-then-success':
      return `Yes: ${a} may come first, and ${b} then answers the same request.`;
    case 'provisional-elsewhere':
      return `Only through a fork or forwarding: whoever answers ${b} normally makes that test before it rings or forwards, so the ${a} comes from somewhere else.`;
    case 'trying-first':
      return `Yes: ${a} usually comes first, from the next hop only, and ${b} may follow for the same request.`;
    case 'both-provisional':
      return `Yes: one INVITE can get both, in any order and more than once, until a final response ends it.`;
    case 'never-same-request':
      return {
        never: 'Not for one request, as they are defined for different methods.',
        today: 'By today’s rules not for one request, as they answer different methods.',
        typically: 'Hardly for one request, as they typically answer different methods.',
      }[way.how];
    case 'inside-outside': {
      const [inside, outside] = way.inside === 'a' ? [a, b] : [b, a];
      return `Not for one request: ${inside} answers only requests inside a dialog, and ${outside} fits only those outside one.`;
    }
    case 'local-then-other': {
      const [local, second] = way.local === 'a' ? [a, b] : [b, a];
      return `No server gives both to one request; but a client that waited in vain reports ${local} to itself for any method, and its next attempt may get ${second}.`;
    }
    case 'never-at-once':
      return `No server gives both ${a} and ${b} to one request.`;
    case 'after-challenge': {
      const [first, second] = way.first === 'a' ? [a, b] : [b, a];
      return `A client that answers the challenge of ${first} may get ${second} for the request with credentials.`;
    }
    case 'after-change': {
      const [first, second] = way.first === 'a' ? [a, b] : [b, a];
      return `A client that corrects its request after ${first} may get ${second} for the corrected one.`;
    }
    case 'after-redirect': {
      const [first, second] = way.first === 'a' ? [a, b] : [b, a];
      return `A client that follows ${first} to an address from Contact may get ${second} from there.`;
    }
    case 'after-proxy': {
      const [first, second] = way.first === 'a' ? [a, b] : [b, a];
      return `A client that repeats the request through the proxy named in ${first} may get ${second} that way.`;
    }
    case 'after-alternative': {
      const [first, second] = way.first === 'a' ? [a, b] : [b, a];
      return `A client that uses the alternative of ${first} may get ${second} there, if that is reached by SIP.`;
    }
    case 'after-failover': {
      const [first, second] = way.first === 'a' ? [a, b] : [b, a];
      return `After ${first} another server may be tried, and that one may answer ${second}.`;
    }
    case 'after-flow': {
      const [first, second] = way.first === 'a' ? [a, b] : [b, a];
      return `After ${first} to a request outside a dialog the home proxy may use another flow, and ${second} may come that way.`;
    }
    case 'after-referral': {
      const [first, second] = way.first === 'a' ? [a, b] : [b, a];
      return `After ${first}, a new REFER with a valid token leads to a new request, and that may get ${second}.`;
    }
    case 'after-waiting': {
      const [first, second] = way.first === 'a' ? [a, b] : [b, a];
      return `A client that tries again later after ${first} may get ${second} then.`;
    }
    case 'later-request':
      return `Where ${a} has set up a dialog, a later request in it may get ${b}.`;
    case 'setting-up-only':
      return `Hardly for one request: ${b} answers only requests inside a dialog, and ${a} belongs to setting one up.`;
    case 'separate-requests':
      return `Separate requests in one dialog may get one each.`;
    case 'branches':
      return `Different branches of a fork may return one each for one request.`;
    case 'only-branches':
      return `Both can turn up for one request only on different branches of a fork.`;
  }
}

/** One English sentence on what a forking proxy passes on */
export function fork(fork: ForkOutcome, { a, b }: SentenceContext): string {
  const loser = fork.winner === a ? b : a;
  const sent = fork.sent ? ` If nothing else comes, the proxy should turn a lone ${b} into ${fork.sent}.` : '';
  // RFC 3261 gives examples only; another code that tells how to correct the request may be counted among them.
  const alike = fork.mends === 'both';
  switch (fork.reason) {
    case 'no-common-method':
      return `They are defined for different requests, so a fork does not have to choose between ${a} and ${b}.`;
    case 'no-common-method-today':
      return `By today’s rules no element sends both for one request, so a fork does not have to choose between ${a} and ${b}.`;
    case 'no-common-method-typically':
      return `Typically no request gets both ${a} and ${b}, so a fork hardly ever has to choose between them.`;
    case 'success-at-once':
      return `The sender gets ${a}: a 2xx is forwarded at once and ends the search, whatever other branches say.`;
    case 'provisional-forwarded':
      return `The sender gets both: every provisional response but 100 is forwarded as it arrives.`;
    case 'provisional-then-final':
      return `${a} is forwarded as it arrives; ${b} is weighed against the other final responses.${sent}`;
    case 'provisional-then-success':
      return `Both are forwarded as they arrive; the ${b} ends the search.`;
    case 'provisional-then-global':
      return `${a} is forwarded as it arrives; ${b} goes before every other final response but a 2xx, and the proxy should cancel the other branches.`;
    case 'in-dialog':
      return `The only requests that both can answer are inside a dialog and have one target, so no proxy ever has to weigh ${a} against ${b}.`;
    case 'not-forwarded':
      return `The sender gets ${fork.winner === 'none' ? 'neither' : fork.winner}: a stateful proxy never forwards ${loser}, which belongs to one hop.${sent}`;
    case 'global-failure':
      return `The sender gets ${b}: a 6xx goes before every other final response but a 2xx, and the proxy should cancel the other branches.`;
    case 'global-failure-no-cancel':
      return `The sender gets ${b}: a 6xx goes before every other final response but a 2xx, and the proxy must not start new branches.`;
    case 'lowest-class':
    case 'lowest-class-unless-followed':
      return `The sender should get ${a}${fork.reason === 'lowest-class' ? '' : ', unless the proxy itself tries what Contact names'}: without a 2xx or 6xx the proxy should choose from the lowest class.`;
    case 'same-class': {
      if (alike)
        return `Either one: ${a} and ${b} both tell how to correct the request, and the choice between them is the proxy’s.`;
      if (fork.mends)
        return `Either one: within a class the choice is the proxy’s, but it should prefer what helps to correct the request, and ${fork.mends === 'a' ? a : b} can be counted among that.`;
      const either = `ither one: ${a} and ${b} are of one class, and within a class the choice is the proxy’s.`;
      return a < 400 ? `Unless the proxy itself tries what Contact names, e${either}` : `E${either}`;
    }
    case 'preferred':
      return alike
        ? `The sender should get ${fork.winner}, which RFC 3261 names among the answers to prefer; ${loser} tells how to correct the request as well, so a proxy may treat the two alike.`
        : `The sender should get ${fork.winner}, which tells how to correct the request; the proxy should prefer it to ${loser}.`;
    case 'challenges-merged':
      return `The sender gets one response with the challenges of both; whether it is numbered ${a} or ${b} is the proxy’s choice.`;
    case 'challenge-preferred':
      return alike
        ? `The sender should get ${fork.winner}, as RFC 3261 names challenges among the answers to prefer; ${loser} tells how to correct the request as well, so a proxy may treat the two alike.`
        : `The sender should get ${fork.winner}: a challenge can be answered, so the proxy should prefer it to ${loser}.`;
    case 'several-successes':
      return `The sender gets both: every 2xx to an INVITE is forwarded, and each starts a dialog of its own.`;
    case 'first-success':
      return `The sender gets whichever comes first: a request other than INVITE gets exactly one final response.`;
    case 'unavailable-last':
      return `The sender should get ${fork.winner}: a proxy should not pass a ${loser} on unless it knows that later requests will get one too.`;
    case 'first-hop': {
      const [first, other] = fork.firstHop === 'a' ? [a, b] : [b, a];
      return `${first} comes only from the first hop, to a request that no proxy has forwarded, so no proxy ever has to weigh it against ${other}.`;
    }
    case 'flow-first':
      return `By class ${fork.winner === 'either' ? 'either could be chosen' : `${fork.winner} would be chosen`}; but where a flow has failed, the home proxy should first try another one to the same device, and the failure should never reach an endpoint.`;
  }
}

/** What two codes have in common, one English sentence per item */
export function shared(shared: Shared): string {
  switch (shared.kind) {
    case 'final':
      return 'Both are final: the transaction ends with them.';
    case 'provisional':
      return 'Both are provisional: a final response follows.';
    case 'nature':
      return {
        normal: 'Neither is a fault.',
        depends: 'Each may be normal or a fault.',
        fault: 'Both mean that something has to be fixed.',
      }[shared.nature];
    case 'decision':
      return `Both report ${deciders(shared.deciders)}.`;
    case 'next':
      return `After either, ${nextWho(shared.next)} ${nextClause(shared.next)}.`;
    case 'reach':
      return `Both concern ${terms.reach[shared.reach]}.`;
    case 'detail':
      return shared.there === 'always'
        ? `For both, ${shared.header} says more.`
        : shared.there === 'if-present'
          ? `For both, ${shared.header} says more if present.`
          : `For both, ${shared.header} says more, in ${shared.there} if present.`;
    case 'mid-call':
      return shared.call === 'ends'
        ? 'After either to a request inside a call the sender should hang up.'
        : 'After either to a re-INVITE or UPDATE the call goes on as it was.';
    case 'subscription':
      return 'A subscription ends when its refresh or a NOTIFY gets either.';
    case 'dialog':
      return shared.informational
        ? `By the reading of RFC 5057 (informational), each inside a dialog ${dialogClause[shared.ends]}.`
        : `Inside a dialog each ${dialogClause[shared.ends]}.`;
    case 'senders':
      return `Either may come from ${or(shared.roles.map(aRole))}.`;
    case 'any-method':
      return 'Neither is bound to a method.';
    case 'next-actor':
      return `After either ${terms.nextActor[shared.actor]}.`;
    case 'counting':
      return `As a final answer to an INVITE, each ${terms.counting[shared.counting]} in the call statistics of RFC 6076.`;
    case 'method':
      return `Both ${shared.judged.length > 0 ? 'typically answer only' : 'are defined only for'} ${methodsClause([shared.method])}.`;
  }
}

/** What each of two codes means, as clauses that complete “487 means that …”. */
export interface Meanings {
  a: string;
  b: string;
}

/** One English sentence that says what both codes mean */
export const meanings = (means: Meanings, { a, b }: SentenceContext): string =>
  `${a} means that ${means.a}; ${b} means that ${means.b}.`;

/** The same in fewer letters, for the description of the page */
export const brief = (means: Meanings, { a, b }: SentenceContext): string => `${a}: ${means.a}. ${b}: ${means.b}.`;

/** One English sentence that tells the receiver where to look */
export function received(look: { a: WhereToLook; b: WhereToLook }, { a, b }: SentenceContext): string {
  const looks = [look.a, look.b];
  if (looks.includes('request') && looks.includes('request-only'))
    return `On either, ${terms.look['request-only']}, on ${look.a === 'request' ? a : b} also at what the response says about it.`;
  return look.a === look.b
    ? `On either, ${terms.look[look.a]}.`
    : `On ${a}, ${terms.look[look.a]}; on ${b}, ${terms.look[look.b]}.`;
}

/** One English sentence that says that nobody has the choice */
export const noChoice = ({ a, b }: SentenceContext): string =>
  `Nobody has to choose: no element is free to answer one request with either ${a} or ${b}.`;
