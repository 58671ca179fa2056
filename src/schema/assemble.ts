import { LOCALES, type Locale } from '../locales.ts';
import { bodyProblems } from './check/bodies.ts';
import { joinContexts } from './check/contexts.ts';
import { checkFacts, checkFolders, checkLadder, checkReference, sourceCheck } from './check/references.ts';
import { checkTexts } from './check/texts.ts';
import type {
  CheckSource,
  Code,
  Content,
  ContentProblem,
  PairNote,
  RawContent,
  Report,
  ResponseClass,
} from './content.ts';
import type { Entry, Note } from './entries.ts';
import { STAGES, type Symptom, type SymptomEntry } from './symptoms.ts';

/**
 * Joins the files to codes and checks what no single file can know: names of folders, translations,
 * the registry, citations, links between codes, repeated sentences.
 *
 * @returns the content and all problems; the content is only fit for use if there are no problems
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
  const symptoms = joinSymptoms(raw, registered, report, checkSource);
  const contexts = joinContexts(raw, registered, report, checkSource);
  checkReference(reference, codes, registered, label, report, checkSource);
  for (const name of reference.home.symptoms)
    if (![...raw.symptomFacts, ...raw.symptoms].some(({ folder }) => folder === name))
      report(`${label}/reference/home.yaml`, 'symptoms', `names ${name}; expected a folder of content/symptoms/`);
  return { content: { codes, byNumber, notes, symptoms, contexts, reference }, problems };
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

/** Joins the texts of each symptom to its facts; by stage, then by name. */
function joinSymptoms(
  raw: RawContent,
  registered: Map<number, string>,
  report: Report,
  checkSource: CheckSource,
): Symptom[] {
  const symptoms = raw.symptomFacts.map(({ file, folder, data }): Symptom => {
    for (const cited of data.sources) checkSource(file, 'sources', cited);
    data.causes.forEach((list, index) => list.forEach((cited) => checkSource(file, `causes[${index}]`, cited)));
    data.codes.forEach((code, index) => {
      if (!registered.has(code)) report(file, 'codes', `names ${code}; expected a registered code. Correct it`);
      if (data.codes.indexOf(code) !== index) report(file, 'codes', `names ${code} twice. Remove one`);
    });
    checkLadder(data.ladder, registered, (message) => report(file, 'ladder', message));
    const text = {} as Record<Locale, SymptomEntry>;
    for (const one of raw.symptoms.filter((other) => other.folder === folder)) {
      text[one.locale] = one.data;
      if (one.data.causes.length !== data.causes.length)
        report(
          one.file,
          'causes',
          `has ${one.data.causes.length} items, but facts.yaml has citations for ${data.causes.length}. Make them agree, in the same order`,
        );
    }
    return { ...data, name: folder, text };
  });
  return symptoms.sort(
    (left, right) => STAGES.indexOf(left.stage) - STAGES.indexOf(right.stage) || (left.name < right.name ? -1 : 1),
  );
}
