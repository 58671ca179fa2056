import type { Locale } from '../schema/content.ts';
import { browseEn, type BrowseWords } from './pages/browse/en.ts';
import { browseJa } from './pages/browse/ja.ts';

const words: Record<Locale, BrowseWords> = { en: browseEn, ja: browseJa };

/** @returns the words of home, the list of all codes and the compare page in a language */
export const browseWords = (locale: Locale): BrowseWords => words[locale];
