import { messages, type Messages } from '../i18n/index.ts';
import { perLocale, type Locale } from '../locales.ts';
import { paths } from './paths.ts';

/** A reference page, as the footer of every page lists it. */
export interface ReferencePage {
  /** Without base path. */
  path: (locale: Locale) => string;
  label: Record<Locale, string>;
}

const page = (path: (locale: Locale) => string, label: (words: Messages) => string): ReferencePage => ({
  path,
  label: perLocale((locale) => label(messages(locale))),
});

/** In the order shown. */
export const REFERENCE_PAGES: readonly ReferencePage[] = [
  page(paths.decode, ({ decodePage }) => decodePage.nav),
  page(paths.vendors, ({ vendors }) => vendors.label),
  ...(['q850', 'warnings', 'unregistered', 'metrics', 'headers'] as const).map((name) =>
    page(paths[name], ({ tables }) => tables[name].label),
  ),
  page(paths.contexts, ({ contexts }) => contexts.label),
  page(paths.reuse, ({ reuse }) => reuse.label),
  page(paths.symptoms, ({ symptoms }) => symptoms.label),
  page(paths.glossary, ({ glossary }) => glossary.label),
  page(paths.rfcs, ({ rfc }) => rfc.label),
  page(paths.api, ({ api }) => api.label),
  page(paths.changes, ({ api }) => api.changesLabel),
];

/** Doors of the home page: pages of reference that people do not expect to exist. */
const HOME_DOORS = ['decode', 'vendors', 'contexts', 'q850', 'headers', 'metrics'] as const;

/** @returns what the home page leads to besides its lists, in the order shown, each with what it answers */
export function homeDoors(locale: Locale): { path: string; label: string; text: string }[] {
  const { door } = messages(locale).browse;
  return HOME_DOORS.map((name) => {
    const path = paths[name](locale);
    const { label } = REFERENCE_PAGES.find((one) => one.path(locale) === path)!;
    return { path, label: label[locale], text: door[name] };
  });
}
