import type { APIRoute, GetStaticPaths } from 'astro';
import { messages } from '../i18n/index.ts';
import { LOCALES, type Locale } from '../locales.ts';
import { absolute, paths } from '../site/paths.ts';

// With this a browser can search the site from its address bar (OpenSearch 1.1).

export const getStaticPaths = (() =>
  LOCALES.map((locale) => ({ params: { locale }, props: { locale } }))) satisfies GetStaticPaths;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export const GET: APIRoute<{ locale: Locale }> = ({ props: { locale }, site }) => {
  const { ui } = messages(locale);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escape(ui.searchName)}</ShortName>
  <Description>${escape(ui.searchLabel)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Language>${locale}</Language>
  <Image width="16" height="16" type="image/svg+xml">${escape(absolute('/favicon.svg', site!))}</Image>
  <Url type="text/html" template="${escape(absolute(paths.codes(locale), site!))}?q={searchTerms}"/>
</OpenSearchDescription>
`;
  return new Response(xml, { headers: { 'Content-Type': 'application/opensearchdescription+xml' } });
};
