import { z } from 'astro/zod';
import { DEFAULT_LOCALE, endsSentence, LOCALES, locales, sentencesOf, type Locale } from '../locales.ts';
import { codeNumber, languageKeys, oneOf, sentence, show, sources, texts } from './fields.ts';

/** The topics of the glossary, each with a page, in the order shown. */
export const TOPICS = [
  'messages',
  'dialogs',
  'elements',
  'routing',
  'registration',
  'media',
  'security',
  'pstn',
] as const;
export type Topic = (typeof TOPICS)[number];

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: 'is no anchor; expected lower-case ASCII words with hyphens, such as early-dialog',
});

/** The fields of a reading: one per language that sorts terms by it, none of the others */
function readings(): Record<Locale, z.ZodOptional<z.ZodString>> {
  const fields: [string, z.ZodString][] = LOCALES.flatMap((locale) => {
    const { reading: form, englishName } = locales[locale];
    const error = (issue: { input?: unknown }) =>
      `is ${show(issue.input)}; expected how the ${englishName} term is read, such as ざんていれすぽんす. Write it`;
    return form ? [[locale, z.string({ error }).regex(form, { error })] as [string, z.ZodString]] : [];
  });
  // Where a language has the field, it is required.
  return Object.fromEntries(fields) as unknown as Record<Locale, z.ZodOptional<z.ZodString>>;
}

/** `content/reference/glossary.yaml`: a term, what it is called in Japanese, what it means. */
export const glossarySchema = z.array(
  z.strictObject({
    /** Anchor of the term, equal in both languages. */
    id,
    topic: oneOf(TOPICS, 'a topic of the glossary'),
    term: texts,
    /** How the term is read, in languages that sort by it (hiragana in Japanese): shown next to it. */
    reading: z.strictObject(readings()),
    /** One or two sentences in our own words. */
    definition: z.strictObject(languageKeys(sentence)),
    source: sources,
    /** Codes that the term helps to understand, the most telling first. */
    codes: z.array(codeNumber).max(4).default([]),
    /** `false` where the word is too common, or has other meanings: first mentions of it do not lead here. */
    linked: z.boolean().default(true),
    /** Terms to read next. */
    see: z.array(id).max(3).default([]),
  }),
);
export type Glossary = z.output<typeof glossarySchema>;
export type Term = Glossary[number];

/**
 * @param glossary terms as authored
 * @param registered the registered codes
 * @returns what no single term can know, as field and message: doubled anchors, links that lead nowhere, length
 */
export function glossaryProblems(
  glossary: Glossary,
  registered: { has: (code: number) => boolean },
): [field: string, message: string][] {
  const problems: [string, string][] = [];
  const ids = new Set<string>();
  for (const term of glossary) {
    if (ids.has(term.id)) problems.push([term.id, 'is listed twice. Rename or remove one']);
    ids.add(term.id);
  }
  for (const { id: own, definition, codes, see } of glossary) {
    for (const other of see)
      if (other === own || !ids.has(other))
        problems.push([`${own}.see`, `names ${other}; expected the id of another term. Correct it`]);
    for (const code of codes)
      if (!registered.has(code)) problems.push([`${own}.codes`, `names ${code}, which is not registered. Correct it`]);
    for (const locale of LOCALES) {
      const whole = sentencesOf(definition[locale], locale).filter((text) => endsSentence(text, locale));
      const count = whole.length;
      if (count < 1 || count > 2)
        problems.push([`${own}.definition.${locale}`, `has ${count} sentences; expected one or two. Shorten it`]);
    }
  }
  return problems;
}

/** The terms of each topic, in the order authored */
export const byTopic = (glossary: Glossary): { topic: Topic; terms: Term[] }[] =>
  TOPICS.map((topic) => ({ topic, terms: glossary.filter((term) => term.topic === topic) }));

/** Kana by the row of the table of kana that they belong to, without voicing marks. */
const KANA_ROWS = [
  'あいうえお',
  'かきくけこ',
  'さしすせそ',
  'たちつてと',
  'なにぬねの',
  'はひふへほ',
  'まみむめも',
  'やゆよ',
  'らりるれろ',
  'わをん',
];

/**
 * Whether a reader is helped by the reading of a term: kana need none, and words of English are read as such; kanji
 *   do, unless they only explain an abbreviation (SDP), and abbreviations that are pronounced as a word (GRUU, ISUP)
 */
export const readingHelps = ({ term }: Pick<Term, 'term'>, locale: Locale): boolean =>
  /[\u4e00-\u9fff]/.test(term[locale].replace(/（[^（）]*）/gu, '')) ||
  (/^[A-Z]+$/.test(term[locale]) && term[DEFAULT_LOCALE].includes('('));

/** What a term is looked up by: its reading, or the term itself. */
const nameOf = ({ term, reading }: Term, locale: Locale): string => reading[locale] ?? term[locale];

/** The first letter, or the first kana of the row (あ for い too, か for が). */
function initialOf(name: string): string {
  const [first = ''] = name.normalize('NFD');
  return KANA_ROWS.find((row) => row.includes(first))?.[0] ?? first.toUpperCase();
}

/** All terms in the order of the alphabet by first letter, or in that of the kana (あいうえお) by row */
export function byInitial(glossary: Glossary, locale: Locale): { initial: string; terms: Term[] }[] {
  const groups = new Map<string, Term[]>();
  const order = (left: Term, right: Term) =>
    nameOf(left, locale).localeCompare(nameOf(right, locale), locale, { sensitivity: 'base' });
  for (const term of [...glossary].sort(order)) {
    const initial = initialOf(nameOf(term, locale));
    groups.set(initial, [...(groups.get(initial) ?? []), term]);
  }
  return [...groups].map(([initial, terms]) => ({ initial, terms }));
}
