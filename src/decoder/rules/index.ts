import type { Call } from '../calls/calls.ts';
import type { Finding, Severity } from './findings.ts';
import * as auth from './auth.ts';
import * as dialog from './dialog.ts';
import * as media from './media.ts';
import * as nat from './nat.ts';
import * as session from './session.ts';
import * as transaction from './transaction.ts';

/** Looks at a call and returns what it found, in the order of the trace; empty if there is nothing to say. */
export type Rule = (call: Call) => Finding[];

/** All rules. The sections stand in `CATALOGUE`, the sentences in `src/i18n/decode-findings.*.ts`. */
export const RULES: readonly Rule[] = [auth, dialog, media, nat, session, transaction].flatMap((group): Rule[] =>
  Object.values(group),
);

const ORDER: Record<Severity, number> = { fault: 0, warning: 1, note: 2 };

/**
 * @param call an exchange with transactions, dialogs and parties
 * @returns all findings, the gravest first and within a severity by the first message concerned; equal ones once
 */
export function findingsOf(call: Call): Finding[] {
  const seen = new Set<string>();
  return RULES.flatMap((rule) => rule(call))
    .filter((finding) => {
      const key = JSON.stringify({ ...finding, messages: [] });
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => ORDER[a.severity] - ORDER[b.severity] || (a.messages[0] ?? 0) - (b.messages[0] ?? 0));
}
