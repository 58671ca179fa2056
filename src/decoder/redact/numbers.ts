import type { Pseudonyms } from './pseudonyms.ts';

/** Longer than any phone number is short: six digits of seconds are eleven days. */
const SECONDS = /^\d{1,6}$/;
/** Month, year, and the largest numbers of 31 and 32 bits, which products write for "as long as possible". */
const ROUND = new Set(['2592000', '31536000', '2147483647', '4294967295']);

/** A number of seconds or the like if it is too short to be a phone number, else a replacement */
export const numberValue = (text: string, names: Pseudonyms): string =>
  SECONDS.test(text.trim()) || ROUND.has(text.trim()) ? text.trim() : names.word('value', text);
