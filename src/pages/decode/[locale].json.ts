import type { APIRoute, GetStaticPaths } from 'astro';
import { LOCALES, type Locale } from '../../locales.ts';
import { decodeNames } from '../../site/decode-names.ts';

export const getStaticPaths = (() =>
  LOCALES.map((locale) => ({ params: { locale }, props: { locale } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ locale: Locale }> = ({ props: { locale } }) => Response.json(decodeNames(locale));
