import {
  parseSource,
  type Entry,
  type Facts,
  type Note,
  type NoteFacts,
  type Ladder,
  type Reference,
  type Source,
} from './schema.ts';
import { tableCitations, tableCodes } from './tables.ts';
import { joinSymptoms, type Symptom, type SymptomEntry, type SymptomFacts } from './symptoms.ts';
import { glossaryProblems } from './glossary.ts';
import { summaryProblems } from './rfcs.ts';

export type Locale = 'en' | 'ja';
export const LOCALES: readonly Locale[] = ['en', 'ja'];

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
  entries: (RawFile<Entry> & { locale: Locale })[];
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
  const report = (file: string, field: string, message: string) => problems.push({ file, field, message });
  const { reference } = raw;

  const registered = new Map(reference.registry.codes.map((entry) => [entry.code, entry.phrase]));
  const sections = new Map(reference.rfcs.map((rfc) => [rfc.number, new Set(rfc.sections)]));
  const checkSource = (file: string, field: string, cited: Source) => {
    const { rfc, section } = parseSource(cited);
    const known = sections.get(rfc);
    if (!known)
      report(
        file,
        field,
        `cites RFC ${rfc}, which ${label}/reference/rfcs.yaml lacks. Correct the number, or add the RFC with its sections`,
      );
    else if (!known.has(section))
      report(
        file,
        field,
        `cites RFC ${rfc} §${section}, which does not exist. Correct the section; ${label}/reference/rfcs.yaml lists them`,
      );
  };

  reference.names.names.forEach((one, index) => {
    checkSource(`${label}/reference/names.yaml`, `names[${index}].source`, one.source);
    if (!registered.has(one.code))
      report(`${label}/reference/names.yaml`, `names[${index}].code`, `is ${one.code}, which is not a registered code`);
  });

  const codes: Code[] = [];
  for (const { file, folder, data } of raw.facts) {
    if (String(data.code) !== folder)
      report(file, 'code', `is ${data.code}, but the folder is ${folder}. Make them equal`);
    const phrase = registered.get(data.code);
    const spelled = data.deprecated ? `${data.phrase} (Deprecated)` : data.phrase;
    if (phrase === undefined)
      report(
        file,
        'code',
        `${data.code} is not in ${label}/reference/registry.yaml. Unregistered codes have no folder here`,
      );
    else if (phrase !== spelled)
      report(file, 'phrase', `is "${spelled}"; the registry has "${phrase}". Spell it as registered`);
    for (const [field, cited] of factSources(data)) checkSource(file, field, cited);
    for (const other of data.confusedWith)
      if (other === data.code || !registered.has(other))
        report(file, 'confusedWith', `names ${other}; expected another registered code`);
    for (const header of data.headers)
      if (!(header.name in reference.headers))
        report(
          file,
          'headers',
          `names ${header.name}, which ${label}/reference/headers.yaml lacks. Correct the spelling, or add it there`,
        );
    if (data.detailIn && !(data.detailIn.header in reference.headers))
      report(
        file,
        'detailIn',
        `names ${data.detailIn.header}, which ${label}/reference/headers.yaml lacks. Correct the spelling, or add it there`,
      );
    const changes = data.retry.action === 'modified' || data.retry.action === 'elsewhere';
    if (data.retry.change && !changes)
      report(
        file,
        'retry.change',
        `is given, but retry.action is ${data.retry.action}. Only "modified" and "elsewhere" change something`,
      );
    if (!data.retry.change && data.retry.action === 'modified')
      report(file, 'retry.change', 'is missing; expected what has to be modified');
    if (data.retry.source.length === 0 && !data.judgement.includes('retry'))
      report(file, 'retry.source', 'is missing. Cite the section, or add "retry" to judgement where no text says it');
    checkLadder(data.ladder, registered, (message) => report(file, 'ladder', message));
    checkShown(data, (message) => report(file, 'ladder', message));

    const text = {} as Record<Locale, Entry>;
    for (const locale of LOCALES) {
      const entry = raw.entries.find((one) => one.folder === folder && one.locale === locale);
      if (entry) text[locale] = entry.data;
    }
    codes.push({
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
    });
  }
  codes.sort((left, right) => left.number - right.number);
  const byNumber = new Map(codes.map((code) => [code.number, code]));
  for (const [code, phrase] of registered)
    if (!raw.folders.includes(String(code)))
      report(
        `${label}/codes/${code}`,
        '',
        `is missing; the registry has ${code} ${phrase}. Add the folder with facts.yaml, en.mdx and ja.mdx`,
      );

  for (const code of reference.home.codes)
    if (!registered.has(code))
      report(`${label}/reference/home.yaml`, 'codes', `names ${code}, which is not registered`);
  for (const key of reference.home.pairs) {
    const [a, b] = key.split('-vs-').map(Number) as [number, number];
    if (a >= b || !registered.has(a) || !registered.has(b))
      report(`${label}/reference/home.yaml`, 'pairs', `names ${key}; expected two registered codes, lower first`);
  }

  checkEntries(raw, byNumber, report);
  const notes = joinNotes(raw, registered, report, checkSource);
  const symptoms = joinSymptoms(raw, registered, report, checkSource, checkLadder);
  for (const [name, header] of Object.entries(reference.headers))
    checkSource(`${label}/reference/headers.yaml`, name, header.source);
  for (const { id, source } of reference.glossary)
    for (const cited of source) checkSource(`${label}/reference/glossary.yaml`, id, cited);
  for (const [field, message] of glossaryProblems(reference.glossary, registered))
    report(`${label}/reference/glossary.yaml`, field, message);
  for (const [field, message] of summaryProblems(reference, codes))
    report(`${label}/reference/rfc-summaries.yaml`, field, message);
  for (const one of reference.classes) checkSource(`${label}/reference/classes.yaml`, String(one.digit), one.source);
  const causes = new Set(reference.q850.causes.map((one) => one.cause));
  for (const [cause, code] of Object.entries(reference.q850.causeToSip))
    if (!causes.has(Number(cause)) || !registered.has(code))
      report(
        `${label}/reference/q850.yaml`,
        `causeToSip.${cause}`,
        `maps ${cause} to ${code}; expected a cause of the list above and a registered code`,
      );
  for (const [code, cause] of Object.entries(reference.q850.sipToCause))
    if (!causes.has(cause) || !registered.has(Number(code)))
      report(
        `${label}/reference/q850.yaml`,
        `sipToCause.${code}`,
        `maps ${code} to ${cause}; expected a registered code and a cause of the list above`,
      );

  const tableFile = (table: string) => `${label}/reference/${table}.yaml`;
  const { q850, reason, warnings, unregistered, metrics } = reference;
  for (const { table, field, cited } of tableCitations({ q850, reason, warnings, unregistered, metrics }))
    checkSource(tableFile(table), field, cited);
  for (const { table, field, code } of tableCodes(reference))
    if (!registered.has(code)) report(tableFile(table), field, `names ${code}; expected a registered code`);
  for (const { code } of unregistered)
    if (registered.has(code))
      report(
        tableFile('unregistered'),
        String(code),
        `is registered. Give it a folder in ${label}/codes/ and remove it here`,
      );

  return { content: { codes, byNumber, notes, symptoms, reference }, problems };
}

