import { existsSync } from 'node:fs';
import { defineConfig, devices, firefox, webkit } from '@playwright/test';
import { CHROMIUM_FLAGS, chromiumPath } from './src/tools/chromium.ts';
import { BUILDS } from './tests/builds.ts';

// The journeys in the other engines too, where `npx playwright install firefox webkit` has been run. What is particular to
// Chromium there: how it fetches pages ahead, and the tests of search quality, which ask the index and not the browser.
const others = Object.entries({ firefox, webkit })
  .filter(([, browser]) => existsSync(browser.executablePath()))
  .map(([name]) => ({
    name,
    testDir: 'tests/browser',
    testIgnore: /japanese/,
    timeout: 60_000,
    use: {
      ...devices[name === 'firefox' ? 'Desktop Firefox' : 'Desktop Safari'],
      baseURL: BUILDS.root.url,
      serviceWorkers: 'block' as const,
    },
  }));

// Two levels: the whole built site as text, journeys in a real browser. Unit tests run by `node --test` (npm run test:unit).
export default defineConfig({
  testDir: 'tests',
  reporter: [['list', { printSteps: false }]],
  workers: 2,
  // How fast pages are is for the benchmarks; a busy machine is no fault.
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI !== undefined,
  projects: [
    // In one process, which reads every page once; first, so that the other process does the rest meanwhile
    // (npm run test:pages).
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
    ...others,
  ],
  webServer: Object.values(BUILDS).map((build) => ({
    command: `node tests/serve.ts ${build.dir} ${build.base} ${build.port}`,
    url: build.url,
    reuseExistingServer: false,
  })),
});
