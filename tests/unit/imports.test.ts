import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { expect } from '@playwright/test';

// Which way imports may point. A room is a folder of src/; scripts of the browser are a room, wherever they are.

/** What each room may import, besides itself. `type x`: only types of it. */
const ARROWS: Record<string, readonly string[]> = {
  locales: [],
  settings: [],
  'content.config': ['locales'],
  schema: ['locales'],
  model: ['schema', 'locales'],
  search: ['model', 'schema', 'locales', 'type i18n'],
  decoder: ['model', 'locales', 'type i18n'],
  i18n: ['decoder', 'search', 'model', 'schema', 'locales'],
  site: ['i18n', 'decoder', 'search', 'model', 'schema', 'locales', 'settings'],
  // Of site only what needs no content, here and in the scripts of the browser.
  package: ['decoder', 'search', 'model', 'schema', 'locales', 'type i18n', 'site/pair-page.ts'],
  browser: ['decoder', 'search', 'model', 'locales', 'type i18n', 'site/ticket.ts', 'styles'],
  components: ['site', 'i18n', 'decoder', 'search', 'model', 'schema', 'locales', 'browser', 'styles'],
  layouts: ['components', 'site', 'i18n', 'locales', 'settings', 'browser', 'styles'],
  pages: [
    ...['layouts', 'components', 'site', 'i18n', 'decoder', 'search', 'model', 'schema', 'locales', 'settings'],
    ...['browser', 'styles'],
  ],
  integrations: ['site', 'i18n', 'search', 'model', 'schema', 'locales', 'settings'],
  tools: ['integrations', 'package', 'site', 'i18n', 'decoder', 'model', 'schema', 'locales', 'settings'],
};

/** Inside the decoder: a trace goes this way. */
const DECODER: Record<string, readonly string[]> = {
  message: [],
  media: ['calls', 'message'],
  input: ['media', 'message'],
  calls: ['message'],
  outcome: ['calls', 'message'],
  rules: ['outcome', 'media', 'calls', 'message'],
  redact: ['message'],
  show: ['redact', 'rules', 'outcome', 'media', 'calls', 'input', 'message'],
};

interface Import {
  from: string;
  to: string;
  /** Nothing is left of it when types are removed. */
  types: boolean;
}

const sources = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|astro)$/.test(name))
    .map((name) => join(root, name));

