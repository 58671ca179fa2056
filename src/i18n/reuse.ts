import type { Locale } from '../schema/content.ts';
import { reuseEn, type ReuseWords } from './pages/reuse/en.ts';
import { reuseJa } from './pages/reuse/ja.ts';

/** @returns the words about second meanings of codes in a language */
export const reuseWords = (locale: Locale): ReuseWords => (locale === 'ja' ? reuseJa : reuseEn);
