import type { Content } from '../model/content.ts';
import type { PstnOut } from '../model/facts.ts';
import type { Finding, LookAt, NextStep, Shared, Together, TracePlace } from '../model/findings.ts';
import type { ForkOutcome } from '../model/fork.ts';
import { METHODS, type Facts, type Role } from '../model/schema.ts';
import { termsEn as terms } from './terms.en.ts';

/** The two numbers of a comparison, and the tables that give names to causes and header fields. */
export interface Speech {
  a: number;
  b: number;
  reference: Content['reference'];
}

const or = (words: string[]) => list(words, 'or');
const and = (words: string[]) => list(words, 'and');
const list = (words: string[], joint: string): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;

const aRole = (role: Role): string => `${/^[aeio]/.test(terms.role[role]) ? 'an' : 'a'} ${terms.role[role]}`;

/** @returns what a client does, as a clause after "the client" */
export function nextClauseEn(next: NextStep): string {
  if (next.kind === 'wait') return 'keeps waiting for the final response';
  if (next.kind === 'done') return 'has its answer and goes on';
  const changed = next.change.map((change) => terms.change[change]);
  switch (next.action) {
    case 'modified':
      return `may repeat the request with ${or(changed)}`;
    case 'elsewhere':
      if (next.change.includes('target')) return 'sends a new request to the address that it was given';
      if (next.change.includes('choice')) return 'sends a new request to one of the addresses that it was offered';
      return changed.length > 0 ? `sends the request by ${or(changed)}` : 'tries another server';
    case 'later':
      return 'may repeat the same request later';
    case 'never':
      return 'does not repeat the request';
    case 'none':
      return 'lets the attempt end there';
  }
}

/** @returns requests in words; a nearly full list is told by what is missing */
export function methodsEn(methods: Facts['methods']): string {
  const missing = METHODS.filter((method) => !methods.includes(method));
  if (methods.length > 7 && missing.length > 0) return `any request but ${and(missing)}`;
  return and(
    methods.map((method) => (method === 'any' ? terms.anyMethod : method === 'in-dialog' ? terms.inDialog : method)),
  );
}

const decidersEn = (deciders: Facts['decidedBy']) => or(deciders.map((decider) => terms.decider[decider]));

function causeEn(cause: number, { reference }: Speech): string {
  const name = reference.q850.causes.find((one) => one.cause === cause)?.name;
  return `cause ${cause}${name ? ` “${name}”` : ''}`;
}

function pstnEn(out: PstnOut, speech: Speech): string {
  switch (out.kind) {
    case 'cause':
      return `becomes ${causeEn(out.cause, speech)}${
        out.first === 'authenticate'
          ? ' if the gateway cannot answer the challenge itself'
          : out.first === 'remedy'
            ? ' if the gateway cannot mend the request itself'
            : ''
      }`;
    case 'otherwise':
      return `is not in the table of RFC 3398 and becomes ${causeEn(out.cause, speech)}`;
    case 'by-warning':
      return `becomes cause ${out.causes[0]}, or ${out.causes[1]} if its Warning speaks of the bearer`;
    case 'no-cause':
      return 'gives no cause, because the gateway has released the call itself';
    case 'redirect':
      return 'makes the gateway try the new address itself, or release with cause 23';
  }
}

const dialogEn: Record<NonNullable<Facts['dialog']>['ends'], string> = {
  transaction: 'ends only its own transaction',
  usage: 'ends the call or subscription that it answers',
  'usage-if-essential':
    'ends the call or subscription only if the refused method is essential to it, otherwise only its own transaction',
  dialog: 'ends the whole dialog',
  'early-dialog': 'ends one early dialog',
  nothing: 'ends nothing',
};

/**
 * @param finding what was found about the pair
 * @param speech the two numbers, lower first, and the reference tables
 * @returns one whole English sentence
 */
