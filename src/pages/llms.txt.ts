import type { APIRoute } from 'astro';
import { site } from '../site/data.ts';
import { messages } from '../i18n/index.ts';
import { DEFAULT_LOCALE, LOCALES, locales, otherLocales } from '../locales.ts';
import { absolute, apiPaths, paths } from '../site/paths.ts';
import { REFERENCE_PAGES } from '../site/reference-pages.ts';

// A map of the site for programs that read text (llmstxt.org), in English.

const language = DEFAULT_LOCALE;
const languages = new Intl.ListFormat(language).format(LOCALES.map((locale) => locales[locale].englishName));

export const GET: APIRoute = ({ site: origin }) => {
  const { ui } = messages(language);
  const { codes, comparisons } = site();
  const at = (path: string) => absolute(path, origin!);
  const link = (name: string, path: string, note = '') => `- [${name}](${at(path)})${note ? `: ${note}` : ''}`;
  return new Response(`# ${ui.siteName}

> ${ui.tagline}. ${codes.length} codes and ${comparisons.size} comparisons in ${languages}, every fact with its RFC section. CC BY 4.0.

${LOCALES.map((locale, place) => `${locales[locale].englishName} ${place === 0 ? 'pages are' : 'ones'} below ${at(paths.home(locale))}`).join(', ')}. A code is at ${at(paths.code(language, 487))}, a comparison at ${at(paths.pair(language, 302, 487))} with the lower code first, a Q.850 cause at ${at(paths.cause(language, 16))}.

## Pages

${link(ui.navCodes, paths.codes(language))}
${link(ui.navCompare, paths.compare(language))}
${REFERENCE_PAGES.map((page) => link(page.label[language], page.path(language))).join('\n')}
${link(ui.navAbout, paths.about(language))}
${otherLocales(language)
  .map((locale) => link(locales[locale].name, paths.home(locale)))
  .join('\n')}

## Data

${link('codes.json', apiPaths.codes(), 'all codes with phrase, nature, summary and addresses')}
${link('codes.csv', apiPaths.csv(), 'the same as a table')}
${link('487.json', apiPaths.code(487), 'one code in full, in every language; likewise for every code')}
${link('487/pairs.json', apiPaths.pairs(487), 'its comparisons; likewise for every code')}

## Codes

${codes.map((code) => link(`${code.number} ${code.phrase}`, paths.code(language, code.number), code.text[language].summary)).join('\n')}
`);
};
