import { z } from 'astro/zod';
import { perLocale } from '../../locales.ts';
import { CONTEXT_KINDS, ORIGINS, REUSE_TOPICS } from '../../schema/contexts.ts';
import { STAGES } from '../../schema/symptoms.ts';
import { outcome } from './code-schemas.ts';
import {
  address,
  anyCode,
  byLanguage,
  citations,
  code,
  codeLine,
  day,
  header,
  ladder,
  pages,
  repository,
  see,
  text,
  texts,
} from './schema-parts.ts';

// Files of one entry each: a settled comparison, a symptom, a context, a product; and the list of each kind.

const said = z
  .strictObject({
    text,
    sources: citations,
    judgement: text
      .nullable()
      .meta({ description: 'What in it is our judgement, in words; null if an RFC says it all' }),
  })
  .meta({ description: 'A statement with the sections that prove it' });
const statements = z.array(said);

export const apiComparison = z.strictObject({
  ...header,
  key: z.string().regex(/^\d{3}-vs-\d{3}$/),
  a: code.meta({ description: 'The lower code' }),
  b: code,
  fork: outcome,
  urls: pages,
  texts: z.strictObject(
    perLocale(() =>
      z.strictObject({
        verdict: text.meta({ description: 'A person’s verdict on the pair' }),
        settledBy: text.meta({ description: 'What in a trace, a message or a configuration tells the two apart' }),
        differences: statements.meta({
          description: 'The most telling first: those a person wrote, then computed ones',
        }),
        common: statements.meta({ description: 'What both share, beyond equal facts' }),
        together: statements.meta({ description: 'Whether both can occur in one exchange' }),
        fork: said.meta({ description: 'What a forking proxy passes on' }),
        network: statements.meta({ description: 'On the telephone side, in statistics, at the next hop' }),
        received: text.meta({ description: 'For whoever receives one of them' }),
        toSend: text.meta({ description: 'For whoever has to choose one to send' }),
        example: text.nullable(),
      }),
    ),
  ),
  definedIn: citations.meta({ description: 'The sections that define both codes, cited once for all differences' }),
  sources: citations,
  reviewed: day,
  updated: day,
});

export const apiSymptom = z.strictObject({
  ...header,
  id: z.string(),
  stage: z.enum(STAGES).meta({ description: 'When in the life of a call the symptom shows' }),
  codes: z.array(code).meta({ description: 'Codes that a trace of it may hold, the most telling first' }),
  urls: pages,
  ladder,
  causes: z
    .array(
      z.strictObject({
        sources: citations,
        texts: z.strictObject(perLocale(() => z.strictObject({ cause: text, tell: text }))),
      }),
    )
    .meta({ description: 'The most likely first; `tell` is the test that shows it was this one' }),
  texts: z.strictObject(
    perLocale(() =>
      z.strictObject({
        title: text,
        summary: text,
        looksLike: text.meta({ description: 'What a trace shows' }),
        askFor: texts.meta({ description: 'What a ticket needs' }),
        keywords: z.array(z.string()),
      }),
    ),
  ),
  see,
  sources: citations,
  reviewed: day,
  updated: day,
});

const contextSource = z
  .strictObject({
    kind: z.enum(['rfc', 'page', 'line']),
    text: z.string().meta({ description: 'A section of an RFC, the key of a page, or repository, file and line' }),
    url: address.nullable().meta({ description: 'null where only a copy on another site was seen' }),
  })
  .meta({ description: 'A section of an RFC, a page that was read, or a line of source code' });

const received = z
  .union([z.array(code), z.literal('rest')])
  .nullable()
  .meta({ description: 'Codes, or `rest`: every 4xx to 6xx that the other list does not name' });

const contextEntry = z.strictObject({
  id: z.string(),
  who: z.string().nullable().meta({ description: 'Whose it is, where a context holds entries of several' }),
  topic: z.enum(REUSE_TOPICS).nullable().meta({ description: 'Of a registered code that is used for something else' }),
  codes: z.array(code).meta({ description: 'Codes concerned, the most telling first' }),
  shown: z
    .array(z.string())
    .meta({ description: 'What is on the wire, on a display or in a log; {code} is each code' }),
  lang: z.string().nullable().meta({ description: 'Of `shown`, where it is not English' }),
  names: z.array(z.string()).meta({ description: 'Words or numbers that mean this entry and nothing else' }),
  by: z.enum(ORIGINS).nullable().meta({ description: 'Who made the response or number' }),
  wire: z.string().nullable().meta({ description: 'Lines of a message as on the wire' }),
  secondHand: z.boolean().meta({ description: 'The owner’s own text was not seen' }),
  route: z
    .strictObject({ product: z.string(), next: received, stops: received })
    .nullable()
    .meta({ description: 'Which received codes make a product try its next route, and which stop it' }),
  of: z.string().nullable().meta({ description: 'Another context that the entry is about' }),
  sources: z.array(contextSource),
  cells: z.record(z.string(), z.array(contextSource)).meta({ description: 'Sources by the key of their column' }),
  texts: z.strictObject(
    perLocale(() =>
      z.strictObject({
        text: text.meta({ description: 'What it means, or what happens' }),
        tell: text.nullable().meta({ description: 'The test that tells it from other causes of the same number' }),
        fix: text.nullable().meta({ description: 'What to do' }),
        cells: z.record(z.string(), z.string()).meta({ description: 'Phrases by the key of their column' }),
      }),
    ),
  ),
});

