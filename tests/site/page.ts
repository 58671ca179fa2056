import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
  /**
   * The text with an x in place of each such part: what is around it still has to fit. Beside an element that is set apart
   * by its looks, no link or code, there is U+2063.
   */
  said: string;
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
  /** Scripts that run: `src`, or the text itself where it is in the page; in order. */
  scripts: { src: string | null; module: boolean; text: string }[];
  /** What the style sheets in the page load: `@import`, and every `url()` that is no data. */
  cssLoads: string[];
  /** Where the page sends a reader by itself, or a form: refresh, `action`. */
  sends: string[];
  /** Ids inside `<main>` that a link may name: not those of form controls and drawings. */
  anchors: string[];
  /** Properties such as `og:url`. */
  social: Record<string, string>;
  /** Addresses of the breadcrumb, without the page itself. */
  trail: string[];
  handlers: string[];
  jsonLd: string[];
  breadcrumb: string[];
  blocks: Block[];
  article: Record<string, string>;
  /** First paragraph of a comparison, without its sources; empty on other pages. */
  verdict: string;
  /** `twitter:card`. */
  card: string;
  /** Every `h2` of `<main>`, with its id or that of the element around it. */
  sections: { text: string; id: string }[];
}

const BLOCKS = new Set(['p', 'li', 'dd', 'dt', 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'summary', 'figcaption', 'label']);

const named = (elements: Element[], name: string): Element[] => elements.filter((element) => element.name === name);
const within = (root: AnyNode[]): Element[] => findAll(() => true, root);
const attribute = (element: Element | undefined, name: string): string =>
  (element && getAttributeValue(element, name)) ?? '';

/** Addresses of the modules that a script names to load later */
const modulesOf = ({ attribs }: Element): string[] => attribs['data-modules']?.split(' ') ?? [];

function langOf(element: AnyNode | null): string {
  for (let node: AnyNode | null = element; node; node = node.parent)
    if (isTag(node) && node.attribs['lang']) return node.attribs['lang'];
  return '';
}

/**
 * Text of an element without blocks inside it, script, and what is only for drawing; `keep` may name what replaces
 * a child.
 */