export function findingEn(finding: Finding, speech: Speech): string {
  const { a, b } = speech;
  const one = (which: 'a' | 'b') => (which === 'a' ? a : b);
  const other = (which: 'a' | 'b') => (which === 'a' ? b : a);
  switch (finding.kind) {
    case 'methods-disjoint':
      return `They never answer the same request: ${a} answers ${methodsEn(finding.a)}, ${b} answers ${methodsEn(finding.b)}.`;
    case 'methods-narrower':
      return `${one(finding.narrow)} answers only ${methodsEn(finding[finding.narrow])}, whereas ${other(finding.narrow)} can answer any request.`;
    case 'methods-overlap': {
      const only = [
        finding.a.length > 0 ? `only ${a} also answers ${and(finding.a)}` : '',
        finding.b.length > 0 ? `only ${b} also answers ${and(finding.b)}` : '',
      ].filter(Boolean);
      return `Both answer ${and(finding.common)}; ${and(only)}.`;
    }
    case 'check-order': {
      const [before, after] = finding.first === 'a' ? [a, b] : [b, a];
      const [early, late] =
        finding.at === 'uas'
          ? finding.steps.map((step) => terms.uasStep[step])
          : finding.steps.map((step) => terms.proxyStep[step]);
      return `A ${finding.at === 'uas' ? 'UAS' : 'proxy'} that keeps the order of RFC 3261 checks ${early} (${before}) before ${late} (${after}), so its own ${after} means that the test for ${before} was passed or not made.`;
    }
    case 'mover':
      return `After ${a} ${terms.mover[finding.a]}; after ${b} ${terms.mover[finding.b]}.`;
    case 'confirmed':
      return `In answer to an INVITE, ${a} ${terms.confirmed[finding.a]}; ${b} ${terms.confirmed[finding.b]}.`;
    case 'trace': {
      const say = (number: number, place: TracePlace) =>
        place.after ? `${number} comes after ${place.after}` : `${number} answers the ${place.method} directly`;
      return `In a typical trace ${say(a, finding.a)}; ${say(b, finding.b)}.`;
    }
    case 'nature': {
      const say = {
        normal: 'belongs to healthy operation',
        fault: 'means that something has to be mended',
        depends: 'may be either normal or a fault',
      };
      return `${a} ${say[finding.a]}; ${b} ${say[finding.b]}.`;
    }
    case 'next':
      return `After ${a} the client ${nextClauseEn(finding.a)}; after ${b} it ${nextClauseEn(finding.b)}.`;
    case 'decision':
      return `${a} reports ${decidersEn(finding.a)}; ${b} reports ${decidersEn(finding.b)}.`;
    case 'reach':
      return `${a} concerns ${terms.reach[finding.a]}, ${b} ${terms.reach[finding.b]}.`;
    case 'lasts':
      return `${a} ${terms.lasts[finding.a]}; ${b} ${terms.lasts[finding.b]}.`;
    case 'local':
      return finding.which === 'both'
        ? `Either may be made up by the client’s own stack, so look in the trace whether ${a} or ${b} was on the wire at all.`
        : `${one(finding.which)} may be made up by the client’s own stack and never have been on the wire; RFC 3261 knows no such case for ${other(finding.which)}.`;
    case 'senders-overlap': {
      const roles = (list: Role[]) => or(list.map(aRole));
      const typically = finding.judged ? 'typically ' : '';
      const only = [
        finding.a.length > 0 ? `only ${a} from ${roles(finding.a)}` : '',
        finding.b.length > 0 ? `only ${b} from ${roles(finding.b)}` : '',
      ].filter(Boolean);
      return `Both ${typically}come from ${roles(finding.common)}; ${and(only)}.`;
    }
    case 'senders':
      return `${a} is sent by ${or(finding.a.map(aRole))}, ${b} by ${or(finding.b.map(aRole))}.`;
    case 'detail': {
      const say = (number: number, detail: { header: string; in: string | null }) =>
        detail.in
          ? `for ${number} read ${detail.header} in the ${detail.in === 'CANCEL' ? 'CANCEL before it' : 'request that it answers'} (${speech.reference.headers[detail.header]!.read.en})`
          : `in ${number} read ${detail.header} (${speech.reference.headers[detail.header]!.read.en})`;
      if (finding.a && finding.b) return `${capital(say(a, finding.a))}; ${say(b, finding.b)}.`;
      return finding.a
        ? `${capital(say(a, finding.a))}; ${b} brings no header field that says more.`
        : `${capital(say(b, finding.b!))}; ${a} brings no header field that says more.`;
    }
    case 'dialog':
      return `Inside a dialog, ${a} ${dialogEn[finding.a]}; ${b} ${dialogEn[finding.b]}.`;
    case 'unknown-to-old':
      return finding.same
        ? `A client that does not know ${one(finding.which)} (RFC ${finding.rfc}) treats it as ${finding.fallback}, so to older equipment the two are the same.`
        : `${one(finding.which)} came with RFC ${finding.rfc}; a client that does not know it treats it as ${finding.fallback}.`;
    case 'deprecated':
      return `${one(finding.which)} is deprecated in the registry; ${other(finding.which)} is current.`;
    case 'failover':
      return `An element with further routes ${terms.failover[finding.a]} on ${a}; on ${b} it ${terms.failover[finding.b]}.`;
    case 'pstn-same':
      return finding.location
        ? `A gateway to the telephone network turns both into Q.850 ${causeEn(finding.cause, speech)}; by default only the cause location differs, “network” for ${a} and “user” for ${b}.`
        : `A gateway to the telephone network turns both into Q.850 ${causeEn(finding.cause, speech)}, so behind it ${a} and ${b} cannot be told apart.`;
    case 'pstn-different':
      return `At a gateway to the telephone network, ${a} ${pstnEn(finding.a, speech)}; ${b} ${pstnEn(finding.b, speech)}.`;
    case 'pstn-only':
      return `At a gateway to the telephone network, ${one(finding.which)} ${pstnEn(finding.out, speech)}; ${other(finding.which)} releases nothing there.`;
    case 'pstn-returns':
      return `A ${one(finding.from)} that crosses the telephone network comes back as ${other(finding.from)}, because a gateway turns ${causeEn(finding.cause, speech)} into that.`;
    case 'pstn-in':
      return `From the telephone network, ${a} stands for cause ${or(finding.a.map(String))}, ${b} for cause ${or(finding.b.map(String))}.`;
    case 'metrics':
      return `In call statistics ${a} ${terms.counting[finding.a]}; ${b} ${terms.counting[finding.b]}.`;
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** @returns one English sentence on how both codes can turn up */
export function togetherEn(way: Together, { a, b }: Speech): string {
  switch (way.way) {
    case 'provisional-then-final':
      return `Yes: ${a} may come first and ${b} ends the same request.`;
    case 'provisional-then-success':
      return `Yes: ${a} may come first, and ${b} then answers the same request.`;
    case 'both-provisional':
      return `Yes: one INVITE can get both, in any order and more than once, until a final response ends it.`;
    case 'never-same-request':
      return `Never for one request, as no method allows both; in one call they can only answer different requests.`;
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
      return `A client that follows ${first} to the new address may get ${second} from there.`;
    }
    case 'after-failover': {
      const [first, second] = way.first === 'a' ? [a, b] : [b, a];
      return `After ${first} another server may be tried, and that one may answer ${second}.`;
    }
    case 'after-waiting': {
      const [first, second] = way.first === 'a' ? [a, b] : [b, a];
      return `A client that tries again later after ${first} may get ${second} then.`;
    }
    case 'later-request':
      return `Where ${a} has set up a dialog, a later request in it may get ${b}.`;
    case 'inside-dialog':
      return `Not for one request: ${way.which === 'a' ? a : b} answers only requests inside a dialog that is already set up, and ${way.which === 'a' ? b : a} comes before that.`;
    case 'only-branches':
      return `Both can turn up for one request only on different branches of a fork.`;
  }
}

/** @returns one English sentence on what a forking proxy passes on */
export function forkEn(fork: ForkOutcome, { a, b }: Speech): string {
  const loser = fork.winner === a ? b : a;
  const sent = fork.sent ? ` If nothing else comes, a lone ${b} leaves the proxy as ${fork.sent}.` : '';
  switch (fork.reason) {
    case 'no-common-method':
      return `No request can get both, so a fork never has to choose between ${a} and ${b}.`;
    case 'success-at-once':
      return `The caller gets ${a}: a 2xx is forwarded at once and ends the search, whatever other branches say.`;
    case 'provisional-forwarded':
      return `The caller gets both: every provisional response but 100 is forwarded as it arrives.`;
    case 'provisional-then-final':
      return `${a} is forwarded as it arrives; ${b} is weighed against the other final responses.${sent}`;
    case 'provisional-then-success':
      return `Both are forwarded as they arrive; the ${b} ends the search.`;
    case 'provisional-then-global':
      return `${a} is forwarded as it arrives; ${b} goes before every other failure, and the other branches are cancelled.`;
    case 'in-dialog':
      return `A request inside a dialog has one target, so no proxy ever has to weigh ${a} against ${b}.`;
    case 'not-forwarded':
      return `The caller gets ${fork.winner === 'none' ? 'neither' : fork.winner}: a proxy never forwards ${loser}, which belongs to one hop.${sent}`;
    case 'global-failure':
      return `The caller gets ${b}: a 6xx goes before every other failure, and the other branches are cancelled.`;
    case 'lowest-class':
      return `The caller should get ${a}${a < 400 ? ', unless the proxy tries the new address itself' : ''}: without a 2xx or 6xx the proxy should choose from the lowest class.`;
    case 'same-class':
      return `Either one: ${a} and ${b} are of one class, and within a class the choice is the proxy’s; it serves the caller best with the one that can be acted on.`;
    case 'preferred':
      return `The caller should get ${fork.winner}, which tells how to mend the request; the proxy should prefer it to ${loser}.`;
    case 'challenges-merged':
      return `The caller gets one response with the challenges of both; whether it is numbered ${a} or ${b} is the proxy’s choice.`;
    case 'challenge-preferred':
      return `The caller should get ${fork.winner}: a challenge can be answered, so the proxy should prefer it to ${loser}.`;
    case 'several-successes':
      return `The caller gets both: every 2xx to an INVITE is forwarded, and each starts a dialog of its own.`;
    case 'first-success':
      return `The caller gets whichever comes first: a request other than INVITE gets exactly one final response.`;
    case 'unavailable-last':
      return `The caller should get ${fork.winner}: a proxy should not pass a ${loser} on while it has another answer.`;
  }
}

/** @returns what two codes have in common, one English sentence per item */
export function sharedEn(shared: Shared): string {
  switch (shared.kind) {
    case 'final':
      return 'Both are final: the transaction ends with them.';
    case 'provisional':
      return 'Both are provisional: a final response follows.';
    case 'nature':
      return {
        normal: 'Neither is a fault.',
        depends: 'Each may be normal or a fault.',
        fault: 'Both report a fault.',
      }[shared.nature];
    case 'decision':
      return `Both report ${decidersEn(shared.deciders)}.`;
    case 'next':
      return `After either, the client ${nextClauseEn(shared.next)}.`;
    case 'reach':
      return `Both concern ${terms.reach[shared.reach]}.`;
    case 'detail':
      return `For both, ${shared.header} says more if it is there.`;
    case 'dialog':
      return `Inside a dialog each ${dialogEn[shared.ends]}.`;
    case 'senders':
      return `Either may come from ${or(shared.roles.map(aRole))}.`;
    case 'any-method':
      return 'Either can answer any request but ACK.';
    case 'mover':
      return `After either ${terms.mover[shared.mover]}.`;
    case 'counting':
      return `In call statistics each ${terms.counting[shared.counting]}.`;
    case 'method':
      return `Both answer only ${methodsEn([shared.method])}.`;
  }
}

/** @returns one English sentence that tells the receiver where to look */
export function receivedEn(look: { a: LookAt; b: LookAt }, { a, b }: Speech): string {
  return look.a === look.b
    ? `On either, ${terms.look[look.a]}.`
    : `On ${a}, ${terms.look[look.a]}; on ${b}, ${terms.look[look.b]}.`;
}

/** @returns one English sentence that says that nobody has the choice */
export const noChoiceEn = ({ a, b }: Speech): string =>
  `Nobody has to choose: no element answers one request with ${a} or ${b} as it likes.`;
