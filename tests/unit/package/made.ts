import { messages } from '../../../src/i18n/index.ts';
import { LOCALES, perLocale, type Locale } from '../../../src/locales.ts';
import { makeCore } from '../../../src/package/core.ts';
import { makeDecoder } from '../../../src/package/decoding.ts';
import { makeDetails, withDetails } from '../../../src/package/details.ts';
import type { PrintWords } from '../../../src/package/printed.ts';
import {
  packageDetails,
  packageFacts,
  packageMessages,
  packageNames,
  packageTexts,
} from '../../../src/tools/package/package-data.ts';
import type { CommandWords } from '../../../src/i18n/package/en.ts';
import type { CoreWords } from '../../../src/package/core.ts';

// The package before it is packed: its functions with the data that go into it.

const words = Object.fromEntries(
  await Promise.all(
    LOCALES.map(async (locale) => [locale, await import(`../../../src/i18n/package/${locale}.ts`)] as const),
  ),
) as Record<Locale, { core: CoreWords; command: CommandWords }>;

const facts = packageFacts();
const core = makeCore(
  facts,
  LOCALES.map((locale) => ({ texts: packageTexts(locale), words: words[locale].core })),
);
const details = makeDetails(
  facts,
  packageMessages(),
  LOCALES.map((locale) => ({ details: packageDetails(locale), words: words[locale].core })),
);

export const made = withDetails(core, details);
export const decoder = makeDecoder(
  LOCALES.map((locale) => ({
    words: { ...messages(locale).decoder, locale },
    page: messages(locale).decodePage,
    ...packageNames(locale),
  })),
  facts.site,
);
export const printWords = perLocale((locale): PrintWords => {
  const { heading, colon } = messages(locale).decoder;
  return { command: words[locale].command, heading, colon };
});
