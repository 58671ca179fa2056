import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { expect } from '@playwright/test';
import { lock } from '../../../src/integrations/build-lock.ts';

// One build at a time has a lock, however many ask for it at once.

let root: string;
let file: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lock-'));
  file = join(root, 'new/build.lock');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** The number of a process that has ended. */
const ended = (): number => spawnSync(process.execPath, ['--eval', '0']).pid;

test('a second build says so; the lock of one that has ended is taken over', () => {
  const first = lock(file, 'here');
  expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`^${process.pid} `));
  writeFileSync(file, `${process.ppid} other`);
  expect(first.isOurs()).toBe(false);
  first.release();
  expect(() => lock(file, 'in this checkout')).toThrow(
    new RegExp(`^Another build \\(process ${process.ppid}\\) is running in this checkout\\. Wait`),
  );
  for (const left of [String(ended()), `${ended()} other`, '']) {
    writeFileSync(file, left);
    const next = lock(file, 'here');
    expect(next.isOurs()).toBe(true);
    next.release();
    expect(readdirSync(join(root, 'new'))).toEqual([]);
  }
});

test('a file that is no lock stays', () => {
  lock(file, 'here').release();
  writeFileSync(file, 'my notes');
  expect(() => lock(file, 'here')).toThrow(/build\.lock is no lock of a build/);
  expect(readFileSync(file, 'utf8')).toBe('my notes');
});

test('of many that ask at once for a lock whose process has ended, one gets it', async () => {
  lock(file, 'here').release();
  writeFileSync(file, `${ended()} other`);
  const module = JSON.stringify(new URL('../../../src/integrations/build-lock.ts', import.meta.url).href);
  // Each waits for the same file, asks, says what came of it and lives until its input ends.
  const code = `
    import { existsSync } from 'node:fs';
    const { lock } = await import(${module});
    console.log('ready');
    while (!existsSync(${JSON.stringify(join(root, 'start'))}));
    try { lock(${JSON.stringify(file)}, 'here'); console.log('got it'); } catch (error) { console.log(error.message); }
    process.stdin.resume();`;
  const processes = Array.from({ length: 4 }, () => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: 'pipe' });
    let said = '';
    child.stdout.on('data', (part: Buffer) => (said += part.toString()));
    const until = (lines: number) =>
      new Promise<string[]>((done, fail) => {
        const look = () => said.split('\n').length > lines && done(said.split('\n'));
        child.stdout.on('data', look);
        child.on('close', () => fail(new Error(said)));
        look();
      });
    return { child, until };
  });
  try {
    await Promise.all(processes.map(({ until }) => until(1)));
    writeFileSync(join(root, 'start'), '');
    const answers = (await Promise.all(processes.map(({ until }) => until(2)))).map((lines) => lines[1]!);
    expect(
      answers.filter((answer) => answer === 'got it'),
      answers.join('\n'),
    ).toHaveLength(1);
    expect(answers.filter((answer) => answer.startsWith('Another build'))).toHaveLength(3);
    expect(existsSync(file)).toBe(true);
  } finally {
    for (const { child } of processes) child.kill();
  }
});
