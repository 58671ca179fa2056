import type { Locale } from '../locales.ts';
import type { Facts } from './code-facts.ts';
import type { Context, ContextFacts, ContextTexts } from './contexts.ts';
import type { Entry, Note, NoteFacts } from './entries.ts';
import type { Source } from './citation.ts';
import type { Reference } from './reference.ts';
import type { Symptom, SymptomEntry, SymptomFacts } from './symptoms.ts';

// What the content is when it is read: types alone, so that checks and what joins them can both use them.

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
  contextFacts: RawFile<ContextFacts>[];
  contexts: (RawFile<ContextTexts> & { locale: Locale })[];
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
  /** By kind, then by name. */
  contexts: Context[];
  reference: Reference;
}

export interface ContentProblem {
  file: string;
  field: string;
  message: string;
}

/** What is wrong with a file or one field of it. */
export interface FileProblem {
  /** Field path such as `headers[2].level`; empty for the file as a whole. */
  field: string;
  message: string;
  /** The language whose translation of the file is wrong; absent if the file itself is. */
  locale?: Locale;
}

/** Takes a problem: file, path of the field, and what was expected with the fix. */
export type Report = (file: string, field: string, message: string) => void;
/** Reports a citation of a section that `reference/rfcs.yaml` lacks. */
export type CheckSource = (file: string, field: string, cited: Source) => void;
