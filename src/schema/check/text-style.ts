// Rules for any text that readers see, whatever file it stands in.

export const JAPANESE = /[\u3001\u3002\u3040-\u30ff\u4e00-\u9fff]/;
const JA = '\\u3040-\\u30ff\\u4e00-\\u9fff';
const SPACED = new RegExp(`[${JA}] [A-Za-z0-9\`]|[A-Za-z0-9\`] [${JA}]`);
const HALF_WIDTH = new RegExp(`[${JA}][,.!?;]|[${JA}]\\([^)]*[${JA}][^)]*\\)`);

const PLACEHOLDER = /\b(TODO|FIXME|TBD|XXX)\b|lorem ipsum/i;

/** @returns what is wrong if a text holds the place of another; empty if it does not */
export const placeholderFaults = (text: string): string[] =>
  PLACEHOLDER.test(text) ? ['has a placeholder. Write the text itself'] : [];

/** A form that is wrong in a text of that language, what is said of it, and the mend. */
const FORMS: [locale: 'en' | 'ja' | 'any', form: RegExp, said: string][] = [
  ['ja', SPACED, 'has a space between Japanese and Latin text. Remove it; the style sheet spaces it'],
  ['ja', HALF_WIDTH, 'has a mark of half width. Write 、。！？（） in Japanese'],
  ['any', /。。|、、|、。|。、|(?<!\.)\.\.(?!\.)|,,|,\./, 'has a doubled mark. Remove one'],
  ['any', /<\/?[a-z][a-z0-9]*(\s[^>]*)?>/i, 'has an HTML tag. Texts are plain; `literals` stand in backticks'],
  ['any', /\*\*|__|\]\([^)]*\)/, 'has Markdown. Texts are plain; `literals` stand in backticks'],
  ['any', /\n/, 'has a line break. Write it in one line'],
  ['any', /[A-Za-z0-9]{41,}/, 'has a word of more than 40 letters. Correct it'],
  ['any', /\$\{|\{\{|\bundefined\b|\[object /, 'has a value that was not filled in. Write the text itself'],
];

/**
 * @param text a text of content, with `literals` in backticks
 * @param locale its language
 * @returns what is wrong, each with its mend; empty if nothing is
 */
export function plainFaults(text: string, locale: 'en' | 'ja'): string[] {
  if ((text.match(/`/g)?.length ?? 0) % 2) return ['has an unpaired backtick. Close the code span'];
  const faults = placeholderFaults(text);
  if (locale === 'ja' && !JAPANESE.test(text)) faults.push(`is "${text}"; expected Japanese. Translate it`);
  if (locale === 'en' && JAPANESE.test(text))
    faults.push(`has Japanese text: "${text}"; expected English. Translate it, or move it to the Japanese text`);
  const words = text.replace(/`[^`]*`/g, '`x`');
  for (const [of, form, said] of FORMS) if ((of === 'any' || of === locale) && form.test(words)) faults.push(said);
  return faults;
}

/**
 * Whether a text ends as it should.
 *
 * @param whole whether it is one sentence or more; else it is a name, a heading or a part of a sentence
 * @returns what is wrong, with its fix; null if nothing is
 */
export function endFault(text: string, whole: boolean): string | null {
  if (whole) return /[.?!。？！]$/.test(text) ? null : 'has no full stop. Add it';
  return /[.。]$/.test(text) ? 'ends in a full stop; expected a phrase without. Remove it' : null;
}

/** Fields whose numbers are codes; elsewhere they may be extensions, seconds or dialled digits. */
const ABOUT_CODES = /^(summary|description|nature|toSend|verdict|settledBy|received|differences)/;
/** Texts with numbers of other lists: Warning, Geolocation-Error, AlertMsg-Error, Q.850 causes. */
const OTHER_LISTS = /Warning|-Error|\bcauses?\b|理由表示|切断理由/;
const BEFORE = /(?:[A-Za-z\d.,:/+#=§-]|RFC |ports? )$/;
const AFTER =
  /^(?:[\d:/A-Za-z]|[.,]\d|-\d|\s?(?:ms|s|seconds?|minutes?|hours?|days?|bytes?|octets?|characters?|digits?|%|kB|kbit)\b|ミリ秒|秒|分|時間|日|バイト|オクテット|文字|桁|回|件|％)/;

/**
 * @param field where the text stands
 * @param text a text of content
 * @returns numbers in it that can only be response codes: three digits from 100 to 699 that stand alone, without a unit
 */
export function codesNamed(field: string, text: string): number[] {
  if (!ABOUT_CODES.test(field) || OTHER_LISTS.test(text)) return [];
  const words = text.replace(/`[^`]*`/g, '`x`');
  return [...words.matchAll(/[1-6]\d\d/g)]
    .filter(({ index }) => !BEFORE.test(words.slice(0, index)) && !AFTER.test(words.slice(index + 3)))
    .map(([number]) => Number(number));
}
