import { z } from 'astro/zod';
import { oneOf, show } from './fields.ts';
import { METHODS } from './values.ts';

// A ladder as authored: who takes part, and its lines. ladder.ts draws it.

export const PARTIES = [
  'caller',
  'callee',
  'callee2',
  'proxy',
  'proxy2',
  'pbx',
  'redirect',
  'registrar',
  'client',
  'server',
  'subscriber',
  'notifier',
  'publisher',
  'gateway',
  'pstn',
  'referrer',
  'referee',
  'target',
  'relay',
  'verifier',
  'nat',
] as const;
export type Party = (typeof PARTIES)[number];

export const LADDER_NOTES = [
  'answered-elsewhere',
  'early-media',
  'body-too-large',
  'busy',
  'caller-hangs-up',
  'cannot-decrypt',
  'checks-fail',
  'credentials-wrong',
  'dialog-unknown',
  'forwarding-set',
  'local',
  'loop',
  'media',
  'no-answer',
  'no-binding',
  'no-common-codec',
  'no-reply',
  'not-allowed',
  'overloaded',
  'phone-rings',
  'queue',
  'reject-button',
  'reject-caller',
  'ring-timer',
  'signature-bad',
  'timer',
  'transport-error',
  'unknown-user',
  'user-away',
  'ack-missing',
  'binding-gone',
  'hangs-up',
  'hold',
  'half-interval',
  'missed-call',
  'picks-up',
  'private-address',
  'same-request',
  'scored',
  'sends-audio',
  'silence',
  'transfer-key',
] as const;

const PARTY = PARTIES.join('|');
const STEP_KEY = new RegExp(`^(${PARTY}) -> (${PARTY})$`);
const STEP_MESSAGE = new RegExp(
  `^(?:(\\d{3}) )?(${METHODS.join('|')}|ACK)(?: \\+ ([A-Z][A-Za-z-]+(?:, [A-Z][A-Za-z-]+)*))?$`,
);

/** What may come before a step: `0.5 s`, the seconds since the first one. */
const STEP_TIME = /^(\d+(?:\.\d+)?) s (.+)$/;

/** One line of a ladder: a message from one party to another, or a note about what happens there. */
export type LadderStep = (
  | { kind: 'message'; from: Party; to: Party; code: number | null; method: string; headers: string[] }
  | { kind: 'note'; at: Party; note: (typeof LADDER_NOTES)[number] }
) & {
  /** Seconds, as they are written. */
  time?: string;
};

const ladderStep = z
  .record(z.string(), z.string(), {
    error: (issue) => `is ${show(issue.input)}; expected a line such as "caller -> callee: INVITE". Correct it`,
  })
  .transform((line, context): LadderStep => {
    const fail = (message: string): never => {
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    };
    const [written, ...more] = Object.keys(line);
    if (written === undefined || more.length > 0)
      return fail(
        `has ${Object.keys(line).length} keys; expected one line such as "caller -> callee: INVITE". Give each step a line with a hyphen`,
      );
    const value = line[written]!;
    const [, seconds, key = written] = STEP_TIME.exec(written) ?? [];
    const time = seconds === undefined ? {} : { time: seconds };
    const note = /^note at (.+)$/.exec(key);
    if (note) {
      if (!PARTIES.includes(note[1] as Party))
        return fail(`names the party "${note[1]}"; expected one of ${PARTIES.join(', ')}. Choose one`);
      if (!LADDER_NOTES.includes(value as never))
        return fail(`has the note "${value}"; expected one of ${LADDER_NOTES.join(', ')}. Choose one`);
      return { kind: 'note', at: note[1] as Party, note: value as (typeof LADDER_NOTES)[number], ...time };
    }
    const ends = STEP_KEY.exec(key);
    if (!ends)
      return fail(`has "${key}"; expected "party -> party" with parties out of ${PARTIES.join(', ')}. Correct it`);
    const message = STEP_MESSAGE.exec(value);
    if (!message)
      return fail(
        `has the message "${value}"; expected "INVITE", "487 INVITE" (code and method), or "INVITE + Require". Correct it`,
      );
    return {
      kind: 'message',
      from: ends[1] as Party,
      to: ends[2] as Party,
      code: message[1] ? Number(message[1]) : null,
      method: message[2]!,
      headers: message[3]?.split(', ') ?? [],
      ...time,
    };
  });

/** An exchange: parties from left to right, steps from top to bottom. */
export const ladderSchema = z.strictObject({
  parties: z.array(oneOf(PARTIES, 'a party')).min(2).max(4),
  steps: z.array(ladderStep).min(2).max(16),
});
export type Ladder = z.output<typeof ladderSchema>;
