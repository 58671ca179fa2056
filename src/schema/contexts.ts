import { z } from 'astro/zod';
import { locales, perLocale, type Locale, type LocaleRow } from '../locales.ts';
import { webFault } from './check/web-address.ts';
import { items, keywords, summary } from './entries.ts';
import { codeNumber, date, oneOf, sentence, show, source } from './fields.ts';
import { place, repository } from './vendors.ts';

/**
 * Where a code is met beyond the RFCs: a service, a network, a closed product, a client, another protocol, a scanner, or
 * several of them side by side. `content/contexts/NAME/`
 * has the facts in facts.yaml and the texts of each language in LOCALE.mdx; the name is the last part of the address.
 */

/** What a context is; the overview is grouped by it, in this order. */
export const CONTEXT_KINDS = ['overview', 'service', 'network', 'product', 'client', 'protocol', 'scanner'] as const;
export type ContextKind = (typeof CONTEXT_KINDS)[number];

/**
 * Who made the response or the number: the service or network itself, equipment of its customer, a carrier behind it, the
 * called side, or the client alone, with nothing on the wire.
 */
export const ORIGINS = ['service', 'customer', 'carrier', 'callee', 'client'] as const;
export type Origin = (typeof ORIGINS)[number];

/** What a second meaning of a registered code is about; the list /sip/reuse/ is grouped by it, in this order. */
export const REUSE_TOPICS = ['money', 'limits', 'blocking', 'display'] as const;
export type ReuseTopic = (typeof REUSE_TOPICS)[number];

/** Headings of the page itself, which no entry may take as its anchor. */
export const RESERVED_ANCHORS = ['content', 'codes', 'origin', 'limits', 'elsewhere', 'others', 'sources'];

const anchor = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, {
  error: (issue) =>
    `is ${show(issue.input)}; expected an anchor of lower-case ASCII words with hyphens, such as twilio-603. Correct it`,
});

/** Languages, besides English, of pages that were read and of what devices show. */
const PAGE_LANGS = ['ja', 'zh', 'de', 'fr', 'ru'] as const;

/**
 * A page that was read: of the owner, unless `secondHand` says that it is about them. A document of which only a copy on
 * another site was seen has `copy` instead of its address: nobody is led to copies.
 */
const page = z
  .strictObject({
    title: z.string().min(3),
    url: z
      .string()
      .superRefine((url, context) => {
        const fault = webFault(url);
        if (fault) context.addIssue(`is ${show(url)}; ${fault}`);
      })
      .optional(),
    copy: z.literal(true).optional(),
    /** Of the title, where it is not English. */
    lang: oneOf(PAGE_LANGS, 'the language of the page').optional(),
    /** The day on which it was read. */
    read: date,
    /** The date that the page itself bears. */
    dated: z
      .string()
      .regex(/^20\d\d(-[01]\d(-[0-3]\d)?)?$/, {
        error: (issue) => `is ${show(issue.input)}; expected "2026", "2026-05" or "2026-05-26". Write it in quotes`,
      })
      .optional(),
    secondHand: z.literal(true).optional(),
  })
  .refine(({ url, copy }) => (url === undefined) === (copy === true), {
    path: ['url'],
    error:
      'is missing, or copy is given, too; expected the address of the owner, or copy: true where only a copy was seen',
  });
export type ContextPage = z.output<typeof page>;

/** `RFC 8606 §4`, the key of a page, or `KEY: FILE:LINE` in a repository. */
const cited = z
  .string()
  .min(2, { error: 'is empty; expected the key of a page, "KEY: FILE:LINE", or a section of an RFC' });

const citedList = z
  .array(cited)
  .min(1, { error: 'has no item; expected one source or more. Without a source, no entry' });

/** Codes of a received response, or `rest` for every failure code that the other list does not name. */
const received = z.union([z.array(codeNumber).min(1), z.literal('rest')]).optional();

/** Which received codes make a product try its next route, and which stop it: for the matrix of products and codes. */
const route = z.strictObject({
  /** File in content/vendors/ without its ending. */
  product: anchor,
  next: received,
  stops: received,
});
export type Route = z.output<typeof route>;

