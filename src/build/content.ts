import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import yaml from 'js-yaml';
import type { z } from 'astro/zod';
import { entryEn, entryJa, factsSchema, noteEn, noteFactsSchema, noteJa, referenceSchemas } from '../model/schema.ts';
import { symptomEn, symptomFactsSchema, symptomJa } from '../model/symptoms.ts';
import { assemble, type Content, type RawContent } from '../model/content.ts';
import { vendorProblems } from '../model/vendor-check.ts';
import { vendorSchema, type Vendor } from '../model/vendors.ts';

/** A problem in a content file, in one line: where · what · rule · mend. */
export interface Problem {
  /** Path from the root of the repository. */
  file: string;
  /** Field path such as `headers[2].level`; empty for the file as a whole. */
  field: string;
  message: string;
}

/** @returns the problem as one line: `content/codes/487/ja.mdx: summary has 96 characters; at most 80. …` */
export const problemLine = (problem: Problem): string =>
  `${problem.file}: ${problem.field ? `${problem.field} ` : ''}${problem.message}`;

/** A content file larger than this is a mistake (a pasted trace, a binary): the largest real one has 12 KB. */
const FILE_LIMIT = 100_000;

/**
 * Reads and checks every file of `content/` with the schemas that Astro's collections use, without Astro.
 *
 * @param root folder that holds `codes/`, `comparisons/` and `reference/`
 * @param label how the folder is called in messages
 * @returns the content (only if there is no problem), the products, and all problems, in the order of the files
 */
