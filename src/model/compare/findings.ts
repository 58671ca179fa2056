import type { Firmness, Side } from '../facts/fork.ts';
import type { DialogEffect } from '../facts/dialog.ts';
import type { Duration, PstnSide } from '../facts/facts.ts';
import type { Facts, LOOKS, Method, MOVERS, PROXY_STEPS, Role, Source, UAS_STEPS } from '../../schema/index.ts';

export type UasStep = (typeof UAS_STEPS)[number];
export type ProxyStep = (typeof PROXY_STEPS)[number];

/** What the client does after a response. */
export interface NextStep {
  kind: 'wait' | 'done' | 'retry';
  action: Facts['retry']['action'];
  change: NonNullable<Facts['retry']['change']>;
  /** The section recommends it; without this it allows it. */
  should: boolean;
}

/** How a ratio moves, folded into one word (RFC 6076 §4.6–4.8). */
export type CountingKind = 'success' | 'user' | 'excluded' | 'ineffective' | 'lowers' | 'challenge';

/** What a proxy, PBX or carrier with further routes does on a response. */
export type FailoverKind =
  'next-server' | 'next-server-if-silent' | 'follow' | 'follow-proxy' | 'next-target' | 'next-flow' | 'stop';

/** Where the receiver of a response has to look. */
export type WhereToLook = (typeof LOOKS)[number];

/** Where a final response comes in its typical exchange. */
export interface TracePlace {
  /** The request that it answers. */
  method: string;
  /** The message just before it between the same two parties, if that is not the request itself; `code` null = a request. */
  after: { code: number | null; method: string } | null;
}

/**
 * How the receiver confirms the response to an INVITE: not at all, with PRACK if it was sent reliably, with an ACK from
 * end to end, or with an ACK on each hop.
 */
export type Confirmation = 'never' | 'prack' | 'end-to-end' | 'hop-by-hop';

/** Who has to act after the response before anything can change. */
export type NextActor = (typeof MOVERS)[number];

/** Where the detail of a response is found. */
export interface Detail {
  header: string;
  /** The message that has it, if not the response itself. */
  in: string | null;
  /** `always`: whoever sends it must. `if-present`: it may be missing. `telling`: its absence says as much. */
  there: 'always' | 'if-present' | 'telling';
  /** The header field is Contact and names a proxy to go through. */
  via: boolean;
}

/** The causes that arrive as a code; `otherwise`: also every cause that the table lacks. */
export interface Arrivals {
  causes: number[];
  otherwise: boolean;
}

/** A way in which both codes can turn up in one call or one transaction. */
export type Together =
  | { way: 'provisional-then-final' }
  | { way: 'provisional-then-success' }
  | { way: 'provisional-elsewhere' }
  | { way: 'trying-first' }
  | { way: 'both-provisional' }
  | { way: 'never-same-request'; how: Firmness }
  | { way: 'inside-outside'; inside: 'a' | 'b' }
  | { way: 'local-then-other'; local: 'a' | 'b' }
  | { way: 'never-at-once' }
  | { way: 'after-challenge'; first: 'a' | 'b' }
  | { way: 'after-change'; first: 'a' | 'b' }
  | { way: 'after-redirect'; first: 'a' | 'b' }
  | { way: 'after-proxy'; first: 'a' | 'b' }
  | { way: 'after-alternative'; first: 'a' | 'b' }
  | { way: 'after-failover'; first: 'a' | 'b' }
  | { way: 'after-flow'; first: 'a' | 'b' }
  | { way: 'after-referral'; first: 'a' | 'b' }
  | { way: 'after-waiting'; first: 'a' | 'b' }
  | { way: 'later-request' }
  | { way: 'setting-up-only' }
  | { way: 'separate-requests' }
  | { way: 'branches' }
  | { way: 'only-branches' };

/** Values that a finding holds for each side. */
interface Sides<T> {
  a: T;
  b: T;
}

/** What each half of a finding rests on: sections that say it, or our judgement. Never both, never neither. */
export interface Grounds {
  sources: Sides<Source[]>;
  judged: Side[];
}

