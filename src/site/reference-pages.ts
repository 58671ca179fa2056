import { apiWords } from '../i18n/api.ts';
import { decodePageWords } from '../i18n/decode-page.ts';
import { tableWords } from '../i18n/tables.ts';
import { glossaryWords } from '../i18n/glossary.ts';
import { rfcEn } from '../i18n/pages/rfc/en.ts';
import { rfcJa } from '../i18n/pages/rfc/ja.ts';
import { reuseEn } from '../i18n/pages/reuse/en.ts';
import { reuseJa } from '../i18n/pages/reuse/ja.ts';
import type { Locale } from '../schema/content.ts';
import { paths } from './paths.ts';

/** A page of reference beside the codes, as the foot of every page lists it. */
export interface ReferencePage {
  /** Without base path. */
  path: (locale: Locale) => string;
  label: Record<Locale, string>;
}

/** In the order shown. */
export const REFERENCE_PAGES: readonly ReferencePage[] = [
  { path: paths.decode, label: { en: decodePageWords('en').nav, ja: decodePageWords('ja').nav } },
  { path: paths.vendors, label: { en: 'Products', ja: '製品ごとの動作' } },
  ...(['q850', 'warnings', 'unregistered', 'metrics', 'headers'] as const).map((name) => ({
    path: paths[name],
    label: { en: tableWords('en')[name].label, ja: tableWords('ja')[name].label },
  })),
  { path: paths.reuse, label: { en: reuseEn.label, ja: reuseJa.label } },
  { path: paths.symptoms, label: { en: 'Symptoms', ja: '症状から調べる' } },
  { path: paths.glossary, label: { en: glossaryWords('en').label, ja: glossaryWords('ja').label } },
  { path: paths.rfcs, label: { en: rfcEn.label, ja: rfcJa.label } },
  { path: paths.api, label: { en: apiWords('en').label, ja: apiWords('ja').label } },
  { path: paths.changes, label: { en: apiWords('en').changesLabel, ja: apiWords('ja').changesLabel } },
];
