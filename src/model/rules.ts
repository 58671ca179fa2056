import type { Code, Content } from './content.ts';
import { answersInvite, counting, durationOf, pstnIn, pstnOut, type PstnOut } from './facts.ts';
import type {
  Confirmation,
  Mover,
  CountingKind,
  FailoverKind,
  Finding,
  LookAt,
  NextStep,
  Together,
  TracePlace,
} from './findings.ts';
import { commonMethods } from './fork.ts';
import { parseSource, PROXY_STEPS, UAS_STEPS, type Method, type Source } from './schema.ts';

/** What rules may look at beside the two codes. */
export type Tables = Pick<Content, 'reference' | 'byNumber'>;

/** A rule looks at two codes, lower first, and says one thing about them or nothing. */
export type Rule = (a: Code, b: Code, tables: Tables) => Finding | null;

const equal = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);
const sourcesOf = (...lists: (Source[] | undefined)[]): Source[] => [...new Set(lists.flatMap((list) => list ?? []))];

/** @returns what a client does after the code (RFC 3261 §8.1.3, and the sections in the facts) */
export const nextStep = (code: Code): NextStep => ({
  kind: !code.final ? 'wait' : code.responseClass === 2 ? 'done' : 'retry',
  action: code.retry.action,
  change: code.retry.change ?? [],
});

/** More methods than this are no narrow set. */
const FEW_METHODS = 4;

/** Which requests each of them can answer; without a common one they never meet. */
export const methods: Rule = (a, b) => {
  const sources = sourcesOf([a.definedIn, b.definedIn]);
  if (commonMethods(a, b).length === 0) return { kind: 'methods-disjoint', a: a.methods, b: b.methods, sources };
  return null;
};

/** One answers few methods, the other any. */
export const narrower: Rule = (a, b) => {
  if (a.methods.includes('any') === b.methods.includes('any')) return null;
  // On paper only: a deprecated code is met elsewhere too, and a local one follows any request.
  if ([a, b].some((code) => code.deprecated || code.local)) return null;
  const narrow = a.methods.includes('any') ? 'b' : 'a';
  // "Any request but CANCEL" is no difference worth a line of its own.
  return (narrow === 'a' ? a : b).methods.length > FEW_METHODS
    ? null
    : {
        kind: 'methods-narrower',
        narrow,
        a: a.methods,
        b: b.methods,
        sources: sourcesOf([a.definedIn, b.definedIn]),
      };
};

/** Normal operation against a fault. */
export const nature: Rule = (a, b) =>
  a.nature === b.nature
    ? null
    : { kind: 'nature', a: a.nature, b: b.nature, sources: sourcesOf([a.definedIn, b.definedIn]) };

/** What the client does next (RFC 3261 §8.1.3). */
export const next: Rule = (a, b) => {
  const [left, right] = [nextStep(a), nextStep(b)];
  return equal(left, right)
    ? null
    : { kind: 'next', a: left, b: right, sources: sourcesOf(a.retry.source, b.retry.source) };
};

/** Whose decision, or which event, the response reports. */
export const decision: Rule = (a, b) =>
  equal([...a.decidedBy].sort(), [...b.decidedBy].sort())
    ? null
    : { kind: 'decision', a: a.decidedBy, b: b.decidedBy, sources: sourcesOf([a.definedIn, b.definedIn]) };

/** What each speaks for: one request, one device, everybody (RFC 3261 §21.4–21.6). */
/** @returns whether the code refuses something, so that it can be asked how much */
export const refuses = (code: Code): boolean => code.responseClass >= 3;

export const reach: Rule = (a, b) =>
  !refuses(a) || !refuses(b) || a.reach === b.reach
    ? null
    : { kind: 'reach', a: a.reach, b: b.reach, sources: sourcesOf([a.definedIn, b.definedIn]) };

/** How long each holds good, where the standard says so of one of them at least. */
export const lasts: Rule = (a, b) => {
  const [left, right] = [durationOf(a), durationOf(b)];
  if ((left?.how ?? null) === (right?.how ?? null)) return null;
  // "Until Retry-After" is what many failures may say; against silence it is no news.
  if (!a.lasts && !b.lasts && (!left || !right)) return null;
  return {
    kind: 'lasts',
    a: left?.how ?? 'unsaid',
    b: right?.how ?? 'unsaid',
    sources: sourcesOf(left?.sources, right?.sources),
  };
};

