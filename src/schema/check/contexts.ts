import type { Locale } from '../../locales.ts';
import type { CheckSource, ContentProblem, RawContent, Report } from '../content.ts';
import {
  citedIn,
  CONTEXT_KINDS,
  RESERVED_ANCHORS,
  type Context,
  type ContextFacts,
  type ContextTexts,
} from '../contexts.ts';

// Rules between the files of content/contexts/: anchors, sources, codes, and a text for each entry in each language.

/**
 * Joins the files of `content/contexts/` and checks what no single file can know.
 *
 * @param raw files that passed their schemas
 * @param registered response codes with their phrases; those of reference/unregistered.yaml are known, too
 * @returns the contexts by kind, then by name; fit for use only if nothing was reported
 */
export function joinContexts(
  raw: RawContent,
  registered: Map<number, string>,
  report: Report,
  checkSource: CheckSource,
): Context[] {
  const known = new Set([...registered.keys(), ...raw.reference.unregistered.map(({ code }) => code)]);
  const anchors = new Map<string, string>();
  const contexts = raw.contextFacts.map(({ file, folder, data }): Context => {
    checkAnchors(file, data, anchors, report);
    checkSources(file, data, report, checkSource);
    for (const { id, codes, shown, topic } of data.sections.flatMap(({ entries }) => entries)) {
      const field = `entries.${id}`;
      for (const [index, code] of codes.entries()) {
        if (!known.has(code))
          report(
            file,
            `${field}.codes`,
            `names ${code}; expected a registered code or one of reference/unregistered.yaml. Correct it`,
          );
        if (codes.indexOf(code) !== index) report(file, `${field}.codes`, `names ${code} twice. Remove one`);
      }
      if (codes.length === 0 && shown.some((text) => text.includes('{code}')))
        report(file, `${field}.shown`, 'has {code}, but codes is empty. Name the codes, or write the number');
      if (topic && (codes.length === 0 || shown.length === 0 || codes.some((code) => !registered.has(code))))
        report(
          file,
          `${field}.topic`,
          'is given; expected registered codes and an example in shown, which /sip/reuse/ lists. Add them, or remove topic',
        );
      if (topic && shown.every((text) => !text.includes('{code}') && !codes.some((code) => text.includes(`${code}`))))
        report(
          file,
          `${field}.shown`,
          `has "${shown.join('", "')}"; expected a number of its codes in it, or {code}. Add it`,
        );
    }
    const text = {} as Record<Locale, ContextTexts>;
    for (const one of raw.contexts.filter((other) => other.folder === folder)) {
      text[one.locale] = one.data;
      checkTexts(one.file, data, one.data, report);
    }
    return { ...data, slug: folder, text };
  });
  const folders = new Set([...raw.contextFacts, ...raw.contexts].map(({ folder }) => folder));
  for (const { file, folder, data } of raw.contextFacts)
    for (const { id, of } of data.sections.flatMap(({ entries }) => entries))
      if (of !== undefined && (of === folder || !folders.has(of)))
        report(file, `entries.${id}.of`, `is ${of}; expected the folder of another context. Correct it, or remove it`);
  return contexts.sort(
    (left, right) =>
      CONTEXT_KINDS.indexOf(left.kind) - CONTEXT_KINDS.indexOf(right.kind) ||
      (left.name.toLowerCase() < right.name.toLowerCase() ? -1 : 1),
  );
}

/** Entries are anchors on their page and on /sip/reuse/, so no two of any context may be equal. */
function checkAnchors(file: string, { sections }: ContextFacts, anchors: Map<string, string>, report: Report): void {
  const own = new Set<string>();
  const take = (field: string, id: string) => {
    if (RESERVED_ANCHORS.includes(id))
      report(file, field, `is "${id}", which is a heading of every such page. Choose another`);
    if (own.has(id)) report(file, field, `is "${id}", which this file has twice. Rename one`);
    own.add(id);
  };
  for (const { id, entries } of sections) {
    take('sections.id', id);
    for (const entry of entries) {
      take('entries.id', entry.id);
      const other = anchors.get(entry.id);
      if (other && other !== file) report(file, 'entries.id', `is "${entry.id}", which ${other} has, too. Rename one`);
      anchors.set(entry.id, file);
    }
  }
}