const entryFields = z.strictObject({
  /** Anchor, equal in all languages and unique over all contexts. */
  id: anchor,
  /** Whose it is, where a context holds entries of several. */
  who: z.string().min(2).optional(),
  /** Listed on /sip/reuse/ under this heading: a registered code that is used for something else. */
  topic: oneOf(REUSE_TOPICS, 'what the second meaning is about').optional(),
  /** Codes concerned, the most telling first: their pages link here. */
  codes: z.array(codeNumber).default([]),
  /** What is on the wire, on the display or in the log; `{code}` is the number of each of the codes. */
  shown: z.array(z.string().min(1)).default([]),
  /** Of `shown`, where it is not English. */
  lang: oneOf(PAGE_LANGS, 'the language of what is shown').optional(),
  /** Exact words or numbers that mean this entry and nothing else: search leads here. */
  names: z.array(z.string().min(2).max(40)).default([]),
  /** Who made what `shown` has. Left out where the sources do not say, or where it may be one or the other. */
  by: oneOf(ORIGINS, 'who made it').optional(),
  /** Lines of a message as on the wire. */
  wire: z.string().min(8).optional(),
  /** What the sources say of somebody else: the owner's own text was not seen. */
  secondHand: z.literal(true).optional(),
  route: route.optional(),
  /** Another context that this entry is about, by the name of its folder: its page leads here. */
  of: anchor.optional(),
  sources: citedList.optional(),
  /** In a table instead of `sources`: those of each cell, by the key of its column, `text` for the meaning. */
  cells: z.record(anchor, citedList).optional(),
});

/** Rules, tables and settings are made by nobody: only a response or a number has a maker. */
const madeEntry = entryFields.refine(({ by, shown }) => by === undefined || shown.length > 0, {
  path: ['by'],
  error: 'says who made a response, but shown has none. Add what is seen on the wire or screen, or leave by out',
});

const entry = madeEntry.transform(({ sources, cells, ...rest }, context) => {
  if (sources === undefined && cells === undefined)
    context.addIssue({
      code: 'custom',
      path: ['sources'],
      message: 'is missing; expected one source or more, or cells with those of each. Without a source, no entry',
    });
  if (sources && cells)
    context.addIssue({
      code: 'custom',
      path: ['sources'],
      message: 'is given, and cells, too; expected one of them. Remove sources, which are those of all cells',
    });
  // All that the entry rests on, once each.
  return { ...rest, ...(cells && { cells }), sources: sources ?? [...new Set(Object.values(cells ?? {}).flat())] };
});

export type ContextEntryFacts = z.output<typeof entry>;

/** `content/contexts/NAME/facts.yaml`: what needs no language. */
export const contextFactsSchema = z.strictObject({
  /** As it calls itself. */
  name: z.string().min(2).max(40),
  kind: oneOf(CONTEXT_KINDS, 'what it is'),
  /** Pages that were read, by the key that entries cite. */
  pages: z.record(anchor, page).default({}),
  /** Source code that was read, as in content/vendors/. */
  repositories: z
    .record(z.string().regex(/^[a-z][a-z-]*$/, { error: 'is no key; expected letters and hyphens' }), repository)
    .default({}),
  sections: z
    .array(
      z.strictObject({
        id: anchor,
        /** Rows of a table instead of paragraphs: for lists of numbers or parameters. */
        table: z.literal(true).optional(),
        /** Further columns of the table, by the keys of `cells` in the texts. */
        columns: z.array(anchor).min(1).optional(),
        entries: z.array(entry).min(1, { error: 'has no item; expected one entry or more. Add one' }),
      }),
    )
    .min(1),
  reviewed: date,
  updated: date,
});
export type ContextFacts = z.output<typeof contextFactsSchema>;

const entryTexts = z.strictObject({
  /** What it means, or what happens. */
  text: sentence,
  /** The test that tells it from other causes of the same number. */
  tell: sentence.optional(),
  /** What to do. */
  fix: sentence.optional(),
  /** Phrases for the columns of its section. */
  cells: z.record(z.string(), z.string().min(1)).optional(),
});

const texts = ({ limits }: LocaleRow) =>
  z.strictObject({
    /** Heading and title of the page. */
    title: sentence.refine((text) => [...text].length <= limits.symptomTitle, {
      error: (issue) =>
        `has ${[...String(issue.input)].length} characters; at most ${limits.symptomTitle}. Shorten it; details belong in summary`,
    }),
    /** Its name, where that is a description such as "Other carriers", which each language words itself. */
    name: z.string().min(2).max(40).optional(),
    /** The answer in one sentence: meta description and search excerpt. */
    summary: summary(limits.summary),
    /** Who makes the response in this context, and the test that tells: the first thing on the page. */
    origin: sentence,
    /** A heading for each section, by its anchor. */
    sections: z.record(z.string(), z.string().min(2)),
    /** By the anchor of the entry. */
    entries: z.record(z.string(), entryTexts),
    /** Headings of columns, by their keys. */
    columns: z.record(z.string(), z.string().min(2)).optional(),
    /** What was looked for in vain. */
    limits: items(1, 8, 'things that were not seen').optional(),
    keywords,
  });