/** A code that the client may make up itself was perhaps never on the wire (RFC 3261 §8.1.3.1). */
export const local: Rule = (a, b) =>
  a.local || b.local
    ? {
        kind: 'local',
        which: a.local && b.local ? 'both' : a.local ? 'a' : 'b',
        sources: sourcesOf(a.local ? [a.local] : [], b.local ? [b.local] : []),
      }
    : null;

/** No element sends both; said only where the facts are read, not judged. */
export const sender: Rule = (a, b) => {
  if (a.judgement.includes('sentBy') || b.judgement.includes('sentBy') || isRelay(a) || isRelay(b)) return null;
  const sources = sourcesOf([a.definedIn, b.definedIn]);
  if (!a.sentBy.some((role) => b.sentBy.includes(role))) return { kind: 'senders', a: a.sentBy, b: b.sentBy, sources };
  return null;
};

/** Elements that may send both, and those that send only one of them. */
export const senders: Rule = (a, b) => {
  const common = a.sentBy.filter((role) => b.sentBy.includes(role));
  const [left, right] = [a.sentBy, b.sentBy].map((roles) => roles.filter((role) => !common.includes(role)));
  if (common.length === 0 || left!.length + right!.length === 0 || isRelay(a) || isRelay(b)) return null;
  return {
    kind: 'senders-overlap',
    common,
    a: left!,
    b: right!,
    judged: [a, b].some((code) => code.judgement.includes('sentBy')),
    sources: sourcesOf([a.definedIn, b.definedIn]),
  };
};

/** Requests that both can answer, and those that only one can. */
export const overlapping: Rule = (a, b) => {
  const named = (code: Code) => code.methods.filter((method) => method !== 'any' && method !== 'in-dialog');
  const [left, right] = [named(a), named(b)];
  if (left.length < a.methods.length || right.length < b.methods.length) return null;
  const common = left.filter((method) => right.includes(method));
  const [onlyLeft, onlyRight] = [
    left.filter((one) => !common.includes(one)),
    right.filter((one) => !common.includes(one)),
  ];
  if (common.length === 0 || onlyLeft.length + onlyRight.length === 0) return null;
  return {
    kind: 'methods-overlap',
    common,
    a: onlyLeft,
    b: onlyRight,
    sources: sourcesOf([a.definedIn, b.definedIn]),
  };
};

/**
 * @param code a code with its ladder
 * @param methods requests that the other code of the pair can answer as well
 * @returns where the code stands in its own ladder, or null if the ladder is about another request
 */
export function tracePlace(code: Code, methods: Method[]): TracePlace | null {
  const steps = code.ladder.steps;
  const at = steps.findIndex(
    (step) => step.kind === 'message' && step.code === code.number && methods.includes(step.method as Method),
  );
  const carrier = steps[at];
  if (carrier?.kind !== 'message') return null;
  const before = steps
    .slice(0, at)
    .filter(
      (step) =>
        step.kind === 'message' &&
        [step.from, step.to].includes(carrier.from) &&
        [step.from, step.to].includes(carrier.to),
    )
    .at(-1);
  if (before?.kind !== 'message' || before.code === code.number) return null;
  const direct = before.code === null && before.method === carrier.method;
  return {
    method: carrier.method,
    after: direct ? null : before.code === null ? before.method : `${before.code} (${before.method})`,
  };
}

/**
 * Which of two tests comes first, so that the later code tells that the earlier test was passed (RFC 3261 §8.2 for a
 * UAS, §16.3 and §16.5 for a proxy).
 */
export const checkOrder = (a: Code, b: Code): Extract<Finding, { kind: 'check-order' }> | null => {
  if (commonMethods(a, b).length === 0) return null;
  const order = <S extends string>(steps: readonly S[], left: S | undefined, right: S | undefined) => {
    if (!left || !right || left === right) return null;
    const first: 'a' | 'b' = steps.indexOf(left) < steps.indexOf(right) ? 'a' : 'b';
    const pair: [S, S] = first === 'a' ? [left, right] : [right, left];
    return { first, steps: pair };
  };
  const uas = order(UAS_STEPS, a.checkedAt?.uas, b.checkedAt?.uas);
  if (uas) return { kind: 'check-order', at: 'uas', ...uas, sources: ['RFC 3261 §8.2'] };
  const proxy = order(PROXY_STEPS, a.checkedAt?.proxy, b.checkedAt?.proxy);
  return proxy && { kind: 'check-order', at: 'proxy', ...proxy, sources: ['RFC 3261 §16.3'] };
};

