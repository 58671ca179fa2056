import type { Facts } from '../code-facts.ts';
import type { Reference } from '../reference.ts';

// What cannot be true at once: values given twice, facts that exclude each other.

/** Values that occur in a list more than once, each once */
export const repeated = <T>(list: T[]): T[] => [
  ...new Set(list.filter((value, index) => list.indexOf(value) !== index)),
];

/** What identifies the rows of each reference table */
export const uniqueKeys = (reference: Reference): [table: string, field: string, keys: (string | number)[]][] => [
  ['registry', 'codes', reference.registry.codes.map(({ code }) => code)],
  ['rfcs', '', reference.rfcs.map(({ number }) => number)],
  ['classes', '', reference.classes.map(({ digit }) => digit)],
  ['q850', 'causes', reference.q850.causes.map(({ cause }) => cause)],
  ['warnings', 'codes', reference.warnings.codes.map(({ code }) => code)],
  ['unregistered', '', reference.unregistered.map(({ code }) => code)],
  ['names', 'names', reference.names.names.map(({ name, code }) => `${name} for ${code}`)],
  ['home', 'codes', reference.home.codes],
  ['home', 'pairs', reference.home.pairs],
];

/** What a forking proxy does with a response is a matter of its class (RFC 3261 §16.7 steps 4 to 6). */
const FORK_CLASS = {
  'not-forwarded': 1,
  challenge: 4,
  preferred: 4,
  'becomes-500': 5,
  'other-flow': 4,
  'first-hop': 4,
} as const;

/** Fields of one code that contradict each other */
export function contradictions(facts: Facts): [field: string, message: string][] {
  const problems: [string, string][] = [];
  const digit = Math.floor(facts.code / 100);
  if (facts.fork && FORK_CLASS[facts.fork.as] !== digit)
    problems.push([
      'fork.as',
      `is ${facts.fork.as}, which only a ${FORK_CLASS[facts.fork.as]}xx can be (RFC 3261 §16.7). Correct or remove it`,
    ]);
  if (facts.fork && facts.inDialogOnly)
    problems.push([
      'fork',
      'is given together with inDialogOnly, but no proxy forks a request inside a dialog. Remove one',
    ]);
  if (facts.methods.includes('any') && facts.methods.length > 1)
    problems.push(['methods', 'has any together with others. Remove the others, or name all methods']);
  for (const field of ['methods', 'sentBy', 'decidedBy', 'alsoIn', 'updatedBy', 'confusedWith', 'judgement'] as const)
    for (const value of repeated<string | number>(facts[field]))
      problems.push([field, `names ${value} twice. Remove one`]);
  for (const field of facts.judgement)
    if (facts[field] === undefined)
      problems.push(['judgement', `names ${field}, which the facts do not hold. Remove it, or add the field`]);
  for (const key of repeated(facts.headers.map(({ name, when }) => (when ? `${name} when ${when}` : name))))
    problems.push(['headers', `has ${key} twice. Remove one`]);
  return problems;
}
