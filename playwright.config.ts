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
    // Both read all of dist once; in one process they share what was read.
    { name: 'site', testDir: 'tests/site', workers: 1, timeout: 300_000 },
    {
      name: 'browser',
      testDir: 'tests/browser',
      timeout: 60_000,
      use: {
        baseURL: BUILDS.root.url,
        // Its requests would pass by page.route(); tests of the service worker allow it.
        serviceWorkers: 'block',
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
