import { copyEn, type CopyWords } from './pages/copy/en.ts';
import { copyJa } from './pages/copy/ja.ts';

/** @returns the words of the copy controls in the language of a page */
export const copyWords = (locale: string): CopyWords => (locale === 'ja' ? copyJa : copyEn);
