import type { APIRoute, GetStaticPaths } from 'astro';
import { site } from '../../data.ts';
import { speak } from '../../i18n/index.ts';
import { LOCALES, type Locale } from '../../model/content.ts';
import { href, paths } from '../../paths.ts';

// What the search dialog needs to answer numbers, pairs and phrases without the engine: one small file per language.

export const getStaticPaths = (() =>
  LOCALES.map((locale) => ({ params: { locale }, props: { locale } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ locale: Locale }> = ({ props: { locale } }) => {
  const { content, codes } = site();
  const { titles } = speak(locale);
  return new Response(
    JSON.stringify({
      sip: href(paths.codes(locale)),
      classes: content.reference.classes.map((group) => [
        titles.responseClass(group.digit, group.title[locale]),
        group.unknown[locale],
      ]),
      codes: codes.map((code) => [
        code.number,
        code.phrase,
        locale === 'ja' ? code.text.ja.gloss : '',
        code.text[locale].summary.replaceAll('`', ''),
      ]),
    }),
    { headers: { 'Content-Type': 'application/json' } },
  );
};
