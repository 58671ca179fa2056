import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import * as fontkit from 'fontkit';
import { stripOf, type Colour, type Strip } from './png.ts';

// Draws strips of link previews. Text becomes outlines of a font that comes with the packages, and the renderer is
// WebAssembly: every machine draws the same pixels.

export const WIDTH = 1200;

const file = (name: string) => fileURLToPath(import.meta.resolve(name));
await initWasm(readFileSync(file('@resvg/resvg-wasm/index_bg.wasm')));
const font = fontkit.openSync(
  file('@fontsource/biz-udpgothic/files/biz-udpgothic-japanese-700-normal.woff2'),
) as fontkit.Font;

/** Colours of the dark scheme, as in the style sheet. */
const tokens = readFileSync(fileURLToPath(new URL('../styles/tokens.css', import.meta.url)), 'utf8');
function token(name: string): string {
  const colour = new RegExp(`--${name}: light-dark\\(#\\w+, (#[0-9a-f]{6})\\)`).exec(tokens)?.[1];
  if (!colour) throw new Error(`src/styles/tokens.css: --${name} is missing; expected light-dark(#rrggbb, #rrggbb)`);
  return colour;
}
export const COLOURS = {
  page: token('color-page'),
  text: token('color-text'),
  muted: token('color-muted'),
  line: token('color-line'),
  classes: [1, 2, 3, 4, 5, 6].map((digit) => token(`class-${digit}`)),
  mark: '#1f4fa3',
  markThere: '#ffffff',
  markBack: '#ffd479',
};

const parts = (colour: string): Colour => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)) as never;
/** From one colour to another, for soft edges; without the first. */
const steps = (from: string, to: string, count: number): Colour[] =>
  Array.from({ length: count }, (_, step) => {
    const share = (step + 1) / count;
    return parts(from).map((value, at) => Math.round(value + share * (parts(to)[at]! - value))) as never;
  });

/** One palette for all strips, so that any of them can stand in one image. */
export const PALETTE: Colour[] = [
  parts(COLOURS.page),
  ...[COLOURS.text, COLOURS.muted, ...COLOURS.classes].flatMap((colour) => steps(COLOURS.page, colour, 8)),
  ...[COLOURS.line, COLOURS.mark].flatMap((colour) => steps(COLOURS.page, colour, 8)),
  ...[COLOURS.markThere, COLOURS.markBack].flatMap((colour) => steps(COLOURS.mark, colour, 8)),
];

const nearest = new Map<number, number>();
function indexOf(red: number, green: number, blue: number): number {
  const key = (red << 16) | (green << 8) | blue;
  const known = nearest.get(key);
  if (known !== undefined) return known;
  const distance = ([r, g, b]: Colour) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
  const best = PALETTE.reduce((found, colour, at) => (distance(colour) < distance(PALETTE[found]!) ? at : found), 0);
  nearest.set(key, best);
  return best;
}

/** @returns a strip as wide as the image, from the inside of an SVG */
export function drawStrip(height: number, inside: string): Strip {
  const rendered = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}">` +
      `<rect width="100%" height="100%" fill="${COLOURS.page}"/>${inside}</svg>`,
  ).render();
  const { pixels } = rendered;
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4);
  const indices = new Uint8Array(words.length);
  let [last, index] = [words[0]!, indexOf(pixels[0]!, pixels[1]!, pixels[2]!)];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    if (word !== last) {
      last = word;
      index = indexOf(pixels[4 * at]!, pixels[4 * at + 1]!, pixels[4 * at + 2]!);
    }
    indices[at] = index;
  }
  rendered.free();
  return stripOf(indices, WIDTH);
}

const outlines = new Map<string, { body: string; width: number }>();

/** A line of text in units of the font. */
function outline(text: string): { body: string; width: number } {
  const known = outlines.get(text);
  if (known) return known;
  const { glyphs, positions } = font.layout(text);
  let width = 0;
  let body = '';
  glyphs.forEach((glyph, at) => {
    if (glyph.id === 0) throw new Error(`The font of the previews has no glyph for a character of “${text}”`);
    const { xAdvance, xOffset } = positions[at]!;
    body += `<path transform="translate(${width + xOffset})" d="${glyph.path.toSVG()}"/>`;
    width += xAdvance;
  });
  const drawn = { body, width };
  outlines.set(text, drawn);
  return drawn;
}

/** @returns pixels that a text is wide at a size */
export const widthOf = (text: string, size: number): number => (outline(text).width * size) / font.unitsPerEm;

/** @returns a line of text; `y` is its baseline */
export function line(text: string, x: number, y: number, size: number, colour: string): string {
  const scale = size / font.unitsPerEm;
  return `<g transform="translate(${x} ${y}) scale(${scale} ${-scale})" fill="${colour}">${outline(text).body}</g>`;
}

/** @returns the text in lines no wider than `room`; Japanese breaks between any two characters, other text at spaces */
export function wrap(text: string, size: number, room: number): string[] {
  const pieces = text.match(/[\u3000-\u9fff\uff00-\uffef][、。」）ー]*|[^\s\u3000-\u9fff\uff00-\uffef]+\s*|\s+/g) ?? [];
  const lines: string[] = [''];
  for (const piece of pieces) {
    const longer = lines.at(-1)! + piece;
    if (lines.at(-1) !== '' && widthOf(longer.trimEnd(), size) > room) lines.push(piece);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((one) => one.trimEnd());
}
