import { isStartLine } from '../../message/start-line.ts';

// Where a message begins in a line, and which lines are header fields.

const METHODS =
  'INVITE|ACK|BYE|CANCEL|OPTIONS|REGISTER|PRACK|SUBSCRIBE|NOTIFY|PUBLISH|INFO|REFER|MESSAGE|UPDATE|BENOTIFY|SERVICE|NEGOTIATE';
const SCHEME = '(?:sips?|tel|urn|im|pres|mailto|https?|isbn|unknown|nobodyKnowsThisScheme|soap\\.beep)';
/** No start line is longer; what is, costs no time. */
const LONGEST = 8192;

const VERSION = /SIP\/\d\.\d/gi;
const KNOWN = new RegExp(`(?:${METHODS})[ \\t]+${SCHEME}:`, 'g');
const ANY_METHOD = /(?:^|[\s'"([:>|<])([A-Z][A-Z0-9!%*_+`'~.-]{2,31} \S{3,2048}) $/;
const LENIENT = new RegExp(`^\\s*(?:${METHODS})\\s`);
/** What may follow the version: signs that a tool puts there. */
const TAIL = /^(?:\.{1,2}|["'`<>,;]{1,3})?\s*$/;

/** How many characters precede the start line in this line, or null where it has none */
export function startAt(line: string): number | null {
  if (line.length > LONGEST || !/SIP\/\d/i.test(line)) return null;
  const text = line.trimEnd();
  if (/^\s*SIP\/\d/i.test(text) && isStartLine(text)) return text.search(/\S/);
  for (const found of text.matchAll(VERSION)) {
    const before = text.slice(0, found.index);
    const after = text.slice(found.index + found[0].length);
    if (/^[ \t]+[1-7]\d\d(?!\d)/.test(after)) return found.index;
    if (!TAIL.test(after) || !/[ \t]$/.test(before)) continue;
    const known = [...before.matchAll(KNOWN)].at(-1);
    if (known !== undefined) return known.index;
    const any = ANY_METHOD.exec(before);
    if (any !== null) return any.index + any[0].length - any[1]!.length - 1;
  }
  // A start line against the grammar is believed only where it names a method.
  return LENIENT.test(text) && isStartLine(text) ? text.search(/\S/) : null;
}

/** A start line that is broken within its URI by a column: its first half. */
export const halfStart = (line: string): boolean => line.length > 20 && line.length < LONGEST && HALF.test(line);
const HALF = new RegExp(`^\\s*(?:${METHODS}) ${SCHEME}:\\S+(?: S?I?P?/?2?\\.?)?$`);

/** Whether the line only names a code or request, as a sentence or a summary does */
export const mentions = (line: string): boolean => line.length <= LONGEST && /SIP\/2/i.test(line) && MENTION.test(line);
const MENTION = new RegExp(`SIP/2\\.0 [1-6]\\d\\d\\b|(?:${METHODS}) \\S{3,200} SIP/2\\.0`);

const NAME = /^([A-Za-z][A-Za-z0-9\-.!%*_+`'~]{0,63})[ \t]*:/;
/** What begins like a header field and is the rest of a URI. */
const SCHEMES = ['sip', 'sips', 'tel', 'urn', 'http', 'https'];

/** The name of the header field that the line begins, or null */
export function headerName(line: string): string | null {
  const name = NAME.exec(line)?.[1]?.toLowerCase() ?? null;
  return name === null || SCHEMES.includes(name) ? null : name;
}

const IDENTIFYING = ['via', 'v', 'from', 'f', 'to', 't', 'call-id', 'i', 'cseq'];
/** Whether the field is one of those that every message has (RFC 3261 §8.1.1) */
export const identifies = (name: string): boolean => IDENTIFYING.includes(name);

const USUAL =
  'Via|Record-Route|Route|Max-Forwards|From|To|Call-ID|Call-Id|CSeq|Cseq|Contact|Content-Length|Content-Type|User-Agent|Server|Allow|Supported|Expires|Accept|Require|Authorization|Proxy-Authorization|WWW-Authenticate|Proxy-Authenticate|Date|Event|Path|Reason|Session-Expires|P-Asserted-Identity|Privacy|Diversion|Timestamp';
const USUAL_NAMES = USUAL.toLowerCase()
  .split('|')
  .concat('v', 'f', 't', 'i', 'm', 'l', 'c', 's', 'k', 'o', 'x', 'e', 'u', 'r', 'b');
const WITHIN = new RegExp(`(?:^|[\\s|>\\]:"'})#,~-])(?=(?:${USUAL})[ \\t]*:)`);
const COMPACT_VIA = /(?:^|[\s|>\]:"'})])(?=v[ \t]*:[ \t]*SIP\/2)/;

/** How many characters precede a header field that is usual in SIP, or null where the line has none */
export function usualHeaderAt(line: string): number | null {
  if (line.length > LONGEST) return null;
  const first = headerName(line);
  if (first !== null && USUAL_NAMES.includes(first)) return 0;
  const found = WITHIN.exec(line) ?? COMPACT_VIA.exec(line);
  return found === null ? null : found.index + found[0].length;
}
