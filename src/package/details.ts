import type { Messages } from '../i18n/index.ts';
import type { Locale } from '../locales.ts';
import type { Role } from '../schema/index.ts';
import type { Facts } from './core.ts';
import { languageOf, own } from './language.ts';
import type * as Api from './types.ts';

// What the core leaves out, so that a page can load it: whoever wants it loads it in addition, or the entry with everything.

/** Details of one language. */
export interface DetailTexts {
  /** In the order of the codes. */
  codes: {
    nature: string;
    producedBy: { role: Role | 'local'; tell: string }[];
    askFor: string[];
    keywords: string[];
  }[];
  /** Of settled pairs, in their order. */
  notes: { settledBy: string; example: string | null }[];
}

/** Details and words of a language. */
export interface DetailLanguage {
  details: DetailTexts;
  words: Pick<Messages, 'locale' | 'labels'>;
}

/**
 * Makes the functions of an entry with details.
 *
 * @param facts of all codes and pairs
 * @param messages on the wire, in the order of the codes
 * @param languages those of the entry, the one that is meant without a name first
 */
export function makeDetails(
  facts: Facts,
  messages: readonly (string | null)[],
  languages: readonly DetailLanguage[],
): Api.Details {
  const note = (one: number, other: number, locale?: Locale) => {
    const { details } = languageOf(languages, locale);
    const keys = [`${one}-vs-${other}`, `${other}-vs-${one}`];
    return details.notes[facts.notes.findIndex(([pair]) => keys.includes(pair))];
  };
  return {
    details: own((code: number, locale?: Locale) => {
      const { details, words } = languageOf(languages, locale);
      const at = facts.codes.findIndex(({ number }) => number === code);
      const found = details.codes[at];
      if (!found) return null;
      return {
        natureText: found.nature,
        producedBy: found.producedBy.map(({ role, tell }) => ({ role, name: words.labels.role[role], tell })),
        askFor: found.askFor,
        keywords: found.keywords,
        message: messages[at] ?? null,
      };
    }),
    settledBy: (...asked) => note(...asked)?.settledBy ?? null,
    example: (...asked) => note(...asked)?.example ?? null,
  };
}

/**
 * Makes the functions of the entry with everything.
 *
 * @returns the core whose answers have their details
 */
export const withDetails = (core: Api.Core, { details, settledBy, example }: Api.Details): Api.Everything => ({
  ...core,
  details,
  settledBy,
  example,
  describe: (code, language) => {
    const [found, more] = [core.describe(code, language), details(code, language)];
    return found && more && { ...found, ...more };
  },
  compare: (one, other, language) => {
    const found = core.compare(one, other, language);
    return (
      found && {
        ...found,
        settledBy: settledBy(one, other, language),
        example: example(one, other, language),
      }
    );
  },
});
