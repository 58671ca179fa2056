import type { APIRoute } from 'astro';
import { site } from '../site/data.ts';
import { messages } from '../i18n/index.ts';
import { absolute, apiPaths, paths } from '../site/paths.ts';
import { REFERENCE_PAGES } from '../site/reference-pages.ts';

// A map of the site for programs that read text (llmstxt.org).

export const GET: APIRoute = ({ site: origin }) => {
  const { ui } = messages('en');
  const { codes, comparisons } = site();
  const at = (path: string) => absolute(path, origin!);
  const link = (name: string, path: string, note = '') => `- [${name}](${at(path)})${note ? `: ${note}` : ''}`;
  return new Response(`# ${ui.siteName}

> ${ui.tagline}. ${codes.length} codes and ${comparisons.size} comparisons in English and Japanese, every fact with its RFC section. CC BY 4.0.

English pages are below ${at(paths.home('en'))}, Japanese ones below ${at(paths.home('ja'))}. A code is at ${at(paths.code('en', 487))}, a comparison at ${at(paths.pair('en', 302, 487))} with the lower code first, a Q.850 cause at ${at(paths.cause('en', 16))}.

## Pages

${link(ui.navCodes, paths.codes('en'))}
${link(ui.navCompare, paths.compare('en'))}
${REFERENCE_PAGES.map((page) => link(page.label.en, page.path('en'))).join('\n')}
${link(ui.navAbout, paths.about('en'))}
${link('日本語', paths.home('ja'))}

## Data

${link('codes.json', apiPaths.codes(), 'all codes with phrase, nature, summary and addresses')}
${link('codes.csv', apiPaths.csv(), 'the same as a table')}
${link('487.json', apiPaths.code(487), 'one code in full, in both languages; likewise for every code')}
${link('487/pairs.json', apiPaths.pairs(487), 'its comparisons; likewise for every code')}

## Codes

${codes.map((code) => link(`${code.number} ${code.phrase}`, paths.code('en', code.number), code.text.en.summary)).join('\n')}
`);
};
