import type { Subject } from './directory.ts';
import type { QueryAnswer, Reading } from './query.ts';
import { askedWords, fold, literal, parts } from './tokenize.ts';
import { matchWords, type WordIndex, type WordMatch } from './rank-words.ts';

/** How many of the matches are worth showing: those near the best one. */
const NEAR = 0.25;

/**
 * Tells a match from a partial one. One or two words must occur on the page as typed: 認証局 is not on a page about
 * 認証. Of a sentence a good part must be covered.
 */
export const whole = (words: readonly string[], folded: string, covered: number): boolean =>
  words.length > 2 ? covered >= 0.3 : literal(words, folded) >= 0.5;

/** Everything that can be answered without Pagefind. */
export interface Ranked {
  /** Without repetition, best first. */
  answers: QueryAnswer[];
  /** Pages that share only pieces of words with the query. */
  partial: QueryAnswer[];
  /** How many pages hold every word of the query as it was typed. */
  complete: number;
}

/**
 * Puts what was recognised and what the words mean into one list.
 *
 * @param index the pages of `searchPages`, or null as long as only numbers and names are known
 * @param subjects what those pages are about, in their order
 */
export function rank(query: string, reading: Reading, index: WordIndex | null, subjects: readonly Subject[]): Ranked {
  const answers = [...reading.answers];
  const partial: QueryAnswer[] = [];
  const matches = index && reading.rest.length > 0 ? matchWords(query, index) : [];
  const numbers = answers.flatMap((answer) => (answer.kind === 'code' ? [answer.code] : []));
  const answer = ({ page }: WordMatch): QueryAnswer => {
    const subject = subjects[page]!;
    if ('code' in subject) return { kind: 'code', code: subject.code };
    if ('page' in subject) return { kind: 'page', url: subject.page };
    if ('symptom' in subject) return { kind: 'symptom', name: subject.symptom };
    return { kind: 'pair', a: subject.a, b: subject.b };
  };
  // One number and words: the settled pair of that number whose words fit comes right after it.
  const [number] = numbers;
  const pair = matches.find(({ page }) => {
    const subject = subjects[page]!;
    return 'a' in subject && (subject.a === number || subject.b === number);
  });
  if (pair && numbers.length === 1) answers.push(answer(pair));

  const best = matches[0]?.score ?? 0;
  const near = matches
    .filter(({ score }) => score >= best * NEAR)
    .map((match) => {
      const page = index!.pages[match.page]!;
      return { match, text: fold([...page.names, ...page.keywords, page.summary].join(' ')) };
    });
  // A compound that occurs nowhere may still be made of words that do.
  const compounds = askedWords(query);
  const somewhere = near.some(({ match, text }) => whole(compounds, text, match.covered));
  for (const { match, text } of near) {
    const fits = somewhere ? whole(compounds, text, match.covered) : literal(parts(compounds), text) === 1;
    (fits ? answers : partial).push(answer(match));
  }
  const seen = new Set<string>();
  const once = (one: QueryAnswer) => !seen.has(JSON.stringify(one)) && seen.add(JSON.stringify(one)) !== undefined;
  const complete = near.filter(({ text }) => compounds.length > 0 && literal(compounds, text) === 1).length;
  return { answers: answers.filter(once), partial: partial.filter(once), complete };
}
