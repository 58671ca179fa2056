import { z } from 'astro/zod';
import { messages } from '../../i18n/index.ts';
import { DEFAULT_LOCALE } from '../../locales.ts';
import { pairUpdated } from '../../model/compare/compare.ts';
import { newestOf } from '../../schema/changes.ts';
import { site, type Site } from '../data.ts';
import { apiPaths } from '../paths.ts';
import { apiCodeOf, apiCodesOf, apiPairsOf } from './api-codes.ts';
import * as entries from './api-entries.ts';
import type { Address } from './api-parts.ts';
import * as tables from './api-tables.ts';
import { apiCode, apiCodes, apiPairs } from './code-schemas.ts';
import * as entrySchemas from './entry-schemas.ts';
import * as tableSchemas from './table-schemas.ts';

// Every file of /api/: a kind is a row in KINDS, and routes, index, OpenAPI description and the page about the API follow.

/** A file of a kind. */
export interface ApiFile {
  /** Without base path. */
  path: string;
  /** Newest change of what it holds. */
  updated: string;
  value: (at: Address) => object;
}

interface Kind {
  /** Title of the schema, in English like the schemas. */
  title: string;
  schema: z.ZodType;
  /** Address with a part in braces for kinds of several files. */
  template: string;
  files: (site: Site) => ApiFile[];
}

/** A kind that is one file. */
const single = (
  title: string,
  schema: z.ZodType,
  path: string,
  value: (site: Site, at: Address) => { updated: string },
): Kind => ({
  title,
  schema,
  template: path,
  files: (site) => [{ path, updated: value(site, (one) => one).updated, value: (at) => value(site, at) }],
});

