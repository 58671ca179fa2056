import type { Locale } from '../schema/content.ts';
import { apiEn, type ApiWords } from './pages/api/en.ts';
import { apiJa } from './pages/api/ja.ts';

/** @returns the words of the pages about the API and about changes */
export const apiWords = (locale: Locale): ApiWords => (locale === 'ja' ? apiJa : apiEn);
