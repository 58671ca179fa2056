import type { AstroIntegration } from 'astro';
import { plainError, settings, type Settings } from '../settings.ts';

// The flags of the command `astro` reach only what Astro makes; scripts, files for hosts and the service worker follow the
// settings. With both, one site would have two addresses.

/**
 * @param config of Astro, after its flags
 * @returns what differs from the settings, as sentences
 */
export function flagProblems(
  { site, base }: { site?: string | undefined; base: string },
  { siteUrl, basePath }: Pick<Settings, 'siteUrl' | 'basePath'>,
): string[] {
  const withSlash = `/${base}/`.replace(/\/+/g, '/');
  const origin = site && URL.canParse(site) && new URL(site).pathname === '/' ? new URL(site).origin : site;
  return [
    ...(withSlash === basePath
      ? []
      : [
          `--base is ${JSON.stringify(base)}, but BASE_PATH is ${basePath}; expected no such flag. Set BASE_PATH=${withSlash} instead`,
        ]),
    ...(origin === siteUrl
      ? []
      : [
          `--site is ${JSON.stringify(site)}, but SITE_URL is ${siteUrl}; expected no such flag. Set SITE_URL=${site ?? siteUrl} instead`,
        ]),
  ];
}

/** The integration that stops a command whose flags contradict the settings */
export const checkFlags = (): AstroIntegration => ({
  name: 'check-flags',
  hooks: {
    'astro:config:setup': ({ command, config }) => {
      const problems = ['build', 'dev'].includes(command) ? flagProblems(config, settings) : [];
      if (problems.length > 0) throw plainError(problems.join('\n'));
    },
  },
});
