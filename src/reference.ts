import type { Locale } from './model/content.ts';

/** A page of reference beside the codes, as the foot of every page lists it. */
export interface ReferencePage {
  /** Without base path. */
  path: (locale: Locale) => string;
  label: Record<Locale, string>;
}

/** In the order shown. */
export const REFERENCE_PAGES: readonly ReferencePage[] = [];
