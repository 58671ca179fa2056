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

/** @returns a text that stands for itself in HTML, SVG and their attributes */
export const escapeText = (text: string): string =>
  text
    // XML has no place for most control characters, not even escaped.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/**
 * @param drawing positions and labels; labels may come from a trace and are escaped
 * @returns the SVG element that pages and the trace decoder show; colours come from the page's style
 */
export function ladderSvg(drawing: LadderDrawing, options: SvgOptions): string {
  return element(drawing, options, '', '');
}

/** @returns the content of an SVG file that needs nothing else: style included, white ground, for a ticket */
export function ladderFile(drawing: LadderDrawing, label: string): string {
  const ground = '<rect width="100%" height="100%" fill="#fff"/>';
  const head = `<style>${FILE_STYLE}</style>${ground}`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(drawing, { id: 'head', label }, ' xmlns="http://www.w3.org/2000/svg" class="ladder"', head)}\n`;
}

function element(drawing: LadderDrawing, { id, own, step: value, label }: SvgOptions, more: string, head: string) {
  const { width, height } = drawing;
  const name = label === undefined ? ' aria-hidden="true"' : ` role="img" aria-label="${escapeText(label)}"`;
  const marker = `<defs><marker id="${escapeText(id)}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"></path></marker></defs>`;
  const parties = drawing.parties.map(
    (party) =>
      `<text class="party" x="${party.x}" y="14">${escapeText(party.label)}</text><path class="life" d="M${party.x} 22V${height}"></path>`,
  );
  const steps = drawing.steps.map((step, index) => {
    const time =
      step.time === undefined ? '' : `<text class="time" x="4" y="${step.y}">${escapeText(step.time)}</text>`;
    if (step.kind === 'note')
      return `${time}<text class="note" x="${step.x}" y="${step.y}">${escapeText(step.label)}</text>`;
    const classes = [
      'step',
      ...(step.code !== null && step.code === own ? ['own'] : []),
      ...(step.repeat ? ['repeat'] : []),
    ];
    const group = step.code ? ` data-class="${Math.floor(step.code / 100)}"` : '';
    const target = value?.(index);
    const data = target === undefined ? '' : ` data-step="${escapeText(target)}"`;
    return `${time}<g class="${classes.join(' ')}"${group}${data}><path d="M${step.x1} ${step.y}H${step.x2}" marker-end="url(#${escapeText(id)})"></path><text x="${(step.x1 + step.x2) / 2}" y="${step.y - 5}">${escapeText(step.label)}</text></g>`;
  });
  return `<svg${more} viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"${name}>${head}${marker}${parties.join('')}${steps.join('')}</svg>`;
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
  '.ladder .time{text-anchor:start;fill:#57606a}',
].join('');
