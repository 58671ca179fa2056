import { decodeEntities, decodeQuotedPrintable } from './decoded.ts';
import type { Line } from './lines.ts';
import type { Prefix } from './prefix.ts';
import { headerName } from './start.ts';

// The lines of a message as they were before a viewer, a mail or a tool changed each of them.

/** A line of a message. */
export interface Row {
  text: string;
  cr: boolean;
  /** Position in the block. */
  at: number;
}

/** Longer heads and bodies are not treated as part of a SIP message. */
const MOST_LINES = 20_000;

const blank = (line: string): boolean => line.trim() === '';

/** The lines without what precedes and follows each, and without the doubling of empty lines */
export function prepared(lines: Line[], at: number, prefix: Prefix, sample: string[]): Row[] {
  const first = lines[0]!.text.slice(at);
  const quoted = /(?:^|[,;\t])"$/.test(lines[0]!.text.slice(0, at));
  let rows: Row[] = [{ text: first, cr: lines[0]!.cr, at: 0 }];
  const seen = sample.map((line) => prefix.strip(line) ?? line);
  const heads = seen.filter((line) => headerName(line) !== null).slice(0, 12);
  const changes: ((text: string) => string)[] = [];
  if (dotted(first, heads)) changes.push((text) => text.replace(/\.\s*$/, ''));
  if (heads.some((line) => /&(?:lt|gt|quot|amp|#\d+|#x[0-9a-f]+|nbsp);/i.test(line))) changes.push(decodeEntities);
  for (let row = 1; row < Math.min(lines.length, MOST_LINES); row++) {
    const { text, cr } = lines[row]!;
    rows.push({ text: prefix.strip(text) ?? text, cr, at: row });
  }
  for (const change of changes) for (const row of rows) row.text = change(row.text);
  if ([first, ...heads].some((line) => /=3D/i.test(line))) rows = softBreaks(rows);
  if (quoted) for (const row of rows) if (row.text.includes('""')) row.text = row.text.replaceAll('""', '"');
  return spaced(rows);
}

/** ngrep writes a dot for CR: then also a number and a URI end in one. */
const dotted = (first: string, heads: string[]): boolean =>
  /(?:SIP\/2\.0|[^.])\.$/.test(first.trimEnd()) &&
  heads.length > 0 &&
  heads.filter((line) => line.trimEnd().endsWith('.')).length >= heads.length - 1;

/** RFC 2045 §6.7: "=" at the end of a line joins it with the next. */
function softBreaks(rows: Row[]): Row[] {
  const joined: Row[] = [];
  for (const row of rows) {
    const before = joined.at(-1);
    if (before?.text.endsWith('=')) {
      before.text = before.text.slice(0, -1) + row.text;
      before.at = row.at;
    } else joined.push({ ...row });
  }
  for (const row of joined) row.text = decodeQuotedPrintable(row.text);
  return joined;
}

/** Where there are empty lines between start line and first header field, as many follow every line. */
function spaced(rows: Row[]): Row[] {
  let gap = 0;
  while (gap < 4 && rows[gap + 1] !== undefined && blank(rows[gap + 1]!.text)) gap++;
  const next = rows[gap + 1];
  if (gap === 0 || next === undefined || headerName(next.text) === null) return rows;
  const kept: Row[] = [];
  for (let at = 0; at < rows.length; at++) {
    kept.push(rows[at]!);
    for (let drop = 0; drop < gap && rows[at + 1] !== undefined && blank(rows[at + 1]!.text); drop++) at++;
  }
  return kept;
}
