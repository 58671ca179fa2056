import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { report } from '../site/site.ts';
import { copyCheckout } from './copy.ts';

// Two builds of the same files, in two folders, in two time zones, languages and years: the same bytes. In both an address
// has moved, to see it in a whole site.

test.setTimeout(1_200_000);

/** A copy of the repository in which an address has moved */
function copy(folder: string): string {
  copyCheckout(folder);
  appendFileSync(join(folder, 'src/site/redirects.txt'), '/old-page/ /about/\n');
  return folder;
}

function built(folder: string, env: Record<string, string>): Map<string, string> {
  execFileSync('npm', ['run', 'build'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, SITE_URL: 'https://sip-codes.example', BASE_PATH: '/', OUT_DIR: 'dist', ...env },
  });
  const dist = join(folder, 'dist');
  return new Map(
    readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(dist, name)).isFile())
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(dist, name)))
          .digest('hex'),
      ]),
  );
}

test('two builds of one commit are equal byte for byte', () => {
  const root = mkdtempSync(join(tmpdir(), 'twice-'));
  try {
    const clock = `--import=${pathToFileURL(resolve('tests/deploy/fake-clock.mjs')).href}`;
    const one = built(copy(join(root, 'one')), { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' });
    const two = built(copy(join(root, 'another place', 'of-another-length')), {
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${clock}`.trim(),
      FAKE_DAYS: '400',
    });
    expect(one.size).toBeGreaterThan(7000);
    const problems = [...new Set([...one.keys(), ...two.keys()])]
      .filter((name) => one.get(name) !== two.get(name))
      .map(
        (name) =>
          `${name}: ${!one.has(name) ? 'only in the second' : !two.has(name) ? 'only in the first' : 'differs'}`,
      );
    expect(report(problems)).toBe('');

    const read = (name: string) => readFileSync(join(root, 'one/dist', name), 'utf8');
    for (const prefix of ['', 'ja/']) {
      expect(read(`${prefix}old-page/index.html`)).toContain(`content="0; url=/${prefix}about/"`);
      expect(read('_redirects')).toContain(`/${prefix}old-page/ /${prefix}about/ 301\n`);
    }
    expect(read('404.html')).toContain('data-moved="{&quot;/old-page/&quot;:&quot;/about/&quot;');
  } finally {
    if (!process.env.KEEP_BUILDS) rmSync(root, { recursive: true });
  }
});
