import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// `npm run licences` holds docs/licences.md against package-lock.json and looks for licences that nobody has judged.
// `npm run licences -- --write` writes the list anew.

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const LIST = at('docs/licences.md');

/** They ask for no more than that the notice stays with the package, which it does in node_modules. */
const FREE = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Python-2.0',
  'WTFPL',
  'Zlib',
];

/** What asks for more, or says nothing, with the reason why it may be used. Nothing of these reaches the built site. */
const JUDGED: Record<string, string> = {
  'MPL-2.0': 'asks for the source of changed files only; used as published, to build and to test.',
  'LGPL-3.0-or-later':
    'libvips of sharp, which draws the link previews while the site is built; used as published, and not part of the site.',
  'CC-BY-3.0': 'data about licence names inside a tool of the tests.',
  'CC BY-SA 4.0': 'a word list inside a tool of the tests.',
  'OFL-1.1':
    'asks that the font is not sold by itself; the build draws link previews with it, and the site has no font.',
  none: 'format 0.2.2 names its licence, MIT, in its readme only.',
};

/** A package as the lock has it. */
export interface Package {
  name: string;
  version: string;
  licence: string;
}

interface Lock {
  packages: Record<string, { version?: string; license?: string; link?: boolean }>;
}

/** Every package of a lock once per version, by name */
export function packagesOf(lock: Lock): Package[] {
  const all = new Map<string, Package>();
  for (const [path, { version, license, link }] of Object.entries(lock.packages)) {
    if (path === '' || link || !version) continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    all.set(`${name} ${version}`, { name, version, licence: license ?? 'none' });
  }
  return [...all.values()].sort((one, other) =>
    `${one.name} ${one.version}` < `${other.name} ${other.version}` ? -1 : 1,
  );
}

/** Licences of an expression such as `(MIT OR CC0-1.0)`, each alone */
const parts = (licence: string): string[] => licence.replace(/[()]/g, '').split(/ (?:AND|OR) /);

/** Packages whose licence nobody has judged, as sentences */
export const unjudged = (packages: Package[]): string[] =>
  packages
    .filter(({ licence }) => parts(licence).some((one) => !FREE.includes(one) && !(one in JUDGED)))
    .map(
      ({ name, version, licence }) =>
        `${name} ${version} has the licence ${licence}. Judge it: use another package, or give the reason in src/tools/licences.ts`,
    );

/** The list as Markdown, packages by licence */
export function licenceList(packages: Package[]): string {
  const licences = [...new Set(packages.map(({ licence }) => licence))].sort();
  const sections = licences.map((licence) => {
    const reasons = parts(licence).flatMap((one) => (one in JUDGED ? [`${one}: ${JUDGED[one]!}`] : []));
    const names = packages.filter((one) => one.licence === licence).map(({ name, version }) => `${name} ${version}`);
    return [`## ${licence} (${names.length})`, ...reasons, names.join(', ')].join('\n\n');
  });
  return `# Licences of dependencies

Written by \`npm run licences -- --write\` from package-lock.json. All of them are tools that build or test the site. What a
reader gets is our own code and text, and Pagefind's search engine (MIT).

${sections.join('\n\n')}
`;
}

/** What is wrong with the list as committed; empty if nothing is */
export function licenceProblems(): string[] {
  const packages = packagesOf(JSON.parse(readFileSync(at('package-lock.json'), 'utf8')) as Lock);
  const there = existsSync(LIST) ? readFileSync(LIST, 'utf8') : '';
  return [
    ...unjudged(packages),
    ...(there === licenceList(packages)
      ? []
      : ['docs/licences.md differs from package-lock.json. Run `npm run licences -- --write`']),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--write'))
    writeFileSync(LIST, licenceList(packagesOf(JSON.parse(readFileSync(at('package-lock.json'), 'utf8')) as Lock)));
  const problems = licenceProblems();
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exit(1);
  console.log('Licences: every package has one that somebody judged; docs/licences.md lists them.');
}
