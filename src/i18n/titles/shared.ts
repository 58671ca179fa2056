import type { Code } from '../../schema/content.ts';
import { leadingStep, type Comparison } from '../../model/compare/compare.ts';
import type { Finding, FindingKind } from '../../model/compare/findings.ts';
import { locales, type Locale } from '../../locales.ts';

/** Titles and headings of pages, and the words that a title needs. */
export interface Titles {
  /** `SIP 487 Request Terminated`, with the gloss in Japanese. */
  code: (code: Code) => string;
  /** For `<title>`: what a searcher wants to know. */
  codePage: (code: Code) => string;
  /** Heading of a comparison. */
  pair: (a: Code, b: Code) => string;
  pairPage: (comparison: Comparison) => string;
  pairShort: (a: Code, b: Code) => string;
  responseClass: (digit: number, title: string) => string;
  responseClassPage: (digit: number, title: string) => string;
  /** For `<title>` of a symptom: with the words that people add when they search, where there is room. */
  symptomPage: (title: string) => string;
  /** The same of a service, network or product. */
  contextPage: (title: string) => string;
}

/** Whether a finding says that both codes are treated alike: no topic for a title that announces differences */
const likeness = (finding: Finding): boolean =>
  (finding.kind === 'pstn-same' && !finding.location) ||
  (finding.kind === 'both-unknown-to-old' && finding.a.fallback === finding.b.fallback) ||
  (finding.kind === 'unknown-to-old' && finding.same);

/**
 * What the differences of a comparison are about: the step of its lead first. What the codes themselves are about is said
 * by their names.
 *
 * @param topic words of a language for each kind of finding
 */
export function topics(comparison: Comparison, topic: Record<FindingKind, string>): string[] {
  const step = leadingStep(comparison);
  const all = [...(step ? [step] : []), ...comparison.differences, ...comparison.network].filter(
    ({ kind }) => !['decision', 'reach', 'nature'].includes(kind),
  );
  const told = all.filter((finding) => !likeness(finding));
  return [...new Set((told.length > 0 ? told : all).map((finding) => topic[finding.kind]))];
}

const FULL_WIDTH = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6\u2026\u2192]/u;

/** How much room a title takes: characters, of which half-width ones count as the language says */
export const titleWidth = (title: string, locale: Locale): number =>
  [...title].reduce((sum, letter) => sum + (FULL_WIDTH.test(letter) ? 1 : locales[locale].narrow), 0);

/** Whether a title is shown whole */
export const titleFits = (title: string, locale: Locale): boolean =>
  titleWidth(title, locale) <= locales[locale].limits.title;

/** The first of some titles that fits, or the last */
export const firstFitting = (titles: string[], locale: Locale): string =>
  titles.find((title) => titleFits(title, locale)) ?? titles.at(-1)!;

/** Adds as many parts to the start of a title as fit into `limit` characters. */
export function fit(start: string, parts: string[], joint: string, limit: number): string {
  let title = start;
  for (const [index, part] of parts.slice(0, 3).entries()) {
    const longer = index === 0 ? title + part : title + joint + part;
    if ([...longer].length > limit) break;
    title = longer;
  }
  return title;
}
