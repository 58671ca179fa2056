import { LOCALES, locales, type Locale } from '../../locales.ts';
import type { Names } from '../../decoder/show/code-names.ts';
import { wireText } from '../../model/ladder/wire-message.ts';
import type { Facts, Texts } from '../../package/core.ts';
import type { DetailTexts } from '../../package/details.ts';
import { decodeNames } from '../../site/decode-names.ts';
import { site } from '../../site/data.ts';
import { paths } from '../../site/paths.ts';
import { codePlace } from '../../schema/vendors.ts';
import { settings } from '../../settings.ts';

// The data of the package: the content that its functions need, apart from its languages.

/** An object without some of its fields */
const without = <Value extends object, Key extends keyof Value>(value: Value, ...keys: Key[]): Omit<Value, Key> =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key as Key))) as Omit<Value, Key>;

/** The facts that need no language */
export function packageFacts(): Facts {
  const { codes, content, comparisons, vendors } = site();
  return {
    codes: codes.map((code) => without(code, 'text')),
    notes: [...content.notes].map(([key, note]) => [key, without(note, 'text')]),
    tiers: [...comparisons.values()].map(({ tier }) => tier).join(''),
    products: vendors.flatMap((vendor) => {
      const { tables } = vendor;
      if (!tables) return [];
      const url = (file: string, line: number) => codePlace(vendor, `${file}:${line}`).url;
      return [
        {
          id: vendor.id,
          name: vendor.name,
          version: vendor.sources.main.version,
          sipToCause: tables.sipToCause.rows.map(({ code, cause, name, line }) => ({
            code,
            cause,
            name,
            url: url(tables.sipToCause.file, line),
          })),
          causeToSip: tables.causeToSip.rows.map(({ cause, code, name, line }) => ({
            cause,
            code,
            name: name ?? null,
            url: url(tables.causeToSip.file, line),
          })),
        },
      ];
    }),
    site: settings.siteUrl + settings.basePath,
  };
}

/** A value without the texts of other languages */
function inOneLanguage(value: unknown, locale: Locale): unknown {
  if (Array.isArray(value)) return value.map((item) => inOneLanguage(item, locale));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key === locale || !(LOCALES as string[]).includes(key))
      .map(([key, child]) => [key, inOneLanguage(child, locale)]),
  );
}

/**
 * What the functions of the package read of the reference tables. The test of the package compares their answers with those
 * of the site, so nothing is missing here unnoticed.
 */
function tables() {
  const { classes, q850, names, headers, metrics } = site().content.reference;
  return {
    classes: classes.map(({ digit, phrase, title }) => ({ digit, phrase, title })),
    q850: without(q850, 'rules', 'classes'),
    names,
    headers,
    metrics: without(metrics, 'rules'),
  };
}

/** The texts of a language, and the reference tables with its texts alone */
export function packageTexts(locale: Locale): Texts {
  const { codes, content } = site();
  return {
    codes: codes.map(({ text }) => {
      const { keywords, ...texts } = text[locale];
      // Of the words that people type, numbers alone are read by the functions of the core.
      return {
        ...without(texts, 'nature', 'producedBy', 'askFor'),
        keywords: keywords.filter((word) => /^\d+$/.test(word)),
      };
    }),
    notes: [...content.notes.values()].map(({ text }) => without(text[locale], 'settledBy', 'example')),
    reference: inOneLanguage(tables(), locale) as Texts['reference'],
    prefix: locales[locale].prefix ? `${locales[locale].prefix.slice(1)}/` : '',
  };
}

/** The messages on the wire, in the order of the codes; null for one that is never sent */
export const packageMessages = (): (string | null)[] => site().codes.map((code) => wireText(code, site().content));

/** What the core leaves out, in a language */
export const packageDetails = (locale: Locale): DetailTexts => ({
  codes: site().codes.map(({ text }) => {
    const { nature, producedBy, askFor, keywords } = text[locale];
    return { nature, producedBy, askFor, keywords };
  }),
  notes: [...site().content.notes.values()].map(({ text }) => {
    const { settledBy, example } = text[locale];
    return { settledBy, example: example ?? null };
  }),
});

/** What the decoder knows of codes in a language, and where their pages are: paths without the base path */
export const packageNames = (locale: Locale): { names: Names; sip: string } => ({
  names: decodeNames(locale),
  sip: paths.codes(locale),
});
