import { z } from 'astro/zod';
import { LOCALES, perLocale } from '../../locales.ts';
import { TOPICS } from '../../schema/glossary.ts';
import {
  address,
  byLanguage,
  cause,
  citation,
  citations,
  code,
  day,
  header,
  pages,
  rule,
  see,
  text,
} from './schema-parts.ts';

// Files of one table each: causes, warnings, header fields, metrics, RFCs, the glossary and so on.

const table = { ...header, updated: day };
const range = { first: z.int(), last: z.int() };

export const apiQ850 = z.strictObject({
  ...table,
  classes: z.array(z.strictObject({ ...range, name: byLanguage })),
  causes: z.array(
    z.strictObject({
      cause,
      name: byLanguage.meta({ description: 'The English one is the registered name' }),
      translated: z.array(z.enum(LOCALES)).meta({ description: 'Languages whose name is ours, as no list has one' }),
      unconfirmed: z.boolean().meta({ description: 'Seen in one list only' }),
      meaning: byLanguage,
      trunk: byLanguage.meta({ description: 'What usually lies behind it on a SIP trunk' }),
      sip: code
        .nullable()
        .meta({ description: 'What a gateway sends into SIP for it (RFC 3398 §7.2.4.1); null if no response' }),
      codes: z.array(code).meta({ description: 'Codes for which a gateway releases with it (RFC 3398 §8.2.6.1)' }),
      see,
      urls: pages,
    }),
  ),
  causeToSip: z.array(z.strictObject({ cause, code })).meta({ description: 'RFC 3398 §7.2.4.1' }),
  sipToCause: z.array(z.strictObject({ code, cause })).meta({ description: 'RFC 3398 §8.2.6.1' }),
  exceptions: z
    .array(z.strictObject({ code, as: z.enum(['no-cause', 'by-warning']) }))
    .meta({ description: 'Codes that the second table leaves out or treats by condition' }),
  backwards: z
    .array(
      z.strictObject({
        code,
        message: z.enum(['nothing', 'answer', 'progress']),
        acm: z.enum(['subscriber-free', 'no-indication', 'early']).nullable(),
        event: z.int().min(1).max(6).nullable(),
      }),
    )
    .meta({ description: 'What a gateway sends for provisional and successful responses (RFC 3398 §8.2.2 to §8.2.4)' }),
  otherwise: cause.meta({ description: 'For every final code that neither table nor exceptions name' }),
  otherwiseSip: code.meta({ description: 'For every cause without a row (RFC 3398 §7.2.4.1)' }),
  byWarning: z.array(cause).meta({ description: 'What 488 and 606 become, the second by warn-code' }),
  redirection: cause.meta({ description: 'What a 3xx may become (RFC 3398 §8.2.5)' }),
  misprinted: code.meta({ description: 'A row that the RFC prints under another number' }),
  withoutSip: z
    .array(z.strictObject({ cause, why: z.enum(['bye-or-cancel', 'another-circuit']) }))
    .meta({ description: 'Causes that become no response' }),
  alternatives: z
    .array(z.strictObject({ cause, code, when: z.enum(['location-user', 'new-number']) }))
    .meta({ description: 'Second rows of a cause, with their condition' }),
  marks: z
    .strictObject({
      authenticate: z.array(code),
      remedy: z.array(code),
      retryAfter: z.array(cause),
      requestAtFault: z.array(cause),
      ansi: z.array(cause),
    })
    .meta({ description: 'Rows with a footnote' }),
  rules: z.array(rule.extend({ to: z.enum(['sip', 'pstn']), causes: z.array(cause) })),
});

export const apiReason = z.strictObject({
  ...table,
  rules: z.array(rule),
  examples: z.array(rule.extend({ line: z.string() })),
  locations: z
    .array(z.strictObject({ token: z.string(), bits: z.string(), text: byLanguage }))
    .meta({ description: 'RFC 8606 §4' }),
});

export const apiWarnings = z.strictObject({
  ...table,
  groups: z.array(z.strictObject({ ...range, text: byLanguage })),
  rules: z.array(rule),
  codes: z.array(
    rule.extend({
      code: z.int().min(300).max(399).meta({ description: 'warn-code' }),
      registered: z.string().meta({ description: 'The recommended English text, as registered' }),
      with: z.array(code).meta({ description: 'Responses that an RFC names for this warning' }),
    }),
  ),
  example: z.string(),
});

export const apiUnregistered = z.strictObject({
  ...table,
  codes: z.array(
    rule.extend({
      code,
      phrase: z.string(),
      otherPhrases: z.array(z.string()),
      status: z.enum(['dropped', 'private', 'superseded', 'unknown']),
      unconfirmed: z.boolean().meta({ description: 'We found no text that defines it' }),
      sender: byLanguage,
      instead: code.nullable().meta({ description: 'The registered code that took its place' }),
      pages: z.array(z.strictObject({ title: z.string(), url: address })),
      products: z.array(
        z.strictObject({
          product: z.string(),
          repository: z.string(),
          commit: z.string(),
          file: z.string(),
          line: z.int(),
          url: address,
        }),
      ),
    }),
  ),
});

