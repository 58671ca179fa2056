import { z } from 'astro/zod';
import type { Code, Content } from './content.ts';
import { perLocale, type Locale } from '../locales.ts';
import { languageKeys, parseSource, sentence, type Source } from './fields.ts';

/** `content/reference/rfc-summaries.yaml`: what an RFC is about, in our own words. */
export const rfcSummariesSchema = z.array(z.strictObject({ number: z.number().int(), ...languageKeys(sentence) }));
export type RfcSummaries = z.output<typeof rfcSummariesSchema>;

/** A code and the sections of one RFC that speak of it, in the order of the sections. */
export interface CodeSections {
  code: Code;
  sources: Source[];
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

/** @returns RFCs that define a code, rule its use or change it */
export const rulingRfcs = (codes: Pick<Code, 'definedIn' | 'alsoIn' | 'updatedBy'>[]): Set<number> =>
  new Set(
    codes.flatMap(({ definedIn, alsoIn, updatedBy }) =>
      [definedIn, ...alsoIn, ...updatedBy].map((cited) => parseSource(cited).rfc),
    ),
  );

/** @returns -1, 0 or 1 as sections stand in the RFC: numbers by value, appendices last */
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
        // The section that gives the meaning stands first.
        defines: here
          .filter(defines)
          .map(({ code, sources }) => ({ code, sources: [...new Set([code.definedIn, ...sources])] })),
        cites: here.filter((one) => !defines(one)),
      };
    });
}

/** @returns summaries that are missing, left over or doubled, as field and message */
export function summaryProblems(
  { rfcs, 'rfc-summaries': summaries }: { rfcs: { number: number }[]; 'rfc-summaries': RfcSummaries },
  codes: Parameters<typeof rulingRfcs>[0],
): [field: string, message: string][] {
  const ruling = rulingRfcs(codes);
  const known = new Set(rfcs.map(({ number }) => number));
  const there = summaries.map(({ number }) => number);
  return [
    ...[...ruling]
      .filter((number) => known.has(number) && !there.includes(number))
      .map((number): [string, string] => [
        String(number),
        'is missing, but a code is defined, ruled or changed by it. Add what the RFC is about',
      ]),
    ...there
      .filter((number) => !ruling.has(number))
      .map((number): [string, string] => [String(number), 'is not needed: no code names it. Remove it']),
    ...there
      .filter((number, index) => there.indexOf(number) !== index)
      .map((number): [string, string] => [String(number), 'is listed twice. Remove one']),
  ];
}
