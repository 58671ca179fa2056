import { messages } from '../../i18n/index.ts';
import { perLocale, type Locale } from '../../locales.ts';
import { pairUpdated, type Comparison } from '../../model/compare/compare.ts';
import { newestOf } from '../../schema/changes.ts';
import { citedIn, codesOf, contextName, type Context, type ContextEntryFacts } from '../../schema/contexts.ts';
import type { Symptom } from '../../schema/symptoms.ts';
import { codePlace, type Vendor } from '../../schema/vendors.ts';
import type { Site } from '../data.ts';
import { pairPage, type Sentence } from '../pair-page.ts';
import { apiPaths, paths } from '../paths.ts';
import { citation, citations, head, ladderOf, pagesOf, seenPages, type Address } from './api-parts.ts';
import type * as Api from './entry-schemas.ts';

// What the files of one entry each hold, and the lists of them.

const said = ({ text, sources, mark }: Sentence) => ({ text, sources: citations(sources), judgement: mark ?? null });

/**
 * @param comparison one that a person settled
 * @returns the content of `/api/sip/302-vs-487.json`: what the page says, in every language
 * @throws Error if the comparison has no note
 */
export function apiComparisonOf(comparison: Comparison, { content }: Site, at: Address): Api.ApiComparison {
  const { a, b, key, note, fork } = comparison;
  if (!note) throw new Error(`${key} has no note; only settled comparisons have a file`);
  return {
    ...head('comparison', at),
    key,
    a: a.number,
    b: b.number,
    fork: { winner: fork.winner, sent: fork.sent },
    urls: pagesOf((locale) => paths.pair(locale, a.number, b.number), at),
    texts: perLocale((locale) => {
      const page = pairPage(comparison, messages(locale), content);
      return {
        verdict: note.text[locale].verdict,
        settledBy: note.text[locale].settledBy,
        differences: page.differences.map(said),
        common: page.common.map(said),
        together: page.together.map(said),
        fork: said(page.fork),
        network: page.network.map(said),
        received: note.text[locale].received,
        toSend: note.text[locale].toSend,
        example: note.text[locale].example ?? null,
      };
    }),
    definedIn: citations([...new Set([a.definedIn, b.definedIn])]),
    sources: citations(note.sources),
    reviewed: note.reviewed,
    updated: pairUpdated(comparison),
  };
}

/** The content of `/api/symptoms/NAME.json` */
export const apiSymptomOf = (symptom: Symptom, { content }: Site, at: Address): Api.ApiSymptom => ({
  ...head('symptom', at),
  id: symptom.name,
  stage: symptom.stage,
  codes: symptom.codes,
  urls: pagesOf((locale) => paths.symptom(locale, symptom.name), at),
  ladder: ladderOf(symptom.ladder, content),
  causes: symptom.causes.map((cited, index) => ({
    sources: citations(cited),
    texts: perLocale((locale) => symptom.text[locale].causes[index]!),
  })),
  texts: perLocale((locale) => {
    const { title, summary, looksLike, askFor, keywords } = symptom.text[locale];
    return { title, summary, looksLike, askFor, keywords };
  }),
  see: seenPages(symptom.see, at),
  sources: citations(symptom.sources),
  reviewed: symptom.reviewed,
  updated: symptom.updated,
});

/** A source of a context with its address; the content check has found those that lead nowhere */
function contextSource(
  context: Context,
  text: string,
): Api.ApiContext['sections'][number]['entries'][number]['sources'][number] {
  const found = citedIn(context, text)!;
  const url = found.kind === 'rfc' ? citation(text).url : found.kind === 'page' ? (found.page.url ?? null) : found.url;
  return { kind: found.kind, text, url };
}

const contextEntry = (context: Context, entry: ContextEntryFacts) => ({
  id: entry.id,
  who: entry.who ?? null,
  topic: entry.topic ?? null,
  codes: entry.codes,
  shown: entry.shown,
  lang: entry.lang ?? null,
  names: entry.names,
  by: entry.by ?? null,
  wire: entry.wire ?? null,
  secondHand: entry.secondHand ?? false,
  route: entry.route
    ? { product: entry.route.product, next: entry.route.next ?? null, stops: entry.route.stops ?? null }
    : null,
  of: entry.of ?? null,
  sources: entry.sources.map((text) => contextSource(context, text)),
  cells: Object.fromEntries(
    Object.entries(entry.cells ?? {}).map(([key, all]) => [key, all.map((text) => contextSource(context, text))]),
  ),
  texts: perLocale((locale) => {
    const { text, tell, fix, cells } = context.text[locale].entries[entry.id]!;
    return { text, tell: tell ?? null, fix: fix ?? null, cells: cells ?? {} };
  }),
});

/** The content of `/api/contexts/NAME.json` */
export const apiContextOf = (context: Context, at: Address): Api.ApiContext => ({
  ...head('context', at),
  id: context.slug,
  name: context.name,
  kind: context.kind,
  urls: pagesOf((locale) => paths.context(locale, context.slug), at),
  pages: Object.entries(context.pages).map(([key, page]) => ({
    key,
    title: page.title,
    url: page.url ?? null,
    lang: page.lang ?? null,
    read: page.read,
    dated: page.dated ?? null,
    secondHand: page.secondHand ?? false,
    copy: page.copy ?? false,
  })),
  repositories: Object.entries(context.repositories).map(([key, one]) => ({ key, ...one })),
  sections: context.sections.map(({ id, table, columns, entries }) => ({
    id,
    title: perLocale((locale) => context.text[locale].sections[id]!),
    table: table ?? false,
    columns: (columns ?? []).map((key) => ({
      key,
      title: perLocale((locale) => context.text[locale].columns![key]!),
    })),
    entries: entries.map((entry) => contextEntry(context, entry)),
  })),
  texts: perLocale((locale) => {
    const { name, title, summary, origin, limits, keywords } = context.text[locale];
    return { name: name ?? null, title, summary, origin, limits: limits ?? [], keywords };
  }),
  reviewed: context.reviewed,
  updated: context.updated,
});

