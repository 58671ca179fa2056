import { locales, LOCALES, perLocale, type Locale } from '../../locales.ts';
import { codesFor, sipFor } from '../../model/facts/q850.ts';
import { DEFAULT_LOCALE } from '../../locales.ts';
import type { Rule } from '../../schema/tables.ts';
import { rfcs, termPath, type Site } from '../data.ts';
import { pageUpdated } from '../dates.ts';
import { apiPaths, paths } from '../paths.ts';
import { citation, citations, head, pagesOf, ruleOf, seenPages, textsOf, type Address } from './api-parts.ts';
import type * as Api from './table-schemas.ts';

// What the files of one table each hold. A function per file: the site and its addresses in, the value of the file out.

const updated = (path: (locale: Locale) => string): string => pageUpdated(path(DEFAULT_LOCALE));
const numbered = <Value>(table: Record<string, Value>): [number, Value][] =>
  Object.entries(table).map(([key, value]) => [Number(key), value]);

/** Q.850 causes and the two tables of RFC 3398: `/api/q850.json` */
export function apiQ850Of({ content }: Site, at: Address): Api.ApiQ850 {
  const { q850 } = content.reference;
  return {
    ...head('q850', at),
    updated: updated(paths.q850),
    classes: q850.classes,
    causes: q850.causes.map(({ cause, name, translated, unconfirmed, meaning, trunk, see }) => {
      const sip = sipFor(cause, content);
      return {
        cause,
        name,
        translated,
        unconfirmed: unconfirmed ?? false,
        meaning,
        trunk,
        sip: sip.kind === 'none' ? null : sip.code,
        codes: codesFor(cause, content),
        see: seenPages(see, at),
        urls: pagesOf((locale) => paths.cause(locale, cause), at),
      };
    }),
    causeToSip: numbered(q850.causeToSip).map(([cause, code]) => ({ cause, code })),
    sipToCause: numbered(q850.sipToCause).map(([code, cause]) => ({ code, cause })),
    exceptions: numbered(q850.exceptions).map(([code, as]) => ({ code, as })),
    backwards: numbered(q850.backwards).map(([code, row]) =>
      typeof row === 'string'
        ? { code, message: row, acm: null, event: null }
        : { code, message: 'progress', acm: row.acm, event: row.event },
    ),
    otherwise: q850.otherwise,
    otherwiseSip: q850.otherwiseSip,
    byWarning: q850.byWarning,
    redirection: q850.redirection,
    misprinted: q850.misprinted,
    withoutSip: numbered(q850.withoutSip).map(([cause, why]) => ({ cause, why })),
    alternatives: q850.alternatives,
    marks: q850.marks,
    rules: q850.rules.map((row) => ({ ...ruleOf(row), to: row.to, causes: row.causes ?? [] })),
  };
}

/** The Reason header field: `/api/reason.json` */
export function apiReasonOf({ content: { reference } }: Site, at: Address): Api.ApiReason {
  const { rules, examples, locations } = reference.reason;
  return {
    ...head('reason', at),
    updated: updated(paths.q850),
    rules: rules.map(ruleOf),
    examples: examples.map((row) => ({ ...ruleOf(row), line: row.line })),
    locations: locations.map((row) => ({ token: row.token, bits: row.bits, text: textsOf(row) })),
  };
}

/** Warning codes: `/api/warnings.json` */
export function apiWarningsOf({ content: { reference } }: Site, at: Address): Api.ApiWarnings {
  const { groups, rules, codes, example } = reference.warnings;
  return {
    ...head('warnings', at),
    updated: updated(paths.warnings),
    groups: groups.map((row) => ({ first: row.first, last: row.last, text: textsOf(row) })),
    rules: rules.map(ruleOf),
    codes: codes.map((row) => ({ ...ruleOf(row), code: row.code, registered: row.text, with: row.with ?? [] })),
    example,
  };
}

/** Codes that the registry lacks: `/api/unregistered.json` */
export function apiUnregisteredOf({ content: { reference } }: Site, at: Address): Api.ApiUnregistered {
  return {
    ...head('unregistered', at),
    updated: updated(paths.unregistered),
    codes: reference.unregistered.map((row) => ({
      ...ruleOf(row),
      code: row.code,
      phrase: row.phrase,
      otherPhrases: row.otherPhrases ?? [],
      status: row.status,
      unconfirmed: row.unconfirmed ?? false,
      sender: row.sender,
      instead: row.instead ?? null,
      pages: row.pages ?? [],
      products: (row.products ?? []).map((one) => ({
        ...one,
        url: `https://github.com/${one.repository}/blob/${one.commit}/${one.file}#L${one.line}`,
      })),
    })),
  };
}

