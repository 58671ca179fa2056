import { z } from 'astro/zod';
import { ladderSchema } from './ladder.ts';
import { SOURCE, type Source } from './citation.ts';
import { codeNumber, date, oneOf, show, source, sources } from './fields.ts';
import {
  CHANGES,
  DECIDERS,
  DIALOG_EFFECTS,
  DURATIONS,
  FORK_EXCEPTIONS,
  HEADER_CONDITIONS,
  JUDGED_FIELDS,
  LOOKS,
  METHOD_SETS,
  MOVERS,
  NATURES,
  PROXY_STEPS,
  REACHES,
  RETRY_ACTIONS,
  ROLES,
  UAS_STEPS,
} from './values.ts';

const headerFact = z.strictObject({
  /** Header field as spelled in its RFC. */
  name: z.string().regex(/^[A-Z][A-Za-z]*(-[A-Z][A-Za-z]*)*$/, {
    error: (issue) =>
      `is ${show(issue.input)}; expected a header field name as its RFC spells it, such as Retry-After. Correct it`,
  }),
  /** Strength of the rule that puts it into the response. */
  level: oneOf(['MUST', 'SHOULD', 'MAY'], 'the level of the rule'),
  /** Condition under which the rule holds; without it the rule always holds. */
  when: oneOf(HEADER_CONDITIONS, 'a condition').optional(),
  source: sources,
});

/** `content/codes/NNN/facts.yaml`: everything about a code that needs no language. */
export const factsSchema = z.strictObject({
  /** The number; equals the name of the folder. */
  code: codeNumber,
  /** Reason phrase as registered. */
  phrase: z.string().min(2, { error: 'is too short; expected the reason phrase. Spell it as registered' }),
  /** Marked as deprecated in the registry. */
  deprecated: z.literal(true).optional(),
  /** Is it a fault? `normal`: a step or result of healthy operation; `fault`: something must be fixed; `depends`. */
  nature: oneOf(NATURES, 'an answer to "is it a fault?"'),
  /** The section that gives the meaning, not the one that only registers the number. */
  definedIn: source,
  /** The sections behind what the texts say that it means, where `definedIn` does not say all of it; `definedIn` first. */
  meansIn: sources.optional(),
  /** Further sections that rule its use. */
  alsoIn: z.array(source).default([]),
  /** Later RFCs that change or widen it, whether or not they formally update. */
  updatedBy: z.array(source).default([]),
  /** Requests that it can answer. */
  methods: z.array(oneOf(METHOD_SETS, 'a method')).min(1),
  /** The sections that bind it to these methods, where `definedIn` does not. */
  methodsIn: sources.optional(),
  /** It answers only requests inside an existing dialog, which no proxy forks. */
  inDialogOnly: z.literal(true).optional(),
  /** It makes no sense inside a dialog: it is about finding or ringing the called user. */
  outsideDialogOnly: z.literal(true).optional(),
  /** Who may generate it. */
  sentBy: z.array(oneOf(ROLES, 'a role')).min(1),
  /** The sections that name these senders, where `definedIn` does not. */
  sentByIn: sources.optional(),
  /** The client may make it up itself, so that it was never on the wire. */
  local: source.optional(),
  reach: oneOf(REACHES, 'what the response speaks for'),
  decidedBy: z.array(oneOf(DECIDERS, 'who or what decided')).min(1).max(3),
  headers: z.array(headerFact).default([]),
  /**
   * The header field to read first; `in` names the message if it is not the response itself, and `maybe` says that its
   * absence is as telling.
   */
  detailIn: z
    .strictObject({ header: z.string(), in: z.string().optional(), maybe: z.literal(true).optional() })
    .optional(),
  /** Whoever sends it makes its test before a phone rings or the request goes on (RFC 3261 §8.2, §16.3). */
  beforeAlerting: z.literal(true).optional(),
  retry: z.strictObject({
    action: oneOf(RETRY_ACTIONS, 'what the client may do'),
    change: z.array(oneOf(CHANGES, 'what has to change')).min(1).optional(),
    /** Empty only where no text says it, and `judgement` then names `retry`. */
    source: sources.default([]),
  }),
  /** The step of request processing that ends with this code, at a UAS and at a proxy. */
  checkedAt: z
    .strictObject({
      uas: oneOf(UAS_STEPS, 'a step of RFC 3261 §8.2').optional(),
      proxy: oneOf(PROXY_STEPS, 'a step of RFC 3261 §16.3 to §16.7').optional(),
    })
    .optional(),
  lasts: z.strictObject({ how: oneOf(DURATIONS, 'how long it holds'), source: sources }).optional(),
  fork: z.strictObject({ as: oneOf(FORK_EXCEPTIONS, 'a role at the fork'), source: sources }).optional(),
  /**
   * What it does to a dialog when it answers a request inside it: what the text about the code says, for most codes the
   * reading of RFC 5057, which is informational. The standards rule two cases of their own: `endsCall` where the sender
   * should hang up (else RFC 3261 §14.1 keeps the session after a refused re-INVITE), `endsSubscription` where a refused
   * refresh or NOTIFY ends the subscription (RFC 6665).
   */
  dialog: z
    .strictObject({
      ends: oneOf(DIALOG_EFFECTS, 'what the response ends'),
      source: sources,
      endsCall: sources.optional(),
      endsSubscription: sources.optional(),
    })
    .optional(),
  /** The RFC that first had the code, where `definedIn` names a later one. */
  introducedIn: z.number().int().optional(),
  /** Who has to act, where decision and retry do not tell. */
  actor: oneOf(MOVERS, 'who has to act').optional(),
  /** Where the receiver has to look, where decision and retry do not tell. */
  look: oneOf(LOOKS, 'where to look').optional(),
  /** Codes it is mixed up with, most often first; stating it on one side is enough. */
  confusedWith: z.array(codeNumber).max(8).default([]),
  /** The typical exchange. */
  ladder: ladderSchema,
  /** Fields above that are our judgement: no RFC gives them in full. */
  judgement: z.array(oneOf(JUDGED_FIELDS, 'the name of a field')).default([]),
  /** Last time somebody checked the whole entry against its sources. */
  reviewed: date,
  /** Last change of what a reader sees. */
  updated: date,
});
export type Facts = z.output<typeof factsSchema>;

/** All citations of a code, each with its field. They are found by their form, so that no new field can be forgotten. */
export function factSources(facts: Facts): [field: string, cited: Source][] {
  return Object.keys(factsSchema.shape).flatMap((field) => citationsIn(facts[field as keyof Facts], field));
}

function citationsIn(value: unknown, field: string): [field: string, cited: Source][] {
  if (typeof value === 'string') return SOURCE.test(value) ? [[field, value]] : [];
  if (Array.isArray(value))
    return value.flatMap((one, index) => citationsIn(one, typeof one === 'string' ? field : `${field}[${index}]`));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, child]) => citationsIn(child, `${field}.${key}`));
}
