import type { APIRoute } from 'astro';
import { sitemaps } from '../site/sitemaps.ts';
import { absolute } from '../site/paths.ts';

// The index: one sitemap by kind of page and language.

export const GET: APIRoute = ({ site }) =>
  new Response(
    `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${sitemaps()
  .map(
    ({ name, entries }) =>
      `<sitemap><loc>${absolute(`/sitemap-${name}.xml`, site!)}</loc><lastmod>${entries
        .map((entry) => entry.updated)
        .sort()
        .at(-1)}</lastmod></sitemap>`,
  )
  .join('\n')}
</sitemapindex>
`,
    { headers: { 'Content-Type': 'application/xml' } },
  );
