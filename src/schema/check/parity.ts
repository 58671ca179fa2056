import { DEFAULT_LOCALE, locales, type Locale } from '../../locales.ts';

// Every language says the same: what a machine can compare of a text and its translation.

/** Numbers that English may write as words where Japanese has figures. */
const WORDS: Record<string, number> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  sixty: 60,
};
/** Below this a number without a unit may be a word in one of the languages: "two phones", 2台の電話機. */
const SMALL = 13;
/** Seconds of each unit. */
const UNITS: [unit: RegExp, seconds: number][] = [
  [/^(?:ms|milliseconds?|ミリ秒)$/, 0.001],
  [/^(?:s|seconds?|秒)$/, 1],
  [/^(?:minutes?|分)$/, 60],
  [/^(?:hours?|時間)$/, 3600],
  [/^(?:days?|日)$/, 86400],
];
/** How a language writes a unit behind a number, and numbers as words. A language without a row is not compared. */
const WRITING: Partial<Record<Locale, { unit: RegExp; words: Record<string, number> }>> = {
  en: { unit: /^[\s-]?(ms|milliseconds?|seconds?|minutes?|hours?|days?)\b|^ (s)\b/, words: WORDS },
  // 分の1 is a fraction, 25日 after 月 a date.
  ja: { unit: /^(ミリ秒|秒|分(?!の)|時間|日(?!本))/, words: {} },
};

/** What a text says in figures. */
interface Figures {
  /** Numbers without a unit: codes, classes, causes, quantities. */
  numbers: Set<string>;
  /** The same with those below 13. */
  all: Set<string>;
  /** Spans of time in seconds, and the number as written in the text. */
  times: Map<string, string>;
  /** Sections of RFCs. */
  sections: Set<string>;
}

/**
 * @param text a text of content
 * @param locale its language
 * @returns what it says in figures, or null if we cannot read the language: not what belongs to a name (Q.850, 100rel) or to a `literal`, nor single seconds
 *   and numbers below 13, which are often words
 */
export function figuresOf(text: string, locale: Locale): Figures | null {
  const writing = WRITING[locale];
  if (!writing) return null;
  const figures: Figures = { numbers: new Set(), all: new Set(), times: new Map(), sections: new Set() };
  const words = text
    .replace(/`[^`]*`|「\d+」/g, ' x ')
    .replace(/(?<=\d),(?=\d{3}\b)/g, '')
    .replace(/(\d+)万/g, (_, count: string) => String(Number(count) * 10000))
    .replace(/§\s?([A-Z]?[\d.]*\d)/g, (_, section: string) => {
      figures.sections.add(section);
      return ' x ';
    })
    .replace(/half an? (?=second|minute|hour)/g, '0.5 ')
    .replace(/\b[a-z]+\b/gi, (word) => String(writing.words[word] ?? word));
  for (const { 0: number, index } of words.matchAll(
    /(?<![A-Za-z\d.]|[A-Za-z]-)\d+(?:\.\d+)*(?:xx)?(?!(?!k?bit|[KM]B|s\b)[A-Za-z])/g,
  )) {
    const unit = writing.unit.exec(words.slice(index + number.length));
    const date = unit?.[1] === '日' && words[index - 1] === '月';
    const seconds = UNITS.find(([form]) => form.test(unit?.[1] ?? unit?.[2] ?? ''))?.[1];
    if (seconds !== undefined && !date) {
      if (Number(number) > 1 || number === '0.5')
        figures.times.set(`${Number((Number(number) * seconds).toFixed(3))} s`, number);
      continue;
    }
    figures.all.add(number);
    if (number.endsWith('xx') || number.includes('.') || Number(number) >= SMALL) figures.numbers.add(number);
  }
  return figures;
}

/**
 * @param first a text in the first language
 * @param translated the same text in another
 * @param locale that language
 * @param own codes that the text is about: one language may say "it" where the other names the number
 * @returns what the two say differently in figures, each with both values and the fix
 */
export function parityFaults(first: string, translated: string, locale: Locale, own: readonly number[] = []): string[] {
  const [one, other] = [figuresOf(first, DEFAULT_LOCALE), figuresOf(translated, locale)];
  if (!one || !other) return [];
  /** In a list such as "20, 30 and 60 s" one unit applies to all. */
  const mentioned = (number: string, { all, times }: Figures) =>
    all.has(number) || [...times.values()].includes(number);
  const missing = {
    numbers: (from: Figures, to: Figures) =>
      [...from.numbers].filter((one) => !mentioned(one, to) && !own.includes(Number(one))),
    times: (from: Figures, to: Figures) =>
      [...from.times].filter(([time, number]) => !to.times.has(time) && !to.all.has(number)).map(([time]) => time),
    sections: (from: Figures, to: Figures) =>
      [...from.sections].filter((one) => !to.sections.has(one)).map((one) => `§${one}`),
  };
  const say = (list: string[]) => (list.length > 0 ? list.join(', ') : 'nothing of that kind');
  return (['numbers', 'times', 'sections'] as const).flatMap((kind) => {
    const [left, right] = [missing[kind](one, other), missing[kind](other, one)];
    return left.length + right.length === 0
      ? []
      : [
          `says other ${kind} than the other language: ${say(left)} in ${locales[DEFAULT_LOCALE].englishName}, ${say(right)} in ${locales[locale].englishName}. Make them agree`,
        ];
  });
}
