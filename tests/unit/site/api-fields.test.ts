import { test } from 'node:test';
import { expect } from '@playwright/test';
import { z } from 'astro/zod';
import { LOCALES } from '../../../src/locales.ts';
import { changelogSchema } from '../../../src/schema/changes.ts';
import { KINDS as CONTENT } from '../../../src/schema/kinds.ts';
import { readContent } from '../../../src/schema/load.ts';
import { referenceSchemas } from '../../../src/schema/reference.ts';
import { vendorSchema } from '../../../src/schema/vendors.ts';
import { filesOf, KINDS, kindNames, type ApiKind } from '../../../src/site/api/api-files.ts';

// Every field of content/ is in a file of /api/, or here with the reason why it is not.

/** Fields without the names of entries and positions in lists: `codes.text.producedBy.tell`. */
const EXCEPT: Record<string, string> = {
  'reference.registry.seenThrough': 'by which copy the registry was read when it could not be reached',
  'reference.rfcs.sections': 'a list that citations are checked with; citations have their section and its address',
  'reference.home': 'what the home page shows first: an arrangement, no fact',
  'reference.search-words': 'words that mean the same in our search: a help for typing, no fact',
  'reference.names.compared': 'words that mean a code where two are compared in our search: a help for typing, no fact',
  'reference.q850.causes.also': 'spellings by which our search finds a cause: a help for typing, no fact',
  'reference.wire': 'parts of the example messages, which files of codes have whole',
  'reference.glossary.linked': 'whether pages lead to the term where they first mention it',
  'vendors.tables.sipToCause.file': 'part of the citation of each row',
  'vendors.tables.causeToSip.file': 'part of the citation of each row',
  'vendors.wording.file': 'part of the citation of each row',
  'vendors.tables.sipToCause.rows.line': 'part of the citation of each row',
  'vendors.tables.causeToSip.rows.line': 'part of the citation of each row',
  'vendors.wording.rows.line': 'part of the citation of each row',
  'vendors.tables.causeToSip.rows.unregistered': 'no row has it today; files have it as false',
  'comparisons.facts.updated': 'the date of a file is the newest of the comparison and its two codes',
  'pages.text': 'title and description of pages of prose, which are about the site',
};
const isExcepted = (field: string): boolean =>
  Object.keys(EXCEPT).some((name) => field === name || field.startsWith(`${name}.`));

/** Values of a field, by the entry that has them. */
type Leaves = Map<string, Set<string>>;

/** Adds every value below a value, by its field; flags are values of their own, as `false` and absent are the same. */
function collect(value: unknown, field: string, into: Leaves): void {
  if (value === null || value === undefined || value === false) return;
  if (Array.isArray(value)) for (const item of value) collect(item, field, into);
  else if (typeof value === 'object') {
    for (const [key, child] of Object.entries(value)) {
      // Keys of a record are values too: codes, causes, names of header fields, anchors.
      if (/^(\d|[A-Z])|-/.test(key)) {
        collect(key, `${field}.*`, into);
        collect(child, `${field}.*`, into);
      } else collect(child, (LOCALES as string[]).includes(key) ? field : `${field}.${key}`, into);
    }
  } else {
    const text = value === true ? `${field.split('.').at(-1)}: true` : String(value);
    into.set(field, (into.get(field) ?? new Set()).add(text));
  }
}

const loaded = readContent('content');
const content = loaded.content!;

/** What each kind of content is told by: an entry of content, and the files that shall have all of it. */
const TOLD: { root: string; value: unknown; files: (path: string) => boolean }[] = [
  ...content.codes.map(({ text, ...facts }) => ({
    root: 'codes',
    value: { facts, text },
    files: (path: string) => path === `/api/sip/${facts.number}.json`,
  })),
  ...[...content.notes].map(([key, { text, ...facts }]) => ({
    root: 'comparisons',
    value: { facts, text },
    files: (path: string) => path === `/api/sip/${key}.json`,
  })),
  ...content.symptoms.map(({ text, name, ...facts }) => ({
    root: 'symptoms',
    value: { facts, text },
    files: (path: string) => path === `/api/symptoms/${name}.json`,
  })),
  ...content.contexts.map(({ text, slug, ...facts }) => ({
    root: 'contexts',
    value: { facts, text },
    files: (path: string) => path === `/api/contexts/${slug}.json`,
  })),
  ...loaded.vendors.map((vendor) => ({
    root: 'vendors',
    value: vendor,
    files: (path: string) => path === `/api/products/${vendor.id}.json`,
  })),
  ...Object.entries(content.reference).map(([name, value]) => ({
    root: `reference.${name}`,
    value,
    files: (path: string) => /^\/api\/\w+\.json$/.test(path),
  })),
  { root: 'changelog', value: loaded.changelog, files: (path) => path === '/api/changes.json' },
];

