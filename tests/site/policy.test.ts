import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { policyOf } from '../../src/integrations/policy.ts';
import { BUILDS } from '../builds.ts';
import { report } from './site.ts';

// Every page as it was written, also after steps that follow Astro: one changed byte in a style would leave it without.

for (const build of Object.values(BUILDS))
  test(`every page of ${build.dir} begins with the policy that fits it`, () => {
    const pages = readdirSync(build.dir, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.html'),
    );
    const problems = pages.flatMap((name) => {
      const html = readFileSync(join(build.dir, name), 'utf8');
      const policy =
        /^<!DOCTYPE html><html[^>]*>\s*<head><meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(
          html,
        )?.[1];
      if (policy !== policyOf(html)) return [`${name}: ${policy ?? 'no policy'}`];
      // Browsers look for the encoding in the first 1,024 bytes (HTML, "Determining the character encoding").
      return html.indexOf('<meta charset="utf-8">') < 1000 &&
        !/unsafe-(inline|eval|hashes)'/.test(policy.replace('wasm-unsafe-eval', ''))
        ? []
        : [`${name}: encoding too late, or a policy that is not strict`];
    });
    expect(report(problems)).toBe('');
  });
