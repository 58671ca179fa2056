import { drawSequence, sequenceText } from '../../model/ladder/ladder.ts';
import { ladderFile } from '../../model/ladder/ladder-svg.ts';
import type { DecodeWords } from '../../i18n/decoder/words/en.ts';
import type { Analysed } from './analyse.ts';
import type { Finding } from '../rules/findings.ts';
import { byWeight } from '../rules/index.ts';
import * as inert from './inert.ts';
import type { Names } from './code-names.ts';
import { linksOf } from './links.ts';
import { traceLadder, type TraceLadder } from './sequence.ts';

/** What an export needs besides the call: words, names, and where the pages are. */
export interface ExportContext {
  words: DecodeWords;
  names: Names;
  /** Makes the path of a page a full address; `(path) => new URL(path, location.href).href` in the browser. */
  absolute: (path: string) => string;
  /** Path of the comparison of two codes, with the base path. */
  pair: (a: number, b: number) => string;
}

/**
 * @param section a citation such as `RFC 3261 §13.3.1.4`
 * @returns the address of that section at the RFC Editor
 */
export function sectionUrl(section: string): string {
  const [, rfc, at] = /^RFC (\d+) §(.+)$/.exec(section)!;
  return `https://www.rfc-editor.org/rfc/rfc${rfc}#${/^[A-Z]/.test(at!) ? 'appendix' : 'section'}-${at}`;
}

/**
 * @param calls one exchange, or the legs of one conversation
 * @returns Markdown for a ticket: outcome, findings with links to their sections, links to codes, ladder as text
 */
export function markdown(calls: Analysed[], context: ExportContext): string {
  const { words, names, absolute } = context;
  const source = (section: string) => `[${section}](${sectionUrl(section)})`;
  return ticket(calls, context, {
    title: (text) => `## ${inert.markdownText(text)}`,
    heading: (text) => `### ${text}`,
    item: (finding) =>
      `- **${words.severity[finding.severity]}**${words.colon}${inert.markdownText(words.finding(finding, names))}${words.brackets[0]}${finding.sources.map(source).join(', ')}${words.brackets[1]}`,
    line: inert.markdownText,
    link: (label, path) => `- [${label}](${absolute(path)})`,
    // Nothing acts inside a block; it must not end before its time.
    ladder: (lines) => [
      '```text',
      ...lines.map((line) => line.replaceAll('```', "'''").replace(/[\r\n]+/g, ' ')),
      '```',
    ],
  });
}

/** The same as plain text */
export function plainText(calls: Analysed[], context: ExportContext): string {
  const { words, names, absolute } = context;
  return ticket(calls, context, {
    title: inert.plainText,
    heading: (text) => `${text}${words.colon.trim()}`,
    item: (finding) =>
      `- ${words.severity[finding.severity]}${words.colon}${inert.plainText(words.finding(finding, names))}${words.brackets[0]}${finding.sources.join(', ')}${words.brackets[1]}`,
    line: inert.plainText,
    link: (label, path) => `- ${label}${words.colon}${absolute(path)}`,
    ladder: (lines) => lines.map(inert.plainText),
  });
}

/** The ladder of calls with their media; times from the first message on */
export const ladderOf = (calls: Analysed[], { words, names }: Pick<ExportContext, 'words' | 'names'>): TraceLadder => {
  const heard = new Map(calls.map((one) => [one.call, one.heard]));
  return traceLadder(
    calls.map(({ call }) => call),
    {
      times: 'elapsed',
      again: words.again,
      party: words.party,
      names,
      media: { of: (call) => heard.get(call) ?? [], label: words.streamLabel },
    },
  );
};

/** An SVG file of the ladder, with its own style */
export function ladderSvgFile(calls: Analysed[], { words, names }: Pick<ExportContext, 'words' | 'names'>): string {
  const { sequence } = ladderOf(calls, { words, names });
  const label = calls.map(({ outcome }) => words.outcome(outcome, names)).join(' ');
  return ladderFile(drawSequence(sequence), label);
}

interface Form {
  title: (text: string) => string;
  heading: (text: string) => string;
  item: (finding: Finding) => string;
  line: (text: string) => string;
  link: (label: string, path: string) => string;
  ladder: (lines: string[]) => string[];
}

function ticket(calls: Analysed[], context: ExportContext, form: Form): string {
  const { words, names } = context;
  const { heading } = words;
  const ids = calls.map(({ call }) => call.callId || '—').join(', ');
  const kind = calls.length > 1 ? words.legs(calls.length) : words.kind[calls[0]!.call.kind];
  const findings = calls.flatMap((one) => one.findings).sort(byWeight);
  const heard = calls.flatMap((one) => one.heard).map((one) => `- ${form.line(words.streamLine(one))}`);
  const links = linksOf(calls, context).map(({ label, href }) => form.link(label, href));
  const { sequence } = ladderOf(calls, context);
  return [
    form.title(`${kind} ${ids}`),
    '',
    form.heading(heading.outcome),
    ...calls.map(({ outcome }) => form.line(words.outcome(outcome, names))),
    '',
    form.heading(heading.findings),
    ...(findings.length > 0 ? findings.map(form.item) : [words.noFindings]),
    ...(heard.length > 0 ? ['', form.heading(heading.media), ...heard] : []),
    ...(links.length > 0 ? ['', form.heading(heading.codes), ...links] : []),
    '',
    form.heading(heading.ladder),
    ...form.ladder(sequenceText(sequence, words.steps)),
    '',
  ].join('\n');
}