/**
 * One thing that can be said of a pair, without language. `a` is the lower code. Each kind has one sentence per
 * locale in `src/i18n`; a kind without one is a type error.
 */
export type Finding = Grounds &
  (
    | ({ kind: 'methods-disjoint'; how: Firmness } & Sides<Facts['methods']>)
    | ({ kind: 'methods-narrower'; narrow: Side; typically: boolean } & Sides<Facts['methods']>)
    | ({ kind: 'methods-overlap'; common: Method[]; typically: boolean } & Sides<Method[]>)
    | { kind: 'check-order'; at: 'uas'; first: 'a' | 'b'; steps: [UasStep, UasStep] }
    | { kind: 'check-order'; at: 'proxy'; first: 'a' | 'b'; steps: [ProxyStep, ProxyStep] }
    | ({ kind: 'next-actor' } & Sides<NextActor>)
    | ({ kind: 'confirmed' } & Sides<Confirmation>)
    | ({ kind: 'trace' } & Sides<TracePlace>)
    | ({ kind: 'nature' } & Sides<Facts['nature']>)
    | ({ kind: 'next' } & Sides<NextStep>)
    | ({ kind: 'decision' } & Sides<Facts['decidedBy']>)
    | ({ kind: 'reach' } & Sides<Facts['reach']>)
    | ({ kind: 'lasts' } & Sides<Duration | 'unsaid'>)
    | { kind: 'local'; which: 'a' | 'b' | 'both' }
    | ({ kind: 'senders-overlap'; common: Role[] } & Sides<Role[]>)
    | ({ kind: 'senders' } & Sides<Role[]>)
    | ({ kind: 'detail' } & Sides<Detail | null>)
    /** After a refused re-INVITE or UPDATE. */
    | ({ kind: 'mid-call' } & Sides<'ends' | 'goes-on'>)
    /** After a refused refresh or NOTIFY. */
    | ({ kind: 'subscription' } & Sides<'ends' | 'goes-on'>)
    /** What the text on each code says beyond that; `disputed`: after one of them at least a call outlives it after all. */
    | ({ kind: 'dialog'; disputed: boolean } & Sides<{
        ends: DialogEffect['ends'];
        informational: boolean;
        callGoesOn: boolean;
      }>)
    | { kind: 'unknown-to-old'; which: 'a' | 'b'; fallback: number; same: boolean; rfc: number }
    | ({ kind: 'both-unknown-to-old' } & Sides<{ rfc: number; fallback: number }>)
    | { kind: 'deprecated'; which: 'a' | 'b' }
    | ({ kind: 'failover' } & Sides<FailoverKind>)
    | { kind: 'pstn-same'; cause: number; first: 'authenticate' | 'remedy' | null; location: boolean }
    | ({ kind: 'pstn-different' } & Sides<PstnSide>)
    | { kind: 'pstn-returns'; from: 'a' | 'b'; cause: number }
    | ({ kind: 'pstn-in' } & Sides<Arrivals>)
    | ({ kind: 'metrics' } & Sides<CountingKind>)
  );
export type FindingKind = Finding['kind'];

/** What both codes share, said once; `judged`: for which of them it is our judgement. */
export type Shared = { judged: Side[]; sources: Source[] } & (
  | { kind: 'final' }
  | { kind: 'provisional' }
  | { kind: 'nature'; nature: Facts['nature'] }
  | { kind: 'decision'; deciders: Facts['decidedBy'] }
  | { kind: 'next'; next: NextStep }
  | { kind: 'reach'; reach: Facts['reach'] }
  /** `there`: always, if present, or always in all but the code of this number. */
  | { kind: 'detail'; header: string; there: 'always' | 'if-present' | number }
  | { kind: 'mid-call'; call: 'ends' | 'goes-on' }
  | { kind: 'subscription' }
  | { kind: 'dialog'; ends: DialogEffect['ends']; informational: boolean }
  | { kind: 'method'; method: Facts['methods'][number] }
  | { kind: 'senders'; roles: Role[] }
  | { kind: 'any-method' }
  | { kind: 'next-actor'; actor: NextActor }
  | { kind: 'counting'; counting: CountingKind }
);
