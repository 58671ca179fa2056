import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CORE_SCHEMA, dump, load } from 'js-yaml';

// `npm run bench:build`: the whole build for this site and for made-up ones of twice and four times as many codes, each
// next to its floor: a plain script that writes as many files of the same sizes. Prints seconds per phase, seconds per
// thousand pages, peak memory. `-- 75` or `-- 75,150` chooses sizes; all sizes together take 13 GB in the folder for
// temporary files.

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const sizes = (process.argv[2] ?? '75,150,300').split(',').map(Number);
const PEAK = new URL('peak.ts', import.meta.url).href;

interface Registered {
  code: number;
  phrase: string;
}

const LANGUAGES = ['en.mdx', 'ja.mdx'] as const;

/** The entry with a name before every sentence, because no two may say the same; a summary keeps its length */
const numbered = (text: string, name: string): string =>
  text
    .replace(/(?<=^summary: ")[^"]{70,}/m, (summary) => summary.slice(name.length + 2))
    .replace(/^(\s*(?:- |\w+: ))"(?=.*"$)/gm, `$1"${name}: `);

/** Gives every pair of copies the note that the pair of their originals has, and a note to two copies of one code. */
function writeNotes(folder: string, families: Map<number, number[]>): void {
  const pairs = readdirSync(folder).map((key) => key.split('-vs-').map(Number) as [number, number]);
  for (const [one, other] of [...pairs, ...[...families.keys()].map((code): [number, number] => [code, code])])
    for (const a of families.get(one)!)
      for (const b of families.get(other)!) {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        const to = join(folder, `${less}-vs-${more}`);
        if (a === b || existsSync(to)) continue;
        const from = join(folder, `${one}-vs-${other}`);
        // Two copies of one code have no note to copy: any will do.
        cpSync(one === other ? join(folder, '480-vs-486') : from, to, { recursive: true });
        for (const language of LANGUAGES) {
          const text = readFileSync(join(to, language), 'utf8');
          writeFileSync(join(to, language), numbered(text, `X${less}X${more}`));
        }
      }
}

/** Copies entries to free numbers of their class until there are as many as wanted. */
function multiply(content: string, wanted: number): void {
  const file = join(content, 'reference/registry.yaml');
  const registry = load(readFileSync(file, 'utf8'), { schema: CORE_SCHEMA }) as { codes: Registered[] };
  const originals = [...registry.codes];
  // What others made up has a table of its own, and products are quoted with it.
  const unregistered = load(readFileSync(join(content, 'reference/unregistered.yaml'), 'utf8')) as { code: number }[];
  const taken = new Set([...originals, ...unregistered].map(({ code }) => code));
  const families = new Map(originals.map(({ code }) => [code, [code]]));
  for (let at = 0; registry.codes.length < wanted; at += 1) {
    const { code, phrase } = originals[at % originals.length]!;
    const first = Math.floor(code / 100) * 100;
    const free = Array.from({ length: 100 }, (_, number) => first + number).find((number) => !taken.has(number));
    // A class is full before the others: its codes are passed over.
    if (free === undefined) continue;
    taken.add(free);
    const [from, to] = [join(content, 'codes', String(code)), join(content, 'codes', String(free))];
    cpSync(from, to, { recursive: true });
    const facts = readFileSync(join(to, 'facts.yaml'), 'utf8');
    const name = `X${free} ${phrase}`;
    writeFileSync(
      join(to, 'facts.yaml'),
      facts
        .replace(/^code: \d+/m, `code: ${free}`)
        .replace(/^phrase: /m, `$&X${free} `)
        .replace(/^ladder:[^]*?(?=^\w|(?![^]))/m, (ladder) => ladder.replaceAll(` ${code} `, ` ${free} `)),
    );
    for (const language of LANGUAGES) {
      const text = readFileSync(join(to, language), 'utf8');
      writeFileSync(join(to, language), numbered(text, `X${free}`));
    }
    families.get(code)!.push(free);
    registry.codes.push({ ...originals[at % originals.length]!, code: free, phrase: name });
  }
  writeNotes(join(content, 'comparisons'), families);
  registry.codes.sort((one, other) => one.code - other.code);
  // Dates stay the text that they are.
  writeFileSync(file, dump(registry, { schema: CORE_SCHEMA }));
}

/** Seconds of a plain script that writes as many files of the same sizes */
function floor(dist: string, to: string): number {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(dist, name)).isFile(),
  );
  const sized = files.map((name) => ({ name, size: statSync(join(dist, name)).size }));
  const text = 'x'.repeat(sized.reduce((most, { size }) => Math.max(most, size), 0));
  const began = performance.now();
  for (const folder of new Set(sized.map(({ name }) => dirname(name))))
    mkdirSync(join(to, folder), { recursive: true });
  for (const { name, size } of sized) writeFileSync(join(to, name), text.slice(0, size));
  return (performance.now() - began) / 1000;
}

// Removed when all is measured: for five minutes ext4 makes a wide way around deleted files (recently_deleted() in its
// ialloc.c), and the next size would be slower by a fifth.
const folders: string[] = [];
try {
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'sip-codes-'));
    folders.push(folder);
    for (const name of ['src', 'content', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
      cpSync(join(ROOT, name), join(folder, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    if (size > 75) multiply(join(folder, 'content'), size);
    const peaks = join(folder, 'peaks.txt');
    const began = performance.now();
    const { stdout, stderr, status } = spawnSync(process.execPath, ['node_modules/.bin/astro', 'build'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1e9,
      env: { ...process.env, PEAK_FILE: peaks, NODE_OPTIONS: `--import ${PEAK}` },
    });
    if (status !== 0) throw new Error(`The build of ${size} codes failed:\n${(stdout + stderr).slice(-4000)}`);
    const seconds = (performance.now() - began) / 1000;
    const dist = join(folder, 'dist');
    const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.html'),
    ).length;
    const bare = floor(dist, join(folder, 'floor'));
    const most = readFileSync(peaks, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(' ') as [string, string]);
    const [what, peak] = most.sort((one, other) => Number(other[1]) - Number(one[1]))[0]!;
    console.log(
      `${size} codes: ${pages} pages, ${seconds.toFixed(1)} s, ${((1000 * seconds) / pages).toFixed(2)} ms a page; ` +
        `floor ${bare.toFixed(1)} s, ${(seconds / bare).toFixed(1)} times; peak ${peak} MiB (${what})`,
    );
  }
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
