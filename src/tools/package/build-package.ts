import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { LOCALES, type Locale } from '../../locales.ts';
import { settings } from '../../settings.ts';
import { packageDetails, packageFacts, packageMessages, packageNames, packageTexts } from './package-data.ts';
import type { Core, Details, Everything } from '../../package/types.ts';
import { packageReadme } from './package-readme.ts';

// `npm run package`: the folder dist-package, ready to be published: modules for Node and browsers, their types, the command,
// a README. Everything comes from the modules and the content of the site.

/** What the package is called as long as nobody owns a name. */
const UNNAMED = 'sip-codes';
/** Where the entries and the data are written, from which esbuild makes the modules. */
const CACHE = 'node_modules/.cache/sip-codes/package';

const source = (file: string): string => JSON.stringify(resolve('src', file));
/** A file next to the entry that loads it. */
const beside = (file: string): string => JSON.stringify(`./${file}`);
const words = (area: string, locale: Locale): string => source(`i18n/${area}/${locale}.ts`);

const FACTS = "import facts from './facts.json';\n";
const MESSAGES = "import messages from './messages.json';\n";

/** Lines that load something of each language as `NAME_LOCALE` */
const imports = (name: string, locales: readonly Locale[], from: (locale: Locale) => string): string =>
  locales.map((locale) => `import ${name.replaceAll('*', locale)} from ${from(locale)};\n`).join('');
/** A list with an object of each language */
const languages = (locales: readonly Locale[], object: string): string =>
  `[${locales.map((locale) => `{ ${object.replaceAll('*', locale)} }`).join(', ')}]`;

const core = (locales: readonly Locale[]): string =>
  `import { makeCore } from ${source('package/core.ts')};\n${FACTS}` +
  imports('texts_*', locales, (locale) => `'./texts-${locale}.json'`) +
  imports('{ core as words_* }', locales, (locale) => words('package', locale)) +
  `const core = makeCore(facts, ${languages(locales, 'texts: texts_*, words: words_*')});\n`;

const details = (locales: readonly Locale[]): string =>
  `import { makeDetails, withDetails } from ${source('package/details.ts')};\n${MESSAGES}` +
  imports('details_*', locales, (locale) => `'./details-${locale}.json'`);
const makeDetails = (locales: readonly Locale[]): string =>
  `const more = makeDetails(facts, messages, ${languages(locales, 'details: details_*, words: words_*')});\n`;

/** An entry with everything, in all languages. */
const everythingEntry = (): string =>
  `${core(LOCALES)}${details(LOCALES)}${makeDetails(LOCALES)}export const { ${EVERYTHING.join(', ')} } = withDetails(core, more);\n`;

/** An entry with the core in one language. */
const coreEntry = (locale: Locale): string => `${core([locale])}export const { ${CORE.join(', ')} } = core;\n`;

/** An entry with what the core leaves out, in one language. */
const detailsEntry = (locale: Locale): string =>
  `${details([locale])}${FACTS}${imports('{ core as words_* }', [locale], (one) => words('package', one))}` +
  `${makeDetails([locale])}export const { ${DETAILS.join(', ')} } = more;\n`;

/** Functions of the core. */
const CORE = [
  'languages',
  'codes',
  'describe',
  'compare',
  'query',
  'forkOutcome',
  'causes',
  'cause',
  'products',
] satisfies (keyof Core)[];
const DETAILS = ['details', 'settledBy', 'example'] satisfies (keyof Details)[];
const EVERYTHING = [...CORE, ...DETAILS] satisfies (keyof Everything)[];

const decoderEntry = (): string =>
  `import { makeDecoder } from ${source('package/decoding.ts')};\n` +
  imports('names_*', LOCALES, (locale) => `'./names-${locale}.json'`) +
  imports('{ decoder as words_*, decodePage as page_* }', LOCALES, (locale) => source(`i18n/decoder/${locale}.ts`)) +
  `const at = ${JSON.stringify(settings.siteUrl + settings.basePath)};\n` +
  `export const { decode } = makeDecoder([${LOCALES.map(
    (locale) =>
      `{ words: { ...words_${locale}, locale: ${JSON.stringify(locale)} }, page: page_${locale}, ...names_${locale} }`,
  ).join(', ')}], at);\n`;

/** The command; the decoder is loaded when a trace comes. */
const commandEntry = (name: string, version: string): string => `import { runProcess } from ${source('package/cli.ts')};
import * as core from ${beside('index.js')};
${LOCALES.map(
  (locale) => `import { command as command_${locale} } from ${words('package', locale)};
import { decoder as decoder_${locale} } from ${JSON.stringify(resolve(`src/i18n/decoder/words/${locale}.ts`))};`,
).join('\n')}
await runProcess({
  name: ${JSON.stringify(name)},
  version: ${JSON.stringify(version)},
  core,
  decoder: () => import(${beside('decode.js')}),
  words: { ${LOCALES.map(
    (locale) =>
      `${JSON.stringify(locale)}: { command: command_${locale}, heading: decoder_${locale}.heading, colon: decoder_${locale}.colon }`,
  ).join(', ')} },
});
`;

