import { type Line, type Step } from './lines.ts';

// A whole message in one line of a log, its line ends written as text.

/** Line ends as syslog daemons, JSON, programming languages, HTML and tools write them; the parts of one kind. */
const KINDS: [RegExp, RegExp][] = [
  [/#015#012|#012|#015/g, /#015#012|#012/],
  [/\\{1,8}r\\{1,8}n|\\{1,8}n/g, /\\{1,8}r\\{1,8}n|\\{1,8}n/],
  [/\\{1,4}x0d\\{1,4}x0a|\\{1,4}x0a/gi, /\\{1,4}x0a/i],
  [/\\{1,4}015\\{1,4}012|\\{1,4}012/g, /\\{1,4}012/],
  [/\\{1,4}u000d\\{1,4}u000a|\\{1,4}u000a/gi, /\\{1,4}u000a/i],
  [/<br ?\/?>\s?/gi, /<br ?\/?>/i],
  [/&#13;&#10;|&#x0?d;&#x0?a;|&#10;|&#x0?a;/gi, /&#10;|&#x0?a;/i],
  [/%0d%0a/gi, /%0d%0a/i],
  [/<cr><lf>|\[cr\]\[lf\]|␍␊|\^M\^J/gi, /<cr><lf>|\[cr\]\[lf\]|␍␊|\^M\^J/i],
  [/\^M ?/g, /\^M/],
  [/\.\./g, /\.\./],
];
/** What a header field begins with, right behind a line end. */
const FIELD = '[ \\t]{0,8}[A-Za-z][A-Za-z-]{0,30}[ \\t]{0,4}:';

const START = /[A-Z][A-Za-z0-9!%*_+`'~.-]{1,31}[ +][a-z]{3,5}:[^\s]{1,2048}[ +]SIP\/2\.0|SIP\/2\.0 [1-6]\d\d/;
const SPACED_FIELDS =
  /[ \t]{1,4}(?=(?:Via|Record-Route|Route|Max-Forwards|From|To|Call-ID|CSeq|Contact|Content-Type|Content-Length|User-Agent|Server|Allow|Supported|Expires|Date|Event|Accept|Require|Session-Expires|Min-SE|Privacy|P-[A-Z][A-Za-z-]{3,30}|X-[A-Za-z-]{2,30}|Authorization|Proxy-Authorization|WWW-Authenticate|Proxy-Authenticate|Reason|Warning|Subject|Organization|Allow-Events)[ \t]?:[ \t])/g;

/** The kind of line ends of a message in this line: the one between start line and first header field */
function lineEnds(message: string): RegExp | null {
  // The start line ends soon; a phrase is not longer.
  const front = message.slice(0, 2400);
  let best: { all: RegExp; at: number } | null = null;
  for (const [all, one] of KINDS) {
    const found = new RegExp(`(?:${one.source})(?=${FIELD})`, one.flags).exec(front);
    if (found !== null && (best === null || found.index < best.at)) best = { all, at: found.index };
  }
  return best?.all ?? null;
}

/** The sign that opens a string right before the message, with the backslashes that it has within another string. */
const OPEN = /(\\{0,8})(["'`])$/;

/**
 * @param from behind the last header field, whose values may have the same sign
 * @returns where the string ends that began before the message; its length where it began in none
 */
function endOfString(text: string, prefix: string, from: number): number {
  const [, slashes, quote] = OPEN.exec(prefix) ?? [];
  if (quote === undefined) return text.length;
  for (let at = text.indexOf(quote, from); at !== -1; at = text.indexOf(quote, at + 1)) {
    let before = 0;
    while (before <= 16 && text[at - 1 - before] === '\\') before++;
    if (before === slashes!.length) return at - before;
  }
  return text.length;
}

const unescape = (text: string): string =>
  text
    .replace(/\\{1,8}(["'/])/g, '$1')
    .replace(/\\{1,8}t/g, '\t')
    .replace(/\\\\/g, '\\')
    .replaceAll('#011', '\t');

/** Takes lines with a whole message apart; all others go on as they are. */
export class OneLine implements Step {
  private readonly next: Step;

  constructor(next: Step) {
    this.next = next;
  }

  line(line: Line): void {
    const parts = /SIP(?:\/|%2F)2/i.test(line.text) && line.text.length > 40 ? this.parts(line.text) : null;
    if (parts === null) {
      this.next.line(line);
      return;
    }
    parts.forEach((text, at) => {
      this.next.line({ ...line, text, cr: false, closes: at === parts.length - 1, packed: true });
    });
  }

  finish(): void {
    this.next.finish();
  }

  private parts(found: string): string[] | null {
    const line = /SIP%2F2\.0%0D%0A|SIP%2F2\.0%20\d/i.test(found) ? decodedUri(found) : found;
    const start = START.exec(line);
    if (start === null) return null;
    const message = columns(line.slice(start.index));
    const ends = lineEnds(message);
    if (ends === null) return spacedOut(line.slice(0, start.index), message, line !== found);
    const prefix = line.slice(0, start.index);
    const last = [...message.matchAll(new RegExp(`(?:${ends.source})${FIELD}`, ends.flags))].at(-1);
    const end = endOfString(message, prefix, last === undefined ? 0 : last.index + last[0].length);
    const lines = message.slice(0, end).replace(ends, '\n').split('\n');
    const clean = ends.source.startsWith('\\\\') || ends.source.includes('#012') ? lines.map(unescape) : lines;
    const rest = message.slice(end);
    return [`${prefix}${clean[0]!}`, ...clean.slice(1), ...(rest.trim() === '' ? [] : [rest])];
  }
}

/** `tshark -T fields` writes start line and header fields into columns, and the line ends as text. */
const COLUMNS = /^((?:SIP\/2\.0 [1-6]\d\d|[A-Z]+ \S{1,2048} SIP\/2\.0)[^\t\\]{0,200})\t+(?=[A-Z][A-Za-z-]{1,30}:)/;
const columns = (message: string): string =>
  message.includes('\\r\\n') ? message.replace(COLUMNS, '$1\\r\\n') : message;

function decodedUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Where the next message begins in a line that holds several. */
const NEXT =
  / {1,4}(?=(?:[A-Z]{3,12} [a-z]{2,5}:\S{1,2048} SIP\/2\.0|SIP\/2\.0 [1-6]\d\d [^:]{0,60}?) {1,4}[A-Z][A-Za-z-]{1,20} ?: )/;

/** Line ends that became spaces, as a copy out of a table or a chat makes them. */
function spacedOut(prefix: string, messages: string, decoded: boolean): string[] | null {
  // A row of a table in Markdown.
  const row = /^\s*\|/.test(prefix) ? messages.replace(/\s*\|\s*$/, '') : messages;
  if (messages.includes('\n')) return decoded ? `${prefix}${messages}`.split(/\r?\n/) : null;
  const lines = row.split(NEXT).map((message, at) => spacedMessage(at === 0 ? prefix : '', message));
  return lines.every((one) => one !== null) ? lines.flat() : null;
}

function spacedMessage(prefix: string, message: string): string[] | null {
  const from = /SIP\/2\.0(?: [1-6]\d\d [^:]{0,60}?)?(?=[ \t]{1,4}[A-Z][A-Za-z-]{1,20}[ \t]?:[ \t])/.exec(message);
  if (from === null || from.index > 2400) return null;
  const fields = message.split(SPACED_FIELDS);
  if (fields.length < 5) return null;
  const last = fields.pop()!;
  const body = / (?=v=0 )/.exec(last);
  if (body === null) return [`${prefix}${fields[0]!}`, ...fields.slice(1), last];
  const description = last.slice(body.index + 1).split(/ (?=[a-z]=)/);
  return [`${prefix}${fields[0]!}`, ...fields.slice(1), last.slice(0, body.index), '', ...description];
}
