import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeIndex } from '../site/search/pagefind-index.ts';
import { checkedContent } from './check-content.ts';

/** The integration that writes the search index of a build, from its content and its finished pages */
export const searchIndex = (): AstroIntegration => ({
  name: 'search-index',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      logger.info(`${await writeIndex(checkedContent().content, fileURLToPath(dir))} records`);
    },
  },
});
