import { messages } from '../i18n/index.ts';
import { LOCALES, type Locale } from '../locales.ts';
import type { Code } from '../schema/content.ts';
import type { Checked } from './check-content.ts';
import { previewPaths } from '../site/paths.ts';
import { COLOURS, lamp, line, mark, picture, textBlock, widthOf, WIDTH, type Strip } from './preview-art.ts';

// What each link preview shows: the same words as on its page, in its language.

/** A picture of the site: its path, without base path, and its SVG. */
export interface Picture {
  path: string;
  svg: string;
}

const HEAD = 130;
const BODY = 500;
const MARGIN = 64;
const ROOM = WIDTH - 2 * MARGIN;
/** Left edge of what is next to a large number. */
const COLUMN = 560;

const strip = (height: number, ...parts: string[]): Strip => ({ height, svg: parts.join('') });

/** A plate as on the pages: ruled in one colour, filled with another. */
const plate = (x: number, width: number, rule: string, fill: string): string =>
  `<rect x="${x}" width="${width}" height="${BODY}" fill="${fill}"/><rect x="${x}" width="${width}" height="12" fill="${rule}"/>`;

/** The name of the site, and on the right what kind of page it is. */
function head(locale: Locale, kind = ''): Strip {
  const name = line(messages(locale).ui.siteName, MARGIN + 90, 80, 42, COLOURS.text);
  const right = kind && line(kind, WIDTH - MARGIN - widthOf(kind, 34), 78, 34, COLOURS.muted);
  return strip(HEAD, mark(66, MARGIN, 32), name, right);
}

/** The state of a code: its lamp, never without its word. */
function state(code: Code, locale: Locale, x: number, y: number, size: number): string {
  const word = line(messages(locale).ui.states[code.nature], x + size * 1.25, y, size, COLOURS.states[code.nature]);
  return lamp(code.nature, x + size * 0.42, y - size * 0.36, size * 0.42) + word;
}

/** A large title in the middle of a plate that has no state; what has a number of its own shows it. */
function page(locale: Locale, kind: string, heading: string, number = ''): string {
  const x = number ? MARGIN + widthOf(number, 240) + 56 : MARGIN;
  const setting = { x, room: WIDTH - MARGIN - x, sizes: [88, 76, 66, 58, 50], most: 3, colour: COLOURS.text };
  const { bottom } = textBlock(heading, 0, setting);
  const { svg } = textBlock(heading, (BODY - bottom) / 2, setting);
  return picture(
    head(locale, kind),
    strip(
      BODY,
      plate(0, WIDTH, COLOURS.text, COLOURS.panel),
      number && line(number, MARGIN, BODY / 2 + 88, 240, COLOURS.text),
      svg,
    ),
  );
}

/** Number, phrase, in Japanese its gloss, and how much of a fault it is. */
function code(one: Code, locale: Locale): Strip {
  const { gloss } = one.text[locale];
  const colour = COLOURS.states[one.nature];
  const place = { x: COLUMN, room: WIDTH - COLUMN - MARGIN };
  const blocks = (top: number) => {
    const phrase = textBlock(one.phrase, top, { ...place, sizes: [72, 62, 54], most: 3, colour: COLOURS.text });
    if (!gloss) return phrase;
    const name = textBlock(gloss, phrase.bottom + 10, { ...place, sizes: [40, 34], most: 1, colour: COLOURS.muted });
    return { svg: phrase.svg + name.svg, bottom: name.bottom };
  };
  /** What the state takes below the phrase. */
  const foot = 90;
  const top = (BODY - blocks(0).bottom - foot) / 2;
  const { svg, bottom } = blocks(top);
  return strip(
    BODY,
    plate(0, WIDTH, colour, COLOURS.tints[one.nature]),
    line(String(one.number), MARGIN, BODY / 2 + 74, 200, colour),
    svg,
    state(one, locale, COLUMN, bottom + foot - 18, 42),
  );
}

