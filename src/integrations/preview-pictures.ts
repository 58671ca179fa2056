import { messages } from '../i18n/index.ts';
import { LOCALES, type Locale } from '../locales.ts';
import type { Code } from '../schema/content.ts';
import { causeName } from '../site/cause-titles.ts';
import type { Checked } from './check-content.ts';
import { previewPaths } from '../site/paths.ts';
import { COLOURS, line, mark, picture, textBlock, widthOf, WIDTH, type Strip } from './preview-art.ts';

// What each link preview shows: the same words as on its page, in its language.

/** A picture of the site: its path, without base path, and its SVG. */
export interface Picture {
  path: string;
  svg: string;
}

const HEAD = 130;
const HALF = 250;
const MARGIN = 64;
const ROOM = WIDTH - 2 * MARGIN;
/** Left edge of what is next to a number. */
const COLUMN = 470;

const colourOf = (code: Code): string => COLOURS.states[code.nature];
const rule = `<rect width="${WIDTH}" height="2" fill="${COLOURS.line}"/>`;
const bar = (height: number, colour: string): string => `<rect width="20" height="${height}" fill="${colour}"/>`;

const strip = (height: number, ...parts: string[]): Strip => ({ height, svg: parts.join('') });

/** The name of the site, and on the right what kind of page it is. */
function head(locale: Locale, kind = ''): Strip {
  const name = line(messages(locale).ui.siteName, MARGIN + 90, 80, 42, COLOURS.text);
  const right = kind && line(kind, WIDTH - MARGIN - widthOf(kind, 34), 78, 34, COLOURS.muted);
  return strip(HEAD, mark(66, MARGIN, 32), name, right);
}

/** A large title in the middle of what is below the head. */
function page(locale: Locale, kind: string, heading: string): string {
  const setting = { x: MARGIN, room: ROOM, sizes: [88, 76, 66, 58], most: 3, colour: COLOURS.text };
  const { bottom } = textBlock(heading, 0, setting);
  const { svg } = textBlock(heading, HALF - bottom / 2, setting);
  return picture(head(locale, kind), strip(2 * HALF, rule, bar(2 * HALF, COLOURS.link), svg));
}

/** Number, phrase, and in Japanese its gloss. */
function codeStrip(code: Code, locale: Locale): Strip {
  const { gloss } = code.text[locale];
  const place = { x: COLUMN, room: WIDTH - COLUMN - MARGIN };
  const blocks = (top: number) => {
    const phrase = textBlock(code.phrase, top, {
      ...place,
      sizes: gloss ? [58, 50, 44] : [66, 58, 50],
      most: gloss ? 2 : 3,
      colour: COLOURS.text,
    });
    if (!gloss) return phrase;
    const name = textBlock(gloss, phrase.bottom + 10, { ...place, sizes: [38, 32], most: 1, colour: COLOURS.muted });
    return { svg: phrase.svg + name.svg, bottom: name.bottom };
  };
  return strip(
    HALF,
    rule,
    bar(HALF, colourOf(code)),
    line(String(code.number), MARGIN, HALF / 2 + 58, 160, colourOf(code)),
    blocks((HALF - blocks(0).bottom) / 2).svg,
  );
}

/** A request and the response that comes back; next to it, whether that is a fault. */
function natureStrip(code: Code, locale: Locale): Strip {
  const { ui } = messages(locale);
  const colour = colourOf(code);
  return strip(
    HALF,
    rule,
    bar(HALF, colour),
    `<g fill="none" stroke-width="5" stroke-linecap="round" stroke-linejoin="round">` +
      `<path d="M${MARGIN + 6} 45v160M${MARGIN + 316} 45v160" stroke="${COLOURS.line}"/>` +
      `<path d="M${MARGIN + 18} 95h284m-20-18l20 18-20 18" stroke="${COLOURS.muted}"/>` +
      `<path d="M${MARGIN + 304} 160h-284m20-18l-20 18 20 18" stroke="${colour}"/></g>`,
    line(ui.isFault, COLUMN, HALF / 2 - 18, 38, COLOURS.muted),
    line(ui.states[code.nature], COLUMN, HALF / 2 + 44, 50, colour),
  );
}

const CLASSES = [1, 2, 3, 4, 5, 6];

/** The classes below a title, for pages about many codes. */
function classes(locale: Locale, kind: string, heading: string): string {
  const place = { x: MARGIN, room: ROOM, sizes: [84, 72, 60], most: 2, colour: COLOURS.text };
  const numbers = CLASSES.map((digit, at) => line(`${digit}xx`, MARGIN + at * 184, 430, 64, COLOURS.muted));
  return picture(head(locale, kind), strip(2 * HALF, rule, textBlock(heading, 90, place).svg, ...numbers));
}

/** Every link preview of the site, one after the other */
export function* pictures({ content, vendors, pages }: Checked): Generator<Picture> {
  const { codes, notes, symptoms, contexts, reference } = content;
  for (const locale of LOCALES) {
    const { ui, contexts: context, symptoms: symptom, vendors: vendor, tables, decodePage } = messages(locale);
    yield { path: previewPaths.site(locale), svg: classes(locale, '', ui.tagline) };
    yield { path: previewPaths.pairs(locale), svg: classes(locale, ui.navCompare, ui.compareTitle) };
    const decoder = pages.get('decode')![locale];
    yield { path: previewPaths.decode(locale), svg: page(locale, decodePage.nav, decoder.title) };
    const rows = new Map(codes.map((code) => [code.number, codeStrip(code, locale)]));
    for (const code of codes) {
      const className = reference.classes[code.responseClass - 1]!.title[locale];
      yield {
        path: previewPaths.code(locale, code.number),
        svg: picture(
          head(locale, `${code.responseClass}xx ${className}`),
          rows.get(code.number)!,
          natureStrip(code, locale),
        ),
      };
    }
    const compared = head(locale, ui.navCompare);
    for (const key of notes.keys()) {
      const [a, b] = key.split('-vs-').map(Number) as [number, number];
      yield { path: previewPaths.pair(locale, a, b), svg: picture(compared, rows.get(a)!, rows.get(b)!) };
    }
    for (const { name, text } of symptoms) {
      const heading = text[locale].title.replaceAll('`', '');
      yield { path: previewPaths.symptom(locale, name), svg: page(locale, symptom.overview, heading) };
    }
    for (const { slug, text } of contexts)
      yield {
        path: previewPaths.context(locale, slug),
        svg: page(locale, context.label, text[locale].title.replaceAll('`', '')),
      };
    for (const { id, name } of vendors)
      yield { path: previewPaths.vendor(locale, id), svg: page(locale, vendor.overview, vendor.title(name)) };
    for (const cause of reference.q850.causes)
      yield {
        path: previewPaths.cause(locale, cause.cause),
        svg: page(locale, tables.q850.label, causeName(cause, locale)),
      };
  }
}
