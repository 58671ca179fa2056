import type { CallKind, Join } from '../../../decoder/calls/types.ts';
import type { FindingDetail, Severity } from '../../../decoder/rules/findings.ts';
import type { Names } from '../../../decoder/show/code-names.ts';
import type { Outcome } from '../../../decoder/outcome/types.ts';
import type { StepWords } from '../../../model/ladder/ladder.ts';
import type { Reason, Warning } from '../../../decoder/message/reason.ts';
import { steps } from '../../steps/en.ts';
import { traceFinding } from '../findings/en.ts';
import type { Heard } from '../../../decoder/media/heard.ts';
import type { PartyName } from '../../../decoder/calls/parties.ts';
import { streamLabel, streamLine } from '../media/en.ts';
import { outcome, reasonText, duration, warningText } from '../outcome/en.ts';
import { partyEn } from '../party/en.ts';

/** Everything that the decoder says in a language. */
export interface DecodeWords {
  outcome: (outcome: Outcome, names: Names) => string;
  finding: (finding: FindingDetail, names: Names) => string;
  reason: (reason: Reason, names: Names) => string;
  warning: (warning: Warning, names: Names) => string;
  seconds: (seconds: number) => string;
  /** A party in the ladder and in sentences: its address, or a word where it has none. */
  party: (name: PartyName) => string;
  /** The ladder as lines of text. */
  steps: StepWords;
  severity: Record<Severity, string>;
  kind: Record<CallKind, string>;
  join: Record<Join['by'], string>;
  /** Behind the label of a message that was sent again. */
  again: string;
  /** Head of a ticket: one exchange, or one conversation with several legs. */
  legs: (count: number) => string;
  /** A media stream as one line, and its label in the ladder. */
  streamLine: (heard: Heard) => string;
  streamLabel: (heard: Heard) => string;
  heading: { outcome: string; findings: string; media: string; ladder: string; codes: string };
  /** Name of the comparison of two codes. */
  versus: (a: number, b: number) => string;
  noFindings: string;
  colon: string;
  /** Around a list of sections. */
  brackets: [string, string];
}

export const decoder: DecodeWords = {
  outcome: outcome,
  finding: traceFinding,
  reason: reasonText,
  warning: warningText,
  seconds: duration,
  party: partyEn,
  steps,
  severity: { fault: 'Fault', warning: 'Warning', note: 'Note' },
  kind: {
    call: 'Call',
    registration: 'Registration',
    options: 'OPTIONS',
    subscription: 'Subscription',
    publication: 'Publication',
    message: 'Message',
    other: 'Other exchange',
  },
  join: {
    'session-id': 'Both legs have the same Session-ID.',
    icid: 'Both legs have the same icid-value in P-Charging-Vector.',
    replaces: 'One call names the other in Replaces.',
    'in-reply-to': 'One call names the other in In-Reply-To.',
    'call-id-header': 'A header field of one leg names the other, or both name the same id.',
    'log-host': 'The host of this log received one leg and sent the other within seconds, with the same numbers.',
    numbers: 'Only the numbers are equal and the calls began within seconds, so this is a guess.',
  },
  streamLine,
  streamLabel,
  again: 'sent again',
  legs: (count) => `Conversation with ${count} legs`,
  heading: { outcome: 'Outcome', findings: 'Findings', media: 'Media', ladder: 'Ladder', codes: 'Read on' },
  versus: (a, b) => `${a} vs ${b}`,
  noFindings: 'No rule found anything to mention.',
  colon: ': ',
  brackets: [' (', ')'],
};
