import { messages } from '../../i18n/index.ts';
import { DEFAULT_LOCALE, type Locale } from '../../locales.ts';
import type { Content } from '../../schema/content.ts';
import { contextName, entriesOf, examplesOf, ownerOf, type ContextEntry } from '../../schema/contexts.ts';
import { byTopic } from '../../schema/glossary.ts';
import type { TOOL_PAGES } from '../../schema/names.ts';
import type { Vendor } from '../../schema/vendors.ts';
import type { PageGroup } from '../../search/directory.ts';
import { href, paths } from '../paths.ts';

// Pages that are neither codes, pairs nor symptoms, as the search dialog finds them without the engine: by the names that each of
// them explains.

const plain = (text: string): string => text.replaceAll('`', '');

/** `603+`, `603 plus`: a number of a code with something that makes it another thing. */
const aroundCode = (word: string): boolean => /(?<!\d)[1-6]\d\d(?!\d)/.test(word) && !/^\d+$/.test(word);

/** Methods are in most texts, so they name none of them. */
const METHOD = /^(?:INVITE|ACK|BYE|CANCEL|REGISTER|OPTIONS|PRACK|SUBSCRIBE|NOTIFY|PUBLISH|INFO|REFER|MESSAGE|UPDATE)$/;

/** What stands in backticks, lines of a log in quotation marks, and constants: what people copy from a log or a configuration. */
const literals = (text: string): string[] =>
  [
    ...[...text.matchAll(/`([^`]{3,60})`/g)].map(([, one]) => one!),
    ...[...text.matchAll(/[“「]([ -~]{9,90})[”」]/g)].map(([, one]) => one!),
    ...[...text.matchAll(/(?<![\w`])[A-Z][A-Z_]{5,}(?![\w`])/g)].map(([one]) => one),
  ].filter((one) => !METHOD.test(one));

/** A group of pages with the sentence that results show of each. */
export type FoundGroup = PageGroup & { sentences: Record<string, string> };

/** A page of a group, as it is made. */
interface Found {
  rest: string;
  names: readonly string[];
  title?: string;
  text?: string;
}

const unique = (names: readonly string[]): string[] => {
  const seen = new Set<string>();
  return names.filter((name) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()) !== undefined);
};

/** The names without those that another one with the code or the owner before it repeats: `403 510532`, `plivo 2020` */
const distinct = (names: readonly string[], owner: string): string[] =>
  names.filter((one) => {
    const [, before = '', rest = ''] = /^(\S+) (.+)$/.exec(one) ?? [];
    return !((/^\d{3}$/.test(before) || before.toLowerCase() === owner.toLowerCase()) && names.includes(rest));
  });

/** Enough to see what a result is about. */
const firstSentence = (text: string): string => {
  const [first = ''] = /^.*?(?:[.!?](?=\s|$)|。|$)/.exec(plain(text))!;
  return [...first].length > 140 ? `${[...first].slice(0, 138).join('')}…` : first;
};

const group = (of: Omit<PageGroup, 'pages'>, found: readonly Found[]): FoundGroup => ({
  ...of,
  pages: found.map(({ rest, names, title }) => (title ? [rest, unique(names), title] : [rest, unique(names)])),
  sentences: Object.fromEntries(
    found.flatMap(({ rest, text }) => (text ? [[rest, firstSentence(text)] as const] : [])),
  ),
});

/** Contexts, and those of their entries that something names or shows. */
function contextGroups({ contexts }: Pick<Content, 'contexts'>, locale: Locale): FoundGroup[] {
  const label = messages(locale).search.kindContext;
  const base = href(paths.home(locale));
  return [
    group(
      { label, kind: 'context', base, title: '{}', words: [], texts: 'contexts' },
      contexts.map((context) => ({
        rest: href(paths.context(locale, context.slug)).slice(base.length),
        names: [contextName(context, locale), ...context.text[locale].keywords],
        title: plain(context.text[locale].title),
        text: context.text[locale].summary,
      })),
    ),
    ...contexts.map((context) => {
      const name = contextName(context, locale);
      return group(
        {
          label,
          kind: 'entry',
          base: `${href(paths.context(locale, context.slug))}#`,
          title: `${name}${messages(locale).ui.colon}{}`,
          words: [name],
          texts: `entries-${context.slug}`,
        },
        entriesOf([context]).flatMap((entry) => {
          // A code alone is not what names an entry.
          const seen = examplesOf(entry).filter((one) => !/^\d{1,3}$/.test(one) && one.length < 80);
          const names = distinct([...seen.slice(0, 4), ...entry.names], name);
          const owner = ownerOf(entry, locale);
          if (names.length === 0) return [];
          const text = context.text[locale].entries[entry.id]!.text;
          return [
            {
              rest: entry.id,
              names,
              text,
              ...(owner !== name && { title: `${owner}${messages(locale).ui.colon}${names[0]!}` }),
            },
          ];
        }),
      );
    }),
  ];
}

