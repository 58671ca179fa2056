import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import yaml from 'js-yaml';
import type { LocaleRow } from '../locales.ts';
import { pseudoMdx, pseudoTable } from './pseudo-content.ts';

// `npm run pseudo-language -- FOLDER`: a copy of the repository with one language more, which is English in brackets and with
// accents (pseudo-text.ts). The language is one row of src/locales.ts and new files: `git status` in the copy shows it, and
// tests/deploy/pseudo-language.test.ts looks in the built copy for texts without brackets.

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LOCALE = 'qps';

/** Its texts are longer than English ones, so all limits are twice as high. */
const ROW: LocaleRow = {
  name: '【Pséúdó】',
  englishName: 'Pseudo-English',
  prefix: `/${LOCALE}`,
  ogLocale: LOCALE,
  sentenceJoint: ' ',
  listJoint: ', ',
  sentenceEnd: /(?<=】) (?=【)/,
  fullStop: /[.?!]】$/,
  cutWord: /[\s,;:(]+\S*$/,
  inflected: false,
  script: /【/,
  previewFont: '@fontsource/biz-udpgothic/files/biz-udpgothic-japanese-700-normal.woff2',
  phraseBreaks: false,
  narrow: 1,
  limits: {
    title: 130,
    symptomTitle: 112,
    summary: 320,
    description: 316,
    means: 140,
    excerpts: [800, 440],
    gloss: null,
  },
};

/** A value of the row as source text */
function source(value: unknown): string {
  if (value instanceof RegExp) return String(value);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, child]) => `${key}: ${source(child)}`)
    .join(', ')} }`;
}

/** Modules that say nothing themselves: they list the words of the areas. */
const LISTS = /^src\/i18n\/(locales|browser|decoder)\/en\.ts$/;

/** The module of the words of an area, made from the English ones when it is loaded */
async function wordsModule(root: string, file: string): Promise<string> {
  const english = readFileSync(join(root, file), 'utf8');
  if (LISTS.test(file))
    return english.replaceAll("/en.ts'", `/${LOCALE}.ts'`).replace("'en' as Locale", `'${LOCALE}' as Locale`);
  const names = Object.keys((await import(pathToFileURL(join(ROOT, file)).href)) as object);
  const pseudo = relative(dirname(file), 'src/i18n/pseudo.ts').replaceAll('\\', '/');
  return [
    "import * as english from './en.ts';",
    `import { pseudo } from '${pseudo.startsWith('.') ? pseudo : `./${pseudo}`}';`,
    '',
    ...names.map((name) => `export const ${name} = pseudo(english.${name});`),
    '',
  ].join('\n');
}

/** Copies what is in the repository, and commits it there, so that what is added can be seen. */
function copyRepository(root: string): void {
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  for (const file of new Set(files.split('\0').filter(Boolean)))
    cpSync(join(ROOT, file), join(root, file), { recursive: true });
  // Links to the packages, in a folder of the copy's own: caches lie there too.
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync(join(ROOT, 'node_modules')))
    if (!name.startsWith('.') || name === '.bin')
      symlinkSync(join(ROOT, 'node_modules', name), join(root, 'node_modules', name));
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root });
  git('init', '-q');
  git('add', '-A');
  git('-c', 'user.name=Pseudo', '-c', 'user.email=pseudo@example.com', 'commit', '-q', '-m', 'The repository');
}

/**
 * Makes the copy.
 *
 * @param root an empty folder, or one that does not exist yet
 * @throws Error if the folder holds something, or if a table of content/ is not as expected
 */
export async function addPseudoLanguage(root: string): Promise<void> {
  mkdirSync(root, { recursive: true });
  if (readdirSync(root).length > 0) throw new Error(`${root} is not empty; expected a folder for the copy`);
  copyRepository(root);
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text, { flag: 'wx' });
  };
  const find = (pattern: string) => globSync(pattern, { cwd: root }).map((file) => file.replaceAll('\\', '/'));

  const table = readFileSync(join(root, 'src/locales.ts'), 'utf8');
  writeFileSync(
    join(root, 'src/locales.ts'),
    table.replace('} satisfies Record<string', `  ${LOCALE}: ${source(ROW)},\n} satisfies Record<string`),
  );
  write('src/i18n/pseudo.ts', readFileSync(join(ROOT, 'src/tools/pseudo-text.ts'), 'utf8'));
  for (const file of find('src/i18n/**/en.ts'))
    write(file.replace(/en\.ts$/, `${LOCALE}.ts`), await wordsModule(root, file));
  for (const file of find('content/**/en.mdx'))
    write(file.replace(/en\.mdx$/, `${LOCALE}.mdx`), pseudoMdx(readFileSync(join(root, file), 'utf8'), LOCALE));
  for (const file of find('content/{reference,vendors}/*.yaml').concat('content/changelog.yaml')) {
    const texts = pseudoTable(yaml.load(readFileSync(join(root, file), 'utf8'), { schema: yaml.CORE_SCHEMA }), LOCALE);
    if (texts !== undefined)
      write(file.replace('content/', `content/translations/${LOCALE}/`), yaml.dump(texts, { lineWidth: 120 }));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder] = process.argv.slice(2);
  if (!folder) throw new Error('Expected a folder for the copy: npm run pseudo-language -- FOLDER');
  await addPseudoLanguage(folder);
  console.log(
    `${folder}: the site with one language more. "git status" there shows what it took, "npm run build" builds it.`,
  );
}