/** `content/contexts/NAME/<locale>.mdx`, front matter. */
export const contextSchemas = perLocale((locale) => texts(locales[locale]));
export type ContextTexts = z.output<ReturnType<typeof texts>>;

/** A context: its facts and its texts. */
export interface Context extends ContextFacts {
  /** Name of the folder and last part of the address. */
  slug: string;
  text: Record<Locale, ContextTexts>;
}

/** An entry with the context that it belongs to. */
export interface ContextEntry extends ContextEntryFacts {
  context: Context;
}

/** All entries, in the order of the contexts and of their sections */
export const entriesOf = (contexts: readonly Context[]): ContextEntry[] =>
  contexts.flatMap((context) => context.sections.flatMap(({ entries }) => entries.map((one) => ({ ...one, context }))));

/** The name of a context in a language, as lists and the breadcrumb have it */
export const contextName = ({ name, text }: Pick<Context, 'name' | 'text'>, locale: Locale): string =>
  text[locale].name ?? name;

/** Whose an entry is, as lists name it in a language */
export const ownerOf = ({ who, context }: ContextEntry, locale: Locale): string => who ?? contextName(context, locale);

/** The codes that a context speaks of, ascending */
export const codesOf = ({ sections }: Pick<ContextFacts, 'sections'>): number[] =>
  [...new Set(sections.flatMap(({ entries }) => entries.flatMap(({ codes }) => codes)))].sort((a, b) => a - b);

/** An example as it is seen where the entry is met with one code, or null if it shows another code */
function exampleFor(text: string, code: number, codes: readonly number[]): string | null {
  if (text.includes('{code}')) return text.replaceAll('{code}', String(code));
  if (text.includes(String(code))) return text;
  return codes.some((other) => text.includes(String(other))) ? null : text;
}

/** What is seen of an entry where it is met with that code; empty if only examples of other codes are known */
export const examplesFor = ({ shown, codes }: Pick<ContextEntryFacts, 'shown' | 'codes'>, code: number): string[] =>
  shown.flatMap((text) => exampleFor(text, code, codes) ?? []);

/** All examples of an entry, `{code}` filled with its first code */
export const examplesOf = ({ shown, codes }: Pick<ContextEntryFacts, 'shown' | 'codes'>): string[] =>
  shown.map((text) => text.replaceAll('{code}', String(codes[0])));

/** What is cited: a section of an RFC, a page, or a line of source code. */
export type Cited =
  | { kind: 'rfc'; source: string }
  | { kind: 'page'; key: string; page: ContextPage }
  | { kind: 'line'; key: string; url: string; label: string };

/**
 * @param of the context whose sources are meant
 * @param text `RFC 8606 §4`, `key`, or `key: FILE:LINE`
 * @returns what it is; null if the context has no such source (the content check finds it)
 */
export function citedIn(of: Pick<ContextFacts, 'pages' | 'repositories'>, text: string): Cited | null {
  if (source.safeParse(text).success) return { kind: 'rfc', source: text };
  const known = of.pages[text];
  if (known) return { kind: 'page', key: text, page: known };
  const [, key = '', path, line] = /^([a-z][a-z0-9-]*): (.+):([1-9]\d*)$/.exec(text) ?? [];
  const repo = of.repositories[key];
  if (!repo || !path || !place.safeParse(text).success) return null;
  return {
    kind: 'line',
    key,
    url: `https://github.com/${repo.repo}/blob/${repo.commit}/${path}#L${line}`,
    label: `${path.split('/').at(-1)}:${line}`,
  };
}

/** Whether nothing behind an entry comes from the owner, a standard or source code */
export const isSecondHand = (
  entry: ContextEntryFacts,
  context: Pick<ContextFacts, 'pages' | 'repositories'>,
): boolean =>
  entry.secondHand === true ||
  entry.sources.every((text) => {
    const found = citedIn(context, text);
    return found?.kind === 'page' && found.page.secondHand === true;
  });

/** The entries that concern a code, by context in the order given */
export const contextsOf = (contexts: readonly Context[], code: number): [Context, ContextEntryFacts[]][] =>
  contexts
    .map((context): [Context, ContextEntryFacts[]] => [
      context,
      context.sections.flatMap(({ entries }) => entries.filter(({ codes }) => codes.includes(code))),
    ])
    .filter(([, entries]) => entries.length > 0);

/** A second meaning of a registered code: an entry that /sip/reuse/ lists. */
export type Reuse = ContextEntry & { topic: ReuseTopic };

/** The second meanings of registered codes, in the order of the contexts */
export const reusesOf = (contexts: readonly Context[]): Reuse[] =>
  entriesOf(contexts).filter((one): one is Reuse => one.topic !== undefined);