/** What the trace shows before each of them, if both answer the same request there. */
export const trace: Rule = (a, b) => {
  if (!a.final || !b.final) return null;
  const common = commonMethods(a, b);
  const [left, right] = [tracePlace(a, common), tracePlace(b, common)];
  if (!left || !right || left.method !== right.method || left.after === right.after) return null;
  return { kind: 'trace', a: left, b: right, sources: sourcesOf([a.definedIn, b.definedIn]) };
};

/** @returns who has to act after the code, by what its facts say of the decision and of the next attempt */
export function moverOf(code: Code): Mover {
  if (code.actor) return code.actor;
  if (!code.final) return 'nobody-yet';
  if (code.responseClass === 2 || code.retry.action === 'none') return 'nobody';
  if (code.responseClass === 3) return 'client';
  if (code.retry.action === 'modified') return 'sender';
  if (code.decidedBy.includes('callee')) return 'called-side';
  if (code.decidedBy.includes('timer')) return 'silent-hop';
  return code.decidedBy.includes('policy') ? 'refuser' : 'failed-server';
}

/** Who has to act. */
export const mover: Rule = (a, b) => {
  const [left, right] = [moverOf(a), moverOf(b)];
  const idle = (one: Mover) => one === 'nobody' || one === 'nobody-yet';
  return left === right || (idle(left) && idle(right))
    ? null
    : { kind: 'mover', a: left, b: right, sources: sourcesOf(a.retry.source, b.retry.source) };
};

/** @returns how the response to an INVITE is confirmed (RFC 3262 §3, RFC 3261 §13.2.2.4, §17.1.1.3), null for other methods */
export function confirmation(code: Code): Confirmation | null {
  if (!answersInvite(code)) return null;
  if (!code.final) return code.fork?.as === 'not-forwarded' ? 'never' : 'prack';
  return code.responseClass === 2 ? 'end-to-end' : 'hop-by-hop';
}

/** Who acknowledges what, and how far the acknowledgement goes. */
export const confirmed: Rule = (a, b) => {
  const [left, right] = [confirmation(a), confirmation(b)];
  if (!left || !right || left === right) return null;
  const cited = {
    never: 'RFC 3262 §3',
    prack: 'RFC 3262 §3',
    'end-to-end': 'RFC 3261 §13.2.2.4',
    'hop-by-hop': 'RFC 3261 §17.1.1.3',
  };
  return { kind: 'confirmed', a: left, b: right, sources: sourcesOf([cited[left], cited[right]]) };
};

/** Where the detail stands. */
export const detail: Rule = (a, b, { reference }) => {
  const of = (code: Code) => (code.detailIn ? { header: code.detailIn.header, in: code.detailIn.in ?? null } : null);
  const [left, right] = [of(a), of(b)];
  if (equal(left, right)) return null;
  const sources = [left, right].flatMap((one) => (one ? [reference.headers[one.header]!.source] : []));
  return { kind: 'detail', a: left, b: right, sources: sourcesOf(sources) };
};

/** What the response ends when it arrives inside a dialog (RFC 5057 §5.1). */
export const dialog: Rule = (a, b) =>
  !a.dialog || !b.dialog || !a.final || !b.final || a.dialog.ends === b.dialog.ends
    ? null
    : { kind: 'dialog', a: a.dialog.ends, b: b.dialog.ends, sources: sourcesOf(a.dialog.source, b.dialog.source) };

/** A client that does not know a code treats it as x00 of its class, a provisional one as 183 (RFC 3261 §8.1.3.2). */
export const unknownToOld: Rule = (a, b) => {
  const rfc = (code: Code) => code.introducedIn ?? parseSource(code.definedIn).rfc;
  const newer = [a, b].filter((code) => rfc(code) !== 3261);
  if (newer.length !== 1) return null;
  const code = newer[0]!;
  const fallback = code.final ? code.responseClass * 100 : 183;
  return {
    kind: 'unknown-to-old',
    which: code === a ? 'a' : 'b',
    fallback,
    same: fallback === (code === a ? b : a).number,
    rfc: rfc(code),
    sources: sourcesOf(['RFC 3261 §8.1.3.2', code.definedIn]),
  };
};

