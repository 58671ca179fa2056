import { z } from 'astro/zod';
import { LOCALES, locales, perLocale } from '../locales.ts';
import {
  CHANGES,
  DECIDERS,
  DIALOG_EFFECTS,
  DURATIONS,
  FORK_EXCEPTIONS,
  HEADER_CONDITIONS,
  JUDGED_FIELDS,
  LOOKS,
  METHODS,
  MOVERS,
  REACHES,
  RETRY_ACTIONS,
  ROLES,
} from '../schema/index.ts';

/**
 * The contract of `/api/`: types of what `src/site/api.ts` makes, and the source of the published JSON Schemas. A field may
 * be added within version 1; one that is removed, renamed or given another meaning makes version 2.
 */
export const API_VERSION = '1.0';

const code = z.int().min(100).max(699).meta({ description: 'SIP response code' });
const cause = z.int().min(1).max(127).meta({ description: 'Q.850 cause' });
const day = z.iso.date();
const address = z.url();
const text = z.string().min(1).meta({ description: 'A sentence; parts between backticks are literals' });
const texts = z.array(text);
/** Every language is a key; languages that are added are further keys. */
const byLanguage = z.strictObject(perLocale(() => text));
const citation = z
  .strictObject({ rfc: z.int(), section: z.string(), text: z.string(), url: address })
  .meta({ description: 'One section of an RFC' });
const citations = z.array(citation);
const header = {
  $schema: address.meta({ description: 'JSON Schema of this file' }),
  version: z.literal(API_VERSION),
  license: z.literal('CC-BY-4.0'),
};
const pages = z.strictObject(perLocale(() => address)).meta({ description: 'The page for people, by language' });
const nature = z.enum(['normal', 'depends', 'fault']).meta({ description: 'Is it a fault?' });
const responseClass = z.int().min(1).max(6).meta({ description: 'First digit of the code' });
const phrase = z.string().meta({ description: 'Reason phrase as registered with IANA' });

const facts = z.strictObject({
  nature,
  methods: z.array(z.enum([...METHODS, 'any', 'in-dialog'])),
  inDialogOnly: z.boolean(),
  sentBy: z.array(z.enum(ROLES)),
  local: citation.nullable().meta({ description: 'Where it is said that the client may make it up itself' }),
  reach: z.enum(REACHES).meta({ description: 'What the response speaks for' }),
  decidedBy: z.array(z.enum(DECIDERS)),
  detailIn: z.strictObject({ header: z.string(), in: z.string().nullable() }).nullable(),
  retry: z.strictObject({ action: z.enum(RETRY_ACTIONS), change: z.array(z.enum(CHANGES)), sources: citations }),
  lasts: z.strictObject({ how: z.enum(DURATIONS), sources: citations }).nullable(),
  fork: z
    .strictObject({ as: z.enum(FORK_EXCEPTIONS), sources: citations })
    .nullable()
    .meta({ description: 'Where it departs from its class at a forking proxy' }),
  dialog: z
    .strictObject({
      ends: z.enum(DIALOG_EFFECTS),
      sources: citations,
      endsCall: citations.meta({ description: 'Where the sender should hang up after it; empty if the call goes on' }),
      endsSubscription: citations.meta({
        description: 'Where it ends a subscription to whose refresh it is the answer',
      }),
    })
    .nullable()
    .meta({ description: 'What it ends when it arrives inside a dialog, by the text on the code' }),
  beforeAlerting: z.boolean().meta({ description: 'Its test is made before a phone rings or the request goes on' }),
  actor: z.enum(MOVERS).nullable(),
  look: z.enum(LOOKS).nullable(),
  judgement: z.array(z.enum(JUDGED_FIELDS)).meta({ description: 'Fields that no RFC gives in full: our judgement' }),
});

const headers = z.array(
  z.strictObject({
    name: z.string(),
    level: z.enum(['MUST', 'SHOULD', 'MAY']),
    when: z.enum(HEADER_CONDITIONS).nullable(),
    sources: citations,
  }),
);

