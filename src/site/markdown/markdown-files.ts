import { LOCALES, type Locale } from '../../locales.ts';
import { site } from '../data.ts';
import { markdownPath, paths } from '../paths.ts';
import { codeMarkdown } from './markdown-code.ts';
import { contextMarkdown, pairMarkdown, symptomMarkdown } from './markdown-entries.ts';
import type { MarkdownContext } from './markdown-parts.ts';
import { productMarkdown } from './markdown-product.ts';

/** A page as Markdown, next to the page for people. */
export interface MarkdownFile {
  locale: Locale;
  /** `/sip/487.md` */
  path: string;
  /** The code whose entry has a text below its fields, which the text of the page includes. */
  code?: number;
  /** @param body that text, in MDX; empty without one */
  text: (context: MarkdownContext, body: string) => string;
}

/** All pages that exist as Markdown too: codes, settled comparisons, symptoms, contexts and products */
export function markdownFiles(): MarkdownFile[] {
  const all = site();
  const { codes, content, comparisons, vendors } = all;
  return LOCALES.flatMap((locale): MarkdownFile[] => [
    ...codes.map((code) => ({
      locale,
      path: markdownPath(paths.code(locale, code.number)),
      code: code.number,
      text: (context: MarkdownContext, body: string) => codeMarkdown(code, body, all, context),
    })),
    ...[...comparisons.values()]
      .filter(({ note }) => note !== null)
      .map((comparison) => ({
        locale,
        path: markdownPath(paths.pair(locale, comparison.a.number, comparison.b.number)),
        text: (context: MarkdownContext) => pairMarkdown(comparison, content, context),
      })),
    ...content.symptoms.map((symptom) => ({
      locale,
      path: markdownPath(paths.symptom(locale, symptom.name)),
      text: (context: MarkdownContext) => symptomMarkdown(symptom, all, context),
    })),
    ...content.contexts.map((of) => ({
      locale,
      path: markdownPath(paths.context(locale, of.slug)),
      text: (context: MarkdownContext) => contextMarkdown(of, context),
    })),
    ...vendors.map((vendor) => ({
      locale,
      path: markdownPath(paths.vendor(locale, vendor.id)),
      text: (context: MarkdownContext) => productMarkdown(vendor, all, context),
    })),
  ]);
}
