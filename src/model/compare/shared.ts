import { CALL_GOES_ON, dialogDisputed, dialogEffect } from '../facts/dialog.ts';
import type { Code } from '../../schema/content.ts';
import type { JudgedField, Source } from '../../schema/index.ts';
import type { Side } from '../facts/fork.ts';
import type { Shared } from './findings.ts';
import { countingKind, detailOf, nextActorOf, nextStep, onlyMethod, refuses, type Tables } from './rules/index.ts';
import { equal } from './rules/rule.ts';

/**
 * @param a the lower code
 * @param b the higher code
 * @param tables for what call statistics count
 * @returns what both have in common, each once, with the codes for which it is our judgement, and the sections of what
 *   no row of the table and no code page cites in the same words
 */
export function sharedFacts(a: Code, b: Code, tables: Tables): Shared[] {
  const judged = (field: JudgedField): { judged: Side[]; sources: Source[] } => ({
    sources: [],
    judged: [
      ...(a.judgement.includes(field) ? (['a'] as const) : []),
      ...(b.judgement.includes(field) ? (['b'] as const) : []),
    ],
  });
  const read = { judged: [], sources: [] };
  const shared: Shared[] = [];
  if (a.final && b.final) shared.push({ kind: 'final', ...read });
  if (!a.final && !b.final) shared.push({ kind: 'provisional', ...read });
  if (a.nature === b.nature) shared.push({ kind: 'nature', nature: a.nature, ...judged('nature') });
  if (a.final && b.final && equal([...a.decidedBy].sort(), [...b.decidedBy].sort()))
    shared.push({ kind: 'decision', deciders: a.decidedBy, ...judged('decidedBy') });
  if (a.final && b.final && equal(nextStep(a), nextStep(b)))
    shared.push({ kind: 'next', next: nextStep(a), ...judged('retry') });
  if (refuses(a) && refuses(b) && a.reach === b.reach)
    shared.push({ kind: 'reach', reach: a.reach, ...judged('reach') });
  const [here, there] = [detailOf(a), detailOf(b)];
  if (here && there && here.header === there.header && !here.in && !there.in) {
    const sure = [here, there].map((one) => one.there === 'always');
    shared.push({
      kind: 'detail',
      header: here.header,
      there: sure[0] === sure[1] ? (sure[0] ? 'always' : 'if-present') : (sure[0] ? b : a).number,
      ...judged('detailIn'),
    });
  }
  shared.push(...sharedDialog(a, b).map((one) => ({ ...one, judged: judged('dialog').judged })));
  if (equal([...a.sentBy].sort(), [...b.sentBy].sort()))
    shared.push({ kind: 'senders', roles: a.sentBy, ...judged('sentBy') });
  if (a.methods.includes('any') && b.methods.includes('any')) shared.push({ kind: 'any-method', ...judged('methods') });
  if (a.final && b.final && nextActorOf(a) === nextActorOf(b))
    shared.push({ kind: 'next-actor', actor: nextActorOf(a), judged: ['a', 'b'], sources: [] });
  const [left, right] = [countingKind(a, tables), countingKind(b, tables)];
  if (left && left === right) shared.push({ kind: 'counting', counting: left, ...read });
  const method = onlyMethod(a, b);
  if (method) shared.push({ kind: 'method', method, ...judged('methods') });
  return shared;
}

type SharedDialog = Shared extends infer One ? (One extends { judged: Side[] } ? Omit<One, 'judged'> : never) : never;

/** What both do to a dialog, where the same standard or the same reading says so of both. */
function sharedDialog(a: Code, b: Code): Extract<SharedDialog, { kind: 'mid-call' | 'subscription' | 'dialog' }>[] {
  const [left, right] = [dialogEffect(a), dialogEffect(b)];
  if (!left || !right) return [];
  const both = (of: (code: Code) => readonly Source[]) => [...new Set([a, b].flatMap(of))];
  const shared: Extract<SharedDialog, { kind: 'mid-call' | 'subscription' | 'dialog' }>[] = [];
  // Where only its own transaction ends, the call goes on anyway.
  if (left.call && left.call === right.call && (left.call === 'ends' || dialogDisputed(left) || dialogDisputed(right)))
    shared.push({ kind: 'mid-call', call: left.call, sources: both((code) => code.dialog!.endsCall ?? CALL_GOES_ON) });
  if (left.subscription === 'ends' && right.subscription === 'ends')
    shared.push({ kind: 'subscription', sources: both((code) => code.dialog!.endsSubscription!) });
  if (left.ends === right.ends && left.informational === right.informational)
    shared.push({
      kind: 'dialog',
      ends: left.ends,
      informational: left.informational,
      sources: both((code) => (code.judgement.includes('dialog') ? [] : code.dialog!.source)),
    });
  return shared;
}
