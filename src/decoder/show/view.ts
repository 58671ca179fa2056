import type { DecodePageWords } from '../../i18n/decoder/page/en.ts';
import type { Analysed, Analysis } from './analyse.ts';
import { ladderOf, sectionUrl, type ExportContext } from './export.ts';
import { FORMATS, OWN_FORMATS } from '../input/formats/index.ts';
import { linksOf } from './links.ts';
import type { Link } from './code-names.ts';
import { FOREIGN } from '../input/foreign.ts';
import type { State } from '../../model/ladder/ladder.ts';
import type { Outcome } from '../outcome/types.ts';
import type { Severity } from '../rules/findings.ts';
import { byWeight } from '../rules/index.ts';
import { groupsOf } from '../calls/legs.ts';
import type { Exchange } from '../calls/media.ts';
import { reasons, warnings } from '../message/reason.ts';
import type { Codec, Media } from '../message/sdp.ts';
import { ladderPiece, some, type LadderPiece, type Some, type Step } from './pieces.ts';
import type { TraceLadder } from './sequence.ts';
import type { Skipped, SkipReason, Trace } from '../message/types.ts';

// What the page shows of a trace, in words: made where the trace is read, so that only what is seen crosses over.

/** Everything that speaks or knows addresses. */
export interface ViewContext extends ExportContext {
  page: DecodePageWords;
}

/** A line of the list of conversations. */
export interface GroupLine {
  title: string;
  outcome: string;
  worst: Severity | null;
  messages: number;
}

/** The list of conversations, and what was said of the input as a whole. */
export interface Overview {
  /** Format, number of messages. */
  read: string;
  /** One sentence per kind of thing that was skipped. */
  skipped: string[];
  groups: Some<GroupLine>;
}

export interface FindingView {
  severity: Severity;
  label: string;
  text: string;
  sources: Link[];
  messages: Some<Step>;
}

/** An m-line of an offer with that of its answer. */
export interface MediaView {
  title: string;
  rows: { what: string; offer: string; answer: string }[];
  common: string;
}

/** How much of a fault a conversation is. */
export interface GroupState {
  nature: State;
  /** What the worst finding is called; null where the state is that of the code it ended in. */
  label: string | null;
}

/** One conversation. */
export interface GroupView {
  title: string;
  /** Null where neither a finding nor the last code says it. */
  state: GroupState | null;
  outcomes: Some<string>;
  /** Why legs are shown together. */
  joins: string[];
  links: Link[];
  /** What Reason and Warning fields say. */
  said: Some<string>;
  findings: Some<FindingView>;
  ladder: LadderPiece;
  media: Some<MediaView>;
  /** Media streams, one line each. */
  heard: Some<string>;
}

/** Positions of calls that belong together, in the order of their first message */
export const conversations = ({ calls, joins }: Analysis): number[][] => groupsOf(calls.length, joins);

const RANK: Exclude<Severity, 'note'>[] = ['fault', 'warning'];

/** @returns the worst that was found in any of the calls, notes left out */
function worstOf(calls: Analysed[]): Exclude<Severity, 'note'> | null {
  const found = new Set<Severity>(calls.flatMap(({ findings }) => findings.map(({ severity }) => severity)));
  return RANK.find((severity) => found.has(severity)) ?? null;
}

/** Outcomes whose code is the answer to the call, so that what the code says holds for the call too. A challenge is none. */
const ANSWERED: readonly Outcome['kind'][] = [
  ...(['cancelled', 'terminated', 'busy', 'declined', 'blocked', 'no-answer'] as const),
  ...(['unknown-target', 'redirected', 'media-refused', 'failed'] as const),
];

/** @returns how much of a fault the calls are: by the worst finding, else by the code that the first of them ended in */
function stateOf(calls: Analysed[], { words, names }: ViewContext): GroupState | null {
  const worst = worstOf(calls);
  if (worst) return { nature: worst === 'fault' ? 'fault' : 'depends', label: words.severity[worst] };
  const { outcome } = calls[0]!;
  const code = ANSWERED.includes(outcome.kind) && 'code' in outcome ? outcome.code : null;
  const nature = code === null ? undefined : names.codes[code]?.nature;
  return nature ? { nature, label: null } : null;
}

/**
 * @param groups what `conversations` found
 * @returns the list next to the ladder, with its first lines
 */
export function overview(trace: Trace, groups: number[][], analysis: Analysis, context: ViewContext): Overview {
  const { page } = context;
  return {
    read: page.read(formatName(trace.format, page), trace.messages.length),
    skipped: [
      ...(trace.partial ? [page.partial(trace.partial.read, trace.partial.size)] : []),
      ...foreignLine(trace.format, page),
      ...(trace.reversed ? [page.reversed] : []),
      ...skippedLines(trace.skipped, page),
    ],
    groups: groupLines(groups, 0, analysis, context),
  };
}

const foreignOf = (id: string) => FOREIGN.find((one) => one.id === id);

/** What to do about a file of a format that is not read here */
function foreignLine(id: string, page: DecodePageWords): string[] {
  const foreign = foreignOf(id);
  return foreign ? [page.foreign(foreign.kind, foreign.name, foreign.command)] : [];
}

/** What the input is called within a sentence */
function formatName(id: string, page: DecodePageWords): string {
  const own = OWN_FORMATS.find((one) => one === id);
  if (own !== undefined) return page.formats[own];
  const foreign = foreignOf(id);
  if (foreign) return foreign.name;
  const { product, kind } = FORMATS.find((one) => one.id === id)!;
  return kind === 'log' ? page.logOf(product) : page.printedBy(product);
}

