import type { Content } from '../schema/content.ts';
import { citedIn, entriesOf, type Context } from '../schema/contexts.ts';
import { factSources, parseSource, source, type Source } from '../schema/index.ts';
import { codePlace, type Vendor } from '../schema/vendors.ts';

// What citations rest on, for `npm run drift`: sections of RFCs, what obsoletes an RFC, lines of source code.

/** Every citation of codes, notes, symptoms and contexts, once */
export function citationsOf(content: Content): Source[] {
  return [
    ...new Set([
      ...content.codes.flatMap((code) => factSources(code).map(([, cited]) => cited)),
      ...[...content.notes.values()].flatMap(({ sources }) => sources),
      ...entriesOf(content.contexts).flatMap(({ sources }) => sources.filter((one) => source.safeParse(one).success)),
      ...content.symptoms.flatMap(({ sources, causes }) => [...sources, ...causes.flat()]),
    ]),
  ];
}

/**
 * @param content with its citations
 * @param texts of RFCs, by number; those without a text are left out
 * @returns cited sections that the text lacks
 */
export function lostSections(content: Content, texts: Map<number, string>): string[] {
  return citationsOf(content).flatMap((cited) => {
    const { rfc, section } = parseSource(cited);
    const text = texts.get(rfc);
    if (text === undefined) return [];
    const heading = new RegExp(`^ {0,6}(?:Appendix )?${section.replaceAll('.', '\\.')}\\.?(?:\\s|$)`, 'm');
    return heading.test(text) ? [] : [`${cited}: RFC ${rfc} has no heading ${section}`];
  });
}

/** RFCs that the head of each text says it obsoletes, each with all that do: RFC 2543 has four */
export function obsoletedBy(texts: Map<number, string>): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const [number, text] of texts) {
    const head = text.slice(0, 3000);
    const match = /Obsoletes:((?:[ ,\n]*(?:RFC ?)?\d{3,4})+)/.exec(head);
    for (const [old] of match?.[1]?.matchAll(/\d{3,4}/g) ?? [])
      found.set(Number(old), [...(found.get(Number(old)) ?? []), number]);
  }
  return found;
}

/** Where the table of RFCs and what is known elsewhere differ about what is obsolete */
export const obsoleteDifferences = (content: Content, known: Map<number, number[]>): string[] =>
  content.reference.rfcs
    .filter(({ number, obsoletedBy: ours }) => known.has(number) && !known.get(number)!.includes(ours ?? 0))
    .map(
      ({ number, obsoletedBy: ours }) =>
        `RFC ${number} is obsoleted by RFC ${known.get(number)!.join(', RFC ')}; content/reference/rfcs.yaml says ${ours ?? 'nothing'}`,
    );

/** A source file of a product, with the last line that we cite. */
export interface CitedFile {
  /** Address of the text at the commit that was read. */
  raw: string;
  line: number;
}

/** Every source file that products and contexts cite, once */
export function citedFiles(vendors: Vendor[], contexts: readonly Context[]): CitedFile[] {
  const last = new Map<string, number>();
  const add = (url: string) => {
    const [page, line] = url.split('#L') as [string, string];
    const raw = page.replace('https://github.com/', 'https://raw.githubusercontent.com/').replace('/blob/', '/');
    last.set(raw, Math.max(last.get(raw) ?? 0, Number(line)));
  };
  for (const { context, sources } of entriesOf(contexts))
    for (const cited of sources.map((text) => citedIn(context, text))) if (cited?.kind === 'line') add(cited.url);
  for (const vendor of vendors)
    for (const place of [
      ...vendor.sends.map(({ source }) => source),
      ...[...vendor.through, ...vendor.behaviour].flatMap(({ sources }) => sources),
      ...(vendor.notSent ?? []).map(({ source }) => source),
    ])
      add(codePlace(vendor, place).url);
  return [...last].map(([raw, line]) => ({ raw, line }));
}
