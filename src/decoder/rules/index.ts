import type { Call } from '../calls/types.ts';
import type { Coverage } from '../calls/coverage.ts';
import { explains } from './explains.ts';
import type { TraceMedia } from '../media/heard.ts';
import type { Outcome } from '../outcome/types.ts';
import { bears, CATALOGUE, type Finding, type Severity } from './findings.ts';
import * as aka from './aka.ts';
import * as auth from './auth.ts';
import * as carriers from './carriers.ts';
import * as dialog from './dialog.ts';
import * as heard from './heard.ts';
import * as media from './media.ts';
import * as nat from './nat.ts';
import * as refused from './refused.ts';
import * as session from './session.ts';
import * as transaction from './transaction.ts';
import * as undelivered from './undelivered.ts';

/**
 * Looks at a call and returns what it found, in the order of the trace; empty if there is nothing to say. `coverage` tells
 * what the trace would have shown: a rule that speaks of what is *not* there has to ask it. `media` is what it hears.
 */
export type Rule = (call: Call, coverage: Coverage, media: TraceMedia) => Finding[];

/**
 * All rules: whatever a file of this folder exports. The sections are in `CATALOGUE`, the sentences in
 * src/i18n/decoder/findings.
 */
export const RULES: readonly Rule[] = [
  aka,
  auth,
  carriers,
  dialog,
  heard,
  media,
  nat,
  refused,
  session,
  transaction,
  undelivered,
].flatMap((group): Rule[] => Object.values(group));

const ORDER: Record<Severity, number> = { fault: 0, warning: 1, note: 2 };

/** For sorting: what explains the outcome first, then the gravest, then in the order of the trace. */
export const byWeight = (a: Finding, b: Finding): number =>
  Number(b.explains) - Number(a.explains) ||
  ORDER[a.severity] - ORDER[b.severity] ||
  (a.messages[0] ?? 0) - (b.messages[0] ?? 0);

/**
 * @param call an exchange with transactions, dialogs and parties
 * @param coverage what the trace can prove by not having a message
 * @param outcome what came out of the call
 * @param hearing the media of the whole capture
 * @returns all findings by weight, equal ones once. What rests on a message that the paste or the capture cut is left out.
 */
export function findingsOf(call: Call, coverage: Coverage, outcome: Outcome, hearing: TraceMedia): Finding[] {
  const cut = new Map(call.entries.map(({ message }) => [message.index, message.cut]));
  const seen = new Set<string>();
  return RULES.flatMap((rule) => rule(call, coverage, hearing))
    .filter(({ kind, messages }) => messages.every((index) => bears(CATALOGUE[kind][1], cut.get(index))))
    .filter((finding) => {
      const key = JSON.stringify({ ...finding, messages: [] });
      return !seen.has(key) && seen.add(key);
    })
    .map((finding) => ({ ...finding, explains: explains(outcome, finding) }))
    .sort(byWeight);
}
