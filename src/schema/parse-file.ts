import yaml from 'js-yaml';
import type { z } from 'astro/zod';
import { LOCALES, type Locale } from '../locales.ts';
import { characterFaults, invisibleIn } from './check/characters.ts';
import type { FileProblem } from './content.ts';
import { FILE_LIMIT } from './files.ts';
import { mergeTranslation, speaks } from './translations.ts';

// One file of content/: its text parsed and held against its schema. What is wrong is reported, never thrown.

/** The value of a file if it fits its schema, the text below the front matter, and what is wrong. */
export interface Parsed<T> {
  data: T | null;
  body: string;
  problems: readonly FileProblem[];
}

/** A text of `content/translations/`. */
export interface Translation {
  locale: Locale;
  text: string;
}

const cache = new WeakMap<z.ZodType, Map<string, Parsed<unknown>>>();

/**
 * Parses a text once: content is read again after every edit in `dev` and in tests, and all but one file are as before.
 *
 * @param text of the file
 * @param schema of the YAML, or of the front matter
 * @param frontMatter whether the YAML is the front matter of an MDX file
 * @param translations texts of further languages, each in a file of its own
 * @returns the same object for the same texts and schema: not to be changed
 */
export function parseFile<S extends z.ZodType>(
  text: string,
  schema: S,
  frontMatter: boolean,
  translations: readonly Translation[] = [],
): Parsed<z.output<S>> {
  const known = cache.get(schema) ?? new Map<string, Parsed<unknown>>();
  cache.set(schema, known);
  const key = [text, ...translations.flatMap((one) => [one.locale, one.text])].join('\u0000');
  if (!known.has(key)) known.set(key, parse(text, schema, frontMatter, translations));
  return known.get(key) as Parsed<z.output<S>>;
}

function parse<S extends z.ZodType>(
  text: string,
  schema: S,
  frontMatter: boolean,
  translations: readonly Translation[],
): Parsed<z.output<S>> {
  const read = readYaml(text, frontMatter);
  const { body } = read;
  if ('refused' in read) return { data: null, body, problems: [{ field: '', message: read.refused }] };
  const problems = valueProblems(read.value);
  let { value } = read;
  let merged = true;
  for (const { locale, text: translation } of translations) {
    const own = readYaml(translation, false);
    const { value: both, problems: found } =
      'refused' in own
        ? { value, problems: [{ field: '', message: own.refused }] }
        : mergeTranslation(value, own.value, locale);
    merged &&= found.length === 0;
    value = both;
    const characters = 'refused' in own ? [] : valueProblems(own.value);
    problems.push(...[...found, ...characters].map((problem) => ({ ...problem, locale })));
  }
  // What does not fit together would be reported a second time, as missing.
  if (!merged) return { data: null, body, problems };
  const result = schema.safeParse(value);
  if (!result.success) {
    const apart = LOCALES.filter(
      (locale) => !speaks(read.value, locale) && LOCALES.some((other) => speaks(read.value, other)),
    );
    problems.push(...describeIssues(result.error.issues, apart, translations));
  }
  return { data: result.success && problems.length === 0 ? result.data : null, body, problems };
}

/** The value of a text and what is below its front matter, or why it was refused. */
type Yaml = { value: unknown; body: string } | { refused: string; body: string };

function readYaml(text: string, frontMatter: boolean): Yaml {
  const refuse = (refused: string): Yaml => ({ refused, body: '' });
  const size = Buffer.byteLength(text);
  if (size > FILE_LIMIT) return refuse(`has ${size} bytes; at most ${FILE_LIMIT}. Shorten it`);
  if (text.startsWith('\uFEFF')) return refuse('begins with a byte-order mark. Save it as UTF-8 without BOM');
  if (text.includes('\uFFFD')) return refuse('is not UTF-8. Save it as UTF-8');
  const hidden = invisibleIn(text);
  if (hidden) {
    const line = text.slice(0, hidden.index).split('\n').length;
    return refuse(`has the invisible character ${hidden.point} in line ${line}. Remove it, or write a plain space`);
  }
  const conflict = /^(?:<{7} |={7}$|>{7} )/m.exec(text);
  if (conflict) {
    const line = text.slice(0, conflict.index).split('\n').length;
    return refuse(`has a conflict left by a merge in line ${line}. Choose one side, and remove the marks`);
  }
  let source = text.replaceAll('\r\n', '\n');
  let body = '';
  if (frontMatter) {
    const match = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(source);
    if (!match)
      return refuse('has no front matter; expected "---", the fields and "---" at the top. Add the missing line');
    body = source.slice(match[0].length);
    source = match[1]!;
  }
  try {
    // Dates stay text: a day that does not exist would become another one.
    return { value: yaml.load(source, { schema: yaml.CORE_SCHEMA }), body };
  } catch (error) {
    const { reason, mark } = error as { reason?: string; mark?: { line: number } };
    const line = mark ? ` in line ${mark.line + (frontMatter ? 2 : 1)}` : '';
    return refuse(
      `is not valid YAML${line}: ${reason ?? String(error)}. Put the text in double quotes, indent with spaces`,
    );
  }
}

