import type { LogPreamble } from '../text/preamble.ts';

// What a format of a log or dump is. One file each in this folder, listed in index.ts, with samples that
// the tests parse.

export interface LogFormat {
  /** Short name for programs; the name of the file. */
  id: string;
  /** The product or tool as its makers write it; the same in every language. */
  product: string;
  /** `log`: written by something that takes part in the call. `dump`: printed by a tool that captured it. */
  kind: 'log' | 'dump';
  /** Something that every line with one of the patterns has, to pass over other lines at once. */
  hint: RegExp;
  /**
   * A line that says something about the message after it. Named groups: `direction` (a word of it), `near` and `far`
   * (addresses from the view of the log's own host), `from` and `to`, `transport`, `time`. What has no group is looked for in
   * the same line, as in a format that is not known.
   */
  lines: RegExp[];
  /** How many lines above that one may hold the time; none if nothing is said. */
  timeAbove?: number;
  /** What the lines behind a message, nearest first, and those before it say, where the format puts something there. */
  around?: (before: string[], after: string[]) => Partial<LogPreamble>;
  /** A line that closes a message and is no part of it. */
  end?: RegExp;
}

/**
 * What a format rests on, exported by its file as `evidence`. Only tests read it; a function, so that the bundle of the
 * browser, which does not call it, has none of it.
 */
export type Evidence = () => {
  /** Where its makers or others show the form: repository and path, or an address. */
  documentedAt: string[];
  samples: FormatSample[];
};

/** A message as the product prints it, and what is read from the lines around it. */
export interface FormatSample {
  text: string;
  /** Host and port as `192.0.2.10:5060`; null where the format does not tell. */
  from: string | null;
  to: string | null;
  direction: 'sent' | 'received' | null;
  /** Seconds since 1970, or of the day where there is no date; null where there is no time. */
  time: number | null;
}

/** A short message for samples: formats differ in what surrounds it. */
export const INVITE = `INVITE sip:bob@198.51.100.20 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK1
Max-Forwards: 70
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>
Call-ID: one@192.0.2.10
CSeq: 1 INVITE
Content-Length: 0
`;

/** The same one as a reply. */
export const BUSY = `SIP/2.0 486 Busy Here
Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK1
From: <sip:alice@example.com>;tag=a
To: <sip:bob@example.com>;tag=b
Call-ID: one@192.0.2.10
CSeq: 1 INVITE
Content-Length: 0
`;
