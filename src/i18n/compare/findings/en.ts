import type { Arrivals, Detail, Finding, TracePlace } from '../../../model/compare/findings.ts';
import type { Role } from '../../../schema/index.ts';
import {
  and,
  aRole,
  capital,
  causeClause,
  deciders,
  dialogClause,
  firstCheck,
  methodsClause,
  nextClause,
  nextWho,
  or,
  pstnClause,
  type SentenceContext,
} from '../clauses/en.ts';
import { labels as terms } from '../../labels/en.ts';

/**
 * @param finding what was found about the pair
 * @param speech the two numbers, lower first, and the reference tables
 * @returns one whole English sentence
 */
export function findingSentence(finding: Finding, speech: SentenceContext): string {
  const { a, b } = speech;
  const one = (which: 'a' | 'b') => (which === 'a' ? a : b);
  const other = (which: 'a' | 'b') => (which === 'a' ? b : a);
  switch (finding.kind) {
    case 'methods-disjoint':
      return `${
        {
          never: 'They are defined for different requests',
          today: 'By today’s rules they answer different requests',
          typically: 'Typically they answer different requests',
        }[finding.how]
      }: ${a} answers ${methodsClause(finding.a)}, ${b} answers ${methodsClause(finding.b)}.`;
    case 'methods-narrower': {
      const wide = finding[finding.narrow === 'a' ? 'b' : 'a'];
      const bound = wide.includes('any') ? 'is bound to no method' : `answers ${methodsClause(wide)}`;
      return `${one(finding.narrow)} ${finding.typically ? 'typically answers only' : 'is defined only for'} ${methodsClause(finding[finding.narrow])}, whereas ${other(finding.narrow)} ${bound}.`;
    }
    case 'methods-overlap': {
      const only = [
        finding.a.length > 0 ? `${a} also answers ${and(finding.a)}` : '',
        finding.b.length > 0 ? `${b} also answers ${and(finding.b)}` : '',
      ].filter(Boolean);
      return `Both ${finding.typically ? 'typically ' : ''}answer ${and(finding.common)}; ${and(only)}.`;
    }
    case 'check-order': {
      const [before, after] = finding.first === 'a' ? [a, b] : [b, a];
      const [early, late] =
        finding.at === 'uas'
          ? finding.steps.map((step) => terms.uasStep[step])
          : finding.steps.map((step) => terms.proxyStep[step]);
      return `A ${finding.at === 'uas' ? 'UAS' : 'proxy'} that keeps the order of RFC 3261 first checks ${early} (${before}) and only then ${late} (${after}), so its own ${after} means that the test for ${before} was passed or not made.`;
    }
    case 'next-actor':
      return `After ${a} ${terms.nextActor[finding.a]}; after ${b} ${terms.nextActor[finding.b]}.`;
    case 'confirmed':
      return `In answer to an INVITE, ${a} ${terms.confirmed[finding.a]}; ${b} ${terms.confirmed[finding.b]}.`;
    case 'trace': {
      const say = (number: number, place: TracePlace) =>
        !place.after
          ? `${number} answers the ${place.method} directly`
          : place.after.code === null
            ? `${number} comes after the ${place.after.method}`
            : `${number} comes after the ${place.after.code} to ${place.after.method}`;
      return `In a typical trace ${say(a, finding.a)}; ${say(b, finding.b)}.`;
    }
    case 'nature': {
      const say = {
        normal: 'is part of normal operation',
        fault: 'means that something has to be fixed',
        depends: 'may be either normal or a fault',
      };
      return `${a} ${say[finding.a]}; ${b} ${say[finding.b]}.`;
    }
    case 'next':
      return `After ${a} ${nextWho(finding.a)} ${nextClause(finding.a)}; after ${b} ${
        nextWho(finding.a) === nextWho(finding.b) ? 'it' : nextWho(finding.b)
      } ${nextClause(finding.b)}.`;
    case 'decision':
      return `${a} reports ${deciders(finding.a)}; ${b} reports ${deciders(finding.b)}.`;
    case 'reach':
      return `${a} concerns ${terms.reach[finding.a]}; ${b} concerns ${terms.reach[finding.b]}.`;
    case 'lasts':
      return `${a} ${terms.lasts[finding.a]}; ${b} ${terms.lasts[finding.b]}.`;
    case 'local':
      return finding.which === 'both'
        ? `Either may be made up by the client’s own stack, so look in the trace whether ${a} or ${b} was on the wire at all.`
        : `${one(finding.which)} may be made up by the client’s own stack and never have been on the wire; RFC 3261 knows no such case for ${other(finding.which)}.`;
    case 'senders-overlap': {
      const roles = (list: Role[]) => or(list.map(aRole));
      const only = [
        finding.a.length > 0 ? `${a} also from ${roles(finding.a)}` : '',
        finding.b.length > 0 ? `${b} also from ${roles(finding.b)}` : '',
      ].filter(Boolean);
      return `Either may come from ${roles(finding.common)}; ${and(only)}.`;
    }
    case 'senders':
      return `${a} is sent by ${or(finding.a.map(aRole))}, ${b} by ${or(finding.b.map(aRole))}.`;
    case 'detail': {
      const say = (number: number, { header, in: message, there, via }: Detail) => {
        const read = `(${via ? terms.viaProxy : speech.reference.headers[header]!.read.en})`;
        if (message === 'CANCEL')
          return `for ${number} read ${header} ${read} in the CANCEL before it, if that has one`;
        if (message)
          return there === 'telling'
            ? `for ${number} see whether the refused request has ${header}, and what it says ${read}`
            : `for ${number} read ${header} in the refused request ${read}`;
        return there === 'always'
          ? `in ${number} read ${header} ${read}`
          : `in ${number} read ${header}, if present ${read}`;
      };
      if (finding.a && finding.b) return `${capital(say(a, finding.a))}; ${say(b, finding.b)}.`;
      return finding.a
        ? `${capital(say(a, finding.a))}; ${b} has no header field of its own that says more.`
        : `${capital(say(b, finding.b!))}; ${a} has no header field of its own that says more.`;
    }
    case 'mid-call': {
      const [ends, goesOn] = finding.a === 'ends' ? [a, b] : [b, a];
      return `After ${ends} to a request inside a call the sender should hang up; after ${goesOn} to a re-INVITE or UPDATE the call goes on as it was.`;
    }
    case 'subscription': {
      const [ends, goesOn] = finding.a === 'ends' ? [a, b] : [b, a];
      return `A subscription ends when its refresh or a NOTIFY gets ${ends}; when its refresh gets ${goesOn} it stays in force until it expires.`;
    }
    case 'dialog': {
      const { a: left, b: right, disputed } = finding;
      const say = (number: number, { ends, informational }: typeof left) =>
        `${number} ${informational ? 'by the reading of RFC 5057 (informational) ' : ''}${dialogClause[ends]}`;
      const both =
        left.informational && right.informational
          ? `By the reading of RFC 5057 (informational), ${a} inside a dialog ${dialogClause[left.ends]}; ${b} ${dialogClause[right.ends]}`
          : `Inside a dialog, ${say(a, left)}; ${say(b, right)}`;
      // After 408 and 481 the call ends: then the sentence names the other code.
      const refused =
        left.callGoesOn && right.callGoesOn ? 'that was so refused' : `refused with ${left.callGoesOn ? a : b}`;
      return `${both}.${disputed ? ` By RFC 3261 a call goes on after a re-INVITE ${refused}.` : ''}`;
    }
    case 'unknown-to-old':
      return finding.same
        ? `A client that does not know ${one(finding.which)} (RFC ${finding.rfc}) must treat it as ${finding.fallback}, so to older equipment the two are the same.`
        : `${one(finding.which)} came with RFC ${finding.rfc}; a client that does not know it must treat it as ${finding.fallback}.`;
    case 'both-unknown-to-old': {
      const [left, right] = [finding.a, finding.b];
      const came =
        left.rfc === right.rfc
          ? `Both came with RFC ${left.rfc}`
          : `${a} came with RFC ${left.rfc}, ${b} with RFC ${right.rfc}`;
      return left.fallback === right.fallback
        ? `${came}; a client that knows neither must treat both as ${left.fallback}.`
        : `${came}; a client that knows neither must treat ${a} as ${left.fallback} and ${b} as ${right.fallback}.`;
    }
    case 'deprecated':
      return `${one(finding.which)} is deprecated; ${other(finding.which)} is not.`;
    case 'failover':
      return `On ${a} a proxy with further routes ${terms.failover[finding.a]}; on ${b} it ${terms.failover[finding.b]}.`;
    case 'pstn-same': {
      const unless = finding.first ? `, unless it can ${firstCheck[finding.first]} itself` : '';
      const both = `A PSTN gateway that follows RFC 3398 turns both into Q.850 ${causeClause(finding.cause, speech)}${unless}`;
      return finding.location
        ? `${both}; by default only the cause location differs, “network” for ${a} and “user” for ${b}.`
        : `${both}${unless ? ';' : ', so'} behind it ${a} and ${b} cannot be told apart.`;
    }
    case 'pstn-different':
      return `At a PSTN gateway that follows RFC 3398, ${a} ${pstnClause(finding.a, speech)}; ${b} ${pstnClause(finding.b, speech)}.`;
    case 'pstn-returns':
      return `A ${one(finding.from)} that crosses the telephone network may come back as ${other(finding.from)}, because a gateway turns ${causeClause(finding.cause, speech)} into that.`;
    case 'pstn-in': {
      const from = ({ causes, otherwise }: Arrivals) =>
        `cause ${or(causes.map(String))}${otherwise ? ' and every cause that is not in the table (except 44)' : ''}`;
      return `From the telephone network, ${a} stands for ${from(finding.a)}, ${b} for ${from(finding.b)}.`;
    }
    case 'metrics':
      return `As final answers to an INVITE in the call statistics of RFC 6076, ${a} ${terms.counting[finding.a]}; ${b} ${terms.counting[finding.b]}.`;
  }
}
