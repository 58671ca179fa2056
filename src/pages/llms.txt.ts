import type { APIRoute } from 'astro';
import { site } from '../site/data.ts';
import { messages } from '../i18n/index.ts';
import { DEFAULT_LOCALE, LOCALES, locales, otherLocales } from '../locales.ts';
import { contextName } from '../schema/contexts.ts';
import { absolute, apiPaths, markdownPath, paths } from '../site/paths.ts';
import { REFERENCE_PAGES } from '../site/reference-pages.ts';

// A map of the site for programs that read text (llmstxt.org), in English.

const language = DEFAULT_LOCALE;
const languages = new Intl.ListFormat(language).format(LOCALES.map((locale) => locales[locale].englishName));

/** A list of links under a heading */
const part = (heading: string, lines: string[]): string => `## ${heading}\n\n${lines.join('\n')}\n`;
const plain = (text: string): string => text.replaceAll('`', '');

export const GET: APIRoute = ({ site: origin }) => {
  const { ui, titles, symptoms, contexts, vendors } = messages(language);
  const all = site();
  const at = (path: string) => absolute(path, origin!);
  const link = (name: string, path: string, note = '') => `- [${name}](${at(path)})${note ? `: ${plain(note)}` : ''}`;
  const page = (name: string, path: string, note: string) => link(name, markdownPath(path), note);
  const settled = [...all.comparisons.values()].filter(({ note }) => note !== null);
  return new Response(
    [
      `# ${ui.siteName}

> ${ui.tagline}. ${all.codes.length} codes and ${all.comparisons.size} comparisons in ${languages}, every fact with its RFC section. CC BY 4.0.

${LOCALES.map((locale, place) => `${locales[locale].englishName} ${place === 0 ? 'pages are' : 'ones'} below ${at(paths.home(locale))}`).join(', ')}. A code is at ${at(paths.code(language, 487))}, a comparison at ${at(paths.pair(language, 302, 487))} with the lower code first, a Q.850 cause at ${at(paths.cause(language, 16))}. Pages of the kinds below exist as Markdown too, in every language: ${at(markdownPath(paths.code(otherLocales(language)[0] ?? language, 487)))}.
`,
      part(
        ui.navCodes,
        all.codes.map((code) =>
          page(`${code.number} ${code.phrase}`, paths.code(language, code.number), code.text[language].summary),
        ),
      ),
      part(
        symptoms.label,
        all.content.symptoms.map(({ name, text }) =>
          page(plain(text[language].title), paths.symptom(language, name), text[language].summary),
        ),
      ),
      part(
        vendors.label,
        all.vendors.map(({ id, name, summary }) => page(name, paths.vendor(language, id), summary[language])),
      ),
      part(
        contexts.label,
        all.content.contexts.map((one) =>
          page(contextName(one, language), paths.context(language, one.slug), one.text[language].summary),
        ),
      ),
      part(
        ui.navCompare,
        settled.map(({ a, b, note }) =>
          page(titles.pairShort(a, b), paths.pair(language, a.number, b.number), note!.text[language].verdict),
        ),
      ),
      part('Data', [
        link('index.json', apiPaths.index(), 'all files of the API, each with its schema'),
        link('openapi.json', apiPaths.openapi(), 'their description by OpenAPI'),
        link('codes.json', apiPaths.codes(), 'all codes with phrase, nature, summary and addresses'),
        link('codes.csv', apiPaths.csv(), 'the same as a table'),
        link('487.json', apiPaths.code(487), 'one code in full, in every language; likewise for every code'),
        link('487/pairs.json', apiPaths.pairs(487), 'its comparisons; likewise for every code'),
      ]),
      part('Optional', [
        link('llms-full.txt', '/llms-full.txt', 'the pages above as one file'),
        link(ui.navCodes, paths.codes(language)),
        link(ui.navCompare, paths.compare(language)),
        ...REFERENCE_PAGES.map((one) => link(one.label[language], one.path(language))),
        link(ui.navAbout, paths.about(language)),
        ...otherLocales(language).map((locale) => link(locales[locale].name, paths.home(locale))),
      ]),
    ].join('\n'),
  );
};
