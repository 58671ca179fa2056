import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { isTag, isText, type AnyNode, type Element } from 'domhandler';
import { findAll, getAttributeValue, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import type { Build } from '../builds.ts';

/** A block of visible text in `<main>`: a paragraph, item, cell or heading. */
export interface Block {
  text: string;
  /** Language of the block by the nearest `lang`. */
  lang: string;
  /** The text without parts in another language and without code. */
  own: string;
}

/** What the checks need of a page. */
export interface SitePage {
  /** Path with base, as linked: `/sip/487/`. */
  path: string;
  file: string;
  lang: string;
  title: string;
  description: string;
  canonical: string[];
  robots: string;
  alternates: Record<string, string>;
  headings: { level: number; text: string; id: string | undefined }[];
  ids: string[];
  /** `href` of every link, as written. */
  links: string[];
  /** Everything the browser loads by itself. */
  resources: string[];
  handlers: string[];
  jsonLd: string[];
  breadcrumb: string[];
  blocks: Block[];
  article: Record<string, string>;
  /** First paragraph of a comparison, without its sources; empty on other pages. */
  verdict: string;
  gzip: number;
}

const BLOCKS = new Set(['p', 'li', 'dd', 'dt', 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'summary', 'figcaption', 'label']);

const named = (root: AnyNode[], name: string): Element[] => findAll((element) => element.name === name, root);
const attribute = (element: Element | undefined, name: string): string =>
  (element && getAttributeValue(element, name)) ?? '';

function langOf(element: AnyNode | null): string {
  for (let node: AnyNode | null = element; node; node = node.parent)
    if (isTag(node) && node.attribs['lang']) return node.attribs['lang'];
  return '';
}

/** Text of an element without blocks inside it, script, and what is only for drawing. */
function ownText(element: Element, keep: (child: Element) => boolean): string {
  let text = '';
  for (const child of element.children) {
    if (isText(child)) text += child.data;
    else if (
      isTag(child) &&
      !BLOCKS.has(child.name) &&
      !['script', 'style', 'svg', 'ul', 'ol', 'dl', 'table'].includes(child.name) &&
      keep(child)
    )
      text += ownText(child, keep);
  }
  return text;
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

function readPage(build: Build, file: string): SitePage {
  const html = readFileSync(join(build.dir, file), 'utf8');
  const { children } = parseDocument(html);
  const root = named(children, 'html')[0]!;
  const metas = named(children, 'meta');
  const meta = (name: string) =>
    attribute(
      metas.find((element) => element.attribs['name'] === name),
      'content',
    );
  const linkTags = named(children, 'link');
  const all = findAll(() => true, children);
  const main = named(children, 'main')[0];
  const lang = attribute(root, 'lang');
  return {
    path: build.base + file.replace(/(^|\/)index\.html$/, '$1'),
    file,
    lang,
    title: squeeze(textContent(named(children, 'title')[0]!)),
    description: meta('description'),
    canonical: linkTags.filter((link) => link.attribs['rel'] === 'canonical').map((link) => attribute(link, 'href')),
    robots: meta('robots'),
    alternates: Object.fromEntries(
      linkTags
        .filter((link) => link.attribs['hreflang'])
        .map((link) => [attribute(link, 'hreflang'), attribute(link, 'href')]),
    ),
    headings: all
      .filter((element) => /^h[1-6]$/.test(element.name))
      .map((element) => ({
        level: Number(element.name[1]),
        text: squeeze(textContent(element)),
        id: element.attribs['id'],
      })),
    ids: all.flatMap((element) => element.attribs['id'] ?? []),
    links: named(children, 'a').map((element) => attribute(element, 'href')),
    resources: all.flatMap((element) => {
      if (['script', 'img', 'iframe', 'source', 'video', 'audio'].includes(element.name))
        return element.attribs['src'] ?? [];
      return element.name === 'link' && /stylesheet|icon|preload|modulepreload/.test(element.attribs['rel'] ?? '')
        ? (element.attribs['href'] ?? [])
        : [];
    }),
    handlers: all.flatMap((element) =>
      Object.keys(element.attribs).filter((name) => /^on[a-z]+$/.test(name) || name === 'style'),
    ),
    jsonLd: named(children, 'script')
      .filter((element) => element.attribs['type'] === 'application/ld+json')
      .map((element) => textContent(element)),
    breadcrumb: findAll(
      (element) => element.name === 'nav' && element.attribs['class'] === 'breadcrumb',
      children,
    ).flatMap((nav) => named(nav.children, 'li').map((item) => squeeze(textContent(item)))),
    blocks: main
      ? findAll((element) => BLOCKS.has(element.name), main.children).flatMap((element) => {
          const text = squeeze(
            ownText(element, (child) => child.attribs['class'] !== 'sources' && child.name !== 'small'),
          );
          if (text === '') return [];
          const own = squeeze(
            ownText(
              element,
              (child) => child.name !== 'code' && child.name !== 'small' && (child.attribs['lang'] ?? lang) === lang,
            ),
          );
          return [{ text, lang: langOf(element), own }];
        })
      : [],
    article: main ? (findAll((element) => element.name === 'article', main.children)[0]?.attribs ?? {}) : {},
    verdict: findAll((element) => /\bverdict\b/.test(element.attribs['class'] ?? ''), main?.children ?? [])
      .slice(0, 1)
      .map((element) => squeeze(ownText(element, (child) => child.attribs['class'] !== 'sources')))
      .join(''),
    gzip: gzipSync(html, { level: 9 }).length,
  };
}

const cache = new Map<string, SitePage[]>();

/** @returns every HTML page of a build, read once per process */
export function sitePages(build: Build): SitePage[] {
  const known = cache.get(build.dir);
  if (known) return known;
  const pages = readdirSync(build.dir, { recursive: true, encoding: 'utf8' })
    // Short addresses such as /487/ only lead on; short.test.ts looks at them.
    .filter((file) => file.endsWith('.html') && !/^(ja\/)?(?!404)\d{3}\/index\.html$/.test(file))
    .sort()
    .map((file) => readPage(build, file));
  cache.set(build.dir, pages);
  return pages;
}

/** @returns the first problems in a readable form; an empty text if there is none */
export const report = (problems: string[]): string =>
  problems.length === 0 ? '' : `${problems.length} problems, the first:\n${problems.slice(0, 20).join('\n')}`;
