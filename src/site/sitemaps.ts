import { rfcs, site } from './data.ts';
import { causeUpdated, classUpdated, pageUpdated, rfcUpdated } from './dates.ts';
import { pairUpdated } from '../model/compare/compare.ts';
import { DEFAULT_LOCALE, LOCALES, perLocale, type Locale } from '../locales.ts';
import { TOPICS } from '../schema/glossary.ts';
import { paths } from './paths.ts';
import { REFERENCE_PAGES } from './reference-pages.ts';
import { settings } from '../settings.ts';

/** The indexable pages of one kind in one language. */
export interface Sitemap {
  /** `codes-en`, part of the file name. */
  name: string;
  locale: Locale;
  entries: { path: Record<Locale, string>; updated: string }[];
}

/** Every indexable page exactly once per language; `updated` is the newest change of the content behind it */
export function sitemaps(): Sitemap[] {
  const { content, codes, comparisons, vendors } = site();
  const kinds = {
    pages: [
      ...[paths.home, paths.codes, paths.compare, paths.about, ...REFERENCE_PAGES.map((page) => page.path)].map(
        (path) => ({
          path: perLocale(path),
          updated: pageUpdated(path(DEFAULT_LOCALE)),
        }),
      ),
      ...content.reference.classes.map(({ digit }) => ({
        path: perLocale((locale) => paths.responseClass(locale, digit)),
        updated: classUpdated(digit),
      })),
      ...vendors.map(({ id, updated }) => ({ path: perLocale((locale) => paths.vendor(locale, id)), updated })),
      ...TOPICS.map((topic) => ({
        path: perLocale((locale) => paths.glossaryTopic(locale, topic)),
        updated: pageUpdated(paths.glossaryTopic(DEFAULT_LOCALE, topic)),
      })),
      ...rfcs().map(({ number }) => ({
        path: perLocale((locale) => paths.rfc(locale, number)),
        updated: rfcUpdated(number),
      })),
    ],
    codes: codes.map((code) => ({
      path: perLocale((locale) => paths.code(locale, code.number)),
      updated: code.updated,
    })),
    causes: content.reference.q850.causes.map(({ cause }) => ({
      path: perLocale((locale) => paths.cause(locale, cause)),
      updated: causeUpdated(),
    })),
    symptoms: content.symptoms.map((symptom) => ({
      path: perLocale((locale) => paths.symptom(locale, symptom.name)),
      updated: symptom.updated,
    })),
    contexts: content.contexts.map(({ slug, updated }) => ({
      path: perLocale((locale) => paths.context(locale, slug)),
      updated,
    })),
    comparisons: [...comparisons.values()]
      .filter((comparison) => settings.indexTiers.includes(comparison.tier))
      .map((comparison) => ({
        path: perLocale((locale) => paths.pair(locale, comparison.a.number, comparison.b.number)),
        updated: pairUpdated(comparison),
      })),
  };
  return Object.entries(kinds).flatMap(([kind, entries]) =>
    LOCALES.map((locale) => ({ name: `${kind}-${locale}`, locale, entries })),
  );
}