/** Lines of the list of conversations, from a position on */
export function groupLines(
  groups: number[][],
  from: number,
  analysis: Analysis,
  context: ViewContext,
): Some<GroupLine> {
  const { words, names } = context;
  const { items, more } = some(groups, from);
  const lines = items.map((group) => {
    const calls = group.map((index) => analysis.calls[index]!);
    return {
      title: titleOf(calls, context),
      outcome: words.outcome(calls[0]!.outcome, names),
      worst: worstOf(calls),
      messages: calls.reduce((sum, { call }) => sum + call.entries.length, 0),
    };
  });
  return { items: lines, more };
}

/** How many ranges of lines are worth reading. */
const RANGES = 5;

/** One sentence per kind of thing that was skipped, with the lines where it is text */
function skippedLines(skipped: Skipped[], page: DecodePageWords): string[] {
  const kinds = new Map<SkipReason, Skipped[]>();
  for (const one of skipped) kinds.set(one.reason, [...(kinds.get(one.reason) ?? []), one]);
  return [...kinds].map(([reason, list]) => {
    const count = list.reduce((sum, one) => sum + one.count, 0);
    const ranges = list.map(({ place, last = place }) => (last > place ? `${place}–${last}` : String(place)));
    const shown = ranges.slice(0, RANGES).join(', ') + (ranges.length > RANGES ? ' …' : '');
    return page.skipped[reason](count, shown);
  });
}

const titleOf = (calls: Analysed[], { words }: ViewContext): string =>
  `${calls.length > 1 ? words.legs(calls.length) : words.kind[calls[0]!.call.kind]} ${calls[0]!.call.callId || '—'}`;

/** The whole ladder of a conversation, of which the page draws a piece at a time */
export const groupLadder = (group: number[], analysis: Analysis, context: ViewContext): TraceLadder =>
  ladderOf(
    group.map((index) => analysis.calls[index]!),
    context,
  );

/** So many messages of a finding are named; the rest is a number. */
const NAMED_MESSAGES = 20;

/**
 * @param group positions of calls that belong together
 * @param ladder of them
 * @returns everything that is shown of them, in the language of `context`; of long lists the first part
 */
export function groupView(group: number[], ladder: TraceLadder, analysis: Analysis, context: ViewContext): GroupView {
  const { words, names, page } = context;
  const calls = group.map((index) => analysis.calls[index]!);
  const members = new Set(group);
  const numbers = new Map(ladder.messages.map((message, at) => [message, at + 1]));
  const findings = some(calls.flatMap((one) => one.findings).sort(byWeight));
  const outcomes = some(calls);
  const entries = calls.flatMap(({ call }) => call.entries.filter(({ repeat }) => repeat === null));
  const said = entries.flatMap(({ message }) => [
    ...reasons(message).map((one) => words.reason(one, names)),
    ...warnings(message).map((one) => words.warning(one, names)),
  ]);
  return {
    title: titleOf(calls, context),
    state: stateOf(calls, context),
    outcomes: { items: outcomes.items.map(({ outcome }) => words.outcome(outcome, names)), more: outcomes.more },
    joins: [
      ...new Set(
        analysis.joins.filter(({ a, b }) => members.has(a) && members.has(b)).map((one) => words.join[one.by]),
      ),
    ],
    links: linksOf(calls, context),
    said: some([...new Set(said)]),
    findings: {
      more: findings.more,
      items: findings.items.map((finding) => ({
        severity: finding.severity,
        label: words.severity[finding.severity],
        text: words.finding(finding, names),
        sources: finding.sources.map((label) => ({ label, href: sectionUrl(label) })),
        messages: some(
          finding.messages.flatMap((message): Step[] => {
            const number = numbers.get(message);
            return number === undefined ? [] : [{ number, message }];
          }),
          0,
          NAMED_MESSAGES,
        ),
      })),
    },
    heard: some([...new Set(calls.flatMap(({ heard }) => heard.map(words.streamLine)))]),
    ladder: ladderPiece(ladder, 0, words),
    media: some(offersOf(calls, page)),
  };
}

/** Every m-line of the offers with that of its answer, each once */
export const offersOf = (calls: readonly Analysed[], page: DecodePageWords): MediaView[] =>
  unique(calls.flatMap(({ media }) => media.flatMap((one) => mediaViews(one, page))));

/** An INVITE that is repeated with credentials brings the same offer again. */
const unique = (views: MediaView[]): MediaView[] => [
  ...new Map(views.map((view) => [JSON.stringify(view), view])).values(),
];

const codecName = ({ name, payload, rate, channels }: Codec): string =>
  name === '' ? payload : `${name}${rate ? `/${rate}` : ''}${channels > 1 ? `/${channels}` : ''}`;

function mediaViews({ pairs, delayed }: Exchange, page: DecodePageWords): MediaView[] {
  const words = page.media;
  const codecs = (media: Media | null) => media?.codecs.map(codecName).join(', ') ?? words.none;
  const where = (media: Media | null) =>
    media ? (media.port === 0 ? words.rejected : `${media.address ?? '?'}:${media.port}`) : words.none;
  return pairs.map(({ offer, answer, common, rejected }) => ({
    title: words.title(offer.type, delayed),
    rows: [
      { what: words.address, offer: where(offer), answer: where(answer) },
      { what: words.protocol, offer: offer.protocol, answer: answer?.protocol ?? words.none },
      { what: words.direction, offer: offer.direction, answer: answer?.direction ?? words.none },
      { what: words.codecs, offer: codecs(offer), answer: codecs(answer) },
    ],
    common: rejected
      ? words.rejected
      : answer === null
        ? words.noAnswer
        : `${words.common}${common.length > 0 ? common.map(codecName).join(', ') : words.none}`,
  }));
}
