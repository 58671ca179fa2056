import type { Code, Content } from '../../schema/content.ts';
import type { Facts, Source } from '../../schema/index.ts';

/** What a forking proxy does with a response (RFC 3261 §16.7). */
export type ForkRole =
  | 'not-forwarded'
  | 'at-once'
  | 'success'
  | 'candidate'
  | 'challenge'
  | 'preferred'
  | 'last'
  | 'becomes-500'
  | 'other-flow'
  | 'first-hop'
  | 'ends-search';

/** How long the response holds good. */
export type Duration = NonNullable<Facts['lasts']>['how'] | 'until-retry-after';

/** What a gateway releases the telephone side with (RFC 3398 §8.2.5, §8.2.6.1). */
export type PstnOut =
  | { kind: 'cause'; cause: number; first: 'authenticate' | 'remedy' | null }
  | { kind: 'otherwise'; cause: number }
  | { kind: 'by-warning'; causes: [number, number] }
  | { kind: 'no-cause' }
  /** To a URI from Contact; through the proxy in Contact, to the same target; or by what a body describes. */
  | { kind: 'redirect'; by: 'contact' | 'proxy' | 'body' };

/**
 * What a code does at a gateway between SIP and the telephone network: the release, or one of
 * - `message`: what it sends backwards for a provisional response, before and after the address complete message (ACM)
 * - `answer`: it reports the answer (RFC 3398 §8.2.4)
 * - `nothing`: RFC 3398 §8.2.2
 * - `not-invite`: the code answers no INVITE and never gets there, with its cause in the table of RFC 3398 if it has a row all the same
 * - `inside-call`: it answers requests inside a call, which goes on
 */
export type PstnSide =
  | PstnOut
  | { kind: 'message'; acm: 'subscriber-free' | 'no-indication' | 'early'; event: number }
  | { kind: 'not-invite'; cause: number | null }
  | { kind: 'answer' | 'nothing' | 'inside-call' };

/**
 * How a final response to INVITE moves a ratio of RFC 6076. `challenge`: it is not among those counted above, but whether
 * it ends the attempt at all is said nowhere (§4.3.2 calls it no failure, §4.7).
 */
export type Counting = 'counted' | 'lowers' | 'excluded' | 'challenge';

/**
 * Tells the codes of calls, which gateways, statistics and forks deal with, from those of other requests.
 *
 * @returns whether the code can answer an INVITE
 */
export const answersInvite = (code: Code): boolean =>
  code.methods.includes('any') || code.methods.includes('INVITE') || code.methods.includes('in-dialog');

/**
 * Tells the codes that end at a proxy, of which nothing is said for the elements behind it.
 *
 * @returns whether a proxy deals with the code, so that no endpoint, gateway or statistic should see it (RFC 5626 §11.5)
 */
export const neverAtEndpoint = (code: Code): boolean => code.fork?.as === 'other-flow';

/**
 * Tells 305 from the redirections that name another target.
 *
 * @returns whether Contact names a proxy to go through and no other target (RFC 3261 §21.3.4)
 */
export const throughProxy = (code: Code): boolean =>
  code.responseClass === 3 && code.retry.change?.includes('routing') === true;

/** Sections that recommend the next attempt; the other ones allow it (RFC 3261 §8.1.3.5, §14.1, RFC 3329 §2.3.1). */
const RECOMMEND_RETRY: readonly Source[] = ['RFC 3261 §8.1.3.5', 'RFC 3261 §14.1', 'RFC 3329 §2.3.1'];

/**
 * Tells the attempts that a client should make from those that it may make.
 *
 * @returns whether the section on what follows the code recommends it
 */
export const retryRecommended = (code: Code): boolean =>
  !code.judgement.includes('retry') && code.retry.source.some((cited) => RECOMMEND_RETRY.includes(cited));

/**
 * The row of the fact table on forking.
 *
 * @returns what a forking proxy does with the code: the habit of its class, or the exception in its facts (RFC 3261 §16.7)
 */
