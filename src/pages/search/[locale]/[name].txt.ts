import type { APIRoute, GetStaticPaths } from 'astro';
import { site } from '../../../site/data.ts';
import { LOCALES } from '../../../locales.ts';
import { textsOf } from '../../../site/search/searchable.ts';

export const getStaticPaths = (() =>
  LOCALES.flatMap((locale) =>
    textsOf(site().content, site().vendors, locale).map(({ name, text }) => ({
      params: { locale, name },
      props: { text },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props: { text } }) =>
  new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
