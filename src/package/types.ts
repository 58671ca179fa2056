import type { Locale } from '../locales.ts';

// The types of the package, as its users see them: they name nothing but each other and the languages.

/** A section of an RFC. */
export interface Source {
  /** `RFC 3261 §16.7 step 6` */
  text: string;
  /** Its address at the RFC Editor. */
  url: string;
}

/** A sentence with the sections that prove it. Parts between backticks are literals. */
export interface Statement {
  text: string;
  sources: Source[];
  /** What in it is our judgement, in words; null if an RFC says it all. */
  judgement: string | null;
}

/** A fact in words: `Answers: INVITE`. */
export interface Fact {
  key: string;
  label: string;
  value: string[];
  sources: Source[];
  /** No RFC gives it in full. */
  judgement: boolean;
}

/** Whether a code reports a fault. */
export type Nature = 'normal' | 'depends' | 'fault';

/** A code in a list. */
export interface CodeLine {
  code: number;
  /** Reason phrase as registered. */
  phrase: string;
  /** Meaning of the phrase, in languages that gloss it. */
  gloss: string | null;
  /** First digit. */
  class: number;
  final: boolean;
  deprecated: boolean;
  nature: Nature;
  summary: string;
}

/** What the core says of a code. */
export interface CoreDescription extends CodeLine {
  description: string;
  /** Situations, the most frequent first. */
  seenWhen: string[];
  /** What to check, in the order that finds it fastest. */
  howToFix: string[];
  /** For whoever has to choose a code to send. */
  toSend: string;
  facts: Fact[];
  headers: { name: string; level: 'MUST' | 'SHOULD' | 'MAY'; when: string | null; sources: Source[] }[];
  /** Codes that it is confused with, most often first. */
  confusedWith: number[];
  /** A typical exchange, a step a line. */
  ladder: string[];
  sources: Source[];
  /** Days: `2026-11-30`. */
  reviewed: string;
  updated: string;
  /** Its page. */
  url: string;
}

/** What the core leaves out. */
export interface CodeDetails {
  /** Whether it is a fault, as a sentence. */
  natureText: string;
  /** Who sends it, with the test that tells. */
  producedBy: { role: string; name: string; tell: string }[];
  /** What a ticket needs. */
  askFor: string[];
  /** Words that people type for it. */
  keywords: string[];
  /** An example as on the wire; null if the client makes it up itself. */
  message: string | null;
}

/** Everything about a code. */
export interface CodeDescription extends CoreDescription, CodeDetails {}

/** What a forking proxy passes on if one branch returns each of two codes. */
export type ForkWinner = number | 'both' | 'merged' | 'either' | 'none' | 'n/a';

/** What the core says of two codes. */
export interface CoreComparison {
  /** The lower code. */
  a: number;
  b: number;
  /** 1 settled by a person, 2 telling, 3 the rest. */
  tier: 1 | 2 | 3;
  /** A person's verdict, or what both mean and the step that differs. */
  lead: Statement[];
  /** The most telling first. */
  differences: Statement[];
  /** What both share. */
  common: Statement[];
  /** Whether both can occur in one exchange. */
  together: Statement[];
  fork: Statement & { winner: ForkWinner; sent: number | null };
  /** On the telephone side, in statistics, at the next hop. */
  network: Statement[];
  received: string;
  toSend: string[];
  sources: Source[];
  updated: string;
  url: string;
}

/** What sets two codes apart. */
export interface Comparison extends CoreComparison {
  /** What tells the two apart, where a person wrote it. */
  settledBy: string | null;
  /** The same situation going one way and the other, where a person wrote it. */
  example: string | null;
}

/** What reaches the caller when each branch of a fork returns one of several codes. */
export interface ForkResult {
  /** Provisional responses that are passed on at once. */
  provisional: number[];
  /** Final responses that no other one beats. */
  candidates: number[];
  /** A code, or: each of them, one with all challenges, left to the proxy, no final response, never to one request. */
  chosen: ForkWinner;
  /** The code that leaves the proxy where it is not the chosen one (a lone 503 leaves as 500). */
  sent: number | null;
  sources: Source[];
}

/** A Q.850 cause. */
export interface Cause {
  cause: number;
  name: string;
  meaning: string;
  /** What usually lies behind it on a SIP trunk. */
  trunk: string;
  /** What a gateway sends into SIP for it (RFC 3398 §7.2.4.1); null if no response. */
  sip: number | null;
  /** Codes for which a gateway releases with it (RFC 3398 §8.2.6.1). */
  codes: number[];
  url: string;
}

