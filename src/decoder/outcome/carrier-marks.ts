import { field } from '../message/fields.ts';
import type { Message } from '../message/types.ts';

/** A mark by which an entry of content/contexts/ is known in a trace. */
export interface CarrierMark {
  /** Of the entry. */
  id: string;
  who: string;
  codes: number[];
  /** The mark as it appears in the response, or null */
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

/** An entry of Telnyx, by the marks that its list shows at the end of the phrase. */
const telnyx = (id: string, codes: number[], ...marks: string[]): CarrierMark => ({
  id,
  who: 'Telnyx',
  codes,
  find: endsWith(...marks),
});

/** The entries whose mark a response can carry; a test holds them against the content. */
export const MARKS: readonly CarrierMark[] = [
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
  telnyx('telnyx-404', [404], 'D18', 'D19', 'D40'),
  telnyx('telnyx-403', [403], 'D1', 'D2', 'D3', 'D22', 'D24', 'D35', 'D36'),
  telnyx('telnyx-d4', [486], 'D4', 'D5', 'D56', 'D61', 'D65'),
  telnyx('telnyx-d21', [480], 'D21', 'RG1'),
  telnyx('telnyx-screening', [603], 'D52'),
  telnyx('telnyx-d15', [403], 'D7', 'D15', 'D16', 'D17', 'D38'),
  telnyx('telnyx-d25', [403], 'D25', 'D26', 'D29'),
  telnyx('telnyx-d11', [403, 404], 'D11', 'D13', 'D14', 'D41', 'D50', 'D58', 'D59'),
  telnyx('telnyx-d46', [403], 'D46', 'D49', 'D51', 'D54'),
  telnyx('telnyx-d39', [403], 'D9', 'D39'),
  telnyx('telnyx-p01', [403], 'P01'),
  telnyx('telnyx-p02', [403], 'P02'),
  telnyx('telnyx-p05', [503], 'P05'),
  telnyx('telnyx-p06', [513, 403, 483], 'P06', 'P14', 'P51', 'P83'),
  telnyx('telnyx-r14', [403], 'R14', 'R16', 'R17', 'R18'),
  telnyx('telnyx-b3', [488], 'B3'),
  telnyx('telnyx-d42', [405], 'D42'),
];

/**
 * Entries without a mark in a response: the number is shown by a console, an SDK or a bill, the code comes alone, or
 * (`atis-603-plus`) a rule of its own reads it. Each entry with a topic is in this list or has a mark.
 */
export const UNMARKED: readonly string[] = [
  'didww-402',
  'didww-480',
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