export function forkRole(code: Code): ForkRole {
  if (code.fork) return code.fork.as;
  switch (code.responseClass) {
    case 1:
      return 'at-once';
    case 2:
      return 'success';
    case 5:
      return 'last';
    case 6:
      return 'ends-search';
    default:
      return 'candidate';
  }
}

/** The steps of RFC 3261 §16.7 that together say what a proxy does with a response. */
const FORK_STEPS: Partial<Record<ForkRole, Source[]>> = {
  success: ['RFC 3261 §16.7 step 5', 'RFC 3261 §16.7 step 10'],
  candidate: ['RFC 3261 §16.7 step 4', 'RFC 3261 §16.7 step 6'],
  last: ['RFC 3261 §16.7 step 6'],
  'ends-search': ['RFC 3261 §16.7 step 5', 'RFC 3261 §16.7 step 6'],
};

/**
 * The proof of the row on forking.
 *
 * @returns the sections behind `forkRole`
 */
export const forkSources = (code: Code): Source[] =>
  code.fork?.source ?? FORK_STEPS[forkRole(code)] ?? ['RFC 3261 §16.7 step 5'];

/**
 * The proof of the row on the header field to read first.
 *
 * @returns the section on the header field to read first: the code's own rule for it, else the definition of the field
 */
export function detailSources(code: Code, { reference }: Pick<Content, 'reference'>): Source[] {
  if (!code.detailIn) return [];
  const { header, in: message } = code.detailIn;
  const own = message ? undefined : code.headers.find(({ name }) => name === header);
  return own ? [own.source[0]!] : [reference.headers[header]!.source];
}

/**
 * The row of the fact table on how long a refusal lasts, which comparisons use too.
 *
 * @returns how long the code holds good with the section that says so, or null where no text does
 */
export function durationOf(code: Code): { how: Duration; sources: Source[] } | null {
  if (code.lasts) return { how: code.lasts.how, sources: code.lasts.source };
  const header = code.headers.find(({ name }) => name === 'Retry-After');
  return header ? { how: 'until-retry-after', sources: header.source } : null;
}

/**
 * Table of RFC 3398 from SIP to the telephone network, for fact table, pages of causes and comparisons.
 *
 * @returns the release cause for a code, or null if it is no failed answer to INVITE (RFC 3398 §8.2.5, §8.2.6.1)
 */
export function pstnOut(code: Code, { reference: { q850 } }: Pick<Content, 'reference'>): PstnOut | null {
  // A gateway translates answers to its own INVITE only; the table's row for 423 is never used (RFC 3398 §8.2.6).
  if (code.responseClass < 3 || neverAtEndpoint(code) || !answersInvite(code)) return null;
  // What answers a request inside a dialog releases nothing: the call goes on. A row of the table counts all the same.
  if (q850.sipToCause[code.number] === undefined && code.inDialogOnly) return null;
  if (code.responseClass === 3)
    return {
      kind: 'redirect',
      by: throughProxy(code) ? 'proxy' : code.retry.change?.includes('service') ? 'body' : 'contact',
    };
  const exception = q850.exceptions[code.number];
  if (exception === 'no-cause') return { kind: 'no-cause' };
  if (exception === 'by-warning') return { kind: 'by-warning', causes: q850.byWarning };
  const cause = q850.sipToCause[code.number];
  if (cause === undefined) return { kind: 'otherwise', cause: q850.otherwise };
  // Footnotes of the table: the gateway should first answer the challenge, or correct the request, itself.
  const first = q850.marks.authenticate.includes(code.number)
    ? 'authenticate'
    : q850.marks.remedy.includes(code.number)
      ? 'remedy'
      : null;
  return { kind: 'cause', cause, first };
}

/**
 * The proof of the row on who sends a code.
 *
 * @returns the sections that name the senders of a code, none where they are our judgement
 */
export const sendersIn = (code: Code): Source[] =>
  code.judgement.includes('sentBy') ? [] : (code.sentByIn ?? [code.definedIn]);

/**
 * The proof of what a gateway does with a redirection.
 *
 * @returns the sections behind a redirection at a gateway: of what Contact holds RFC 3398 says nothing of its own
 */