/** What a product sends, by code; its settings, and its names of causes. */
function productGroups(
  { byNumber }: Pick<Content, 'byNumber'>,
  vendors: readonly Vendor[],
  locale: Locale,
): FoundGroup[] {
  const { vendors: words } = messages(locale);
  return vendors.map((vendor) => {
    const numbers = [...new Set(vendor.sends.map(({ code }) => code))];
    const settings = [...vendor.sends, ...vendor.through, ...vendor.behaviour].flatMap((one) => one.settings ?? []);
    const part = (rest: string, name: string, names: string[]): Found => ({
      rest: `#${rest}`,
      names,
      title: `${vendor.name}: ${name}`,
    });
    const registered = (phrase: string, number: number) => byNumber.get(number)?.phrase === phrase;
    return group(
      {
        label: words.label,
        kind: 'product',
        base: href(paths.vendor(locale, vendor.id)),
        title: `${vendor.name}: {}`,
        words: [vendor.name],
        texts: `product-${vendor.id}`,
      },
      [
        { rest: '', names: [vendor.name], title: words.title(vendor.name), text: vendor.summary[locale] },
        ...numbers.map((number) => {
          const sends = vendor.sends.filter(({ code }) => code === number);
          const phrases = sends.flatMap((one) => one.phrases ?? []).filter((phrase) => !registered(phrase, number));
          return {
            rest: `#c${number}`,
            names: [...phrases, ...sends.flatMap(({ when }) => literals(when[locale]))],
            text: sends[0]!.when[locale],
          };
        }),
        part(
          'settings',
          words.settings,
          settings.map(({ name }) => name),
        ),
        part(
          'through',
          words.through,
          vendor.through.flatMap(({ text }) => literals(text[locale])),
        ),
        part(
          'behaviour',
          words.behaviour,
          vendor.behaviour.flatMap(({ text }) => literals(text[locale])),
        ),
      ],
    );
  });
}

/** Header fields, causes with the names that products give them, warn-codes, codes that are not registered, terms. */
function tableGroups(
  { reference }: Pick<Content, 'reference'>,
  vendors: readonly Vendor[],
  locale: Locale,
): FoundGroup[] {
  const { tables, search, glossary, ui } = messages(locale);
  const constants = (cause: number) =>
    vendors.flatMap(({ tables: of }) =>
      [...(of?.causeToSip.rows ?? []), ...(of?.sipToCause.rows ?? [])]
        .filter((row) => row.cause === cause)
        .flatMap(({ name, alias }) => [name, alias].filter((one) => one !== undefined)),
    );
  return [
    group(
      {
        label: tables.headers.label,
        kind: 'header',
        base: href(`${paths.headers(locale)}#`),
        title: '{}',
        words: [],
        texts: 'headers',
      },
      Object.entries(reference.headers).map(([name, { read }]) => ({
        rest: name.toLowerCase(),
        names: [name],
        text: read[locale],
      })),
    ),
    group(
      {
        label: search.kindCause,
        kind: 'cause',
        base: href(paths.q850(locale)),
        title: `${search.cause.replace('{}', '{n}')}${ui.colon}{}`,
        words: [],
        texts: 'causes',
      },
      reference.q850.causes.map(({ cause, name, also, meaning }) => ({
        rest: `${cause}/`,
        names: [
          name[locale],
          ...(also?.[locale] ?? []),
          ...constants(cause),
          ...[name[locale], name[DEFAULT_LOCALE]].map((one) => one.replace(/ ?[(（].*[)）]/, '')),
          ...(also?.[DEFAULT_LOCALE] ?? []),
        ],
        text: meaning[locale],
      })),
    ),
    group(
      {
        label: tables.warnings.label,
        kind: 'warning',
        base: href(`${paths.warnings(locale)}#warning-`),
        title: 'Warning {n} {}',
        words: ['warning'],
        texts: 'warnings',
      },
      reference.warnings.codes.map((one) => ({ rest: String(one.code), names: [one.text], text: one[locale] })),
    ),
    group(
      {
        label: search.kindUnregistered,
        kind: 'unregistered',
        base: href(`${paths.unregistered(locale)}#`),
        title: '{n} {}',
        words: [],
        texts: 'unregistered',
      },
      reference.unregistered.map((one) => ({ rest: String(one.code), names: [one.phrase], text: one[locale] })),
    ),
    ...byTopic(reference.glossary).map(({ topic, terms }) =>
      group(
        {
          label: glossary.label,
          kind: 'term',
          base: href(`${paths.glossaryTopic(locale, topic)}#`),
          title: '{}',
          words: [],
          texts: `terms-${topic}`,
        },
        terms.map(({ id, term, reading, definition }) => ({
          rest: id,
          names: [term[locale], term[DEFAULT_LOCALE], reading[locale] ?? ''].filter(Boolean),
          text: definition[locale],
        })),
      ),
    ),
  ];
}

/** Pages that are about no single code, by what they are for */
function toolGroup({ reference }: Pick<Content, 'reference'>, locale: Locale): FoundGroup {
  const base = href(paths.home(locale));
  return group(
    { label: messages(locale).search.kindTool, kind: 'tool', base, title: '{}', words: [], texts: 'tools' },
    Object.entries(reference['search-words'].pages).map(([page, words]) => ({
      rest: href(paths[page as (typeof TOOL_PAGES)[number]](locale)).slice(base.length),
      names: words[locale],
      text: words.says[locale],
    })),
  );
}

