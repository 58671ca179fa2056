import type { ForkOutcome } from './fork.ts';
import type { Counting, Duration, PstnOut } from './facts.ts';
import type { Facts, LOOKS, Method, MOVERS, PROXY_STEPS, Role, Source, UAS_STEPS } from './schema.ts';

export type UasStep = (typeof UAS_STEPS)[number];
export type ProxyStep = (typeof PROXY_STEPS)[number];

/** What the client does after a response. */
export interface NextStep {
  kind: 'wait' | 'done' | 'retry';
  action: Facts['retry']['action'];
  change: NonNullable<Facts['retry']['change']>;
}

/** How a ratio moves, folded into one word (RFC 6076 §4.6–4.8). */
export type CountingKind = 'success' | 'user' | 'excluded' | 'ineffective' | 'lowers';

/** What a proxy, PBX or carrier with further routes does on a response. */
export type FailoverKind = 'next-server' | 'follow' | 'next-target' | 'stop';

/** Where the receiver of a response has to look. */
export type LookAt = (typeof LOOKS)[number];

/** Where a final response stands in its typical exchange. */
export interface TracePlace {
  /** The request that it answers. */
  method: string;
  /** The message just before it between the same two parties, if that is not the request itself. */
  after: string | null;
}

/**
 * How the receiver confirms the response to an INVITE: not at all, with PRACK if it was sent reliably, with an ACK from
 * end to end, or with an ACK on each hop.
 */
export type Confirmation = 'never' | 'prack' | 'end-to-end' | 'hop-by-hop';

/** Who has to act after the response before anything can change. */
export type Mover = (typeof MOVERS)[number];

/** A way in which both codes can turn up in one call or one transaction. */
export type Together =
  | { way: 'provisional-then-final' }
  | { way: 'provisional-then-success' }
  | { way: 'both-provisional' }
  | { way: 'never-same-request' }
  | { way: 'never-at-once' }
  | { way: 'after-challenge'; first: 'a' | 'b' }
  | { way: 'after-change'; first: 'a' | 'b' }
  | { way: 'after-redirect'; first: 'a' | 'b' }
  | { way: 'after-failover'; first: 'a' | 'b' }
  | { way: 'after-waiting'; first: 'a' | 'b' }
  | { way: 'later-request' }
  | { way: 'inside-dialog'; which: 'a' | 'b' }
  | { way: 'only-branches' };

/** Values that a finding holds for each side. */
interface Sides<T> {
  a: T;
  b: T;
}

/**
 * One thing that can be said of a pair, without language. `a` is the lower code. Each kind has one sentence per
 * locale in `src/i18n/findings.*.ts`; a kind without one is a type error.
 */
export type Finding = { sources: Source[] } & (
  | ({ kind: 'methods-disjoint' } & Sides<Facts['methods']>)
  | ({ kind: 'methods-narrower'; narrow: 'a' | 'b' } & Sides<Facts['methods']>)
  | ({ kind: 'methods-overlap'; common: Method[] } & Sides<Method[]>)
  | { kind: 'check-order'; at: 'uas'; first: 'a' | 'b'; steps: [UasStep, UasStep] }
  | { kind: 'check-order'; at: 'proxy'; first: 'a' | 'b'; steps: [ProxyStep, ProxyStep] }
  | ({ kind: 'mover' } & Sides<Mover>)
  | ({ kind: 'confirmed' } & Sides<Confirmation>)
  | ({ kind: 'trace' } & Sides<TracePlace>)
  | ({ kind: 'nature' } & Sides<Facts['nature']>)
  | ({ kind: 'next' } & Sides<NextStep>)
  | ({ kind: 'decision' } & Sides<Facts['decidedBy']>)
  | ({ kind: 'reach' } & Sides<Facts['reach']>)
  | ({ kind: 'lasts' } & Sides<Duration | 'unsaid'>)
  | { kind: 'local'; which: 'a' | 'b' | 'both' }
  | ({ kind: 'senders-overlap'; common: Role[]; judged: boolean } & Sides<Role[]>)
  | ({ kind: 'senders' } & Sides<Role[]>)
  | ({ kind: 'detail' } & Sides<{ header: string; in: string | null } | null>)
  | ({ kind: 'dialog' } & Sides<NonNullable<Facts['dialog']>['ends']>)
  | { kind: 'unknown-to-old'; which: 'a' | 'b'; fallback: number; same: boolean; rfc: number }
  | { kind: 'deprecated'; which: 'a' | 'b' }
  | ({ kind: 'failover' } & Sides<FailoverKind>)
  | { kind: 'pstn-same'; cause: number; location: boolean }
  | ({ kind: 'pstn-different' } & Sides<PstnOut>)
  | { kind: 'pstn-only'; which: 'a' | 'b'; out: PstnOut }
  | { kind: 'pstn-returns'; from: 'a' | 'b'; cause: number }
  | ({ kind: 'pstn-in' } & Sides<number[]>)
  | ({ kind: 'metrics' } & Sides<CountingKind>)
);
export type FindingKind = Finding['kind'];

/** What both codes share, said once. */
export type Shared =
  | { kind: 'final' }
  | { kind: 'provisional' }
  | { kind: 'nature'; nature: Facts['nature'] }
  | { kind: 'decision'; deciders: Facts['decidedBy'] }
  | { kind: 'next'; next: NextStep }
  | { kind: 'reach'; reach: Facts['reach'] }
  | { kind: 'detail'; header: string }
  | { kind: 'dialog'; ends: NonNullable<Facts['dialog']>['ends'] }
  | { kind: 'method'; method: Facts['methods'][number] }
  | { kind: 'senders'; roles: Role[] }
  | { kind: 'any-method' }
  | { kind: 'mover'; mover: Mover }
  | { kind: 'counting'; counting: CountingKind };

export type { Counting, ForkOutcome };