const redirectSources = ({ by }: Extract<PstnOut, { kind: 'redirect' }>): Source[] =>
  by === 'proxy' ? ['RFC 3398 §8.2.5', 'RFC 3261 §21.3.4'] : ['RFC 3398 §8.2.5'];

/**
 * The proof of what a gateway releases the telephone side with.
 *
 * @returns the sections behind a release: that a 487 normally follows the CANCEL of the gateway is said in §8.2.7
 */
export function releaseSources(out: PstnOut): Source[] {
  if (out.kind === 'redirect') return redirectSources(out);
  return out.kind === 'no-cause' ? ['RFC 3398 §8.2.6.1', 'RFC 3398 §8.2.7'] : ['RFC 3398 §8.2.6.1'];
}

/**
 * All that a gateway may do with a code, for comparisons; `pstnOut` has releases alone.
 *
 * @returns what a code does at a gateway, or null where RFC 3398 says nothing of it (§8.2.2 to §8.2.6.1)
 */
export function pstnSide(code: Code, tables: Pick<Content, 'reference'>): PstnSide | null {
  if (neverAtEndpoint(code)) return null;
  if (!answersInvite(code)) return { kind: 'not-invite', cause: tables.reference.q850.sipToCause[code.number] ?? null };
  const out = pstnOut(code, tables);
  if (out) return out;
  if (code.inDialogOnly) return { kind: 'inside-call' };
  const backwards = tables.reference.q850.backwards[code.number];
  if (!backwards) return null;
  return backwards === 'answer' || backwards === 'nothing' ? { kind: backwards } : { kind: 'message', ...backwards };
}

/**
 * Table of RFC 3398 from the telephone network to SIP, the other way of `pstnOut`.
 *
 * @returns the Q.850 causes that a gateway turns into this code, ascending (RFC 3398 §7.2.4.1)
 */
export const pstnIn = (code: Code, { reference: { q850 } }: Pick<Content, 'reference'>): number[] =>
  Object.entries(q850.causeToSip)
    .filter(([, sip]) => sip === code.number)
    .map(([cause]) => Number(cause))
    .sort((left, right) => left - right);

/** A cause that becomes the code on a condition only, such as 21 from the user and 603 (RFC 3398 §7.2.4.1) */
export type ConditionalCause = Content['reference']['q850']['alternatives'][number];

/** @returns the second rows of the table of `pstnIn` for the code, in the order of the table */
export const pstnInPerhaps = (code: Code, { reference: { q850 } }: Pick<Content, 'reference'>): ConditionalCause[] =>
  q850.alternatives.filter((one) => one.code === code.number);

/**
 * The row of the fact table on statistics, also for /metrics/ and comparisons.
 *
 * @returns how RFC 6076 counts the code, or null if it is no final answer to INVITE
 */
export function counting(
  code: Code,
  { reference: { metrics } }: Pick<Content, 'reference'>,
): { ser: Counting; seer: Counting; isa: boolean } | null {
  if (!code.final || !answersInvite(code) || code.inDialogOnly || neverAtEndpoint(code)) return null;
  const of = (ratio: { counted: number[] }): Counting =>
    code.responseClass === 3
      ? 'excluded'
      : ratio.counted.includes(code.number)
        ? 'counted'
        : metrics.challenges.codes.includes(code.number)
          ? 'challenge'
          : 'lowers';
  return { ser: of(metrics.ser), seer: of(metrics.seer), isa: metrics.isa.counted.includes(code.number) };
}

/**
 * The proof of the row on statistics.
 *
 * @returns the sections behind `counting`: the ratios that it speaks of, and what is said of challenges
 */
export const countingSources = (counted: { ser: Counting; isa: boolean }): Source[] => [
  'RFC 6076 §4.6',
  'RFC 6076 §4.7',
  ...(counted.isa ? ['RFC 6076 §4.8'] : []),
  ...(counted.ser === 'challenge' ? ['RFC 6076 §4.3.2'] : []),
];