/** Every page and part of a page that has names of its own, besides codes, pairs, symptoms and RFCs */
export const foundGroups = (content: Content, vendors: readonly Vendor[], locale: Locale): FoundGroup[] =>
  [
    ...contextGroups(content, locale),
    toolGroup(content, locale),
    ...tableGroups(content, vendors, locale),
    ...productGroups(content, vendors, locale),
  ]
    .map((of) => ({ ...of, pages: of.pages.filter(([rest, names]) => names.length > 0 || /^#c\d{3}$/.test(rest)) }))
    .filter(({ pages }) => pages.length > 0);

const entryUrl = (entry: ContextEntry, locale: Locale): string =>
  `${href(paths.context(locale, entry.context.slug))}#${entry.id}`;

/** Words around a number that make it something else than a code, with the page that is meant */
export const phrasePages = (
  { contexts }: Pick<Content, 'contexts'>,
  locale: Locale,
): [phrase: string, url: string][] => [
  ...contexts.flatMap(({ slug, text }) =>
    text[locale].keywords.filter(aroundCode).map((word): [string, string] => [word, href(paths.context(locale, slug))]),
  ),
  ...entriesOf(contexts).flatMap((entry) =>
    entry.names
      .filter((word) => aroundCode(word) || /^[a-z]+ \d+$/.test(word))
      .map((word): [string, string] => [word, entryUrl(entry, locale)]),
  ),
];

/**
 * Numbers that a page explains though they are no registered codes, by page: those of services and clients, codes that the
 *   registry lacks, what products count as codes, warn-codes, RFCs; `{}` is the number
 */
export function numberedPages(
  content: Content,
  vendors: readonly Vendor[],
  locale: Locale,
): [url: string, title: string, label: string, numbers: string][] {
  const words = messages(locale);
  const { reference } = content;
  const registered = (number: number) => content.byNumber.has(number);
  const rows: [string, string, string, string[]][] = entriesOf(content.contexts).map((entry) => {
    const owner = ownerOf(entry, locale);
    const forms = entry.shown.filter((one) => /^\d+\{code\}$/.test(one)).map((one) => one.replace('{code}', '###'));
    const own = [...entry.names, ...entry.shown].flatMap(
      (one) => /^(?:\d{4,})$/.exec(one)?.[0] ?? /^(\d{3}) \D/.exec(one)?.[1] ?? [],
    );
    const numbers = own.filter(
      (one) =>
        !registered(Number(one)) &&
        !forms.some((form) => form.length === one.length && one.startsWith(form.slice(0, -3))),
    );
    return [entryUrl(entry, locale), `${owner} {}`, words.search.kindContext, [...new Set([...forms, ...numbers])]];
  });
  // `171xxx`: numbers of one kind, besides those that end in a code and have an entry.
  const coded = rows.flatMap(([, , , numbers]) => numbers);
  for (const context of content.contexts) {
    const ranges = context.text[locale].keywords.filter(
      (word) => /^\d+x+$/.test(word) && !coded.includes(word.replaceAll('x', '#')),
    );
    rows.push([href(paths.context(locale, context.slug)), `${context.name} {}`, words.search.kindContext, ranges]);
  }
  for (const { product, form } of reference.names.products) {
    const context = content.contexts.find(({ name }) => name.includes(product));
    if (context && !rows.some(([, , , numbers]) => numbers.includes(form)))
      rows.push([href(paths.context(locale, context.slug)), `${context.name} {}`, words.search.kindContext, [form]]);
  }
  for (const vendor of vendors) {
    const own = [...new Set(vendor.sends.map(({ code }) => code))].filter((code) => code >= 700);
    rows.push([
      `${href(paths.vendor(locale, vendor.id))}#c{}`,
      `${vendor.name} {}`,
      words.vendors.label,
      own.map(String),
    ]);
    const never = (vendor.notSent ?? []).map(({ code }) => code).filter((code) => code >= 700);
    rows.push([
      `${href(paths.vendor(locale, vendor.id))}#not-sent`,
      `${vendor.name} {}`,
      words.vendors.label,
      never.map(String),
    ]);
  }
  rows.push(
    [
      `${href(paths.unregistered(locale))}#{}`,
      words.search.unknownTitle,
      words.search.kindUnregistered,
      reference.unregistered.map(({ code }) => String(code)),
    ],
    [
      `${href(paths.warnings(locale))}#warning-{}`,
      'Warning {}',
      words.tables.warnings.label,
      reference.warnings.codes.map(({ code }) => String(code)),
    ],
    [
      href(`${paths.rfcs(locale)}{}/`),
      'RFC {}',
      words.rfc.label,
      reference['rfc-summaries'].map(({ number }) => String(number)),
    ],
  );
  return rows
    .filter(([, , , numbers]) => numbers.length > 0)
    .map(([url, title, label, numbers]) => [url, title, label, numbers.join(' ')]);
}