/** Deprecated in the registry. */
export const deprecated: Rule = (a, b) =>
  a.deprecated === b.deprecated
    ? null
    : { kind: 'deprecated', which: a.deprecated ? 'a' : 'b', sources: [a.deprecated ? a.definedIn : b.definedIn] };

/**
 * @returns what an element with further routes does (RFC 3263 §4.3, RFC 3261 §16.7), or null where no failure of the
 *   target is reported: 1xx, 2xx, an attempt that was ended, a request that only its sender can mend
 */
export function failoverKind(code: Code): FailoverKind | null {
  if (code.responseClass < 3) return null;
  if (code.responseClass === 3) return 'follow';
  if (code.responseClass === 6) return 'stop';
  // A refusal by one device says nothing about the next one; other faults of the request would meet it there too.
  if (code.retry.action === 'modified') return code.reach === 'device' ? 'next-target' : null;
  if (code.retry.action === 'none' || code.inDialogOnly) return null;
  return code.fork?.as === 'becomes-500' ? 'next-server' : 'next-target';
}

/** What a proxy, PBX or carrier with further routes does. */
export const failover: Rule = (a, b) => {
  const [left, right] = [failoverKind(a), failoverKind(b)];
  if (!left || !right || left === right || !answersInvite(a) || !answersInvite(b)) return null;
  const cited = (kind: FailoverKind): Source =>
    kind === 'next-server'
      ? 'RFC 3263 §4.3'
      : kind === 'follow'
        ? 'RFC 3261 §16.7 step 4'
        : kind === 'stop'
          ? 'RFC 3261 §16.7 step 5'
          : 'RFC 3261 §16.7 step 6';
  return { kind: 'failover', a: left, b: right, sources: sourcesOf([cited(left), cited(right)]) };
};

const causeOf = (out: PstnOut | null): number | null =>
  out?.kind === 'cause' || out?.kind === 'otherwise' ? out.cause : null;
const outSource = (out: PstnOut): Source => (out.kind === 'redirect' ? 'RFC 3398 §8.2.5' : 'RFC 3398 §8.2.6.1');

/** What a gateway releases the telephone side with (RFC 3398 §8.2.6.1). */
export const pstn: Rule = (a, b, tables) => {
  const [left, right] = [pstnOut(a, tables), pstnOut(b, tables)];
  if (!left && !right) return null;
  if (!left || !right)
    return {
      kind: 'pstn-only',
      which: left ? 'a' : 'b',
      out: (left ?? right)!,
      sources: [outSource((left ?? right)!)],
    };
  const sources = sourcesOf([outSource(left), outSource(right)]);
  const [one, other] = [causeOf(left), causeOf(right)];
  if (one !== null && one === other)
    return { kind: 'pstn-same', cause: one, location: (a.responseClass === 6) !== (b.responseClass === 6), sources };
  return equal(left, right) ? null : { kind: 'pstn-different', a: left, b: right, sources };
};

/** A code that crosses the telephone network and comes back as the other one (RFC 3398, both tables). */
export const pstnReturns: Rule = (a, b, tables) => {
  const { causeToSip } = tables.reference.q850;
  const back = (code: Code) => {
    const cause = causeOf(pstnOut(code, tables));
    return cause === null ? null : { cause, sip: causeToSip[cause] ?? null };
  };
  const [left, right] = [back(a), back(b)];
  const from = left?.sip === b.number ? 'a' : right?.sip === a.number ? 'b' : null;
  if (!from) return null;
  return {
    kind: 'pstn-returns',
    from,
    cause: (from === 'a' ? left : right)!.cause,
    sources: ['RFC 3398 §8.2.6.1', 'RFC 3398 §7.2.4.1'],
  };
};

/** Which causes of the telephone network arrive as which code (RFC 3398 §7.2.4.1). */
export const pstnArrives: Rule = (a, b, tables) => {
  const [left, right] = [pstnIn(a, tables), pstnIn(b, tables)];
  return left.length === 0 || right.length === 0
    ? null
    : { kind: 'pstn-in', a: left, b: right, sources: ['RFC 3398 §7.2.4.1'] };
};

/** @returns the effect on RFC 6076's ratios in one word, or null if the code is no final answer to INVITE */
export function countingKind(code: Code, tables: Tables): CountingKind | null {
  const counted = counting(code, tables);
  if (!counted) return null;
  if (counted.ser === 'excluded') return 'excluded';
  if (counted.ser === 'counted') return 'success';
  if (counted.seer === 'counted') return 'user';
  return counted.isa ? 'ineffective' : 'lowers';
}

