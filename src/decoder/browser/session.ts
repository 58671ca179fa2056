import type { DecodePageWords } from '../../i18n/decoder/page/en.ts';
import type { DecodeWords } from '../../i18n/decoder/words/en.ts';
import type { Locale } from '../../locales.ts';
import { pieces } from '../input/pieces.ts';
import { TraceReader } from '../input/trace-reader.ts';
import type { Trace } from '../message/types.ts';
import { redact } from '../redact/redact.ts';
import { analyse, type Analysis } from '../show/analyse.ts';
import type { Names } from '../show/code-names.ts';
import { ladderSvgFile, markdown, plainText } from '../show/export.ts';
import { ladderPiece, type LadderPiece, type Some } from '../show/pieces.ts';
import type { TraceLadder } from '../show/sequence.ts';
import {
  conversations,
  groupLadder,
  groupLines,
  groupView,
  overview,
  type GroupLine,
  type GroupView,
  type Overview,
  type ViewContext,
} from '../show/view.ts';

// One trace from reading to the last export. Every answer that shows something of it carries whether it is redacted: the
// page compares that with its box and shows nothing else. If something throws, nothing is shown.

interface ReadAsk {
  ask: 'read';
  input: Blob | string;
  locale: Locale;
  /** Where the names of codes, causes and warnings are. */
  names: string;
  site: string;
  sip: string;
  redacted: boolean;
  /** The reader stopped what was done with all of it: the first messages alone are wanted, as soon as they are there. */
  soon: boolean;
}

/** What the page asks for. */
export type Ask =
  | ReadAsk
  | { ask: 'stop' }
  | { ask: 'redact'; on: boolean }
  | { ask: 'groups'; from: number }
  | { ask: 'group'; index: number }
  | { ask: 'steps'; index: number; from: number }
  | { ask: 'message'; index: number }
  | { ask: 'export'; index: number; form: Export };
export type Export = 'markdown' | 'text' | 'svg';

/** What is shown of a trace. */
type Shown =
  /** `replaced` counts the different texts that were replaced; null if nothing was to be. */
  | { tell: 'overview'; overview: Overview; stopped: boolean; replaced: number | null }
  | { tell: 'groups'; from: number; groups: Some<GroupLine> }
  | { tell: 'group'; index: number; view: GroupView }
  | { tell: 'steps'; index: number; from: number; piece: LadderPiece }
  | { tell: 'message'; text: string }
  | { tell: 'export'; form: Export; text: string };

/** What is reported to the page. */
export type Tell =
  | { tell: 'progress'; percent: number; messages: number }
  /** Everything is read; until the overview follows, nothing is heard. */
  | { tell: 'read'; messages: number }
  /** `loaded`: false if a part of the decoder could not be fetched, as after a new build or without a network. */
  | { tell: 'failed'; redacted: boolean; loaded: boolean }
  | (Shown & { redacted: boolean });

/** How often the page hears of progress. */
const EVERY_MS = 100;
/** Who stops does not wait: so many messages are explained in a tenth of a second. */
const SOON = 1000;

/** What is shown of a trace as it is now, redacted or not. */
interface View {
  trace: Trace;
  analysis: Analysis;
  groups: number[][];
  /** The last ladder that was asked for. */
  ladder: { index: number; steps: TraceLadder } | null;
}

class NotLoaded extends Error {}
/** A part of the decoder that is fetched when it is needed */
const part = <Module>(loading: Promise<Module>): Promise<Module> =>
  loading.catch((cause: unknown) => {
    throw new NotLoaded('A part of the decoder could not be loaded', { cause });
  });

/** Reads a trace and answers questions about it. */
export class Session {
  #original: Trace | null = null;
  #view: View | null = null;
  #context: ViewContext | null = null;
  /** The state of the box; it may change while a file is read. */
  #redacted = false;
  #stopped = false;
  readonly #tell: (message: Tell) => void;
  readonly #redact: typeof redact;

  /**
   * @param tell takes every answer
   * @param by what redacts; another one than usual in tests of what happens if it throws
   */
  constructor(tell: (message: Tell) => void, by = redact) {
    this.#tell = tell;
    this.#redact = by;
  }

  /** Answers a question by `tell`; never throws. */
  async answer(question: Ask): Promise<void> {
    try {
      if (question.ask === 'read') await this.#read(question);
      else if (question.ask === 'stop') this.#stopped = true;
      else if (question.ask === 'redact') {
        this.#redacted = question.on;
        this.#show();
      } else this.#look(question);
    } catch (error) {
      this.#view = null;
      this.#tell({ tell: 'failed', redacted: this.#redacted, loaded: !(error instanceof NotLoaded) });
    }
  }

