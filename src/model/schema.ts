import { z } from 'astro/zod';
import { metricsSchema, q850Schema, reasonSchema, unregisteredSchema, warningsSchema } from './tables.ts';
import { both, codeNumber, date, oneOf, sentence, show, source, sources } from './fields.ts';
import { glossarySchema } from './glossary.ts';
import { rfcSummariesSchema } from './rfcs.ts';
import { namesSchema } from './names.ts';
import { wireSchema } from './wire.ts';

export { codeNumber, date, oneOf, parseSource, sentence, source, type Source } from './fields.ts';

/**
 * The contract of `content/`: what each field is, what it may hold, and what to do when it is wrong.
 * Used twice with the same meaning: by Astro's collections and by the content check that runs before
 * every build (Astro stops at the first bad file; the check lists all problems at once).
 */

/** Longest summary that search engines show whole; Japanese characters are twice as wide. */
export const SUMMARY_LIMIT = { en: 160, ja: 80 } as const;
/** A gloss stands beside the phrase in headings and lists; longer ones break the line on a phone. */
export const GLOSS_LIMIT = 16;

export const METHODS = [
  'INVITE',
  'BYE',
  'CANCEL',
  'OPTIONS',
  'REGISTER',
  'PRACK',
  'SUBSCRIBE',
  'NOTIFY',
  'PUBLISH',
  'INFO',
  'REFER',
  'MESSAGE',
  'UPDATE',
] as const;
export type Method = (typeof METHODS)[number];

/** `any`: the defining text sets no limit. `in-dialog`: any request inside an existing dialog. */
const METHOD_SETS = [...METHODS, 'any', 'in-dialog'] as const;

/** The elements of RFC 3261 §6; gateway and B2BUA act as UAS and are named where they are typical. */
export const ROLES = [
  'uas',
  'proxy',
  'redirect',
  'registrar',
  'event-server',
  'gateway',
  'b2bua',
  'relay',
  'message-relay',
] as const;
export type Role = (typeof ROLES)[number];

/** What the response speaks for: how much has been said "no" (or "yes") to. */
export const REACHES = ['request', 'device', 'user', 'server', 'everywhere'] as const;
/** Whose decision or what event the response reports. */
export const DECIDERS = ['caller', 'callee', 'policy', 'timer', 'machine'] as const;

export const RETRY_ACTIONS = ['none', 'modified', 'later', 'elsewhere', 'never'] as const;
/** What has to be different before the request can succeed. */
export const CHANGES = [
  'accept',
  'alert',
  'anonymity',
  'body-format',
  'body-size',
  'breadth',
  'choice',
  'consent',
  'credential',
  'credential-access',
  'credentials',
  'digits',
  'encryption',
  'entity-tag',
  'event-package',
  'expiry',
  'extensions',
  'first-hop',
  'flow',
  'hops',
  'identity',
  'info-package',
  'location',
  'media',
  'message-size',
  'method',
  'precondition',
  'priority',
  'push',
  'referrer-token',
  'routing',
  'security',
  'service',
  'session-interval',
  'syntax',
  'target',
  'uri-length',
  'uri-scheme',
  'version',
] as const;

/** The order in which a UAS should look at a request outside a dialog (RFC 3261 §8.2 to §8.2.5). */
export const UAS_STEPS = [
  'authentication',
  'method',
  'uri',
  'merged',
  'require',
  'content',
  'extensions',
  'processing',
] as const;
/** The order in which a proxy looks at a request (RFC 3261 §16.3 to §16.7). */
export const PROXY_STEPS = [
  'syntax',
  'scheme',
  'hops',
  'loop',
  'proxy-require',
  'authorization',
  'target',
  'responses',
] as const;

/** How long what the response says holds good; a Retry-After in `headers` says `until-retry-after` by itself. */
export const DURATIONS = ['permanent', 'until-expiry', 'one-request'] as const;

/** Where a code departs from what its class does at a forking proxy (RFC 3261 §16.7). */
export const FORK_EXCEPTIONS = ['not-forwarded', 'challenge', 'preferred', 'becomes-500', 'other-flow'] as const;

export const DIALOG_EFFECTS = [
  'transaction',
  'usage',
  'usage-if-essential',
  'usage-unless-cancel',
  'subscription',
  'dialog',
  'early-dialog',
  'nothing',
] as const;

