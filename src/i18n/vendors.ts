import type { Locale } from '../schema/content.ts';
import { vendorsEn, type VendorWords } from './pages/vendors/en.ts';
import { vendorsJa } from './pages/vendors/ja.ts';

/** @returns the words of the product pages in a language */
export const vendorWords = (locale: Locale): VendorWords => (locale === 'ja' ? vendorsJa : vendorsEn);
