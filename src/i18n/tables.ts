import type { Locale } from '../schema/content.ts';
import { tablesEn, type TableWords } from './pages/tables/en.ts';
import { tablesJa } from './pages/tables/ja.ts';

/** @returns the words of the pages that show reference tables */
export const tableWords = (locale: Locale): TableWords => (locale === 'ja' ? tablesJa : tablesEn);
