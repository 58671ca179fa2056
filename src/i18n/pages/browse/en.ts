import type { ForkOutcome } from '../../../model/facts/fork.ts';

/** Words of the pages that lead to codes and pairs: home, list of all codes, compare. English gives the keys. */
export const browse = {
  /** Before queries that a reader may try, and the queries, in the order of their pages: a code, a pair, a symptom, a cause. */
  tryThese: 'Try',
  examples: { code: '487', pair: '480 486', symptom: 'drops after 32 seconds', cause: 'Q.850 cause 17' },
  /** What the drawn call flow shows. */
  flow: 'A cancelled call ends in 487, and nothing is broken.',
  board: (count: number) => `All ${count} codes`,
  byNumber: 'By number',
  pastBoard: 'Skip the board',
  /** The name of a code on the board. */
  tile: (code: string, gloss: string | undefined, state: string) => `${code}${gloss ? ` (${gloss})` : ''}: ${state}`,
  boardHint:
    'The more of a lamp is lit, the more of a fault the code is: our judgement, with the reason on the page of each code. A dot is a number without a code.',
  /** The state of a code at the end of its row. */
  state: { normal: 'normal', depends: 'depends', fault: 'a fault' },
  boardKeys: 'Arrow keys move across the board.',
  doors: 'More to look up',
  door: {
    decode: 'Paste a log or drop a pcap: ladder, findings, what to read',
    vendors: 'What each sends, maps and turns into what',
    contexts: 'Teams, Twilio and other providers, and their own meanings',
    q850: 'Which cause becomes which code, both ways across a gateway',
    headers: 'Which responses carry Retry-After, Contact and others',
    metrics: 'How SER, SEER, ISA and SCR count each code',
  },
  symptoms: 'What goes wrong',
  allSymptoms: 'All symptoms',
  allPairs: 'All pairs',
  link: 'How to link',
  linkCode: 'A code',
  linkPair: 'A pair, lower code first',
  linkSection: 'A section; the same name in both languages',
  linkMore: 'More about links, sources and corrections',
  filter: 'Show',
  anyClass: 'All classes',
  class: 'Class',
  method: 'Answers',
  anyMethod: 'Any request',
  sender: 'Sent by',
  anySender: 'Anyone',
  nature: 'Is it a fault?',
  anyNature: 'All',
  reset: 'Show all',
  /** `{n}` is the number of codes shown, `{all}` the number of all. */
  shown: '{n} of {all} codes',
  noneShown: 'No code fits. Take one of the filters back.',
  confusedWith: 'Often confused with',
  allOf: (code: number) => `all 74 with ${code}`,
  /** How many characters of a verdict a list shows. */
  verdictWords: 110,
  settledHint:
    'Each with the first words of its verdict, which a person wrote, and with what a forking proxy passes on if its branches return both.',
  settledCount: (count: number) => `${count} ${count === 1 ? 'pair' : 'pairs'}`,
  /** What a proxy passes on whose branches return both codes. */
  fork: (winner: ForkOutcome['winner']) =>
    typeof winner === 'number'
      ? `fork: ${winner}`
      : {
          both: 'fork: both',
          merged: 'fork: one, merged',
          either: 'fork: either',
          none: 'fork: neither',
          'n/a': 'not at one fork',
        }[winner],
  threeDigits: 'A number of three digits, such as 486',
  notRegistered: '{} is not a registered SIP response code.',
  grid: 'Grid of all pairs',
  gridHint:
    'One square per pair: lower code across, higher code down. Move with the arrow keys, open with Enter. The mark points to the code that a forking proxy passes on.',
  gridSettled: 'settled by hand',
  gridComputed: 'compared from the facts',
  gridWon: {
    a: 'the code above goes on',
    b: 'the code at the left goes on',
    m: 'both go on',
    e: 'the proxy chooses',
    x: 'neither goes on, or not at one fork',
  },
  gridLine: 'Point at a square to read what it says.',
  gridName: 'All pairs of codes',
};
export type BrowseWords = typeof browse;
