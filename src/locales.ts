// The languages of the site. A language is a row here, `src/i18n/locales/<locale>.ts` with the words it needs, and texts
// in `content/`; nothing else lists languages. The first row is the language of addresses without a prefix.

/** What a language needs besides its words. */
export interface LocaleRow {
  /** The language in its own words, for links that lead to it. */
  name: string;
  /** In front of every path: empty, or `/` and the language. */
  prefix: '' | `/${string}`;
  /** `og:locale`. */
  ogLocale: string;
  /** Between two sentences. */
  sentenceJoint: string;
  /** Between the items of a list in one line. */
  listJoint: string;
  /** Where a text is cut into sentences. */
  sentenceEnd: RegExp;
  /** What is left of a word that was cut at the end of a text; absent where words are not separated by spaces. */
  cutWord?: RegExp;
  /** Characters that only this language writes: a text without them is not translated, and other languages lack them. */
  script?: RegExp;
  /** Reason phrases are English; a language that glosses them shows the meaning next to the phrase. */
  glossed: boolean;
  /** A heading breaks between phrases, which have to be marked because no spaces separate them. */
  phraseBreaks: boolean;
  /** What a half-width character counts in the width of a title. */
  narrow: number;
  /** Longest texts: a title in widths, the rest in characters. */
  limits: { title: number; symptomTitle: number };
}

const rows = {
  en: {
    name: 'English',
    prefix: '',
    ogLocale: 'en_US',
    sentenceJoint: ' ',
    listJoint: ', ',
    sentenceEnd: /(?<=[.?!”]) (?=[A-Z0-9“])/,
    cutWord: /[\s,;:(]+\S*$/,
    glossed: false,
    phraseBreaks: false,
    narrow: 1,
    limits: { title: 65, symptomTitle: 56 },
  },
  ja: {
    name: '日本語',
    prefix: '/ja',
    ogLocale: 'ja_JP',
    sentenceJoint: '',
    listJoint: '、',
    sentenceEnd: /(?<=。)/,
    script: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
    glossed: true,
    phraseBreaks: true,
    narrow: 0.5,
    limits: { title: 30, symptomTitle: 28 },
  },
} satisfies Record<string, LocaleRow>;

export type Locale = keyof typeof rows;

/** The row of each language. */
export const locales: Record<Locale, LocaleRow> = rows;

/** All languages, the one without a prefix first. */
export const LOCALES = Object.keys(rows) as Locale[];

/** The language of addresses without a prefix, of reason phrases and of what is written once for all. */
export const DEFAULT_LOCALE = LOCALES[0]!;

/**
 * Makes a value per language.
 *
 * @param value what a language gets
 * @returns an object with a key per language
 */
export const perLocale = <Value>(value: (locale: Locale) => Value): Record<Locale, Value> =>
  Object.fromEntries(LOCALES.map((locale) => [locale, value(locale)])) as Record<Locale, Value>;

/**
 * The `lang` attribute of a text in another language than its page.
 *
 * @returns the language of the text, or undefined where the page is in that language already
 */
export const langOf = (text: Locale, page: Locale): Locale | undefined => (text === page ? undefined : text);
