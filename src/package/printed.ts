import type { CommandWords } from '../i18n/package/en.ts';
import { harmless } from './drawing.ts';
import type { Cause, CodeDescription, CodeLine, Comparison, Decoded, Nature, Source, Statement } from './types.ts';

// Answers as text for a terminal.

/** What the lines say besides the answers themselves. */
export interface PrintWords {
  command: CommandWords;
  heading: { outcome: string; findings: string; media: string; ladder: string };
  colon: string;
}

/** How a text is set apart; without colours every function gives it back as it is. */
export interface Style {
  strong: (text: string) => string;
  quiet: (text: string) => string;
  state: (text: string, state: Nature | 'warning' | 'note') => string;
}

const sgr = (start: number, end: number) => (text: string) => `\u001b[${start}m${text}\u001b[${end}m`;
const same = (text: string): string => text;
const COLOURS: Record<Nature | 'warning' | 'note', number> = {
  normal: 32,
  depends: 33,
  fault: 31,
  warning: 33,
  note: 36,
};

/** Styles for a terminal, or none */
export const styleOf = (colours: boolean): Style =>
  colours
    ? { strong: sgr(1, 22), quiet: sgr(2, 22), state: (text, state) => sgr(COLOURS[state], 39)(text) }
    : { strong: same, quiet: same, state: same };

/** Literals are marked with backticks, which say nothing in a terminal. */
const plain = (text: string): string => text.replaceAll('`', '');
const list = (items: readonly string[]): string[] => items.map((item) => `- ${plain(item)}`);
const numbered = (items: readonly string[]): string[] => items.map((item, index) => `${index + 1}. ${plain(item)}`);

/** The lines of some sections, an empty line between them; sections without a line are left out */
const sections = (all: readonly (readonly string[])[]): string =>
  `${all
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
const section = (heading: string, lines: readonly string[], style: Style): string[] =>
  lines.length > 0 ? [style.strong(heading), ...lines] : [];

const cited = (sources: readonly Source[], style: Style): string =>
  sources.length > 0 ? ` ${style.quiet(`[${sources.map(({ text }) => text).join(', ')}]`)}` : '';
const statements = (all: readonly Statement[], style: Style): string[] =>
  all.map(({ text, sources, judgement }) => {
    const mark = judgement === null ? '' : ` ${style.quiet(`(${judgement})`)}`;
    return `- ${plain(text)}${cited(sources, style)}${mark}`;
  });

const titleOf = ({ code, phrase, gloss }: CodeLine, style: Style): string =>
  style.strong(`${code} ${phrase}`) + (gloss ? ` (${gloss})` : '');

/** Codes with a sentence each, for a terminal */
export const printCodes = (codes: readonly CodeLine[], { colon }: PrintWords, style: Style): string =>
  sections([codes.map((code) => `${titleOf(code, style)}${colon}${plain(code.summary)}`)]);

/** What a code means, for a terminal */
export function printCode(code: CodeDescription, { command, colon }: PrintWords, style: Style): string {
  const facts = code.facts.map(
    ({ label, value, sources }) => `- ${label}${colon}${plain(value.join('; '))}${cited(sources, style)}`,
  );
  return sections([
    [
      titleOf(code, style),
      `${style.state(command.ui.states[code.nature], code.nature)}${colon}${plain(code.natureText)}`,
    ],
    [plain(code.description)],
    section(command.ui.when, list(code.seenWhen), style),
    section(command.ui.fix, numbered(code.howToFix), style),
    section(
      command.ui.producedBy,
      code.producedBy.map(({ name, tell }) => `- ${name}${colon}${plain(tell)}`),
      style,
    ),
    section(command.ui.facts, facts, style),
    section(command.ui.ladder, code.ladder, style),
    section(command.ui.ask, list(code.askFor), style),
    section(command.ui.toSend, [plain(code.toSend)], style),
    section(command.ui.confused, code.confusedWith.length > 0 ? [code.confusedWith.join(', ')] : [], style),
    [`${command.read}${colon}${code.url}`],
  ]);
}

/** What sets two codes apart, for a terminal */
export function printComparison(compared: Comparison, { command, colon }: PrintWords, style: Style): string {
  const { fork } = compared;
  return sections([
    [style.strong(`${compared.a} vs ${compared.b}`), ...compared.lead.map(({ text }) => plain(text))],
    section(command.ui.settledBy, compared.settledBy === null ? [] : [plain(compared.settledBy)], style),
    section(command.ui.differences, statements(compared.differences, style), style),
    section(command.ui.together, statements(compared.together, style), style),
    section(command.ui.fork, statements([fork], style), style),
    section(command.ui.network, statements(compared.network, style), style),
    section(command.ui.received, [plain(compared.received)], style),
    section(command.ui.toChoose, compared.toSend.map(plain), style),
    section(command.ui.example, compared.example === null ? [] : [plain(compared.example)], style),
    [`${command.read}${colon}${compared.url}`],
  ]);
}

/** A Q.850 cause, for a terminal */
export const printCause = (cause: Cause, { command, colon }: PrintWords, style: Style): string =>
  sections([
    [style.strong(`Q.850 ${cause.cause} ${cause.name}`), plain(cause.meaning), plain(cause.trunk)],
    [
      cause.sip === null ? command.noSip : command.sip(cause.sip),
      ...(cause.codes.length > 0 ? [command.codes(cause.codes.join(', '))] : []),
    ],
    [`${command.read}${colon}${cause.url}`],
  ]);

/** The conversations of a trace, for a terminal: nothing of it can act there */
export function printTrace(trace: Decoded, { command, heading, colon }: PrintWords, style: Style): string {
  const head = [trace.read, ...trace.skipped, ...(trace.replaced === null ? [] : [command.replaced(trace.replaced)])];
  const conversations = trace.conversations.map((one) => {
    const findings = one.findings.map(({ severity, label, text, sources }) => {
      const shown = style.state(label, severity);
      return `- ${shown}${colon}${harmless(text)}${cited(sources, style)}`;
    });
    const offers = one.media.flatMap(({ title, rows, common }) => [
      `- ${harmless(title)}`,
      ...rows.map(({ what, offer, answer }) => `  ${harmless(what)}${colon}${harmless(offer)} → ${harmless(answer)}`),
      `  ${harmless(common)}`,
    ]);
    const streams = one.streams.map((line) => `- ${harmless(line)}`);
    return sections([
      [style.strong(harmless(one.title)), ...one.outcomes.map(harmless)],
      one.drawing,
      section(heading.findings, findings, style),
      section(heading.media, [...streams, ...offers], style),
    ]);
  });
  return [sections([head.map(harmless)]), ...conversations].join('\n');
}