/** How call statistics count them (RFC 6076 §4.6–4.8). */
export const metrics: Rule = (a, b, tables) => {
  const [left, right] = [countingKind(a, tables), countingKind(b, tables)];
  if (!left || !right || left === right) return null;
  return { kind: 'metrics', a: left, b: right, sources: ['RFC 6076 §4.6', 'RFC 6076 §4.7', 'RFC 6076 §4.8'] };
};

/** The two decisions have nothing in common. */
export const decisionApart: Rule = (a, b, tables) =>
  a.decidedBy.some((one) => b.decidedBy.includes(one)) ? null : decision(a, b, tables);
/** They share one decider and differ in another: said late, because it settles little. */
export const decisionPartly: Rule = (a, b, tables) =>
  a.decidedBy.some((one) => b.decidedBy.includes(one)) ? decision(a, b, tables) : null;

/** Differences, most telling first: this order is the order on the page. */
export const DIFFERENCES: readonly Rule[] = [
  methods,
  decisionApart,
  next,
  mover,
  reach,
  sender,
  checkOrder,
  local,
  lasts,
  detail,
  dialog,
  decisionPartly,
  senders,
  narrower,
  overlapping,
  confirmed,
  trace,
  unknownToOld,
  deprecated,
  nature,
];
/** Beyond the SIP side: gateways, statistics, routing. */
export const NETWORK: readonly Rule[] = [pstn, pstnReturns, pstnArrives, metrics, failover];

/**
 * @returns how both can turn up in one transaction or call, nearest first; never empty. One hop sends at most one
 *   final response to a request (RFC 3261 §17.2), so two final codes need a second request or a second branch.
 */
export function together(a: Code, b: Code): Together[] {
  if (commonMethods(a, b).length === 0) return [{ way: 'never-same-request' }];
  if (!a.final && !b.final) return [{ way: 'both-provisional' }];
  const inside = a.inDialogOnly ? 'a' : b.inDialogOnly ? 'b' : null;
  if (inside && !a.final) return [{ way: 'inside-dialog', which: inside }];
  if (!a.final) return [{ way: b.responseClass === 2 ? 'provisional-then-success' : 'provisional-then-final' }];
  const ways: Together[] = [{ way: 'never-at-once' }];
  // Who gets the code of a later test has passed the earlier one, and passes it again with the same request.
  const order = checkOrder(a, b);
  for (const [first, code] of [
    ['a', a],
    ['b', b],
  ] as const) {
    if (order && order.first !== first && order.steps[0] !== 'authentication') continue;
    if (code.responseClass === 3) ways.push({ way: 'after-redirect', first });
    else if (code.fork?.as === 'challenge') ways.push({ way: 'after-challenge', first });
    else if (code.retry.action === 'modified') ways.push({ way: 'after-change', first });
    else if (code.retry.action === 'elsewhere') ways.push({ way: 'after-failover', first });
    else if (code.retry.action === 'later') ways.push({ way: 'after-waiting', first });
  }
  if (
    a.responseClass === 2 &&
    (b.methods.includes('any') || b.methods.includes('in-dialog') || answersInvite(b)) &&
    answersInvite(a)
  )
    ways.push({ way: 'later-request' });
  return ways.length > 1 ? ways : [...ways, { way: 'only-branches' }];
}

/** @returns where the receiver of the code has to look */
export function lookAt(code: Code): LookAt {
  if (code.look) return code.look;
  if (!code.final) return 'nothing-yet';
  if (code.responseClass === 2) return 'nothing';
  if (code.responseClass === 3) return 'contact';
  if (code.retry.action === 'modified') return 'request';
  if (code.decidedBy.includes('caller')) return 'who-ended';
  if (code.decidedBy.includes('callee')) return 'callee';
  if (code.decidedBy.includes('timer')) return 'path';
  if (code.decidedBy.includes('policy')) return 'rules';
  return 'server';
}

/** @returns whether one element can stand before the choice: it may send both, in answer to the same request */
export const isChoice = (a: Code, b: Code): boolean =>
  commonMethods(a, b).length > 0 && (a.sentBy.some((role) => b.sentBy.includes(role)) || [a, b].some(isRelay));

/** A relay is a UAS with a task; it may answer whatever a UAS answers. */
const isRelay = (code: Code): boolean => code.sentBy.some((role) => role === 'relay' || role === 'message-relay');
