import { readContent } from '../../../src/schema/load.ts';
import { readBare, type QueryAnswer } from '../../../src/search/bare.ts';
import { linesOf } from '../../../src/search/browser/answers.ts';
import { prepare } from '../../../src/search/browser/meaning.ts';
import { knownOf, numbersOf } from '../../../src/search/directory.ts';
import type { Reading } from '../../../src/search/query.ts';
import type { Ranked } from '../../../src/search/rank.ts';
import { directoryOf, wordsOf } from '../../../src/site/search/searchable.ts';

// The search without the engine, over the content itself.

export const { content, vendors } = readContent('content');

/** What reads and ranks queries of a language, and the addresses of the results in their order */
export function light(locale: 'en' | 'ja') {
  const directory = directoryOf(content!, vendors, locale);
  const file = wordsOf(content!, vendors, locale);
  const meaning = prepare(directory, file);
  const read = (query: string): Reading => meaning.read(query);
  const ranked = (query: string): Ranked => meaning.rank(query, read(query));
  const addresses = (query: string): string[] => {
    const bare = readBare(query, numbersOf(directory));
    const answers: readonly QueryAnswer[] = bare ?? ranked(query).answers;
    return [...new Set(answers.flatMap((one) => linesOf(one, directory, meaning)).map(({ url }) => url))];
  };
  return { directory, file, known: knownOf(directory, file), meaning, read, ranked, addresses };
}
