import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LOCALES, locales } from '../locales.ts';
import { pageAddresses } from '../schema/addresses.ts';
import { readContent } from '../schema/load.ts';
import { readRedirects, seenByHosts, type Redirect } from '../site/redirects.ts';

// `npm run redirects`: whether deploy/nginx.conf and deploy/Caddyfile have the addresses of src/site/redirects.txt, between the
// two lines that mark their place; `-- --write` writes them there.

/** The languages that have a prefix, as alternatives. */
const PREFIXES = LOCALES.map((locale) => locales[locale].prefix)
  .filter(Boolean)
  .join('|');

/** A path as a regular expression, with or without "/" at its end; `language` is the name of the group in front of a page. */
function pattern(from: string, language = ''): string {
  const plain = from.replace(/\/$/, '').replaceAll('.', '\\.');
  return from.endsWith('/') ? `(${language}${PREFIXES})?${plain}/?` : plain;
}

/** The lines of the map in deploy/nginx.conf, from base path and address to the new address */
export const nginxRules = (redirects: Redirect[]): string[] =>
  seenByHosts(redirects).map(({ from, to }) => {
    const page = from.endsWith('/');
    return `"~^(?<sip_at>[^:]*):\\k<sip_at>${pattern(from, '?<sip_in>')}$" $sip_at${page ? '$sip_in' : ''}${to};`;
  });

/** The lines of deploy/Caddyfile, two for each redirect */
export const caddyRules = (redirects: Redirect[]): string[] =>
  seenByHosts(redirects).flatMap(({ from, to }, index) => {
    const name = `moved_${index + 1}`;
    const language = from.endsWith('/') ? `{re.${name}.1}` : '';
    return [
      `@${name} path_regexp ${name} ^{$BASE_PATH}${pattern(from)}$`,
      `redir @${name} {$BASE_PATH}${language}${to} 301`,
    ];
  });

const PLACE = /(# Addresses that moved[^\n]*\n)[^]*?([ \t]*# End of the addresses that moved\.)/;

/**
 * @param text a configuration with the lines "# Addresses that moved" and "# End of the addresses that moved."
 * @param rules what goes between them
 * @returns the configuration with these rules and no others there
 * @throws Error if the configuration has no such place
 */
export function withRules(text: string, rules: string[]): string {
  const place = PLACE.exec(text);
  if (!place)
    throw new Error('The lines "# Addresses that moved" and "# End of the addresses that moved." are missing');
  const indent = /^[ \t]*/.exec(place[2]!)![0];
  return text.replace(PLACE, (_, start: string, end: string) =>
    [start, ...rules.map((rule) => `${indent}${rule}\n`), end].join(''),
  );
}

/** The configurations, and what makes their rules. */
export const CONFIGURATIONS = { 'deploy/nginx.conf': nginxRules, 'deploy/Caddyfile': caddyRules };

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { content, vendors } = readContent('content');
  const redirects = readRedirects(process.cwd(), content ? pageAddresses(content, vendors) : undefined);
  for (const [file, rulesOf] of Object.entries(CONFIGURATIONS)) {
    const text = readFileSync(file, 'utf8');
    const wanted = withRules(text, rulesOf(redirects));
    if (process.argv.includes('--write')) writeFileSync(file, wanted);
    else if (text !== wanted) {
      console.error(`${file} lacks redirects of src/site/redirects.txt. Run npm run redirects -- --write`);
      process.exitCode = 1;
    }
  }
}
