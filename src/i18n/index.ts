import { perLocale, type Locale } from '../locales.ts';
import type { Messages } from './locales/en.ts';

// Everything that speaks a language comes from here. Each language is loaded by its name, so that a further one is a row in
// `src/locales.ts` and new files.

const loaded = perLocale((locale) => import(`./locales/${locale}.ts`) as Promise<{ messages: Messages }>);
const all = Object.fromEntries(
  await Promise.all(Object.entries(loaded).map(async ([locale, module]) => [locale, (await module).messages])),
) as Record<Locale, Messages>;

/** The words and sentences of a language; a page picks one and stays with it. */
export const messages = (locale: Locale): Messages => all[locale];

export type { Messages };
