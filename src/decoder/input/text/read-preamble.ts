import { FORMATS } from '../formats/index.ts';
import type { LogFormat } from '../formats/format.ts';
import { fill, guessPreamble, preambleOfGroups, NOTHING, type Context, type LogPreamble } from './preamble.ts';
import { findTimestamp } from './timestamps.ts';

// Looks for what a log says about a message: before it in its line, in up to three lines above, or behind it.

const REACH = 3;
const LONGEST = 1024;

const HINTS = new RegExp(FORMATS.map(({ hint }) => `(?:${hint.source})`).join('|'), 'i');

interface Hit {
  format: LogFormat;
  groups: Record<string, string | undefined>;
}

function formatOf(line: string): Hit | null {
  const text = line.length > LONGEST ? line.slice(-LONGEST) : line;
  if (!HINTS.test(text)) return null;
  for (const format of FORMATS) {
    if (!format.hint.test(text)) continue;
    for (const pattern of format.lines) {
      const found = pattern.exec(text);
      if (found !== null) return { format, groups: found.groups ?? {} };
    }
  }
  return null;
}

/** A line of nothing but signs: what separates messages in many logs. */
const RULER = /^[\s>]*(?:[-=_*~|<>#+`.^]+[a-z]{0,4}|\d{1,6})\s*$/;

/** Whether the line belongs to the log around the messages and closes what is open */
export const isLogLine = (line: string): boolean => line.length <= LONGEST && (isEnd(line) || formatOf(line) !== null);

/** Whether the line separates messages and says nothing */
export const isRuler = (line: string): boolean => line.length < 200 && (RULER.test(line) || isEnd(line));

const ENDS = FORMATS.flatMap(({ end }) => (end === undefined ? [] : [end]));
const isEnd = (line: string): boolean =>
  line.length < 200 && /^\s{0,3}[-<|[\]]/.test(line) && ENDS.some((end) => end.test(line));

/** What was found, and how many of the lines before the message say something of it. */
export interface ReadMark {
  preamble: LogPreamble;
  used: number;
}

/** What surrounds a message; format `raw` where nothing tells whose log it is */
export function readPreamble(context: Context): ReadMark {
  const { prefix, before, after, record } = context;
  const places = [prefix, ...before.slice(0, REACH)];
  for (let at = 0; at < places.length; at++) {
    const hit = places[at]!.trim() === '' ? null : formatOf(places[at]!);
    if (hit !== null) return known(hit, places, at, context);
  }
  // The store of a log has a time of its own; that of the line is the better one.
  let preamble: LogPreamble = fill(NOTHING, { ...record, stamp: null });
  let used = 0;
  const empty = prefix.trim() === '';
  for (let at = 0; at < places.length; at++) {
    const line = places[at]!;
    if (line.trim() === '') continue;
    const loose = guessPreamble(line, at === 0 || (at === 1 && empty));
    const more = fill(preamble, loose);
    if (JSON.stringify(more) !== JSON.stringify(preamble)) used = at;
    preamble = more;
  }
  preamble = fill(preamble, record ?? {});
  // Behind a message only what leaves no doubt counts.
  const behind = after.slice(0, 1).map((line) => guessPreamble(line, false));
  for (const one of behind)
    if (one.from && one.to && preamble.from === null && preamble.to === null) preamble = fill(preamble, one);
  return { preamble: directed(preamble), used };
}

/** Who is named alone is the far end: a log knows who wrote it. */
function directed(preamble: LogPreamble): LogPreamble {
  if (preamble.direction !== null || (preamble.from === null) === (preamble.to === null)) return preamble;
  return { ...preamble, direction: preamble.from === null ? 'sent' : 'received' };
}

function known({ format, groups }: Hit, places: string[], at: number, { before, after, record }: Context): ReadMark {
  const line = places[at]!;
  let preamble = fill({ ...NOTHING, format: format.id }, preambleOfGroups(groups));
  let used = at;
  if (format.around !== undefined) {
    preamble = fill(preamble, format.around(before, after));
    used = before.length;
  }
  const named = Object.keys(groups).some((name) => name !== 'time' && name !== 'direction');
  preamble = fill(preamble, named ? { stamp: findTimestamp(line) } : guessPreamble(line, at <= 1));
  preamble = fill(preamble, record ?? {});
  const above = places.slice(at + 1, at + 1 + (format.timeAbove ?? 0));
  for (const [up, one] of [...above.entries(), ...places.slice(0, at).map((text): [number, string] => [-1, text])]) {
    if (preamble.stamp !== null) break;
    const stamp = findTimestamp(one);
    if (stamp !== null) [preamble, used] = [{ ...preamble, stamp }, Math.max(used, at + 1 + up)];
  }
  return { preamble: directed(preamble), used };
}
