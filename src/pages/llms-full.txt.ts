import type { APIRoute } from 'astro';
import { getEntry } from 'astro:content';
import { DEFAULT_LOCALE } from '../locales.ts';
import { markdownFiles } from '../site/markdown/markdown-files.ts';
import { withoutAddresses } from '../site/markdown/markdown-parts.ts';

// All pages that exist as Markdown, in English, as one file (llmstxt.org). Sources and other pages have their names
// alone: their addresses would be a third of it.

export const GET: APIRoute = async ({ site: origin }) => {
  const pages = await Promise.all(
    markdownFiles()
      .filter(({ locale }) => locale === DEFAULT_LOCALE)
      .map(async ({ locale, code, text }) => {
        const entry = code === undefined ? undefined : await getEntry(locale, String(code));
        return withoutAddresses(text({ locale, origin: origin!, together: true }, entry?.body?.trim() ?? ''), origin!);
      }),
  );
  return new Response(pages.join('\n'));
};
