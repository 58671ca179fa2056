import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { problemList, readContent, type Loaded } from '../schema/load.ts';
import type { Content } from '../schema/content.ts';
import { plainError } from '../settings.ts';

// The first step of `astro build` and `astro dev`: all problems of content/ in one list, then stop.

/** Content without problems. */
export type Checked = Loaded & { content: Content };

let checked: Checked | null = null;

/** The content of the build that is running, for the steps that follow its pages */
export function checkedContent(): Checked {
  if (!checked) throw new Error('checkedContent() is only for a build, after the integration checkContent()');
  return checked;
}

/** The integration that reads content/ and stops the command if anything in it is wrong */
export const checkContent = (): AstroIntegration => ({
  name: 'check-content',
  hooks: {
    'astro:config:setup': ({ command, config, isRestart, logger }) => {
      if (!['build', 'dev'].includes(command) || isRestart) return;
      const loaded = readContent(join(fileURLToPath(config.root), 'content'));
      const { content, problems } = loaded;
      if (!content) throw plainError(problemList(problems));
      checked = { ...loaded, content };
      logger.info('content/ is complete and consistent.');
    },
  },
});
