import type { SkipReason } from '../../message/types.ts';
import type { SkippedInput } from '../skipped.ts';
import type { Line } from './lines.ts';
import { isRuler } from './read-preamble.ts';
import { headerName, identifies, mentions, usualHeaderAt } from './start.ts';

// What the lines are that belong to no message.

const ARROWS = /\|\s*<?-{3,}>?\s*\||^\s*-{5,}\+-{5,}|-{5,}\+-{5,}\s*$/;
const STEP = /^\s*(?:\d\d:\d\d:\d\d\.\d+|\+\d+\.\d+)?\s*\|.*\|\s*$/;
const PACKET =
  /^\s*(?:"?\d+"?[\s,]+)?"?\d[\d.:-]*\s?[\d.:]*"?[\s,]+"?\S+?"?\s*(?:→|->|,|\s)\s*"?\S+?"?[\s,]+"?SIP(?:\/\S+)?"?[\s,]+"?\d+"?[\s,]+"?(?:Request|Status)\b/;
/** What somebody writes where lines were taken out. */
const LEFT_OUT = /^\W*(?:\.{3}|…|\b(?:snip(?:ped)?|cut|omitted|skipped)\b|中略|後略|前略|省略|略)\W*$/i;
const isSdp = (text: string): boolean => /^[vosicbtamkrz]=\S/.test(text);

function kindOf(text: string): SkipReason | 'fragment' | null {
  if (text.length < 60 && LEFT_OUT.test(text)) return 'left-out';
  if (text.trim() === '' || isRuler(text)) return null;
  if (text.length < 1024) {
    if (PACKET.test(text)) return 'packet-list';
    if (ARROWS.test(text) || STEP.test(text)) return 'ladder-picture';
    const name = headerName(text);
    if (mentions(text) && usualHeaderAt(text) !== 0) return 'mention';
    if ((name !== null && /^[A-Za-z-]+$/.test(name)) || isSdp(text)) return 'fragment';
  }
  return mentions(text) ? 'mention' : 'text';
}

/** Adds lines between messages to what was skipped, by their kind. */
export function skipLines(lines: Line[], skips: SkippedInput): void {
  for (let at = 0; at < lines.length; at++) {
    const kind = kindOf(lines[at]!.text);
    if (kind === null) continue;
    if (kind !== 'fragment') {
      skips.lines(kind, lines[at]!.place);
      continue;
    }
    let end = at;
    const names = new Set<string>();
    for (let next = at; next < lines.length; next++) {
      const text = lines[next]!.text;
      if (text.trim() !== '' && kindOf(text) !== 'fragment') break;
      const name = headerName(text);
      if (name !== null && identifies(name)) names.add(name);
      if (text.trim() !== '') end = next;
    }
    skips.lines(names.size > 1 ? 'start-missing' : 'text', lines[at]!.place, lines[end]!.place);
    at = end;
  }
}
