import { mdxToMdast } from 'satteri';
import { characterFaults } from './characters.ts';
import { placeholderFaults } from './text-style.ts';

// What is allowed below the front matter of an MDX file. MDX can run code at build time and put any element on the page;
// content is text, so only text, a few elements without behaviour, and our own components get through.

const ELEMENTS = ['abbr', 'b', 'br', 'code', 'dd', 'dl', 'dt', 'em', 'h2', 'h3', 'h4', 'kbd', 'span', 'sub', 'sup'];
const ATTRIBUTES = ['id', 'lang', 'title'];

interface Node {
  type: string;
  name?: string | null;
  value?: string;
  url?: string;
  depth?: number;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: Node[];
}

/** The components that the pages hand to a body, each with the attributes it needs. */
const COMPONENTS: Record<string, string[]> = {
  Cite: ['of'],
  ApiFiles: ['locale'],
  ApiExamples: [],
  PackageExamples: [],
  LogFormats: ['of', 'locale'],
};

/** What is wrong with one element, each with its fix */
function elementFaults({ name, attributes = [] }: Node): string[] {
  if (!name) return ['has an empty tag. Remove it'];
  const needed = Object.hasOwn(COMPONENTS, name) ? COMPONENTS[name]! : null;
  if (!needed && !ELEMENTS.includes(name))
    return [
      /^[A-Z]/.test(name)
        ? `names the component ${name}; expected one of ${Object.keys(COMPONENTS).join(', ')}. Correct the spelling or remove it`
        : `has the element <${name}>; expected Markdown, or one of ${ELEMENTS.join(', ')}. Remove it`,
    ];
  const missing = needed?.find((one) => !attributes.some((attribute) => attribute.name === one));
  if (missing) return [`has <${name}> without ${missing}; expected <${name} ${missing}="…" />. Add it`];
  const allowed = needed ?? ATTRIBUTES;
  return attributes.flatMap((attribute) => {
    if (attribute.type !== 'mdxJsxAttribute' || (attribute.value && typeof attribute.value !== 'string'))
      return [`has an expression in <${name}>. Write plain text in quotes`];
    if (typeof attribute.value === 'string' && characterFaults(attribute.value).length > 0)
      return characterFaults(attribute.value);
    if (!allowed.includes(attribute.name!))
      return [
        `has the attribute ${attribute.name} in <${name}>; expected ${allowed.join(', ') || 'no attribute'}. Remove it`,
      ];
    return [];
  });
}

function nodeFaults(node: Node): string[] {
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
      return elementFaults(node);
    case 'image':
    case 'html':
      return ['has an image or raw HTML. Remove it; drawings are components'];
    case 'heading':
      return node.depth === 1 ? ['has a heading of level 1, which is the title. Begin with ##'] : [];
    case 'link':
    case 'definition': {
      const url = node.url ?? '';
      return /^(https:\/\/|\.{1,2}\/|#)/.test(url)
        ? []
        : [`links ${url}; expected https://, #section, or a path from this page such as ../487/. Correct it`];
    }
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

/**
 * Reads the text below the front matter.
 *
 * @param body MDX
 * @returns its links within the site, and what is wrong
 */
export function readBody(body: string): ReadBody {
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
    found.faults.push(...nodeFaults(node));
    if ((node.type === 'link' || node.type === 'definition') && node.url?.startsWith('.')) found.links.push(node.url);
    node.children?.forEach(visit);
  };
  visit(root);
  return found;
}
