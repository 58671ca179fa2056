import type { APIRoute, GetStaticPaths } from 'astro';
import { LOCALES } from '../locales.ts';
import { absolute } from '../site/paths.ts';
import { sitemaps, type Sitemap } from '../site/sitemaps.ts';

export const getStaticPaths = (() =>
  sitemaps().map((sitemap) => ({ params: { name: sitemap.name }, props: { sitemap } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ sitemap: Sitemap }> = ({ props: { sitemap }, site }) =>
  new Response(
    `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${sitemap.entries
  .map(
    ({ path, updated }) =>
      `<url><loc>${absolute(path[sitemap.locale], site!)}</loc><lastmod>${updated}</lastmod>${LOCALES.map(
        (locale) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${absolute(path[locale], site!)}"/>`,
      ).join('')}</url>`,
  )
  .join('\n')}
</urlset>
`,
    { headers: { 'Content-Type': 'application/xml' } },
  );
