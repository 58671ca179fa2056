import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AnyNode, Element } from 'domhandler';
import { findAll, getElementsByTagName, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';

// `npm run compare:builds -- old new`: what differs between two built sites, in the visible text, links, ids, head,
// structured data and policy of every page, and in all other files. Differences of one kind are grouped, with their
// number and the first page that has it. For changes that readers shall not notice.

/** What is compared of a page; every value is a list of lines, in the order of the page. */
const ASPECTS = ['text', 'links', 'ids', 'head', 'structured data', 'policy'] as const;
type Aspect = (typeof ASPECTS)[number];
type Page = Record<Aspect, string[]>;

const NOT_SHOWN = new Set(['script', 'style', 'template', 'head']);
/** Between these, words are apart although no space is written. */
const BLOCKS =
  /^(address|article|aside|br|dd|details|div|dl|dt|figure|footer|form|h\d|header|li|main|nav|ol|option|p|pre|section|summary|t[dhr]|table|ul)$/;

/** Visible text, as one line for each block. */
function linesOf(nodes: AnyNode[], lines: string[] = ['']): string[] {
  for (const node of nodes) {
    if (node.type === 'text') lines[lines.length - 1] += node.data;
    if (!('children' in node)) continue;
    const { name = '' } = node as Partial<Element>;
    if (NOT_SHOWN.has(name)) continue;
    const block = BLOCKS.test(name);
    if (block) lines.push('');
    linesOf(node.children, lines);
    if (block) lines.push('');
  }
  return lines;
}

const attributes = (element: Element): string =>
  Object.entries(element.attribs)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');

const isPolicy = (element: Element): boolean => element.attribs['http-equiv'] === 'Content-Security-Policy';

/** What is compared of a page */
export function readPage(html: string): Page {
  const document = parseDocument(html);
  const [head] = getElementsByTagName('head', document, true, 1);
  const all = findAll(() => true, document.children);
  const scripts = all.filter(({ name }) => name === 'script');
  const policy = all.find(isPolicy)?.attribs['content'] ?? '';
  return {
    text: linesOf(document.children)
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter((line) => line !== ''),
    links: all.filter(({ name }) => name === 'a').map(({ attribs }) => attribs['href'] ?? ''),
    ids: all.flatMap(({ attribs }) => attribs['id'] ?? []),
    head: (head?.children ?? [])
      .filter((node): node is Element => 'attribs' in node && !isPolicy(node as Element))
      .filter(({ name }) => name !== 'style' && name !== 'script')
      .map((element) => `<${element.name}${attributes(element)}>${textContent(element)}`),
    'structured data': scripts
      .filter(({ attribs }) => attribs['type'] === 'application/ld+json')
      .map((script) => textContent(script)),
    // Hashes change with every style and script.
    policy: policy.split('; ').map((directive) => directive.replace(/'sha256-[^']+'/g, "'sha256-…'")),
  };
}

/** Lines that only one of the two has, or that are in another order; empty if they are the same */
function difference(old: string[], now: string[]): { gone: string[]; come: string[] } {
  const missing = (from: string[], other: string[]) => {
    const left = new Map<string, number>();
    for (const line of other) left.set(line, (left.get(line) ?? 0) + 1);
    return from.filter((line) => {
      const count = left.get(line) ?? 0;
      left.set(line, count - 1);
      return count <= 0;
    });
  };
  const [gone, come] = [missing(old, now), missing(now, old)];
  const moved = gone.length === 0 && come.length === 0 && old.some((line, at) => line !== now[at]);
  return moved ? { gone: ['(order)'], come: ['(another order)'] } : { gone, come };
}

/** Numbers and names of entries differ from page to page; what is left is the kind of a difference. */
const kindOf = (text: string): string =>
  text
    .replace(/\/(symptoms|vendors|glossary)\/[\w-]+/g, '/$1/*')
    .replace(/(symptom|product)-[a-z0-9-]+-(en|ja)/g, '$1-*-$2')
    .replace(/(og:image:alt" content=")[^"]*/g, '$1*')
    .replace(/\d+/g, '#');

const shorten = (text: string): string => (text.length > 160 ? `${text.slice(0, 157)}…` : text);

/** A kind of difference: how many pages have it, and what the first of them has. */
interface Group {
  pages: number;
  first: string;
  gone: string[];
  come: string[];
}

/** Collects differences by kind. */
class Report {
  readonly #groups = new Map<string, Group>();

  add(aspect: string, page: string, gone: string[], come: string[]): void {
    const key = `${aspect}\n${[...gone, '→', ...come].map(kindOf).join('\n')}`;
    const group = this.#groups.get(key);
    if (group) group.pages += 1;
    else this.#groups.set(key, { pages: 1, first: page, gone, come });
  }

  /** The differences, the most frequent first */
  lines(): string[] {
    return [...this.#groups]
      .sort(([, left], [, right]) => right.pages - left.pages)
      .flatMap(([key, { pages, first, gone, come }]) => [
        `${key.split('\n')[0]}: ${pages} file${pages === 1 ? '' : 's'}, first ${first}`,
        ...gone.slice(0, 5).map((line) => `  - ${shorten(line)}`),
        ...come.slice(0, 5).map((line) => `  + ${shorten(line)}`),
        ...(gone.length > 5 || come.length > 5 ? [`  (${gone.length} lines gone, ${come.length} lines new)`] : []),
      ]);
  }
}

const filesOf = (folder: string): Set<string> =>
  new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length)),
  );

/** Names of scripts and of Pagefind's pieces have a hash in them, which says nothing about readers. */
const HASHED = /^(_astro|pagefind)\//;

/**
 * Compares two built sites.
 *
 * @param old folder of the one
 * @param now folder of the other
 * @returns lines to print: each kind of difference with the files that have it; none if the sites are the same
 */
export function compareBuilds(old: string, now: string): string[] {
  const report = new Report();
  const [before, after] = [filesOf(old), filesOf(now)];
  for (const file of [...new Set([...before, ...after])].filter((name) => !HASHED.test(name)).sort()) {
    if (!after.has(file)) report.add('file gone', file, [file], []);
    else if (!before.has(file)) report.add('new file', file, [], [file]);
    else {
      const [left, right] = [old, now].map((folder) => readFileSync(join(folder, file))) as [Buffer, Buffer];
      if (left.equals(right)) continue;
      if (!file.endsWith('.html')) {
        const { gone, come } = difference(left.toString().split('\n'), right.toString().split('\n'));
        if (file.endsWith('.png')) report.add('picture', file, [], []);
        else report.add('file', file, gone, come);
        continue;
      }
      const [one, other] = [readPage(left.toString()), readPage(right.toString())];
      for (const aspect of ASPECTS) {
        const { gone, come } = difference(one[aspect], other[aspect]);
        if (gone.length > 0 || come.length > 0) report.add(aspect, file, gone, come);
      }
    }
  }
  return report.lines();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [old, now] = process.argv.slice(2);
  if (!old || !now) throw new Error('Two folders are needed: npm run compare:builds -- old new');
  const lines = compareBuilds(old, now);
  console.log(lines.length === 0 ? 'No difference.' : lines.join('\n'));
}
