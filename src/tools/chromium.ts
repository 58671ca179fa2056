import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const INSTALLED = [
  process.env.CHROMIUM_PATH,
  // The same engine without the windows around it: a third of the work for each new context.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A Chromium that is installed, or undefined for Playwright's own */
export const chromiumPath = (): string | undefined => INSTALLED.find((path) => path && existsSync(path));

/** Containers have no sandbox and no network; without these flags Chromium spends its time on refused connections. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

// `node src/tools/chromium.ts` makes sure that there is one: installed, Playwright's, else Debian's package.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const japanese = () => {
    try {
      return execFileSync('fc-list', [':lang=ja'], { encoding: 'utf8' }).trim() !== '';
    } catch {
      return true;
    }
  };
  const debian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (!chromiumPath() && !existsSync(chromium.executablePath())) {
    if (debian) {
      execFileSync('apt-get', ['update', '-q'], { stdio: 'inherit' });
      execFileSync('apt-get', ['install', '-y', '-q', 'chromium-headless-shell', 'fonts-noto-cjk'], {
        stdio: 'inherit',
      });
    } else execFileSync('npx', ['playwright', 'install', '--with-deps', 'chromium'], { stdio: 'inherit' });
  } else if (debian && !japanese()) {
    execFileSync('apt-get', ['update', '-q'], { stdio: 'inherit' });
    execFileSync('apt-get', ['install', '-y', '-q', 'fonts-noto-cjk'], { stdio: 'inherit' });
  }
  console.log(`Chromium: ${chromiumPath() ?? chromium.executablePath()}`);
}
