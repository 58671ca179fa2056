import { z } from 'astro/zod';
import { codeNumber, languageKeys, see, source, texts } from './fields.ts';
import { LOCALES } from '../locales.ts';

// Schemas of the reference tables behind /q850/ and the pages below it, /warnings/, /sip/unregistered/ and /metrics/.

const citations = z.array(source).min(1);
const text = z.string().min(1);
const code = z.number().int().min(100).max(699);
const cause = z.number().int().min(1).max(127);
const range = { first: z.number().int(), last: z.number().int() };
/** A sentence in every language with the sections that say it. */
const rule = z.strictObject({ ...languageKeys(text.min(4)), sources: citations });
export type Rule = z.output<typeof rule>;

/** Q.850 causes and the two tables of RFC 3398. */
export const q850Schema = z.strictObject({
  /** Classes by range of values; names as in Q.850 and in Japanese lists. */
  classes: z.array(z.strictObject({ ...range, name: texts })),
  causes: z.array(
    z.strictObject({
      cause,
      /** The English one is the registered name. */
      name: texts,
      /** Languages in which no list has a name: this one is ours. */
      translated: z.array(z.enum(LOCALES)).default([]),
      /** Seen in one list only. */
      unconfirmed: z.literal(true).optional(),
      meaning: texts,
      /** Further spellings in common use, by language. */
      also: z.strictObject(languageKeys(z.array(z.string().min(2)))).optional(),
      /** What usually lies behind it on a SIP trunk. */
      trunk: texts,
      /** Pages that speak of the cause; products whose own tables have it are found by themselves. */
      see,
    }),
  ),
  /** RFC 3398 §7.2.4.1: what a gateway sends into SIP for a cause. */
  causeToSip: z.record(z.string().regex(/^\d+$/), code),
  /** RFC 3398 §8.2.6.1: the cause a gateway releases with for a code. */
  sipToCause: z.record(z.string().regex(/^\d+$/), cause),
  /** Codes that the second table leaves out or treats by condition: no cause at all, or by the Warning header field. */
  exceptions: z.record(z.string().regex(/^\d+$/), z.enum(['no-cause', 'by-warning'])),
  /**
   * RFC 3398 §8.2.2 to §8.2.4: what a gateway sends for a provisional or successful response. `acm`: the address complete
   * message if none was sent yet; `event`: the event code of the call progress message (CPG) otherwise, or with an early ACM.
   */
  backwards: z.record(
    z.string().regex(/^\d+$/),
    z.union([
      z.enum(['nothing', 'answer']),
      z.strictObject({
        acm: z.enum(['subscriber-free', 'no-indication', 'early']),
        event: z.number().int().min(1).max(6),
      }),
    ]),
  ),
  /** The cause for every final code that neither table nor exceptions name. */
  otherwise: cause,
  /** The code for every cause that has no row (RFC 3398 §7.2.4.1). */
  otherwiseSip: code,
  /** What 488 and 606 become, the second by warn-code (RFC 3398 §8.2.6.1). */
  byWarning: z.tuple([cause, cause]),
  /** What a 3xx may become (RFC 3398 §8.2.5). */
  redirection: cause,
  /** A row that the RFC prints under another number. */
  misprinted: code,
  /** Causes that become no response. */
  withoutSip: z.record(z.string().regex(/^\d+$/), z.enum(['bye-or-cancel', 'another-circuit'])),
  /** Second rows of a cause, with their condition. */
  alternatives: z.array(z.strictObject({ cause, code, when: z.enum(['location-user', 'new-number']) })),
  /** Rows with a footnote. */
  marks: z.strictObject({
    authenticate: z.array(code),
    remedy: z.array(code),
    retryAfter: z.array(cause),
    requestAtFault: z.array(cause),
    ansi: z.array(cause),
  }),
  /** What RFC 3398 says around the tables. */
  rules: z.array(
    z.strictObject({
      to: z.enum(['sip', 'pstn']),
      ...languageKeys(text.min(4)),
      /** Causes that it names; their own pages show it too. */
      causes: z.array(cause).min(1).optional(),
      sources: citations,
    }),
  ),
});

/** The Reason header field. */
export const reasonSchema = z.strictObject({
  rules: z.array(rule),
  examples: z.array(
    z.strictObject({
      line: z.string().startsWith('Reason: '),
      ...languageKeys(text),
      sources: citations,
    }),
  ),
  /** RFC 8606 §4, without spare values. */
  locations: z.array(z.strictObject({ token: z.string(), bits: z.string().regex(/^[01]{4}$/), ...languageKeys(text) })),
});

/** Warning codes. */
export const warningsSchema = z.strictObject({
  groups: z.array(z.strictObject({ ...range, ...languageKeys(text) })),
  rules: z.array(rule),
  codes: z.array(
    z.strictObject({
      code: z.number().int().min(300).max(399),
      /** The recommended English text, as registered. */
      text: z.string(),
      ...languageKeys(text),
      /** Responses that an RFC names for this warning. */
      with: z.array(code).optional(),
      sources: citations,
    }),
  ),
  example: z.string(),
});

