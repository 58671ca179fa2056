import type { SearchWords } from '../i18n/search/labels/en.ts';
import type { KnownNumbers } from './bare.ts';
import type { Known } from './query.ts';
import type { SubjectKind } from './order.ts';
import type { SameWords } from './plain.ts';
import type { WordPage } from './word-index.ts';

// What the search dialog loads, in the two files of a language, and what it searches of them.

/**
 * Raised whenever the form or meaning of these files changes. An open page whose script is older than the host's files then
 * takes none of them, and says so.
 */
export const FORMAT = 2;

/** `search/LOCALE.json`: what answers numbers and pairs. Loaded when the dialog opens. */
export interface Directory extends Pick<KnownNumbers, 'meant' | 'numbered'> {
  /** `FORMAT` of the build. */
  format: number;
  /** Changes with the rest of the file. */
  version: string;
  /** `487`, phrase, and gloss where the language has one. */
  codes: [number: number, phrase: string, gloss?: string][];
  /** Addresses: of all codes, and of the codes that are not registered. */
  sip: string;
  unregistered: string;
  /** Folder of the summaries of codes and symptoms and the verdicts of settled pairs, one small file each. */
  texts: string;
  /** Pairs that a person settled, written `480-486`, with a space between them. */
  settled: string;
  /** Codes that the registry deprecates. */
  deprecated: number[];
  /** What a class is called. */
  classes: string[];
  say: SearchWords;
}

/** Further pages or parts of pages of one kind, with names of their own. */
export interface PageGroup {
  /** What they are, as results say it. */
  label: string;
  kind: SubjectKind;
  /** Beginning of their addresses. */
  base: string;
  /** What they are called: `{}` is the first names, `{n}` the number in the rest of the address. */
  title: string;
  /** Words that belong to each of them: the name of the service or product. */
  words: string[];
  /** File with a sentence for each, found by the rest of its address. */
  texts: string;
  /** Rest of the address; names, the most telling first; a title that is no name. `#c486` is the section about that code. */
  pages: [rest: string, names: string[], title?: string][];
}

/** `search/words-LOCALE.json`: what answers words, in addition to the directory. Loaded with the first word. */
export interface WordsFile {
  /** `version` of the directory of the same build, whose codes it follows by their position. */
  directory: string;
  known: Omit<Known, keyof KnownNumbers>;
  /** Words that mean the same. */
  same: SameWords;
  /** In the order of the codes: the words of the summary, and keywords. */
  codes: [words: string, keywords: string[]][];
  /** Folder of the pages of symptoms; of each its name in the address, title, codes and keywords. */
  symptoms: { folder: string; pages: [name: string, title: string, codes: number[], keywords: string[]][] };
  /** Folder of the pages of causes. */
  causes: string;
  groups: PageGroup[];
}

/** A page of the keyword search: a code, a symptom, or another page; pairs are found by their codes. */
export type Subject =
  | { code: number }
  | { symptom: string; title: string; codes: number[] }
  | { page: string; title: string; label: string; more: string };

/** What numbers are read against */
export const numbersOf = (directory: Directory): KnownNumbers => ({
  codes: directory.codes.map(([number, phrase, gloss = '']) => ({ number, phrase, gloss })),
  meant: directory.meant,
  numbered: directory.numbered,
});

/** What queries of words are read against */
export const knownOf = (directory: Directory, file: WordsFile): Known => ({ ...numbersOf(directory), ...file.known });

/** `session border controller (SBC)` is called by both; `Timer B, Timer F` too. */
const namesOfTerm = (term: string): string[] =>
  term
    .split(/[()（）、,/]/)
    .map((one) => one.trim())
    .filter(Boolean);

/** The pages of a group, with their addresses and titles; `#c480` of a product is called by the product and the code. */
const pagesOf = ({ label, kind, base, title, words, texts, pages }: PageGroup, codes: Directory['codes']) =>
  pages.map(([rest, names, own]) => {
    const number = /\d+/.exec(rest)?.[0] ?? '';
    const coded = /^#c\d{3}$/.test(rest);
    const phrase = coded && codes.find(([code]) => code === Number(number))?.[1];
    const called = coded ? `${number} ${phrase || (names[0] ?? '')}`.trim() : (names[0] ?? '');
    return {
      kind,
      label,
      page: base + rest,
      title: own ?? title.replace('{n}', number).replace('{}', called),
      names: [...(kind === 'term' ? names.flatMap(namesOfTerm) : names), ...(coded ? [`${words[0]} ${number}`] : [])],
      words,
      more: texts && `${texts}.txt#${rest}`,
    };
  });

/** What the keyword search searches, and what each of its pages is about */
export function searchPages(directory: Directory, file: WordsFile): { subjects: Subject[]; pages: WordPage[] } {
  const { codes } = directory;
  const others = file.groups.flatMap((group) => pagesOf(group, codes));
  return {
    subjects: [
      ...codes.map(([number]) => ({ code: number })),
      ...file.symptoms.pages.map(([symptom, title, of]) => ({ symptom, title, codes: of })),
      ...others.map(({ page, title, label, more }) => ({ page, title, label, more })),
    ],
    pages: [
      ...codes.map(([, phrase, gloss], at) => ({
        kind: 'code' as const,
        names: gloss ? [phrase, gloss] : [phrase],
        summary: file.codes[at]![0],
        keywords: file.codes[at]![1],
      })),
      ...file.symptoms.pages.map(([, title, , keywords]) => ({
        kind: 'symptom' as const,
        names: [],
        keywords: [...keywords, title],
        summary: '',
      })),
      ...others.map(({ kind, title, names, words }) => ({ kind, names, keywords: words, summary: title })),
    ],
  };
}
