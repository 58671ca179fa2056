import { perLocale, type Locale } from '../../locales.ts';
import type { Code, Content } from '../../schema/content.ts';
import { parseSource, type Source } from '../../schema/index.ts';
import { rulingRfcs } from '../../schema/rfcs.ts';

/** A code and the sections of one RFC that speak of it, in the order of the sections. */
export interface CodeSections {
  code: Code;
  sources: Source[];
}

/** A section of an RFC and the codes that it speaks of. */
export interface SectionCodes {
  source: Source;
  codes: Code[];
}

/** What a page about an RFC shows. */
export interface RfcPage {
  number: number;
  title: string;
  obsoletedBy: number | null;
  /** RFCs of our list that this one obsoletes. */
  obsoletes: number[];
  summary: Record<Locale, string>;
  /** Codes whose meaning it gives. */
  defines: CodeSections[];
  /** Other codes whose entry cites it. */
  cites: CodeSections[];
}

/** -1, 0 or 1, by the order of the sections in the RFC: numbers by value, appendices last */
export function compareSections(left: Source, right: Source): number {
  const parts = (cited: Source) =>
    parseSource(cited)
      .section.split('.')
      .map((part) => (/^\d+$/.test(part) ? Number(part) : 1000 + part.charCodeAt(0)));
  const [one, other] = [parts(left), parts(right)];
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const difference = (one[index] ?? -1) - (other[index] ?? -1);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

/**
 * @param content codes and reference tables
 * @param citations all citations of a code (`factSources`)
 * @returns a page for each RFC that rules a code, in the order of the numbers
 */
export function rfcPages(
  { codes, reference }: Pick<Content, 'codes' | 'reference'>,
  citations: (code: Code) => Source[],
): RfcPage[] {
  const ruling = rulingRfcs(codes);
  const summaries = new Map(reference['rfc-summaries'].map((one) => [one.number, perLocale((locale) => one[locale])]));
  const cited = new Map(codes.map((code) => [code, [...new Set(citations(code))]]));
  return reference.rfcs
    .filter(({ number }) => ruling.has(number) && summaries.has(number))
    .map(({ number, title, obsoletedBy }) => {
      const here = codes.flatMap((code): CodeSections[] => {
        const sources = cited.get(code)!.filter((one) => parseSource(one).rfc === number);
        return sources.length > 0 ? [{ code, sources: sources.sort(compareSections) }] : [];
      });
      const defines = ({ code }: CodeSections) => parseSource(code.definedIn).rfc === number;
      return {
        number,
        title,
        obsoletedBy: obsoletedBy ?? null,
        obsoletes: reference.rfcs.filter((other) => other.obsoletedBy === number).map((other) => other.number),
        summary: summaries.get(number)!,
        // The section that gives the meaning comes first.
        defines: here
          .filter(defines)
          .map(({ code, sources }) => ({ code, sources: [...new Set([code.definedIn, ...sources])] })),
        cites: here.filter((one) => !defines(one)),
      };
    });
}

/** So many neighbouring sections, each the definition of one code, are one row. */
const DEFINITIONS = 3;

/** @returns the section around a section: `RFC 3261 §21.4` for `RFC 3261 §21.4.1` */
const around = (source: Source): Source => source.replace(/\.[^.§]*$/, '');

/**
 * Turns the list around, for readers who come with the RFC open.
 *
 * @param rows codes with their sections of one RFC
 * @returns the sections in their order, each with its codes in theirs; a chapter of definitions, such as §21.4, is one row
 */
export function codesBySection(rows: CodeSections[]): SectionCodes[] {
  const sections = new Map<Source, Code[]>();
  for (const { code, sources } of rows)
    for (const source of new Set(sources)) sections.set(source, [...(sections.get(source) ?? []), code]);
  const all = [...sections].map(([source, codes]) => ({ source, codes }));
  const defines = ({ source, codes }: SectionCodes) => codes.length === 1 && codes[0]!.definedIn === source;
  const chapters = [...Map.groupBy(all.filter(defines), ({ source }) => around(source))].filter(
    ([, group]) => group.length >= DEFINITIONS,
  );
  const merged = new Set<Source>(
    chapters.flatMap(([chapter, group]) => [chapter, ...group.map(({ source }) => source)]),
  );
  return [
    ...all.filter(({ source }) => !merged.has(source)),
    ...chapters.map(([source, group]) => ({
      source,
      codes: [...new Set([...(sections.get(source) ?? []), ...group.flatMap(({ codes }) => codes)])].sort(
        (left, right) => left.number - right.number,
      ),
    })),
  ].sort((left, right) => compareSections(left.source, right.source));
}