/** By the name of the schema's file, in the order shown. */
export const KINDS = {
  code: {
    title: 'One SIP response code',
    schema: apiCode,
    template: '/api/sip/{code}.json',
    files: (site) =>
      site.codes.map((code) => ({
        path: apiPaths.code(code.number),
        updated: code.updated,
        value: (at) => apiCodeOf(code, site, at),
      })),
  },
  codes: single('All SIP response codes', apiCodes, apiPaths.codes(), ({ codes }, at) => apiCodesOf(codes, at)),
  pairs: {
    title: 'All comparisons of one SIP response code',
    schema: apiPairs,
    template: '/api/sip/{code}/pairs.json',
    files: ({ codes, comparisons, content }) =>
      codes.map((code) => {
        const own = [...comparisons.values()].filter(({ a, b }) => [a.number, b.number].includes(code.number));
        return {
          path: apiPaths.pairs(code.number),
          updated: newestOf(own.map(pairUpdated)),
          value: (at) => apiPairsOf(code, own, content, at),
        };
      }),
  },
  comparison: {
    title: 'One comparison that a person settled',
    schema: entrySchemas.apiComparison,
    template: '/api/sip/{pair}.json',
    files: (site) =>
      [...site.comparisons.values()]
        .filter(({ note }) => note !== null)
        .map((comparison) => ({
          path: apiPaths.comparison(comparison.key),
          updated: pairUpdated(comparison),
          value: (at) => entries.apiComparisonOf(comparison, site, at),
        })),
  },
  comparisons: single(
    'All comparisons that a person settled',
    entrySchemas.apiComparisons,
    apiPaths.table('comparisons'),
    entries.apiComparisonsOf,
  ),
  symptom: {
    title: 'One symptom',
    schema: entrySchemas.apiSymptom,
    template: '/api/symptoms/{symptom}.json',
    files: (site) =>
      site.content.symptoms.map((symptom) => ({
        path: apiPaths.symptom(symptom.name),
        updated: symptom.updated,
        value: (at) => entries.apiSymptomOf(symptom, site, at),
      })),
  },
  symptoms: single('All symptoms', entrySchemas.apiSymptoms, apiPaths.table('symptoms'), entries.apiSymptomsOf),
  context: {
    title: 'One service, network, product, client or protocol',
    schema: entrySchemas.apiContext,
    template: '/api/contexts/{context}.json',
    files: ({ content }) =>
      content.contexts.map((context) => ({
        path: apiPaths.context(context.slug),
        updated: context.updated,
        value: (at) => entries.apiContextOf(context, at),
      })),
  },
  contexts: single(
    'All services, networks, products, clients and protocols',
    entrySchemas.apiContexts,
    apiPaths.table('contexts'),
    entries.apiContextsOf,
  ),
  product: {
    title: 'One product whose source code was read',
    schema: entrySchemas.apiProduct,
    template: '/api/products/{product}.json',
    files: ({ vendors }) =>
      vendors.map((vendor) => ({
        path: apiPaths.product(vendor.id),
        updated: vendor.updated,
        value: (at) => entries.apiProductOf(vendor, at),
      })),
  },
  products: single(
    'All products whose source code was read',
    entrySchemas.apiProducts,
    apiPaths.table('products'),
    entries.apiProductsOf,
  ),
  classes: single(
    'Classes of response codes, the registry, further names',
    tableSchemas.apiClasses,
    apiPaths.table('classes'),
    tables.apiClassesOf,
  ),
  unregistered: single(
    'Codes that the registry lacks',
    tableSchemas.apiUnregistered,
    apiPaths.table('unregistered'),
    tables.apiUnregisteredOf,
  ),
  q850: single(
    'Q.850 causes and the tables of RFC 3398',
    tableSchemas.apiQ850,
    apiPaths.table('q850'),
    tables.apiQ850Of,
  ),
  reason: single('The Reason header field', tableSchemas.apiReason, apiPaths.table('reason'), tables.apiReasonOf),
  warnings: single('Warning codes', tableSchemas.apiWarnings, apiPaths.table('warnings'), tables.apiWarningsOf),
  headers: single(
    'Header fields of responses',
    tableSchemas.apiHeaders,
    apiPaths.table('headers'),
    tables.apiHeadersOf,
  ),
  metrics: single(
    'How RFC 6076 counts responses to INVITE',
    tableSchemas.apiMetrics,
    apiPaths.table('metrics'),
    tables.apiMetricsOf,
  ),
  rfcs: single('RFCs that are cited', tableSchemas.apiRfcs, apiPaths.table('rfcs'), tables.apiRfcsOf),
  glossary: single('Terms of SIP', tableSchemas.apiGlossary, apiPaths.table('glossary'), tables.apiGlossaryOf),
  changes: single(
    'What changed, newest first',
    tableSchemas.apiChanges,
    apiPaths.table('changes'),
    tables.apiChangesOf,
  ),
} satisfies Record<string, Kind>;
export type ApiKind = keyof typeof KINDS;

export const kindNames = Object.keys(KINDS) as ApiKind[];

/** Schemas by the name of their file: those of the kinds, and that of the index. */
export const API_SCHEMAS: Record<string, Pick<Kind, 'title' | 'schema'>> = {
  ...KINDS,
  index: { title: 'All files', schema: tableSchemas.apiIndex },
};

/** The JSON Schema (2020-12) of a kind of file, to be published under `id` */
export const jsonSchema = (name: string, id: string): object => ({
  $id: id,
  title: API_SCHEMAS[name]!.title,
  ...z.toJSONSchema(API_SCHEMAS[name]!.schema),
});

/** The files of a kind */
export const filesOf = (kind: ApiKind): ApiFile[] => KINDS[kind].files(site());

/** The content of `/api/index.json`, with the table in CSV and without itself */
export function apiIndex(at: Address): object {
  const { api, ui } = messages(DEFAULT_LOCALE);
  const kinds = kindNames.map((kind) => ({
    kind,
    description: api.files[kind],
    schema: kind as string | null,
    files: filesOf(kind).map(({ path, updated }) => ({ path, updated })),
  }));
  const { updated } = filesOf('codes')[0]!;
  const table = {
    kind: 'csv',
    description: api.files.csv,
    schema: null,
    files: [{ path: apiPaths.csv(), updated }],
  };
  return tables.apiIndexOf([...kinds, table], ui.siteName, at);
}
