import { mdxToMdast } from 'satteri';
import { LOCALES, locales, type Locale } from '../../locales.ts';
import { repeated } from './contradictions.ts';
import { characterFaults } from './characters.ts';
import { webFault } from './web-address.ts';
import { formFaults, placeholderFaults } from './text-style.ts';

// What is allowed below the front matter of an MDX file. MDX can run code at build time and put any element on the page;
// content is text, so only text, a few elements without behaviour, and our own components get through.

const ELEMENTS = ['abbr', 'b', 'br', 'code', 'dd', 'dl', 'dt', 'em', 'h2', 'h3', 'h4', 'kbd', 'span', 'sub', 'sup'];
/** Attributes of elements, each with the form of its value. */
const ATTRIBUTES: Record<string, RegExp> = {
  id: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  lang: /^[a-z]{2,3}(-[A-Z][A-Za-z]{1,3})?$/,
  title: /\S/,
};

interface Node {
  type: string;
  name?: string | null;
  value?: string;
  url?: string;
  depth?: number;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: Node[];
}

/** The components that the pages hand to a body, each with the attributes it needs and the form of their values. */
const COMPONENTS = {
  Cite: { of: /^RFC \d+ §/ },
  ApiFiles: { locale: /./ },
  ApiExamples: {},
  PackageExamples: {},
  LogFormats: { of: /^(log|dump)$/, locale: /./ },
} satisfies Record<string, Record<string, RegExp>>;

/** The name of a component that a body may hold. */
export type Component = keyof typeof COMPONENTS;

const isComponent = (name: string): name is Component => Object.hasOwn(COMPONENTS, name);

/** What is wrong with one element, each with its fix */
function elementFaults(
  { name, attributes = [], children = [] }: Node,
  locale: Locale,
  components: readonly Component[],
) {
  if (!name) return ['has an empty tag. Remove it'];
  const own = isComponent(name) && components.includes(name);
  if (!own && !ELEMENTS.includes(name))
    return [
      /^[A-Z]/.test(name)
        ? `names the component ${name}; expected one of ${components.join(', ')}. Correct the spelling or remove it`
        : `has the element <${name}>; expected Markdown, or one of ${ELEMENTS.join(', ')}. Remove it`,
    ];
  const forms: Record<string, RegExp> = own ? COMPONENTS[name] : ATTRIBUTES;
  const missing = own && Object.keys(forms).find((one) => !attributes.some((attribute) => attribute.name === one));
  if (missing) return [`has <${name}> without ${missing}; expected <${name} ${missing}="…" />. Add it`];
  if (own && children.length > 0) return [`has a text in <${name}>. Write <${name} … /> and put the text outside`];
  if (!own && name !== 'br' && children.length === 0) return [`has <${name}> without a text. Remove it`];
  return attributes.flatMap((attribute, index) => {
    const { type, name: key = '', value } = attribute;
    if (type !== 'mdxJsxAttribute' || (value && typeof value !== 'string'))
      return [`has an expression in <${name}>. Write plain text in quotes`];
    if (!Object.hasOwn(forms, key))
      return [
        `has the attribute ${key} in <${name}>; expected ${Object.keys(forms).join(', ') || 'no attribute'}. Remove it`,
      ];
    if (attributes.findIndex((one) => one.name === key) !== index)
      return [`has the attribute ${key} of <${name}> twice. Remove one`];
    if (typeof value !== 'string' || !(key === 'locale' ? value === locale : forms[key]!.test(value)))
      return [`has ${key}="${String(value ?? '')}" in <${name}>, which is not as expected. Correct it`];
    return characterFaults(value);
  });
}

/** What stands for a component in the words around it. */
const COMPONENT = '\u0001';

/** The words of a paragraph, heading or cell as a reader sees them; elements of another language are none of them. */
const wordsOf = ({ type, value = '', attributes = [], children = [] }: Node): string => {
  if (type === 'text') return value;
  if (type === 'inlineCode' || attributes.some(({ name }) => name === 'lang')) return '`x`';
  if (/^mdxJsx/.test(type) && children.length === 0) return COMPONENT;
  return children.map(wordsOf).join('');
};

