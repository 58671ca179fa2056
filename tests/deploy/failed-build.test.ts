import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { MARK } from '../../src/integrations/output-check.ts';
import { copyCheckout } from './copy.ts';

test('a build that fails half-way leaves the last site and nothing else', () => {
  test.setTimeout(300_000);
  const root = copyCheckout(mkdtempSync(join(tmpdir(), 'failed-')));
  try {
    mkdirSync(join(root, 'dist'));
    writeFileSync(join(root, 'dist', MARK), '');
    writeFileSync(join(root, 'dist/index.html'), 'the last site');
    writeFileSync(
      join(root, 'src/pages/robots.txt.ts'),
      "export const GET = () => { throw new Error('half-way'); };\n",
    );
    const { status, stderr } = spawnSync('npm', ['run', 'build'], { cwd: root, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toContain('half-way');
    expect(readFileSync(join(root, 'dist/index.html'), 'utf8')).toBe('the last site');
    expect(readdirSync(root).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
    expect(existsSync(join(root, '.astro/build.lock'))).toBe(false);
  } finally {
    rmSync(root, { recursive: true });
  }
});
