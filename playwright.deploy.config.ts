import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, chromiumPath } from './src/tools/chromium.ts';

// `npm run test:deploy`: real hosts, load, archive and double build. One after another, so that the load is measured alone.
export default defineConfig({
  testDir: 'tests/deploy',
  reporter: [['list', { printSteps: false }]],
  workers: 1,
  timeout: 60_000,
  forbidOnly: process.env.CI !== undefined,
  projects: [
    { name: 'deploy', testIgnore: 'pseudo-language.test.ts' },
    // `npm run test:languages`.
    { name: 'languages', testMatch: 'pseudo-language.test.ts' },
  ],
  use: { launchOptions: { executablePath: chromiumPath(), args: CHROMIUM_FLAGS } },
});
