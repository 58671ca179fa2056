import { knownOf, searchPages, type Directory, type Subject, type WordsFile } from '../directory.ts';
import { plainer } from '../plain.ts';
import { readQuery, type Reading } from '../query.ts';
import { rank, type Ranked } from '../rank.ts';
import { byRarity } from '../rank-words.ts';
import { askedWords, contentWords } from '../tokenize.ts';
import { indexWords } from '../word-index.ts';

/** The light stage for words, ready to be asked. */
export interface Meaning {
  subjects: readonly Subject[];
  /** Folders of the pages of symptoms, causes and RFCs. */
  symptoms: string;
  causes: string;
  rfcs: string;
  read: (query: string) => Reading;
  rank: (query: string, reading: Reading) => Ranked;
  /** The words of the query that the whole text can be asked for, most telling first. */
  telling: (reading: Reading) => string[];
}

/** The light stage over the words of a language */
export function prepare(directory: Directory, file: WordsFile): Meaning {
  const { subjects, pages } = searchPages(directory, file);
  const index = indexWords(pages, plainer(file.same));
  const known = knownOf(directory, file);
  return {
    subjects,
    symptoms: file.symptoms.folder,
    causes: file.causes,
    rfcs: known.rfcs.folder,
    read: (query) => readQuery(query, known),
    rank: (query, reading) => rank(query, reading, index, subjects, known.compared),
    telling: ({ words }) =>
      byRarity(askedWords(words), index).filter((word) => word.length > 1 && contentWords(word).length > 0),
  };
}