/** What is wrong with the words of a body, block by block */
function wordFaults(node: Node, locale: Locale): string[] {
  const blocks = ['paragraph', 'heading', 'tableCell'];
  const { sentenceJoint: joint } = locales[locale];
  if (!blocks.includes(node.type)) return node.children?.flatMap((child) => wordFaults(child, locale)) ?? [];
  // A citation stands behind its sentence; where a line of the file ends, the paragraph goes on.
  const words = wordsOf(node)
    .replaceAll(new RegExp(` ?${COMPONENT}`, 'g'), '')
    .replace(/\s*\n\s*/g, joint);
  const foreign = LOCALES.find((other) => other !== locale && locales[other].script?.test(words));
  return [
    ...formFaults(words, locale),
    ...(foreign && !locales[locale].script
      ? [`has ${locales[foreign].englishName} text; expected ${locales[locale].englishName}. Translate it`]
      : []),
    ...(node.type === 'heading' && words.trim() === '' ? ['has a heading without a text. Remove it'] : []),
  ];
}

/** Headings in order of depth, each text and each id once: an anchor leads to one place. */
function outlineFaults(root: Node): string[] {
  const faults: string[] = [];
  const names: string[] = [];
  let depth = 1;
  const visit = (node: Node): void => {
    if (node.type === 'heading') {
      if (node.depth! > depth + 1)
        faults.push(`has a heading of level ${node.depth} below one of ${depth}. Begin with ##`);
      depth = node.depth!;
      names.push(wordsOf(node).trim().toLowerCase());
    }
    for (const { name, value } of node.attributes ?? []) if (name === 'id') names.push(String(value));
    node.children?.forEach(visit);
  };
  visit(root);
  for (const name of repeated(names)) faults.push(`has the heading or id "${name}" twice. Rename one`);
  return faults;
}

function nodeFaults(node: Node, locale: Locale, components: readonly Component[]): string[] {
  switch (node.type) {
    case 'mdxjsEsm':
      return ['has an import or export. Remove it; components are at hand by their names'];
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return /^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value ?? '')
        ? []
        : [`has the expression {${node.value}}. Write the text itself, or \\{ for a brace`];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return elementFaults(node, locale, components);
    case 'image':
    case 'html':
      return ['has an image or raw HTML. Remove it; drawings are components'];
    case 'heading':
      return node.depth === 1 ? ['has a heading of level 1, which is the title. Begin with ##'] : [];
    case 'link':
    case 'definition': {
      const url = node.url ?? '';
      if (/^\.{1,2}\//.test(url)) return [];
      const fault = url.startsWith('https:')
        ? webFault(url)
        : 'expected https://, or a path from this page such as ../487/. Correct it';
      return fault ? [`links ${url}; ${fault}`] : [];
    }
    case 'footnoteDefinition':
    case 'footnoteReference':
      return ['has a footnote. Write it into the text'];
    case 'text':
    case 'inlineCode':
    case 'code':
      return [...characterFaults(node.value ?? ''), ...placeholderFaults(node.value ?? '')];
    default:
      return [];
  }
}

/** What a body holds that somebody else has to judge, and what is wrong with it by itself. */
export interface ReadBody {
  /** Each with its fix. */
  faults: string[];
  /** Paths of links within the site, as written: `../487/`. */
  links: string[];
}

const known = new Map<string, ReadBody>();

/**
 * Reads the text below the front matter, once: content is read again after every edit in `dev` and in tests.
 *
 * @param body MDX
 * @param locale its language
 * @param components those that the page hands to it
 * @returns its links within the site, and what is wrong; the same object for the same text: not to be changed
 */
export function readBody(body: string, locale: Locale, components: readonly Component[]): ReadBody {
  const key = [locale, ...components, body].join('\u0000');
  if (!known.has(key)) known.set(key, read(body, locale, components));
  return known.get(key)!;
}

function read(body: string, locale: Locale, components: readonly Component[]): ReadBody {
  const found: ReadBody = { faults: [], links: [] };
  if (body.trim() === '') return found;
  let root: Node;
  try {
    root = mdxToMdast(body) as unknown as Node;
  } catch (error) {
    const said = (error as Error).message.replace(/ \(mdx-jsx:.*\)$/, '');
    found.faults.push(
      `is not valid MDX (line:column below the front matter): ${said}. Close the tag, or write \\{ and \\<`,
    );
    return found;
  }
  const visit = (node: Node): void => {
    found.faults.push(...nodeFaults(node, locale, components));
    if ((node.type === 'link' || node.type === 'definition') && node.url?.startsWith('.')) found.links.push(node.url);
    node.children?.forEach(visit);
  };
  visit(root);
  const { script, englishName } = locales[locale];
  if (script && !script.test(wordsOf(root))) found.faults.push(`is not in ${englishName}. Translate it`);
  found.faults.push(...wordFaults(root, locale), ...outlineFaults(root));
  return found;
}
