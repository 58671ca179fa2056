import type { Code, RawContent, Report } from '../content.ts';
import { DEFAULT_LOCALE, isLocale, LOCALES, locales, perLocale, type Locale } from '../../locales.ts';
import {
  codesNamed,
  endFault,
  endingFault,
  formFaults,
  isSentence,
  placeholderFaults,
  plainFaults,
} from './text-style.ts';
import { parityFaults } from './parity.ts';
import type { Entry, Note } from '../entries.ts';
import type { SymptomEntry } from '../symptoms.ts';
import type { ContextTexts } from '../contexts.ts';
import { codesOfField } from './contexts.ts';

// Rules for the texts of codes, pairs and symptoms: language, repeated sentences, endings, agreement of the languages.

/** Front matter with texts. */
type Texts = Entry | Note | SymptomEntry | ContextTexts;

/** Texts by key, to any depth. */
interface Nested {
  [key: string]: string | Nested;
}

function collect(value: Nested, path: string, into: [field: string, text: string][]): void {
  for (const [key, child] of Object.entries(value))
    if (typeof child === 'string') into.push([`${path}.${key}`, child]);
    else collect(child, `${path}.${key}`, into);
}

/** Prose of an entry or note with the field each text is in. */
export function proseOf(entry: Texts): [field: string, text: string][] {
  const all: [string, string][] = [];
  for (const [field, value] of Object.entries(entry)) {
    if (field === 'keywords' || field === 'gloss') continue;
    if (typeof value === 'string') all.push([field, value]);
    else if (Array.isArray(value))
      value.forEach((item: string | { role?: string; cause?: string; tell: string }, index) => {
        if (typeof item === 'string') return all.push([`${field}[${index}]`, item]);
        if (item.cause !== undefined) all.push([`${field}[${index}].cause`, item.cause]);
        return all.push([`${field}[${index}].tell`, item.tell]);
      });
    else if (value !== null && typeof value === 'object') collect(value as Nested, field, all);
  }
  return all;
}

/** Texts of one folder in every language. */
type Paired = RawContent['entries' | 'notes' | 'symptoms' | 'contexts'];

/**
 * Reports what a language of a code, note or symptom says differently than the first: numbers, times and sections of each
 * text, and how many items each list has.
 */
function checkParity(files: Paired, ownOf: (folder: string, field: string) => number[], report: Report): void {
  /** Bodies are compared as a whole: their tags hold citations, which are compared elsewhere. */
  const allTexts = (one: Paired[number]) =>
    new Map([
      ...proseOf(one.data),
      ...('body' in one && one.body ? [['body', one.body.replace(/<[^>]+>/g, ' ')] as [string, string]] : []),
    ]);
  for (const one of files.filter(({ locale }) => locale !== DEFAULT_LOCALE)) {
    const { file, folder, locale } = one;
    const other = files.find((other) => other.folder === folder && other.locale === DEFAULT_LOCALE);
    if (!other) continue;
    const [first, own] = [allTexts(other), allTexts(one)];
    for (const [field, text] of own)
      for (const fault of first.has(field) ? parityFaults(first.get(field)!, text, locale, ownOf(folder, field)) : [])
        report(file, field, fault);
    const length = (texts: Map<string, string>, list: string) =>
      [...texts.keys()].filter((field) => field.split('[')[0] === list).length;
    for (const list of new Set([...first.keys(), ...own.keys()].map((field) => field.split('[')[0]!)))
      if (length(first, list) !== length(own, list))
        report(
          file,
          list,
          `has ${length(own, list)} texts, but ${DEFAULT_LOCALE}.mdx has ${length(first, list)}. Say the same in both, in the same order`,
        );
  }
}