/** Who has to act after a response before anything can change. */
export const MOVERS = [
  'nobody-yet',
  'nobody',
  'client',
  'client-alternative',
  'client-waits',
  'client-clears',
  'sender',
  'referrer',
  'called-side',
  'called-side-only',
  'refuser',
  'silent-hop',
  'failed-server',
  'server-or-order',
  'software',
  'routing',
  'flow',
  'account',
] as const;
/** Where the receiver of a response has to look. */
export const LOOKS = [
  'nothing-yet',
  'nothing',
  'request',
  'address',
  'contact',
  'body',
  'server',
  'rules',
  'callee',
  'availability',
  'path',
  'route',
  'flow',
  'glare',
  'delivery',
  'who-ended',
] as const;

export const HEADER_CONDITIONS = [
  'alert-dialog',
  'body-type',
  'body-encoding',
  'body-language',
  'capabilities',
  'choices',
  'digest',
  'dialog-creating',
  'early-dialog',
  'invite',
  'invite-or-options',
  'location-known',
  'merged-challenge',
  'method-fits',
  'no-abuse-expected',
  'options',
  'overlapping-request',
  'proxy-cannot-decide',
  'publish',
  'publish-throttle',
  'register',
  'reliable',
  'responder-certificate',
  'sec-agree',
  'server-initiated',
  'sips-mismatch',
  'subscribe-or-publish',
  'temporary',
  'timestamp-in-request',
  'offer-answer',
  'failed-precondition',
] as const;

export const PARTIES = [
  'caller',
  'callee',
  'callee2',
  'proxy',
  'proxy2',
  'pbx',
  'redirect',
  'registrar',
  'client',
  'server',
  'subscriber',
  'notifier',
  'publisher',
  'gateway',
  'pstn',
  'referrer',
  'referee',
  'target',
  'relay',
  'verifier',
  'nat',
] as const;
export type Party = (typeof PARTIES)[number];

export const LADDER_NOTES = [
  'answered-elsewhere',
  'early-media',
  'body-too-large',
  'busy',
  'caller-hangs-up',
  'cannot-decrypt',
  'checks-fail',
  'credentials-wrong',
  'dialog-unknown',
  'forwarding-set',
  'local',
  'loop',
  'media',
  'no-answer',
  'no-binding',
  'no-common-codec',
  'no-reply',
  'not-allowed',
  'overloaded',
  'phone-rings',
  'queue',
  'reject-button',
  'reject-caller',
  'ring-timer',
  'signature-bad',
  'timer',
  'transport-error',
  'unknown-user',
  'user-away',
  'ack-missing',
  'binding-gone',
  'hangs-up',
  'hold',
  'half-interval',
  'missed-call',
  'picks-up',
  'private-address',
  'same-request',
  'scored',
  'sends-audio',
  'silence',
  'transfer-key',
] as const;

const PARTY = PARTIES.join('|');
const STEP_KEY = new RegExp(`^(${PARTY}) -> (${PARTY})$`);
const STEP_MESSAGE = new RegExp(
  `^(?:(\\d{3}) )?(${METHODS.join('|')}|ACK)(?: \\+ ([A-Z][A-Za-z-]+(?:, [A-Z][A-Za-z-]+)*))?$`,
);

/** One line of a ladder: a message from one party to another, or a note about what happens there. */
export type LadderStep =
  | { kind: 'message'; from: Party; to: Party; code: number | null; method: string; headers: string[] }
  | { kind: 'note'; at: Party; note: (typeof LADDER_NOTES)[number] };

const ladderStep = z
  .record(z.string(), z.string(), {
    error: (issue) => `is ${show(issue.input)}; expected a line such as "caller -> callee: INVITE"`,
  })
  .transform((line, context): LadderStep => {
    const fail = (message: string): never => {
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    };
    const [key, ...more] = Object.keys(line);
    if (key === undefined || more.length > 0)
      return fail(`has ${Object.keys(line).length} keys; expected one line such as "caller -> callee: INVITE"`);
    const value = line[key]!;
    const note = /^note at (.+)$/.exec(key);
    if (note) {
      if (!PARTIES.includes(note[1] as Party))
        return fail(`names the party "${note[1]}"; expected one of ${PARTIES.join(', ')}`);
      if (!LADDER_NOTES.includes(value as never))
        return fail(`has the note "${value}"; expected one of ${LADDER_NOTES.join(', ')}`);
      return { kind: 'note', at: note[1] as Party, note: value as (typeof LADDER_NOTES)[number] };
    }
    const ends = STEP_KEY.exec(key);
    if (!ends) return fail(`has "${key}"; expected "party -> party" with parties out of ${PARTIES.join(', ')}`);
    const message = STEP_MESSAGE.exec(value);
    if (!message)
      return fail(
        `has the message "${value}"; expected "INVITE", "487 INVITE" (code and method), or "INVITE + Require"`,
      );
    return {
      kind: 'message',
      from: ends[1] as Party,
      to: ends[2] as Party,
      code: message[1] ? Number(message[1]) : null,
      method: message[2]!,
      headers: message[3]?.split(', ') ?? [],
    };
  });