function ownText(element: Element, keep: (child: Element) => boolean | string): string {
  let text = '';
  for (const child of element.children) {
    if (isText(child)) text += child.data;
    else if (
      isTag(child) &&
      !BLOCKS.has(child.name) &&
      !['script', 'style', 'svg', 'ul', 'ol', 'dl', 'table'].includes(child.name)
    ) {
      const kept = keep(child);
      if (kept) text += kept === true ? ownText(child, keep) : kept;
      // A citation between a word and its full stop brings its own space.
      else text = text.replace(/\s$/, '');
    }
  }
  return text;
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What the checks need of one file of a build; `file` is its path in the folder of the build */
export function readPage(build: Build, file: string): SitePage {
  const html = readFileSync(join(build.dir, file), 'utf8');
  const { children } = parseDocument(html);
  const all = within(children);
  const root = named(all, 'html')[0]!;
  const metas = named(all, 'meta');
  const meta = (name: string) =>
    attribute(
      metas.find((element) => element.attribs['name'] === name),
      'content',
    );
  const linkTags = named(all, 'link');
  const main = named(all, 'main')[0];
  const inMain = within(main?.children ?? []);
  const breadcrumb = within(all.filter(({ name, attribs }) => name === 'nav' && attribs['class'] === 'breadcrumb'));
  const lang = attribute(root, 'lang');
  return {
    path: build.base + file.replace(/(^|\/)index\.html$/, '$1'),
    file,
    lang,
    title: squeeze(textContent(named(all, 'title')[0]!)),
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
    links: named(all, 'a').map((element) => attribute(element, 'href')),
    resources: all.flatMap((element) => {
      const { src, srcset, poster, data, href, rel = '' } = element.attribs;
      const sets = srcset?.split(',').map((one) => one.trim().split(' ')[0]!) ?? [];
      if (['image', 'use'].includes(element.name)) return (href ?? element.attribs['xlink:href'])?.split('#')[0] || [];
      if (element.name === 'link')
        // The rest of `rel` only names other pages.
        return href && !/^(canonical|alternate|search|license|author)$/.test(rel) ? [href] : [];
      return [
        ...[src, poster, element.name === 'object' ? data : undefined].filter((url) => url !== undefined),
        ...modulesOf(element),
        ...sets,
      ];
    }),
    scripts: named(all, 'script')
      .filter(({ attribs }) => !attribs['type'] || attribs['type'] === 'module')
      .flatMap((element) => [
        {
          src: element.attribs['src'] ?? null,
          module: element.attribs['type'] === 'module',
          text: textContent(element),
        },
        // What it loads after the first paint: src/integrations/finish-pages.ts.
        ...modulesOf(element).map((src) => ({ src, module: true, text: '' })),
      ]),
    cssLoads: named(all, 'style').flatMap((element) =>
      [...textContent(element).matchAll(/@import|url\(\s*["']?(?!data:|#)[^)]*/g)].map(([found]) => found),
    ),
    sends: all.flatMap((element) => {
      if (element.attribs['http-equiv'] === 'refresh') return element.attribs['content']?.replace(/^.*url=/, '') ?? [];
      return [element.attribs['action'], element.attribs['formaction'], element.attribs['ping']].filter(
        (url) => url !== undefined,
      );
    }),
    anchors: inMain
      .filter(
        (element) =>
          element.attribs['id'] !== undefined &&
          !/^(input|select|textarea|button|output|svg|title|desc)$/.test(element.name),
      )
      .filter((element) => {
        for (let node: AnyNode | null = element; node; node = node.parent)
          if (isTag(node) && ['svg', 'dialog', 'form'].includes(node.name)) return false;
        return true;
      })
      .map((element) => element.attribs['id']!),
    social: Object.fromEntries(
      metas
        .filter((element) => element.attribs['property'])
        .map((element) => [element.attribs['property']!, element.attribs['content'] ?? '']),
    ),
    trail: named(breadcrumb, 'a').map((element) => attribute(element, 'href')),
    handlers: all.flatMap((element) =>
      Object.keys(element.attribs).filter((name) => /^on[a-z]+$/.test(name) || name === 'style'),
    ),
    jsonLd: named(all, 'script')
      .filter((element) => element.attribs['type'] === 'application/ld+json')
      .map((element) => textContent(element)),
    breadcrumb: named(breadcrumb, 'li').map((item) => squeeze(textContent(item))),
    blocks: inMain
      .filter(({ name }) => BLOCKS.has(name))
      .flatMap((element) => {
        const text = squeeze(
          ownText(element, (child) => child.attribs['class'] !== 'sources' && child.name !== 'small'),
        );
        if (text === '') return [];
        const foreign = (child: Element) => child.name === 'code' || (child.attribs['lang'] ?? lang) !== lang;
        const own = squeeze(ownText(element, (child) => child.name !== 'small' && !foreign(child)));
        const said = squeeze(
          ownText(element, (child) => {
            if (child.name === 'small') return false;
            // A citation between two sentences has a space on both sides.
            if (child.attribs['class'] === 'sources') return '\u2063';
            if (foreign(child)) return 'x';
            return child.name === 'a' ? true : `\u2063${ownText(child, () => true)}\u2063`;
          }),
        );
        return [{ text, lang: langOf(element), own, said }];
      }),
    article: named(inMain, 'article')[0]?.attribs ?? {},
    verdict: inMain
      .filter((element) => /\bverdict\b/.test(element.attribs['class'] ?? ''))
      .slice(0, 1)
      .map((element) =>
        squeeze(ownText(element, (child) => child.attribs['class'] !== 'sources' && child.name !== 'small')),
      )
      .join('')
      // Between Japanese sentences there is a space only for the citation, which is left out here.
      .replaceAll('。 ', '。'),
    card: meta('twitter:card'),
    sections: inMain
      .filter(({ name }) => name === 'h2')
      .map((element) => ({
        text: squeeze(textContent(element)),
        id: element.attribs['id'] ?? attribute(element.parent as Element, 'id'),
      })),
  };
}
