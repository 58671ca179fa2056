import { headerName, usualHeaderAt } from './start.ts';

// What precedes each line of a message: nothing, an indent, a quote mark, a number, or a time and a process.

const LONGEST = 300;

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/**
 * @param prefix as one line has it
 * @returns an expression for that of other lines, in which numbers and hexadecimal numbers differ and spaces before a
 *   number make up for its length
 */
function shapeOf(prefix: string): RegExp {
  const parts = prefix.match(/0x[0-9a-fA-F]+|\d+|\s+|\D[^\d\s]*/g) ?? [];
  const source = parts.map((part, at) => {
    if (/^0x/.test(part)) return '0x[0-9a-fA-F]+';
    if (/^\d/.test(part)) return '\\d+';
    if (!/^\s/.test(part)) return escape(part);
    return at === parts.length - 1 ? escape(part) : '\\s+';
  });
  return new RegExp(
    `^${/^\s/.test(prefix) || /^\d/.test(prefix) ? '\\s*' : ''}${source.join('').replace(/^\\s\+/, '')}`,
  );
}

/** The prefix of the lines of a message. */
export class Prefix {
  private readonly shape: RegExp | null;
  private readonly bare: RegExp | null;

  private constructor(text: string) {
    this.shape = text === '' ? null : shapeOf(text);
    this.bare = text.trim() === '' ? null : new RegExp(`${shapeOf(text.trimEnd()).source}\\s*$`);
  }

  /**
   * @param first the line with the start line, which may have more before it than the others
   * @param at where the start line begins in it
   * @param lines those that follow
   */
  static of(first: string, at: number, lines: string[]): Prefix {
    const counts = new Map<string, { text: string; count: number }>();
    for (const line of lines.slice(0, 30)) {
      const end = usualHeaderAt(line);
      if (end === null || end > LONGEST) continue;
      const text = line.slice(0, end);
      const key = text.replace(/0x[0-9a-fA-F]+|\d+/g, '0').replace(/\s+/g, ' ');
      const one = counts.get(key) ?? { text, count: 0 };
      one.count += 1;
      counts.set(key, one);
    }
    const best = [...counts.values()].sort((a, b) => b.count - a.count)[0];
    if (best !== undefined) return new Prefix(best.text);
    // Only the start line is there to tell.
    return new Prefix(lines.some((line) => headerName(line) !== null) ? '' : first.slice(0, at));
  }

  get empty(): boolean {
    return this.shape === null;
  }

  /** The line without the prefix, or null where it has none of this shape */
  strip(line: string): string | null {
    if (this.shape === null) return line;
    const found = this.shape.exec(line);
    if (found !== null) return line.slice(found[0].length);
    return this.bare === null ? (line.trim() === '' ? '' : null) : this.bare.test(line) ? '' : null;
  }
}