/** One of two codes, side by side. */
function half(one: Code, locale: Locale, x: number): string {
  const { gloss } = one.text[locale];
  const place = { x: x + MARGIN, room: WIDTH / 2 - 2 * MARGIN };
  const phrase = textBlock(one.phrase, 210, { ...place, sizes: [52, 46, 40], most: 2, colour: COLOURS.text });
  const name =
    gloss && textBlock(gloss, phrase.bottom + 6, { ...place, sizes: [32, 28], most: 1, colour: COLOURS.muted }).svg;
  return (
    plate(x, WIDTH / 2 - 2, COLOURS.states[one.nature], COLOURS.tints[one.nature]) +
    line(String(one.number), place.x, 180, 160, COLOURS.states[one.nature]) +
    phrase.svg +
    name +
    state(one, locale, place.x, 456, 36)
  );
}

/** Two codes, and the sign between them. */
function pair(a: string, b: string): Strip {
  const [x, y] = [WIDTH / 2 - 1, 128];
  const sign = `<circle cx="${x}" cy="${y}" r="38" fill="${COLOURS.card}" stroke="${COLOURS.line}" stroke-width="2"/>`;
  return strip(BODY, a, b, sign, line('vs', x - widthOf('vs', 34) / 2, y + 11, 34, COLOURS.muted));
}

/** All codes as lamps, a row per class, below a title. */
function board(locale: Locale, kind: string, heading: string, codes: Code[]): string {
  const place = { x: MARGIN, room: ROOM, sizes: [72, 64, 56], most: 2, colour: COLOURS.text };
  const { svg, bottom } = textBlock(heading, 44, place);
  const rows = [...Map.groupBy(codes, ({ responseClass }) => responseClass)];
  const step = (BODY - bottom - 60) / rows.length;
  const lamps = rows.map(([digit, members], row) => {
    const y = bottom + 40 + step * (row + 0.5);
    return (
      line(`${digit}xx`, MARGIN, y + 9, 26, COLOURS.muted) +
      members.map(({ nature }, at) => lamp(nature, MARGIN + 92 + at * 20.5, y, 8)).join('')
    );
  });
  return picture(head(locale, kind), strip(BODY, plate(0, WIDTH, COLOURS.text, COLOURS.card), svg, ...lamps));
}

/** Every link preview of the site, one after the other */
export function* pictures({ content, vendors, pages }: Checked): Generator<Picture> {
  const { codes, notes, symptoms, contexts, reference } = content;
  for (const locale of LOCALES) {
    const { ui, contexts: context, symptoms: symptom, vendors: vendor, tables, decodePage } = messages(locale);
    yield { path: previewPaths.site(locale), svg: board(locale, '', ui.tagline, codes) };
    yield { path: previewPaths.pairs(locale), svg: board(locale, ui.navCompare, ui.compareTitle, codes) };
    const decoder = pages.get('decode')![locale];
    yield { path: previewPaths.decode(locale), svg: page(locale, decodePage.nav, decoder.title) };
    for (const one of codes) {
      const className = reference.classes[one.responseClass - 1]!.title[locale];
      yield {
        path: previewPaths.code(locale, one.number),
        svg: picture(head(locale, `${one.responseClass}xx ${className}`), code(one, locale)),
      };
    }
    const compared = head(locale, ui.navCompare);
    const halves = new Map(
      codes.map((one) => [one.number, [half(one, locale, 0), half(one, locale, WIDTH / 2)] as const]),
    );
    for (const key of notes.keys()) {
      const [a, b] = key.split('-vs-').map(Number) as [number, number];
      yield {
        path: previewPaths.pair(locale, a, b),
        svg: picture(compared, pair(halves.get(a)![0], halves.get(b)![1])),
      };
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
        svg: page(locale, tables.causePage.kind, cause.name[locale], String(cause.cause)),
      };
  }
}
