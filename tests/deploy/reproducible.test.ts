import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { report } from '../site/site.ts';

// Two builds of the same files, in two folders, in two time zones, languages and years: the same bytes.

test.setTimeout(1_200_000);

/** @returns a copy of everything that belongs to the repository, without what builds leave behind */
function copy(folder: string): string {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { encoding: 'utf8' });
  for (const file of files.split('\0').filter((name) => name !== '')) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(file, join(folder, file));
  }
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
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
  } finally {
    if (!process.env.KEEP_BUILDS) rmSync(root, { recursive: true });
  }
});
