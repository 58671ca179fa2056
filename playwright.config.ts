import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, chromiumPath } from './tests/chromium.ts';
import { BUILDS } from './tests/builds.ts';

// One runner, three levels: rules without a browser, the whole built site as text, journeys in a real browser.
export default defineConfig({
  testDir: 'tests',
  reporter: [['list', { printSteps: false }]],
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  projects: [
    { name: 'unit', testDir: 'tests/unit' },
    // Reads both builds at the same time and keeps what was read; after that the tests share one process.
    { name: 'read', testDir: 'tests/site', testMatch: 'read.ts', fullyParallel: true, timeout: 300_000 },
    { name: 'site', testDir: 'tests/site', workers: 1, timeout: 300_000, dependencies: ['read'] },
    {
      name: 'browser',
      testDir: 'tests/browser',
      timeout: 60_000,
      use: {
        baseURL: BUILDS.root.url,
        launchOptions: { executablePath: chromiumPath(), args: CHROMIUM_FLAGS },
      },
    },
  ],
  webServer: Object.values(BUILDS).map((build) => ({
    command: `node tests/serve.ts ${build.dir} ${build.base} ${build.port}`,
    url: build.url,
    reuseExistingServer: false,
  })),
});