/** An exchange: parties from left to right, steps from top to bottom. */
export const ladderSchema = z.strictObject({
  parties: z.array(oneOf(PARTIES, 'a party')).min(2).max(4),
  steps: z.array(ladderStep).min(2).max(14),
});
export type Ladder = z.output<typeof ladderSchema>;

const headerFact = z.strictObject({
  /** Header field as spelled in its RFC. */
  name: z.string().regex(/^[A-Z][A-Za-z]*(-[A-Z][A-Za-z]*)*$/, {
    error: (issue) => `is ${show(issue.input)}; expected a header field name as its RFC spells it, such as Retry-After`,
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
  phrase: z.string().min(2),
  /** Marked as deprecated in the registry. */
  deprecated: z.literal(true).optional(),
  /** Is it a fault? `normal`: a step or result of healthy operation; `fault`: something must be mended; `depends`. */
  nature: oneOf(['normal', 'depends', 'fault'], 'an answer to "is it a fault?"'),
  /** The section that gives the meaning, not the one that only registers the number. */
  definedIn: source,
  /** Further sections that rule its use. */
  alsoIn: z.array(source).default([]),
  /** Later RFCs that change or widen it, whether or not they formally update. */
  updatedBy: z.array(source).default([]),
  /** Requests that it can answer. */
  methods: z.array(oneOf(METHOD_SETS, 'a method')).min(1),
  /** It answers only requests inside an existing dialog, which no proxy forks. */
  inDialogOnly: z.literal(true).optional(),
  /** It makes no sense inside a dialog: it is about finding or ringing the called user. */
  outsideDialogOnly: z.literal(true).optional(),
  /** Who may generate it. */
  sentBy: z.array(oneOf(ROLES, 'a role')).min(1),
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
  dialog: z.strictObject({ ends: oneOf(DIALOG_EFFECTS, 'what the response ends'), source: sources }).optional(),
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
  judgement: z.array(oneOf(['methods', 'sentBy', 'reach', 'decidedBy', 'retry'], 'the name of a field')).default([]),
  /** Last time somebody checked the whole entry against its sources. */
  reviewed: date,
  /** Last change of what a reader sees. */
  updated: date,
});
export type Facts = z.output<typeof factsSchema>;

export const items = (min: number, max: number, what: string) =>
  z
    .array(sentence, { error: (issue) => `is ${show(issue.input)}; expected a list of ${what}` })
    .min(min, { error: `has too few items; expected ${min} to ${max} ${what}` })
    .max(max, { error: `has too many items; expected ${min} to ${max} ${what}` });

const entryFields = {
  /** The answer in one sentence, understandable alone: meta description, search excerpt, ticket line. */
  description: sentence,
  /** Concrete situations, most frequent first. */
  seenWhen: items(2, 5, 'situations'),
  /** What to check, in the order that finds it fastest. */
  howToFix: items(2, 6, 'steps'),
  /** One sentence: why it is normal, a fault, or when it is which. */
  nature: sentence,
  /** Who sends it, with the test that tells; `local` = made up by the client itself. */
  producedBy: z
    .array(z.strictObject({ role: oneOf([...ROLES, 'local'], 'a role'), tell: sentence }))
    .min(1)
    .max(4),
  /** What the ticket needs. */
  askFor: items(2, 5, 'things to ask for'),
  /** For who has to choose a code: when to send this one, and which one to send instead. */
  toSend: sentence,
};

export const summary = (limit: number) =>
  sentence.refine((text) => [...text].length <= limit, {
    error: (issue) =>
      `has ${[...String(issue.input)].length} characters; at most ${limit}. Shorten it; details belong in description`,
  });

export const keywords = z
  .array(z.union([z.string().min(1), z.number().transform(String)]).pipe(z.string()))
  .min(3, { error: 'has too few items; expected 3 to 24 words that people type' })
  .max(24, { error: 'has too many items; expected 3 to 24 words that people type' });

/** `content/codes/NNN/en.mdx`, front matter. */
export const entryEn = z.strictObject({ summary: summary(SUMMARY_LIMIT.en), ...entryFields, keywords });

/** `content/codes/NNN/ja.mdx`, front matter: the same, and the gloss of the phrase. */
export const entryJa = z.strictObject({
  /** The reason phrase in Japanese. */
  gloss: z.string().refine((text) => [...text].length <= GLOSS_LIMIT, {
    error: (issue) => `has ${[...String(issue.input)].length} characters; at most ${GLOSS_LIMIT}. Shorten it`,
  }),
  summary: summary(SUMMARY_LIMIT.ja),
  ...entryFields,
  keywords,
});
export type Entry = z.output<typeof entryEn> & { gloss?: string };

const noteFields = {
  /** One or two sentences, true of this pair only, that settle it. */
  verdict: sentence,
  /** What in the trace, the message or the configuration tells the two apart. */
  settledBy: sentence,
  /** When to use which, for who receives one of them. */
  received: sentence,
  /** When to use which, for who has to choose one to send. */
  toSend: sentence,
  /** Differences that no rule finds; they stand before the computed ones. */
  differences: items(1, 4, 'differences').optional(),
  /** The same situation going one way and the other. */
  example: sentence.optional(),
};

/** `content/comparisons/NNN-vs-NNN/en.mdx` and `ja.mdx`, front matter; only pairs that a person settles. */
export const noteEn = z.strictObject(noteFields);
export const noteJa = z.strictObject(noteFields);
export type Note = z.output<typeof noteEn>;

/** `content/comparisons/NNN-vs-NNN/facts.yaml`: what both languages share. */
export const noteFactsSchema = z.strictObject({
  sources: z.array(source).min(1),
  reviewed: date,
  updated: date,
});
export type NoteFacts = z.output<typeof noteFactsSchema>;

/** `content/pages/NAME/en.mdx` and `ja.mdx`, front matter of a page that is prose. */
export const pageSchema = z.strictObject({ title: z.string().min(3), description: sentence });

/** `content/reference/*.yaml`: tables that many entries use, one schema per file. */
export const referenceSchemas = {
  /** RFCs and their sections: every citation resolves here. */
  rfcs: z.array(
    z.strictObject({
      number: z.number().int(),
      title: z.string(),
      obsoletedBy: z.number().int().optional(),
      sections: z.string().transform((text) => text.trim().split(/\s+/)),
    }),
  ),
  /** The IANA registry of response codes as it was on a date. */
  registry: z.strictObject({
    checked: date,
    source: z.url(),
    seenThrough: z.string().optional(),
    codes: z.array(z.strictObject({ code: codeNumber, phrase: z.string() })),
  }),
  /** The six classes (RFC 3261 §7.2, §21). */
  classes: z.array(
    z.strictObject({
      digit: z.number().int().min(1).max(6),
      phrase: z.string(),
      source,
      title: both,
      summary: both,
      meaning: both,
      unknown: both,
    }),
  ),
  /** Q.850 causes and the two tables of RFC 3398; the Reason header field; Warning codes; codes that the registry lacks. */
  q850: q850Schema,
  reason: reasonSchema,
  warnings: warningsSchema,
  unregistered: unregisteredSchema,
  /** How RFC 6076 counts final responses to INVITE. */
  metrics: metricsSchema,
  /** What the home page shows first. */
  home: z.strictObject({
    codes: z.array(codeNumber).min(4).max(12),
    pairs: z
      .array(z.string().regex(/^[1-6]\d\d-vs-[1-6]\d\d$/))
      .min(4)
      .max(20),
  }),
  /** Further names of codes, and long numbers of products, for search. */
  names: namesSchema(source),
  /** Header fields: what a reader finds in them. */
  headers: z.record(z.string(), z.strictObject({ source, read: both, example: z.string().optional() })),
  /** Values for the messages on code pages. */
  wire: wireSchema,
  /** Terms of SIP in both languages. */
  glossary: glossarySchema,
  /** What the RFCs that rule a code are about. */
  'rfc-summaries': rfcSummariesSchema,
};
export type Reference = { [K in keyof typeof referenceSchemas]: z.output<(typeof referenceSchemas)[K]> };
