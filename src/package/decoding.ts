import type { DecodePageWords } from '../i18n/decoder/page/en.ts';
import type { DecodeWords } from '../i18n/decoder/words/en.ts';
import type { Locale } from '../locales.ts';
import { pieces } from '../decoder/input/pieces.ts';
import { TraceParser } from '../decoder/input/trace-parser.ts';
import type { Endpoint } from '../decoder/message/types.ts';
import { redact } from '../decoder/redact/redact.ts';
import { byWeight } from '../decoder/rules/index.ts';
import { analyse, type Analysed, type Analysis } from '../decoder/show/analyse.ts';
import type { Names } from '../decoder/show/code-names.ts';
import { ladderOf, markdown, sectionUrl } from '../decoder/show/export.ts';
import { conversations, offersOf, overview, type ViewContext } from '../decoder/show/view.ts';
import { sequenceText } from '../model/ladder/ladder.ts';
import { drawing } from './drawing.ts';
import { languageOf } from './language.ts';
import type * as Api from './types.ts';

// The decoder as a function, by what the page of the decoder uses.

/** What the decoder says in a language, and what it knows of codes. */
export interface DecodeLanguage {
  words: DecodeWords & { locale: Locale };
  page: DecodePageWords;
  names: Names;
  /** Path of the pages of codes below the address of the site. */
  sip: string;
}

const place = (end: Endpoint | null): string | null => (end ? `${end.host}:${end.port}` : null);

function conversation(calls: Analysed[], context: ViewContext): Api.Conversation {
  const { words, names, page } = context;
  const { sequence } = ladderOf(calls, context);
  const ids = calls.map(({ call }) => call.callId || '—');
  const kind = calls.length > 1 ? words.legs(calls.length) : words.kind[calls[0]!.call.kind];
  const findings = calls.flatMap((one) => one.findings).sort(byWeight);
  return {
    title: `${kind} ${ids.join(', ')}`,
    callIds: ids,
    outcomes: calls.map(({ outcome }) => words.outcome(outcome, names)),
    findings: findings.map((finding) => ({
      kind: finding.kind,
      severity: finding.severity,
      label: words.severity[finding.severity],
      text: words.finding(finding, names),
      sources: finding.sources.map((text) => ({ text, url: sectionUrl(text) })),
      messages: finding.messages,
    })),
    streams: [...new Set(calls.flatMap(({ heard }) => heard.map(words.streamLine)))],
    media: offersOf(calls, page),
    codes: [...new Set(calls.flatMap(({ codes }) => codes))],
    ladder: sequenceText(sequence, words.steps),
    drawing: drawing(sequence),
    markdown: markdown(calls, context),
  };
}

/** A trace as what its pieces are read of; bytes of another realm, such as those of a test runner, are bytes too */
function sliced(input: unknown): string | Api.Sliced {
  if (typeof input === 'string') return input;
  if (input instanceof ArrayBuffer || ArrayBuffer.isView(input))
    return new Blob([input as ArrayBuffer | Uint8Array<ArrayBuffer>]);
  const { size, slice } = (input ?? {}) as Partial<Api.Sliced>;
  if (typeof size === 'number' && typeof slice === 'function') return input as Api.Sliced;
  throw new TypeError('input is none of string, Uint8Array, ArrayBuffer and Blob');
}

/**
 * Makes the function of the entry of the decoder.
 *
 * @param languages the one that is meant without a name first
 * @param site address of the site, with "/" at the end; what links name is below it
 */
export function makeDecoder(languages: readonly DecodeLanguage[], site: string): Api.Decoder {
  return {
    decode: async (input, { language, redact: redacting = false } = {}) => {
      const { words, page, names, sip } = languageOf(languages, language);
      const context: ViewContext = {
        words,
        page,
        names,
        absolute: (path) => site + path.slice(1),
        pair: (a, b) => `${sip}${a}-vs-${b}/`,
      };
      const parser = new TraceParser();
      const unpacking = { broken: false };
      const source = sliced(input);
      for await (const { data } of pieces(source, unpacking)) parser.push(data);
      const original = parser.finish(undefined, unpacking.broken);
      const redacted = redacting ? redact(original) : null;
      const trace = redacted ?? original;
      const analysis: Analysis = analyse(trace);
      const groups = conversations(analysis);
      const { read, skipped } = overview(trace, groups, analysis, context);
      return {
        read,
        skipped,
        conversations: groups.map((group) =>
          conversation(
            group.map((index) => analysis.calls[index]!),
            context,
          ),
        ),
        messages: trace.messages.map(({ time, from, to, raw }) => ({
          time,
          from: place(from),
          to: place(to),
          text: raw,
        })),
        replaced: redacted?.replaced ?? null,
      };
    },
  };
}
