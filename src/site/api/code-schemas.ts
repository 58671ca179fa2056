import { z } from 'astro/zod';
import { LOCALES, locales, perLocale } from '../../locales.ts';
import { FACT_ORDER } from '../../model/facts/rows.ts';
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
  PROXY_STEPS,
  REACHES,
  RETRY_ACTIONS,
  ROLES,
  UAS_STEPS,
} from '../../schema/index.ts';
import {
  address,
  byLanguage,
  cause,
  citation,
  citations,
  code,
  day,
  header,
  ladder,
  pages,
  text,
  texts,
} from './schema-parts.ts';

// Files about response codes: one code, the list of all, the comparisons of one.

const nature = z.enum(['normal', 'depends', 'fault']).meta({ description: 'Is it a fault?' });
const responseClass = z.int().min(1).max(6).meta({ description: 'First digit of the code' });
const phrase = z.string().meta({ description: 'Reason phrase as registered with IANA' });

const facts = z.strictObject({
  nature,
  methods: z.array(z.enum([...METHODS, 'any', 'in-dialog'])),
  methodsIn: citations.meta({ description: 'Where it is bound to these methods, if not in `definedIn`' }),
  inDialogOnly: z.boolean(),
  outsideDialogOnly: z.boolean().meta({ description: 'It makes no sense inside a dialog' }),
  sentBy: z.array(z.enum(ROLES)),
  sentByIn: citations.meta({ description: 'Where these senders are named, if not in `definedIn`' }),
  local: citation.nullable().meta({ description: 'Where it is said that the client may make it up itself' }),
  reach: z.enum(REACHES).meta({ description: 'What the response speaks for' }),
  decidedBy: z.array(z.enum(DECIDERS)),
  detailIn: z
    .strictObject({
      header: z.string(),
      in: z.string().nullable().meta({ description: 'The message that has it, if not the response itself' }),
      maybe: z.boolean().meta({ description: 'Its absence is as telling' }),
    })
    .nullable()
    .meta({ description: 'The header field to read first' }),
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
  checkedAt: z
    .strictObject({ uas: z.enum(UAS_STEPS).nullable(), proxy: z.enum(PROXY_STEPS).nullable() })
    .nullable()
    .meta({ description: 'The step of request processing that ends with it (RFC 3261 §8.2, §16.3 to §16.7)' }),
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
  rows: z
    .array(
      z.strictObject({
        key: z.enum(FACT_ORDER),
        label: byLanguage,
        value: z.strictObject(perLocale(() => z.array(z.string()))),
        sources: citations,
        judgement: z.boolean(),
      }),
    )
    .meta({ description: 'The facts in words, with what follows from them, as the page for people shows them' }),
  headers,
  q850,
  ladder,
  message: z.string().nullable().meta({
    description: 'An example as on the wire; null if the client makes it up itself. Lines end in a line feed',
  }),
  confusedWith: z.array(code),
  introducedIn: z.int().nullable().meta({ description: 'The RFC that first had it, where `definedIn` is a later one' }),
  products: z.array(address).meta({ description: 'Files of products that send it or map it' }),
  contexts: z.array(address).meta({ description: 'Files of services, networks and products where it is met' }),
  symptoms: z.array(address).meta({ description: 'Files of symptoms whose trace may hold it' }),
  sources: z.strictObject({
    definedIn: citation,
    meansIn: citations.meta({ description: 'What its meaning rests on, if not on `definedIn` alone' }),
    alsoIn: citations,
    updatedBy: citations,
  }),
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

export const outcome = z.strictObject({
  winner: z
    .union([code, z.enum(['both', 'merged', 'either', 'none', 'n/a'])])
    .meta({ description: 'What a forking proxy passes on if one branch returns each (RFC 3261 §16.7)' }),
  sent: code.nullable().meta({ description: 'What leaves the proxy where it is not the winner itself' }),
});

export const apiPairs = z.strictObject({
  ...header,
  code,
  phrase,
  updated: day.meta({ description: 'The newest day of its comparisons' }),
  pairs: z.array(
    z.strictObject({
      key: z.string().regex(/^\d{3}-vs-\d{3}$/),
      a: code.meta({ description: 'The lower code' }),
      b: code,
      other: code.meta({ description: 'The code that this file is not about' }),
      tier: z.int().min(1).max(3).meta({ description: '1 settled by a person, 2 telling, 3 the rest' }),
      lead: byLanguage.meta({ description: 'A person’s verdict, or the most telling difference' }),
      fork: outcome,
      urls: pages,
      api: address.nullable().meta({ description: 'The file of the comparison, if a person settled it' }),
      updated: day,
    }),
  ),
});

export type ApiCode = z.output<typeof apiCode>;
export type ApiCodes = z.output<typeof apiCodes>;
export type ApiPairs = z.output<typeof apiPairs>;
