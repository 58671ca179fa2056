import { z } from 'astro/zod';
import type { Facts } from './code-facts.ts';
import { parseSource } from './citation.ts';
import { languageKeys, sentence } from './fields.ts';

/** `content/reference/rfc-summaries.yaml`: what an RFC is about, in our own words. */
export const rfcSummariesSchema = z.array(z.strictObject({ number: z.number().int(), ...languageKeys(sentence) }));
export type RfcSummaries = z.output<typeof rfcSummariesSchema>;

/** RFCs that define a code, rule its use or change it */
export const rulingRfcs = (codes: Pick<Facts, 'definedIn' | 'alsoIn' | 'updatedBy'>[]): Set<number> =>
  new Set(
    codes.flatMap(({ definedIn, alsoIn, updatedBy }) =>
      [definedIn, ...alsoIn, ...updatedBy].map((cited) => parseSource(cited).rfc),
    ),
  );

/**
 * Summaries that are missing, left over or doubled
 *
 * @param codes of which the facts are right
 * @param whole whether these are all codes; else nobody knows which summaries are left over
 * @returns field and message
 */
export function summaryProblems(
  { rfcs, 'rfc-summaries': summaries }: { rfcs: { number: number }[]; 'rfc-summaries': RfcSummaries },
  codes: Parameters<typeof rulingRfcs>[0],
  whole: boolean,
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
      .filter((number) => whole && !ruling.has(number))
      .map((number): [string, string] => [String(number), 'is not needed: no code names it. Remove it']),
    ...there
      .filter((number, index) => there.indexOf(number) !== index)
      .map((number): [string, string] => [String(number), 'is listed twice. Remove one']),
  ];
}