export function readContent(
  root: string,
  label = 'content',
): { content: Content | null; vendors: Vendor[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const raw: RawContent = {
    folders: [],
    facts: [],
    entries: [],
    noteFacts: [],
    notes: [],
    symptomFacts: [],
    symptoms: [],
    reference: {} as RawContent['reference'],
  };

  const parse = <S extends z.ZodType>(
    path: string,
    schema: S,
    frontMatter: boolean,
    bodyAllowed = true,
  ): z.output<S> | null => {
    const file = `${label}/${path}`;
    const full = join(root, path);
    if (!existsSync(full)) {
      problems.push({ file, field: '', message: 'is missing. Write it; content/README.md shows how' });
      return null;
    }
    if (statSync(full).size > FILE_LIMIT) {
      problems.push({
        file,
        field: '',
        message: `has ${statSync(full).size} bytes; at most ${FILE_LIMIT}. Shorten it`,
      });
      return null;
    }
    const text = readFileSync(full, 'utf8');
    if (text.startsWith('\uFEFF')) {
      problems.push({ file, field: '', message: 'begins with a byte-order mark. Save it as UTF-8 without BOM' });
      return null;
    }
    let source = text.replaceAll('\r\n', '\n');
    if (frontMatter) {
      const match = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(source);
      if (!match) {
        problems.push({
          file,
          field: '',
          message: 'has no front matter; expected "---", the fields and "---" at the top',
        });
        return null;
      }
      if (!bodyAllowed && source.slice(match[0].length).trim() !== '')
        problems.push({
          file,
          field: '',
          message: 'has text after the front matter, which no page shows. Move it into a field',
        });
      source = match[1]!;
    }
    let value: unknown;
    try {
      value = yaml.load(source);
    } catch (error) {
      const { reason, mark } = error as { reason?: string; mark?: { line: number } };
      const line = mark ? ` in line ${mark.line + (frontMatter ? 2 : 1)}` : '';
      problems.push({
        file,
        field: '',
        message: `is not valid YAML${line}: ${reason ?? String(error)}. Put the text in double quotes, indent with spaces`,
      });
      return null;
    }
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) problems.push({ file, ...describeIssue(issue) });
    return null;
  };

  const bodyOf = (path: string) =>
    readFileSync(join(root, path), 'utf8')
      .replaceAll('\r\n', '\n')
      .replace(/^---\n[\s\S]*?\n---(\n|$)/, '')
      .trim();

  const folders = (path: string) =>
    existsSync(join(root, path))
      ? readdirSync(join(root, path), { withFileTypes: true })
          .filter((entry) => !entry.name.startsWith('.'))
          .sort((left, right) => (left.name < right.name ? -1 : 1))
      : [];

  const known = (folder: string, allowed: string[]) => {
    for (const { name } of folders(folder))
      if (!allowed.includes(name))
        problems.push({
          file: `${label}/${folder}/${name}`,
          field: '',
          message: `is not expected here; expected ${allowed.join(', ')}. Rename or remove it`,
        });
  };

  for (const entry of folders('codes')) {
    const path = `codes/${entry.name}`;
    if (!entry.isDirectory() || !/^[1-6]\d\d$/.test(entry.name)) {
      problems.push({
        file: `${label}/${path}`,
        field: '',
        message: 'is not expected here; expected a folder named like a code, such as 487',
      });
      continue;
    }
    raw.folders.push(entry.name);
    known(path, ['facts.yaml', 'en.mdx', 'ja.mdx']);
    const facts = parse(`${path}/facts.yaml`, factsSchema, false);
    if (facts) raw.facts.push({ file: `${label}/${path}/facts.yaml`, folder: entry.name, data: facts });
    const en = parse(`${path}/en.mdx`, entryEn, true);
    if (en)
      raw.entries.push({
        file: `${label}/${path}/en.mdx`,
        folder: entry.name,
        locale: 'en',
        data: en,
        body: bodyOf(`${path}/en.mdx`),
      });
    const ja = parse(`${path}/ja.mdx`, entryJa, true);
    if (ja)
      raw.entries.push({
        file: `${label}/${path}/ja.mdx`,
        folder: entry.name,
        locale: 'ja',
        data: ja,
        body: bodyOf(`${path}/ja.mdx`),
      });
  }
  for (const entry of folders('comparisons')) {
    const path = `comparisons/${entry.name}`;
    if (!entry.isDirectory() || !/^[1-6]\d\d-vs-[1-6]\d\d$/.test(entry.name)) {
      problems.push({
        file: `${label}/${path}`,
        field: '',
        message: 'is not expected here; expected a folder named like a pair, such as 480-vs-486',
      });
      continue;
    }
    known(path, ['facts.yaml', 'en.mdx', 'ja.mdx']);
    const facts = parse(`${path}/facts.yaml`, noteFactsSchema, false);
    if (facts) raw.noteFacts.push({ file: `${label}/${path}/facts.yaml`, folder: entry.name, data: facts });
    const en = parse(`${path}/en.mdx`, noteEn, true, false);
    if (en) raw.notes.push({ file: `${label}/${path}/en.mdx`, folder: entry.name, locale: 'en', data: en });
    const ja = parse(`${path}/ja.mdx`, noteJa, true, false);
    if (ja) raw.notes.push({ file: `${label}/${path}/ja.mdx`, folder: entry.name, locale: 'ja', data: ja });
  }
  for (const entry of folders('symptoms')) {
    const path = `symptoms/${entry.name}`;
    if (!entry.isDirectory() || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(entry.name)) {
      problems.push({
        file: `${label}/${path}`,
        field: '',
        message: 'is not expected here; expected a folder named by the symptom, such as drops-after-32-seconds',
      });
      continue;
    }
    known(path, ['facts.yaml', 'en.mdx', 'ja.mdx']);
    const facts = parse(`${path}/facts.yaml`, symptomFactsSchema, false);
    if (facts) raw.symptomFacts.push({ file: `${label}/${path}/facts.yaml`, folder: entry.name, data: facts });
    const en = parse(`${path}/en.mdx`, symptomEn, true, false);
    if (en) raw.symptoms.push({ file: `${label}/${path}/en.mdx`, folder: entry.name, locale: 'en', data: en });
    const ja = parse(`${path}/ja.mdx`, symptomJa, true, false);
    if (ja) raw.symptoms.push({ file: `${label}/${path}/ja.mdx`, folder: entry.name, locale: 'ja', data: ja });
  }
  known(
    'reference',
    Object.keys(referenceSchemas).map((name) => `${name}.yaml`),
  );
  for (const [name, schema] of Object.entries(referenceSchemas)) {
    const data = parse(`reference/${name}.yaml`, schema as z.ZodType, false);
    if (data) (raw.reference as Record<string, unknown>)[name] = data;
  }

  const vendors: Vendor[] = [];
  for (const { name } of folders('vendors')) {
    const data = parse(`vendors/${name}`, vendorSchema, false);
    if (data) vendors.push({ ...data, id: name.replace('.yaml', '') });
  }

  if (Object.keys(raw.reference).length < Object.keys(referenceSchemas).length)
    return { content: null, vendors, problems };
  const { content, problems: between } = assemble(raw, label);
  problems.push(...between, ...vendors.flatMap((vendor) => vendorProblems(vendor, raw.reference, label)));
  return { content: problems.length === 0 ? content : null, vendors, problems };
}

/** Turns a zod issue into field path and sentence; our own messages already carry rule and mend. */
function describeIssue(issue: z.core.$ZodIssue): { field: string; message: string } {
  const field = issue.path.reduce<string>(
    (path, part) => (typeof part === 'number' ? `${path}[${part}]` : path ? `${path}.${String(part)}` : String(part)),
    '',
  );
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
            message: `is ${issue.input === undefined ? 'missing or empty' : JSON.stringify(issue.input)}; expected ${issue.expected}`,
          }
        : { field, message: issue.message };
    default:
      return {
        field,
        message: issue.message.startsWith('Invalid input') ? `is not as expected: ${issue.message}` : issue.message,
      };
  }
}
