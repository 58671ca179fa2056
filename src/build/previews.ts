import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messages } from '../i18n/index.ts';
import { type Code, type Content } from '../schema/content.ts';
import { LOCALES, type Locale } from '../locales.ts';
import { previewPaths } from '../site/paths.ts';
import { pngOf, type Strip } from './png.ts';
import { COLOURS, drawStrip, line, PALETTE, widthOf, WIDTH, wrap } from './preview-art.ts';

// Images of link previews, 1200 × 630, into the folder that is given: one per code and language, one per pair, one per
// language for all other pages. Three strips each: the site, a code, and what is below it, be it a second code or what
// the first one means.

const HEAD = 130;
const HALF = 250;
const MARGIN = 64;
const COLUMN = 540;
const ROOM = WIDTH - COLUMN - MARGIN;

const rule = (y: number) => `<rect y="${y - 2}" width="${WIDTH}" height="2" fill="${COLOURS.line}"/>`;
const colourOf = (code: Code) => COLOURS.classes[code.responseClass - 1]!;
const bar = (code: Code, height: number) => `<rect width="20" height="${height}" fill="${colourOf(code)}"/>`;

/** The mark of the site, as in public/favicon.svg. */
const mark = (size: number, x: number, y: number) =>
  `<g transform="translate(${x} ${y}) scale(${size / 32})"><rect width="32" height="32" rx="7" fill="${COLOURS.mark}"/>` +
  `<g fill="none" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round">` +
  `<path d="M8 5v22M24 5v22" stroke="${COLOURS.markThere}" opacity=".55"/>` +
  `<path d="M8 12h14M18.5 8.5l3.5 3.5-3.5 3.5" stroke="${COLOURS.markThere}"/>` +
  `<path d="M24 20.5H10M13.5 17l-3.500 3.500 3.500 3.500" stroke="${COLOURS.markBack}"/></g></g>`;

const head = (siteName: string): Strip =>
  drawStrip(HEAD, mark(66, MARGIN, 32) + line(siteName, MARGIN + 90, 80, 42, COLOURS.text) + rule(HEAD));

/** Lines around a middle, as large as the room allows. */
function block(text: string, sizes: number[], room: number, most: number, middle: number, x: number, colour: string) {
  const size = sizes.find((one) => wrap(text, one, room).length <= most) ?? sizes.at(-1)!;
  const lines = wrap(text, size, room);
  const leading = size * 1.25;
  const first = middle - ((lines.length - 1) * leading) / 2 + size * 0.37;
  return lines.map((one, at) => line(one, x, first + at * leading, size, colour)).join('');
}

/** Number and phrase. */
const codeStrip = (code: Code): Strip =>
  drawStrip(
    HALF,
    bar(code, HALF) +
      line(String(code.number), MARGIN, 191, 184, colourOf(code)) +
      block(code.phrase, [66, 58, 50], ROOM, 3, HALF / 2, COLUMN, COLOURS.text) +
      rule(HALF),
  );

/** A request, and the response that comes back. */
const exchange = (code: Code) =>
  `<g fill="none" stroke-width="5" stroke-linecap="round" stroke-linejoin="round">` +
  `<path d="M${MARGIN + 10} 40v170M${MARGIN + 340} 40v170" stroke="${COLOURS.line}"/>` +
  `<path d="M${MARGIN + 22} 92h300m-20-18l20 18-20 18" stroke="${COLOURS.muted}"/>` +
  `<path d="M${MARGIN + 328} 160h-300m20-18l-20 18 20 18" stroke="${colourOf(code)}"/></g>`;

/** What the code is: its class, whether it is a fault, and in Japanese its name. */
function meaning(code: Code, locale: Locale, title: string): Strip {
  const { ui, labels } = messages(locale);
  const group = `${code.responseClass}xx ${title}`;
  const gloss = code.text[locale].gloss;
  const answer = labels.nature[code.nature];
  const small = 36;
  return drawStrip(
    HALF,
    bar(code, HALF) +
      exchange(code) +
      (gloss
        ? block(gloss, [52, 46, 40], ROOM, 1, 70, COLUMN, COLOURS.text) + line(group, COLUMN, 148, small, COLOURS.muted)
        : block(group, [52, 46, 40], ROOM, 1, 92, COLUMN, COLOURS.text)) +
      line(ui.isFault, COLUMN, gloss ? 208 : 178, small, COLOURS.muted) +
      line(answer, COLUMN + widthOf(ui.isFault, small) + 28, gloss ? 208 : 178, small, colourOf(code)),
  );
}

const about = (locale: Locale): Strip =>
  drawStrip(
    2 * HALF,
    block(messages(locale).ui.tagline, [76, 68], WIDTH - 2 * MARGIN, 3, 190, MARGIN, COLOURS.text) +
      COLOURS.classes.map((colour, at) => line(`${at + 1}xx`, MARGIN + at * 184, 430, 64, colour)).join(''),
  );

/**
 * @param content codes, and titles of their classes
 * @param folder where the images go; emptied first
 * @returns how many there are
 */
export function writePreviews(content: Content, folder: string): number {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let count = 0;
  const write = (path: string, ...strips: Strip[]) => {
    writeFileSync(join(folder, path.split('/').at(-1)!), pngOf(strips, WIDTH, PALETTE));
    count += 1;
  };
  const top = head(messages('en').ui.siteName);
  const strips = new Map(content.codes.map((code) => [code, codeStrip(code)]));
  for (const locale of LOCALES) {
    write(previewPaths.site(locale), top, about(locale));
    for (const code of content.codes) {
      const title = content.reference.classes[code.responseClass - 1]!.title[locale];
      write(previewPaths.code(locale, code.number), top, strips.get(code)!, meaning(code, locale, title));
    }
  }
  content.codes.forEach((a, at) => {
    for (const b of content.codes.slice(at + 1))
      write(previewPaths.pair(a.number, b.number), top, strips.get(a)!, strips.get(b)!);
  });
  return count;
}
