import yaml from 'js-yaml';
import type { z } from 'astro/zod';
import { characterFaults, invisibleIn } from './check/characters.ts';
import { FILE_LIMIT } from './files.ts';

// One file of content/: its text parsed and held against its schema. What is wrong is reported, never thrown.

/** What is wrong with a file or one field of it. */
export interface FileProblem {
  /** Field path such as `headers[2].level`; empty for the file as a whole. */
  field: string;
  message: string;
}

/** The value of a file if it fits its schema, the text below the front matter, and what is wrong. */
export interface Parsed<T> {
  data: T | null;
  body: string;
  problems: readonly FileProblem[];
}

const cache = new WeakMap<z.ZodType, Map<string, Parsed<unknown>>>();

/**
 * Parses a text once: content is read again after every edit in `dev` and in tests, and all but one file are as before.
 *
 * @param text of the file
 * @param schema of the YAML, or of the front matter
 * @param frontMatter whether the YAML is the front matter of an MDX file
 * @returns the same object for the same text and schema: not to be changed
 */
export function parseFile<S extends z.ZodType>(text: string, schema: S, frontMatter: boolean): Parsed<z.output<S>> {
  const known = cache.get(schema) ?? new Map<string, Parsed<unknown>>();
  cache.set(schema, known);
  if (!known.has(text)) known.set(text, parse(text, schema, frontMatter));
  return known.get(text) as Parsed<z.output<S>>;
}

function parse<S extends z.ZodType>(text: string, schema: S, frontMatter: boolean): Parsed<z.output<S>> {
  const refuse = (message: string) => ({ data: null, body: '', problems: [{ field: '', message }] });
  const size = Buffer.byteLength(text);
  if (size > FILE_LIMIT) return refuse(`has ${size} bytes; at most ${FILE_LIMIT}. Shorten it`);
  if (text.startsWith('\uFEFF')) return refuse('begins with a byte-order mark. Save it as UTF-8 without BOM');
  if (text.includes('\uFFFD')) return refuse('is not UTF-8. Save it as UTF-8');
  const hidden = invisibleIn(text);
  if (hidden) {
    const line = text.slice(0, hidden.index).split('\n').length;
    return refuse(`has the invisible character ${hidden.point} in line ${line}. Remove it, or write a plain space`);
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
  let value: unknown;
  try {
    // Dates stay text: a day that does not exist would become another one.
    value = yaml.load(source, { schema: yaml.CORE_SCHEMA });
  } catch (error) {
    const { reason, mark } = error as { reason?: string; mark?: { line: number } };
    const line = mark ? ` in line ${mark.line + (frontMatter ? 2 : 1)}` : '';
    return refuse(
      `is not valid YAML${line}: ${reason ?? String(error)}. Put the text in double quotes, indent with spaces`,
    );
  }
  const characters = valueProblems(value);
  const result = schema.safeParse(value);
  const problems = [...characters, ...(result.success ? [] : result.error.issues.map(describeIssue))];
  return { data: result.success && problems.length === 0 ? result.data : null, body, problems };
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

/** Turns a zod issue into field path and sentence; our own messages already carry rule and mend. */
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