/** Codes that the registry lacks. */
export const unregisteredSchema = z.array(
  z.strictObject({
    code,
    phrase: z.string(),
    otherPhrases: z.array(z.string()).optional(),
    status: z.enum(['dropped', 'private', 'superseded', 'unknown']),
    /** We found no text that defines it; the page says so. */
    unconfirmed: z.literal(true).optional(),
    ...languageKeys(text),
    sender: texts,
    /** The registered code that took its place. */
    instead: code.optional(),
    sources: citations.optional(),
    /** Pages beyond the RFCs that say so. */
    pages: z.array(z.strictObject({ title: z.string().min(3), url: z.url() })).optional(),
    products: z
      .array(
        z.strictObject({
          product: z.string(),
          repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
          commit: z.string().regex(/^[0-9a-f]{40}$/, { error: 'is no commit; expected 40 hexadecimal digits' }),
          file: z.string(),
          line: z.number().int().positive(),
        }),
      )
      .optional(),
  }),
);

const ratio = {
  source,
  name: z.string(),
  measures: texts,
  /** Numerator and denominator. */
  above: texts,
  below: texts,
};
const counted = z.strictObject({ counted: z.array(code), ...ratio });

/** How RFC 6076 counts final responses to INVITE. */
export const metricsSchema = z.strictObject({
  ser: counted,
  seer: counted,
  isa: counted,
  /** Codes that the text calls challenges instead of failures: whether an attempt ends with one is open. */
  challenges: z.strictObject({ codes: z.array(codeNumber).min(1), source }),
  scr: z.strictObject(ratio),
  rules: z.array(rule),
  /** Code and number of calls that ended in it, for the worked example. */
  example: z.record(z.string().regex(/^\d{3}$/), z.number().int().positive()),
});

/**
 * @param tables parsed reference tables
 * @returns every citation in them, with its file and field
 */
export function tableCitations(tables: object): { table: string; field: string; cited: string }[] {
  const found: { table: string; field: string; cited: string }[] = [];
  const visit = (table: string, field: string, value: unknown): void => {
    if (typeof value === 'string') {
      if (/(^|\.)sources?(\[\d+\])?$/.test(field) && value.startsWith('RFC '))
        found.push({ table, field, cited: value });
    } else if (Array.isArray(value)) value.forEach((item, index) => visit(table, `${field}[${index}]`, item));
    else if (value !== null && typeof value === 'object')
      for (const [key, child] of Object.entries(value)) visit(table, field ? `${field}.${key}` : key, child);
  };
  for (const [table, value] of Object.entries(tables)) visit(table, '', value);
  return found;
}

/**
 * @param tables parsed reference tables
 * @returns every number that should be a registered code but may not be, with file and field
 */
export function tableCodes(tables: {
  q850: z.output<typeof q850Schema>;
  warnings: z.output<typeof warningsSchema>;
  unregistered: z.output<typeof unregisteredSchema>;
  metrics: z.output<typeof metricsSchema>;
}): { table: string; field: string; code: number }[] {
  const { q850, warnings, unregistered, metrics } = tables;
  const list = (table: string, field: string, codes: number[]) => codes.map((code) => ({ table, field, code }));
  return [
    ...list('q850', 'otherwiseSip', [q850.otherwiseSip]),
    ...list(
      'q850',
      'alternatives',
      q850.alternatives.map((one) => one.code),
    ),
    ...list('q850', 'marks', [...q850.marks.authenticate, ...q850.marks.remedy]),
    ...warnings.codes.flatMap((one) => list('warnings', `codes.${one.code}.with`, one.with ?? [])),
    ...unregistered.flatMap((one) => list('unregistered', `${one.code}.instead`, one.instead ? [one.instead] : [])),
    ...list('metrics', 'challenges', metrics.challenges.codes),
    ...list('metrics', 'example', Object.keys(metrics.example).map(Number)),
  ];
}

/** `content/reference/wire.yaml`: what the general examples of headers.yaml cannot know about a message. */
export const wireSchema = z.strictObject({
  /** Where each party of a ladder is reached: host of its Contact and of its Via. */
  hosts: z.record(z.string(), z.string()),
  /** The address that a Via with a host name was received from (RFC 3261 §18.2.1). */
  received: z.record(z.string(), z.string()),
  /** Who speaks from a party: name of the user in From, To and Contact. */
  users: z.record(z.string(), z.string()),
  /** Bodies by their Content-Type; `{host}` and `{user}` are those of the sender. */
  bodies: z.record(z.string(), z.string()),
  /** Values of one code that differ from the examples. */
  codes: z.array(
    z.strictObject({
      code: codeNumber,
      headers: z.record(z.string(), z.string()).default({}),
      body: z.string().optional(),
    }),
  ),
});