/** The schemas of content do nothing when they are loaded: what needs one function of theirs takes no more. */
const schemasAreLazy: Plugin = {
  name: 'schemas-are-lazy',
  setup: (bundle) => {
    const schema = resolve('src/schema');
    bundle.onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir }) => {
      const file = resolve(resolveDir, path);
      return file.startsWith(schema) ? { path: file, sideEffects: false } : undefined;
    });
  },
};

/** The declarations of the types, which name no other file */
function declarations(): string {
  const union = LOCALES.map((locale) => JSON.stringify(locale)).join(' | ');
  const text = readFileSync('src/package/types.ts', 'utf8');
  const found = text.replace(/^import type \{ Locale \}.*$/m, `/** The languages. */\nexport type Locale = ${union};`);
  if (/^import /m.test(found)) throw new Error('src/package/types.ts imports more than Locale; its types stand alone');
  return found;
}

const declared = (type: string, names: readonly string[]): string =>
  `import type { ${type} } from './types.js';\n\nexport * from './types.js';\n${names
    .map((name) => `export declare const ${name}: ${type}['${name}'];`)
    .join('\n')}\n`;

interface Own {
  version: string;
  description: string;
  license: string;
}

/** The manifest of the package; without a name of its own nobody can publish it by mistake */
function manifest(own: Own): object {
  const entry = (name: string) => ({ types: `./${name}.d.ts`, default: `./${name}.js` });
  return {
    name: settings.packageName || UNNAMED,
    version: own.version,
    ...(settings.packageName ? {} : { private: true }),
    description: own.description,
    license: `${own.license} AND CC-BY-4.0`,
    homepage: settings.siteUrl + settings.basePath,
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20' },
    exports: {
      '.': entry('index'),
      ...Object.fromEntries(
        LOCALES.flatMap((locale) => [
          [`./${locale}`, entry(locale)],
          [`./${locale}/details`, entry(`${locale}-details`)],
        ]),
      ),
      './decode': entry('decode'),
      './package.json': './package.json',
    },
    types: './index.d.ts',
    bin: { 'sip-codes': './cli.js' },
    files: ['*.js', '*.d.ts', 'LICENSE*'],
  };
}

/**
 * Makes the package.
 *
 * @param out folder, which is made anew
 */
export async function buildPackage(out: string): Promise<void> {
  const site = JSON.parse(readFileSync('package.json', 'utf8')) as Own;
  rmSync(CACHE, { recursive: true, force: true });
  mkdirSync(CACHE, { recursive: true });
  const json = (name: string, value: unknown) => writeFileSync(join(CACHE, `${name}.json`), JSON.stringify(value));
  json('facts', packageFacts());
  json('messages', packageMessages());
  for (const locale of LOCALES) {
    json(`texts-${locale}`, packageTexts(locale));
    json(`details-${locale}`, packageDetails(locale));
    json(`names-${locale}`, packageNames(locale));
  }
  const entries: Record<string, string> = {
    index: everythingEntry(),
    ...Object.fromEntries(
      LOCALES.flatMap((locale) => [
        [locale, coreEntry(locale)],
        [`${locale}-details`, detailsEntry(locale)],
      ]),
    ),
    decode: decoderEntry(),
    cli: commandEntry('sip-codes', site.version),
  };
  for (const [name, text] of Object.entries(entries)) writeFileSync(join(CACHE, `${name}.js`), text);

  rmSync(out, { recursive: true, force: true });
  await build({
    entryPoints: Object.keys(entries).map((name) => join(CACHE, `${name}.js`)),
    outdir: out,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    platform: 'neutral',
    external: ['node:*'],
    chunkNames: 'chunk-[hash]',
    plugins: [schemasAreLazy],
    logLevel: 'warning',
  });
  const command = join(out, 'cli.js');
  writeFileSync(command, `#!/usr/bin/env node\n${readFileSync(command, 'utf8')}`, { mode: 0o755 });
  const write = (name: string, text: string) => writeFileSync(join(out, name), text);
  write('types.d.ts', declarations());
  write('index.d.ts', declared('Everything', EVERYTHING));
  for (const locale of LOCALES) {
    write(`${locale}.d.ts`, declared('Core', CORE));
    write(`${locale}-details.d.ts`, declared('Details', DETAILS));
  }
  write('decode.d.ts', declared('Decoder', ['decode']));
  write('package.json', `${JSON.stringify(manifest(site), null, 2)}\n`);
  write('README.md', packageReadme(settings.packageName || UNNAMED, settings.packageName !== ''));
  cpSync('LICENSE', join(out, 'LICENSE'));
  cpSync('content/LICENSE', join(out, 'LICENSE-content'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildPackage('dist-package');
  console.log('dist-package is ready.');
}
