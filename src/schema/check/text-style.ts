import { foreignKanji } from './kanji.ts';
import { endsSentence, LOCALES, locales, type Locale } from '../../locales.ts';

// Rules for any text that readers see, in whatever file it is.

const JA = '\\u3040-\\u30ff\\u4e00-\\u9fff';
const SPACED = new RegExp(`[${JA}] [A-Za-z0-9\`]|[A-Za-z0-9\`] [${JA}]`);
const HALF_WIDTH = new RegExp(`[${JA}][,.!?;]|[${JA}]\\([^)]*[${JA}][^)]*\\)`);

const PLACEHOLDER = /\b(TODO|FIXME|TBD|XXX)\b|lorem ipsum|\?\?|要確認|要追記|仮置き|○○|〇〇|△△/i;

/** What is wrong if a text holds the place of another; empty if it does not */
export const placeholderFaults = (text: string): string[] =>
  PLACEHOLDER.test(text) ? ['has a placeholder. Write the text itself'] : [];

/** A form that is wrong, what a message says of it, and the fix. */
type Form = [form: RegExp, said: string];

/** What a language wants of texts in some fields. */
interface Style {
  forms: Form[];
  /** The first letter that shares a script with the language and is not of it. */
  foreign?: (text: string) => string | null;
  /** How the texts of a field end, by the first part of its path. */
  endings: Record<string, Form>;
  /** Fields whose texts are sentences in other languages, but not in this one. */
  phrases: string[];
}

const EAST_ASIAN = /[\u3000-\u303f\uff00-\uffef]/;

/** Pairs of brackets and quotation marks. */
const BRACKETS = ['()', '（）', '「」', '『』', '“”'] as const;

/** Rules of one language alone. */
const STYLES: Partial<Record<Locale, Style>> = {
  en: {
    forms: [[EAST_ASIAN, 'has a mark of full width. Write it as ASCII']],
    endings: {},
    phrases: [],
  },
  ja: {
    foreign: foreignKanji,
    forms: [
      [SPACED, 'has a space between Japanese and Latin text. Remove it; the style sheet spaces it'],
      [HALF_WIDTH, 'has a mark of half width. Write 、。！？（） in Japanese'],
      [/[０-９Ａ-Ｚａ-ｚ]/, 'has letters or digits of full width. Write them as ASCII'],
    ],
    endings: {
      seenWhen: [/場合。$/, 'an ending in 「場合。」'],
      howToFix: [/(ます|です|せん)。$/, '「〜します。」 or 「〜です。」'],
      sends: [/場合(（[^（）]*）)?$/, 'a situation that ends in 場合'],
    },
    phrases: ['askFor'],
  },
};

