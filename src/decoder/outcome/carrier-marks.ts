import { field } from '../message/fields.ts';
import type { Message } from '../message/types.ts';

/** A mark by which an entry of content/contexts/ is known in a trace. */
export interface Mark {
  /** Of the entry. */
  id: string;
  who: string;
  codes: number[];
  /** @returns the mark as it stands in the response, or null */
  find: (message: Message, phrase: string) => string | null;
}

/** The phrase, apart from case and spaces at its ends, is one of these. */
const phrases =
  (...known: string[]) =>
  (_: Message, phrase: string): string | null =>
    known.includes(phrase.trim().toLowerCase()) ? phrase.trim() : null;

/** The phrase ends with one of these words. */
const endsWith =
  (...marks: string[]) =>
  (_: Message, phrase: string): string | null => {
    const last = /(?:^|\s)(\S+)\s*$/.exec(phrase)?.[1];
    return last !== undefined && marks.includes(last) ? phrase.trim() : null;
  };

/** The entries with a topic whose mark a response can carry; a test holds them against the content. */
export const MARKS: readonly Mark[] = [
  {
    id: 'twilio-603',
    who: 'Twilio',
    codes: [603],
    find: (message) => {
      const value = field(message, 'X-Twilio-Error');
      return value !== null && /^\s*10001\b/.test(value) ? `X-Twilio-Error: ${value}` : null;
    },
  },
  { id: 'phoneiq-603', who: 'PhoneIQ', codes: [603], find: phrases('outgoing call barred') },
  { id: 'zapappi-603', who: 'Zapappi', codes: [603], find: phrases('maxpeak cost exceeded') },
  { id: 'commio-503', who: 'Commio', codes: [503], find: phrases('funds required', 'channel limit reached') },
  { id: 'telnyx-404', who: 'Telnyx', codes: [404], find: endsWith('D18', 'D19', 'D40') },
  { id: 'telnyx-403', who: 'Telnyx', codes: [403], find: endsWith('D1', 'D2', 'D3', 'D22', 'D24', 'D35', 'D36') },
];

/**
 * Entries without a mark in a response: the number is shown by a console, an SDK or a bill, the code stands alone, or
 * (`atis-603-plus`) a rule of its own reads it. Each entry with a topic is in one of the two lists.
 */
export const UNMARKED: readonly string[] = [
  'didww-402',
  'voximplant-402',
  'sipus-403',
  'alibaba-486',
  'alibaba-482',
  'atis-603-plus',
  'fcc-603-607-608',
  'intelepeer-isup-21',
  'teams-560',
  'zoom-last-three',
  'twilio-31xxx',
  'chime-480',
];
