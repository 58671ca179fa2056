import { decodeEntities } from './decoded.ts';
import type { Line, Step } from './lines.ts';

/** Whether a line of SIP or of a log has character references where angle brackets and quotes belong */
const isHtml = (line: string): boolean =>
  (line.includes('&lt;') || line.startsWith('&gt;')) &&
  /^&gt; |&lt;(?:sips?:|tel:|-{3}|&lt;|[A-Z]+ sips?:|<\/?(?:pre|code|p|br)\b)/i.test(line);

/** Resolves character references in the source of a web page, from the first line that has one where SIP has a sign. */
export class Html implements Step {
  private readonly next: Step;
  private html = false;

  constructor(next: Step) {
    this.next = next;
  }

  line(line: Line): void {
    this.html ||= isHtml(line.text);
    this.next.line(this.html && line.text.includes('&') ? { ...line, text: decodeEntities(line.text) } : line);
  }

  finish(): void {
    this.next.finish();
  }
}