/** The tables between codes and causes in the source code of a product. */
export interface ProductTables {
  id: string;
  name: string;
  version: string;
  /** A class as `4xx`, and `other` for what is left. */
  sipToCause: { code: number | string; cause: number; name: string; url: string }[];
  causeToSip: { cause: number | 'other'; code: number; name: string | null; url: string }[];
  url: string;
}

/** What a query means, best first. */
export type QueryAnswer =
  | { kind: 'code'; code: number }
  | { kind: 'pair'; a: number; b: number }
  | { kind: 'class'; digit: number }
  | { kind: 'prefix'; codes: number[] }
  | { kind: 'cause'; cause: number; codes: number[] }
  /** Not registered; a client treats it as `as` (RFC 3261 §8.1.3.2). */
  | { kind: 'unknown-code'; code: number; digit: number; as: number }
  /** Three digits that cannot be a response code. */
  | { kind: 'no-code'; number: string };

/** What the package knows of codes, without details. Without a language, the first one of the entry is meant. */
export interface Core {
  /** Languages of this entry. */
  languages: readonly Locale[];
  /** All codes, ascending. */
  codes(language?: Locale): CodeLine[];
  /** Everything about a code; null for one that is not registered. */
  describe(code: number, language?: Locale): CoreDescription | null;
  /** What sets two codes apart, in any order; null if one is not registered or both are the same. */
  compare(one: number, other: number, language?: Locale): CoreComparison | null;
  /** What a query such as `486 603`, `busy here` or `cause 34` means, and the words that are left over. */
  query(text: string, language?: Locale): { answers: QueryAnswer[]; rest: string[] };
  /**
   * What reaches the caller if each branch of a fork returns one of these codes.
   *
   * @throws RangeError for no code, or one that is not registered
   */
  forkOutcome(codes: readonly number[]): ForkResult;
  /** All Q.850 causes, ascending. */
  causes(language?: Locale): Cause[];
  /** A Q.850 cause; null for a number without a meaning. */
  cause(cause: number, language?: Locale): Cause | null;
  /** Products whose source code has tables between codes and causes. */
  products(): ProductTables[];
}

/** What the core leaves out. */
export interface Details {
  /** Details of a code; null for one that is not registered. */
  details(code: number, language?: Locale): CodeDetails | null;
  /** What tells the two codes of a comparison apart; null where nobody wrote it. */
  settledBy(one: number, other: number, language?: Locale): string | null;
  /** The example of a comparison; null where nobody wrote one. */
  example(one: number, other: number, language?: Locale): string | null;
}

/** The core with all details. */
export interface Everything extends Core, Details {
  describe(code: number, language?: Locale): CodeDescription | null;
  compare(one: number, other: number, language?: Locale): Comparison | null;
}

/** How a trace is decoded. */
export interface DecodeOptions {
  language?: Locale;
  /** Replace numbers, names, addresses and credentials before anything is looked at. */
  redact?: boolean;
}

/** What a rule found. */
export interface TraceFinding {
  kind: string;
  severity: 'fault' | 'warning' | 'note';
  /** The severity in words. */
  label: string;
  text: string;
  sources: Source[];
  /** Positions in `messages`. */
  messages: number[];
}

/** Calls of a trace that belong together. */
export interface Conversation {
  /** What it is: a call, a registration and so on, with its Call-ID. */
  title: string;
  callIds: string[];
  outcomes: string[];
  findings: TraceFinding[];
  /** Media streams that the capture holds, one line each. */
  streams: string[];
  /** Offers and answers. */
  media: { title: string; rows: { what: string; offer: string; answer: string }[]; common: string }[];
  /** Final failures, in the order in which they came. */
  codes: number[];
  /** The ladder, a step a line. */
  ladder: string[];
  /** The ladder drawn with characters, as wide as its parties need. */
  drawing: string[];
  /** For a ticket: Markdown whose texts from the trace cannot act. */
  markdown: string;
}

/** A decoded trace. */
export interface Decoded {
  /** Format, and number of messages, as a sentence. */
  read: string;
  /** What was passed over, a sentence each. */
  skipped: string[];
  conversations: Conversation[];
  /** Messages in the order of arrival; of a redacted trace, redacted. */
  messages: { time: number | null; from: string | null; to: string | null; text: string }[];
  /** How many different texts were replaced; null without `redact`. */
  replaced: number | null;
}

/** What a file is read of piece by piece, such as a `Blob`. */
export interface Sliced {
  size: number;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** The decoder. Nothing leaves the machine. */
export interface Decoder {
  /**
   * Reads a trace: pcap, pcapng, a log, pasted text.
   *
   * @param input text, the bytes of a file (gzip too), or a file
   * @throws TypeError for anything else
   */
  decode(input: string | Uint8Array | ArrayBuffer | Sliced, options?: DecodeOptions): Promise<Decoded>;
}
