import type { Code } from '../content.ts';
import { commonMethods } from '../fork.ts';
import { sourcesOf, type Rule } from './rule.ts';

/** A relay is a UAS with a task; it may answer whatever a UAS answers. */
const isRelay = (code: Code): boolean => code.sentBy.some((role) => role === 'relay' || role === 'message-relay');

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

/** @returns whether one element can stand before the choice: it may send both, in answer to the same request */
export const isChoice = (a: Code, b: Code): boolean =>
  commonMethods(a, b).length > 0 && (a.sentBy.some((role) => b.sentBy.includes(role)) || [a, b].some(isRelay));
