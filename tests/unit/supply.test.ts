import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from '@playwright/test';
import yaml from 'js-yaml';

// What comes from others: packages by version and checksum, actions by commit, from whatever registry a machine has.

interface Locked {
  lockfileVersion: number;
  packages: Record<string, { version?: string; resolved?: string; integrity?: string; inBundle?: boolean }>;
}
const locked = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Locked;
const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;

test('the lock file has a checksum of every package and the address of no registry', () => {
  expect(locked.lockfileVersion).toBe(3);
  const packages = Object.entries(locked.packages).filter(([path, one]) => path !== '' && !one.inBundle);
  expect(packages.length).toBeGreaterThan(500);
  for (const [path, { integrity, resolved }] of packages) {
    expect(integrity, path).toMatch(/^sha512-/);
    expect(resolved, path).toBeUndefined();
  }
  expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/registry\.|https?:\/\/[^"]*\.tgz/);
  // Without it `npm install` writes the addresses back.
  expect(readFileSync('.npmrc', 'utf8')).toMatch(/^omit-lockfile-registry-resolved=true$/m);
});

test('every package is asked for by its exact version', () => {
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    expect(locked.packages[`node_modules/${name}`]?.version, name).toBe(version);
  }
});

const WORKFLOWS = '.github/workflows';
interface Workflow {
  permissions?: Record<string, string>;
  jobs: Record<string, { steps: { uses?: string; run?: string }[]; 'timeout-minutes'?: number }>;
}
for (const file of readdirSync(WORKFLOWS)) {
  const text = readFileSync(join(WORKFLOWS, file), 'utf8');
  const workflow = yaml.load(text) as Workflow;

  test(`${file} takes each action by its commit and says which version that is`, () => {
    for (const line of text.split('\n').filter((one) => /\buses:/.test(one)))
      expect(line).toMatch(/uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test(`${file} may only read the repository, unless a line says what else`, () => {
    expect(workflow.permissions?.['contents']).toBe('read');
    // What somebody writes into a title or a branch must not become a command.
    for (const { steps } of Object.values(workflow.jobs))
      for (const { run } of steps) expect(run ?? '').not.toMatch(/\$\{\{\s*github\.(event|head_ref)/);
  });
}

test('updates come grouped and few', () => {
  const { updates } = yaml.load(readFileSync('.github/dependabot.yml', 'utf8')) as {
    updates: { 'package-ecosystem': string; groups: object; 'open-pull-requests-limit': number }[];
  };
  expect(updates.map((one) => one['package-ecosystem'])).toEqual(['npm', 'github-actions']);
  for (const one of updates) {
    expect(Object.keys(one.groups)).toHaveLength(1);
    expect(one['open-pull-requests-limit']).toBeLessThanOrEqual(2);
  }
});
