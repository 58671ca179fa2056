// Text of a trace in a ticket: it must not become a link, a mention or markup, whether GitHub, Slack or Jira shows it. What
// could is put into a code span where Markdown is read, and gets full-width signs where it is not.

/** A run without spaces, in which those systems look for something to act on. */
const TOKEN = /[\x21-\x7e]+/g;

/** Signs of markup, mentions, references, entities and formulas. */
const SIGN = /[@`*_~\\[\]<>#|{}$&^]/;
/** Addresses of the web and of hosts. */
const ADDRESS = /:\/\/|www\.|mailto:|[a-z0-9-]\.[a-z]{2,}/i;
/** Short names of pictures between colons; the minutes of a time are none. */
const PICTURE = String.raw`(?:[\w'+-]*[a-z_][\w'+-]*|[+-]1|100|1234):`;
/** Faces, and what Jira makes pictures of: `:)`, `;-)`, `(/)`, `(on)`. */
const FACE = String.raw`[:;](?=-?(?:[()]|[DP](?!\w)))|\((?=(?:[/x!?+yni-]|on|off|\*[rgby]?|flag(?:off)?)\))`;
const DRAWN = new RegExp(`:${PICTURE}|${FACE}`, 'i');
/** What GitHub takes for a commit, and Jira and GitHub for an issue. */
const REFERENCE = /\b[0-9a-f]{7,40}\b|\b[A-Z][A-Z0-9]+-\d/i;
/** At the beginning of a line these make a list or a heading, around a word Jira takes them for strokes or a citation. */
const STROKE = /^(?:[-+=]+|\d+[.)])$|(?<!\w)([-+])\S{1,80}\1(?!\w)|\?\?/;

const risky = (token: string): boolean => [SIGN, ADDRESS, DRAWN, REFERENCE, STROKE].some((acts) => acts.test(token));

/** Line ends and signs that turn the direction of writing, which nobody sees. */
const oneLine = (text: string): string =>
  text
    .replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069]/g, '\ufffd');

/** A text for Markdown: whatever could act is in a code span, exactly as it was */
export const markdownText = (text: string): string =>
  oneLine(text).replace(TOKEN, (token) => {
    if (!risky(token)) return token;
    const word = token.slice(0, closing(token));
    return risky(word) ? codeSpan(word) + token.slice(word.length) : codeSpan(token);
  });

/** Where the marks begin that close a sentence behind a word */
function closing(token: string): number {
  let end = token.length;
  while (end > 1 && '.,;:!?)"\''.includes(token[end - 1]!)) end -= 1;
  return end;
}

/** The fence is longer than any in the text (CommonMark §6.1). */
function codeSpan(text: string): string {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** The full-width twin of a sign: the same to the eye and none to a program. */
const wide = (sign: string): string => String.fromCharCode(sign.charCodeAt(0) + 0xfee0);

/** A text for systems that have no code spans: the signs that could act are full-width */
export const plainText = (text: string): string =>
  oneLine(text).replace(TOKEN, (token) => (risky(token) ? disarm(token) : token));

const disarm = (token: string): string =>
  token
    .replace(new RegExp(FACE, 'gi'), wide)
    .replace(/[@`*\\[\]<>#|{}$&^~]/g, wide)
    // An underscore inside a word is not markup.
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, wide)
    .replace(/:(?=\/\/)|mailto:/gi, (found) => found.slice(0, -1) + wide(':'))
    .replace(new RegExp(`:(?=${PICTURE})`, 'gi'), wide)
    // The points in a name of a host, not those of an address or a number.
    .replace(/(?<=www)\.|\.(?=[a-z]{2})/gi, wide)
    .replace(/^[-+=]+|(?<!\w)([-+])(?=\S{1,80}\1(?!\w))|\?{2,}/g, (signs) => [...signs].map(wide).join(''))
    .replace(/(?<=\b[A-Z][A-Z0-9]+)-(?=\d)/gi, wide);