/**
 * @param apart languages of which the file itself has no text
 * @param translations those that were read
 * @returns what is wrong, at the file that has to be fixed; a translation that is missing as a whole is one problem
 */
function describeIssues(
  issues: z.core.$ZodIssue[],
  apart: Locale[],
  translations: readonly Translation[],
): FileProblem[] {
  const missing = new Set<Locale>();
  const problems = issues.flatMap((issue): FileProblem[] => {
    const locale = apart.find((one) => issue.path.includes(one));
    if (locale === undefined) return [describeIssue(issue)];
    if (translations.some((one) => one.locale === locale)) return [{ ...describeIssue(issue), locale }];
    missing.add(locale);
    return [];
  });
  return [
    ...problems,
    ...[...missing].map((locale) => ({
      field: '',
      message: 'is missing. Write the texts of the table, in its structure',
      locale,
    })),
  ];
}

const fieldPath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (start, part) =>
      typeof part === 'number' ? `${start}[${part}]` : start ? `${start}.${String(part)}` : String(part),
    '',
  );

/** Looks at the characters of every text in a parsed value, keys included: an escape hides them in the file. */
function valueProblems(value: unknown): FileProblem[] {
  const problems: FileProblem[] = [];
  const visit = (child: unknown, path: (string | number)[]): void => {
    if (typeof child === 'string')
      for (const message of characterFaults(child)) problems.push({ field: fieldPath(path), message });
    else if (Array.isArray(child)) child.forEach((item, index) => visit(item, [...path, index]));
    else if (child !== null && typeof child === 'object')
      for (const [key, item] of Object.entries(child)) {
        for (const message of characterFaults(key)) problems.push({ field: fieldPath([...path, key]), message });
        visit(item, [...path, key]);
      }
  };
  visit(value, []);
  return problems;
}

/** Turns a zod issue into field path and sentence; our own messages already carry rule and fix. */
function describeIssue(issue: z.core.$ZodIssue): { field: string; message: string } {
  const field = fieldPath(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        field: [field, issue.keys[0]].filter(Boolean).join('.'),
        message: `is no known field${issue.keys.length > 1 ? ` (nor ${issue.keys.slice(1).join(', ')})` : ''}. Correct the spelling or remove it; content/README.md lists the fields`,
      };
    case 'invalid_type':
      return issue.message.startsWith('Invalid input')
        ? {
            field,
            message: `is ${issue.input === undefined || issue.input === null ? 'missing or empty' : JSON.stringify(issue.input)}; expected ${issue.expected}. Add or correct it; content/README.md shows how`,
          }
        : { field, message: issue.message };
    case 'too_small':
    case 'too_big':
      if (/^Too (small|big)/.test(issue.message)) {
        const [limit, size] = issue.code === 'too_small' ? ['at least', issue.minimum] : ['at most', issue.maximum];
        const unit = { string: 'character', array: 'item' }[issue.origin as string];
        const what = unit ? `${size} ${unit}${Number(size) === 1 ? '' : 's'}` : String(size);
        return { field, message: `is not as expected; expected ${limit} ${what}. Add or correct it` };
      }
      return { field, message: issue.message };
    default:
      return {
        field,
        message: issue.message.startsWith('Invalid input')
          ? `is not as expected: ${issue.message}. Correct it; content/README.md shows how`
          : issue.message,
      };
  }
}
