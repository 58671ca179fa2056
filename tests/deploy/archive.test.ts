import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

// The archive, unpacked and behind the plainest server there is.

const port = Number(process.env.TEST_PORT ?? 4381) + 9;

test('the archive has the same bytes each time, and works from any static file server', async ({ page }) => {
  test.setTimeout(240_000);
  const pack = (env: Record<string, string>) => {
    execFileSync('npm', ['run', 'archive'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...env },
    });
    return createHash('sha256').update(readFileSync('dist.tar.gz')).digest('hex');
  };
  expect(pack({ TZ: 'Asia/Tokyo' })).toBe(pack({ TZ: 'UTC' }));
  const folder = mkdtempSync(join(tmpdir(), 'archive-'));
  execFileSync('tar', ['xzf', 'dist.tar.gz', '-C', folder]);
  const args = ['-m', 'http.server', String(port), '--bind', '127.0.0.1', '--directory', join(folder, 'sip-codes')];
  const server = spawn('python3', args, { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}/`;
  try {
    await expect
      .poll(
        () =>
          fetch(url).then(
            (answer) => answer.ok,
            () => false,
          ),
        { timeout: 20_000 },
      )
      .toBe(true);
    await page.goto(`${url}487/`);
    await expect(page).toHaveURL(`${url}sip/487/`);
    await page.getByRole('link', { name: '日本語' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('487');
    // Its scripts come after the paint.
    await page.waitForFunction(() => !document.querySelector('script[data-modules]'));
    await page.keyboard.press('/');
    await page.getByRole('combobox').fill('着信拒否');
    await expect(page.locator('#search-results[data-done] [role=option]').first()).toBeVisible();
  } finally {
    server.kill();
    rmSync(folder, { recursive: true });
  }
});
