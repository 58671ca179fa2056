import { searchPages, type Directory, type Subject, type WordsFile } from '../directory.ts';
import type { Reading } from '../query.ts';
import { rank, type Ranked } from '../rank.ts';
import { askedWords, contentWords } from '../tokenize.ts';
import { byRarity, indexWords } from '../rank-words.ts';

/** The light stage for words, ready to be asked. */
export interface Meaning {
  subjects: readonly Subject[];
  rank: (query: string, reading: Reading) => Ranked;
  /** The words of the query that the whole text can be asked for, most telling first. */
  telling: (query: string) => string[];
}

/** The light stage over the words of a language */
export function prepare(directory: Directory, file: WordsFile): Meaning {
  const { subjects, pages } = searchPages(directory, file);
  const index = indexWords(pages);
  return {
    subjects,
    rank: (query, reading) => rank(query, reading, index, subjects),
    telling: (query) => byRarity(askedWords(query), index).filter((word) => contentWords(word).length > 0),
  };
}
