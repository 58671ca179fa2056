import { z } from 'astro/zod';
import { codeNumber, date, source, sources, texts } from './fields.ts';
import { glossarySchema } from './glossary.ts';
import { ladderSchema } from './ladder.ts';
import { namesSchema, searchWordsSchema } from './names.ts';
import { rfcSummariesSchema } from './rfcs.ts';
import { metricsSchema, q850Schema, reasonSchema, unregisteredSchema, warningsSchema, wireSchema } from './tables.ts';

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
      source: sources,
      title: texts,
      summary: texts,
      meaning: texts,
      unknown: texts,
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
    /** Folders of `content/symptoms/`. */
    symptoms: z.array(z.string()).min(4).max(12),
    /** A call flow with two parties; its last code is the one that stands out. */
    ladder: ladderSchema,
  }),
  /** Further names of codes, and long numbers of products, for search. */
  names: namesSchema,
  /** Words that mean the same, for search. */
  'search-words': searchWordsSchema,
  /** Header fields: what a reader finds in them. */
  headers: z.record(
    z.string(),
    z.strictObject({
      source,
      /** Every response of these numbers may carry it: a rule of the header field and no fact of one code. */
      range: z.strictObject({ first: codeNumber, last: codeNumber, source: sources }).optional(),
      read: texts,
      example: z.string().optional(),
    }),
  ),
  /** Values for the messages on code pages. */
  wire: wireSchema,
  /** Terms of SIP in every language. */
  glossary: glossarySchema,
  /** What the RFCs that rule a code are about. */
  'rfc-summaries': rfcSummariesSchema,
};
export type Reference = { [K in keyof typeof referenceSchemas]: z.output<(typeof referenceSchemas)[K]> };