const q850 = z.strictObject({
  sent: z
    .strictObject({
      kind: z.enum(['cause', 'otherwise', 'by-warning', 'no-cause', 'redirect']),
      causes: z.array(cause),
    })
    .nullable()
    .meta({ description: 'RFC 3398 §8.2.6.1: what a gateway makes of the code; null if it releases nothing' }),
  received: z.array(cause).meta({ description: 'RFC 3398 §7.2.4.1: causes that a gateway turns into the code' }),
});

const entry = {
  summary: text,
  description: text,
  seenWhen: texts,
  howToFix: texts,
  nature: text,
  producedBy: z.array(z.strictObject({ role: z.enum([...ROLES, 'local']), tell: text })),
  askFor: texts,
  toSend: text,
  means: z.string().meta({ description: 'The meaning as a clause: completes “487 means that …”' }),
  keywords: z.array(z.string()),
};

/** Languages that gloss reason phrases. */
export const GLOSSED = LOCALES.filter((locale) => locales[locale].limits.gloss !== null);
const glosses = perLocale((locale) => (GLOSSED.includes(locale) ? { gloss: z.string() } : {}));

export const apiCode = z.strictObject({
  ...header,
  code,
  phrase,
  class: z.strictObject({ digit: responseClass, phrase: z.string(), title: byLanguage }),
  final: z.boolean(),
  deprecated: z.boolean(),
  urls: z.strictObject({ ...pages.shape, pairs: address }),
  facts,
  headers,
  q850,
  confusedWith: z.array(code),
  sources: z.strictObject({ definedIn: citation, alsoIn: citations, updatedBy: citations }),
  texts: z.strictObject(perLocale((locale) => z.strictObject({ ...glosses[locale], ...entry }))),
  reviewed: day,
  updated: day,
});

export const apiCodes = z.strictObject({
  ...header,
  updated: day,
  codes: z.array(
    z.strictObject({
      code,
      phrase,
      class: responseClass,
      final: z.boolean(),
      deprecated: z.boolean(),
      nature,
      definedIn: z.string(),
      gloss: z.strictObject(Object.fromEntries(GLOSSED.map((locale) => [locale, z.string()]))),
      summary: byLanguage,
      urls: z.strictObject({ ...pages.shape, api: address, pairs: address }),
      updated: day,
    }),
  ),
});

export const apiPairs = z.strictObject({
  ...header,
  code,
  phrase,
  pairs: z.array(
    z.strictObject({
      key: z.string().regex(/^\d{3}-vs-\d{3}$/),
      a: code.meta({ description: 'The lower code' }),
      b: code,
      other: code.meta({ description: 'The code that this file is not about' }),
      tier: z.int().min(1).max(3).meta({ description: '1 settled by a person, 2 telling, 3 the rest' }),
      lead: byLanguage.meta({ description: 'A person’s verdict, or the most telling difference' }),
      fork: z.strictObject({
        winner: z
          .union([code, z.enum(['both', 'merged', 'either', 'none', 'n/a'])])
          .meta({ description: 'What a forking proxy passes on if one branch returns each (RFC 3261 §16.7)' }),
        sent: code.nullable().meta({ description: 'What leaves the proxy where it is not the winner itself' }),
      }),
      urls: pages,
      updated: day,
    }),
  ),
});

export type ApiCode = z.output<typeof apiCode>;
export type ApiCodes = z.output<typeof apiCodes>;
export type ApiPairs = z.output<typeof apiPairs>;

/** By the name of the schema's file: `/api/schema/code.json`. */
export const API_SCHEMAS = {
  code: { title: 'One SIP response code', schema: apiCode },
  codes: { title: 'All SIP response codes', schema: apiCodes },
  pairs: { title: 'All comparisons of one SIP response code', schema: apiPairs },
} as const;
export type ApiSchemaName = keyof typeof API_SCHEMAS;

/** The JSON Schema (2020-12) of a kind of file, to be published under `id` */
export const jsonSchema = (name: ApiSchemaName, id: string): object => ({
  $id: id,
  title: API_SCHEMAS[name].title,
  ...z.toJSONSchema(API_SCHEMAS[name].schema),
});
