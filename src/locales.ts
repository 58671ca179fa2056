// The languages of the site. A language is a row here, `src/i18n/**/<locale>.ts` with its words, and texts in `content/`;
// nothing else lists languages. The first row is the language of addresses without a prefix.

/** What a language needs besides its words. */
export interface LocaleRow {
  /** The language in its own words, for links that lead to it. */
  name: string;
  /** The language in English, for messages to authors and files that are English. */
  englishName: string;
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
  /** How a statement ends. */
  fullStop: RegExp;
  /** What is left of a word that was cut at the end of a text; absent where words are not separated by spaces. */
  cutWord?: RegExp;
  /** Names occur in plural too, and with a capital at the head of a sentence. */
  inflected: boolean;
  /** Characters that only this language writes: a text without them is not translated, and other languages lack them. */
  script?: RegExp;
  /** Terms are sorted by how they are read, which this pattern describes; absent where they are sorted as written. */
  reading?: RegExp;
  /** The font of link previews: a file of an installed package, with all characters of the language. */
  previewFont: string;
  /** A heading breaks between phrases, which have to be marked because no spaces separate them. */
  phraseBreaks: boolean;
  /** What a half-width character counts in the width of a title. */
  narrow: number;
  /** Longest texts: a title in widths, the rest in characters. */
  limits: {
    /** Of a page. */
    title: number;
    symptomTitle: number;
    /** What search engines show whole: a summary in content, and a description made of several sentences. */
    summary: number;
    description: number;
    /** Of the clause that says what a code means; two fit into a description. */
    means: number;
    /** Of a description next to another one: where there is much room, and where there is less. */
    excerpts: [long: number, short: number];
    /** Of the meaning shown next to a reason phrase, which is English; null where phrases need none. */
    gloss: number | null;
  };
}

const rows = {
  en: {
    name: 'English',
    englishName: 'English',
    prefix: '',
    ogLocale: 'en_US',
    sentenceJoint: ' ',
    listJoint: ', ',
    sentenceEnd: /(?<=[.?!”]) (?=[A-Z0-9“])/,
    fullStop: /\.$/,
    cutWord: /[\s,;:(]+\S*$/,
    inflected: true,
    previewFont: '@fontsource/biz-udpgothic/files/biz-udpgothic-japanese-700-normal.woff2',
    phraseBreaks: false,
    narrow: 1,
    limits: {
      title: 65,
      symptomTitle: 56,
      summary: 160,
      description: 158,
      means: 70,
      excerpts: [400, 220],
      gloss: null,
    },
  },
  ja: {
    name: '日本語',
    englishName: 'Japanese',
    prefix: '/ja',
    ogLocale: 'ja_JP',
    sentenceJoint: '',
    listJoint: '、',
    sentenceEnd: /(?<=。)/,
    fullStop: /。$/,
    inflected: false,
    script: /[\u3001\u3002\u3040-\u30ff\p{Script=Han}]/u,
    reading: /^[ぁ-ゖー、]+$/,
    previewFont: '@fontsource/biz-udpgothic/files/biz-udpgothic-japanese-700-normal.woff2',
    phraseBreaks: true,
    narrow: 0.5,
    limits: { title: 30, symptomTitle: 28, summary: 80, description: 110, means: 45, excerpts: [200, 110], gloss: 16 },
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

/** Whether a name, such as the key of an object, is that of a language. */
export const isLocale = (name: string): name is Locale => name in locales;

/** All languages but one */
export const otherLocales = (locale: Locale): Locale[] => LOCALES.filter((other) => other !== locale);

/**
 * The `lang` attribute of a text in another language than its page.
 *
 * @returns the language of the text, or undefined where the page is in that language already
 */
export const langOf = (text: Locale, page: Locale): Locale | undefined => (text === page ? undefined : text);

/** Whether a text ends like a sentence: with the full stop of its language, a question or exclamation mark */
export const endsSentence = (text: string, locale: Locale): boolean =>
  locales[locale].fullStop.test(text) || /[?!？！]\W?$/.test(text);

/** The sentences of a text */
export const sentencesOf = (text: string, locale: Locale): string[] => text.split(locales[locale].sentenceEnd);

/** Joins whole sentences as the language does. */
export const joined = (locale: Locale, parts: string[]): string => parts.join(locales[locale].sentenceJoint);

/**
 * Shortens a text.
 *
 * @param limit characters
 * @returns the text, or what fits of it with `…` at the end, cut between words where spaces separate them
 */
export function cutText(text: string, limit: number, locale: Locale): string {
  const characters = [...text];
  if (characters.length <= limit) return text;
  const { cutWord } = locales[locale];
  const cut = characters.slice(0, limit - 1).join('');
  return `${cutWord ? cut.replace(cutWord, '') : cut}…`;
}
