import { append, EN, JA, replace, wrong, type WrongEdit } from './wrong.ts';

// Markup below the front matter: links, citations, components and their attributes, headings.

const ABOUT = 'pages/about/en.mdx';
/** Into the first words of a body, where all that is cited stays as it is. */
const into = (text: string) => replace('At a fork', `At ${text} a fork`);
const markup = (name: string, text: string, says: RegExp): WrongEdit => wrong(name, EN, 'body', into(text), says);
const page = (name: string, text: string, says: RegExp): WrongEdit =>
  wrong(name, ABOUT, 'body', append(`\n${text}\n`), says);

export const markups: WrongEdit[] = [
  markup('a link to an anchor of a code', '[x](#nonsense)', /links #nonsense; expected .*Correct it/),
  page('a link to an anchor that does not exist', 'See [x](#nonsense).', /links #nonsense; expected .*Correct it/),
  markup('a link to an anchor of another page', '[x](../487/#nonsense)', /only the page.*Remove #nonsense/),
  markup('a link with a query', '[x](../487/?q=x)', /only the page.*Remove \?q=x/),
  markup('a link with a password', '[x](https://a:b@example.org/)', /no name and password before the host/),
  markup('a link to an address without a name', '[x](https://127.0.0.1/)', /name of a public host\. Correct it/),
  markup('a link to this machine', '[x](https://localhost/)', /name of a public host\. Correct it/),
  markup('a bare web address', 'https://evil.example/', /web address.*Name the source/),
  markup('a reference to a link that is not defined', '[x][nowhere]', /link or a footnote that leads nowhere/),
  markup('a footnote without its text', 'x[^1]', /link or a footnote that leads nowhere/),
  wrong(
    'a footnote',
    EN,
    'body',
    (text) => `${text.replace('At a fork', () => 'At a fork[^1]')}\n[^1]: Note.\n`,
    /has a footnote\. Write it into the text|leads nowhere\. Write/,
  ),
  markup('a text in a citation', '<Cite of="RFC 3261 §9.1">x</Cite>', /has a text in <Cite>\. Write/),
  markup('a citation with more spaces', '<Cite  of="RFC 3261 §99.9"  />', /§99\.9, which does not exist/),
  markup('a citation in other quotes', "<Cite of='RFC 3261 §99.9' />", /§99\.9, which does not exist/),
  markup('a citation of two', '<Cite of="RFC 3261 §9.1" of="RFC 3261 §9.2" />', /attribute of of <Cite> twice/),
  markup('a citation without a value', '<Cite of />', /has of="" in <Cite>.*Correct it/),
  markup(
    'a component of another page',
    '<ApiFiles locale="en" />',
    /names the component ApiFiles; expected one of Cite/,
  ),
  wrong(
    'a component in another language',
    'pages/api/en.mdx',
    'body',
    replace('locale="en"', 'locale="ja"'),
    /has locale="ja" in <ApiFiles>.*Correct it/,
  ),
  wrong(
    'a component with an unknown value',
    'pages/decode/en.mdx',
    'body',
    replace('of="log"', 'of="nonsense"'),
    /has of="nonsense" in <LogFormats>.*Correct it/,
  ),
  page('an id twice', '<span id="zz">x</span> <span id="zz">y</span>', /heading or id "zz" twice\. Rename one/),
  page('an id with a space', '<span id="a b">x</span>', /has id="a b" in <span>.*Correct it/),
  markup('a language that is none', '<span lang="klingon!">x</span>', /has lang="klingon!" in <span>/),
  markup('an element without a text', '<b></b>', /has <b> without a text\. Remove it/),
  page('a heading that is too deep', '#### Deep', /has a heading of level 4 below one of \d\. Begin with ##/),
  page('a heading twice', '## Again\n\nx\n\n## Again\n\ny', /heading or id "again" twice\. Rename one/),
  page('a heading without a text', '##\n\nText.', /heading without a text\. Remove it/),
  wrong(
    'a body in English in Japanese',
    JA,
    'body',
    (text) => `${text.slice(0, text.lastIndexOf('---') + 4)}\nBusy. <Cite of="RFC 3261 §21.4.24" />\n`,
    /is not in Japanese\. Translate it/,
  ),
  markup('Japanese in an English body', '電話機', /has Japanese text; expected English\. Translate it/),
  markup('a doubled mark in a body', 'once..', /doubled mark\. Remove one/),
  wrong(
    'a space in a Japanese body',
    JA,
    'body',
    replace('486は、全', '486 は、全'),
    /space between Japanese and Latin/,
  ),
  wrong('a half-width mark in a body', JA, 'body', replace('フォークした', 'フォーク,した'), /mark of half width/),
  wrong(
    'the middle of a conflict',
    EN,
    '',
    append('\n=======\n'),
    /conflict left by a merge in line \d+\. Choose one side/,
  ),
  wrong('the end of a conflict', EN, '', append('\n>>>>>>> branch\n'), /conflict left by a merge in line \d+/),
];