/** All citations of a code with the field they stand in. */
export function factSources(facts: Facts): [field: string, cited: Source][] {
  const all: [string, Source][] = [['definedIn', facts.definedIn]];
  for (const cited of facts.alsoIn) all.push(['alsoIn', cited]);
  for (const cited of facts.updatedBy) all.push(['updatedBy', cited]);
  if (facts.local) all.push(['local', facts.local]);
  for (const header of facts.headers) for (const cited of header.source) all.push([`headers.${header.name}`, cited]);
  for (const cited of facts.retry.source) all.push(['retry.source', cited]);
  for (const cited of facts.fork?.source ?? []) all.push(['fork.source', cited]);
  for (const cited of facts.dialog?.source ?? []) all.push(['dialog.source', cited]);
  return all;
}

function checkLadder(ladder: Ladder, registered: Map<number, string>, report: (message: string) => void): void {
  const parties: string[] = ladder.parties;
  const asked = new Set<string>();
  for (const step of ladder.steps) {
    for (const party of step.kind === 'note' ? [step.at] : [step.from, step.to])
      if (!parties.includes(party)) report(`uses the party ${party}, which is not in ladder.parties. Add it there`);
    if (step.kind === 'note') continue;
    if (step.from === step.to) report(`has a message from ${step.from} to itself`);
    if (step.code === null) {
      asked.add(`${step.from} ${step.to} ${step.method}`);
      continue;
    }
    if (!registered.has(step.code)) report(`has the response ${step.code}, which is not registered`);
    if (!asked.has(`${step.to} ${step.from} ${step.method}`))
      report(
        `has ${step.code} ${step.method} from ${step.from} to ${step.to}, but no ${step.method} went the other way before`,
      );
  }
}