  async #read({ input, locale, names, site, sip, redacted, soon }: ReadAsk): Promise<void> {
    this.#redacted = redacted;
    const words = part(
      import(`../../i18n/decoder/${locale}.ts`) as Promise<{ decoder: DecodeWords; decodePage: DecodePageWords }>,
    );
    const known = fetch(names).then((response) => response.json() as Promise<Names>);
    // Without names there are numbers, and no links: better than nothing. A host with another build may have other names.
    const none: Names = { codes: {}, causes: {}, warnings: {}, symptoms: {}, reuse: {} };
    const orNone = known.then(
      (names) => ({ ...none, ...names }),
      () => none,
    );
    // What reads captures is half of the script, and a paste does not need it.
    const capture = typeof input === 'string' ? null : await part(import('../input/capture.ts'));
    const reader = new TraceReader((format, collector) => new capture!.CaptureReader(format, collector));
    const size = typeof input === 'string' ? input.length : input.size;
    const unpacking = { broken: false };
    let done = 0;
    let last = performance.now();
    for await (const { data, read } of pieces(input, unpacking)) {
      done = read;
      const { messages } = reader.push(data);
      if (performance.now() - last > EVERY_MS) {
        last = performance.now();
        this.#tell({ tell: 'progress', percent: Math.round((100 * done) / size), messages });
      }
      if (soon && messages > SOON) this.#stopped = true;
      if (this.#stopped) break;
    }
    const partial = this.#stopped && done < size ? { read: done, size } : undefined;
    const trace = reader.finish(partial, unpacking.broken);
    if (!this.#stopped) this.#tell({ tell: 'read', messages: trace.messages.length });
    this.#original = this.#stopped ? firstOf(trace) : trace;
    const { decoder, decodePage } = await words;
    this.#context = {
      words: decoder,
      page: decodePage,
      names: await orNone,
      absolute: (path) => new URL(path, site).href,
      pair: (a, b) => `${sip}${a}-vs-${b}/`,
    };
    this.#show();
  }

  #show(): void {
    const context = this.#context;
    // While a file is read there is nothing to show yet: the box counts at the end.
    if (!this.#original || !context) return;
    this.#view = null;
    const redacted = this.#redacted ? this.#redact(this.#original) : null;
    const trace = redacted ?? this.#original;
    const analysis = analyse(trace);
    const groups = conversations(analysis);
    const list = overview(trace, groups, analysis, context);
    this.#view = { trace, analysis, groups, ladder: null };
    this.#give({
      tell: 'overview',
      overview: list,
      stopped: this.#stopped,
      replaced: redacted?.replaced ?? null,
    });
  }

  #look(question: Exclude<Ask, { ask: 'read' | 'stop' | 'redact' }>): void {
    const [view, context] = [this.#view, this.#context];
    if (!view || !context) return;
    const { trace, analysis, groups } = view;
    if (question.ask === 'message') {
      this.#give({ tell: 'message', text: trace.messages[question.index]?.raw ?? '' });
      return;
    }
    if (question.ask === 'groups') {
      const { from } = question;
      this.#give({ tell: 'groups', from, groups: groupLines(groups, from, analysis, context) });
      return;
    }
    const { index } = question;
    const group = groups[index];
    if (!group) return;
    if (question.ask === 'export') {
      const calls = group.map((one) => analysis.calls[one]!);
      const make = { markdown, text: plainText, svg: ladderSvgFile }[question.form];
      this.#give({ tell: 'export', form: question.form, text: make(calls, context) });
      return;
    }
    if (view.ladder?.index !== index) view.ladder = { index, steps: groupLadder(group, analysis, context) };
    const ladder = view.ladder.steps;
    if (question.ask === 'group')
      this.#give({ tell: 'group', index, view: groupView(group, ladder, analysis, context) });
    else {
      const { from } = question;
      this.#give({ tell: 'steps', index, from, piece: ladderPiece(ladder, from, context.words) });
    }
  }

  #give(shown: Shown): void {
    this.#tell({ ...shown, redacted: this.#redacted });
  }
}

/** The trace as it was after its first messages; what it has of later ones is counted */
function firstOf(trace: Trace): Trace {
  const left = trace.messages.length - SOON;
  if (left <= 0) return trace;
  const messages = trace.messages.slice(0, SOON);
  const { place } = trace.messages[SOON]!;
  const skipped = [...trace.skipped, { place, reason: 'stopped', count: left } as const];
  return { ...trace, messages, skipped, until: messages.at(-1)!.time };
}