export const apiContext = z.strictObject({
  ...header,
  id: z.string(),
  name: z.string(),
  kind: z.enum(CONTEXT_KINDS),
  urls: pages,
  pages: z.array(
    z.strictObject({
      key: z.string(),
      title: z.string(),
      url: address.nullable().meta({ description: 'null where only a copy on another site was seen' }),
      lang: z.string().nullable().meta({ description: 'Of the title, where it is not English' }),
      read: day.meta({ description: 'The day on which it was read' }),
      dated: z.string().nullable().meta({ description: 'The date that the page itself bears' }),
      secondHand: z.boolean().meta({ description: 'By somebody else than the owner' }),
      copy: z.boolean().meta({ description: 'Only a copy on another site was seen' }),
    }),
  ),
  repositories: z.array(repository),
  sections: z.array(
    z.strictObject({
      id: z.string(),
      title: byLanguage,
      table: z.boolean().meta({ description: 'Shown as rows of a table' }),
      columns: z.array(z.strictObject({ key: z.string(), title: byLanguage })),
      entries: z.array(contextEntry),
    }),
  ),
  texts: z.strictObject(
    perLocale(() =>
      z.strictObject({
        name: z.string().nullable().meta({ description: 'Its name in this language, where that is a description' }),
        title: text,
        summary: text,
        origin: text.meta({ description: 'Who makes the response in this context, and the test that tells' }),
        limits: texts.meta({ description: 'What was looked for in vain' }),
        keywords: z.array(z.string()),
      }),
    ),
  ),
  reviewed: day,
  updated: day,
});

const settings = z
  .array(z.strictObject({ name: z.string(), in: z.string(), default: z.string().nullable() }))
  .meta({ description: 'Configuration options that govern it, with section or module and default' });
const unregistered = z.boolean().meta({ description: 'The IANA registry lacks the code' });
const statement = { text: byLanguage, settings, sources: z.array(codeLine) };

export const apiProduct = z.strictObject({
  ...header,
  id: z.string(),
  name: z.string(),
  part: z.string().meta({ description: 'Modules that were read' }),
  summary: byLanguage,
  urls: pages,
  repositories: z.array(repository),
  sends: z
    .array(
      z.strictObject({
        code: anyCode,
        when: byLanguage,
        settings,
        phrases: z
          .array(z.string())
          .meta({ description: 'Reason phrases on the wire that differ from the registered one' }),
        local: z.boolean().meta({ description: 'Made up inside the product: no peer sent it' }),
        unregistered,
        source: codeLine,
      }),
    )
    .meta({ description: 'What it generates, the most telling case of a code first' }),
  through: z
    .array(z.strictObject({ in: z.array(anyCode).nullable(), out: anyCode.nullable(), ...statement }))
    .meta({ description: 'What becomes of a code on its way through' }),
  tables: z
    .strictObject({
      sipToCause: z.array(
        z.strictObject({
          code: z.union([anyCode, z.enum(['4xx', '5xx', '6xx', 'other'])]),
          cause: z.int().min(0),
          name: z.string(),
          alias: z.string().nullable(),
          unregistered,
          source: codeLine,
        }),
      ),
      causeToSip: z.array(
        z.strictObject({
          cause: z.union([z.int().min(0), z.literal('other')]),
          name: z.string().nullable(),
          alias: z.string().nullable(),
          code: anyCode,
          unregistered,
          source: codeLine,
        }),
      ),
    })
    .nullable()
    .meta({ description: 'Its own tables between SIP codes and Q.850 causes' }),
  behaviour: z.array(z.strictObject(statement)).meta({ description: 'What it does with codes that it receives' }),
  notSent: z
    .array(z.strictObject({ code: anyCode, why: byLanguage, unregistered, source: codeLine }))
    .meta({ description: 'Codes that people look for in this product in vain' }),
  wording: z
    .array(z.strictObject({ code: anyCode, phrase: z.string(), unregistered, source: codeLine }))
    .meta({ description: 'Phrases of its own table that differ from the registered ones' }),
  limits: z.array(byLanguage).meta({ description: 'What was not read or not traced' }),
  updated: day,
});

const listed = z.strictObject({
  id: z.string(),
  title: byLanguage,
  summary: byLanguage,
  codes: z.array(anyCode),
  urls: z.strictObject({ ...pages.shape, api: address }),
  updated: day,
});
const listOf = <S extends z.ZodRawShape>(shape: S) => z.array(listed.extend(shape));

export const apiSymptoms = z.strictObject({
  ...header,
  updated: day,
  symptoms: listOf({ stage: z.enum(STAGES) }),
});
export const apiContexts = z.strictObject({
  ...header,
  updated: day,
  contexts: listOf({ kind: z.enum(CONTEXT_KINDS) }),
});
export const apiProducts = z.strictObject({ ...header, updated: day, products: listOf({}) });
export const apiComparisons = z.strictObject({ ...header, updated: day, comparisons: listOf({}) });

export type ApiComparison = z.output<typeof apiComparison>;
export type ApiSymptom = z.output<typeof apiSymptom>;
export type ApiContext = z.output<typeof apiContext>;
export type ApiProduct = z.output<typeof apiProduct>;
export type ApiSymptoms = z.output<typeof apiSymptoms>;
export type ApiContexts = z.output<typeof apiContexts>;
export type ApiProducts = z.output<typeof apiProducts>;
export type ApiComparisons = z.output<typeof apiComparisons>;
