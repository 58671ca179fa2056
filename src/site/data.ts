import { join } from 'node:path';
import { problemLine, readContent, type PageTexts } from '../schema/load.ts';
import { compareAll, type Comparison } from '../model/compare/compare.ts';
import type { Changelog, Dates } from '../schema/changes.ts';
import type { Vendor } from '../schema/vendors.ts';
import type { Code, Content } from '../schema/content.ts';
import { factSources } from '../schema/index.ts';
import { LOCALES, type Locale, locales } from '../locales.ts';
import type { Term } from '../schema/glossary.ts';
import { firstMentions, termFinder, type Finder, type Mentions } from './mentions.ts';
import { rfcPages, type RfcPage } from '../model/facts/rfc-pages.ts';
import { paths } from './paths.ts';

/** Everything pages need, joined once. */
export interface Site {
  content: Content;
  codes: Code[];
  comparisons: Map<string, Comparison>;
  /** Products, by name. */
  vendors: Vendor[];
  /** Title and description of a page of prose, by the name of its folder. */
  pages: Map<string, PageTexts>;
  /** What people wrote about changes, newest first. */
  changelog: Changelog;
  /** Of files that hold no date of their own. */
  dates: Dates;
}

let memo: Site | null = null;

/**
 * The only way from content to pages.
 *
 * @returns codes, comparisons and reference tables; read once per build, at every call in `dev`
 * @throws Error with all problems of `content/`, one per line
 */
export function site(): Site {
  if (memo && !import.meta.env?.DEV) return memo;
  const { content, problems, ...rest } = readContent(join(process.cwd(), 'content'));
  if (!content) throw new Error(`content/ has problems:\n${problems.map(problemLine).join('\n')}`);
  memo = { content, codes: content.codes, comparisons: compareAll(content), ...rest };
  return memo;
}

/**
 * @param name folder in content/pages/
 * @returns title and description of a page of prose
 * @throws Error if there is no such page
 */
export function pageTexts(name: string, locale: Locale): PageTexts[Locale] {
  const page = site().pages.get(name);
  if (!page) throw new Error(`content/pages/${name}/ is missing; expected en.mdx and ja.mdx there`);
  return page[locale];
}

// Asked for once for each RFC of the sitemap: without this a build takes 0.7 s longer.
let rfcMemo: RfcPage[] | null = null;

/** The RFCs that define, rule or change a code, each with its codes */
export function rfcs(): RfcPage[] {
  if (!rfcMemo || import.meta.env?.DEV)
    rfcMemo = rfcPages(site().content, (code) => factSources(code).map(([, cited]) => cited));
  return rfcMemo;
}

// 370 pages ask for them: without this a build takes half a second longer.
const finders = new Map<Locale, Finder>();

/**
 * @param texts texts of a page in the order shown
 * @param own ids of terms that the page itself is about
 * @returns the first mention of each term of the glossary
 */
export function mentionsIn(texts: readonly string[], locale: Locale, own: readonly string[] = []): Mentions {
  if (!finders.has(locale) || import.meta.env?.DEV)
    finders.set(locale, termFinder(site().content.reference.glossary, locale));
  return firstMentions(texts, finders.get(locale)!, own);
}

/** The terms of the glossary by id */
export const terms = (): Map<string, Term> => new Map(site().content.reference.glossary.map((term) => [term.id, term]));

/** The address of the definition of a term, without base path; throws if the glossary has no such term */
export const termPath = (locale: Locale, id: string): string => paths.term(locale, terms().get(id)!.topic, id);

/** English has no prefix: the `[...locale]` of a route is absent for it. */
export interface LocaleRoute {
  params: { locale: string | undefined };
  props: { locale: Locale };
}

/** The two routes of a page that exists once per language */
export const localeRoutes = (): LocaleRoute[] =>
  LOCALES.map((locale) => ({ params: { locale: locales[locale].prefix.slice(1) || undefined }, props: { locale } }));
