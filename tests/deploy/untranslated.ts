import { isTag, isText, type AnyNode, type Element } from 'domhandler';
import { findAll } from 'domutils';
import { parseDocument } from 'htmlparser2';

// Texts of a page in the pseudo-language that did not come from the files of the language: they lack its brackets.

/** Elements whose text is no word of a language. */
const LITERALS = new Set(['code', 'pre', 'kbd', 'samp', 'script', 'style', 'template', 'cite']);
/** A bracket that is left open, because a text was cut, ends with its block. */
const BLOCKS = new Set(
  [
    'p',
    'li',
    'dd',
    'dt',
    'td',
    'th',
    'h1',
    'h2',
    'h3',
    'h4',
    'summary',
    'figcaption',
    'label',
    'caption',
    'option',
  ].concat(['button', 'div', 'section', 'nav', 'title', 'text']),
);
const ATTRIBUTES = ['alt', 'title', 'aria-label', 'placeholder', 'data-failed', 'data-none'];

/** What no language translates: methods, names of header fields and protocols, numbers with letters, addresses, units. */
const NAMES = [
  /\bhttps?:\S+|\b[\w-]+(?:\.[\w-]+)+\b|\bsips?:\S+/g,
  /\b[A-Z][\w]*(?:-[A-Z][\w]*)+\b/g,
  /\b[A-Z0-9]{2,}[A-Z0-9.]*s?\b/g,
  /\b(?:Q\.850|\dxx|via)\b/g,
];

/** A name as a whole word: the header field Require is none in Proxy-Require, nor is Session in call-session.js. */
function wholeWord(name: string): RegExp {
  const known = patterns.get(name);
  if (known) return known;
  const pattern = new RegExp(`(?<![\\w.-])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-]|\\.\\w)`, 'g');
  patterns.set(name, pattern);
  return pattern;
}
const patterns = new Map<string, RegExp>();

export interface Allowed {
  /** The language of the page. */
  locale: string;
  /** Names that are the same in every language, longest first: products, companies, header fields of one word. */
  names: readonly string[];
}

/** What is left of a text when names and everything in brackets is taken out; `depth` is open brackets before it */
function outside(text: string, names: readonly string[], depth: number): { left: string; depth: number } {
  let left = '';
  for (const character of text) {
    if (character === '【') depth += 1;
    else if (character === '】') depth = Math.max(0, depth - 1);
    else if (depth === 0) left += character;
  }
  for (const name of names) if (left.includes(name)) left = left.replace(wholeWord(name), ' ');
  for (const name of NAMES) left = left.replace(name, ' ');
  return { left: (left.match(/[A-Za-zÀ-ÿ]{2,}/g) ?? []).join(' '), depth };
}

/** Words of a text without brackets, or nothing */
export const untranslatedText = (text: string, { names }: Allowed): string => outside(text, names, 0).left;

/**
 * @param html a page
 * @param allowed what may be without brackets
 * @returns words without brackets, each with its element, once
 */
export function untranslated(html: string, { locale, names }: Allowed): string[] {
  const found = new Set<string>();
  let depth = 0;
  const tell = (where: string, text: string) => {
    const { left } = outside(text, names, 0);
    if (left !== '') found.add(`${where}: ${left}`);
  };
  const visit = (node: AnyNode, block: string): void => {
    if (isText(node)) {
      const { left, depth: after } = outside(node.data, names, depth);
      depth = after;
      if (left !== '') found.add(`${block}: ${left}`);
      return;
    }
    if (!isTag(node) || LITERALS.has(node.name)) return;
    const lang = node.attribs['lang'];
    if (lang !== undefined && lang !== locale) return;
    for (const name of ATTRIBUTES) if (node.attribs[name]) tell(`${node.name} ${name}`, node.attribs[name]);
    const isBlock = BLOCKS.has(node.name);
    if (isBlock) depth = 0;
    const before = depth;
    for (const child of node.children) visit(child, isBlock || node.name === 'a' ? nameOf(node) : block);
    if (isBlock) depth = 0;
    // A link stands alone or in a sentence, whose bracket goes on after it.
    else if (node.name === 'a') depth = Math.min(depth, before);
  };
  const document = parseDocument(html);
  for (const child of document.children) if (isTag(child)) visit(child, child.name);
  for (const meta of findAll(({ name }) => name === 'meta', document.children)) {
    const key = meta.attribs['name'] ?? meta.attribs['property'] ?? '';
    if (/description|title|site_name|:alt/.test(key)) tell(`meta ${key}`, meta.attribs['content'] ?? '');
  }
  return [...found];
}

const nameOf = ({ name, attribs }: Element): string => (attribs['class'] ? `${name}.${attribs['class']}` : name);