export const apiHeaders = z.strictObject({
  ...table,
  headers: z.array(
    z.strictObject({
      name: z.string(),
      source: citation,
      range: z
        .strictObject({ first: code, last: code, sources: citations })
        .nullable()
        .meta({ description: 'Every response of these numbers may carry it' }),
      read: byLanguage.meta({ description: 'What a reader finds in it' }),
      example: z.string().nullable(),
      codes: z.array(z.strictObject({ code, level: z.enum(['MUST', 'SHOULD', 'MAY']), when: z.string().nullable() })),
    }),
  ),
});

const ratio = z.strictObject({
  name: z.string(),
  source: citation,
  counted: z.array(code).meta({ description: 'Codes in the numerator' }),
  measures: byLanguage,
  above: byLanguage.meta({ description: 'Numerator' }),
  below: byLanguage.meta({ description: 'Denominator' }),
});
export const apiMetrics = z.strictObject({
  ...table,
  ser: ratio,
  seer: ratio,
  isa: ratio,
  challenges: z
    .strictObject({ codes: z.array(code), source: citation })
    .meta({ description: 'Codes that the text calls challenges instead of failures' }),
  scr: ratio.omit({ counted: true }),
  rules: z.array(rule),
  example: z.array(z.strictObject({ code, calls: z.int() })).meta({ description: 'Calls that ended in each code' }),
});

export const apiRfcs = z.strictObject({
  ...table,
  rfcs: z.array(
    z.strictObject({
      number: z.int(),
      title: z.string(),
      obsoletedBy: z.int().nullable(),
      summary: byLanguage.nullable().meta({ description: 'Of RFCs that define, rule or change a code' }),
      defines: z.array(code),
      cites: z.array(code).meta({ description: 'Further codes whose entry cites it' }),
      url: address,
      urls: pages.nullable(),
    }),
  ),
});

export const apiGlossary = z.strictObject({
  ...table,
  terms: z.array(
    z.strictObject({
      id: z.string(),
      topic: z.enum(TOPICS),
      term: byLanguage,
      reading: z.record(z.string(), z.string()).meta({ description: 'How it is read, in languages that sort by it' }),
      definition: byLanguage,
      sources: citations,
      codes: z.array(code),
      see: z.array(z.string()),
      urls: pages,
    }),
  ),
});

export const apiClasses = z.strictObject({
  ...table,
  classes: z.array(
    z.strictObject({
      digit: z.int().min(1).max(6),
      phrase: z.string(),
      title: byLanguage,
      summary: byLanguage,
      meaning: byLanguage,
      unknown: byLanguage.meta({ description: 'What to do with an unknown code of the class' }),
      sources: citations,
      urls: pages,
    }),
  ),
  registry: z
    .strictObject({ source: address, checked: day, codes: z.array(z.strictObject({ code, phrase: z.string() })) })
    .meta({ description: 'The IANA registry of response codes as it was on a day' }),
  names: z
    .array(z.strictObject({ name: z.string(), code, source: citation }))
    .meta({ description: 'Further names of codes, such as phrases of older RFCs' }),
  products: z
    .array(z.strictObject({ product: z.string(), form: z.string(), source: address }))
    .meta({ description: 'Long numbers of products that hold a code in their last three digits (#)' }),
});

export const apiChanges = z.strictObject({
  ...table,
  changes: z.array(
    z.strictObject({
      date: day,
      text: byLanguage,
      urls: z.array(z.strictObject(perLocale(() => address))),
    }),
  ),
});

const indexEntry = z.strictObject({
  kind: z.string(),
  description: text,
  schema: address.nullable().meta({ description: 'JSON Schema; null for the table in CSV' }),
  files: z.array(z.strictObject({ url: address, updated: day })),
});
export const apiIndex = z.strictObject({
  ...table,
  name: z.string(),
  attribution: address.meta({ description: 'To be named with the licence, besides the page that was used' }),
  openapi: address,
  kinds: z.array(indexEntry),
});

export type ApiQ850 = z.output<typeof apiQ850>;
export type ApiReason = z.output<typeof apiReason>;
export type ApiWarnings = z.output<typeof apiWarnings>;
export type ApiUnregistered = z.output<typeof apiUnregistered>;
export type ApiHeaders = z.output<typeof apiHeaders>;
export type ApiMetrics = z.output<typeof apiMetrics>;
export type ApiRfcs = z.output<typeof apiRfcs>;
export type ApiGlossary = z.output<typeof apiGlossary>;
export type ApiClasses = z.output<typeof apiClasses>;
export type ApiChanges = z.output<typeof apiChanges>;
export type ApiIndex = z.output<typeof apiIndex>;
