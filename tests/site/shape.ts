// The markup of a page without what cannot change its validity, in parts, so that 6,000 pages come down to some hundred parts.

const TOKEN = /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-zA-Z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|[^<]+|</gi;
const ATTRIBUTE = /\s+([^\s=>/"']+)(?:=("[^"]*"|'[^']*'|[^\s"'>]+))?/g;
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
/** Attributes that name ids of other elements. */
const REFERENCES = [
  'for',
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
  'aria-owns',
  'headers',
  'list',
  'form',
];
/** Attributes whose value is free: only whether there is one matters. */
const FREE = /^(href|src|title|alt|d|points|viewbox|[xy][12]?|c[xy]|r[xy]?|width|height|transform|value|data-.*)$/;

/** Parts that are judged by themselves, and what replaces them where they were. */
const PARTS: Record<string, string> = {
  section: '<p>x</p>',
  table: '<p>x</p>',
  dl: '<p>x</p>',
  details: '<p>x</p>',
  dialog: '<p>x</p>',
  svg: '<span>x</span>',
};
/** A page around a part, with the elements elsewhere on the page that it refers to. */
const frame = (part: string): string => {
  const named = [...part.matchAll(/ (?:aria-[a-z]+|for|headers|list|form)="([^"]*)"/g)].flatMap(([, ids]) =>
    ids!.split(/\s+/),
  );
  const stubs = [...new Set(named)].filter((id) => /^v\d+$/.test(id) && !part.includes(` id="${id}"`));
  const elsewhere = stubs.map((id) => `<p id="${id}">x</p>`).join('');
  return `<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><main>${part}${elsewhere}</main></body></html>`;
};

interface Node {
  open: string;
  close: string;
  children: (Node | string)[];
}

/** The attributes of a tag with free values and ids that nothing refers to taken out */
function plainAttributes(attributes: string, referred: Map<string, string>, labels: Map<string, string>): string {
  return [...attributes.matchAll(ATTRIBUTE)]
    .map(([, key, quoted]) => {
      if (quoted === undefined) return ` ${key}`;
      const value = quoted.replace(/^["']|["']$/g, '');
      const small = key!.toLowerCase();
      if (small === 'id') return referred.has(value) ? ` id="${referred.get(value)}"` : '';
      if (REFERENCES.includes(small))
        return ` ${key}="${value.replace(/\S+/g, (id) => referred.get(id) ?? 'missing')}"`;
      // Two landmarks need two labels: which ones is free.
      if (small === 'aria-label' && value !== '') {
        if (!labels.has(value)) labels.set(value, `l${labels.size}`);
        return ` ${key}="${labels.get(value)}"`;
      }
      if (small === 'content' && !/http-equiv/i.test(attributes)) return ` ${key}="v"`;
      if (FREE.test(small) && value !== '') return ` ${key}="v"`;
      return ` ${key}="${value}"`;
    })
    .join('')
    .concat(attributes.trimEnd().endsWith('/') ? ' /' : '');
}

const write = (node: Node | string): string =>
  typeof node === 'string' ? node : `${node.open}${node.children.map(write).join('')}${node.close}`;

/**
 * @param html a page as built
 * @returns the page and its parts, each as a page: every text as `x`, every free attribute value as `v`, ids only where they
 *   are referred to, and of siblings that are then equal only the first two; null if tags do not match, so that the page has
 *   to be judged as it is
 */
export function shapesOf(html: string): string[] | null {
  const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id!));
  const shapes: string[] = [];
  const referred = new Map<string, string>();
  for (const [, , value] of html.matchAll(new RegExp(`\\s(${REFERENCES.join('|')})="([^"]*)"`, 'g')))
    for (const id of value!.split(/\s+/)) if (ids.has(id) && !referred.has(id)) referred.set(id, `v${referred.size}`);
  const labels = new Map<string, string>();
  const root: Node = { open: '', close: '', children: [] };
  const stack: Node[] = [root];
  let raw: string | null = null;
  for (const token of html.matchAll(TOKEN)) {
    const [text, slash, tag, attributes = ''] = token;
    const top = stack.at(-1)!;
    const name = tag?.toLowerCase();
    if (raw !== null && !(slash && name === raw)) continue;
    if (name === undefined) {
      if (text.startsWith('<!doctype') || text.startsWith('<!DOCTYPE')) top.children.push(text);
      else if (text === '<') return null;
      else if (text.startsWith('<!--') || !/\S/.test(text)) continue;
      // Characters that should have been escaped stay.
      else if (/&(?!#?\w+;)|>/.test(text)) top.children.push(text);
      else if (top.children.at(-1) !== 'x') top.children.push('x');
      continue;
    }
    if (slash) {
      if (top.close !== `</${name}>`) return null;
      raw = null;
      stack.pop();
      const parent = stack.at(-1)!;
      let written = write(top);
      if (name in PARTS) {
        shapes.push(frame(written));
        written = PARTS[name]!;
      }
      if (parent.children.filter((child) => child === written).length < 2) parent.children.push(written);
      continue;
    }
    const open = `<${tag}${plainAttributes(attributes, referred, labels)}>`;
    if (VOID.has(name) || attributes.trimEnd().endsWith('/')) {
      if (top.children.filter((child) => child === open).length < 2) top.children.push(open);
      continue;
    }
    stack.push({ open, close: `</${name}>`, children: [] });
    if (name === 'script' || name === 'style') raw = name;
  }
  return stack.length === 1 ? [write(root), ...shapes] : null;
}
