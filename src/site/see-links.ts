import { DEFAULT_LOCALE, langOf, type Locale } from '../locales.ts';
import { contextName, entriesOf, type ContextEntry } from '../schema/contexts.ts';
import { seenPage } from '../schema/fields.ts';
import type { ToCode, Vendor } from '../schema/vendors.ts';
import type { Site } from './data.ts';
import { paths } from './paths.ts';

// Ways between symptoms, causes and the pages on products, services and networks.

/** A page that says more. */
export interface SeeLink {
  label: string;
  /** Of the label, where it is not in the language of the page. */
  lang: string | undefined;
  /** Without base path. */
  path: string;
}

/** The path of a page that `see` of an entry names */
export function seePath(page: string, locale: Locale): string {
  const { folder, name } = seenPage(page);
  const path = { contexts: paths.context, vendors: paths.vendor, symptoms: paths.symptom }[folder];
  return path(locale, name);
}

/** The pages that `see` of an entry names, by the names that lists have for them */
export function seeLinks(pages: readonly string[], { content, vendors }: Site, locale: Locale): SeeLink[] {
  const foreign = langOf(DEFAULT_LOCALE, locale);
  const label = (page: string): Pick<SeeLink, 'label' | 'lang'> => {
    const { folder, name } = seenPage(page);
    if (folder === 'symptoms')
      return { label: content.symptoms.find((one) => one.name === name)!.text[locale].title, lang: undefined };
    if (folder === 'vendors') return { label: vendors.find(({ id }) => id === name)!.name, lang: foreign };
    const context = content.contexts.find(({ slug }) => slug === name)!;
    return { label: contextName(context, locale), lang: context.text[locale].name ? undefined : foreign };
  };
  return pages.map((page) => ({ ...label(page), path: seePath(page, locale) }));
}

/** The rows of the table on failover that are about a product: by its route, else by the name that the row begins with */
export const failoverRows = (vendor: Pick<Vendor, 'id' | 'name'>, { content }: Pick<Site, 'content'>): ContextEntry[] =>
  entriesOf(content.contexts.filter(({ slug }) => slug === 'failover')).filter(({ who = '', route }) =>
    route ? route.product === vendor.id : who.startsWith(vendor.name),
  );

/** The products whose own table has a row for a Q.850 cause, each with the row */
export const productsFor = (vendors: readonly Vendor[], cause: number): [Vendor, ToCode][] =>
  vendors.flatMap((vendor): [Vendor, ToCode][] => {
    const row = vendor.tables?.causeToSip.rows.find((one) => one.cause === cause);
    return row ? [[vendor, row]] : [];
  });
