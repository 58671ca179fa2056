import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { LOCALES } from '../../src/locales.ts';
import { buildPackage } from '../../src/tools/package/build-package.ts';

// `npm run test:package`: makes the package, packs it, installs it in an empty project, and runs every example of its README
// there, by the Node of this machine. No network: the package has no dependencies.

/** Of the core in one language: what a page has to load, minified and compressed. */
const LIMIT = 150 * 1024;
/** What Node 20 lacks. */
const TOO_NEW = /\b(?:Map|Object)\.groupBy\b|Promise\.withResolvers|Array\.fromAsync|RegExp\.escape|Iterator\.from/;
const CAPTURE = 'tests/fixtures/decoder/captures/183-then-480-q850-21.pcap';

const folder = mkdtempSync(join(tmpdir(), 'sip-package-'));
const [made, project] = [join(folder, 'made'), join(folder, 'project')];

/** @returns the text of a file of the package */
const text = (file: string): string => readFileSync(join(made, file), 'utf8');

/** @returns a module and all that it loads at once */
function loadedBy(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, other] of text(file).matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)) loadedBy(other!, found);
  return found;
}

/** Runs a command in the project by the Node that `PATH` of the machine has, not that of the site's packages. */
function run(command: string, args: string[], cwd = project): string {
  const path = process.env['PATH']!.split(':').filter((one) => !one.includes('node_modules/'));
  const env = { ...process.env, PATH: [join(project, 'node_modules/.bin'), ...path].join(':') };
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${[command, ...args].join(' ')}: ${error?.message ?? ''}${stdout}${stderr}`);
  return stdout;
}

try {
  await buildPackage(made);
  const files = readdirSync(made);
  for (const file of files.filter((one) => one.endsWith('.js'))) expect(text(file)).not.toMatch(TOO_NEW);
  for (const locale of LOCALES) {
    const size = [...loadedBy(`${locale}.js`)].reduce(
      (sum, file) => sum + gzipSync(text(file), { level: 9 }).length,
      0,
    );
    console.log(`Core in ${locale}: ${size} of ${LIMIT} bytes, minified and compressed.`);
    expect(size).toBeLessThanOrEqual(LIMIT);
  }

  const { name, dependencies } = JSON.parse(text('package.json')) as { name: string; dependencies?: object };
  expect(dependencies).toBe(undefined);
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: made,
    encoding: 'utf8',
  });
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{ "name": "empty", "private": true, "type": "module" }\n');
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', join(folder, packed.trim().split('\n').at(-1)!)]);
  console.log(`${name} is installed; Node ${run('node', ['--version']).trim()}.`);

  copyFileSync(CAPTURE, join(project, 'trace.pcap'));
  const examples = [...text('README.md').matchAll(/```(js|sh)\n([^]*?)```/g)];
  expect(examples.length).toBeGreaterThan(3);
  for (const [index, [, language, code]] of examples.entries())
    if (language === 'js') {
      const file = `example-${index}.js`;
      // A comment behind an expression says what it is: a value is compared, words are for readers.
      const checked = code!.replace(
        /^(.+); \/\/ (null|\d+|\{.*\})(?=$|:| \()/gm,
        (_, given: string, value: string) => `assert.deepEqual(${given}, ${value}); //`,
      );
      writeFileSync(join(project, file), `import assert from 'node:assert/strict';\n${checked}`);
      run('node', [file]);
      writeFileSync(join(project, file.replace('.js', '.ts')), code!);
    } else for (const line of code!.trim().split('\n')) expect(run('sh', ['-c', line]).length).toBeGreaterThan(100);
  console.log(`${examples.length} examples of the README run.`);

  // The types are those of the functions, and fit the examples, for users who check theirs as strictly as can be.
  writeFileSync(
    join(project, 'types.ts'),
    `import { compare, describe, type Comparison } from '${name}';
import { describe as core } from '${name}/ja';
import { details } from '${name}/ja/details';
import { decode } from '${name}/decode';
const found: Comparison | null = compare(302, 487, 'ja');
const texts: (string | undefined)[] = [describe(487)?.message ?? '', found?.lead[0]?.text, core(486)?.summary];
const trace = await decode('', { redact: true });
// @ts-expect-error the core has no messages
core(486)?.message;
console.log(texts, details(486)?.askFor, trace.conversations.length);
`,
  );
  const tsc = join(process.cwd(), 'node_modules/typescript/bin/tsc');
  const strict = { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noEmit: true };
  const machine = { module: 'nodenext', target: 'es2022', lib: ['es2022', 'dom'] };
  const node = { types: ['node'], typeRoots: [join(process.cwd(), 'node_modules/@types')] };
  writeFileSync(
    join(project, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { ...strict, ...machine, ...node }, include: ['*.ts'] }),
  );
  run('node', [tsc, '--project', 'tsconfig.json']);
  console.log('The types fit.');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
