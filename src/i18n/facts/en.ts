import type { ConditionalCause } from '../../model/facts/facts.ts';
import type { FactKey, FactRow } from '../../model/facts/rows.ts';
import type { NextStep } from '../../model/compare/findings.ts';
import type { Reference } from '../../schema/index.ts';
import { firstCheck, methodsClause, nextClause, nextWho } from '../compare/clauses/en.ts';
import { labels as terms } from '../labels/en.ts';

export const factLabels: Record<FactKey, string> = {
  class: 'Class',
  status: 'Defined in',
  sentBy: 'Sent by',
  methods: 'Answers',
  reach: 'Speaks for',
  decidedBy: 'Decided by',
  next: 'The client',
  detail: 'Read first',
  headers: 'Header fields',
  lasts: 'How long',
  fork: 'At a fork',
  dialog: 'Ends in a dialog',
  pstnOut: 'To the telephone side',
  pstnIn: 'From the telephone side',
  metrics: 'RFC 6076 statistics',
};

const causeWhen = {
  'location-user': 'possible if its location is “user”',
  'new-number': 'if it brings the new number',
} satisfies Record<ConditionalCause['when'], string>;

/**
 * @param row one fact
 * @param reference tables for names of classes and causes
 * @returns label and value in English; the value is a list where the fact has several parts
 */
export function factValue(row: FactRow, reference: Reference): { label: string; value: string[] } {
  const cause = (number: number) => {
    const name = reference.q850.causes.find((one) => one.cause === number)?.name.en;
    return name ? `${number} “${name}”` : String(number);
  };
  const next = (row: Extract<FactRow, { key: 'next' }>): string => {
    const kind = !row.final ? 'wait' : row.success ? 'done' : 'retry';
    const step: NextStep = { kind, action: row.action, change: row.change, should: row.should };
    const clause = nextClause(step);
    // The label of the row is "The client".
    return nextWho(step) === 'the client' ? clause : `should never see it: ${nextWho(step)} ${clause}`;
  };
  return { label: factLabels[row.key], value: value() };

  /** Where the standards and the text on the code differ, each of them. */
  function dialogParts(): string[] {
    if (row.key !== 'dialog') return [];
    const said = terms.dialog[row.ends];
    if (!row.disputed) return [said];
    return [
      ...(row.call ? [`after a refused re-INVITE or UPDATE: ${row.call === 'ends' ? 'the call' : 'nothing'}`] : []),
      ...(row.subscription
        ? [`after a refused refresh or NOTIFY: ${row.subscription === 'ends' ? 'the subscription' : 'nothing'}`]
        : []),
      row.informational ? `by RFC 5057 (informational): ${said}` : said,
    ];
  }

  function value(): string[] {
    switch (row.key) {
      case 'class': {
        const phrase = reference.classes.find((one) => one.digit === row.digit)!.phrase;
        return [`${row.digit}xx ${phrase}, ${row.final ? 'final' : 'provisional'}`];
      }
      case 'status':
        return [row.definedIn + (row.deprecated ? ' (deprecated)' : '')];
      case 'sentBy':
        return [...row.roles.map((role) => terms.role[role]), ...(row.local ? [terms.role.local] : [])];
      case 'methods':
        return [methodsClause(row.methods)];
      case 'reach':
        return [terms.reach[row.reach]];
      case 'decidedBy':
        return row.deciders.map((decider) => terms.decider[decider]);
      case 'next':
        return [next(row)];
      case 'detail':
        return [
          `${row.header}${row.in ? ` of the ${row.in}` : ''}: ${row.via ? terms.viaProxy : reference.headers[row.header]!.read.en}`,
        ];
      case 'headers':
        return row.headers.map(
          (header) =>
            `${header.name}: ${terms.level[header.level]}${header.when ? `, ${terms.condition[header.when]}` : ''}`,
        );
      case 'lasts':
        return [terms.lasts[row.how]];
      case 'fork':
        return [terms.fork[row.role]];
      case 'dialog':
        return dialogParts();
      case 'pstnOut':
        switch (row.out.kind) {
          case 'cause':
            return [
              `cause ${cause(row.out.cause)}${row.out.first ? `, if the gateway cannot ${firstCheck[row.out.first]} itself` : ''}`,
            ];
          case 'otherwise':
            return [`in no table: cause ${cause(row.out.cause)}`];
          case 'by-warning':
            return [`cause ${row.out.causes[0]} or ${row.out.causes[1]}, by Warning`];
          case 'no-cause':
            return ['no cause: normally the telephone side has already released and the gateway has sent CANCEL'];
          case 'redirect':
            return [
              {
                proxy: 'new attempt through the proxy named in Contact',
                body: 'new attempt by a URI in Contact, if there is one',
                contact: 'new attempt by a URI in Contact, or cause 23',
              }[row.out.by],
            ];
        }
      case 'pstnIn':
        return [
          ...row.causes.map((number) => `cause ${cause(number)}`),
          ...row.perhaps.map((one) => `cause ${cause(one.cause)}, ${causeWhen[one.when]}`),
          ...(row.otherwise ? ['every cause without a row in the table, except 44'] : []),
        ];
      case 'metrics':
        return [
          row.ser === 'excluded'
            ? 'taken out of SER and SEER'
            : row.ser === 'challenge'
              ? 'a challenge: never in the numerator of SER or SEER; a failed attempt or none, depending on the tool'
              : `SER ${row.ser === 'counted' ? 'counts it' : 'falls'}, SEER ${row.seer === 'counted' ? 'counts it' : 'falls'}${row.isa ? '; counts in ISA' : ''}`,
        ];
    }
  }
}
