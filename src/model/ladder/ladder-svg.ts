import type { LadderDrawing } from './ladder.ts';

/** How a ladder is drawn; what is left out is not drawn. */
export interface SvgOptions {
  /** Id of the arrow head; unique in the page. */
  id: string;
  /** The code that stands out. */
  own?: number | undefined;
  /** Makes each step a target of clicks and keys: position of a step → value of its `data-step`. */
  step?: (index: number) => string | undefined;
  /** Name of the drawing for readers who do not see it; without it the drawing is hidden from them. */
  label?: string;
}

/** @returns a text escaped for HTML, SVG and their attributes */
export const escapeText = (text: string): string =>
  text
    // XML has no place for most control characters, not even escaped.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** An element of a drawing, before it becomes text or a node of a page. */
export interface SvgElement {
  name: string;
  attributes: Record<string, string | number>;
  /** Elements and texts; texts are escaped when they become a string. */
  children: (SvgElement | string)[];
}

const make = (name: string, attributes: SvgElement['attributes'], ...children: SvgElement['children']): SvgElement => ({
  name,
  attributes,
  children,
});

/**
 * @param drawing positions and labels; labels may come from a trace
 * @returns the drawing as a tree: pages write it as text, the browser builds nodes of it; colours come from the style
 */
export function ladderTree({ width, height, parties, steps }: LadderDrawing, options: SvgOptions): SvgElement {
  const { id, own, step: value, label } = options;
  const arrow = make('path', { d: 'M0 0 8 4 0 8z' });
  const head = { id, viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto' };
  const name: SvgElement['attributes'] =
    label === undefined ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': label };
  return make(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, width, height, 'data-parties': Math.min(parties.length, 5), ...name },
    make('defs', {}, make('marker', head, arrow)),
    ...parties.flatMap((party) => [
      make('text', { class: 'party', x: party.x, y: 14 }, party.label),
      make('path', { class: 'life', d: `M${party.x} 22V${height}` }),
    ]),
    ...steps.flatMap((step, index) => {
      const time = step.time === undefined ? [] : [make('text', { class: 'time', x: 4, y: step.y }, step.time)];
      if (step.kind === 'note') return [...time, make('text', { class: 'note', x: step.x, y: step.y }, step.label)];
      if (step.kind === 'media') {
        const label = make('text', { x: (step.x1 + step.x2) / 2, y: step.y - 6 }, step.label);
        return [...time, make('g', { class: 'media' }, label, make('path', { d: `M${step.x1} ${step.y}H${step.x2}` }))];
      }
      const stands = step.code !== null && step.code === own;
      const target = value?.(index);
      const attributes = {
        class: ['step', ...(stands ? ['own'] : []), ...(step.repeat ? ['repeat'] : [])].join(' '),
        ...(step.code ? { 'data-class': Math.floor(step.code / 100) } : {}),
        ...(target === undefined ? {} : { 'data-step': target }),
      };
      const middle = (step.x1 + step.x2) / 2;
      const headers = step.headers ? [make('text', { class: 'headers', x: middle, y: step.y + 12 }, step.headers)] : [];
      const arrowTo = make('path', { d: `M${step.x1} ${step.y}H${step.x2}`, 'marker-end': `url(#${id})` });
      return [
        ...time,
        make('g', attributes, make('text', { x: middle, y: step.y - 6 }, step.label), ...headers, arrowTo),
      ];
    }),
  );
}

/** @returns an element as text */
function write({ name, attributes, children }: SvgElement): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeText(String(value))}"`);
  const inside = children.map((child) => (typeof child === 'string' ? escapeText(child) : write(child)));
  return `<${name}${list.join('')}>${inside.join('')}</${name}>`;
}

/** @returns the SVG element that pages show */
export const ladderSvg = (drawing: LadderDrawing, options: SvgOptions): string => write(ladderTree(drawing, options));

/** @returns the content of an SVG file that needs nothing else: style included, white ground, for a ticket */
export function ladderFile(drawing: LadderDrawing, label: string): string {
  const { name, attributes, children } = ladderTree(drawing, { id: 'head', label });
  const ground = make('rect', { width: '100%', height: '100%', fill: '#fff' });
  const file = make(
    name,
    { xmlns: 'http://www.w3.org/2000/svg', class: 'ladder', ...attributes },
    make('style', {}, FILE_STYLE),
    ground,
    ...children,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(file)}\n`;
}

/** The light colours of tokens.css, since a file has no page around it. */
const CLASS_COLOURS = ['#44566c', '#14693b', '#6a3fa0', '#8a4b00', '#a82020', '#8d1f6b'];
const FILE_STYLE = [
  '.ladder{font:12px system-ui,sans-serif}',
  '.ladder text{text-anchor:middle;fill:#1c2128}',
  '.ladder .party{font-weight:600}',
  '.ladder .note{fill:#57606a}',
  '.ladder path{stroke:#1c2128;stroke-width:1.3;fill:none}',
  '.ladder .life{stroke:#d8dce2;stroke-width:2}',
  '.ladder marker path{fill:#1c2128;stroke:none}',
  ...CLASS_COLOURS.map(
    (colour, index) =>
      `.ladder [data-class="${index + 1}"] path{stroke:${colour}}.ladder [data-class="${index + 1}"] text{fill:${colour}}`,
  ),
  '.ladder .repeat path{stroke-dasharray:4 3}',
  '.ladder .media path{stroke:#d8dce2;stroke-width:5}',
  '.ladder .media text{fill:#57606a}',
  '.ladder .time{text-anchor:start;fill:#57606a}',
].join('');
