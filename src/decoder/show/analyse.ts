import { findCalls, type Call, type Join } from '../calls/calls.ts';
import type { Finding } from '../rules/findings.ts';
import { exchanges, type Exchange } from '../calls/media.ts';
import { outcomeOf, type Outcome } from '../outcome/outcome.ts';
import { findingsOf } from '../rules/index.ts';
import { finalOf } from '../calls/transactions.ts';
import type { Trace } from '../message/types.ts';

/** A call with everything that can be said of it. Plain data: a worker may send it to the page. */
export interface Analysed {
  call: Call;
  outcome: Outcome;
  findings: Finding[];
  media: Exchange[];
  /** Final failures in the order in which they came, for links to the pages of codes. */
  codes: number[];
  /** The two that came last, lower first, for a link to their comparison; null if there are fewer. */
  pair: [number, number] | null;
}

export interface Analysis {
  calls: Analysed[];
  joins: Join[];
}

/**
 * @param trace what the parser found, or what `redact` made of it
 * @returns calls in the order of their first message, each with outcome, findings and media
 */
export function analyse(trace: Pick<Trace, 'messages'>): Analysis {
  const { calls, joins } = findCalls(trace);
  const end = trace.messages.at(-1)?.time ?? null;
  return { calls: calls.map((call) => analyseCall(call, end)), joins };
}

/** @returns one call with what can be said of it; `end` is the time of the last message of the trace */
export function analyseCall(call: Call, end: number | null): Analysed {
  const outcome = outcomeOf(call, end);
  const codes = codesOf(call);
  const [a, b] = codes.slice(-2);
  const pair: [number, number] | null = a === undefined || b === undefined ? null : [Math.min(a, b), Math.max(a, b)];
  return { call, outcome, findings: findingsOf(call), media: exchanges(call), codes, pair };
}

/** Failures of the request that the call is about; challenges only where nothing else came. */
function codesOf(call: Call): number[] {
  const main = call.kind === 'call' ? 'INVITE' : call.transactions[0]?.method;
  const finals = call.transactions.flatMap((one) => {
    const final = one.method === main ? finalOf(one) : null;
    return final && final.code! >= 300 ? [final] : [];
  });
  const order = finals.sort((left, right) => left.message.index - right.message.index).map(({ code }) => code!);
  const real = [...new Set(order)].filter((code) => code !== 401 && code !== 407);
  return real.length > 0 ? real : [...new Set(order)].slice(-1);
}