/** Wrong in every language. */
const FORMS: Form[] = [
  [/。。|、、|、。|。、|(?<!\.)\.\.(?!\.)|,,|,\./, 'has a doubled mark. Remove one'],
  [/<\/?[a-z][a-z0-9]*(\s[^>]*)?>/i, 'has an HTML tag. Texts are plain; put `literals` in backticks'],
  [/\*\*|__|\]\([^)]*\)/, 'has Markdown. Texts are plain; put `literals` in backticks'],
  [/\n/, 'has a line break. Write it in one line'],
  [/[A-Za-z0-9]{41,}/, 'has a word of more than 40 letters. Correct it'],
  [
    /\$\{|\{\w*\}|\{\{|%[sd]\b|\bundefined\b|\bNaN\b|\[object /,
    'has a value that was not filled in. Write the text itself',
  ],
  [/ {2}/, 'has two spaces in a row. Remove one'],
  [/ [.,;!?](?=\s|$)/, 'has a space before a mark. Remove it'],
  [/(?<![\p{L}\p{N}_])(\p{L}{2,}) \1(?![\p{L}\p{N}_])/iu, 'has a word twice in a row. Remove one'],
  [/&(#\d+|#x[0-9a-f]+|[a-z]+);/i, 'has an HTML character reference. Write the character itself'],
  [/\b(https?:\/\/|www\.)/i, 'has a web address, which no text links. Name the source in its field, or remove it'],
  [/\b[\w.+-]+@(?!example\.)[\w-]+(\.[\w-]+)+/, 'has a mail address. Remove it, or put an example in backticks'],
  [/\[[^\]]*\](\[[^\]]*\]|\()|\[\^/, 'has a link or a footnote that leads nowhere. Write its text alone'],
];

/**
 * @param text a text of content, with `literals` in backticks
 * @param locale its language
 * @returns what is wrong, each with its fix; empty if nothing is
 */
export function plainFaults(text: string, locale: Locale): string[] {
  if ((text.match(/`/g)?.length ?? 0) % 2) return ['has an unpaired backtick. Close the code span'];
  const faults = placeholderFaults(text);
  const { script, englishName } = locales[locale];
  if (script && !script.test(text)) faults.push(`is "${text}"; expected ${englishName}. Translate it`);
  const foreign = LOCALES.find((other) => other !== locale && locales[other].script?.test(text));
  if (foreign && !script) {
    const { englishName: found } = locales[foreign];
    faults.push(`has ${found} text: "${text}"; expected ${englishName}. Translate it, or move it to the ${found} text`);
  }
  return [...faults, ...formFaults(text, locale)];
}

const formsKnown = new Map<string, readonly string[]>();

/** What is wrong with the form of a text, each with its fix; without a language only what is wrong in every one */
export function formFaults(text: string, locale?: Locale): readonly string[] {
  // Of each text once: after an edit all the others are as before.
  const key = `${locale ?? ''} ${text}`;
  if (!formsKnown.has(key)) formsKnown.set(key, findForms(text, locale));
  return formsKnown.get(key)!;
}

function findForms(text: string, locale?: Locale): string[] {
  const words = text.replace(/`[^`]*`/g, '`x`');
  const faults = [...((locale && STYLES[locale]?.forms) ?? []), ...FORMS].flatMap(([form, said]) =>
    form.test(words) ? [said] : [],
  );
  const foreign = (locale && STYLES[locale]?.foreign?.(words)) ?? null;
  if (foreign) faults.push(`has "${foreign}", which ${locales[locale!].englishName} does not use. Correct it`);
  for (const [open, close] of BRACKETS)
    if (words.split(open!).length !== words.split(close!).length)
      faults.push(`has ${open} or ${close} without the other. Close the pair`);
  return faults;
}

const fieldOf = (path: string): string => /^\w+/.exec(path)?.[0] ?? '';

/** Whether the texts of a field of an entry are sentences in a language: titles are headings, `means` is a clause */
export const isSentence = (path: string, locale: Locale): boolean =>
  !/\.cells\./.test(path) &&
  !['title', 'name', 'means', 'sections', 'columns', ...(STYLES[locale]?.phrases ?? [])].includes(fieldOf(path));

/**
 * Whether a text ends as it should.
 *
 * @param whole whether it is one sentence or more; else it is a name, a heading or a part of a sentence
 * @returns what is wrong, with its fix; null if nothing is
 */
export function endFault(text: string, whole: boolean, locale: Locale): string | null {
  if (whole) return endsSentence(text, locale) ? null : 'has no full stop. Add it';
  const stopped = locales[locale].fullStop.test(text);
  return stopped ? 'ends in a full stop; expected a phrase without. Remove it' : null;
}

/** What is wrong with the end of a text, by the habits of its language; null if nothing is */
export function endingFault(path: string, text: string, locale: Locale): string | null {
  const [form, expected] = STYLES[locale]?.endings[fieldOf(path)] ?? [];
  return form && !form.test(text) ? `ends in "${text.slice(-6)}"; expected ${expected}. Reword it` : null;
}

/** Fields whose numbers are codes; elsewhere they may be extensions, seconds or dialled digits. */
const ABOUT_CODES = /^(summary|description|nature|toSend|verdict|settledBy|received|differences)/;
/** Texts with numbers of other lists: Warning, Geolocation-Error, AlertMsg-Error, Q.850 causes. */
const OTHER_LISTS = /Warning|-Error|\bcauses?\b|理由表示|切断理由/;
const BEFORE = /(?:[A-Za-z\d.,:/+#=§-]|RFC |ports? )$/;
const AFTER =
  /^(?:[\d:/A-Za-z]|[.,]\d|-\d|\s?(?:ms|s|seconds?|minutes?|hours?|days?|bytes?|octets?|characters?|digits?|%|kB|kbit)\b|ミリ秒|秒|分|時間|日|バイト|オクテット|文字|桁|回|件|％)/;

/**
 * @param field where the text is from
 * @param text a text of content
 * @returns numbers in it that can only be response codes: three digits from 100 to 699 on their own, without a unit
 */
export function codesNamed(field: string, text: string): number[] {
  if (!ABOUT_CODES.test(field) || OTHER_LISTS.test(text)) return [];
  const words = text.replace(/`[^`]*`/g, '`x`');
  return [...words.matchAll(/[1-6]\d\d/g)]
    .filter(({ index }) => !BEFORE.test(words.slice(0, index)) && !AFTER.test(words.slice(index + 3)))
    .map(([number]) => Number(number));
}
