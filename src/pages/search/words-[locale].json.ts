import type { APIRoute, GetStaticPaths } from 'astro';
import { site } from '../../site/data.ts';
import { LOCALES, type Locale } from '../../locales.ts';
import { wordsOf } from '../../site/search/searchable.ts';

export const getStaticPaths = (() =>
  LOCALES.map((locale) => ({ params: { locale }, props: { locale } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ locale: Locale }> = ({ props: { locale } }) =>
  Response.json(wordsOf(site().content, site().vendors, locale));