/** @returns a problem per route that names a product which content/vendors/ lacks, or no code */
export const routeProblems = (
  contexts: readonly Context[],
  products: readonly string[],
  label: string,
): ContentProblem[] =>
  contexts.flatMap(({ slug, sections }) =>
    sections.flatMap(({ entries }) =>
      entries.flatMap(({ id, route }): ContentProblem[] => {
        const report = (field: string, message: string) => [
          { file: `${label}/contexts/${slug}/facts.yaml`, field: `entries.${id}.route${field}`, message },
        ];
        if (!route) return [];
        if (!products.includes(route.product))
          return report('.product', `is ${route.product}; expected one of ${products.join(', ')}. Correct it`);
        if (route.next === undefined && route.stops === undefined)
          return report('', 'names no code; expected next, stops or both. Add them, or remove route');
        if (route.next === 'rest' && route.stops === 'rest')
          return report('', 'has "rest" twice; expected codes in one of next and stops. Name them');
        return [];
      }),
    ),
  );

/** Every citation has its source, and every source is cited. */
function checkSources(file: string, data: ContextFacts, report: Report, checkSource: CheckSource): void {
  const used = new Set<string>();
  const keys = [...Object.keys(data.pages), ...Object.keys(data.repositories)];
  for (const { id, sources } of data.sections.flatMap(({ entries }) => entries))
    for (const text of sources) {
      const cited = citedIn(data, text);
      if (cited === null)
        report(
          file,
          `entries.${id}.sources`,
          `has "${text}"; expected a section such as "RFC 8606 §4", a key of pages, or "KEY: FILE:LINE" with a key of repositories${keys.length > 0 ? `: ${keys.join(', ')}` : ''}. Correct it, or add the source`,
        );
      else if (cited.kind === 'rfc') checkSource(file, `entries.${id}.sources`, cited.source);
      else used.add(cited.key);
    }
  for (const key of keys)
    if (!used.has(key)) report(file, 'pages', `has ${key}, which no entry cites. Cite it, or remove it`);
}

/** A heading for each section, a text for each entry, and none for what the facts lack. */
function checkTexts(file: string, facts: ContextFacts, texts: ContextTexts, report: Report): void {
  const wanted = {
    sections: facts.sections.map(({ id }) => id),
    entries: facts.sections.flatMap(({ entries }) => entries.map(({ id }) => id)),
  };
  for (const list of ['sections', 'entries'] as const) {
    for (const id of wanted[list])
      if (!(id in texts[list])) report(file, `${list}.${id}`, 'is missing; facts.yaml has it. Write its text');
    for (const id of Object.keys(texts[list]))
      if (!wanted[list].includes(id))
        report(file, `${list}.${id}`, 'is not in facts.yaml. Correct the spelling, or remove it');
  }
  const columns = facts.sections.flatMap((section) => section.columns ?? []);
  for (const key of columns)
    if (!(key in (texts.columns ?? {})))
      report(file, `columns.${key}`, 'is missing; facts.yaml has it. Write its heading');
  for (const { columns: own = [], entries } of facts.sections)
    for (const { id, cells } of entries) {
      const filled = Object.keys(texts.entries[id]?.cells ?? {});
      for (const key of filled)
        if (!own.includes(key))
          report(file, `entries.${id}.cells.${key}`, 'is no column of its section. Correct the key, or remove it');
      if (!cells) continue;
      if (!('text' in cells))
        report(
          file,
          `entries.${id}.cells.text`,
          'is missing in facts.yaml; expected the sources of the text. Add them',
        );
      for (const key of filled)
        if (!(key in cells))
          report(file, `entries.${id}.cells.${key}`, 'has no source; expected it in cells of facts.yaml. Add it');
      for (const key of Object.keys(cells))
        if (key !== 'text' && !filled.includes(key))
          report(file, `entries.${id}.cells.${key}`, 'is missing; facts.yaml has its source. Write the cell');
    }
}

/** The codes that a text of a context is about, by its field: those of its entry, or of all */
export function codesOfField(facts: ContextFacts | undefined, field: string): number[] {
  const [, id] = /^entries\.([^.]+)/.exec(field) ?? [];
  const entries = facts?.sections.flatMap((section) => section.entries) ?? [];
  return (id ? entries.filter((entry) => entry.id === id) : entries).flatMap(({ codes }) => codes);
}
