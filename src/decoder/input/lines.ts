import { isStartLine } from '../message/start-line.ts';

// Lines of a log: where a message begins in one, and what stands before each of its lines.

/** A longer line is no part of a log; it is passed over piece by piece. */
const LONGEST = 1 << 16;

/** A line of text with its number from 1, without its line feed. */
export type OnLine = (line: string, number: number) => void;

/** Cuts text that comes in pieces into lines. */
export class LineReader {
  private rest: string[] = [];
  private restLength = 0;
  private number = 0;
  private readonly line: OnLine;
  private readonly tooLong: (number: number) => void;
  private passing = false;

  constructor(line: OnLine, tooLong: (number: number) => void) {
    this.line = line;
    this.tooLong = tooLong;
  }

  push(piece: string): void {
    let at = 0;
    for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', at)) {
      this.keep(piece.slice(at, end));
      this.close();
      at = end + 1;
    }
    this.keep(piece.slice(at));
  }

  finish(): void {
    if (this.restLength > 0) this.close();
  }

  private keep(part: string): void {
    if (this.passing || part === '') return;
    this.restLength += part.length;
    if (this.restLength > LONGEST) {
      this.passing = true;
      this.rest = [];
    } else this.rest.push(part);
  }

  private close(): void {
    this.number++;
    if (this.passing) this.tooLong(this.number);
    else this.line(this.rest.length === 1 ? this.rest[0]! : this.rest.join(''), this.number);
    this.rest = [];
    this.restLength = 0;
    this.passing = false;
  }
}

const REQUEST = /(?:^|[\s'"([:>])([A-Z][A-Z0-9!%*_+`'~.-]{2,31} \S{3,2048} SIP\/\d\.\d)$/;
const RESPONSE = /(?:^|[\s'"([:>])(SIP\/\d\.\d \d{3}(?: .*)?)$/;
const METHODS =
  /^\s*(?:INVITE|ACK|BYE|CANCEL|OPTIONS|REGISTER|PRACK|SUBSCRIBE|NOTIFY|PUBLISH|INFO|REFER|MESSAGE|UPDATE)\s/;

/** @returns how many characters stand before the start line in this line, or null where it has none */
export function startAt(line: string): number | null {
  const text = line.trimEnd();
  if (text.length > 8192 || !/SIP\/\d/i.test(text)) return null;
  if (/^\s*SIP\/\d/i.test(text)) return isStartLine(text) ? text.search(/\S/) : null;
  const found = /SIP\/\d\.\d$/.test(text) ? REQUEST.exec(text) : RESPONSE.exec(text);
  if (found !== null) return found.index + found[0].length - found[1]!.length;
  // A start line against the grammar is believed only where it names a method.
  return METHODS.test(text) && isStartLine(text) ? text.search(/\S/) : null;
}

export const isHeader = (line: string): boolean => /^[A-Za-z][A-Za-z0-9\-.!%*_+`'~]{0,63}[ \t]*:/.test(line);

const shape = (text: string): string => text.replace(/\d/g, '0');
const SECOND = /^(.{1,200}?)(?:Via|Record-Route|Route|From|To|Call-ID|CSeq|Max-Forwards|Contact)[ \t]*:/;

/** What stands before each line of a message: nothing, an indent, or a time and a process that change in digits only. */
export class Prefix {
  private text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** The second line settles the prefix where the first has one more word than the others. */
  learn(line: string): void {
    if (isHeader(this.strip(line))) return;
    const found = SECOND.exec(line);
    if (found !== null) this.text = found[1]!;
  }

  strip(line: string): string {
    const { length } = this.text;
    if (length === 0) return line;
    if (shape(line.slice(0, length)) === shape(this.text)) return line.slice(length);
    return shape(line.trimEnd()) === shape(this.text.trimEnd()) ? '' : line;
  }
}

/** Line ends as syslog daemons and JSON write them in one line. */
const ESCAPED = /#015#012|#012|\\r\\n|\\n/;

/** @returns the lines of a message that a log wrote into one, or null where it did not */
export function unescapeLines(line: string): string[] | null {
  if (!/SIP\/2\.0/.test(line) || !ESCAPED.test(line)) return null;
  const json = !line.includes('#012');
  const text = json
    ? line
        .replace(/\\r\\n|\\n/g, '\n')
        .replace(/\\(["\\/])/g, '$1')
        .replace(/\\t/g, '\t')
    : line.replace(/#015#012|#012/g, '\n').replace(/#011/g, '\t');
  return text.split('\n');
}
