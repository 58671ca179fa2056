import type { Content } from '../../../schema/content.ts';
import type { PstnSide } from '../../../model/facts/facts.ts';
import type { NextStep } from '../../../model/compare/findings.ts';
import { METHODS, type Facts, type Role } from '../../../schema/index.ts';
import { labels as terms } from '../../labels/en.ts';

// Parts of English sentences that several of them use.

/** The two numbers of a comparison, and the tables that give names to causes and header fields. */
export interface SentenceContext {
  a: number;
  b: number;
  reference: Content['reference'];
}

const list = (words: string[], joint: string): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
export const or = (words: string[]): string => list(words, 'or');
export const and = (words: string[]): string => list(words, 'and');
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const aRole = (role: Role): string => `${/^[aeio]/.test(terms.role[role]) ? 'an' : 'a'} ${terms.role[role]}`;

/** Who takes the next step */
export const nextWho = (next: NextStep): string => (next.change.includes('flow') ? 'the home proxy' : 'the client');

/** What is done next, as a clause after `nextWho` */
export function nextClause(next: NextStep): string {
  if (next.kind === 'wait') return 'keeps waiting for the final response';
  if (next.kind === 'done') return 'goes on without repeating the request';
  const changed = next.change.map((change) => terms.change[change]);
  switch (next.action) {
    case 'modified':
      // RFC 3903 §5 forbids the repetition and recommends a new publication.
      if (next.change.includes('entity-tag'))
        return 'must not repeat the PUBLISH, but should publish anew without an entity-tag';
      return `${next.should ? 'should' : 'may'} repeat the request with ${or(changed)}`;
    case 'elsewhere':
      if (next.change.includes('target')) return 'should send a new request to an address from Contact';
      if (next.change.includes('choice')) return 'should send a new request to one or more of the addresses offered';
      if (next.change.includes('routing'))
        return 'is expected to repeat this one request through the proxy named in Contact';
      if (next.change.includes('service')) return `uses ${terms.change.service}, if it knows the format`;
      return changed.length > 0 ? `should send the request by ${or(changed)}` : 'should try another server';
    case 'later':
      return next.should
        ? 'should repeat the request after a short wait, if it still wants the change'
        : 'may repeat the same request later';
    case 'never':
      return 'should not repeat the same request';
    case 'none':
      return 'lets the attempt end there';
  }
}

/** Requests in words, in one order; a nearly full list names what is missing */
export function methodsClause(methods: Facts['methods']): string {
  const missing = METHODS.filter((method) => !methods.includes(method));
  const special = methods.some((method) => method === 'any' || method === 'in-dialog');
  if (!special && methods.length > 7 && missing.length > 0) return `any request but ${and(['ACK', ...missing])}`;
  return and([
    ...METHODS.filter((method) => methods.includes(method)),
    ...(methods.includes('any') ? [terms.anyMethod] : []),
    ...(methods.includes('in-dialog') ? [terms.inDialog] : []),
  ]);
}

export const deciders = (deciders: Facts['decidedBy']): string => or(deciders.map((decider) => terms.decider[decider]));

export function causeClause(cause: number, { reference }: Pick<SentenceContext, 'reference'>): string {
  const name = reference.q850.causes.find((one) => one.cause === cause)?.name.en;
  return `cause ${cause}${name ? ` “${name}”` : ''}`;
}

/** What the gateway would have to do itself so that the release is not sent. */
export const firstCheck = { authenticate: 'answer the challenge', remedy: 'correct the request' } as const;

/** What a code does at a gateway, as a clause after the number */
export function pstnClause(side: PstnSide, speech: SentenceContext): string {
  switch (side.kind) {
    case 'cause':
      return `becomes ${causeClause(side.cause, speech)}${
        side.first ? ` if the gateway cannot ${firstCheck[side.first]} itself` : ''
      }`;
    case 'otherwise':
      return `is not in the table and becomes ${causeClause(side.cause, speech)}`;
    case 'by-warning':
      return `becomes cause ${side.causes[0]}, or ${side.causes[1]} if its Warning speaks of an unavailable bearer capability`;
    case 'no-cause':
      return 'gives no cause, normally because the telephone side has already released and the gateway has sent CANCEL';
    case 'redirect':
      return {
        proxy: 'makes the gateway try again through the proxy named in Contact',
        body: 'makes the gateway try a URI from Contact, if there is one; what it makes of the body is not said',
        contact:
          'makes the gateway try a URI from Contact, or release with cause 23 and the telephone number in that URI',
      }[side.by];
    case 'message': {
      const cpg = `CPG with event ${side.event}`;
      if (side.acm === 'early') return `becomes an early ACM and a ${cpg}, or the CPG alone if an ACM was sent before`;
      const told = side.acm === 'subscriber-free' ? 'subscriber free' : 'no indication';
      return `becomes an ACM with “${told}”, or a ${cpg} if an ACM was sent before`;
    }
    case 'answer':
      return 'reports the answer with ANM, or with CON if no ACM was sent before and the ISUP variant has CON';
    case 'nothing':
      return 'triggers no message';
    case 'not-invite':
      return side.cause === null
        ? 'is not defined for an INVITE and so should not get there'
        : `is not defined for an INVITE and so should not get there, although the table has a row for it (cause ${side.cause})`;
    case 'inside-call':
      return 'answers requests inside a dialog and releases nothing';
  }
}

export const dialogClause: Record<NonNullable<Facts['dialog']>['ends'], string> = {
  transaction: 'ends only its own transaction',
  usage: 'ends the call or subscription to which the request belongs',
  'usage-unless-cancel': 'ends the call or subscription to which the request belongs, unless that was a CANCEL',
  'usage-if-essential':
    'ends the call or subscription only if the refused method is essential to it, otherwise only its own transaction',
  subscription: 'ends the subscription to which the request belongs',
  dialog: 'ends the whole dialog',
  'dialog-unless-retried': 'ends the whole dialog, unless a repetition with a higher Max-Forwards value gets through',
  'early-dialog': 'ends one early dialog',
  nothing:
    'ends no call when it refuses a re-INVITE or UPDATE; its other effects are not well understood (RFC 5057, informational)',
};
