import { readFileSync } from 'node:fs';

/** The icon of the site as an address: as a file it would be fetched before the first paint and delay it. */
export const ICON = `data:image/svg+xml,${readFileSync('public/favicon.svg', 'utf8')
  .trim()
  .replaceAll('"', "'")
  .replaceAll('#', '%23')}`;
