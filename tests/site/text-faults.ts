// Faults that arise where sentences are put together; of the text as a reader sees it. No list of words that happen to be
// wrong, but forms that are never right.

const JA = '\\u3040-\\u30ff\\u4e00-\\u9fff';

/** [what is wrong, form], for both languages. */
const ANY: [string, RegExp][] = [
  ['a value that is missing', /\bundefined\b|\[object |\bNaN\b|\bInfinity\b|\bnull\b(?! cipher)/],
  ['a value that was not filled in', /\$\{|\{\{|\}\}|\{[a-z][A-Za-z]*\}|%[sd]\b/],
  ['a mark for later', /\b(TODO|FIXME|TBD|lorem ipsum)\b/i],
  ['a doubled mark', /(?<!\.)\.\.(?!\.)|。。|、、|,,|;;|(?<!:)::(?!:|\d)|。、|、。|,\.|\.,|。\.|\.。|\?\?|！！/],
  [
    'markup shown as text',
    /\*\*[^*]+\*\*|\]\(|&(amp|lt|gt|quot|nbsp|#\d+);|<\/?(b|i|p|br|a|code|em|strong|span|div|script)\b/,
  ],
  ['an unpaired backtick', /`/],
];
const ENGLISH: [string, RegExp][] = [
  [
    'a doubled word',
    /\b(a|an|the|is|are|was|of|to|in|on|at|by|for|from|with|when|where|who|if|and|or|not|be|has|it|this)\s+\1\b/,
  ],
  [
    'the wrong article',
    /(?:\ba|(?:^|[.:!?] )A) (?=[aeio][a-z]|INVITE|ACK|OPTIONS|UPDATE|INFO\b|RFC\b|SBC\b|SDP\b|FXO|ISUP|ISDN|IP\b|ID\b|8\d\d\b|MWI|NAT64\b|HTTP|MD5|SRTP|IVR)(?!one\b|once\b|uni|eu)/,
  ],
  [
    'the wrong article',
    /\b[Aa]n (?=[bcdfgjkmpqtvwyz][a-z]|SIP\b|URI\b|URL\b|UAS\b|UAC\b|PBX\b|BYE\b|CANCEL\b|REGISTER\b|NOTIFY\b|PRACK\b|B2BUA\b|TCP\b|TLS\b|UDP\b|[1-7]\d\d\b|DNS\b|PSTN\b)/,
  ],
  ['a space before a mark', /[^\s.] [,;:!?)](?:\s|$)| \.(?:\s|$)|\( /],
  ['no space after a mark', /[a-z]\.[A-Z][a-z]+ [a-z]/],
];
const JAPANESE: [string, RegExp][] = [
  // In sentences; parts of a label or heading are set apart by spaces.
  ['a space between Japanese and Latin text', new RegExp(`(?:[${JA}] [A-Za-z0-9]|[A-Za-z0-9] [${JA}])(?=.*。)`)],
  ['a mark of half width', new RegExp(`[${JA}][,.!?;]|[${JA}]\\([^)]*[${JA}]| \\([^)]*\\)[${JA}]`)],
  ['a mark of half width', new RegExp(`[${JA}）」]:`)],
  ['a mark of half width', /, [^、。]*ほか\d+件|^\d{3,6}(?:, \d{3,6})+$/],
  ['a mark of half width', new RegExp(`[${JA}] ?\\(\\d+\\)`)],
  ['another wave dash', /\u301c/],
  ['brackets within or after brackets', /（[^（）]*（|）（/],
  ['a doubled particle', /ののの|にに(?!つ)|をを|がが|場合場合|コードコード|レスポンスレスポンス/],
  ['a space next to a Japanese mark', new RegExp(`[${JA}A-Za-z0-9] [、。）」]|[（「、。] [${JA}A-Za-z0-9]`)],
];

/** True if each opening bracket of the text is closed in order */
function paired(text: string): boolean {
  const close: Record<string, string> = { '（': '）', '「': '」', '『': '』', '【': '】', '“': '”' };
  const open: string[] = [];
  for (const character of text) {
    if (character in close) open.push(close[character]!);
    else if (Object.values(close).includes(character) && open.pop() !== character) return false;
  }
  return open.length === 0;
}

/**
 * @param text a title, description, paragraph, item or cell as shown
 * @param locale its language
 * @returns what is wrong, with the place; empty if nothing is
 */
export function textFaults(text: string, locale: string): string[] {
  return [
    ...[...ANY, ...(locale === 'ja' ? JAPANESE : ENGLISH)].flatMap(([what, form]) => {
      // U+2063 marks what is set apart by its looks, where a space is no fault.
      const seen = what.startsWith('a space') ? text : text.replaceAll('\u2063', '');
      const match = form.exec(seen);
      if (!match) return [];
      const around = seen.slice(Math.max(0, match.index - 25), match.index + match[0].length + 25);
      return [`${what}: "…${around}…"`];
    }),
    ...(paired(text) ? [] : [`an unpaired bracket: "${text.slice(0, 80)}"`]),
  ];
}
