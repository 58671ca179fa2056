import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { pageAddresses } from '../schema/addresses.ts';
import { problemList, readContent, type Loaded } from '../schema/load.ts';
import type { Content } from '../schema/content.ts';
import { plainError } from '../settings.ts';
import { readRedirects } from '../site/redirects.ts';

// The first step of `astro build` and `astro dev`: all problems of content/ in one list, then
// those of src/site/redirects.txt, then stop.

/** Content without problems. */
export type Checked = Loaded & { content: Content };

let checked: Checked | null = null;

/** The content of the build that is running, for the steps that follow its pages */
export function checkedContent(): Checked {
  if (!checked) throw new Error('checkedContent() is only for a build, after the integration checkContent()');
  return checked;
}

/** The integration that reads content/ and the redirects, and stops the command if anything in them is wrong */
export const checkContent = (): AstroIntegration => ({
  name: 'check-content',
  hooks: {
    'astro:config:setup': ({ command, config, isRestart, logger }) => {
      if (!['build', 'dev'].includes(command) || isRestart) return;
      const root = fileURLToPath(config.root);
      const loaded = readContent(join(root, 'content'));
      const { content, problems } = loaded;
      if (!content) throw plainError(problemList(problems));
      readRedirects(root, pageAddresses(content, loaded.vendors));
      checked = { ...loaded, content };
      logger.info('content/ is complete and consistent.');
    },
  },
});