/** Header fields and the codes that carry them: `/api/headers.json` */
export const apiHeadersOf = ({ codes, content: { reference } }: Site, at: Address): Api.ApiHeaders => ({
  ...head('headers', at),
  updated: updated(paths.headers),
  headers: Object.entries(reference.headers).map(([name, { source, range, read, example }]) => ({
    name,
    source: citation(source),
    range: range ? { first: range.first, last: range.last, sources: citations(range.source) } : null,
    read,
    example: example ?? null,
    codes: codes.flatMap((code) =>
      code.headers
        .filter((one) => one.name === name)
        .map(({ level, when }) => ({ code: code.number, level, when: when ?? null })),
    ),
  })),
});

/** How RFC 6076 counts responses to INVITE: `/api/metrics.json` */
export function apiMetricsOf({ content: { reference } }: Site, at: Address): Api.ApiMetrics {
  const { ser, seer, isa, challenges, scr, rules, example } = reference.metrics;
  const ratio = <Row extends { source: string }>(row: Row) => ({ ...row, source: citation(row.source) });
  return {
    ...head('metrics', at),
    updated: updated(paths.metrics),
    ser: ratio(ser),
    seer: ratio(seer),
    isa: ratio(isa),
    challenges: ratio(challenges),
    scr: ratio(scr),
    rules: rules.map((row: Rule) => ruleOf(row)),
    example: numbered(example).map(([code, calls]) => ({ code, calls })),
  };
}

/** RFCs that are cited, and what those are about that rule a code: `/api/rfcs.json` */
export function apiRfcsOf({ content: { reference } }: Site, at: Address): Api.ApiRfcs {
  const pages = new Map(rfcs().map((page) => [page.number, page]));
  const numbers = (list: { code: { number: number } }[] = []) => list.map(({ code }) => code.number);
  return {
    ...head('rfcs', at),
    updated: updated(paths.rfcs),
    rfcs: reference.rfcs.map(({ number, title, obsoletedBy }) => {
      const page = pages.get(number);
      return {
        number,
        title,
        obsoletedBy: obsoletedBy ?? null,
        summary: page?.summary ?? null,
        defines: numbers(page?.defines),
        cites: numbers(page?.cites),
        url: `https://www.rfc-editor.org/rfc/rfc${number}`,
        urls: page ? pagesOf((locale) => paths.rfc(locale, number), at) : null,
      };
    }),
  };
}

/** The glossary: `/api/glossary.json` */
export const apiGlossaryOf = ({ content: { reference } }: Site, at: Address): Api.ApiGlossary => ({
  ...head('glossary', at),
  updated: updated(paths.glossary),
  terms: reference.glossary.map(({ id, topic, term, reading, definition, source, codes, see }) => ({
    id,
    topic,
    term,
    reading: Object.fromEntries(
      LOCALES.flatMap((locale) => (locales[locale].reading && reading[locale] ? [[locale, reading[locale]]] : [])),
    ),
    definition,
    sources: citations(source),
    codes,
    see,
    urls: pagesOf((locale) => termPath(locale, id), at),
  })),
});

/** The six classes, the registry, and further names of codes: `/api/classes.json` */
export function apiClassesOf({ content: { reference } }: Site, at: Address): Api.ApiClasses {
  const { source, checked, codes } = reference.registry;
  return {
    ...head('classes', at),
    updated: updated(paths.codes),
    classes: reference.classes.map(({ source: cited, ...group }) => ({
      ...group,
      sources: citations(cited),
      urls: pagesOf((locale) => paths.responseClass(locale, group.digit), at),
    })),
    registry: { source, checked, codes },
    names: reference.names.names.map((row) => ({ ...row, source: citation(row.source) })),
    products: reference.names.products,
  };
}

/** What changed, newest first: `/api/changes.json` */
export const apiChangesOf = ({ changelog }: Site, at: Address): Api.ApiChanges => ({
  ...head('changes', at),
  updated: changelog[0]!.date,
  changes: changelog.map((row) => ({
    date: row.date,
    text: textsOf(row),
    urls: row.pages.map((path) => perLocale((locale) => at(locales[locale].prefix + path))),
  })),
});

/** A kind of file as the index lists it. */
export interface IndexedKind {
  kind: string;
  description: string;
  schema: string | null;
  files: { path: string; updated: string }[];
}

/** The list of all files: `/api/index.json` */
export const apiIndexOf = (kinds: readonly IndexedKind[], name: string, at: Address): Api.ApiIndex => ({
  ...head('index', at),
  updated: kinds
    .flatMap(({ files }) => files.map((file) => file.updated))
    .sort()
    .at(-1)!,
  name,
  attribution: at(paths.home(DEFAULT_LOCALE)),
  openapi: at(apiPaths.openapi()),
  kinds: kinds.map(({ kind, description, schema, files }) => ({
    kind,
    description,
    schema: schema === null ? null : at(apiPaths.schema(schema)),
    files: files.map((file) => ({ url: at(file.path), updated: file.updated })),
  })),
});
