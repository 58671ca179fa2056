import type { APIRoute } from 'astro';
import { days, pageName } from '../../site/changes.ts';
import { localeRoutes } from '../../site/data.ts';
import { messages } from '../../i18n/index.ts';
import type { Locale } from '../../locales.ts';
import { absolute, paths, inLocale } from '../../site/paths.ts';

export const getStaticPaths = localeRoutes;

/** As many as a reader that comes by once a month needs. */
const LIMIT = 50;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

interface Entry {
  date: string;
  /** What no other entry has, whatever becomes of the site: part of its id (RFC 4151). */
  key: string;
  title: string;
  text: string;
  path: string;
}

function entries(locale: Locale): Entry[] {
  const words = messages(locale).api;
  return days().flatMap(({ date, entries, pages }) => [
    ...entries.map((entry, index) => ({
      date,
      // Counted from the oldest of the day, so that a later one changes no id.
      key: `${paths.changes(locale)}#${entries.length - index}`,
      title: `${words.changesLabel} ${date}`,
      text: entry[locale],
      path: `${paths.changes(locale)}#${date}`,
    })),
    ...pages.map((page) => ({
      date,
      key: inLocale(page, locale),
      title: pageName(page, locale),
      text: words.pageChanged(pageName(page, locale), date),
      path: inLocale(page, locale),
    })),
  ]);
}

export const GET: APIRoute<{ locale: Locale }> = ({ props: { locale }, site }) => {
  const { ui } = messages(locale);
  const at = (path: string) => escape(absolute(path, site!));
  const all = entries(locale).slice(0, LIMIT);
  const id = (date: string, key: string) => escape(`tag:${site!.host},${date}:${key}`);
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
<title>${escape(`${ui.siteName}${ui.colon}${messages(locale).api.changesLabel}`)}</title>
<id>${at(paths.feed(locale))}</id>
<link rel="self" type="application/atom+xml" href="${at(paths.feed(locale))}"/>
<link rel="alternate" type="text/html" href="${at(paths.changes(locale))}"/>
<updated>${all[0]!.date}T00:00:00Z</updated>
<author><name>${escape(ui.siteName)}</name></author>
${all
  .map(
    ({ date, key, title, text, path }) =>
      `<entry><title>${escape(title)}</title><id>${id(date, key)}</id><link href="${at(path)}"/>` +
      `<updated>${date}T00:00:00Z</updated><summary>${escape(text)}</summary></entry>`,
  )
  .join('\n')}
</feed>
`,
    { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } },
  );
};
