import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fontkit from 'fontkit';
import { LOCALES, locales } from '../locales.ts';
import { phrases } from './phrases.ts';

// Parts of link previews as SVG. Text becomes outlines of a font that comes with the packages, so every machine draws the
// same pixels, whatever fonts it has. The font of each language is named in src/locales.ts.

export const WIDTH = 1200;

const file = (name: string) => fileURLToPath(import.meta.resolve(name));
const fonts = [...new Set(LOCALES.map((locale) => locales[locale].previewFont))].map(
  (name) => fontkit.openSync(file(name)) as fontkit.Font,
);
/** Units of the first font, in which the glyphs of all are measured. */
const EM = fonts[0]!.unitsPerEm;

/** Colours of the light scheme, as in the style sheet. */
const tokens = readFileSync(fileURLToPath(new URL('../styles/tokens.css', import.meta.url)), 'utf8');
function token(name: string): string {
  const colour = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), #\\w+\\)`).exec(tokens)?.[1];
  if (!colour) throw new Error(`src/styles/tokens.css: --${name} is missing; expected light-dark(#rrggbb, #rrggbb)`);
  return colour;
}
export const COLOURS = {
  page: token('color-page'),
  card: token('color-card'),
  panel: token('color-panel'),
  text: token('color-text'),
  muted: token('color-muted'),
  line: token('color-line'),
  /** How much of a fault a code is: of its number and lamp, and behind them. */
  states: { normal: token('normal'), depends: token('depends'), fault: token('fault') },
  tints: { normal: token('normal-tint'), depends: token('depends-tint'), fault: token('fault-tint') },
  mark: '#1f4fa3',
  markThere: '#ffffff',
  markBack: '#ffd479',
};

interface Glyph {
  /** Outline as the path data of SVG. */
  outline: string;
  width: number;
}

/** Each character is read once, from the first font that has it: some take a millisecond. */
const glyphs = new Map<string, Glyph>();

function glyphOf(character: string): Glyph {
  let known = glyphs.get(character);
  if (!known) {
    const code = character.codePointAt(0)!;
    const font = fonts.find((one) => one.hasGlyphForCodePoint(code));
    if (!font) throw new Error(`No font of the previews has a glyph for “${character}”`);
    const glyph = font.glyphForCodePoint(code);
    const scale = EM / font.unitsPerEm;
    const path = scale === 1 ? glyph.path : glyph.path.scale(scale, scale);
    known = { outline: path.toSVG(), width: glyph.advanceWidth * scale };
    glyphs.set(character, known);
  }
  return known;
}

/** Pixels that a text is wide at a size */
export const widthOf = (text: string, size: number): number =>
  ([...text].reduce((sum, character) => sum + glyphOf(character).width, 0) * size) / EM;

/** A line of text; `y` is its baseline */
export function line(text: string, x: number, y: number, size: number, colour: string): string {
  const scale = size / EM;
  let at = 0;
  const outlines = [...text].map((character) => {
    const { outline, width } = glyphOf(character);
    const path = outline && `<path transform="translate(${at})" d="${outline}"/>`;
    at += width;
    return path;
  });
  return `<g transform="translate(${x} ${y}) scale(${scale} ${-scale})" fill="${colour}">${outlines.join('')}</g>`;
}

/** The text in lines no wider than `room`: they break at spaces, and in Japanese between phrases */
export function wrap(text: string, size: number, room: number): string[] {
  const lines: string[] = [''];
  for (const piece of phrases(text).flatMap((phrase) => phrase.match(/\S+\s*|\s+/g) ?? [])) {
    const longer = lines.at(-1)! + piece;
    if (lines.at(-1) !== '' && widthOf(longer.trimEnd(), size) > room) lines.push(piece);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((one) => one.trimEnd());
}

/** How a text is set: the first size at which it needs no more than `most` lines. */
export interface Setting {
  x: number;
  room: number;
  sizes: number[];
  most: number;
  colour: string;
}

/** A text that has its place, and where the next one may begin. */
export interface Placed {
  svg: string;
  bottom: number;
}

/** The text below `top`; what is too long at the smallest size ends in "…" */
export function textBlock(text: string, top: number, { x, room, sizes, most, colour }: Setting): Placed {
  const fits = (size: number) => {
    const lines = wrap(text, size, room);
    return lines.length <= most && lines.every((one) => widthOf(one, size) <= room);
  };
  const size = sizes.find(fits) ?? sizes.at(-1)!;
  const lines = wrap(text, size, room);
  if (lines.length > most) {
    let last = `${lines[most - 1]!}…`;
    while (widthOf(last, size) > room) last = `${[...last].slice(0, -2).join('')}…`;
    lines.splice(most - 1, lines.length, last);
  }
  const leading = size * 1.3;
  return {
    svg: lines.map((one, at) => line(one, x, top + size + at * leading, size, colour)).join(''),
    bottom: top + size + (lines.length - 1) * leading + size * 0.3,
  };
}

/** The mark of the site, as in public/favicon.svg. */
export const mark = (size: number, x: number, y: number): string =>
  `<g transform="translate(${x} ${y}) scale(${size / 32})"><rect width="32" height="32" rx="7" fill="${COLOURS.mark}"/>` +
  `<g fill="none" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round">` +
  `<path d="M8 5v22M24 5v22" stroke="${COLOURS.markThere}" stroke-opacity=".55"/>` +
  `<path d="M8 12h14M18.5 8.5l3.5 3.5-3.5 3.5" stroke="${COLOURS.markThere}"/>` +
  `<path d="M24 20.5H10M13.5 17l-3.500 3.500 3.500 3.500" stroke="${COLOURS.markBack}"/></g></g>`;

/** @returns a lamp in the colour of a state, lit as much as it is a fault; `x`, `y` are its middle */
export function lamp(state: keyof typeof COLOURS.states, x: number, y: number, radius: number): string {
  const colour = COLOURS.states[state];
  const width = radius * 0.32;
  const ring = radius - width / 2;
  const half = `<path d="M${x} ${y - ring}a${ring} ${ring} 0 0 0 0 ${2 * ring}z" fill="${colour}"/>`;
  return (
    `<circle cx="${x}" cy="${y}" r="${ring}" fill="${state === 'fault' ? colour : 'none'}" stroke="${colour}" stroke-width="${width}"/>` +
    (state === 'depends' ? half : '')
  );
}

/** A part of a picture, as wide as that. */
export interface Strip {
  height: number;
  svg: string;
}

/** A picture of strips from top to bottom, as SVG */
export function picture(...strips: Strip[]): string {
  let top = 0;
  const parts = strips.map(({ height, svg }) => {
    const part = `<g transform="translate(0 ${top})">${svg}</g>`;
    top += height;
    return part;
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${top}">` +
    `<rect width="100%" height="100%" fill="${COLOURS.page}"/>${parts.join('')}</svg>`
  );
}