function checkShown(facts: Facts, report: (message: string) => void): void {
  const shown = facts.ladder.steps.some((step) => step.kind === 'message' && step.code === facts.code);
  const local = facts.ladder.steps.some((step) => step.kind === 'note' && step.note === 'local');
  if (!shown && !local) report(`never shows ${facts.code}. Add the message that carries it`);
}

type Report = (file: string, field: string, message: string) => void;

const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;

/** Prose of an entry or note with the field each text stands in. */
export function proseOf(entry: Entry | Note | SymptomEntry): [field: string, text: string][] {
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
  }
  return all;
}

function checkEntries(raw: RawContent, byNumber: Map<number, Code>, report: Report): void {
  const seen: Record<Locale, Map<string, string>> = { en: new Map(), ja: new Map() };
  for (const { file, folder, locale, data } of [...raw.entries, ...raw.notes, ...raw.symptoms]) {
    for (const [field, text] of proseOf(data)) {
      // A comparison shows two entries on one page, so no sentence may stand in two of them.
      const before = seen[locale].get(text);
      if (before) report(file, field, `is the same sentence as in ${before}. Say what is particular to this code`);
      seen[locale].set(text, `${file} ${field}`);
      if (locale === 'ja' && !JAPANESE.test(text)) report(file, field, `is "${text}"; expected Japanese`);
      if (
        locale === 'ja' &&
        /[\u3040-\u30ff\u4e00-\u9fff] [A-Za-z0-9]|[A-Za-z0-9] [\u3040-\u30ff\u4e00-\u9fff]/.test(text)
      )
        report(file, field, 'has a space between Japanese and Latin text. Remove it; the style sheet spaces it');
      if (locale === 'en' && JAPANESE.test(text)) report(file, field, `has Japanese text: "${text}"; expected English`);
      if ((text.match(/`/g)?.length ?? 0) % 2) report(file, field, 'has an unpaired backtick. Close the code span');
    }
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
    if (locale !== 'ja') continue;
    data.seenWhen.forEach((text, index) => {
      if (!text.endsWith('場合。'))
        report(file, `seenWhen[${index}]`, `ends in "${text.slice(-6)}"; expected an ending in 「場合。」`);
    });
    data.howToFix.forEach((text, index) => {
      if (!/(ます|です|せん)。$/.test(text))
        report(file, `howToFix[${index}]`, `ends in "${text.slice(-6)}"; expected 「〜します。」 or 「〜です。」`);
    });
    const english = raw.entries.find((one) => one.folder === folder && one.locale === 'en')?.data;
    const roles = (entry: Entry) => entry.producedBy.map((one) => one.role).join(', ');
    if (english && roles(english) !== roles(data))
      report(
        file,
        'producedBy',
        `has the roles ${roles(data)}, but en.mdx has ${roles(english)}. Make them equal, in the same order`,
      );
  }
}

function joinNotes(
  raw: RawContent,
  registered: Map<number, string>,
  report: Report,
  checkSource: (file: string, field: string, cited: Source) => void,
): Map<string, PairNote> {
  const notes = new Map<string, PairNote>();
  for (const { file, folder, data } of raw.noteFacts) {
    const [a, b] = folder.split('-vs-').map(Number) as [number, number];
    if (a >= b)
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
