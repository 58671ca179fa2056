import type { Locale } from '../schema/content.ts';
import { vendorsEn, type VendorWords } from './vendors.en.ts';
import { vendorsJa } from './vendors.ja.ts';

/** @returns the words of the product pages in a language */
export const vendorWords = (locale: Locale): VendorWords => (locale === 'ja' ? vendorsJa : vendorsEn);
