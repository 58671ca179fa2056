import { LOCALES, type Locale } from '../locales.ts';
import type { Entry, Facts, Note, NoteFacts, Reference } from './index.ts';
import {
  checkFacts,
  checkFolders,
  checkLadder,
  checkReference,
  sourceCheck,
  type CheckSource,
  type Report,
} from './check/references.ts';
import { joinSymptoms, type Symptom, type SymptomEntry, type SymptomFacts } from './symptoms.ts';
import { bodyProblems } from './check/bodies.ts';
import { checkTexts } from './check/texts.ts';

export { factSources } from './check/references.ts';
export { proseOf } from './check/texts.ts';

/** One parsed and schema-checked file; `folder` is the name of the folder it lies in. */
export interface RawFile<T> {
  file: string;
  folder: string;
  data: T;
}
export interface RawContent {
  /** Folders of `codes/`, whether or not their files are right. */
  folders: string[];
  facts: RawFile<Facts>[];
  entries: (RawFile<Entry> & { locale: Locale; body?: string })[];
  noteFacts: RawFile<NoteFacts>[];
  notes: (RawFile<Note> & { locale: Locale })[];
  symptomFacts: RawFile<SymptomFacts>[];
  symptoms: (RawFile<SymptomEntry> & { locale: Locale })[];
  reference: Reference;
}

export type ResponseClass = 1 | 2 | 3 | 4 | 5 | 6;

/** A response code: its facts, what follows from the number, and its texts. */
export interface Code extends Facts {
  /** Equals `code`; the field's word in prose and code. */
  number: number;
  /** First digit of the number (RFC 3261 §7.2). */
  responseClass: ResponseClass;
  /** Every response but 1xx ends the transaction (RFC 3261 §7.2). */
  final: boolean;
  /** Codes it is confused with, whichever side states it; in the order of this code, then of the others. */
  confused: number[];
  text: Record<Locale, Entry>;
}

/** What a person wrote about a pair. */
export interface PairNote extends NoteFacts {
  text: Record<Locale, Note>;
}

export interface Content {
  /** Ascending by number. */
  codes: Code[];
  byNumber: Map<number, Code>;
  /** Keyed `480-vs-486`. */
  notes: Map<string, PairNote>;
  /** In the order of their stages. */
  symptoms: Symptom[];
  reference: Reference;
}

export interface ContentProblem {
  file: string;
  field: string;
  message: string;
}

/**
 * Joins the files to codes and checks what no single file can know: names of folders, translations,
 * the registry, citations, links between codes, repeated sentences.
 *
 * @returns the content and all problems; the content is only fit for use if there are none
 */
export function assemble(raw: RawContent, label = 'content'): { content: Content; problems: ContentProblem[] } {
  const problems: ContentProblem[] = [];
  const report: Report = (file, field, message) => problems.push({ file, field, message });
  const { reference } = raw;

  const registered = new Map(reference.registry.codes.map((entry) => [entry.code, entry.phrase]));
  const checkSource = sourceCheck(reference, label, report);

  for (const facts of raw.facts) checkFacts(facts, { reference, registered, label }, report, checkSource);
  const codes = joinCodes(raw);
  const byNumber = new Map(codes.map((code) => [code.number, code]));
  checkFolders(raw.folders, registered, label, report);
  checkTexts(raw, byNumber, registered, report);
  for (const { file, message, cited } of bodyProblems(raw.entries))
    if (cited) checkSource(file, 'body', cited);
    else report(file, 'body', message!);
  const notes = joinNotes(raw, registered, report, checkSource);
  const symptoms = joinSymptoms(raw, registered, report, checkSource, checkLadder);
  checkReference(reference, codes, registered, label, report, checkSource);
  for (const name of reference.home.symptoms)
    if (!symptoms.some((symptom) => symptom.name === name))
      report(`${label}/reference/home.yaml`, 'symptoms', `names ${name}; expected a folder of content/symptoms/`);
  return { content: { codes, byNumber, notes, symptoms, reference }, problems };
}

/** Adds to the facts of each code what follows from them, and its texts; ascending by number. */
function joinCodes(raw: RawContent): Code[] {
  return raw.facts
    .map(({ folder, data }): Code => {
      const text = {} as Record<Locale, Entry>;
      for (const locale of LOCALES) {
        const entry = raw.entries.find((one) => one.folder === folder && one.locale === locale);
        if (entry) text[locale] = entry.data;
      }
      return {
        ...data,
        number: data.code,
        responseClass: Math.floor(data.code / 100) as ResponseClass,
        final: data.code >= 200,
        confused: [
          ...new Set([
            ...data.confusedWith,
            ...raw.facts.filter((other) => other.data.confusedWith.includes(data.code)).map((other) => other.data.code),
          ]),
        ],
        text,
      };
    })
    .sort((left, right) => left.number - right.number);
}

function joinNotes(
  raw: RawContent,
  registered: Map<number, string>,
  report: Report,
  checkSource: CheckSource,
): Map<string, PairNote> {
  const notes = new Map<string, PairNote>();
  for (const { file, folder, data } of raw.noteFacts) {
    const [a, b] = folder.split('-vs-').map(Number) as [number, number];
    if (a === b) report(file, '', `lies in ${folder}; expected two different codes. Rename the folder`);
    if (a > b)
      report(
        file,
        '',
        `lies in ${folder}; expected the lower code first, ${Math.min(a, b)}-vs-${Math.max(a, b)}. Rename the folder`,
      );
    for (const code of [a, b])
      if (!registered.has(code))
        report(file, '', `lies in ${folder}, but ${code} is not a registered code. Rename the folder`);
    for (const cited of data.sources) checkSource(file, 'sources', cited);
    const text = {} as Record<Locale, Note>;
    for (const locale of LOCALES) {
      const note = raw.notes.find((one) => one.folder === folder && one.locale === locale);
      if (note) text[locale] = note.data;
    }
    notes.set(folder, { ...data, text });
  }
  return notes;
}
