import type { CountingGroup } from '../../../model/facts/metrics.ts';
import type { Mark } from '../../../model/facts/q850.ts';
import type { Reference } from '../../../schema/index.ts';

type Why = Reference['q850']['withoutSip'][string];
type When = Reference['q850']['alternatives'][number]['when'];
type Status = Reference['unregistered'][number]['status'];

const list = (items: (number | string)[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** Words of the pages that show reference tables. English gives the keys, Japanese has to fill them. */
export const tables = {
  contents: 'On this page',
  filter: {
    label: 'Filter this page',
    /** `{n}` and `{all}` are numbers. */
    shown: '{n} of {all}',
    none: 'Nothing on this page matches.',
  },
  rules: 'Rules around it',
  example: 'Example',
  sources: 'Sources',
  q850: {
    label: 'Q.850 causes',
    title: 'Q.850 causes and SIP response codes, both ways',
    description: (causes: number) =>
      `All ${causes} Q.850 causes, what each means on a SIP trunk, and both RFC 3398 tables: cause to SIP code, SIP code to cause.`,
    heading: 'Q.850 causes and SIP codes',
    lead: 'A gateway between SIP and the telephone network turns release causes into response codes and back. Both tables of RFC 3398 stand here with their conditions, and every cause with what usually lies behind it on a SIP trunk.',
    jump: 'Go to a cause',
    names:
      'Meanings are in our words; what lies behind a cause on a SIP trunk is our judgement. The names follow published lists of causes; the text of ITU-T Q.850 was not at hand.',
    toSip: 'From cause to SIP response',
    toSipIntro: 'What the gateway should send into SIP when the telephone side releases before the call is answered.',
    toPstn: 'From SIP response to cause',
    toPstnIntro: 'The cause that the gateway should release the telephone side with when SIP refuses the call.',
    rows: (count: number) => `${count} rows`,
    cause: 'Cause',
    response: 'Response',
    none: 'none',
    why: {
      'bye-or-cancel': 'No response: usually a BYE or CANCEL',
      'another-circuit': 'No response: the gateway tries another circuit (said in the text, not in the table)',
    } satisfies Record<Why, string>,
    when: {
      'location-user': 'possible where the cause location is “user”',
      'new-number': 'where the diagnostic holds the new number; it goes into Contact if the gateway can read it',
    } satisfies Record<When, string>,
    mark: {
      authenticate: 'Only if the gateway cannot authenticate itself; if it can, it should, and go on with the call',
      remedy: 'Only if the gateway cannot correct what was refused and try again',
      retryAfter: 'Temporary: the gateway may add Retry-After',
      requestAtFault: 'Counted by the RFC among faults of the request, which waiting does not cure',
      ansi: 'ANSI networks, where it means a misrouted ported number; rare elsewhere',
    } satisfies Record<Mark, string>,
    withoutNumber: 'without a new number in the diagnostic',
    noCause: 'Normally the telephone side has already released and the gateway has sent CANCEL',
    byWarning: 'The second if the warn-code means a bearer that is not available',
    misprint: 'The RFC prints this row as 504, a misprint: the phrase is that of 505',
    otherCauses: 'every other cause',
    otherCodes: 'every other code from 400',
    redirection: 'any 3xx',
    redirectionNote: 'The gateway should try Contact itself, or may release with this cause',
    roundTrip: 'Why the way back is not the way there',
    roundTripText: (there: number, same: number[]) =>
      `Of the ${there} causes with a response of their own, ${same.length} survive a passage through SIP: ${list(same)}. The others come out as a different cause, which stands under their response: several causes share a response, and the second table gives one cause for each.`,
    roundTripDefault: (count: number, code: number, back: number[]) =>
      `The ${count} causes without a row become ${code} and come back as ${list(back)}.`,
    roundTripReason: 'To keep the cause, the gateway also sends it in a Reason header field.',
    sipTripText: (there: number, same: number) =>
      `The same holds for a response that crosses the telephone network: of ${there} codes with a cause, ${same} come back as they were. What the others become stands under their cause.`,
    /** Under a row: what the other table makes of its result. */
    afterSip: (causes: number[]) => `comes back as ${causes.join(' or ')}`,
    afterPstn: (code: number | null) => (code === null ? 'comes back as no response' : `comes back as ${code}`),
    rulesToSip: 'Towards SIP',
    rulesToPstn: 'Towards the telephone network',
    reason: 'The Reason header field',
    reasonIntro: 'It carries the cause beside the response or request, so that nothing is lost in the tables above.',
    reasonExamples: 'Examples',
    locations: 'Values of location',
    token: 'Value',
    bits: 'Bits in ISUP',
    meaning: 'Meaning',
    causes: 'All causes',
    classRange: (first: number, last: number) => `${first}–${last}`,
    onTrunk: 'On a SIP trunk',
    becomes: 'To SIP',
    byDefault: 'no row, so the default',
    unconfirmed: 'Seen in one list only; the edition of Q.850 that added it was not confirmed.',
    /** Causes whose names had to be translated for this site. */
    translated: (causes: number[]) => ` The English names of ${list(causes)} are our translation.`,
    /** In a row of the list. */
    default: 'default',
  },
  causePage: {
    kind: 'Q.850 cause',
    name: (cause: number, name: string) => `Q.850 cause ${cause}: ${name}`,
    /** End of a title, where there is room. */
    code: (code: number) => `, SIP ${code}`,
    here: (cause: number) => `Cause ${cause}`,
    becomes: (code: number, phrase: string) => `A gateway turns it into SIP ${code} ${phrase}.`,
    toSip: 'The SIP response it becomes',
    toPstn: 'SIP responses that become it',
    nothing: 'None in the table',
    roundTrip: 'Through SIP and back',
    changed: 'Comes back as another cause',
    unchanged: 'Comes back as it was',
    shared: (code: number) => `Other causes that become ${code}`,
    reason: 'In the Reason header field',
    together: (code: number) => `May stand in the ${code}, in a BYE or in a CANCEL.`,
    alone: 'May stand in a BYE or in a CANCEL.',
    others: 'Other causes',
    previous: 'Previous',
    next: 'Next',
    class: 'Class',
    all: 'Both tables, all causes',
    origin: 'Where names and meanings come from',
  },
  warnings: {
    label: 'Warning codes',
    title: 'SIP Warning codes 300 to 399: what each warn-code means',
    description: (count: number) =>
      `All ${count} warn-codes of the SIP Warning header field, what each says, which responses carry them, and how to read one.`,
    heading: 'Warning codes',
    lead: 'The Warning header field says more exactly what was wrong, usually with the session description. It is the first thing to read in a 488 or 606.',
    codes: 'All warn-codes',
    carriers: 'Which responses carry Warning',
    carriersIntro: 'Where an RFC says so:',
    read: 'How to read it',
    with: 'Named with',
  },
  unregistered: {
    label: 'Unregistered codes',
    title: 'Unregistered SIP codes: 477, 478, 409, 411, 666 and others',
    description: (count: number) =>
      `${count} SIP response codes that the IANA registry lacks but traces show: what each is, who sends it and how a client must treat it.`,
    heading: 'Unregistered SIP response codes',
    lead: 'Codes that appear in traces, logs and source code although the IANA registry does not have them.',
    treat: 'How a client treats them',
    treatText:
      'A client must treat a final response that it does not know as the x00 code of its class, and a provisional one other than 100 as 183.',
    treatView: 'So the number matters to people who read the trace, not to the caller’s software.',
    treated: 'A client treats it as',
    sender: 'Who sends it',
    phraseAlso: 'also',
    status: {
      dropped: 'in RFC 2543, dropped by RFC 3261',
      private: 'private to a product',
      superseded: 'from a draft, replaced before publication',
      unknown: 'origin not confirmed',
    } satisfies Record<Status, string>,
    instead: 'Use instead',
    productSource: (product: string, file: string, line: number) => `${product} ${file}:${line}`,
  },
  metrics: {
    label: 'Call statistics',
    title: 'SER, SEER, ISA, SCR: how RFC 6076 counts SIP codes',
    description: (codes: number) =>
      `What the SIP call metrics SER, SEER, ISA and SCR of RFC 6076 count, and how each of the ${codes} response codes moves them.`,
    heading: 'How call statistics count each code',
    lead: 'RFC 6076 defines ratios for calls over SIP. Which of them a failed call lowers depends on the code that ended it.',
    ratios: 'The four ratios',
    above: 'Above the line',
    below: 'Below the line',
    groups: 'All codes by how they count',
    group: {
      success: ['Counts as answered', 'Raises SER and SEER.'],
      callee: ['The called person’s doing', 'Lowers SER, but counts as effective in SEER.'],
      ineffective: ['Ineffective attempt', 'Lowers SER and SEER, and counts in ISA.'],
      failure: ['Other failure', 'Lowers both ratios; ISA leaves it out.'],
      challenge: [
        'Challenges',
        'RFC 6076 calls them no failures, but leaves open how SER and SEER count them: as a failed attempt or not at all, depending on the tool.',
      ],
      redirect: ['Taken out', 'Not in the total of SER and SEER; the new INVITE counts for itself.'],
      provisional: ['Not a result', 'Provisional: only the final response is counted.'],
      'not-invite': [
        'Outside these ratios',
        'It answers other requests, or only requests inside a dialog, or never reaches the caller.',
      ],
    } satisfies Record<CountingGroup, [string, string]>,
    worked: 'A worked example',
    workedIntro: (total: number) => `${total} INVITEs from one side in an hour, with made-up numbers:`,
    calls: 'Calls',
    workedCode: 'Ended in',
    percent: (value: number) => `${value.toFixed(1)} %`,
    workedResult: (name: string, above: number, below: number, percent: string) =>
      `${name} = ${above} / ${below} = ${percent}`,
  },
  headers: {
    label: 'Codes by header field',
    title: 'SIP response codes by header field: Retry-After and others',
    description: (headers: number) =>
      `Which SIP responses carry Retry-After, Contact, Warning and ${headers - 3} other header fields, by which RFC rule, and what to read in each.`,
    heading: 'Codes by header field',
    lead: 'Which responses carry a header field, whether they must, and what to read in it. Where whole classes may carry it, the table has the responses for which a text has a rule of its own. Header fields that every response carries, such as Via and CSeq, are left out.',
    read: 'Read in it',
    level: 'Rule',
    code: 'Response',
    /** How strong a rule is, and in which case it holds. */
    levelWhen: (level: string, condition: string) => `${level}, ${condition}`,
    mayBeIn: 'May be in',
    range: (first: number, last: number) =>
      first === 100 && last === 699 ? 'any response' : `any response from ${first} to ${last}`,
    readIn: (message: string) => `Read in the ${message}, not in the response:`,
    count: (count: number) => (count === 1 ? '1 code' : `${count} codes`),
  },
};
export type TableWords = typeof tables;
