import type { ForkOutcome } from './fork.ts';
import type { Counting, Duration, PstnOut } from './facts.ts';
import type { Facts, Role, Source } from './schema.ts';

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
export type LookAt =
  'nothing-yet' | 'nothing' | 'request' | 'contact' | 'server' | 'rules' | 'callee' | 'path' | 'who-ended';

/** A way in which both codes can turn up in one call or one transaction. */
export type Together =
  | { way: 'provisional-then-final' }
  | { way: 'provisional-then-success' }
  | { way: 'both-provisional' }
  | { way: 'never-same-request' }
  | { way: 'never-at-once' }
  | { way: 'after-change'; first: 'a' | 'b' }
  | { way: 'after-redirect'; first: 'a' | 'b' }
  | { way: 'after-failover'; first: 'a' | 'b' }
  | { way: 'after-waiting'; first: 'a' | 'b' }
  | { way: 'later-request' }
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
  | ({ kind: 'nature' } & Sides<Facts['nature']>)
  | ({ kind: 'next' } & Sides<NextStep>)
  | ({ kind: 'decision' } & Sides<Facts['decidedBy']>)
  | ({ kind: 'reach' } & Sides<Facts['reach']>)
  | ({ kind: 'lasts' } & Sides<Duration | 'unsaid'>)
  | { kind: 'local'; which: 'a' | 'b' | 'both' }
  | { kind: 'proxy-sends'; which: 'a' | 'b' }
  | ({ kind: 'senders' } & Sides<Role[]>)
  | ({ kind: 'detail' } & Sides<{ header: string; in: string | null } | null>)
  | ({ kind: 'required-headers' } & Sides<string[]>)
  | ({ kind: 'dialog' } & Sides<NonNullable<Facts['dialog']>['ends']>)
  | { kind: 'unknown-to-old'; which: 'a' | 'b'; fallback: number; same: boolean; rfc: number }
  | { kind: 'deprecated'; which: 'a' | 'b' }
  | ({ kind: 'failover' } & Sides<FailoverKind>)
  | { kind: 'pstn-same'; cause: number }
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
  | { kind: 'method'; method: Facts['methods'][number] };

export type { Counting, ForkOutcome };