const STATEMENT =
  /^\s*(?:import|export)\s+(type\s)?(?:[\w*{][^'";]*?\sfrom\s+)?'(\.[^'?]+)|\bimport\(\s*'(\.[^'?]+)'/gm;

/** Every import of one file of the project by another. */
const imports: Import[] = sources('src').flatMap((from) =>
  [...readFileSync(from, 'utf8').matchAll(STATEMENT)].map(([, types, named, dynamic]) => ({
    from,
    to: join(dirname(from), (named ?? dynamic)!),
    types: types !== undefined,
  })),
);

const room = (file: string): string =>
  /^src\/(decoder\/|search\/)?browser\//.test(file)
    ? 'browser'
    : relative('src', file).split('/')[0]!.replace(/\.ts$/, '');

test('the imports are found', () => {
  expect(imports.length).toBeGreaterThan(1000);
  for (const { from, to } of imports) expect(existsSync(to), `${from}: ${to}`).toBe(true);
});

test('every room says what it may import', () => {
  const rooms = new Set(sources('src').map(room));
  expect([...rooms].sort()).toEqual(Object.keys(ARROWS).sort());
});

test('no import points against the arrows', () => {
  const wrong = imports.filter(({ from, to, types }) => {
    const may = ARROWS[room(from)] ?? [];
    return !(
      room(from) === room(to) ||
      may.includes(room(to)) ||
      may.includes(relative('src', to)) ||
      (types && may.includes(`type ${room(to)}`))
    );
  });
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test('inside the decoder, none either', () => {
  const part = (file: string) => /^src\/decoder\/(\w+)\//.exec(file)?.[1] ?? '';
  const wrong = imports.filter(({ from, to }) => {
    const may = DECODER[part(from)];
    return may && part(to) && part(from) !== part(to) && !may.includes(part(to));
  });
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test('files of src/schema import each other, not the door of the folder; none of them imports the loader', () => {
  const wrong = imports.filter(
    ({ from, to }) => from.startsWith('src/schema/') && /^src\/schema\/(index|load)\.ts$/.test(to),
  );
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test('imports go in no circle, so every file can be imported alone', () => {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (done.has(file) || path.includes(file)) return;
    for (const to of next.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  expect(circles).toEqual([]);
});

test('every file without Astro and without a browser can be imported', async () => {
  const files = sources('src').filter(
    (file) => /^src\/(schema|model|search|decoder|i18n)\//.test(file) && room(file) !== 'browser',
  );
  expect(files.length).toBeGreaterThan(150);
  for (const file of files) await import(join(process.cwd(), file));
});

test('nothing of the site imports its tools or its tests', () => {
  const text = sources('src').filter(
    (file) => room(file) !== 'tools' && /from '[^']*\/(tools|tests)\//.test(readFileSync(file, 'utf8')),
  );
  expect(text).toEqual([]);
});

/** Files in a folder that one can take in at a glance. */
const FILES = 24;
/** Folders of many files of one kind, of which a reader opens one: a log format each. */
const LISTS = ['src/decoder/input/formats'];

test('no folder has more files than one can take in, and few files are loose', () => {
  const crowded = ['src', 'tests']
    .flatMap((root) =>
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ parentPath, name }) => join(parentPath, name)),
    )
    .filter((folder) => !folder.startsWith('tests/fixtures') && !LISTS.includes(folder))
    .map((folder) => [folder, readdirSync(folder, { withFileTypes: true }).filter((file) => file.isFile()).length])
    .filter(([, count]) => Number(count) > FILES);
  expect(crowded).toEqual([]);
  const loose = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isFile());
  expect(loose.map(({ name }) => name).sort()).toEqual(['content.config.ts', 'locales.ts', 'settings.ts']);
});

/** One name in every room is what these are for: the door of a folder, the words of a language. */
const DOORS = /^(index|en|ja)\.ts$/;
/**
 * Other names that several folders of `src` share, each because its files are one subject seen from their rooms: what it is,
 * how it is checked, how it is shown. A new pair comes here only if neither file has a truer name.
 */
const SHARED: Record<string, string> = {
  'addresses.ts': 'of pages, which content refers to; of hosts, which a trace names',
  'changes.ts': 'an entry of the change log, and the feed and list of all',
  'check-content.ts': 'the same check as a step of the build and as a command',
  'collector.ts': 'of messages, of media streams',
  'compare.ts': 'two codes compared, and the grid of all pairs in the browser',
  'contexts.ts': 'their shape, its checks, their pages',
  'dialog.ts': 'what SIP calls a dialog: fact, comparison, rule of a trace; the search has the dialog of HTML',
  'fields.ts': 'fields of content, header fields of a message',
  'findings.ts': 'of comparisons, of traces: each the list of what its rules find',
  'heard.ts': 'the media of a call, the rules on it',
  'html.ts': 'written for a page, removed from a pasted trace',
  'ladder.ts': 'its shape in content, its drawing',
  'meaning.ts': 'rules on what two codes mean, the meaning of a query',
  'media.ts': 'of a call, the rules on it',
  'network.ts': 'what a capture knows besides messages, and how it is made harmless',
  'order.ts': 'rules on the order of codes, of replacements, of lines',
  'phrases.ts': 'where Japanese lines may break, which words of a trace are harmless',
  'pieces.ts': 'of a file that is read, of a list that is shown',
  'redirects.ts': 'the table, the command that writes it for a server',
  'sdp.ts': 'read from a message, made harmless in it',
  'service-worker.ts': 'the script, the step of the build that lists its files',
  'session.ts': 'rules on a session of SIP, the session of a reader who decodes',
  'shared.ts': 'what the files of its folder share',
  'symptoms.ts': 'their shape, what the decoder shows of them',
  'texts.ts': 'checks of texts, the texts that commands read',
  'ticket.ts': 'the text for a ticket, the button that copies it',
  'types.ts': 'the types of its part of the decoder',
  'vendors.ts': 'their shape, its checks',
};

test('no two files of one name in two folders, but those with a reason', () => {
  const folders = new Map<string, string[]>();
  // A file of src/pages has the name of its address.
  for (const file of sources('src').filter((one) => !one.startsWith(join('src', 'pages'))))
    if (!DOORS.test(basename(file)))
      folders.set(basename(file), [...(folders.get(basename(file)) ?? []), dirname(file)]);
  const doubled = [...folders].filter(([, places]) => places.length > 1);
  expect(
    doubled.filter(([name]) => !(name in SHARED)).map(([name, places]) => `${name}: ${places.join(', ')}`),
  ).toEqual([]);
  // A reason that no file needs any more goes.
  const names = new Set(doubled.map(([name]) => name));
  expect(Object.keys(SHARED).filter((name) => !names.has(name))).toEqual([]);
});
