import { coverageOf, type Coverage } from '../calls/coverage.ts';
import { findCalls } from '../calls/calls.ts';
import type { Call, Join } from '../calls/types.ts';
import type { Finding } from '../rules/findings.ts';
import { exchanges, type Exchange } from '../calls/media.ts';
import { mediaOf, type Heard, type TraceMedia } from '../media/heard.ts';
import { outcomeOf } from '../outcome/outcome.ts';
import type { Outcome } from '../outcome/types.ts';
import { findingsOf } from '../rules/index.ts';
import { finalOf } from '../calls/transactions.ts';
import type { Trace } from '../message/types.ts';

/** A call with everything that can be said of it. Plain data: a worker may send it to the page. */
export interface Analysed {
  call: Call;
  outcome: Outcome;
  findings: Finding[];
  media: Exchange[];
  /** Media streams of the capture that belong to it. */
  heard: Heard[];
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
export function analyse(trace: Trace): Analysis {
  const { calls, joins } = findCalls(trace);
  const coverage = coverageOf(trace);
  const hearing = mediaOf(calls, trace);
  return { calls: calls.map((call) => analyseCall(call, coverage, hearing)), joins };
}

/** One call with what can be said of it; `coverage` is what the whole trace can prove, `hearing` what it hears */
export function analyseCall(call: Call, coverage: Coverage, hearing: TraceMedia): Analysed {
  const outcome = outcomeOf(call, coverage);
  const findings = findingsOf(call, coverage, outcome, hearing);
  const codes = codesOf(call);
  const [a, b] = codes.slice(-2);
  const pair: [number, number] | null = a === undefined || b === undefined ? null : [Math.min(a, b), Math.max(a, b)];
  return { call, outcome, findings, media: exchanges(call), heard: hearing.of(call).heard, codes, pair };
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