/** Reports what is wrong in the texts; `byNumber` holds the codes that are known. */
export function checkTexts(
  raw: RawContent,
  byNumber: Map<number, Code>,
  registered: Map<number, string>,
  report: Report,
): void {
  const known = new Set([...registered.keys(), ...raw.reference.unregistered.map(({ code }) => code)]);
  const seen = perLocale(() => new Map<string, string>());
  const numbers = (folder: string) => (folder.match(/\b[1-6]\d\d\b/g) ?? []).map(Number);
  const codesOf = (name: string) => raw.symptomFacts.find(({ folder }) => folder === name)?.data.codes ?? [];
  checkParity(raw.entries, numbers, report);
  checkParity(raw.notes, numbers, report);
  checkParity(raw.symptoms, codesOf, report);
  const contextFacts = (name: string) => raw.contextFacts.find(({ folder }) => folder === name)?.data;
  checkParity(raw.contexts, (name, field) => codesOfField(contextFacts(name), field), report);
  for (const { file, folder, locale, data } of [...raw.entries, ...raw.notes, ...raw.symptoms, ...raw.contexts]) {
    for (const [field, text] of proseOf(data)) {
      // A comparison shows two entries on one page, so no sentence may stand in two of them. Cells of a table are none.
      const before = field.includes('.cells.') ? undefined : seen[locale].get(text);
      if (before) report(file, field, `is the same sentence as in ${before}. Say what is particular to this code`);
      seen[locale].set(text, `${file} ${field}`);
      for (const fault of plainFaults(text, locale)) report(file, field, fault);
      const end = endFault(text, isSentence(field, locale), locale);
      if (end) report(file, field, end);
      const ending = endingFault(field, text, locale);
      if (ending) report(file, field, ending);
      // A context has numbers of its own, which are no codes.
      for (const code of 'origin' in data ? [] : codesNamed(field, text))
        if (!known.has(code))
          report(
            file,
            field,
            `names ${code}, which is neither registered nor in reference/unregistered.yaml. Correct it`,
          );
    }
    checkKeywords(file, data, { registered, own: 'producedBy' in data ? Number(folder) : null }, report);
    if ('gloss' in data && data.gloss !== undefined) checkGloss(file, data.gloss, locale, report);
    if (!('producedBy' in data)) continue;
    const code = byNumber.get(Number(folder));
    for (const { role } of data.producedBy) {
      if (code && role === 'local' && !code.local)
        report(
          file,
          'producedBy',
          'has the role local, but facts.yaml has no "local". Add the citation there or remove the item',
        );
      if (code && role !== 'local' && !code.sentBy.includes(role))
        report(file, 'producedBy', `has the role ${role}, which sentBy in facts.yaml lacks. Make them agree`);
    }
    const first = raw.entries.find((one) => one.folder === folder && one.locale === DEFAULT_LOCALE)?.data;
    const roles = (entry: Entry) => entry.producedBy.map((one) => one.role).join(', ');
    if (first && roles(first) !== roles(data))
      report(
        file,
        'producedBy',
        `has the roles ${roles(data)}, but ${DEFAULT_LOCALE}.mdx has ${roles(first)}. Make them equal, in the same order`,
      );
  }
}

/** What is wrong with title and description of a page of prose, by field */
export const pageProblems = (
  { title, description }: { title: string; description: string },
  locale: Locale,
): [field: string, message: string][] =>
  Object.entries({ title, description }).flatMap(([field, text]) =>
    [...plainFaults(text, locale), endFault(text, field !== 'title', locale)].flatMap((message): [string, string][] =>
      message ? [[field, message]] : [],
    ),
  );

/** The phrase in the language of the page, as a heading shows it. */
function checkGloss(file: string, gloss: string, locale: Locale, report: Report): void {
  const { script, englishName } = locales[locale];
  if (script && !script.test(gloss))
    report(file, 'gloss', `is "${gloss}"; expected the phrase in ${englishName}. Translate it`);
  for (const fault of [...placeholderFaults(gloss), ...formFaults(gloss, locale), endFault(gloss, false, locale)])
    if (fault) report(file, 'gloss', fault);
}

/** Words that people type: each once, whatever its case, and none that names another code. */
function checkKeywords(
  file: string,
  data: Texts,
  { registered, own }: { registered: Map<number, string>; own: number | null },
  report: Report,
): void {
  if (!('keywords' in data)) return;
  const seen = new Set<string>();
  for (const word of data.keywords) {
    const small = word.toLowerCase();
    for (const fault of [...placeholderFaults(word), ...formFaults(word)])
      report(file, 'keywords', `has "${word}", which ${fault}`);
    const other = [...registered].find(([code, phrase]) => code !== own && phrase.toLowerCase() === small);
    if (own !== null && other && registered.get(own)!.toLowerCase() !== small)
      report(file, 'keywords', `has "${word}", the phrase of ${other[0]}. Remove it`);
    if (seen.has(small)) report(file, 'keywords', `has "${word}" twice. Remove one`);
    if (word.length > 60)
      report(file, 'keywords', `has "${word}"; expected words of at most 60 characters. Shorten it`);
    seen.add(small);
  }
}

/** Fields of the tables whose texts are names or parts of a sentence. */
const PHRASES = /\b(title|name|term|read|above|below|locations|groups)\b/;

/**
 * Texts of the reference tables: wherever an object has the languages as keys. A name without a space, such as Call-ID, may
 * be the same in all.
 *
 * @returns what is wrong, with the table and the field
 */
export function tableTextProblems(reference: object): { table: string; field: string; message: string }[] {
  const problems: { table: string; field: string; message: string }[] = [];
  const visit = (table: string, value: unknown, path: string): void => {
    if (value === null || typeof value !== 'object') return;
    const many = LOCALES.every((locale) => locale in value);
    for (const [key, child] of Object.entries(value)) {
      const field = Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key;
      const first: unknown = (value as Record<string, unknown>)[DEFAULT_LOCALE];
      if (isLocale(key) && key !== DEFAULT_LOCALE && typeof child === 'string' && typeof first === 'string')
        for (const message of parityFaults(first, child, key)) problems.push({ table, field, message });
      if (typeof child !== 'string') visit(table, child, field);
      else if (many && isLocale(key) && !/^[\w-]+$/.test(child))
        for (const message of [...plainFaults(child, key), endFault(child, !PHRASES.test(field), key)])
          if (message) problems.push({ table, field, message });
    }
  };
  for (const [table, value] of Object.entries(reference)) visit(table, value, '');
  return problems;
}
