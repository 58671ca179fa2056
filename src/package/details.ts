import type { Messages } from '../i18n/index.ts';
import type { Role } from '../schema/index.ts';
import type { Facts } from './core.ts';
import { languageOf } from './language.ts';
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
  /** Of settled pairs, in their order; null where there is none. */
  examples: (string | null)[];
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
  return {
    details: (code, locale) => {
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
    },
    example: (one, other, locale) => {
      const { details } = languageOf(languages, locale);
      const key = `${Math.min(one, other)}-vs-${Math.max(one, other)}`;
      return details.examples[facts.notes.findIndex(([pair]) => pair === key)] ?? null;
    },
  };
}

/**
 * Makes the functions of the entry with everything.
 *
 * @returns the core whose answers have their details
 */
export const withDetails = (core: Api.Core, { details, example }: Api.Details): Api.Everything => ({
  ...core,
  details,
  example,
  describe: (code, language) => {
    const [found, more] = [core.describe(code, language), details(code, language)];
    return found && more && { ...found, ...more };
  },
  compare: (one, other, language) => {
    const found = core.compare(one, other, language);
    return found && { ...found, example: example(one, other, language) };
  },
});