/** The content of `/api/products/NAME.json` */
export function apiProductOf(vendor: Vendor, at: Address): Api.ApiProduct {
  const line = (place: string) => ({ text: place, url: codePlace(vendor, place).url });
  const settings = (list: Vendor['sends'][number]['settings']) =>
    (list ?? []).map((one) => ({ name: one.name, in: one.in, default: one.default ?? null }));
  const statement = ({ text, settings: named, sources }: Vendor['behaviour'][number]) => ({
    text,
    settings: settings(named),
    sources: sources.map(line),
  });
  const marked = (row: { unregistered?: true | undefined }) => ({ unregistered: row.unregistered ?? false });
  return {
    ...head('product', at),
    id: vendor.id,
    name: vendor.name,
    part: vendor.part,
    summary: vendor.summary,
    urls: pagesOf((locale) => paths.vendor(locale, vendor.id), at),
    repositories: Object.entries(vendor.sources).map(([key, one]) => ({ key, ...one })),
    sends: vendor.sends.map((one) => ({
      code: one.code,
      when: one.when,
      settings: settings(one.settings),
      phrases: one.phrases ?? [],
      local: one.local ?? false,
      ...marked(one),
      source: line(one.source),
    })),
    through: vendor.through.map((one) => ({ in: one.in ?? null, out: one.out ?? null, ...statement(one) })),
    tables: vendor.tables
      ? {
          sipToCause: vendor.tables.sipToCause.rows.map(({ line: at, ...row }) => ({
            ...row,
            alias: row.alias ?? null,
            ...marked(row),
            source: line(`${vendor.tables!.sipToCause.file}:${at}`),
          })),
          causeToSip: vendor.tables.causeToSip.rows.map(({ line: at, ...row }) => ({
            ...row,
            name: row.name ?? null,
            alias: row.alias ?? null,
            ...marked(row),
            source: line(`${vendor.tables!.causeToSip.file}:${at}`),
          })),
        }
      : null,
    behaviour: vendor.behaviour.map(statement),
    notSent: (vendor.notSent ?? []).map((one) => ({
      code: one.code,
      why: one.why,
      ...marked(one),
      source: line(one.source),
    })),
    wording: (vendor.wording?.rows ?? []).map((one) => ({
      code: one.code,
      phrase: one.phrase,
      ...marked(one),
      source: line(`${vendor.wording!.file}:${one.line}`),
    })),
    limits: vendor.limits,
    updated: vendor.updated,
  };
}

/** The addresses of an entry in a list: its pages, and its file */
const listedUrls = (path: (locale: Locale) => string, api: string, at: Address) => ({
  ...pagesOf(path, at),
  api: at(api),
});

/** The content of `/api/symptoms.json` */
export const apiSymptomsOf = ({ content: { symptoms } }: Site, at: Address): Api.ApiSymptoms => ({
  ...head('symptoms', at),
  updated: newestOf(symptoms.map((one) => one.updated)),
  symptoms: symptoms.map(({ name, stage, codes, text, updated }) => ({
    id: name,
    stage,
    title: perLocale((locale) => text[locale].title),
    summary: perLocale((locale) => text[locale].summary),
    codes,
    urls: listedUrls((locale) => paths.symptom(locale, name), apiPaths.symptom(name), at),
    updated,
  })),
});

/** The content of `/api/contexts.json` */
export const apiContextsOf = ({ content: { contexts } }: Site, at: Address): Api.ApiContexts => ({
  ...head('contexts', at),
  updated: newestOf(contexts.map((one) => one.updated)),
  contexts: contexts.map((context) => ({
    id: context.slug,
    kind: context.kind,
    title: perLocale((locale) => contextName(context, locale)),
    summary: perLocale((locale) => context.text[locale].summary),
    codes: codesOf(context),
    urls: listedUrls((locale) => paths.context(locale, context.slug), apiPaths.context(context.slug), at),
    updated: context.updated,
  })),
});

/** The content of `/api/products.json` */
export const apiProductsOf = ({ vendors }: Site, at: Address): Api.ApiProducts => ({
  ...head('products', at),
  updated: newestOf(vendors.map((one) => one.updated)),
  products: vendors.map(({ id, name, summary, sends, updated }) => ({
    id,
    title: perLocale(() => name),
    summary,
    codes: [...new Set(sends.map(({ code }) => code))].sort((left, right) => left - right),
    urls: listedUrls((locale) => paths.vendor(locale, id), apiPaths.product(id), at),
    updated,
  })),
});

/** The content of `/api/comparisons.json`: those that a person settled */
export function apiComparisonsOf({ comparisons }: Site, at: Address): Api.ApiComparisons {
  const settled = [...comparisons.values()].filter(({ note }) => note !== null);
  return {
    ...head('comparisons', at),
    updated: newestOf(settled.map(pairUpdated)),
    comparisons: settled.map((comparison) => {
      const { a, b, key, note } = comparison;
      return {
        id: key,
        title: perLocale((locale) => messages(locale).titles.pair(a, b)),
        summary: perLocale((locale) => note!.text[locale].verdict),
        codes: [a.number, b.number],
        urls: listedUrls((locale) => paths.pair(locale, a.number, b.number), apiPaths.comparison(key), at),
        updated: pairUpdated(comparison),
      };
    }),
  };
}
