import type { DecodePageWords } from '../../i18n/decoder/page/en.ts';
import type { DecodeWords } from '../../i18n/decoder/words/en.ts';
import type { Locale } from '../../locales.ts';
import { analyse, type Analysis } from '../show/analyse.ts';
import { ladderSvgFile, markdown, plainText } from '../show/export.ts';
import type { Names } from '../show/code-names.ts';
import { TraceParser } from '../input/trace-parser.ts';
import { redact } from '../redact/redact.ts';
import type { Trace } from '../message/types.ts';
import { conversations, groupView, overview, type GroupView, type Overview, type ViewContext } from '../show/view.ts';

// Reads and explains a trace away from the page, so that a large file never makes it stand still. Nothing is sent: the
// only file that is loaded are the names of codes, causes and warnings.

/** What the page asks for. */
export type Ask =
  | { ask: 'read'; input: File | string; locale: Locale; names: string; site: string; sip: string; redacted: boolean }
  | { ask: 'stop' }
  | { ask: 'redact'; on: boolean }
  | { ask: 'group'; index: number }
  | { ask: 'message'; index: number }
  | { ask: 'export'; index: number; form: Export };
export type Export = 'markdown' | 'text' | 'svg';

/** What it is told. */
export type Tell =
  | { tell: 'progress'; percent: number; messages: number }
  | { tell: 'overview'; overview: Overview; stopped: boolean }
  | { tell: 'group'; index: number; view: GroupView }
  | { tell: 'message'; text: string }
  | { tell: 'export'; form: Export; text: string };

/** How often the page hears of progress. */
const EVERY_MS = 100;
const PIECE = 1 << 20;

const scope = self as unknown as { postMessage: (message: Tell) => void; onmessage: unknown };
const tell = (message: Tell) => scope.postMessage(message);

let original: Trace | null = null;
let shown: Trace | null = null;
let analysis: Analysis | null = null;
let context: ViewContext | null = null;
let stopped = false;

/** The pieces of a file or text, with room in between for a message from the page. */
async function* pieces(input: File | string): AsyncGenerator<Uint8Array | string> {
  if (typeof input === 'string') {
    for (let at = 0; at < input.length; at += PIECE) {
      yield input.slice(at, at + PIECE);
      await new Promise((done) => setTimeout(done));
    }
    return;
  }
  for (let at = 0; at < input.size; at += PIECE) yield new Uint8Array(await input.slice(at, at + PIECE).arrayBuffer());
}

async function read({ input, locale, names, site, sip, redacted }: Extract<Ask, { ask: 'read' }>): Promise<void> {
  stopped = false;
  const words = import(`../../i18n/decoder/${locale}.ts`) as Promise<{
    decoder: DecodeWords;
    decodePage: DecodePageWords;
  }>;
  const known = fetch(names).then((response) => response.json() as Promise<Names>);
  const parser = new TraceParser();
  const size = typeof input === 'string' ? input.length : input.size;
  let last = performance.now();
  for await (const piece of pieces(input)) {
    const { read: done, messages, full } = parser.push(piece);
    if (performance.now() - last > EVERY_MS) {
      last = performance.now();
      tell({ tell: 'progress', percent: Math.round((100 * done) / size), messages });
    }
    if (stopped || full) break;
  }
  original = parser.finish();
  const { decoder, decodePage } = await words;
  context = {
    words: decoder,
    page: decodePage,
    // Without names there are numbers, and no links: better than nothing.
    names: await known.catch(() => ({ codes: {}, causes: {}, warnings: {}, symptoms: {}, reuse: {} })),
    absolute: (path) => new URL(path, site).href,
    pair: (a, b) => `${sip}${a}-vs-${b}/`,
  };
  show(redacted);
}

function show(redacted: boolean): void {
  if (!original || !context) return;
  shown = redacted ? redact(original) : original;
  analysis = analyse(shown);
  tell({ tell: 'overview', overview: overview(shown, analysis, context), stopped });
}

function answer(data: Ask): void {
  if (data.ask === 'read') void read(data);
  else if (data.ask === 'stop') stopped = true;
  else if (data.ask === 'redact') show(data.on);
  else if (!analysis || !context || !shown) return;
  else if (data.ask === 'message') tell({ tell: 'message', text: shown.messages[data.index]?.raw ?? '' });
  else {
    const group = conversations(analysis)[data.index];
    if (!group) return;
    if (data.ask === 'group') {
      tell({ tell: 'group', index: data.index, view: groupView(group, analysis, context) });
      return;
    }
    const calls = group.map((index) => analysis!.calls[index]!);
    const make = { markdown, text: plainText, svg: ladderSvgFile }[data.form];
    tell({ tell: 'export', form: data.form, text: make(calls, context) });
  }
}

scope.onmessage = ({ data }: MessageEvent<Ask>) => answer(data);
