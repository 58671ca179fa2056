import { DEFAULT_LOCALE, locales, LOCALES, type Locale } from '../locales.ts';
import { contextAddress } from '../schema/addresses.ts';
import type { Topic } from '../schema/glossary.ts';

// Every address of the site, built forward. Paths here begin and end with "/" and know neither origin nor base path:
// `href` adds the base path, `absolute` adds both.

const BASE = (import.meta.env?.BASE_URL ?? '/').replace(/\/+$/, '');

/** The key of a pair and the name of its folder: `302-vs-487`, lower code first */
export const pairKey = (a: number, b: number): string => `${Math.min(a, b)}-vs-${Math.max(a, b)}`;

const prefix = (locale: Locale): string => locales[locale].prefix;

export const paths = {
  home: (locale: Locale) => `${prefix(locale)}/`,
  codes: (locale: Locale) => `${prefix(locale)}/sip/`,
  responseClass: (locale: Locale, digit: number) => `${prefix(locale)}/sip/${digit}xx/`,
  code: (locale: Locale, code: number) => `${prefix(locale)}/sip/${code}/`,
  pair: (locale: Locale, a: number, b: number) => `${prefix(locale)}/sip/${pairKey(a, b)}/`,
  compare: (locale: Locale) => `${prefix(locale)}/sip/compare/`,
  vendors: (locale: Locale) => `${prefix(locale)}/vendors/`,
  vendor: (locale: Locale, id: string) => `${prefix(locale)}/vendors/${id}/`,
  q850: (locale: Locale) => `${prefix(locale)}/q850/`,
  cause: (locale: Locale, cause: number) => `${prefix(locale)}/q850/${cause}/`,
  warnings: (locale: Locale) => `${prefix(locale)}/warnings/`,
  unregistered: (locale: Locale) => `${prefix(locale)}/sip/unregistered/`,
  reuse: (locale: Locale) => `${prefix(locale)}/sip/reuse/`,
  metrics: (locale: Locale) => `${prefix(locale)}/metrics/`,
  headers: (locale: Locale) => `${prefix(locale)}/headers/`,
  symptoms: (locale: Locale) => `${prefix(locale)}/symptoms/`,
  symptom: (locale: Locale, name: string) => `${prefix(locale)}/symptoms/${name}/`,
  contexts: (locale: Locale) => `${prefix(locale)}/contexts/`,
  context: (locale: Locale, slug: string) => `${prefix(locale)}${contextAddress(slug)}`,
  decode: (locale: Locale) => `${prefix(locale)}/decode/`,
  about: (locale: Locale) => `${prefix(locale)}/about/`,
  glossary: (locale: Locale) => `${prefix(locale)}/glossary/`,
  glossaryTopic: (locale: Locale, topic: Topic) => `${prefix(locale)}/glossary/${topic}/`,
  /** The address of the definition of a term. */
  term: (locale: Locale, topic: Topic, id: string) => `${prefix(locale)}/glossary/${topic}/#${id}`,
  rfcs: (locale: Locale) => `${prefix(locale)}/rfc/`,
  rfc: (locale: Locale, number: number) => `${prefix(locale)}/rfc/${number}/`,
  api: (locale: Locale) => `${prefix(locale)}/api/`,
  changes: (locale: Locale) => `${prefix(locale)}/changes/`,
  feed: (locale: Locale) => `${prefix(locale)}/feed.xml`,
  offline: (locale: Locale) => `${prefix(locale)}/offline/`,
  /** Hosts show `/404.html` at the top for whatever they lack. */
  notFound: (locale: Locale) => (prefix(locale) ? `${prefix(locale)}/404/` : '/404.html'),
};

/** What the header leads to, in the order shown. */
export const DOORS = ['codes', 'compare', 'symptoms', 'vendors', 'q850', 'decode'] as const;
type Door = (typeof DOORS)[number];

/**
 * @param path a page, without base path
 * @returns the door that leads to it: of a comparison that of all comparisons, else the nearest one above the page; null for
 *   what lies behind none
 */
export function doorOf(path: string, locale: Locale): Door | null {
  if (/\/\d{3}-vs-\d{3}\/$/.test(path)) return 'compare';
  const above = DOORS.filter((door) => path.startsWith(paths[door](locale)));
  return above.sort((one, other) => paths[other](locale).length - paths[one](locale).length)[0] ?? null;
}

/** The address of a page as Markdown: `/sip/487.md` next to `/sip/487/` */
export const markdownPath = (path: string): string => `${path.replace(/\/$/, '')}.md`;

/** Files for programs; they have no language. */
export const apiPaths = {
  code: (code: number) => `/api/sip/${code}.json`,
  pairs: (code: number) => `/api/sip/${code}/pairs.json`,
  codes: () => '/api/sip/codes.json',
  csv: () => '/api/sip/codes.csv',
  /** Of a comparison that a person settled, by its key. */
  comparison: (key: string) => `/api/sip/${key}.json`,
  symptom: (name: string) => `/api/symptoms/${name}.json`,
  context: (slug: string) => `/api/contexts/${slug}.json`,
  product: (id: string) => `/api/products/${id}.json`,
  /** A list of entries, or a table: `symptoms`, `q850`. */
  table: (name: string) => `/api/${name}.json`,
  index: () => '/api/index.json',
  openapi: () => '/api/openapi.json',
  schema: (name: string) => `/api/schema/${name}.json`,
};

/** Images of link previews. */
export const previewPaths = {
  site: (locale: Locale) => `/og/site-${locale}.png`,
  code: (locale: Locale, code: number) => `/og/${code}-${locale}.png`,
  /** Of a pair that a person settled. */
  pair: (locale: Locale, a: number, b: number) => `/og/${pairKey(a, b)}-${locale}.png`,
  /** Of all other pairs. */
  pairs: (locale: Locale) => `/og/compare-${locale}.png`,
  symptom: (locale: Locale, name: string) => `/og/symptom-${name}-${locale}.png`,
  context: (locale: Locale, slug: string) => `/og/context-${slug}-${locale}.png`,
  vendor: (locale: Locale, id: string) => `/og/product-${id}-${locale}.png`,
  cause: (locale: Locale, cause: number) => `/og/q850-${cause}-${locale}.png`,
  decode: (locale: Locale) => `/og/decode-${locale}.png`,
};

/** The language that a path belongs to, by its prefix. */
export const localeOf = (path: string): Locale =>
  LOCALES.find((locale) => prefix(locale) && path.startsWith(`${prefix(locale)}/`)) ?? DEFAULT_LOCALE;

/** The path of the same page in a language, from its path without prefix. */
export const inLocale = (path: string, locale: Locale): string => prefix(locale) + path;

/** The path with the base path of the build in front, for use in a link */
export const href = (path: string): string => `${BASE}${path}`;

/** The address with origin and base path, for canonical, alternates and sitemap */
export const absolute = (path: string, site: URL | string): string =>
  `${typeof site === 'string' ? new URL(site).origin : site.origin}${href(path)}`;
