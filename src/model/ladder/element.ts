/** An element of a ladder before it becomes text or a node of a page. */
export interface DrawnElement {
  name: string;
  attributes: Record<string, string | number>;
  /** Elements and texts; texts are escaped when they become a string. */
  children: (DrawnElement | string)[];
  /** In a list: how many parties it has room for, or the lines of its grid between which this part lies. */
  place?: { parties: number } | { from: number; to: number };
}

/** An element of a drawing */
export const make = (
  name: string,
  attributes: DrawnElement['attributes'],
  ...children: DrawnElement['children']
): DrawnElement => ({ name, attributes, children });

/** A text escaped for HTML, SVG and their attributes */
const escapeText = (text: string): string =>
  text
    // XML has no place for most control characters, not even escaped.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** The classes that stand for a place, for pages whose policy allows no style of an element's own */
const placeClasses = (place: DrawnElement['place']): string[] =>
  !place ? [] : 'parties' in place ? [`of-${place.parties}`] : [`from-${place.from}`, `to-${place.to}`];

/** An element as text, of HTML or SVG */
export function writeElement({ name, attributes, children, place }: DrawnElement): string {
  const classes = [attributes['class'] ?? '', ...placeClasses(place)].filter(Boolean).join(' ');
  const list = Object.entries({ ...attributes, ...(classes ? { class: classes } : {}) });
  const written = list.map(([key, value]) => ` ${key}="${escapeText(String(value))}"`);
  const inside = children.map((child) => (typeof child === 'string' ? escapeText(child) : writeElement(child)));
  return `<${name}${written.join('')}>${inside.join('')}</${name}>`;
}
