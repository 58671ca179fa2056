import { readFileSync } from 'node:fs';
import { settings } from '../../settings.ts';

/** What only a package of the registry can offer. */
const PUBLISHED = /<!-- published -->\n\n([^]*?)<!-- \/published -->\n\n/g;

/**
 * @param name of the package
 * @param published whether somebody owns the name
 * @returns the README of the package
 */
export const packageReadme = (name: string, published: boolean): string =>
  readFileSync('src/package/README.md', 'utf8')
    .replace(PUBLISHED, published ? '$1' : '')
    .replaceAll('PACKAGE', name)
    .replaceAll('SITE', settings.siteUrl + settings.basePath);
