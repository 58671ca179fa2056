import type { Locale } from '../schema/content.ts';
import { decodePageEn, type DecodePageWords } from './decoder/page/en.ts';
import { decodePageJa } from './decoder/page/ja.ts';

/** @returns the words of the page of the decoder in a language */
export const decodePageWords = (locale: Locale): DecodePageWords => (locale === 'ja' ? decodePageJa : decodePageEn);