const at = (path: string): string => `https://site.test${path}`;
const files = kindNames.flatMap((kind: ApiKind) => filesOf(kind));

/** Every value of the files, flags as `name: true`. */
function valuesOf(matching: (path: string) => boolean): Set<string> {
  const leaves: Leaves = new Map();
  for (const file of files.filter(({ path }) => matching(path))) collect(file.value(at), '', leaves);
  return new Set([...leaves.values()].flatMap((values) => [...values]));
}

/** An address of a page of the site is written in full; all else as in content. */
const forms = (value: string): string[] => [value, at(value)];

test('every value of content is in the file of its entry', () => {
  const missing = TOLD.flatMap(({ root, value, files: matching }) => {
    const leaves: Leaves = new Map();
    collect(value, root, leaves);
    const there = valuesOf(matching);
    return [...leaves]
      .filter(([field]) => !isExcepted(field))
      .flatMap(([field, values]) =>
        [...values]
          .filter((one) => !forms(one).some((form) => there.has(form)))
          .map((one) => `${field}: ${one.slice(0, 60)}`),
      );
  });
  expect(missing.slice(0, 20)).toEqual([]);
});

/** Every field of a schema, in the form that `collect` gives. */
function fieldsOf(schema: unknown, field: string): string[] {
  const node = schema as {
    properties?: Record<string, unknown>;
    additionalProperties?: unknown;
    items?: unknown;
    prefixItems?: unknown[];
    anyOf?: unknown[];
    allOf?: unknown[];
  };
  const inside = [
    ...Object.entries(node.properties ?? {}).flatMap(([key, child]) =>
      fieldsOf(child, (LOCALES as string[]).includes(key) ? field : `${field}.${key}`),
    ),
    ...(typeof node.additionalProperties === 'object' ? fieldsOf(node.additionalProperties, `${field}.*`) : []),
    ...[node.items ?? [], node.prefixItems ?? [], node.anyOf ?? [], node.allOf ?? []]
      .flat()
      .flatMap((child) => fieldsOf(child, field)),
  ];
  return inside.length > 0 ? inside : [field];
}
const fields = (schema: z.ZodType, root: string): string[] =>
  fieldsOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), root);

test('every field of the schemas of content has a value somewhere, or an exception with its reason', () => {
  const used: Leaves = new Map();
  for (const { root, value } of TOLD) collect(value, root, used);
  const all = new Set([
    ...Object.entries(CONTENT).flatMap(([name, { facts, texts }]) => [
      ...(facts ? fields(facts, `${name}.facts`) : []),
      ...LOCALES.flatMap((locale) => fields(texts[locale], `${name}.text`)),
    ]),
    ...Object.entries(referenceSchemas).flatMap(([name, schema]) => fields(schema as z.ZodType, `reference.${name}`)),
    ...fields(vendorSchema, 'vendors'),
    ...fields(changelogSchema, 'changelog'),
  ]);
  const unseen = [...all].filter((field) => !isExcepted(field) && ![...used.keys()].some((one) => near(field, one)));
  expect(unseen).toEqual([]);
  const needless = Object.keys(EXCEPT).filter(
    (name) => ![...all, ...used.keys()].some((field) => field === name || field.startsWith(`${name}.`)),
  );
  expect(needless).toEqual([]);
});

/** Whether a field of the data is one of the schema: a record has keys of its own where the schema has an asterisk. */
function near(field: string, seen: string): boolean {
  const [left, right] = [field.split('.'), seen.split('.')];
  // A ladder is written as lines and read as steps.
  if (field.includes('ladder.steps')) return seen.includes('ladder.steps');
  return left.length === right.length && left.every((part, index) => part === right[index] || part === '*');
}

test('each kind of file has a schema that its files keep to', () => {
  for (const kind of kindNames)
    for (const file of filesOf(kind)) {
      const result = (KINDS[kind].schema as z.ZodType).safeParse(file.value(at));
      expect([file.path, result.error?.issues ?? []]).toEqual([file.path, []]);
    }
});
