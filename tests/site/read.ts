import { expect, test } from '@playwright/test';
import { BUILDS } from '../builds.ts';
import { sitePages } from './site.ts';

// Not a check: reads the builds before the checks start.

for (const build of Object.values(BUILDS))
  test(`every page of ${build.dir} can be read`, () => {
    expect(sitePages(build).length, `pages in ${build.dir}`).toBeGreaterThan(0);
  });
