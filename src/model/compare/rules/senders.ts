import type { Code } from '../../../schema/content.ts';
import { answeredMethods, commonMethods, insideOutside } from '../../facts/fork.ts';
import { sendersIn } from '../../facts/facts.ts';
import type { Role } from '../../../schema/index.ts';
import { fieldOf, grounds, type Rule } from './rule.ts';

/** Servers that are UASs with a task (RFC 3261 §6, §8.3, §10.3, RFC 3398 §4, RFC 3903 §6). */
const KINDS_OF_UAS: readonly Role[] = ['redirect', 'registrar', 'event-server', 'gateway', 'b2bua'];
/** What is sent to those whose task has methods of its own: they send no code that answers none of these. */
const TASKS = { registrar: ['REGISTER'], 'event-server': ['SUBSCRIBE', 'NOTIFY', 'PUBLISH'] } as const;
/** A relay is a UAS with a task as well; what else it sends is not written down. */
const RELAYS: readonly Role[] = ['relay', 'message-relay'];
/** Whatever answers as a UAS, whatever is behind it. */
const ANSWERING: readonly Role[] = ['uas', ...KINDS_OF_UAS, ...RELAYS];

/** Whether relays send the code */
export const isRelay = (code: Code): boolean => code.sentBy.some((role) => RELAYS.includes(role));
/**
 * Whether `other` covers the role by listing UASs in general; a redirect server passes over what it does not know
 *   (RFC 3261 §8.3), so it sends only what its own text names
 */
const covered = (role: Role, other: Code): boolean =>
  role !== 'redirect' &&
  // A registrar sends no 6xx (RFC 3261 §10.3).
  !(role === 'registrar' && other.responseClass === 6) &&
  KINDS_OF_UAS.includes(role) &&
  other.sentBy.includes('uas') &&
  TASKS[role as keyof typeof TASKS]?.some((method) => answeredMethods(other).has(method)) !== false;
/** The roles that send `code` and not `other` */
const rest = (code: Code, other: Code): Role[] => code.sentBy.filter((role) => !other.sentBy.includes(role));
/** Those of them that `other` does not cover */
const only = (code: Code, other: Code): Role[] => rest(code, other).filter((role) => !covered(role, other));

/** Sections that speak of one kind of server alone. */
const SPEAK_OF: Partial<Record<Role, readonly string[]>> = {
  redirect: ['RFC 3261 §8.3'],
  registrar: ['RFC 3261 §10.3'],
  gateway: ['RFC 3398 '],
  'event-server': ['RFC 3903 ', 'RFC 6665 §4.2.'],
};
/** What the senders of a code rest on, without the sections on servers that are not named */
const of = (code: Code, roles: readonly Role[]) => {
  const unnamed = Object.entries(SPEAK_OF).flatMap(([role, starts]) => (roles.includes(role as Role) ? [] : starts));
  const all = sendersIn(code);
  const said = all.filter((source) => !unnamed.some((start) => source.startsWith(start)));
  return fieldOf(code, 'sentBy', ...(said.length > 0 ? said : all));
};

/** No element sends both; said only where the facts are read, not judged. */
export const sender: Rule = (a, b) => {
  if (a.judgement.includes('sentBy') || b.judgement.includes('sentBy') || isRelay(a) || isRelay(b)) return null;
  return only(a, b).length === a.sentBy.length && only(b, a).length === b.sentBy.length
    ? { kind: 'senders', a: a.sentBy, b: b.sentBy, ...grounds(of(a, a.sentBy), of(b, b.sentBy)) }
    : null;
};

/** Elements that may send both, and those that send only one of them. */
export const senders: Rule = (a, b) => {
  const common = a.sentBy.filter((role) => b.sentBy.includes(role));
  // Of UASs with a task only those are skipped that both codes may come from as UASs: a registrar that sends 423, which
  // no other UAS does, is named.
  const named = (code: Code, other: Code) => (code.sentBy.includes('uas') ? only(code, other) : rest(code, other));
  const [left, right] = [named(a, b), named(b, a)];
  if (common.length === 0 || left.length + right.length === 0 || isRelay(a) || isRelay(b)) return null;
  return {
    kind: 'senders-overlap',
    common,
    a: left,
    b: right,
    ...grounds(of(a, [...common, ...left]), of(b, [...common, ...right])),
  };
};

/** Whether one element can face the choice: it may send both, in answer to the same request */
export const isChoice = (a: Code, b: Code): boolean =>
  commonMethods(a, b).length > 0 &&
  !insideOutside(a, b) &&
  (a.sentBy.some((role) => b.sentBy.includes(role)) ||
    [
      [a, b],
      [b, a],
    ].some(([one, other]) => one!.sentBy.includes('uas') && other!.sentBy.some((role) => ANSWERING.includes(role))) ||
    [a, b].some(isRelay));
