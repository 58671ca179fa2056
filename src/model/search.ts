import type { SearchWords } from '../i18n/search.en.ts';
import type { Content, Locale } from './content.ts';
import type { Known, QueryAnswer, Reading } from './query.ts';
import { askedWords, fold, literal, matchWords, type WordIndex, type WordMatch, type WordPage } from './words.ts';

/** What is known without the engine, as the search dialog loads it. Everything is content of one language. */
export const knownOf = (content: Content, locale: Locale): Known => {
  const { q850, names } = content.reference;
  const toSip = q850.causeToSip;
  return {
    codes: content.codes.map((code) => ({
      number: code.number,
      phrase: code.phrase,
      gloss: locale === 'ja' ? (code.text.ja.gloss ?? '') : '',
    })),
    names: [
      ...names.names.map(({ name, code }) => [name, code] as const),
      // A keyword that is only a number stands for something else than a code: 911, 184, 666.
      ...content.codes.flatMap((code) =>
        code.text[locale].keywords.filter((word) => /^\d+$/.test(word)).map((word) => [word, code.number] as const),
      ),
    ],
    causes: q850.causes.map(({ cause }) => [
      cause,
      [
        ...new Set([
          ...(toSip[cause] ? [toSip[cause]] : []),
          ...Object.entries(q850.sipToCause)
            .filter(([, to]) => to === cause)
            .map(([code]) => Number(code)),
        ]),
      ],
    ]),
    products: names.products.map(({ product, form }) => [product, form]),
  };
};

/** `search/LOCALE.json`: what answers numbers, pairs, causes and names. Loaded when the dialog opens. */
export interface Directory {
  known: Known;
  /** Addresses: of all codes, and of the pages of causes and of unregistered codes where the site has them. */
  sip: string;
  causes: string | null;
  unregistered: string | null;
  /** In the order of the codes. */
  summaries: string[];
  /** What a class is called, and what a client does with an unknown code of it. */
  classes: [title: string, unknown: string][];
  say: SearchWords;
}

/** `search/words-LOCALE.json`: what answers words beside the directory. Loaded with the first word. */
export interface WordsFile {
  /** In the order of the codes. */
  codes: [keywords: string[], situations: string[]][];
  /** Pairs that a person settled. */
  pairs: [a: number, b: number, verdict: string][];
}

/** A page of the light stage: a code, or a pair that a person settled. */
export type Subject = { code: number } | { a: number; b: number; verdict: string };

/** Pairs come after codes unless two codes are asked for. */
const PAIR_WEIGHT = 0.7;

/** @returns what the light stage searches, and what each of its pages is about */
export function searchPages(directory: Directory, file: WordsFile): { subjects: Subject[]; pages: WordPage[] } {
  const { codes } = directory.known;
  return {
    subjects: [
      ...codes.map(({ number }) => ({ code: number })),
      ...file.pairs.map(([a, b, verdict]) => ({ a, b, verdict })),
    ],
    pages: [
      ...codes.map(({ phrase, gloss }, at) => ({
        names: gloss ? [phrase, gloss] : [phrase],
        keywords: file.codes[at]![0],
        summary: directory.summaries[at]!,
        text: file.codes[at]![1],
        weight: 1,
      })),
      ...file.pairs.map(([, , verdict]) => ({ names: [], keywords: [], summary: verdict, text: [], weight: PAIR_WEIGHT })),
    ],
  };
}

/** How many of the matches are worth showing: those near the best one. */
const NEAR = 0.25;

/**
 * Tells a match from a partial one. A word or two must stand on the page as they were typed: 認証局 is not on a page about
 * 認証. Of a sentence a good part must be covered.
 */
export const whole = (words: readonly string[], folded: string, covered: number): boolean =>
  words.length > 2 ? covered >= 0.3 : literal(words, folded) >= 0.5;

/** Everything the light stage can say to a query. */
export interface Ranked {
  /** Without repetition, best first. */
  answers: QueryAnswer[];
  /** Pages that share only pieces of words with the query. */
  partial: QueryAnswer[];
}

/**
 * Puts what was recognised and what the words mean into one list.
 *
 * @param index the pages of `searchPages`, or null as long as only numbers and names are known
 * @param subjects what those pages are about, in their order
 */
export function rank(
  query: string,
  reading: Reading,
  index: WordIndex | null,
  subjects: readonly Subject[],
): Ranked {
  const answers = [...reading.answers];
  const partial: QueryAnswer[] = [];
  const matches = index && reading.rest.length > 0 ? matchWords(query, index) : [];
  const numbers = answers.flatMap((answer) => (answer.kind === 'code' ? [answer.code] : []));
  const answer = ({ page }: WordMatch): QueryAnswer => {
    const subject = subjects[page]!;
    return 'code' in subject ? { kind: 'code', code: subject.code } : { kind: 'pair', a: subject.a, b: subject.b };
  };
  // One number and words: the settled pair of that number whose words fit comes right after it.
  const [number] = numbers;
  const pair = matches.find(({ page }) => {
    const subject = subjects[page]!;
    return 'a' in subject && (subject.a === number || subject.b === number);
  });
  if (pair && numbers.length === 1) answers.push(answer(pair));

  const words = askedWords(query);
  const best = matches[0]?.score ?? 0;
  for (const match of matches) {
    if (match.score < best * NEAR) break;
    const page = index!.pages[match.page]!;
    const text = fold([...page.names, ...page.keywords, page.summary, ...page.text].join(' '));
    (whole(words, text, match.covered) ? answers : partial).push(answer(match));
  }
  const seen = new Set<string>();
  const once = (one: QueryAnswer) => !seen.has(JSON.stringify(one)) && seen.add(JSON.stringify(one)) !== undefined;
  return { answers: answers.filter(once), partial: partial.filter(once) };
}
